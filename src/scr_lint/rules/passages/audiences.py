"""Who the draft says was told what the review is for: parties as hearers, not as speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scr_lint.model import BlockKind, Cell, Span
from scr_lint.rules.evidence import FoundPassage
from scr_lint.rules.passages.aims import aim_after, forward_frames
from scr_lint.rules.passages.cues import plain
from scr_lint.rules.passages.guidance import speaks_for_guidance
from scr_lint.rules.passages.hearers import PARTIES, named_by_heading
from scr_lint.rules.passages.lines import Line, Lines, column_of, spans_overlap
from scr_lint.rules.passages.met_before import Hearers
from scr_lint.rules.passages.whose_aim import is_aim_of_what_stood_before, is_purpose_of_another
from scr_lint.sought import POSITIVE, told_label

_NOTHING = re.compile(
    r"^\W*(?:none|no|nil|not .*|n/?a|to be .*|pending|tbc|awaited|planned.*)?\W*$"
)
# "Not to speak until it was over": what was over is told to nobody.
_BEGINS_CLAUSE = re.compile(
    r"\b(?:until|till|when|while|whether|if|because|since|once|unless|although) (?:it|this|they)$"
)
_TURN = re.compile(r"\b(?:before|after|when|while|until|once)\b")
_CHAIN = 5
_CLOSE = 2
_LONG_ITEM = 9
_FIRST = 6


@dataclass(slots=True)
class _Thread:
    """What the sentences read so far leave for the next one to take up.

    The purpose was last named, or told, at the line `named_at`; a party was last told at `told_at`;
    the purpose was last named with nobody told at `told_nobody_at`. Lines count from 0; None where
    there was none. `named_in` is the section where it was named. `lists_parties` says that the items
    of the list at hand are parties who were told.
    """

    named_at: int | None = None
    named_in: tuple[str, ...] | None = None
    told_at: int | None = None
    told_nobody_at: int | None = None
    lists_parties: bool = False

    def name(self, line: Line, place: int) -> None:
        """Note that a line names the purpose."""
        self.named_at, self.named_in = place, line.sentence.block.section


class AudienceFinder:
    """Finds the parties told of the purpose; `purposes` are the passages that state it."""

    def __init__(self, lines: Lines, purposes: Iterable[FoundPassage]) -> None:
        self._lines = lines
        self._stated = {(p.block, p.span) for p in purposes if p.label in POSITIVE}
        self._thread = _Thread()
        self._told_tables: dict[int, bool] = {}
        self._zones: dict[str, bool] = {}
        self._hearers = Hearers(lines)

    def find(self) -> Iterator[FoundPassage]:
        """The communication passages of the draft, in reading order."""
        for place, line in enumerate(self._lines.all):
            cell = line.sentence.block.cell
            # A table of who was told counts in an appendix too.
            away = ("heading_recommendation", *(("heading_back_matter",) if cell is None else ()))
            if line.sentence.block.quoted or line.under(*away):
                continue
            found = self._in_sentence(line, place) if cell is None else self._in_table(line, cell)
            shown = line if cell is None else self._telling_cell(line)
            for party in found:
                yield shown.passage(told_label(party), party)

    # --- sentences

    def _in_sentence(self, line: Line, place: int) -> Sequence[str]:
        """The parties that a sentence says were told; notes what the next ones may take up."""
        thread = self._thread
        if line.text.rstrip().endswith("?"):
            if line.cues.any("asks_purpose"):
                thread.name(line, place)
            return ()
        if self._leads_to_aims(line):
            thread.lists_parties = False
            return ()
        refers = self._refers(line)
        about = refers or self._takes_up(line, place)
        if line.sentence.block.kind is not BlockKind.LIST_ITEM:
            thread.lists_parties = about and _leads_to_parties(line)
        elif thread.lists_parties or self._is_zone(line):
            return self._in_item(line)
        if self._is_below_party(line):
            return named_by_heading(line)
        if refers or (line.block, line.sentence.span) in self._stated or _states_aim(line):
            thread.name(line, place)
        if not about or not self._tells(line, refers=refers):
            return ()
        return self._told(line, place, refers=refers)

    def _in_item(self, line: Line) -> Sequence[str]:
        """The parties of an item in a list, or below a heading, of those who were told."""
        says_nothing = len(line.text.split()) > _LONG_ITEM and not line.cues.any("tell")
        if line.cues.any("no_tell") or (says_nothing and not self._thread.lists_parties):
            return ()
        return self._hearers.of_item(line)

    def _tells(self, line: Line, *, refers: bool) -> bool:
        """Whether somebody is told, and of the purpose: "it", unless the line `refers` to it outright."""
        cues = line.cues
        if not _tellings(line) or cues.any("no_tell") or _only_says_aim(line):
            return False
        if not refers and _tells_other(line) and "told_same" not in cues:
            return False
        return not self._is_taken_back(line)

    def _told(self, line: Line, place: int, *, refers: bool) -> Sequence[str]:
        """Who hears what a sentence of telling tells, by its own words or those before it."""
        thread = self._thread
        found = self._hearers.of(line)
        if not refers and (found or line.cues.any("told_it", "told_again")):
            thread.named_at = place
        found = found or self._hearers.of_lead(line)
        if not found and (refers or not line.cues.any("told_us") or line.cues.any("you_told")):
            found = self._hearers.met_before(line)
        if found:
            thread.told_at = place
        elif refers:
            thread.told_nobody_at = place
        return found

    def _is_taken_back(self, line: Line) -> bool:
        """Whether the next sentence says that it came to nothing: "They were never issued."."""
        after = next(iter(self._lines.after(line, 1)), None)
        return after is not None and after.block == line.block and after.cues.any("taken_back")

    def _leads_to_aims(self, line: Line) -> bool:
        """Whether it announces aims that stand below it, and tells nobody: "The Panel's aims were:"."""
        if not line.text.rstrip().endswith(":") or line.cues.any("told_outright"):
            return False
        return any(
            below.sentence.block.kind is BlockKind.LIST_ITEM and below.text.startswith("to ")
            for below in self._lines.after(line)
        )

    def _refers(self, line: Line) -> bool:
        """Whether the sentence names the review's purpose itself."""
        if speaks_for_guidance(self._lines, line) and not self._is_sent_guidance(line):
            return False
        if is_aim_of_what_stood_before(self._lines, line):
            return False
        # "This learning review" names the review, not its purpose.
        names = line.cues.spans("own_review")
        refs = (s for s in line.cues.spans("purpose_ref") if not any(n.contains(s) for n in names))
        if any(not is_purpose_of_another(line, span) for span in refs):
            return True
        if line.under("heading_narrative", "heading_analysis"):
            return False
        if not line.cues.any("own_review", "generic_review", "reviewers_voice", "this_is"):
            return False
        about = line.under("heading_told", "heading_purpose", "process_heading")
        return line.cues.any(*(("told_of_learning",) if about else ()), "told_plainly")

    def _is_sent_guidance(self, line: Line) -> bool:
        """Whether "it" is guidance that the sentence before sends to a party, as to authors of reports."""
        before = self._lines.before(line, 1)
        return any(x.cues.any("tell") and self._hearers.of(x) for x in before)

    def _takes_up(self, line: Line, place: int) -> bool:
        """Whether "it", "the same", "that statement" can only mean the purpose named before."""
        thread = self._thread
        if self._is_zone(line) or (thread.told_nobody_at == place - 1 and self._is_next(line)):
            return True
        taken = [s for s in line.cues.spans("told_it", "told_again") if not _brings_in(line, s)]
        if line.under("heading_narrative", "heading_analysis", "heading_tension"):
            sure = any(not span.of(line.text).endswith("that") for span in taken)
            if not sure or not _is_near(thread.told_at, place, _CLOSE):
                return False
        reach = _CHAIN if line.cues.any("told_again") else _CLOSE
        here = thread.named_in == line.sentence.block.section
        return here and bool(taken) and _is_near(thread.named_at, place, reach)

    def _is_below_party(self, line: Line) -> bool:
        """Whether a heading names the party and one above it is about telling the purpose."""
        if line.opener or line.cues.any("no_tell", "told_other"):
            return False
        block = line.sentence.block
        own = bool(block.section) and plain(block.section[-1]) == line.heading.text
        if not own and not self._lines.by_block[line.block][0].opener:
            return False
        above = [cues for cues in line.headings[:-1] if cues.any("heading_told")]
        if not above or not named_by_heading(line):
            return False
        named_above = any(cues.any("purpose_ref", "heading_purpose") for cues in above)
        return named_above or line.cues.any("tell")

    def _is_next(self, line: Line) -> bool:
        return any(other.block == line.block for other in self._lines.before(line, 1))

    def _is_zone(self, line: Line) -> bool:
        """Whether the section is about who was told: its heading says so, and it names the purpose."""
        heading = line.heading
        if not heading.any("heading_told"):
            return False
        if not heading.any("heading_who_told") and line.under(
            "heading_narrative", "heading_analysis"
        ):
            return False
        if heading.text not in self._zones:
            named = heading.any(
                "purpose_ref", "heading_purpose", "heading_anaphor", "heading_who_told"
            )
            below = (x for x in self._lines.all if x.heading.text == heading.text)
            self._zones[heading.text] = named or any(x.cues.any("purpose_ref") for x in below)
        return self._zones[heading.text]

    # --- tables

    def _in_table(self, line: Line, cell: Cell) -> Sequence[str]:
        """A party in a table of who was told, where its row says how or when."""
        if cell.row == 1:
            return ()
        if self._refers(line) and line.cues.any("tell") and not line.cues.any("no_tell"):
            return self._hearers.of(line)
        if cell.column != 1 and not self._is_below(line, "who_heard"):
            return ()
        others = [other for other in self._row(cell) if other is not line]
        told = any(map(self._is_told_in_row, others))
        each = self._tells_by_row(cell) or self._says_what_each_heard(cell)
        if not told and (each or not self._is_told_table(line, cell)):
            return ()
        if not told and any("told_other" in other.cues for other in others):
            return ()
        columns = len(self._header(cell))
        if columns > 1 and all(_NOTHING.match(other.text) for other in others):
            return ()
        if any("no_tell" in other.cues for other in others):
            return ()
        return tuple(party for party in PARTIES if self._hearers.named(line, party))

    def _is_told_table(self, line: Line, cell: Cell) -> bool:
        """Whether the heading, the header row or the sentence before is about telling the purpose."""
        if cell.table not in self._told_tables:
            told = self._is_led_by_purpose(cell) or line.heading.any("heading_told")
            self._told_tables[cell.table] = told
        return self._told_tables[cell.table]

    def _is_led_by_purpose(self, cell: Cell) -> bool:
        """Whether the header row names the purpose, or the sentence before the table tells of it."""
        heads = self._header(cell)
        before = self._lines.before(heads[0]) if heads else ()
        return any(x.cues.any("purpose_ref") for x in heads) or any(
            x.cues.any("purpose_ref") and x.cues.any("tell") for x in before
        )

    def _tells_by_row(self, cell: Cell) -> bool:
        """Whether other rows say for themselves that the purpose was told, so that each must.

        Where the header row names the purpose, or the sentence before the table, every row is about it.
        """
        if self._is_led_by_purpose(cell):
            return False
        return any(
            self._is_told_in_row(other)
            for (table, row), lines in self._lines.rows.items()
            if table == cell.table and row > 1
            for other in lines
        )

    def _says_what_each_heard(self, cell: Cell) -> bool:
        """Whether a column says what each was told, so that the purpose must stand in it."""
        return not self._is_led_by_purpose(cell) and any(
            head.cues.any("what_was_said") for head in self._header(cell)
        )

    def _telling_cell(self, line: Line) -> Line:
        """The cell that says what was told, where the row has one; else the one that names the party."""
        cell = line.sentence.block.cell
        row = self._row(cell) if cell is not None else ()
        return next((other for other in row if self._is_told_in_row(other)), line)

    def _is_told_in_row(self, other: Line) -> bool:
        """Whether a cell says that the purpose was told to whoever the row is about.

        Below "Who was told what" or a header such as "What was said" it need only name the purpose, or
        say what the review is for.
        """
        if other.cues.any("no_tell"):
            return False
        if other.starts_with("told_again") and other.heading.any("heading_told"):
            return True
        below = self._is_below(other, "what_was_said")
        if below and other.cues.any("review_is"):
            return True
        if not self._refers(other):
            return False
        return below or other.cues.any("tell") or other.heading.any("heading_who_told")

    def _is_below(self, other: Line, head: str) -> bool:
        """Whether the head of the cell's column is of this kind: "What they were told", "Present"."""
        cell = other.sentence.block.cell
        if cell is None or cell.row == 1:
            return False
        return any(
            top.cues.any(head) and column_of(top) == cell.column for top in self._header(cell)
        )

    def _header(self, cell: Cell) -> tuple[Line, ...]:
        """The lines of the first row of the cell's table."""
        return self._row(Cell(cell.table, 1, 1))

    def _row(self, cell: Cell) -> tuple[Line, ...]:
        """The lines of one row of a table."""
        return self._lines.rows.get((cell.table, cell.row), ())


def _tellings(line: Line) -> list[Span]:
    """The words of telling in a sentence."""
    excused = line.cues.spans("not_tell")
    return [s for s in line.cues.spans("tell") if not spans_overlap(s, excused)]


def _only_says_aim(line: Line) -> bool:
    """ "The purpose of the review is to learn": said to the reader, where no telling leads to it.

    Nor does anybody hear of it where all words of telling belong to the aim: "to understand what
    the ward knew".
    """
    said = line.cues.spans("says_aim")
    if said:
        return not line.cues.within(0, said[0].start, "told_outright")
    outright = line.cues.spans("told_outright")
    its = [("frame_anaphoric", s) for s in line.cues.spans("frame_anaphoric") if s.start < _FIRST]
    aim = aim_after(line, (*forward_frames(line), *(() if outright else its)))
    if aim is None:
        return False
    start = aim.contents[0].span.start
    return all(start <= s.start for s in (*_tellings(line), *outright))


def _tells_other(line: Line) -> bool:
    """Whether the sending or meeting is about something else, in the clause that takes up the purpose.

    "They were briefed on this before they nominated authors" is about "this".
    """
    taken = [s.end for s in line.cues.spans("told_it", "told_again")]
    return any(
        not any(_TURN.search(line.text, end, other.start) for end in taken)
        for other in line.cues.spans("told_other")
    )


def _brings_in(line: Line, span: Span) -> bool:
    """Whether the pronoun that ends or opens the words takes up nothing.

    It brings in what was told: "told that the report was late", "told it was late", "that she had
    been seen"; unlike "told that in May".
    """
    words = span.of(line.text)
    if line.cues.within(span.start, len(line.text), "review_is"):
        return False  # what it brings in is the purpose
    if _BEGINS_CLAUSE.search(words):
        return True
    if any(s.start < span.end <= s.end for s in line.cues.spans("clause_of_its_own")):
        return True
    if any(s.start == span.start for s in line.cues.spans("that_clause")):
        return True
    goes_on = line.text[span.end : span.end + 2].strip()[:1].isalnum()
    alone = any(s.start == span.end - len("that") for s in line.cues.spans("that_alone"))
    return words.endswith("that") and goes_on and not alone


def _leads_to_parties(line: Line) -> bool:
    """Whether it tells of the telling and ends in a colon: a list of those who were told may follow."""
    told = line.cues.any("tell") and not line.cues.any("no_tell")
    return told and line.text.rstrip().endswith(":")


def _states_aim(line: Line) -> bool:
    """Whether it says what the review is to learn, which the next sentence may call "this"."""
    framed = line.cues.any("frame_own", "frame_commission", "frame_voice")
    return framed and "learning" in line.cues


def _is_near(earlier: int | None, place: int, reach: int) -> bool:
    return earlier is not None and place - earlier <= reach
