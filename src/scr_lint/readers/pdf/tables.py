"""Tables that go on from one page to the next: one table, its broken row made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scr_lint.model import Cell
from scr_lint.readers.pdf.columns import Item, Stretch
from scr_lint.readers.pdf.layout import CellText, Table
from scr_lint.readers.pdf.lines import Line

_SAME_PLACE = 4.0
_ENDS = tuple(".?!")
# The rest of a date of which the page above has the day.
_YEAR = re.compile(r"(?:[A-Z][a-z]+ )?(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class TableText:
    """A cell as it is read: where it stands in the draft's tables, and its lines."""

    cell: Cell
    lines: tuple[Line, ...]


@dataclass(slots=True)
class _Open:
    """The table read last, which the next page may go on with."""

    columns: tuple[float, ...]
    header: tuple[str, ...]
    rows: dict[int, dict[int, list[Line]]]
    number: int
    page: int


def with_whole_tables(items: Iterable[Item]) -> Iterator[Stretch | tuple[TableText, ...]]:
    """Items in order, each table as its cells, one over several pages where it begins."""
    held: _Open | None = None
    number = 0
    for item in items:
        if isinstance(item, Stretch):
            if held is not None:
                yield _texts(held)
                held = None
            yield item
        elif held is not None and _goes_on(held, item):
            _extend(held, item)
        else:
            if held is not None:
                yield _texts(held)
            number += 1
            held = _Open(item.columns, _words(item, 1), _rows(item), number, item.page)
    if held is not None:
        yield _texts(held)


def _goes_on(held: _Open, table: Table) -> bool:
    """Whether a table has the columns of the one before, on the next page or beside it."""
    shift = table.columns[0] - held.columns[0]
    same = len(held.columns) == len(table.columns) and all(
        abs(a + shift - b) < _SAME_PLACE for a, b in zip(held.columns, table.columns, strict=True)
    )
    moved = table.page == held.page + 1 or (table.page == held.page and abs(shift) > _SAME_PLACE)
    return same and moved


def _extend(held: _Open, table: Table) -> None:
    """Add the rows of the next page: without a repeated header, the first row perhaps a rest."""
    rows = _rows(table)
    numbers = sorted(rows)
    if numbers and _words(table, numbers[0]) == held.header and any(held.header):
        numbers = numbers[1:]
    last = max(held.rows)
    if numbers and _is_rest(held.rows[last], rows[numbers[0]]):
        for column, lines in rows[numbers[0]].items():
            held.rows[last].setdefault(column, []).extend(lines)
        numbers = numbers[1:]
    for place, number in enumerate(numbers, last + 1):
        held.rows[place] = rows[number]
    held.page, held.columns = table.page, table.columns


def _is_rest(above: dict[int, list[Line]], row: dict[int, list[Line]]) -> bool:
    """Whether a row only ends what the one above began.

    Some cell must go on with a sentence, none may begin where there was nothing, and the first
    column, which names a row, must be empty or go on too.
    """
    filled = {column: lines for column, lines in row.items() if lines}
    if not filled or any(not above.get(column) for column in filled):
        return False
    going_on = [c for c, lines in filled.items() if _cut(above[c][-1], lines[0])]
    first = filled.get(1, [])
    named = bool(first) and 1 not in going_on and not _YEAR.fullmatch(first[0].text())
    return bool(going_on) and not named


def _cut(last: Line, first: Line) -> bool:
    """Whether a cell's last line goes on with another line."""
    return first.text()[:1].islower() and not last.text().rstrip().endswith(_ENDS)


def _rows(table: Table) -> dict[int, dict[int, list[Line]]]:
    rows: dict[int, dict[int, list[Line]]] = {}
    for text in table.cells:
        rows.setdefault(text.cell.row, {})[text.cell.column] = list(text.lines)
    return rows


def _words(table: Table, row: int) -> tuple[str, ...]:
    """What the cells of a row say."""
    cells: Sequence[CellText] = [c for c in table.cells if c.cell.row == row]
    return tuple(" ".join(line.text() for line in c.lines) for c in cells)


def _texts(held: _Open) -> tuple[TableText, ...]:
    return tuple(
        TableText(Cell(held.number, row, column), tuple(lines))
        for row, columns in sorted(held.rows.items())
        for column, lines in sorted(columns.items())
        if lines
    )
