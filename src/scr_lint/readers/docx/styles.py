"""What a style means for the reader, with everything inherited through `w:basedOn` worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce

from lxml import etree

from scr_lint.docx_names import R_PR, VAL, w
from scr_lint.readers.docx.tags import ITALIC, P_PR, VANISH, on, value, whole

# Built-in styles keep their English names in every language of Word; these are the ids that other
# programs, and Word's own localised ids, put where the name is missing.
_HEADING = re.compile(
    r"(?:heading|header|überschrift|berschrift|titre|titolo|título|ttulo|kop|rubrik|overskrift)"
    r" ?([1-9])",
)
_CONTENTS = re.compile(r"(?:toc|contents|verzeichnis) ?[1-9]|toc ?heading|contents heading|toa ?.*")
_FIGURES = re.compile(
    r"table ?of ?figures|table ?of ?authorities|(?:figure|table) index ?\d|index ?\d",
)
_TITLES = frozenset(("title", "subtitle"))
_QUOTES = frozenset(
    ("quote", "intense quote", "intensequote", "block text", "blocktext", "quotations", "quotation",
     "block quotation", "blockquotation", "block quote", "blockquote")
)  # fmt: skip
_BODY_TEXT_LEVEL = 9
_MAX_CHAIN = 30  # Word's own bound is 11


@dataclass(frozen=True, slots=True)
class Indent:
    """How far a paragraph stands from the margins, in twentieths of a point; None is not said."""

    left: int | None = None
    right: int | None = None
    hanging: int | None = None

    def over(self, below: Indent) -> Indent:
        """This one, with what it does not say taken from another."""
        return Indent(
            below.left if self.left is None else self.left,
            below.right if self.right is None else self.right,
            below.hanging if self.hanging is None else self.hanging,
        )

    @property
    def left_in_full(self) -> int:
        """The room on the left, 0 where nothing is said."""
        return self.left or 0

    @property
    def right_in_full(self) -> int:
        """The room on the right, 0 where nothing is said."""
        return self.right or 0

    @property
    def hanging_in_full(self) -> int:
        """How far the first line stands out to the left, 0 where nothing is said."""
        return self.hanging or 0


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph or character style. `outline` is the heading level from 1, 0 for body text.

    `chain` holds the ids of the style and of those it is based on, nearest first. `num_id` and
    `num_level` are as inherited, None where no style of the chain says.
    """

    chain: tuple[str, ...] = ()
    outline: int = 0
    title: bool = False
    caption: bool = False
    quoted: bool = False
    contents: bool = False
    hidden: bool = False
    new_page: bool = False
    num_id: int | None = None
    num_level: int | None = None
    indent: Indent = Indent()
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a draft by id, and the ones a paragraph or run has when it names none."""

    paragraph: dict[str, Style] = field(default_factory=dict)
    character: dict[str, Style] = field(default_factory=dict)
    numbering: dict[str, Style] = field(default_factory=dict)
    default: Style = Style()

    def of(self, paragraph_style: str | None) -> Style:
        """The style a paragraph has; one that is not defined counts as the default (17.7.4.17)."""
        return self.paragraph.get(paragraph_style or "", self.default)

    def hide_anything(self) -> bool:
        """Whether any style hides text."""
        return any(s.hidden for s in (*self.paragraph.values(), *self.character.values()))


def read_styles(root: etree._Element | None) -> Styles:
    """The styles part read whole; without one every paragraph is body text."""
    elements = {} if root is None else {e.get(w("styleId"), ""): e for e in root.iter(w("style"))}
    kinds: dict[str, dict[str, Style]] = {"paragraph": {}, "character": {}, "numbering": {}}
    default = Style()
    for style_id, element in elements.items():
        kind = element.get(w("type"), "paragraph")
        style = _style(tuple(_chain(element, elements)))
        kinds.setdefault(kind, {})[style_id] = style
        if kind == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
            default = style
    return Styles(kinds["paragraph"], kinds["character"], kinds["numbering"], default)


def _chain(
    element: etree._Element, elements: dict[str, etree._Element]
) -> Iterator[etree._Element]:
    """The style and its bases, nearest first; the bound also ends a circle."""
    current: etree._Element | None = element
    for _ in range(_MAX_CHAIN):
        if current is None:
            return
        yield current
        current = elements.get(value(current, w("basedOn")) or "")


def _style(chain: tuple[etree._Element, ...]) -> Style:
    names = [frozenset(_names(element)) for element in chain]
    outline = _outline(chain, names)
    paragraph = [found for e in chain if (found := e.find(P_PR)) is not None]
    numbering = [found for p in paragraph if (found := p.find(w("numPr"))) is not None]
    return Style(
        chain=tuple(element.get(w("styleId"), "") for element in chain),
        outline=outline,
        title=not outline and any(n & _TITLES for n in names),
        caption=any("caption" in n for n in names),
        quoted=any(n & _QUOTES for n in names),
        contents=any(_CONTENTS.fullmatch(n) or _FIGURES.fullmatch(n) for n in names[0]),
        hidden=_first(chain, R_PR, VANISH) or False,
        new_page=_first(chain, P_PR, w("pageBreakBefore")) or False,
        num_id=_nearest(numbering, w("numId")),
        num_level=_nearest(numbering, w("ilvl")),
        indent=reduce(Indent.over, map(indent_of, paragraph), Indent()),
        italic=_first(chain, R_PR, ITALIC) or False,
    )


def indent_of(properties: etree._Element | None) -> Indent:
    """What paragraph properties say of indentation (17.3.1.12); "start" and "end" are newer names."""
    said = None if properties is None else properties.find(w("ind"))
    if said is None:
        return Indent()
    return Indent(
        whole(said.get(w("left")) or said.get(w("start"))),
        whole(said.get(w("right")) or said.get(w("end"))),
        whole(said.get(w("hanging"))),
    )


def _names(element: etree._Element) -> Iterator[str]:
    for name in (value(element, w("name")), element.get(w("styleId"))):
        if name:
            yield name.strip().lower()


def _outline(chain: tuple[etree._Element, ...], names: list[frozenset[str]]) -> int:
    """The nearest style that has an outline level or the name of a heading decides."""
    for element, known_as in zip(chain, names, strict=True):
        level = whole(value(element.find(P_PR), w("outlineLvl")))
        if level is not None:
            return level + 1 if 0 <= level < _BODY_TEXT_LEVEL else 0
        for name in known_as:
            if heading := _HEADING.fullmatch(name):
                return int(heading[1])
    return 0


def _first(chain: tuple[etree._Element, ...], group: str, name: str) -> bool | None:
    for element in chain:
        properties = element.find(group)
        said = None if properties is None else on(properties.find(name))
        if said is not None:
            return said
    return None


def _nearest(properties: list[etree._Element], name: str) -> int | None:
    for element in properties:
        child = element.find(name)
        if child is not None:
            return whole(child.get(VAL))
    return None
