"""Aims that stand below what announces them: in list items, numbered one by one, in a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scr_lint.model import BlockKind
from scr_lint.rules.passages.aims import (
    COMPETING,
    Aim,
    Content,
    denials,
    forward_frames,
    is_hedged,
    stated,
)
from scr_lint.rules.passages.composed import is_elsewhere
from scr_lint.rules.passages.cues import Cues
from scr_lint.rules.passages.guidance import (
    is_made_own,
    is_said_by_source,
    names_source,
    speaks_for_guidance,
    speaks_of_reviews_at_large,
)
from scr_lint.rules.passages.lines import Line, Lines, column_of
from scr_lint.rules.passages.whose_aim import names_aim_of_another
from scr_lint.sought import Element

_OURS = ("reviewers_voice", "commissioner", "own_review", "aim_word")
_SOON = 70
_SHORT_LEAD_IN = 6
_LEAD_IN = 14
_ENUMERATED = 6


class ListedAims:
    """Reads the items below a lead-in.

    `found` holds the aims found so far, by sentence; `knows_owner` says whether "its aim" can only
    be the review's.
    """

    def __init__(
        self, lines: Lines, found: Mapping[int, Aim], knows_owner: Callable[[Line], bool]
    ) -> None:
        self._lines = lines
        self._found = found
        self._knows_owner = knows_owner
        self._lead_in: Line | None = None

    def note_lead_in(self, line: Line) -> None:
        """Keeps the line that announces the items or the table below it; an item may be one itself."""
        if line.text.rstrip().endswith(":") or self._announces(line):
            self._lead_in = line
        elif not _is_listed(line):
            self._lead_in = None

    def _announces(self, line: Line) -> bool:
        """Whether a whole sentence names aims and a list or table follows: "It has these aims."."""
        after = self._lines.after(line, 1)
        return not _is_listed(line) and line.cues.any("aim_word") and any(map(_is_listed, after))

    def in_list(self, line: Line) -> Aim | None:
        """An item or cell below a lead-in that has the frame ("The review set out to:")."""
        lead = self._lead_in
        cell = line.sentence.block.cell
        if not _is_listed(line) or lead is None or (cell is not None and cell.row == 1):
            return None
        if lead.sentence.block.section != line.sentence.block.section:
            return None
        if (
            not self._leads_in(lead)
            or speaks_for_guidance(self._lines, lead)
            or (speaks_of_reviews_at_large(lead) and not is_made_own(self._lines, lead))
            or list(denials(lead, 0, len(lead.text)))
        ):
            return None
        found = stated(line, 0)
        if line.under("heading_terms") and not is_aim_for_sure(line, found):
            return None
        return Aim(found, is_hedged(line, found)) if found else None

    def below_head(self, line: Line) -> Aim | None:
        """A cell below the head "Purpose of the review"."""
        cell = line.sentence.block.cell
        if cell is None or cell.row == 1:
            return None
        head = self._cell(line, 1, cell.column)
        if head is None or head.cues.any("heading_denied") or head.text.startswith("out of"):
            return None
        ours = head.cues.any("own_review", "generic_review", "review_noun")
        found = stated(line, 0)
        if not (ours and head.cues.any("aim_word")):
            remit = head.cues.any("remit", "heading_terms")
            found = tuple(c for c in found if remit and c.element == COMPETING)
        return Aim(found, is_hedged(line, found)) if found else None

    def asks_who(self, line: Line) -> Aim | None:
        """A question or task of the terms of reference: who was at fault, "Which agency was to blame?"."""
        if not line.text.rstrip().endswith("?"):
            return self._task_to_judge(line)
        asked = line.cues.spans("asks_who")
        if not asked:
            return None
        lead = self._lead_in
        set_out = line.under("heading_terms", "heading_purpose") or line.cues.any("key_question")
        if not set_out and not (lead is not None and lead.cues.any("remit", "aim_word")):
            return None
        return Aim((Content(COMPETING, asked[0]),))

    def _task_to_judge(self, line: Line) -> Aim | None:
        """A task of the terms of reference at odds with learning: "secondly, to determine who …"."""
        added = line.cues.any("aim_word") and line.cues.any("commissioner", "own_review")
        if not added and not (line.under("heading_terms") and line.cues.any(*_OURS)):
            return None
        found = tuple(
            c
            for c in stated(line, 0)
            if c.element == COMPETING and line.text[: c.span.start].endswith("to ")
        )
        others = line.cues.within(0, found[0].span.start, "other_purpose") if found else ()
        said = names_source(line) and is_said_by_source(line)
        return Aim(found[:1]) if found and not others and not said else None

    def enumerated(self, line: Line) -> Aim | None:
        """ "First, to learn …" where the sentence before the first of these announces aims."""
        if not line.starts_with("ordinal") or list(denials(line, 0, _SOON)):
            return None
        for other in self._lines.before(line, _ENUMERATED):
            if other.starts_with("ordinal"):
                continue
            ours = other.cues.any(*_OURS)
            if not ours or names_aim_of_another(other) or not other.cues.any("announces_aims"):
                return None
            found = stated(line, 0)
            return Aim(found, is_hedged(line, found)) if found else None
        return None

    def heading_of(self, line: Line) -> Cues:
        """The heading over a line; in a table the cell that names the row."""
        cell = line.sentence.block.cell
        if cell is None or cell.column == 1:
            return line.heading
        name = self._cell(line, cell.row, 1)
        return line.heading if name is None else name.cues

    def _cell(self, line: Line, row: int, column: int) -> Line | None:
        """The first line of another cell of the table a line stands in."""
        table = line.sentence.block.cell.table if line.sentence.block.cell else 0
        cells = self._lines.rows.get((table, row), ())
        return next((x for x in cells if column_of(x) == column), None)

    def _leads_in(self, lead: Line) -> bool:
        """Whether a line that ends in a colon announces the review's aims."""
        before = next(iter(self._lines.before(lead, 1)), None)
        words = len(lead.text.split())
        if lead.cues.any("scope_lead"):
            return False
        if words <= _SHORT_LEAD_IN and before is not None and before.sentence.index in self._found:
            return True
        if words <= _LEAD_IN and lead.cues.any("lead_commission"):
            return True
        if forward_frames(lead) or (self._knows_owner(lead) and "frame_anaphoric" in lead.cues):
            return True
        if lead.cues.any("other_purpose", "other_review", "not_aim", "not_aim_duty"):
            return False
        if lead.cues.any("lead_own") and words <= _SHORT_LEAD_IN:
            # Below "Terms of reference" too: there the items are asked whether they are aims.
            return not is_elsewhere(lead)
        if is_elsewhere(lead, "heading_terms"):
            return False
        return lead.cues.any("aim_word") and lead.cues.any(
            "own_review", "commissioner", "reviewers_voice", "bare_aim"
        )


def _is_listed(line: Line) -> bool:
    block = line.sentence.block
    return block.kind is BlockKind.LIST_ITEM or block.cell is not None


def is_aim_for_sure(line: Line, found: tuple[Content, ...]) -> bool:
    """Whether an item of terms of reference is an aim, not a question to look into."""
    return "plainly_learning" in line.cues or any(c.element != Element.LEARNING for c in found)
