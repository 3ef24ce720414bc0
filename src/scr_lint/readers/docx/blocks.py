"""Making blocks of paragraphs: kind, number, section and page, and the notes after each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from scr_lint.model import Block, BlockKind
from scr_lint.readers.captions import is_caption
from scr_lint.readers.docx.counting import Counter, Numbered
from scr_lint.readers.docx.fate import Fate
from scr_lint.readers.docx.kinds import heading_level, is_title
from scr_lint.readers.docx.measure import Set, set_of, settings
from scr_lint.readers.docx.numbering import Nums, list_of
from scr_lint.readers.docx.paragraphs import Paragraph
from scr_lint.readers.docx.styles import Styles
from scr_lint.readers.numbered import (
    TYPED,
    MadeBlock,
    Series,
    is_plain,
    numbered_kind,
    settled,
)
from scr_lint.readers.set_off import set_off
from scr_lint.readers.typed_numbers import TypedNumber, typed_number


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note's kind, its printed mark, and what it says."""

    kind: BlockKind
    mark: str
    paragraphs: tuple[Paragraph, ...]


NotesOf = Callable[[Paragraph], Iterable[NoteText]]


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a paragraph is, before it becomes a block."""

    kind: BlockKind
    level: int = 0
    number: str = ""
    prose_start: int = 0
    series: Series | None = None


@dataclass(slots=True)
class BlockMaker:
    """Turns the paragraphs of a draft into blocks, in order. Text boxes are counted by themselves."""

    nums: Nums
    styles: Styles
    notes_of: NotesOf
    pages_known: bool
    approximate: bool
    made: list[MadeBlock] = field(default_factory=list)
    _sets: list[Set] = field(default_factory=list)
    _headings: list[tuple[int, str]] = field(default_factory=list)
    _section: tuple[str, ...] = ()
    _body: Counter = field(init=False)
    _boxes: Counter = field(init=False)

    def __post_init__(self) -> None:
        self._body, self._boxes = Counter(self.nums), Counter(self.nums)

    def add(self, paragraph: Paragraph) -> None:
        """Count a paragraph, and make a block of it if it has text; its notes follow it."""
        numbered = self._count(paragraph)
        if paragraph.text and not paragraph.text.isspace():
            shape = _shape(paragraph, numbered)
            title = shape.kind is BlockKind.HEADING and paragraph.style.title
            if shape.kind is BlockKind.HEADING and not title:
                self._leave_sections(shape.level)
            self._append(paragraph, shape, paragraph.page)
            if shape.kind is BlockKind.HEADING and not title:
                self._enter_section(shape.level, paragraph.text)
        for note in self.notes_of(paragraph):
            self._add_note(note, paragraph.page)

    def _count(self, paragraph: Paragraph) -> Numbered | None:
        """Hidden paragraphs take no number; empty ones do, since Word prints it."""
        if paragraph.mark is Fate.HIDDEN and not paragraph.text:
            return None
        place = list_of(paragraph.properties, paragraph.style, self.nums)
        if place is None:
            return None
        return (self._boxes if paragraph.surroundings.depth else self._body).step(*place)

    def _add_note(self, note: NoteText, page: int) -> None:
        for paragraph in note.paragraphs:
            if paragraph.text and not paragraph.text.isspace():
                self._append(paragraph, _Shape(note.kind, number=note.mark), page)

    def _append(self, paragraph: Paragraph, shape: _Shape, page: int) -> None:
        cell = paragraph.surroundings.cell if shape.kind is BlockKind.TABLE_CELL else None
        block = Block(
            index=len(self.made),
            kind=shape.kind,
            text=paragraph.text,
            segments=paragraph.segments,
            level=shape.level,
            number=shape.number,
            prose_start=shape.prose_start,
            section=self._section,
            page=page if self.pages_known else None,
            page_approximate=self.pages_known and self.approximate,
            quoted=paragraph.style.quoted,
            cell=cell,
        )
        self.made.append(MadeBlock(block, shape.series))
        self._sets.append(set_of(paragraph, self.styles))

    def blocks(self) -> Iterator[Block]:
        """The blocks in order, with those marked that layout shows to be quotations."""
        blocks = tuple(settled(self.made))
        quoted = set_off(tuple(settings(blocks, self._sets)))
        for index, block in enumerate(blocks):
            yield replace(block, quoted=True) if index in quoted else block

    def _leave_sections(self, level: int) -> None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self._section = tuple(text for _, text in self._headings)

    def _enter_section(self, level: int, text: str) -> None:
        self._headings.append((level, " ".join(text.split())))
        self._section = tuple(text for _, text in self._headings)


def _shape(paragraph: Paragraph, numbered: Numbered | None) -> _Shape:
    number = numbered.number if numbered else ""
    kind, level = _place_kind(paragraph, paragraph.properties)
    listed = numbered is not None and bool(number or numbered.bullet)
    if kind in (None, BlockKind.TEXT_BOX) and not listed and is_caption(paragraph.text):
        kind = BlockKind.CAPTION
    if kind is BlockKind.CAPTION:
        return _Shape(kind, level, number)
    typed = None if listed else _typed(paragraph, kind)
    if kind is None:
        return _numbered_shape(numbered, typed)
    if typed is not None:
        return _Shape(kind, level, typed.number, typed.prose_start)
    return _Shape(kind, level, number)


def _place_kind(
    paragraph: Paragraph, properties: etree._Element | None
) -> tuple[BlockKind | None, int]:
    """The kind a paragraph has by where it stands or how it is styled; None where numbers decide."""
    around, style = paragraph.surroundings, paragraph.style
    if around.cell is not None:
        return BlockKind.TABLE_CELL, 0
    if style.caption:
        return BlockKind.CAPTION, 0
    level = 1 if is_title(style, paragraph.text) else 0
    level = level or heading_level(properties, style, paragraph.text)
    if level and not around.depth:
        return BlockKind.HEADING, level
    return (BlockKind.TEXT_BOX if around.depth else None), 0


def _typed(paragraph: Paragraph, kind: BlockKind | None) -> TypedNumber | None:
    return typed_number(
        paragraph.text,
        heading=kind is BlockKind.HEADING and not paragraph.style.title,
        cell=kind is BlockKind.TABLE_CELL,
    )


def _numbered_shape(numbered: Numbered | None, typed: TypedNumber | None) -> _Shape:
    if typed is not None:
        kind = BlockKind.LIST_ITEM if typed.bullet else numbered_kind(typed.number)
        series = TYPED if is_plain(typed.number) else None
        level = 1 if kind is BlockKind.LIST_ITEM else 0
        return _Shape(kind, level, typed.number, typed.prose_start, series)
    if numbered is None or not (numbered.number or numbered.bullet):
        return _Shape(BlockKind.PARAGRAPH)
    kind = numbered_kind(numbered.number)
    level = numbered.level if kind is BlockKind.LIST_ITEM else 0
    series = numbered.series if is_plain(numbered.number) else None
    return _Shape(kind, level, numbered.number, series=series)
