"""Circumstances that the draft says there were none of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from scr_lint.model import BlockKind
from scr_lint.rules.passages.bearings import dismisses
from scr_lint.rules.passages.lines import Line, Lines, column_of
from scr_lint.sought import Circumstance

KINDS = tuple(map(str, Circumstance))
_SHORT_ANSWER = 18
_NEXT = 2
_LONG_LIST = 30
_ENDS_IN_NONE = re.compile(r"(?::| [–—-]) (?:none|no|nil|not applicable|n/a)\b[^,;:]{0,20}$")
_NONE_CELL = re.compile(r"\W*(?:none|no|nil|not applicable|n/a)\b.{0,30}$")


class AbsentCircumstances:
    """Finds the lines that rule circumstances out."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def says_none(self, line: Line) -> bool:
        """Whether what the line names is said not to have been, alone or among others."""
        return self._is_listed_as_none(line) or self.rules_out(line)

    def rules_out(self, line: Line) -> bool:
        """Whether the draft says here that there were none: several kinds, or any at all."""
        if line.heading.any("heading_narrative") and not line.heading.any("process_heading"):
            return False
        if self._is_answered_by_none(line):
            return True
        if self._is_listed_as_none(line):
            return len(self._kinds_listed(line)) >= 2 or self._is_asked_in_general(line)
        if not _says_none(line):
            return False
        first = 0 if line.cues.any("asks_after") else line.cues.spans("ruled_out")[0].start
        return _speaks_of_several(line, first) or self._goes_on(line)

    def _goes_on(self, line: Line) -> bool:
        """Whether a sentence beside it rules out another kind: "No inquest was held. Nobody was charged"."""
        near = (*self._lines.before(line, _NEXT), *self._lines.after(line, _NEXT))
        beside = [x for x in near if x.block == line.block and _says_none(x)]
        kinds = [_kinds(x, x.cues.spans("ruled_out")[0].start) for x in (line, *beside)]
        return bool(kinds[0]) and len(set().union(*kinds)) >= 2

    def _is_answered_by_none(self, line: Line) -> bool:
        """Whether it asks after circumstances of any kind and the next sentence says: none."""
        if not line.cues.any("asks_after") or not _speaks_of_several(line):
            return False
        return any(
            after.starts_with("none_answer") and len(after.text.split()) <= _SHORT_ANSWER
            for after in self._lines.after(line, 1)
        )

    # --- lists and tables

    def is_head_of_table(self, line: Line) -> bool:
        """Whether it stands in the first row of a table that has others."""
        cell = line.sentence.block.cell
        if cell is None or cell.row != 1:
            return False
        return any(table == cell.table and row > 1 for table, row in self._lines.rows)

    def _is_asked_in_general(self, line: Line) -> bool:
        """Whether the item, or the head of a table answered by "none" throughout, asks after any process."""
        if line.cues.any("general_process"):
            return True
        rows = self._table(line)
        heads = [x for x in rows if self.is_head_of_table(x)]
        first = [x for x in rows if x not in heads and column_of(x) == 1]
        return any(x.cues.any("general_process") for x in heads) and all(
            map(self._is_listed_as_none, first)
        )

    def _is_listed_as_none(self, line: Line) -> bool:
        """Whether it is an item or a row that is answered by "none"."""
        block = line.sentence.block
        if block.cell is not None:
            first = block.cell.column == 1
            return first and any(_NONE_CELL.match(x.text) for x in self._row(line))
        if block.kind is not BlockKind.LIST_ITEM:
            return False
        return bool(_ENDS_IN_NONE.search(line.text.rstrip(".; "))) or self._is_led_by_none(line)

    def _is_led_by_none(self, line: Line) -> bool:
        """Whether the words before the list say that its items did not apply."""
        items = self._items(line)
        lead = self._lines.before(items[0], 1) if items else ()
        return any(x.cues.any("led_by_none") and x.text.rstrip().endswith(":") for x in lead)

    def _kinds_listed(self, line: Line) -> frozenset[str]:
        """The kinds that the items or rows beside it answer by "none", its own among them."""
        listed = self._table(line) if line.sentence.block.cell else self._items(line)
        return frozenset(k for x in listed if self._is_listed_as_none(x) for k in _kinds(x))

    def _items(self, line: Line) -> Sequence[Line]:
        """The items of the list it stands in."""
        before = takewhile(_is_item, self._lines.before(line, _LONG_LIST))
        after = takewhile(_is_item, self._lines.after(line, _LONG_LIST))
        return (*reversed(tuple(before)), line, *after)

    def _row(self, line: Line) -> Sequence[Line]:
        """The other cells of its row."""
        cell = line.sentence.block.cell
        row = self._lines.rows[cell.table, cell.row] if cell else ()
        return [other for other in row if other is not line]

    def _table(self, line: Line) -> Sequence[Line]:
        """All cells of its table."""
        cell = line.sentence.block.cell
        table = cell.table if cell else 0
        return [x for (number, _), row in self._lines.rows.items() if number == table for x in row]


def _is_item(line: Line) -> bool:
    return line.sentence.block.kind is BlockKind.LIST_ITEM


def _says_none(line: Line) -> bool:
    """Whether the sentence denies that something was, and does not wave away what was."""
    if "ruled_out" not in line.cues:
        return False
    first = line.cues.spans("ruled_out")[0].start
    return not (line.text[first:].startswith(("none of", "neither")) and dismisses(line))


def _kinds(line: Line, first: int = 0) -> set[str]:
    """The kinds that the words from `first` on name."""
    return {k for k in KINDS for s in line.cues.spans(k, f"{k}_word") if s.start >= first}


def _speaks_of_several(line: Line, first: int = 0) -> bool:
    """Whether the words from `first` on name two kinds or more, or any process at all."""
    return len(_kinds(line, first)) >= 2 or line.cues.any("general_process")
