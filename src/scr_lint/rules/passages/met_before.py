"""Who heard what a sentence tells, where it names them itself or only the sentences before it do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scr_lint.model import BlockKind, Span
from scr_lint.rules.passages.hearers import PARTIES, Hearing
from scr_lint.rules.passages.lines import Line, Lines, spans_overlap
from scr_lint.sought import Party

_ITEM_HEAD = re.compile(r" [–—-] |: | by ")
_BACK = 2
_WHO_TELL = (Party.REVIEWERS, Party.BOARD)
_MEMBERS_BACK = 3
_LIST_BACK = 6


class Hearers:
    """Finds the parties that a sentence of telling reaches."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._hearing = Hearing.from_words(lines.words("hearing"))

    def named(self, line: Line, party: str) -> Sequence[Span]:
        """Where a party is named in the sentence."""
        return self._hearing.named(line, party)

    def of(self, line: Line) -> Sequence[str]:
        """The parties named in the sentence as hearers; "members" alone by what was named before."""
        found = [party for party in PARTIES if self._hearing.hears(line, party)]
        if line.cues.any("bare_members") and not set(_WHO_TELL) & set(found):
            found += self._members(line)
        return tuple(found)

    def of_item(self, line: Line) -> Sequence[str]:
        """The parties of a list item: those before its dash or its "by", where any are."""
        end = _ITEM_HEAD.search(line.text)
        head = end.start() if end else len(line.text)
        first = tuple(p for p in PARTIES if any(s.start < head for s in self.named(line, p)))
        return first or tuple(party for party in PARTIES if self._hearing.hears(line, party))

    def of_lead(self, line: Line) -> Sequence[str]:
        """Those whom the words before a list name, as hearers of an item that names nobody."""
        if line.sentence.block.kind is not BlockKind.LIST_ITEM:
            return ()
        lead = self._lines.lead_of_list(line, _LIST_BACK)
        if lead is None or lead.cues.any("no_tell"):
            return ()
        return self._only_party(lead, pronoun=False)

    def _members(self, line: Line) -> Sequence[str]:
        """Of the board or the review's panel, whichever the sentence or those before speak of."""
        if line.cues.any("board_led"):
            return [Party.BOARD]
        for other in (line, *self._lines.before(line, _MEMBERS_BACK)):
            bodies = [party for party in _WHO_TELL if self.named(other, party)]
            heard = [party for party in bodies if self._hearing.hears(other, party)]
            if heard or bodies == [Party.BOARD]:
                found = heard or bodies
                return found if len(found) == 1 else []
        return []

    def met_before(self, line: Line) -> Sequence[str]:
        """Those the sentences before name: "I saw each director. I explained …".

        They count where "them", "those present" or "it opened with" leads back to them, or where the
        sentence right before names one party alone, so that nobody else can be meant.
        """
        told = line.cues.spans("told_outright", "event_opened", "paper_says")
        if all(spans_overlap(span, line.cues.spans("told_reviewer")) for span in told):
            return ()
        pronoun = line.cues.any("hearer_pronoun")
        leads_back = pronoun or line.cues.any("event_opened")
        heard = line.cues.any("hearer_subject")
        says = line.cues.any("paper_says")
        next_to, nobody = True, True
        for other in self._lines.before(line, _BACK):
            if not self._is_with(other, line):
                break
            if other.cues.any("no_tell") and not pronoun:
                return ()
            parties = tuple(
                p for p in PARTIES if self.named(other, p) and self._hearing.hears(other, p)
            )
            nobody = nobody and not any(self.named(other, p) for p in PARTIES if p not in _WHO_TELL)
            leads_back = leads_back or (says and other.cues.any("paper"))
            if not parties and next_to:
                parties = self._only_party(other, pronoun=pronoun, heard=heard)
            if not parties:
                # "Staff numbered nine. We met all of them first. We explained …", "Several came late."
                next_to = next_to and (
                    other.cues.any("hearer_pronoun") or other.starts_with("some_of_them")
                )
                leads_back = leads_back or (next_to and other.cues.any("active_meet"))
                continue
            alone = next_to and len(parties) == 1
            gathered = leads_back and (next_to or other.cues.any("gathering"))
            return parties if alone or gathered else ()
        # "Mr Adeyemi took part. We explained to him …": whoever has no other name here is the family's.
        return (Party.FAMILY,) if nobody and line.cues.any("told_one") else ()

    def _is_with(self, other: Line, line: Line) -> bool:
        """Whether both stand in one paragraph, or in two list items of which the later goes on."""
        if other.block == line.block:
            return True
        items = (other.sentence.block.kind, line.sentence.block.kind)
        return items == (BlockKind.LIST_ITEM,) * 2 and line.starts_with("hearer_pronoun")

    def _only_party(self, line: Line, *, pronoun: bool, heard: bool = False) -> tuple[str, ...]:
        """The one party a sentence names, whatever it does there: "them" can be nobody else.

        Reviewers and boards are the ones who tell, mostly, and count only where they hear; a board
        also where "them" leads back to it, reviewers where "both were taken through it" does (`heard`).
        """
        parties = tuple(
            party
            for party in PARTIES
            if any(not self._hearing.is_spoken_by(line, span) for span in self.named(line, party))
        )
        if heard and Party.REVIEWERS in parties:
            return (
                Party.REVIEWERS,
            )  # whoever else is named is one of them: "four senior officers"
        alone = len(parties) == 1 and (
            parties[0] not in _WHO_TELL or (pronoun and parties == (Party.BOARD,))
        )
        return parties if alone else ()
