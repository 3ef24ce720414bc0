"""Whose aim a sentence speaks of, and whether it says what the aim is or only who heard of it."""

from __future__ import annotations

import re

from scr_lint.model import Span
from scr_lint.rules.passages.lines import Line, Lines, spans_overlap

_OF_THE = 10
_OF = re.compile(r" (?:of|behind) ")
_OF_A_THING = re.compile(r" (?:of|for|behind) (?:an?|the|each|every|his|her|their|its|such|that) ")
_OF_REACH = 40
_WHICH = re.compile(r" (?:that|which|who|whose) ")
_BEFORE_FRAME = 30
_NAME = 2
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|by)\b|[,;:]")
_AT_ONCE = 12
# "…, and each of them said": what follows is no longer the aim.
_NEXT_CLAUSE = re.compile(r";|,? (?:and|until|so|before|because|while|when|but|as)\b")
_LEADS_ON = re.compile(
    r"[:–—]|\b(?:which|that|it|this|we|they|namely|being|is|was|were)\b"
    r"|^ (?:to(?! (?:the|each|all|our|both|them|every|those|members|staff)\b)|of|as|in)\b"
)
_SAID_OUT = re.compile(
    r"\b(?:it|this|which|review|we|they|aim|purpose) (?:is|was|were) (?:to|for|about) $"
)


def is_purpose_of_another(line: Line, span: Span) -> bool:
    """Whether the purpose is another thing's: "the purpose of the programme"."""
    own = line.cues.spans("own_review", "generic_review")
    if any(span.end <= o.start <= span.end + _OF_THE or o.overlaps(span) for o in own):
        return False
    telling = line.cues.spans("paper_with_aim")
    others = [s for s in line.cues.spans("other_purpose") if not spans_overlap(s, telling)]
    if spans_overlap(span, others):
        return True
    if not own and (others or line.cues.any("other_review")):
        return True
    if not _OF.match(line.text, span.end):
        return False
    return not line.cues.within(span.end, span.end + _OF_REACH, "review_stand_in")


def names_aim_of_another(line: Line) -> bool:
    """Whether an aim in the sentence is said to be that of some thing other than the review."""
    ours = ("own_review", "generic_review", "review_stand_in", "commissioner", "reviewers_voice")
    for aim in line.cues.spans("aim_word"):
        if line.text.startswith(" of which", aim.end) and not line.cues.any("own_review"):
            return True
        of = _OF_A_THING.match(line.text, aim.end)
        if of is None:
            continue
        turn = _WHICH.search(line.text, of.end())
        end = min(of.end() + _OF_REACH, turn.start() if turn else len(line.text))
        if not line.cues.within(of.start(), end, *ours):
            return True
    return False


def is_aim_of_what_stood_before(lines: Lines, line: Line) -> bool:
    """Whether "its purpose" opens the sentence and the one before speaks of some other thing.

    Also further on in the sentence, where the one before speaks of another review.
    """
    before = next(iter(lines.before(line, 1)), None)
    if before is None or not line.cues.any("its_aim"):
        return False
    if not line.starts_with("its_aim") and (
        line.cues.any("own_review") or not before.cues.any("other_review")
    ):
        return False
    ours = before.cues.spans(
        "own_review", "generic_review", "review_decided", "this_is", "reviewers_voice"
    )
    # "The trust's investigation preceded this review. Its purpose …": what stands first is meant.
    others = before.cues.spans("other_review")
    return not ours or bool(others and others[0].start < ours[0].start)


def is_only_told(line: Line, frame: Span, content: Span) -> bool:
    """Whether the sentence says that somebody heard the aim and goes on without saying what it is.

    "We went over the purpose with them until each understood it" tells of a hearing;
    "we explained the purpose, which is to learn" states the aim.
    """
    first = max(0, frame.start - _BEFORE_FRAME)
    if not line.cues.within(first, frame.end, "tell_aim"):
        return False
    between = line.text[frame.end : content.start]
    if len(between) <= _AT_ONCE or _SAID_OUT.search(between):
        return False
    turn = _NEXT_CLAUSE.search(between)
    return turn is not None and not _LEADS_ON.search(between[: turn.start()])


def is_asked_from_outside(line: Line, start: int) -> bool:
    """Whether an aim at `start` is what somebody outside asks of the review: "the family asked us to"."""
    commissioners = line.cues.spans("commissioner")
    askers = [s for s in line.cues.spans("asker") if not spans_overlap(s, commissioners)]
    for asking in line.cues.within(0, start, "asks_of_us"):
        for asker in askers:
            between = line.text[asker.end : asking.start]
            near = asking.start - asker.end >= 0 and len(between.split()) <= _NAME
            if near and not _PASSIVE.search(between):
                return True
    return False
