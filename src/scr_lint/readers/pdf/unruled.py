"""Tables without rulings: cells side by side in rows, told by the white that parts them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scr_lint.model import Box
from scr_lint.readers.pdf.grid import GridCell
from scr_lint.readers.pdf.layout import CellText, Table
from scr_lint.readers.pdf.lines import Line, Run, lines_of
from scr_lint.readers.pdf.markers import is_marker

# In ems of the type at hand. Chromium leaves 3 points between cells.
_TOUCHING = 0.2
_RIVER = 0.2
_FARTHEST = 3.0
_OVERLAP = 0.2
_MORE_ROOM = 0.15
# In points: how far the lines of a column may begin from one another.
_ALIGNED = 2.0
# The share of a column's lines that must keep to its edge.
_MOST = 0.75
# A page with more strips than this is no draft; a table has fewer on one page.
_MOST_STRIPS = 1_000
_MOST_IN_TABLE = 120
_MOST_COLUMNS = 12
# Where only the words tell where a row begins, taller ones are columns of prose.
_TALLEST = 6

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Strip:
    """Runs that stand level with one another: a line, or a row of cells set in its middle."""

    runs: tuple[Run, ...]
    top: float
    bottom: float
    size: float
    inked: tuple[Interval, ...]

    @classmethod
    def of(cls, runs: Sequence[Run]) -> _Strip:
        """The strip some runs make."""
        size = max(run.size for run in runs)
        top = min(run.glyphs[0].top for run in runs)
        bottom = max(run.glyphs[0].bottom for run in runs)
        inked: list[Interval] = []
        for left, right in sorted(run.ink for run in runs if run.ink is not None):
            if inked and left - inked[-1][1] < _TOUCHING * size:
                inked[-1] = (inked[-1][0], max(right, inked[-1][1]))
            else:
                inked.append((left, right))
        return cls(tuple(runs), top, bottom, size, tuple(inked))

    def rivers(self) -> list[Interval]:
        """The white between its pieces."""
        return [(a[1], b[0]) for a, b in pairwise(self.inked)]

    def narrowed(self, rivers: Sequence[Interval]) -> list[Interval]:
        """What of each river this strip leaves white, where it is still wide enough."""
        left: list[Interval] = []
        for start, end in rivers:
            for a, b in self.inked:
                if a < end and b > start:
                    left.append((start, a))
                    start = max(start, b)
            left.append((start, end))
        return [(a, b) for a, b in left if b - a >= _RIVER * self.size]


def unruled_tables(runs: Sequence[Run], page: int) -> tuple[list[Run], list[Table]]:
    """The runs of one column that stand in no table, and the tables found, from top to bottom."""
    spaced = any(" " in run.text() for run in runs)
    parts = [(part, run) for run in runs if run.ink for part in _parts(run, spaced=spaced)]
    whole = {id(part): id(run) for part, run in parts}
    strips = list(_strips([part for part, _ in parts]))
    if len(strips) > _MOST_STRIPS:
        return list(runs), []
    tables: list[Table] = []
    taken: set[int] = set()
    start = 0
    while start < len(strips) - 1:
        found = _table_at(strips, start)
        if found is None:
            start += 1
            continue
        for part in found.parts():
            tables.append(part.table(page))
            taken.update(whole[id(run)] for run in part.runs())
        start = found.end
    return [run for run in runs if id(run) not in taken], tables


def _parts(run: Run, *, spaced: bool) -> Iterator[Run]:
    """The stretches of a run between gaps that hold no space character, where others do.

    Cells that are drawn one after another with little room between make one run.
    """
    start = 0
    for index, (last, glyph) in enumerate(pairwise(run.glyphs), 1):
        bare = not last.text.isspace() and not glyph.text.isspace()
        if spaced and bare and glyph.left - last.right >= _TOUCHING * run.size:
            yield Run.of(run.glyphs[start:index])
            start = index
    yield run if start == 0 else Run.of(run.glyphs[start:])


def _strips(runs: Sequence[Run]) -> Iterator[_Strip]:
    held: list[Run] = []
    bottom = 0.0
    for run in sorted((r for r in runs if r.ink is not None), key=lambda r: r.glyphs[0].top):
        first = run.glyphs[0]
        if held and first.top > bottom - _OVERLAP * run.size:
            yield _Strip.of(held)
            held, bottom = [], 0.0
        held.append(run)
        bottom = max(bottom, first.bottom)
    if held:
        yield _Strip.of(held)


def _table_at(strips: Sequence[_Strip], start: int) -> _Found | None:
    """The table that begins with a strip or soon after it, the one with most cells, if any.

    A row may lack cells: the first strip that has a cell in every column shows where these part.
    """
    best: _Found | None = None
    block, _ = _reach(strips[start : start + _MOST_IN_TABLE], 1)
    counts = [len(strip.rivers()) for strip in block]
    for least in range(min(max(counts), _MOST_COLUMNS), 0, -1):
        seed = next(n for n, count in enumerate(counts) if count >= least)
        above, rivers = _reach(block[seed::-1], least)
        below, rivers = _reach(block[seed:], least, rivers)
        first = seed + 1 - len(above)
        table = block[first : seed + len(below)]
        found = _Found.of(table, [(a + b) / 2 for a, b in rivers], start + first)
        if found is not None and found.is_table() and (not best or found.size() > best.size()):
            best = found
    return best


def _reach(
    strips: Sequence[_Strip], least: int, rivers: Sequence[Interval] | None = None
) -> tuple[Sequence[_Strip], Sequence[Interval]]:
    """The strips from the first on through which enough rivers run, and what is left of these."""
    rivers = strips[0].rivers() if rivers is None else rivers
    for count, (last, strip) in enumerate(pairwise(strips), 1):
        left = strip.narrowed(rivers)
        apart = max(strip.top - last.bottom, last.top - strip.bottom)
        if len(left) < least or apart > _FARTHEST * last.size:
            return strips[:count], rivers
        rivers = left
    return strips, rivers


@dataclass(frozen=True, slots=True)
class _Found:
    """Strips in columns that part at `edges`, in rows; `end` is the index of the strip after."""

    rows: tuple[tuple[_Strip, ...], ...]
    edges: tuple[float, ...]
    end: int
    spaced: bool

    @classmethod
    def of(cls, strips: Sequence[_Strip], edges: Sequence[float], start: int) -> _Found | None:
        """What strips make, without the last rows of one cell; None where nothing is left."""
        spaced, heads = _row_starts(strips, edges)
        bounds = [*heads, len(strips)]
        rows = [tuple(strips[a:b]) for a, b in pairwise(bounds)]
        while rows and len(_columns(rows[-1], edges)) < 2:
            rows.pop()
        if not rows:
            return None
        return cls(tuple(rows), tuple(edges), start + sum(map(len, rows)), spaced)

    def is_table(self) -> bool:
        """Whether these are rows of cells, and neither a list nor columns of prose."""
        full = [row for row in self.rows if len(_columns(row, self.edges)) > 1]
        columns = [self._cells(number) for number in range(len(self.edges) + 1)]
        if len(full) < 2 or any(sum(map(bool, cells)) < 2 for cells in columns):
            return False
        telling = [cells for cells in columns if not _are_markers(cells)]
        if not any(c.isalnum() for lines in columns[0] for line in lines for c in line.text()):
            return False
        tall = not self.spaced and sum(map(len, self.rows)) > _TALLEST * len(self.rows)
        if len(telling) < 2 or tall or not all(_keeps_an_edge(cells) for cells in columns):
            return False
        # A label and what is said of it read well on one line, unless the label takes several.
        labels = columns[0]
        return len(columns) > 2 or (
            len(full) > 2 and telling[0] is labels and any(len(lines) > 1 for lines in labels)
        )

    def size(self) -> int:
        """How many cells have text."""
        return sum(len(_columns(row, self.edges)) for row in self.rows)

    def _cells(self, column: int) -> list[list[Line]]:
        """The lines of one column's cells, row by row."""
        return [lines_of(_runs(row, self.edges, column), 0) for row in self.rows]

    def parts(self) -> Iterator[_Found]:
        """The tables between rows of one cell, which read as lines: headings, most often."""
        held: list[tuple[_Strip, ...]] = []
        for row in self.rows:
            if len(_columns(row, self.edges)) > 1:
                held.append(row)
            elif held:
                yield _Found(tuple(held), self.edges, self.end, self.spaced)
                held = []
        if held:
            yield _Found(tuple(held), self.edges, self.end, self.spaced)

    def runs(self) -> Iterator[Run]:
        """The runs in it."""
        yield from (run for row in self.rows for strip in row for run in strip.runs)

    def table(self, page: int) -> Table:
        """The table as one that is ruled would be; its columns are where their text begins."""
        cells: list[CellText] = []
        lefts = [float("inf")] * (len(self.edges) + 1)
        for number, row in enumerate(self.rows, 1):
            for column in sorted(_columns(row, self.edges)):
                lines = tuple(lines_of(_runs(row, self.edges, column), page))
                if lines:
                    box = _box(lines)
                    lefts[column] = min(lefts[column], box.left)
                    cells.append(CellText(GridCell(number, column + 1, box), lines))
        return Table(
            page, _box([line for c in cells for line in c.lines]), tuple(lefts), tuple(cells)
        )


def _column(run: Run, edges: Sequence[float]) -> int:
    left, right = run.ink or (run.left, run.right)
    return bisect_right(edges, (left + right) / 2)


def _columns(strips: Sequence[_Strip], edges: Sequence[float]) -> set[int]:
    """The columns in which strips have text."""
    return {_column(run, edges) for strip in strips for run in strip.runs}


def _runs(strips: Sequence[_Strip], edges: Sequence[float], column: int) -> list[Run]:
    return [run for strip in strips for run in strip.runs if _column(run, edges) == column]


def _row_starts(strips: Sequence[_Strip], edges: Sequence[float]) -> tuple[bool, list[int]]:
    """Whether room between rows tells them apart, and the index of the first strip of each.

    Where there is no more room between rows than within, a row begins where all cells of a strip,
    the first column's among them, begin anew.
    """
    room = [below.top - above.bottom for above, below in pairwise(strips)]
    least = min(room, default=0.0)
    wide = {n for n, white in enumerate(room, 1) if white > least + _MORE_ROOM * strips[n].size}
    heads = {n for n in range(1, len(strips)) if _heads(strips[n], edges)}
    alone = {n for n in range(1, len(strips)) if _is_alone(strips[n], strips[n - 1], edges)}
    beside = alone | {n + 1 for n in alone if n + 1 < len(strips)}
    spaced = bool(wide) and 2 * len(wide & heads - beside) >= len(heads - beside)
    return spaced, [0, *sorted(beside | (wide if spaced else wide | heads))]


def _heads(strip: _Strip, edges: Sequence[float]) -> bool:
    """Whether all cells of a strip begin anew, the first column's and another's among them."""
    columns = _columns([strip], edges)
    first = [lines_of(_runs([strip], edges, column), 0)[0] for column in columns]
    return min(columns) == 0 < max(columns) and not any(c.text()[:1].islower() for c in first)


def _is_alone(strip: _Strip, above: _Strip, edges: Sequence[float]) -> bool:
    """Whether a strip has only its first cell, and that set otherwise, as a heading is."""
    if _columns([strip], edges) != {0}:
        return False
    here, before = lines_of(strip.runs, 0)[0], lines_of(_runs([above], edges, 0), 0)
    return not before or (before[-1].bold, before[-1].size) != (here.bold, here.size)


def _are_markers(cells: Sequence[Sequence[Line]]) -> bool:
    """Whether the cells of a column, but for its header, are numbers, letters or bullets."""
    texts = [" ".join(line.text() for line in lines).strip() for lines in cells if lines]
    return all(map(is_marker, texts[1:])) and (is_marker(texts[0]) or len(texts) > 2)


def _keeps_an_edge(cells: Sequence[Sequence[Line]]) -> bool:
    """Whether most lines of a column begin, end or have their middle at one place."""
    lines = [line for cell in cells for line in cell]
    for places in (
        [line.left for line in lines],
        [line.right for line in lines],
        [(line.left + line.right) / 2 for line in lines],
    ):
        usual = sorted(places)[len(places) // 2]
        if sum(abs(place - usual) <= _ALIGNED for place in places) >= _MOST * len(places):
            return True
    return False


def _box(lines: Sequence[Line]) -> Box:
    return Box(
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )
