"""The whole draft as rows: blocks grouped into lists, tables, boxes, each with its notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from scr_lint.model import Block, BlockKind
from scr_lint.reporters.clean import one_line
from scr_lint.reporters.html.pieces import Mark, cut
from scr_lint.reporters.html.view import Note, Row, TableCell, Unit

_SHAPES = {
    BlockKind.HEADING: "heading",
    BlockKind.LIST_ITEM: "list",
    BlockKind.TABLE_CELL: "table",
    BlockKind.FOOTNOTE: "foot",
    BlockKind.ENDNOTE: "foot",
    BlockKind.TEXT_BOX: "box",
}
# Blocks of these shapes belong together when they follow one another.
_JOINED = ("list", "table", "box")
# A longer stretch before the prose is not a number.
_LONGEST_NUMBER = 12
# No browser needs more, and a hostile file may ask for billions.
_MOST_SKIPPED = 99
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands in the blocks, by block index, and the level of the draft's first headings."""

    prefix: str
    top: int
    marks: Mapping[int, Sequence[Mark]] = field(default_factory=dict)
    notes: Mapping[int, Sequence[Note]] = field(default_factory=dict)


def rows_of(blocks: Sequence[Block], marked: Marked) -> tuple[Row, ...]:
    """The draft in reading order, nothing of it left out."""
    units = _units(blocks, marked)
    tables: set[int] = set()
    rows: list[Row] = []
    for (shape, _), group in groupby(zip(blocks, units, strict=True), lambda pair: _group(pair[0])):
        pairs = tuple(group)
        if shape == "table":
            rows.append(_table(pairs, tables))
        elif shape in _JOINED:
            rows.append(_row(shape, tuple(unit for _, unit in pairs)))
        else:
            rows += [_row(shape, (unit,), _title(block)) for block, unit in pairs]
    return tuple(rows)


def block_id(prefix: str, index: int) -> str:
    """The id of a block's place on the page."""
    return f"{prefix}-b{index}"


def _group(block: Block) -> tuple[str, int]:
    """What a block shares with those it is shown with."""
    shape = _SHAPES.get(block.kind, "paragraph")
    return shape, block.cell.table if block.cell and shape == "table" else 0


def _title(block: Block) -> str:
    if block.kind in (BlockKind.FOOTNOTE, BlockKind.ENDNOTE):
        return f"{block.kind} {block.number}".strip().capitalize()
    return ""


def _row(shape: str, units: tuple[Unit, ...], title: str = "") -> Row:
    return Row(shape, units, tuple(note for unit in units for note in unit.notes), title)


def _units(blocks: Sequence[Block], marked: Marked) -> Iterator[Unit]:
    page: int | None = None
    level = marked.top - 1
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            # Headings may skip a level in a draft, but not in a page that is read aloud.
            level = min(marked.top - 1 + max(block.level, 1), level + 1, _DEEPEST)
        turned = block.page is not None and block.page != page
        page = block.page if turned else page
        yield _unit(block, marked, level=level, turned=turned)


def _unit(block: Block, marked: Marked, *, level: int, turned: bool) -> Unit:
    number, start = _number(block)
    return Unit(
        id=block_id(marked.prefix, block.index),
        kind=str(block.kind),
        pieces=cut(block.text, marked.marks.get(block.index, ()), start),
        notes=tuple(marked.notes.get(block.index, ())),
        number=number,
        page=_page(block) if turned else "",
        level=level if block.kind is BlockKind.HEADING else min(block.level, 5),
        quoted=block.quoted,
    )


def _number(block: Block) -> tuple[str, int]:
    """The printed number, and where the words after it begin: a typed number stands in the text."""
    typed = one_line(block.text[: block.prose_start]).strip()
    if typed and len(typed) <= _LONGEST_NUMBER:
        return typed, block.prose_start
    return block.number, 0


def _page(block: Block) -> str:
    about = "about " if block.page_approximate else ""
    return f"{about}page {block.page}"


def _table(pairs: Sequence[tuple[Block, Unit]], seen: set[int]) -> Row:
    table = pairs[0][0].cell.table if pairs[0][0].cell else 0
    again = " (continued)" if table in seen else ""
    seen.add(table)
    units = tuple(unit for _, unit in pairs)
    notes = tuple(note for unit in units for note in unit.notes)
    return Row("table", units, notes, f"Table {table}{again}", tuple(_lines(pairs)))


def _lines(pairs: Sequence[tuple[Block, Unit]]) -> Iterator[tuple[TableCell, ...]]:
    """The rows that have cells, in order; cells that hold several blocks hold them together."""
    width = max(block.cell.column for block, _ in pairs if block.cell) if pairs[0][0].cell else 1
    for _, line in groupby(pairs, lambda pair: pair[0].cell.row if pair[0].cell else 0):
        yield tuple(_cells(tuple(line), width))


def _cells(line: Sequence[tuple[Block, Unit]], width: int) -> Iterator[TableCell]:
    done = 0
    for column, group in groupby(line, lambda pair: pair[0].cell.column if pair[0].cell else 1):
        skipped = min(max(column - done - 1, 0), _MOST_SKIPPED)
        yield TableCell(tuple(unit for _, unit in group), skipped)
        done = max(column, done)
    if done < width:
        yield TableCell((), min(width - done - 1, _MOST_SKIPPED))
