"""Who the draft says was told what the review is for: parties as hearers, not as speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from scr_lint.model import BlockKind, Cell, Span
from scr_lint.rules.evidence import FoundPassage
from scr_lint.rules.passages.cues import Cues
from scr_lint.rules.passages.lines import Line, Lines, spans_overlap

PARTIES = ("board", "leaders", "practitioners", "reviewers", "family")
_NOT_PARTY = {
    "board": "not_board",
    "leaders": "not_leaders",
    "practitioners": "not_practitioners",
    "reviewers": "not_reviewers",
    "family": "not_family",
}
_SPOKEN_BY = re.compile(
    r"\b(?:by|from|on behalf of)\s+"
    r"(?:(?!(?:to|with|for|in|at|on|by|and then)\b)[\w'-]+\s+){0,4}$"
)
_WITH_REVIEWER = re.compile(r"\bwith (?:the|our|a|an|one of)?\s*(?:lead |independent |overview )?$")
_GATHERING = re.compile(
    r"^(?:[\w'-]+ ){0,4}?"
    r"(?:meetings?|sessions?|members?|executive|workshop|induction|seminar|conference|sitting|away day|"
    r"agenda|half[- ]day|day|briefings?|plenary|group|forum)\b"
)
_TOLD_BY_OTHERS = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:told|said to|informed|asked|spoke to) "
    r"(?:the |our )?(?:lead |overview )?$"
)
_WHO_KNEW = re.compile(r"\b(?:who|whom|they|we) (?:[\w']+ ){0,7}$")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|got|had|has|have)\b")
_NOTHING = re.compile(
    r"^\W*(?:none|no|nil|not .*|n/?a|to be .*|pending|tbc|awaited|planned.*)?\W*$"
)
_IS_OBJECT = re.compile(r"\b(?:for|with|to|at|among) (?:the |all |every |each )?(?:[\w-]+ )?$")
_BREAKS_OFF = re.compile(r"[,;:.]|\b(?:who|to|at|where|by|and|before|when|was|were)\b")
_CHAIN = 5


class AudienceFinder:
    """Finds the parties told of the purpose."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._anchor = -100
        self._anchor_heading: Cues | None = None
        self._told_tables: dict[int, bool] = {}
        self._zones: dict[int, bool] = {}
        self._lists_parties = False

    def find(self) -> Iterator[FoundPassage]:
        """The communication passages of the draft, in reading order."""
        for place, line in enumerate(self._lines.all):
            if line.sentence.block.quoted or line.under(
                "heading_back_matter", "heading_recommendation"
            ):
                continue
            cell = line.sentence.block.cell
            found = self._in_sentence(line, place) if cell is None else self._in_table(line, cell)
            for party in found:
                yield line.passage(f"communicated-{party}", party)

    # --- sentences

    def _in_sentence(self, line: Line, place: int) -> Sequence[str]:
        refers = self._refers(line)
        if line.sentence.block.kind is not BlockKind.LIST_ITEM:
            lists = refers and line.cues.any("tell") and not line.cues.any("no_tell")
            self._lists_parties = lists and line.text.rstrip().endswith(":")
        elif self._lists_parties:
            return tuple(party for party in PARTIES if self._hears(line, party))
        takes_up = not refers and self._takes_up(line, place)
        if refers or (line.cues.any("frame_own", "frame_commission") and "learning" in line.cues):
            self._anchor, self._anchor_heading = place, line.heading
        if not refers and not takes_up:
            return ()
        if not line.cues.any("tell") or line.cues.any("no_tell"):
            return ()
        if not refers and line.cues.any("told_other"):
            return ()
        found = tuple(party for party in PARTIES if self._hears(line, party))
        if found and not refers:
            self._anchor = place
        return found

    def _refers(self, line: Line) -> bool:
        """Whether the sentence names the review's purpose itself."""
        others = line.cues.spans("other_purpose")
        own = line.cues.spans("own_review", "generic_review")
        if any(
            not spans_overlap(s, others) or any(o.start <= s.start for o in own)
            for s in line.cues.spans("purpose_ref")
        ):
            return True
        if line.under("heading_narrative", "heading_analysis"):
            return False
        if not line.under("heading_told", "heading_purpose", "process_heading"):
            return line.cues.any("told_plainly")
        return line.cues.any("told_of_learning", "told_plainly") and line.cues.any(
            "own_review", "reviewers_voice"
        )

    def _takes_up(self, line: Line, place: int) -> bool:
        """Whether "it", "the same", "that statement" can only mean the purpose named before."""
        near = place - self._anchor <= _CHAIN
        if self._is_zone(line):
            return True
        return near and self._anchor_heading is line.heading and line.cues.any("told_it")

    def _is_zone(self, line: Line) -> bool:
        """Whether the section is about who was told: its heading says so, and it names the purpose."""
        heading = line.heading
        if not heading.any("heading_told") or line.under("heading_narrative", "heading_analysis"):
            return False
        if id(heading) not in self._zones:
            named = heading.any("purpose_ref", "heading_purpose")
            block = [x for x in self._lines.all if x.heading is heading]
            self._zones[id(heading)] = named or any(x.cues.any("purpose_ref") for x in block)
        return self._zones[id(heading)]

    # --- tables

    def _in_table(self, line: Line, cell: Cell) -> Sequence[str]:
        """A party in a table of who was told, where its row says how or when."""
        if cell.row == 1:
            return ()
        if self._refers(line) and line.cues.any("tell") and not line.cues.any("no_tell"):
            return tuple(party for party in PARTIES if self._hears(line, party))
        if cell.column != 1 or not self._is_told_table(line, cell):
            return ()
        others = [other for other in self._row(cell) if other is not line]
        if others and all(_NOTHING.match(other.text) for other in others):
            return ()
        if any("no_tell" in other.cues for other in others):
            return ()
        return tuple(party for party in PARTIES if self._spans(line, party))

    def _is_told_table(self, line: Line, cell: Cell) -> bool:
        """Whether the heading, the header row or the sentence before is about telling the purpose."""
        if cell.table not in self._told_tables:
            heads = self._row(Cell(cell.table, 1, 1))
            before = self._lines.before(heads[0]) if heads else ()
            told = any(x.cues.any("purpose_ref") for x in heads)
            told = told or any(x.cues.any("purpose_ref") and x.cues.any("tell") for x in before)
            self._told_tables[cell.table] = told or line.heading.any("heading_told")
        return self._told_tables[cell.table]

    def _row(self, cell: Cell) -> tuple[Line, ...]:
        """The lines of one row of a table."""
        return self._rows.get((cell.table, cell.row), ())

    @cached_property
    def _rows(self) -> Mapping[tuple[int, int], tuple[Line, ...]]:
        rows: dict[tuple[int, int], list[Line]] = {}
        for line in self._lines.all:
            cell = line.sentence.block.cell
            if cell is not None:
                rows.setdefault((cell.table, cell.row), []).append(line)
        return {place: tuple(row) for place, row in rows.items()}

    # --- parties

    def _spans(self, line: Line, party: str) -> list[Span]:
        """Where the party is named, other bodies and other parties' longer names left out."""
        others = line.cues.spans(_NOT_PARTY[party]) if party in _NOT_PARTY else ()
        longer = [s for p in PARTIES if p != party for s in line.cues.spans(p)]
        return [
            span
            for span in line.cues.spans(party)
            if not spans_overlap(span, others)
            and not any(o.contains(span) and len(o) > len(span) for o in longer)
            and not (party == "family" and _WHO_KNEW.search(line.text[: span.start]))
        ]

    def _hears(self, line: Line, party: str) -> bool:
        return any(self._is_hearer(line, party, span) for span in self._spans(line, party))

    def _is_hearer(self, line: Line, party: str, span: Span) -> bool:
        text, before, after = line.text, line.text[: span.start], line.text[span.end :]
        if _SPOKEN_BY.search(before):
            return False
        if after.startswith(("'s", "' ", "s' ")) or text[: span.end].endswith(("'s", "s'")):
            rest = re.sub(r"^(?:'s|'|s')?\s*", "", after)
            if not _GATHERING.match(rest):
                return False
        if (
            party == "reviewers"
            and _WITH_REVIEWER.search(before)
            and not text[: span.end].endswith("s")
        ):
            return False
        if party == "reviewers" and _TOLD_BY_OTHERS.search(before):
            return False
        if self._speaks(line, party, span):
            return False
        passed_on = party == "practitioners" and line.cues.within(0, span.start, "asked_to_pass")
        return not passed_on

    def _speaks(self, line: Line, party: str, span: Span) -> bool:
        """Whether the party is the subject of the telling."""
        if any(v.start == span.end + 1 for v in line.cues.spans("speaking")):
            return True
        if (
            _IS_OBJECT.search(line.text[: span.start])
            or "'" in line.text[span.end - 1 : span.end + 1]
        ):
            return False
        others = party == "reviewers" and any(self._spans(line, p) for p in PARTIES if p != party)
        names = ("active_tell", "active_meet") if others else ("active_tell",)
        for verb in line.cues.spans(*names):
            if verb.start < span.end:
                continue
            between = line.text[span.end : verb.start]
            if between.strip(" ,") == "" and verb.of(line.text).startswith("who"):
                return True
            if (
                len(between.split()) <= 3
                and not _PASSIVE.search(between)
                and not _BREAKS_OFF.search(between)
            ):
                return True
        return False
