"""Counting pages by the breaks in the file: those an author put in and those Word left behind."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from scr_lint.docx_names import VAL, w
from scr_lint.docx_pieces import BREAK
from scr_lint.readers.docx.styles import Styles
from scr_lint.readers.docx.tags import PAGE_MARK, SECTION, STYLE, on, value

_TYPE = w("type")
_NEW_PAGE = w("pageBreakBefore")
_FORMER = w("sectPrChange")
_SAME_PAGE = frozenset(("continuous", "nextColumn"))


def is_page_break(element: etree._Element) -> bool:
    """Whether a `w:br` starts a new page."""
    return element.tag == BREAK and element.get(_TYPE) == "page"


def section_breaks(root: etree._Element) -> frozenset[etree._Element]:
    """The `w:pPr` after whose paragraph a page begins.

    How a section begins is written in its own `w:sectPr`, which stands at its end (17.6.22): so the
    break after one section is of the kind the next one names.
    """
    breaking = set()
    for section, following in pairwise(sections(root)):
        parent = section.getparent()
        if parent is not None and value(following, _TYPE) not in _SAME_PAGE:
            breaking.add(parent)
    return frozenset(breaking)


def sections(root: etree._Element) -> tuple[etree._Element, ...]:
    """The sections of a draft in order, without the former ones that tracked changes keep."""
    found = ((section, section.getparent()) for section in root.iter(SECTION))
    return tuple(s for s, around in found if around is not None and around.tag != _FORMER)


@dataclass(slots=True)
class Pages:
    """The page the walk has come to. `known` is False where nothing in the file tells of pages.

    Word marks the top of a page also after a break the author made; such a mark counts once.
    """

    known: bool
    approximate: bool
    current: int = 1
    _at_top: bool = False

    def broken(self) -> None:
        """A page break in the text."""
        self.current += 1
        self._at_top = True

    def begun(self) -> None:
        """A paragraph or section that begins a page; it adds none where one has just begun."""
        if not self._at_top:
            self.broken()

    def marked(self) -> None:
        """Word's note that a page began here when it last laid the draft out."""
        if not self._at_top:
            self.current += 1
        self._at_top = False

    def text(self) -> None:
        """Text came: the next mark is a new page's."""
        self._at_top = False


def pages_of(root: etree._Element, styles: Styles, breaks: frozenset[etree._Element]) -> Pages:
    """A page count for one draft, told beforehand whether there is anything to count by."""
    approximate = next(root.iter(PAGE_MARK), None) is not None
    known = (
        approximate
        or bool(breaks)
        or any(is_page_break(b) for b in root.iter(BREAK))
        or any(on(b) for b in root.iter(_NEW_PAGE))
        or _begun_by_style(root, styles)
    )
    return Pages(known, approximate)


def _begun_by_style(root: etree._Element, styles: Styles) -> bool:
    """Only styles in use count: a template may define more."""
    if not any(style.new_page for style in styles.paragraph.values()):
        return False
    return any(styles.of(named.get(VAL)).new_page for named in root.iter(STYLE))


def begins_page(properties: etree._Element | None, by_style: bool) -> bool:
    """Whether a paragraph says, itself or by its style, that it begins a page."""
    said = None if properties is None else on(properties.find(_NEW_PAGE))
    return by_style if said is None else said
