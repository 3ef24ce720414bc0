"""Fields: which text is a field's code, which its result, and which belongs to a contents list."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from scr_lint.docx_names import w
from scr_lint.readers.docx.tags import FIELD_CHAR, FIELD_CODE

_KIND = w("fldCharType")
_LISTS = frozenset(("TOC", "TOA", "INDEX"))


def lists_entries(code: str) -> bool:
    """Whether a field code makes a table of contents, of figures or authorities, or an index."""
    words = code.split(maxsplit=1)
    return bool(words) and words[0].upper() in _LISTS


def unclosed(root: etree._Element) -> frozenset[etree._Element]:
    """The `begin` marks that no `end` answers: fields torn by editing, whose text stays text."""
    open_marks: list[etree._Element] = []
    for mark in root.iter(FIELD_CHAR):
        kind = mark.get(_KIND)
        if kind == "begin":
            open_marks.append(mark)
        elif kind == "end" and open_marks:
            open_marks.pop()
    return frozenset(open_marks)


@dataclass(slots=True)
class _Frame:
    code: str = ""
    in_result: bool = False
    lists: bool = False


@dataclass(slots=True)
class Fields:
    """Where in the nest of complex fields the walk stands (17.16.18); fields span paragraphs."""

    torn: frozenset[etree._Element] = frozenset()
    _frames: list[_Frame] = field(default_factory=list)

    @property
    def in_code(self) -> bool:
        """Whether text met now is part of a field code, which is never printed."""
        return any(not frame.in_result for frame in self._frames)

    @property
    def in_list(self) -> bool:
        """Whether text met now is the result of a contents field."""
        return any(frame.lists for frame in self._frames)

    @property
    def idle(self) -> bool:
        """Whether the walk is outside all fields."""
        return not self._frames

    def meet(self, element: etree._Element) -> None:
        """Take note of a `w:fldChar` or `w:instrText`."""
        if element.tag == FIELD_CODE:
            if self._frames and not self._frames[-1].in_result:
                self._frames[-1].code += element.text or ""
            return
        kind = element.get(_KIND)
        if kind == "begin" and element not in self.torn:
            self._frames.append(_Frame())
        elif kind == "separate" and self._frames:
            self._frames[-1].in_result = True
            self._frames[-1].lists = lists_entries(self._frames[-1].code)
        elif kind == "end" and self._frames:
            self._frames.pop()
