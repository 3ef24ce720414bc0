"""The parts of a draft in reading order: paragraphs, cells, boxes and notes, not yet judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scr_lint.model import Cell
from scr_lint.readers.pdf.columns import Stretch
from scr_lint.readers.pdf.footnotes import Footnote
from scr_lint.readers.pdf.layout import Framed
from scr_lint.readers.pdf.lines import Line
from scr_lint.readers.pdf.markers import Marker
from scr_lint.readers.pdf.paragraphs import Paragraph, Story, paragraphs, rejoined, usual_pitch
from scr_lint.readers.pdf.tables import TableText

Flow = Sequence[Stretch | tuple[TableText, ...]]

_MOST_MARKS = 2_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph and where it stands: in a cell, in a box, as a note, or in the body."""

    paragraph: Paragraph
    cell: Cell | None = None
    note: str | None = None

    @property
    def story(self) -> Story:
        """Which part of the page it belongs to."""
        return self.paragraph.story

    def before(self, page: int, top: float) -> bool:
        """Whether it begins above a place."""
        first = self.paragraph.lines[0]
        return (first.page, first.top) <= (page, top)


def pieces_of(flow: Flow, notes: Sequence[Footnote], boxes: Sequence[Framed]) -> list[Piece]:
    """Everything that is read, in order: boxes beside the text and notes after it."""
    pitch = usual_pitch(item for item in flow if isinstance(item, Stretch))
    pieces = list(_body(flow, pitch))
    for box in boxes:
        _insert(pieces, _in_box(box, pitch), box)
    return _with_notes(pieces, notes)


def _body(flow: Flow, pitch: float) -> Iterator[Piece]:
    held: list[Paragraph] = []
    for item in flow:
        if isinstance(item, Stretch):
            held += paragraphs(item, pitch)
            continue
        yield from map(Piece, rejoined(held))
        held = []
        for text in item:
            yield from _in_cell(text)
    yield from map(Piece, rejoined(held))


def _in_cell(text: TableText) -> Iterator[Piece]:
    """A cell may hold several paragraphs; one that a page end cuts is one."""
    parts: list[Paragraph] = []
    for page in sorted({line.page for line in text.lines}):
        lines = tuple(line for line in text.lines if line.page == page)
        parts += paragraphs(_stretch(lines), usual_pitch([_stretch(lines)]), Story.CELL)
    for paragraph in rejoined(parts):
        yield Piece(paragraph, text.cell)


def _in_box(box: Framed, pitch: float) -> list[Piece]:
    return [Piece(p) for p in paragraphs(_stretch(box.lines), pitch, Story.BOX)]


def _stretch(lines: tuple[Line, ...]) -> Stretch:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return Stretch(lines[0].page, lines, left, right)


def _insert(pieces: list[Piece], added: list[Piece], box: Framed) -> None:
    """Put pieces after the last one that begins above a box in its column, not between cells."""
    place = 0
    for index, piece in enumerate(pieces):
        first = piece.paragraph.lines[0]
        level = first.left < box.box.right and box.box.left < max(first.right, first.left + 100)
        earlier = first.page < box.page
        if earlier or (level and piece.before(box.page, box.box.top)):
            place = index + 1
    while 0 < place < len(pieces) and pieces[place].cell and pieces[place - 1].cell:
        place += 1
    pieces[place:place] = added


def _with_notes(pieces: list[Piece], notes: Iterable[Footnote]) -> list[Piece]:
    """Each note after the paragraph that refers to it, or after the last one on its page."""
    homes: dict[int, list[Piece]] = {}
    index = _Index(pieces)
    for note in notes:
        marker = Marker(note.number, note.prose_start) if note.prose_start else Marker()
        paragraph = Paragraph(note.lines, marker, story=Story.NOTE)
        homes.setdefault(index.home(note), []).append(Piece(paragraph, None, note.number))
    placed: list[Piece] = list(homes.get(-1, ()))
    for place, piece in enumerate(pieces):
        placed.append(piece)
        placed += homes.get(place, ())
    return placed


class _Index:
    """Where the footnote marks stand, and which piece is the last to begin by each page."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._marks: dict[str, list[tuple[int, int]]] = {}
        for place, piece in enumerate(pieces):
            for line in piece.paragraph.lines:
                for mark in line.marks:
                    self._marks.setdefault(mark, []).append((line.page, place))
        self._last = {piece.paragraph.page: place for place, piece in enumerate(pieces)}

    def home(self, note: Footnote) -> int:
        """The index of the piece a note belongs to; -1 before all.

        The piece with its mark on the same page, else on a page before, as endnotes have it.
        """
        marked = self._marks.get(note.number, [])[:_MOST_MARKS]
        same = [place for page, place in marked if page == note.page]
        earlier = [place for page, place in marked if page < note.page]
        if same or earlier:
            return same[0] if same else earlier[-1]
        pages = [page for page in self._last if page <= note.page]
        return self._last[max(pages)] if pages else -1
