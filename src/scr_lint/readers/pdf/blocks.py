"""Making blocks: kind, number, section and place of each part of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from scr_lint.model import Block, BlockKind, PdfPlace, Segment, Span
from scr_lint.readers.captions import is_caption
from scr_lint.readers.line_ends import LineEnds
from scr_lint.readers.numbered import TYPED, MadeBlock, is_plain, numbered_kind, settled
from scr_lint.readers.pdf.footnotes import Footnote, whole_notes
from scr_lint.readers.pdf.glyphs import UNREADABLE
from scr_lint.readers.pdf.headings import Headings
from scr_lint.readers.pdf.layout import Framed
from scr_lint.readers.pdf.markers import Marker, heading_marker
from scr_lint.readers.pdf.measure import settings
from scr_lint.readers.pdf.paragraphs import Story
from scr_lint.readers.pdf.pieces import Flow, Piece, pieces_of
from scr_lint.readers.pdf.spelling import Letter, joined, spelled, text_of
from scr_lint.readers.set_off import set_off

_STEP_IN = 6.0


class BlockMaker:
    """Makes the blocks of a draft from its parts in reading order; `body_size` is its usual type's."""

    def __init__(
        self,
        flow: Flow,
        notes: Sequence[Footnote],
        boxes: Sequence[Framed],
        body_size: float,
    ) -> None:
        self._pieces = pieces_of(flow, whole_notes(notes), boxes)
        everything = [piece.paragraph for piece in self._pieces]
        headings = Headings(everything, body_size)
        self._quoted = set_off(list(settings(everything, headings, body_size)))
        own = [p for index, p in enumerate(everything) if index not in self._quoted]
        self._headings = Headings(own, body_size) if self._quoted else headings
        lines = (line for p in everything for line in p.lines)
        self._ends = LineEnds.of(text_of(spelled(line)) for line in lines)
        self._section: list[str] = []
        self.odd_bullets = 0

    def blocks(self) -> Iterator[Block]:
        """The blocks in reading order."""
        made: list[MadeBlock] = []
        lefts: list[float] = []
        for place, piece in enumerate(self._pieces):
            block = self._block(piece, len(made), quoted=place in self._quoted)
            if block is not None:
                plain = block.kind is BlockKind.LIST_ITEM and is_plain(block.number)
                made.append(MadeBlock(block, TYPED if plain else None))
                lefts.append(piece.paragraph.lines[0].left)
        depths = _Depths()
        for block, left in zip(settled(made), lefts, strict=True):
            if block.kind is BlockKind.LIST_ITEM:
                block = replace(block, level=depths.of(left))
            elif block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
                depths = _Depths()
            yield block

    def _block(self, piece: Piece, index: int, *, quoted: bool) -> Block | None:
        paragraph = piece.paragraph
        letters = joined(paragraph.lines, self._ends)
        marker = paragraph.marker
        if marker.bullet:
            self.odd_bullets += letters[0].text == UNREADABLE
            letters, marker = letters[marker.end :], Marker(bullet=True)
        elif marker.end and not letters[marker.end - 1].text.isspace():
            letters.insert(marker.end, Letter(" ", None, letters[0].page))
            marker = replace(marker, end=marker.end + 1)
        while letters and not letters[-1].text.strip():
            letters = letters[:-1]
        text = text_of(letters)
        if not text.strip():
            return None
        level = 0 if quoted else self._headings.level(paragraph)
        kind = _note_or_cell(piece) or (BlockKind.HEADING if level else self._kind(marker, text))
        if kind is BlockKind.HEADING and not marker:
            marker = heading_marker(text)
        if kind is BlockKind.HEADING:
            del self._section[level - 1 :]
        block = Block(
            index=index,
            kind=kind,
            text=text,
            segments=tuple(_segments(letters)),
            level=level,
            number=marker.number if piece.note is None else piece.note,
            prose_start=marker.end,
            section=tuple(part for part in self._section if part),
            page=paragraph.page,
            quoted=kind is BlockKind.PARAGRAPH and (quoted or _is_quoted(text)),
            cell=piece.cell,
        )
        if kind is BlockKind.HEADING and not self._headings.is_title(paragraph):
            self._section += [""] * (level - 1 - len(self._section)) + [text[marker.end :]]
        return block

    def _kind(self, marker: Marker, text: str) -> BlockKind:
        if marker.bullet:
            return BlockKind.LIST_ITEM
        if is_caption(text):
            return BlockKind.CAPTION
        return numbered_kind(marker.number) if marker.number else BlockKind.PARAGRAPH


@dataclass(slots=True)
class _Depths:
    """How deep the items of one list stand, by where they begin."""

    lefts: list[float] = field(default_factory=list)

    def of(self, left: float) -> int:
        """The depth of an item that begins at `left`, from 1."""
        while self.lefts and left < self.lefts[-1] - _STEP_IN:
            self.lefts.pop()
        if not self.lefts or left > self.lefts[-1] + _STEP_IN:
            self.lefts.append(left)
        return len(self.lefts)


def _note_or_cell(piece: Piece) -> BlockKind | None:
    kinds = {
        Story.NOTE: BlockKind.FOOTNOTE,
        Story.CELL: BlockKind.TABLE_CELL,
        Story.BOX: BlockKind.TEXT_BOX,
    }
    return kinds.get(piece.story)


def _is_quoted(text: str) -> bool:
    """Whether a paragraph is one quotation from its first character to its last."""
    return text[0] in "\u201c\u2018" and text.rstrip(".")[-1] in "\u201d\u2019" and len(text) > 60


def _segments(letters: Sequence[Letter]) -> Iterator[Segment]:
    """One segment for each stretch of printed characters on one page."""
    start = 0
    for index in range(1, len(letters) + 1):
        before = letters[index - 1]
        if index < len(letters):
            letter = letters[index]
            same = letter.page == before.page and (letter.glyph is None) == (before.glyph is None)
            if same:
                continue
        boxes = tuple(le.glyph.box for le in letters[start:index] if le.glyph is not None)
        if boxes:
            yield Segment(Span(start, index), PdfPlace(before.page, boxes))
        start = index
