"""The comments part: what is there already, and new comments behind it (ECMA-376, 17.13.4.6)."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from scr_lint.docx_names import ID, R_PR, RUN, VAL, W, w
from scr_lint.reporters.docx.marks import number_of
from scr_lint.reporters.docx.names import COMMENT, XML_SPACE
from scr_lint.reporters.docx.package import Package
from scr_lint.reporters.note_text import AUTHOR, INITIALS, Line

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_LARGEST = 2**31 - 1  # of a w:id, as Word reads it
_SMALL = "20"  # half-points: 10 pt, Word's own size for comments


@dataclass(frozen=True, slots=True)
class CommentStyles:
    """The ids of the draft's styles for comments, "" where it has none; Word translates ids."""

    text: str = ""
    reference: str = ""

    @classmethod
    def of(cls, package: Package, main: str) -> CommentStyles:
        """Look the two up by the names they bear in every language."""
        part = next((n.target for n in package.links(main) if n.kind == "styles"), "")
        if not package.has(part):
            return cls()
        ids = {
            name.get(VAL, "").lower(): style.get(w("styleId"), "")
            for style in package.xml(part).iterchildren(w("style"))
            for name in style.iterchildren(w("name"))
        }
        return cls(ids.get("annotation text", ""), ids.get("annotation reference", ""))


@dataclass(slots=True)
class Comments:
    """The comments of a draft, first those it came with."""

    part: str
    root: etree._Element
    styles: CommentStyles
    date: datetime
    is_new: bool

    @classmethod
    def of(cls, package: Package, main: str, styles: CommentStyles, date: datetime) -> Comments:
        """The draft's own comments part, or an empty one under a name not taken."""
        part = next((n.target for n in package.links(main) if n.kind == "comments"), "")
        if package.has(part):
            return cls(part, package.xml(part), styles, date, is_new=False)
        root = etree.Element(w("comments"), nsmap={"w": W})
        return cls(_free_name(package, main), root, styles, date, is_new=True)

    def free_numbers(self, marked: set[int], count: int) -> list[int]:
        """Numbers for `count` comments: those after all that are taken, as long as there are any."""
        taken = marked | {number_of(comment) for comment in self.root.iterchildren(COMMENT)}
        first = max(taken, default=-1) + 1
        if first + count <= _LARGEST:
            return list(range(first, first + count))
        return [number for number in range(len(taken) + count) if number not in taken][:count]

    def add(self, number: int, lines: Sequence[Line]) -> None:
        """Add a comment, one paragraph a line."""
        comment = etree.SubElement(self.root, COMMENT)
        comment.set(ID, str(number))
        comment.set(w("author"), AUTHOR)
        comment.set(w("date"), f"{self.date:%Y-%m-%dT%H:%M:%SZ}")
        comment.set(w("initials"), INITIALS)
        for at, line in enumerate(lines):
            self._add_line(comment, line, is_first=at == 0)

    def store(self, package: Package, main: str) -> None:
        """Put the part into the package, with what leads to it."""
        package.put(self.part, self.root)
        if self.is_new:
            package.add_link(main, "comments", self.part)
            package.declare(self.part, _TYPE)

    def _add_line(self, comment: etree._Element, line: Line, *, is_first: bool) -> None:
        paragraph = etree.SubElement(comment, w("p"))
        if self.styles.text:
            properties = etree.SubElement(paragraph, w("pPr"))
            etree.SubElement(properties, w("pStyle")).set(VAL, self.styles.text)
        if is_first:
            self._add_reference(paragraph)
        run = etree.SubElement(paragraph, RUN)
        if line.strong or not self.styles.text:
            properties = etree.SubElement(run, R_PR)
            if line.strong:
                etree.SubElement(properties, w("b"))
            if not self.styles.text:
                etree.SubElement(properties, w("sz")).set(VAL, _SMALL)
        text = etree.SubElement(run, w("t"))
        text.set(XML_SPACE, "preserve")
        text.text = _writable(line.text)

    def _add_reference(self, paragraph: etree._Element) -> None:
        """The sign of the comment itself, which Word expects first (17.13.4.1)."""
        run = etree.SubElement(paragraph, RUN)
        if self.styles.reference:
            properties = etree.SubElement(run, R_PR)
            etree.SubElement(properties, w("rStyle")).set(VAL, self.styles.reference)
        etree.SubElement(run, w("annotationRef"))


def _writable(text: str) -> str:
    """`text` without the two characters XML cannot hold that are no control characters (2.2)."""
    return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def _free_name(package: Package, main: str) -> str:
    folder = posixpath.dirname(main)
    numbers = ("", *range(1, len(package.members) + 1))
    names = (posixpath.join(folder, f"comments{number}.xml") for number in numbers)
    return next(name for name in names if not package.has(name))
