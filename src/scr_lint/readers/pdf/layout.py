"""What belongs together on one page: cells of tables, framed boxes, and the body around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from scr_lint.model import Box
from scr_lint.readers.pdf.glyphs import Glyph, Sheet
from scr_lint.readers.pdf.grid import Grid, GridCell, grids_of
from scr_lint.readers.pdf.lines import Line, Run, lines_of, runs_of

# A frame round more than this share of the page is the page's border or background.
_WHOLE_PAGE = 0.6
# A frame lower than this holds one line: a highlight, not a box. In points.
_LOWEST_BOX = 30.0
_NARROWEST_BOX = 50.0
_MOST_FRAMES = 400


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell of a table and the lines in it."""

    cell: GridCell
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table on one page: its upright lines and its cells, row by row."""

    page: int
    box: Box
    columns: tuple[float, ...]
    cells: tuple[CellText, ...]


@dataclass(frozen=True, slots=True)
class Framed:
    """A box of text that stands in a frame of its own; footers that run through it leave `runs`."""

    page: int
    box: Box
    runs: list[Run]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its lines from top to bottom."""
        return tuple(lines_of(self.runs, self.page))


@dataclass(slots=True)
class Page:
    """One page on its way to blocks: `runs` are those of the body, which furniture leaves."""

    number: int
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    boxes: list[Framed] = field(default_factory=list)
    obstacles: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)


def page_of(sheet: Sheet) -> Page:
    """Sort what a sheet shows into tables, boxes and body."""
    grids = grids_of(sheet.edges)
    tables = [grid for grid in grids if len(grid.cells) > 1]
    tables = [t for t in tables if not any(_within(t.box, o.box) for o in tables if o is not t)]
    frames = list(_boxes(sheet, [g.box for g in grids if len(g.cells) == 1], tables))
    body, in_tables, in_frames = _shared_out(sheet.glyphs, tables, frames)
    page = Page(sheet.number, sheet.width, sheet.height, runs=list(runs_of(body)))
    page.tables = [
        _table(t, cells, page.number) for t, cells in zip(tables, in_tables, strict=True)
    ]
    for box, glyphs in zip(frames, in_frames, strict=True):
        if any(not glyph.text.isspace() for glyph in glyphs):
            page.boxes.append(Framed(page.number, box, list(runs_of(glyphs))))
    page.obstacles = [b.box for b in page.boxes] + sheet.pictures
    page.rules = [
        Box(e.start, e.at, e.end, e.at)
        for e in sheet.edges
        if not e.upright and not any(_holds(t.box, (e.start + e.end) / 2, e.at) for t in tables)
    ]
    return page


def _boxes(sheet: Sheet, framed: Iterable[Box], tables: Sequence[Grid]) -> Iterator[Box]:
    """The frames that are boxes of text, the outermost of those inside one another."""
    frames = [f for f in [*framed, *sheet.frames[:_MOST_FRAMES]] if _could_hold(f, sheet)]
    frames = [f for f in frames if not any(_meet(f, t.box) for t in tables)]
    kept: list[Box] = []
    for frame in sorted(frames, key=lambda f: -(f.right - f.left) * (f.bottom - f.top)):
        if not any(_meet(frame, other) for other in kept):
            kept.append(frame)
    yield from sorted(kept, key=lambda f: (f.top, f.left))


def _could_hold(frame: Box, sheet: Sheet) -> bool:
    wide, high = frame.right - frame.left, frame.bottom - frame.top
    whole = wide * high > _WHOLE_PAGE * sheet.width * sheet.height
    return wide >= _NARROWEST_BOX and high >= _LOWEST_BOX and not whole


def _shared_out(
    glyphs: Iterable[Glyph], tables: Sequence[Grid], frames: Sequence[Box]
) -> tuple[list[Glyph], list[list[list[Glyph]]], list[list[Glyph]]]:
    """Characters of the body, of each cell of each table, and of each frame."""
    body: list[Glyph] = []
    in_tables: list[list[list[Glyph]]] = [[[] for _ in table.cells] for table in tables]
    in_frames: list[list[Glyph]] = [[] for _ in frames]
    finders = [
        (table.box, _finder(table), cells) for table, cells in zip(tables, in_tables, strict=True)
    ]
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        for box, finder, cells in finders:
            if _holds(box, x, y):
                cells[finder.index(x, y)].append(glyph)
                break
        else:
            for box, held in zip(frames, in_frames, strict=True):
                if _holds(box, x, y):
                    held.append(glyph)
                    break
            else:
                body.append(glyph)
    return body, in_tables, in_frames


@dataclass(frozen=True, slots=True)
class _Finder:
    """Tells which cell of a grid a point lies in."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    fields: dict[tuple[int, int], int]

    def index(self, x: float, y: float) -> int:
        """The index of the cell; points on the outer edge belong to the cell inside it."""
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        return self.fields[row, column]


def _finder(grid: Grid) -> _Finder:
    xs = tuple(sorted({x for c in grid.cells for x in (c.box.left, c.box.right)}))
    ys = tuple(sorted({y for c in grid.cells for y in (c.box.top, c.box.bottom)}))
    fields: dict[tuple[int, int], int] = {}
    for index, cell in enumerate(grid.cells):
        for row in range(ys.index(cell.box.top), ys.index(cell.box.bottom)):
            for column in range(xs.index(cell.box.left), xs.index(cell.box.right)):
                fields.setdefault((row, column), index)
    return _Finder(xs, ys, fields)


def _table(grid: Grid, glyphs: Sequence[list[Glyph]], page: int) -> Table:
    cells = tuple(
        CellText(cell, tuple(lines_of(runs_of(held), page)))
        for cell, held in zip(grid.cells, glyphs, strict=True)
    )
    return Table(page, grid.box, grid.columns, cells)


def _holds(box: Box, x: float, y: float) -> bool:
    return box.left <= x <= box.right and box.top <= y <= box.bottom


def _within(inner: Box, outer: Box) -> bool:
    return _holds(outer, inner.left, inner.top) and _holds(outer, inner.right, inner.bottom)


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )
