"""Tables drawn with lines: from edges to a grid of cells, merged ones included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from scr_lint.model import Box
from scr_lint.readers.pdf.glyphs import Edge

# Borders of neighbouring cells may be drawn side by side; in points.
_SAME = 3.0
_SHORTEST = 6.0
_MOST_EDGES = 6_000
_MOST_LANES = 300


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell on the page; row and column count from 1, those of its top left corner."""

    row: int
    column: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as drawn. `columns` are the places of its upright lines."""

    box: Box
    columns: tuple[float, ...]
    cells: tuple[GridCell, ...]


def grids_of(edges: Sequence[Edge]) -> list[Grid]:
    """The grids that edges make, from top to bottom. One cell alone is a grid too: a frame."""
    if len(edges) > _MOST_EDGES:
        return []
    across = list(_merged(e for e in edges if not e.upright))
    upright = list(_merged(e for e in edges if e.upright))
    found = (_grid(a, u) for a, u in _connected(across, upright))
    return sorted((g for g in found if g), key=lambda g: (g.box.top, g.box.left))


def _merged(edges: Iterable[Edge]) -> Iterator[Edge]:
    """Edges at the same place as one, where they touch or nearly do."""
    lanes: list[list[Edge]] = []
    for edge in sorted(edges, key=lambda e: e.at):
        if lanes and edge.at - lanes[-1][0].at <= _SAME:
            lanes[-1].append(edge)
        else:
            lanes.append([edge])
    for lane in lanes:
        at = sum(e.at for e in lane) / len(lane)
        start, end = float("inf"), float("-inf")
        for edge in sorted(lane, key=lambda e: e.start):
            if edge.start > end + _SAME:
                if end - start >= _SHORTEST:
                    yield Edge(at, start, end, upright=edge.upright)
                start, end = edge.start, edge.end
            else:
                end = max(end, edge.end)
        if end - start >= _SHORTEST:
            yield Edge(at, start, end, upright=lane[0].upright)


def _connected(
    across: Sequence[Edge], upright: Sequence[Edge]
) -> Iterator[tuple[list[Edge], list[Edge]]]:
    """The groups of edges that cross or touch one another."""
    left = set(range(len(upright)))
    unseen = set(range(len(across)))
    while unseen:
        rows, stems, waiting = {unseen.pop()}, set[int](), list[int]()
        waiting = list(rows)
        while waiting:
            row = across[waiting.pop()]
            touched = {s for s in left if _touch(row, upright[s])}
            left -= touched
            stems |= touched
            reached = {r for r in unseen if any(_touch(across[r], upright[s]) for s in touched)}
            unseen -= reached
            rows |= reached
            waiting += reached
        if len(stems) > 1:
            yield [across[r] for r in rows], [upright[s] for s in stems]


def _touch(across: Edge, upright: Edge) -> bool:
    return (
        across.start - _SAME <= upright.at <= across.end + _SAME
        and upright.start - _SAME <= across.at <= upright.end + _SAME
    )


def _grid(across: Sequence[Edge], upright: Sequence[Edge]) -> Grid | None:
    """The cells between edges: neighbours with no line between them are one cell."""
    across = [*across, *_closing(across, upright)]
    ys = sorted({e.at for e in across})
    xs = sorted({e.at for e in upright})
    if not (1 < len(ys) <= _MOST_LANES and 1 < len(xs) <= _MOST_LANES):
        return None
    owner = _owners(ys, xs, across, upright)
    cells: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place in sorted(owner):
        cells.setdefault(_root(owner, place), []).append(place)
    made = []
    for places in cells.values():
        rows, columns = [r for r, _ in places], [c for _, c in places]
        box = Box(xs[min(columns)], ys[min(rows)], xs[max(columns) + 1], ys[max(rows) + 1])
        made.append(GridCell(min(rows) + 1, min(columns) + 1, box))
    made.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), tuple(made))


def _closing(across: Sequence[Edge], upright: Sequence[Edge]) -> Iterator[Edge]:
    """Lines to close a row that the end of the page has left open above or below."""
    left, right = min(e.at for e in upright), max(e.at for e in upright)
    top, bottom = min(e.start for e in upright), max(e.end for e in upright)
    if top < min(e.at for e in across) - _SHORTEST:
        yield Edge(top, left, right, upright=False)
    if bottom > max(e.at for e in across) + _SHORTEST:
        yield Edge(bottom, left, right, upright=False)


Owners = dict[tuple[int, int], tuple[int, int]]


def _owners(
    ys: Sequence[float], xs: Sequence[float], across: Sequence[Edge], upright: Sequence[Edge]
) -> Owners:
    """For each field of the grid the field it is merged with, itself at the end of the chain."""
    owner: Owners = {(r, c): (r, c) for r in range(len(ys) - 1) for c in range(len(xs) - 1)}
    below = _walls(across)
    beside = _walls(upright)
    for row, column in list(owner):
        middle_x = (xs[column] + xs[column + 1]) / 2
        middle_y = (ys[row] + ys[row + 1]) / 2
        if row + 2 < len(ys) and not below(ys[row + 1], middle_x):
            _unite(owner, (row, column), (row + 1, column))
        if column + 2 < len(xs) and not beside(xs[column + 1], middle_y):
            _unite(owner, (row, column), (row, column + 1))
    return owner


def _walls(edges: Sequence[Edge]) -> Callable[[float, float], bool]:
    """A test whether a line at `at` is drawn where it passes `along`."""
    lanes: dict[float, list[Edge]] = {}
    for edge in edges:
        lanes.setdefault(edge.at, []).append(edge)

    def stands(at: float, along: float) -> bool:
        return any(e.start - _SAME <= along <= e.end + _SAME for e in lanes[at])

    return stands


def _root(owner: Owners, place: tuple[int, int]) -> tuple[int, int]:
    while owner[place] != place:
        place = owner[place]
    return place


def _unite(owner: Owners, one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = sorted((_root(owner, one), _root(owner, other)))
    owner[second] = first
