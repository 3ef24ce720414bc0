"""Walking a story (the body, or one note) paragraph by paragraph, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from scr_lint.docx_pieces import BREAK, TEXT
from scr_lint.readers.docx.fate import Fate
from scr_lint.readers.docx.pages import begins_page, is_page_break
from scr_lint.readers.docx.passages import Passage, PassageReader
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


def passages(
    paragraphs: Iterable[Ordered],
    survey: Survey,
    reader: PassageReader,
    page_ends: frozenset[etree._Element] = frozenset(),
) -> Iterator[Passage]:
    """The passages of a story. Text boxes come after the passage that anchors them.

    That is document order but for passages joined over a struck-out mark.
    """
    return _joined(_read(paragraphs, survey, reader, page_ends))


def _read(
    paragraphs: Iterable[Ordered],
    survey: Survey,
    reader: PassageReader,
    page_ends: frozenset[etree._Element],
) -> Iterator[Passage]:
    for ordinal, paragraph in paragraphs:
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


def _pass_over(paragraph: etree._Element, fate: Fate, reader: PassageReader) -> None:
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


def _joined(stream: Iterable[Passage]) -> Iterator[Passage]:
    """A passage whose mark is struck out and the next one in the same room are one."""
    held: Passage | None = None
    boxed: list[Passage] = []
    for passage in stream:
        if held is not None:
            if passage.surroundings.depth > held.surroundings.depth:
                boxed.append(passage)
                continue
            if passage.surroundings.room is held.surroundings.room:
                passage = held.joined(passage)
            else:
                yield held
            held = None
        if passage.mark in _STRUCK:
            held = passage
            continue
        yield passage
        yield from boxed
        boxed = []
    if held is not None:
        yield held
    yield from boxed
