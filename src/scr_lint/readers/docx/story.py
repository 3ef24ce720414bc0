"""Walking a story (the body, or one note) paragraph by paragraph, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from scr_lint.docx_pieces import BREAK, TEXT
from scr_lint.readers.docx.fate import Fate
from scr_lint.readers.docx.pages import begins_page, is_page_break
from scr_lint.readers.docx.paragraphs import Paragraph, ParagraphReader
from scr_lint.readers.docx.surroundings import Survey
from scr_lint.readers.docx.tags import (
    FIELD_CHAR,
    FIELD_CODE,
    P_PR,
    PAGE_MARK,
    SECTION,
    STYLE,
    value,
)

_TALLIED = (Fate.CONTENTS, Fate.HIDDEN, Fate.MERGED)
_STRUCK = (Fate.DELETED, Fate.MOVED)

Ordered = tuple[int, etree._Element]


def story_paragraphs(
    elements: Iterable[Ordered],
    survey: Survey,
    reader: ParagraphReader,
    page_ends: frozenset[etree._Element] = frozenset(),
) -> Iterator[Paragraph]:
    """The paragraphs of a story. Text boxes come after the paragraph that anchors them.

    That is document order but for paragraphs joined over a struck-out mark.
    """
    return _joined(_read(elements, survey, reader, page_ends))


def _read(
    elements: Iterable[Ordered],
    survey: Survey,
    reader: ParagraphReader,
    page_ends: frozenset[etree._Element],
) -> Iterator[Paragraph]:
    for ordinal, paragraph in elements:
        around = survey.around(paragraph)
        properties = paragraph.find(P_PR)
        style = reader.styles.of(value(properties, STYLE))
        fate = around.fate
        if fate is Fate.READ and style.contents:
            fate = Fate.CONTENTS
        if fate is not Fate.READ:
            _pass_over(paragraph, fate, reader)
        else:
            if not around.depth and begins_page(properties, style.new_page):
                reader.pages.begun()
            yield reader.read(paragraph, ordinal, around, properties, style)
        if properties is not None and properties.find(SECTION) is not None:
            reader.section += 1
            if properties in page_ends:
                reader.pages.begun()


def _pass_over(paragraph: etree._Element, fate: Fate, reader: ParagraphReader) -> None:
    """Keep fields and pages in step through a paragraph that is not read."""
    if fate is Fate.ELSEWHERE:
        return
    if fate in _TALLIED and _says_something(paragraph):
        reader.tally.contents += fate is Fate.CONTENTS
        reader.tally.hidden += fate is Fate.HIDDEN
        reader.tally.merged += fate is Fate.MERGED
    for element in paragraph.iter(FIELD_CHAR, FIELD_CODE, PAGE_MARK, BREAK):
        if element.tag == PAGE_MARK:
            reader.pages.marked()
        elif element.tag != BREAK:
            reader.fields.meet(element)
        elif fate is Fate.CONTENTS and is_page_break(element):
            reader.pages.broken()


def _says_something(paragraph: etree._Element) -> bool:
    return any((element.text or "").strip() for element in paragraph.iter(TEXT))


def _joined(stream: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """A paragraph whose mark is struck out and the next one in the same room are one."""
    held: Paragraph | None = None
    boxed: list[Paragraph] = []
    for paragraph in stream:
        if held is not None:
            if paragraph.surroundings.depth > held.surroundings.depth:
                boxed.append(paragraph)
                continue
            if paragraph.surroundings.room is held.surroundings.room:
                paragraph = held.joined(paragraph)
            else:
                yield held
            held = None
        if paragraph.mark in _STRUCK:
            held = paragraph
            continue
        yield paragraph
        yield from boxed
        boxed = []
    if held is not None:
        yield held
    yield from boxed
