"""Statements of the review's purpose: its own, taken from guidance, hedged, competing, or disclaimed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from scr_lint.model import BlockKind, Span
from scr_lint.rules.evidence import FoundPassage
from scr_lint.rules.passages.aims import (
    Aim,
    aim_after,
    contents_of,
    denials,
    forward_frames,
    is_hedged,
    stated,
)
from scr_lint.rules.passages.cues import Cues
from scr_lint.rules.passages.lines import Line, Lines, spans_overlap

LABELS = {
    "learning": "purpose-learning",
    "improvement": "purpose-learning",
    "prevention": "purpose-prevention",
    "competing": "purpose-competing",
}
_PRONOUN_FIRST = re.compile(
    r"^(?:\(\w\) )?(?:it|that|this|these|those|they|such|both|and that|here)\b"
)
_GOES_ON = re.compile(
    r"^(?:it|this|that|these|those|through|by|in doing|in this way|and|so|from|beyond|with that|they|we|"
    r"the (?:second|other|further|next|lessons|learning|hope|intention)|once|in turn|our|learning|"
    r"lessons|what (?:is|was|we)|"
    r"equally|above all|just as|alongside|also)\b"
)
_AIMING = re.compile(
    r"\b(?:should|will|must|to|so that|in order that|wants?|wanted|meant to|intends?|can|is for|would)\b"
)
_INFINITIVE = re.compile(r"(?:^|\bto |[:–-] ?|^\W*\w\) |\bso that \w[^,]*|\bis |\bwas |\bfor )$")
_SOON = 70
_ELSEWHERE = (
    *("heading_narrative", "heading_analysis", "heading_recommendation", "heading_guidance"),
    *("heading_tension", "heading_terms", "heading_told"),
)
_TOLD_PARTIES = ("leaders", "practitioners", "family")


class PurposeFinder:
    """Finds what a draft says of its purpose."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._found: dict[int, Aim] = {}
        self._lead_in: Line | None = None

    def find(self) -> Iterator[FoundPassage]:
        """The purpose passages of the draft, in reading order."""
        for line in self._lines.all:
            if line.under("heading_back_matter"):
                continue
            self._keep(line, self._aim(line))
        for line in self._lines.all:
            index = line.sentence.index
            if index in self._found:
                yield from _passages(line, self._found[index])
            if self._is_disclaimer(line):
                yield line.passage("purpose-disclaimer")

    def _keep(self, line: Line, aim: Aim | None) -> None:
        if aim is not None and aim.contents and not self._is_about_another(line, aim):
            self._found[line.sentence.index] = aim

    def _aim(self, line: Line) -> Aim | None:
        """What the sentence states, by the first way of stating it that fits."""
        own, general = self._own(line), self._general(line)
        if own is not None and general is not None:
            return replace(own, contents=(*own.contents, *general.contents))
        if own is not None or general is not None:
            return own or general
        ways = (
            *(self._hoped, self._reversed, self._in_list, self._under_heading, self._goes_on),
            self._says_so_anyhow,
        )
        for way in ways:
            found = way(line)
            if found is not None:
                return found
        return None

    # --- stated outright

    def _own(self, line: Line) -> Aim | None:
        if self._speaks_for_guidance(line):
            return None
        frames = list(forward_frames(line))
        if line.sentence.block.quoted:
            frames = [("frame_quoted", Span(0, 0))] if self._quotes_its_own(line) else []
        if self._knows_owner(line):
            frames += [("frame_anaphoric", s) for s in line.cues.spans("frame_anaphoric")]
        return aim_after(line, frames)

    def _quotes_its_own(self, line: Line) -> bool:
        """Whether a block quotation gives the review's own statement of purpose."""
        before = next(iter(self._lines.before(line, 1)), None)
        if before is None or self._names_source(before):
            return False
        return before.cues.any("aim_word") and before.cues.any(
            "own_review", "commissioner", "reviewers_voice"
        )

    def _knows_owner(self, line: Line) -> bool:
        """Whether "its aim", "it seeks" can only be the review's."""
        anaphors = line.cues.spans("frame_anaphoric")
        if not anaphors:
            return False
        first = anaphors[0].start
        if any(s.end <= first for s in line.cues.spans("own_review")):
            return True
        if line.heading.any("heading_purpose") and not line.heading.any("heading_other"):
            return not line.sentence.block.quoted
        for other in self._lines.before(line, 1):
            if other.sentence.block.cell is not None:
                return False
            starts_so = any(s.start < _SOON for s in other.cues.spans("own_review", "this_is"))
            return starts_so or other.sentence.index in self._found
        return False

    # --- said of reviews at large

    def _speaks_for_guidance(self, line: Line) -> bool:
        """Whether guidance or statute is the speaker of the sentence."""
        if not self._names_source(line) or not line.cues.any("source_says"):
            return False
        this = [
            s for s in line.cues.spans("own_review") if s.of(line.text).startswith(("this", "our"))
        ]
        return not any(s.start < 3 * _SOON for s in this)

    def _names_source(self, line: Line) -> bool:
        """Whether guidance or statute is named; "working together" only as a title."""
        return any(
            not span.of(line.text).startswith("working") or span.of(line.sentence.text).istitle()
            for span in line.cues.spans("source")
        )

    def _general(self, line: Line) -> Aim | None:
        """An aim of all reviews, where this draft makes it its own."""
        frames = [("frame_generic", s) for s in line.cues.spans("frame_generic")]
        quoted = line.sentence.block.quoted
        if quoted or self._speaks_for_guidance(line):
            frames += forward_frames(line)
            frames += [("frame_generic", Span(0, 0))] if quoted else []
        aim = aim_after(line, frames)
        if aim is None:
            return None
        attributed = quoted or self._names_source(line) or line.heading.any("heading_guidance")
        attributed = attributed or any(
            self._names_source(other) for other in self._lines.before(line)
        )
        if attributed and not self._is_adopted(line, aim):
            return None
        return aim

    def _is_adopted(self, line: Line, aim: Aim) -> bool:
        """Whether the draft says, there or in what follows, that this is its own purpose."""
        after = aim.contents[0].span.end
        if line.cues.within(after, len(line.text), "adopts"):
            return True
        return any("adopts" in other.cues for other in self._lines.after(line, 3))

    # --- hoped for, turned round, listed, headed, continued

    def _hoped(self, line: Line) -> Aim | None:
        frames = line.cues.spans("frame_hope")
        if not frames or line.under("heading_recommendation", "heading_narrative"):
            return None
        if "not_hope" in line.cues:
            return None
        found = [c for c in contents_of(line, frames[0].start) if c.element != "competing"]
        if not any(c.element == "learning" for c in found) or "family" in line.cues:
            return None
        return Aim(tuple(found), hedged=True)

    def _reversed(self, line: Line) -> Aim | None:
        """The aim stands before its frame: "Prevention is its sole object."."""
        frames = line.cues.spans("frame_reversed")
        if not frames or not (
            line.cues.any("own_review", "reviewers_voice") or self._lines_before_own(line)
        ):
            return None
        frame = frames[0]
        before = self._lines.before(line, 1)
        if _PRONOUN_FIRST.match(line.text) and frame.start < _SOON and before:
            self._take_up(before[0])
            after = stated(line, frame.end, frame.end)
            return Aim(after) if after else None
        found = [
            c for c in contents_of(line, 0, frame.start) if not list(denials(line, 0, c.span.start))
        ]
        return Aim(tuple(found), is_hedged(line, found)) if found else None

    def _lines_before_own(self, line: Line) -> bool:
        return any("own_review" in other.cues for other in self._lines.before(line, 1))

    def _take_up(self, line: Line) -> None:
        """A sentence that the next one names as the purpose: "That is the question put to us."."""
        found = tuple(c for c in contents_of(line) if not list(denials(line, 0, c.span.start)))
        if found and line.sentence.index not in self._found:
            self._found[line.sentence.index] = Aim(found)

    def _in_list(self, line: Line) -> Aim | None:
        """An item below a lead-in that has the frame ("The review set out to:")."""
        if line.sentence.block.kind is not BlockKind.LIST_ITEM:
            self._lead_in = line if line.text.rstrip().endswith(":") else None
            return None
        lead = self._lead_in
        if lead is None or lead.sentence.block.section != line.sentence.block.section:
            return None
        frames = forward_frames(lead) or (
            self._knows_owner(lead) and lead.cues.spans("frame_anaphoric")
        )
        if not frames or self._speaks_for_guidance(lead) or list(denials(lead, 0, len(lead.text))):
            return None
        found = stated(line, 0)
        return Aim(found, is_hedged(line, found)) if found else None

    def _under_heading(self, line: Line) -> Aim | None:
        """A bare "to learn …" below a heading that asks for the purpose."""
        heading = self._heading_of(line)
        if not heading.any("heading_purpose") or heading.any("heading_other", "heading_guidance"):
            return None
        if heading.any("heading_terms") or line.text.rstrip().endswith("?"):
            return None
        if (
            self._names_source(line)
            or line.cues.any("other_purpose")
            or line.sentence.block.quoted
            or line.opener
        ):
            return None
        found = stated(line, 0)
        bare = line.sentence.block.kind is BlockKind.LIST_ITEM
        if not found or not (bare or _INFINITIVE.search(line.text[: found[0].span.start])):
            return None
        return Aim(found, is_hedged(line, found))

    def _heading_of(self, line: Line) -> Cues:
        """The heading over a line; in a table the cell that names the row."""
        cell = line.sentence.block.cell
        if cell is None or cell.column == 1:
            return line.heading
        for other in self._lines.before(line, 2):
            named = other.sentence.block.cell
            if named and (named.table, named.row, named.column) == (cell.table, cell.row, 1):
                return other.cues
        return line.heading

    def _goes_on(self, line: Line) -> Aim | None:
        """The sentence after a statement that carries it on: "Through it we mean to improve …"."""
        before = self._lines.before(line, 1)
        aim = self._found.get(before[0].sentence.index) if before else None
        if aim is None or before[0].block != line.block or aim.elements == {"competing"}:
            return None
        starts = _GOES_ON.match(line.text) or line.cues.any(
            "own_review", "reviewers_voice", "commissioner"
        )
        if not starts or line.cues.any("told_of_learning"):
            return None
        found = [c for c in stated(line, 0) if c.element != "competing"]
        if not found or not _AIMING.search(line.text[: found[0].span.start]):
            return None
        return Aim(tuple(found), aim.hedged or is_hedged(line, found))

    def _says_so_anyhow(self, line: Line) -> Aim | None:
        """Learning and what it leads to, in one sentence on the review, however it is framed."""
        cues = line.cues
        if cues.any("not_aim", "other_purpose", "other_review") or not cues.any("aim_marker"):
            return None
        ours = cues.any("own_review") or (
            bool(_PRONOUN_FIRST.match(line.text)) and self._lines_before_own(line)
        )
        if not ours or self._names_source(line) or line.sentence.block.quoted:
            return None
        if line.under(*_ELSEWHERE) or line.text.rstrip().endswith("?"):
            return None
        if any(cues.any(party) for party in _TOLD_PARTIES) and cues.any("tell"):
            return None
        found = tuple(c for c in stated(line, 0) if c.element != "competing")
        elements = {c.element for c in found}
        if "learning" not in elements or len(elements) == 1:
            return None
        return Aim(found, is_hedged(line, found))

    def _is_about_another(self, line: Line, aim: Aim) -> bool:
        """Whether the aim hangs on another thing's purpose or another review."""
        first = aim.contents[0].span.start
        others = line.cues.within(0, first, "other_purpose", "other_review")
        own = line.cues.spans("own_review", "generic_review", "reviewers_voice")
        return any(not spans_overlap(s, own) for s in others) and not own

    # --- disclaimed

    def _is_disclaimer(self, line: Line) -> bool:
        topics = line.cues.spans("blame_topic")
        if not topics or line.under("heading_narrative"):
            return False
        ours = line.cues.any(
            "own_review", "generic_review", "review_task", "reviewers_voice", "aim_word"
        )
        ours = ours or (bool(_PRONOUN_FIRST.match(line.text)) and self._follows_review(line))
        if not ours or line.sentence.block.quoted:
            return False
        return any(list(denials(line, 0, topic.start + 1)) for topic in topics) or any(
            list(denials(line, topic.end, min(len(line.text), topic.end + 40))) for topic in topics
        )

    def _follows_review(self, line: Line) -> bool:
        for other in self._lines.before(line, 2):
            if "own_review" in other.cues or self._is_disclaimer(other):
                return True
            if not _PRONOUN_FIRST.match(other.text):
                return False
        return False


def _passages(line: Line, aim: Aim) -> Iterator[FoundPassage]:
    """One passage for each element, so that each can be told from the others."""
    seen = set()
    for content in aim.contents:
        if content.element in seen:
            continue
        seen.add(content.element)
        label = LABELS[content.element]
        if aim.hedged and content.element != "competing":
            label = "purpose-hedged"
        yield line.passage(label, "" if content.element == "competing" else content.element)
