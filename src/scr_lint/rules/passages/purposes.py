"""Statements of the review's purpose: its own, taken from guidance, hedged, competing, or disclaimed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from scr_lint.model import BlockKind, Span
from scr_lint.rules.evidence import FoundPassage
from scr_lint.rules.passages.aims import (
    COMPETING,
    ELEMENTS,
    Aim,
    aim_after,
    contents_of,
    denials,
    forward_frames,
    is_hedged,
    is_infinitive,
    stated,
    will_judge,
)
from scr_lint.rules.passages.composed import after_colon, composed, hoped, is_elsewhere, opened
from scr_lint.rules.passages.disclaimers import is_denied_by_heading, is_disclaimer
from scr_lint.rules.passages.guidance import (
    is_attributed,
    is_made_own,
    is_said_by_source,
    names_source,
    speaks_for_guidance,
    speaks_of_reviews_at_large,
)
from scr_lint.rules.passages.instead import instead
from scr_lint.rules.passages.lines import Line, Lines
from scr_lint.rules.passages.listed_aims import ListedAims, is_aim_for_sure
from scr_lint.rules.passages.pressure import presses_review
from scr_lint.rules.passages.promises import promises
from scr_lint.rules.passages.whose_aim import names_aim_of_another
from scr_lint.sought import Element, Label, Party

LABELS = {
    Element.LEARNING: Label.LEARNING,
    Element.IMPROVEMENT: Label.LEARNING,
    Element.PREVENTION: Label.PREVENTION,
    COMPETING: Label.COMPETING,
}
_SOON = 70
_CLEFT = re.compile(r"it (?:is|was) (.{8,200}?),? (?:that|which) ")
_TOLD_PARTIES = (Party.LEADERS, Party.PRACTITIONERS, Party.FAMILY)


class PurposeFinder:
    """Finds what a draft says of its purpose."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._found: dict[int, Aim] = {}
        self._listed = ListedAims(lines, self._found, self._knows_owner)

    def find(self) -> Iterator[FoundPassage]:
        """The purpose passages of the draft, in reading order."""
        for line in self._lines.all:
            if line.under("heading_back_matter"):
                continue
            self._keep(line, self._aim(line))
            self._listed.note_lead_in(line)
        self._found |= opened(self._lines, self._found)
        for line in self._lines.all:
            index = line.sentence.index
            if index in self._found:
                yield from _passages(line, self._found[index])
            if is_disclaimer(line, self._lines):
                yield line.passage(Label.DISCLAIMER)

    def _keep(self, line: Line, aim: Aim | None) -> None:
        if aim is None or not aim.contents or self._is_about_another(line, aim):
            return
        if COMPETING in aim.elements and presses_review(line):
            return
        # What readers or family are promised is a false expectation, not an aim as well.
        turned = line.cues.any("frame_reversed") and not line.cues.any("told_outright")
        is_own = turned or line.cues.any("aim_word")
        if aim.elements != {COMPETING} or is_own or not promises(line):
            self._found[line.sentence.index] = aim

    def _aim(self, line: Line) -> Aim | None:
        """What the sentence states, by the first way of stating it that fits."""
        if not line.cues.any(
            *ELEMENTS, "modest_good", "frame_reversed", "asks_who", "instead_frame"
        ):
            return None
        if is_denied_by_heading(line):
            return None
        if line.cues.any("in_general"):
            return self._general(line)
        own, general = will_judge(line) or self._own(line), self._general(line)
        if own is not None and general is not None:
            return replace(own, contents=(*own.contents, *general.contents))
        if own is not None or general is not None:
            return own or general
        if speaks_for_guidance(self._lines, line) or self._leaves_at_large(line):
            return None
        ways = (
            *(self._listed.asks_who, hoped, after_colon, self._reversed, self._cleft),
            *(self._listed.in_list, self._listed.below_head, self._listed.enumerated),
            *(self._under_heading, self._goes_on, self._answers, self._says_so_anyhow),
            self._instead,
        )
        for way in ways:
            found = way(line)
            if found is not None:
                return found
        return None

    # --- stated outright

    def _own(self, line: Line) -> Aim | None:
        if speaks_for_guidance(self._lines, line):
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
        if before is None or names_source(before):
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
            starts_so = starts_so or other.cues.any("review_decided")
            # "The Committee agreed in May. It wanted people to learn": the body that commissions.
            starts_so = starts_so or (
                line.starts_with("body_wants") and "commissioner" in other.cues
            )
            return starts_so or other.sentence.index in self._found
        return False

    # --- said of reviews at large

    def _general(self, line: Line) -> Aim | None:
        """An aim of all reviews, where this draft makes it its own."""
        frames = [("frame_generic", s) for s in line.cues.spans("frame_generic")]
        quoted = line.sentence.block.quoted
        if quoted or speaks_for_guidance(self._lines, line):
            frames += forward_frames(line)
            frames += [("frame_generic", Span(0, 0))] if quoted else []
        aim = aim_after(line, frames)
        if aim is None:
            return None
        # "A review was commissioned so that …" is about this one, unless guidance is the speaker.
        held = line.cues.any("review_held") and not is_attributed(self._lines, line)
        own = held or is_made_own(self._lines, line, aim.contents[0].span.end)
        return aim if own else None

    def _leaves_at_large(self, line: Line) -> bool:
        """Whether it names the aim of reviews at large, which the draft does not make its own."""
        if not line.cues.any("aim_of_reviews") or not speaks_of_reviews_at_large(line):
            return False
        return not is_made_own(self._lines, line)

    # --- hoped for, turned round, listed, headed, continued

    def _reversed(self, line: Line) -> Aim | None:
        """The aim stands before its frame: "Prevention is its sole object."."""
        frames = line.cues.spans("frame_reversed")
        if not frames or not (
            line.cues.any("own_review", "reviewers_voice") or self._lines_before_own(line)
        ):
            return None
        frame = frames[0]
        if list(denials(line, 0, frame.end)):
            return None
        before = self._lines.before(line, 1)
        if line.starts_with("pronoun_first") and frame.start < _SOON and before:
            self._take_up(before[0])
            after = stated(line, frame.end, frame.end)
            return Aim(after) if after else None
        found = [
            c for c in contents_of(line, 0, frame.start) if not list(denials(line, 0, c.span.start))
        ]
        return Aim(tuple(found), is_hedged(line, found)) if found else None

    def _cleft(self, line: Line) -> Aim | None:
        """The aim stands first: "It is through learning, and the change it brings, that we …"."""
        turn = _CLEFT.match(line.text)
        if turn is None or not line.cues.within(turn.end(), len(line.text), "aimed", "commission"):
            return None
        if not line.cues.within(turn.end() - 1, len(line.text), "own_review", "reviewers_voice"):
            return None
        found = stated(line, turn.start(1))
        return Aim(found, is_hedged(line, found)) if found else None

    def _lines_before_own(self, line: Line) -> bool:
        return any("own_review" in other.cues for other in self._lines.before(line, 1))

    def _take_up(self, line: Line) -> None:
        """A sentence that the next one names as the purpose: "That is the question put to us."."""
        found = tuple(c for c in contents_of(line) if not list(denials(line, 0, c.span.start)))
        if found and line.sentence.index not in self._found:
            self._found[line.sentence.index] = Aim(found)

    def _under_heading(self, line: Line) -> Aim | None:
        """A bare "to learn …" below a heading that asks for the purpose."""
        heading = self._listed.heading_of(line)
        if not heading.any("heading_purpose") or heading.any("heading_other", "heading_guidance"):
            return None
        if heading.any("heading_recommendation") or line.text.endswith("?"):
            return None
        if (
            names_source(line)
            or line.cues.any("other_purpose")
            or line.sentence.block.quoted
            or line.opener
        ):
            return None
        found = stated(line, 0)
        if heading.any("heading_terms") and not is_aim_for_sure(line, found):
            return None
        block = line.sentence.block
        bare = block.kind is BlockKind.LIST_ITEM or line.text.startswith("to ")
        bare = bare or heading is not line.heading
        bare = bare or line.starts_with("put_simply")
        if not found or not (bare or is_infinitive(line, found[0].span.start)):
            return None
        return Aim(found, is_hedged(line, found))

    def _goes_on(self, line: Line) -> Aim | None:
        """The sentence after a statement that carries it on: "Through it we mean to improve …"."""
        before = self._lines.before(line, 1)
        aim = self._found.get(before[0].sentence.index) if before else None
        if aim is None or before[0].block != line.block or aim.elements == {COMPETING}:
            return None
        starts = line.starts_with("goes_on") or line.cues.any(
            "own_review", "reviewers_voice", "commissioner"
        )
        if not starts or line.cues.any("told_of_learning"):
            return None
        ours = line.starts_with("goes_on") and line.cues.any("review_goes_on")
        found = [c for c in stated(line, 0) if ours or c.element != COMPETING]
        if not found or not line.cues.within(0, found[0].span.start, "aiming"):
            return None
        return Aim(tuple(found), aim.hedged or is_hedged(line, found))

    def _says_so_anyhow(self, line: Line) -> Aim | None:
        """An aim put together from its parts, in whatever words."""
        cues = line.cues
        if "aimed" not in cues or cues.any(
            "not_aim", "no_aim_noun", "other_purpose", "other_review"
        ):
            return None
        if "management" in cues or names_aim_of_another(line):
            return None
        duty = cues.any("not_aim_duty") and not cues.any("competing", "duty_as_aim")
        if duty or (names_source(line) and is_said_by_source(line)):
            return None
        if line.sentence.block.quoted or line.opener:
            return None
        if line.starts_with("its_aim") and self._lines.before(line) and not self._knows_owner(line):
            return None
        if is_elsewhere(line, "heading_terms") or line.text.rstrip().endswith("?"):
            return None
        follows = line.starts_with("pronoun_first") and self._lines_before_own(line)
        found = composed(line, follows=follows)
        if found is not None and "competing" not in cues and _is_what_was_told(line, found):
            return None
        return found

    def _instead(self, line: Line) -> Aim | None:
        """What it is for, after what it is not: "It is not about blame. It asks how …"."""
        return instead(line, self._lines)

    def _answers(self, line: Line) -> Aim | None:
        """The answer to "What is this review for?", where the question stands just before."""
        before = next(iter(self._lines.before(line, 1)), None)
        if before is None or not before.text.rstrip().endswith("?"):
            return None
        if not before.cues.any("asks_purpose") or line.under("heading_narrative"):
            return None
        found = stated(line, 0)
        return Aim(found, is_hedged(line, found)) if found else None

    def _is_about_another(self, line: Line, aim: Aim) -> bool:
        """Whether the aim hangs on another thing's purpose or another review."""
        first = aim.contents[0].span.start
        others = line.cues.within(0, first, "other_purpose", "other_review")
        longer = line.cues.spans("other_review")
        ours = any(
            not any(r.contains(span) and len(r) > len(span) for r in longer)
            for span in line.cues.within(
                0, first, "own_review", "generic_review", "reviewers_voice"
            )
        )
        return bool(others) and (not ours or names_aim_of_another(line))


def _is_what_was_told(line: Line, aim: Aim) -> bool:
    """Whether the aim stands in what a party was told."""
    start = aim.contents[0].span.start
    told = line.cues.within(0, start, "tell_purpose")
    return bool(told) and any(line.cues.any(party) for party in _TOLD_PARTIES)


def _passages(line: Line, aim: Aim) -> Iterator[FoundPassage]:
    """One passage for each element, so that each can be told from the others."""
    seen = set()
    for content in aim.contents:
        if content.element in seen:
            continue
        seen.add(content.element)
        label = LABELS[content.element]
        if aim.hedged and content.element != COMPETING:
            label = Label.HEDGED
        yield line.passage(label, "" if content.element == COMPETING else content.element)
