"""Laying out a table: which cells are read, and on which row and column each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from scr_lint.docx_names import VAL, w
from scr_lint.readers.docx.fate import Fate
from scr_lint.readers.docx.tags import (
    CELL,
    DELETED,
    INSERTED,
    MOVED_TO,
    ROW,
    SDT,
    on,
    value,
    whole,
)

_WRAPPERS = frozenset((SDT, w("sdtContent"), w("customXml"), w("smartTag"), INSERTED, MOVED_TO))
_ROW_PR, _CELL_PR = w("trPr"), w("tcPr")
_MAX_SPAN = 1_000  # Word itself stops at 63 columns


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell's row and column from 1, the column counted on the table's grid, and its fate."""

    row: int
    column: int
    fate: Fate


def layout(table: etree._Element) -> dict[etree._Element, Spot]:
    """Every cell of a table, tables inside it left out; rows struck out do not count."""
    spots: dict[etree._Element, Spot] = {}
    number, merging = 0, frozenset[int]()
    for row in _inside(table, ROW):
        fate = _row_fate(row)
        number += fate is Fate.READ
        open_columns = set()
        for column, cell in _columns(row):
            properties = cell.find(_CELL_PR)
            merge = None if properties is None else properties.find(w("vMerge"))
            own = _cell_fate(properties, merge, column in merging)
            spots[cell] = Spot(number, column, own if fate is Fate.READ else fate)
            if merge is not None:
                open_columns.add(column)
        if fate is Fate.READ:
            merging = frozenset(open_columns)
    return spots


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, through the wrappers that may stand round them."""
    waiting = [parent.iterchildren()]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            waiting.append(child.iterchildren())


def _columns(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    column = 1 + _span(row.find(_ROW_PR), "gridBefore", least=0)
    for cell in _inside(row, CELL):
        yield column, cell
        column += _span(cell.find(_CELL_PR), "gridSpan", least=1)


def _span(properties: etree._Element | None, name: str, *, least: int) -> int:
    return min(max(whole(value(properties, w(name))) or 0, least), _MAX_SPAN)


def _row_fate(row: etree._Element) -> Fate:
    properties = row.find(_ROW_PR)
    if properties is None:
        return Fate.READ
    if properties.find(DELETED) is not None:
        return Fate.DELETED
    return Fate.HIDDEN if on(properties.find(w("hidden"))) else Fate.READ


def _cell_fate(
    properties: etree._Element | None, merge: etree._Element | None, below: bool
) -> Fate:
    """A cell merged into the one above or before it shows nothing (17.4.84, 17.4.22)."""
    if properties is None:
        return Fate.READ
    if properties.find(w("cellDel")) is not None:
        return Fate.DELETED
    if merge is not None and below and merge.get(VAL, "continue") == "continue":
        return Fate.MERGED
    across = properties.find(w("hMerge"))
    joined = across is not None and across.get(VAL, "continue") == "continue"
    return Fate.MERGED if joined else Fate.READ
