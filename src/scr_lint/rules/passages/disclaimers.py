"""What a review says that it is not: no inquiry into blame, no trial, no second investigation."""

from __future__ import annotations

import re
from itertools import islice

from scr_lint.model import BlockKind, Span
from scr_lint.rules.passages.aims import denials
from scr_lint.rules.passages.lines import Line, Lines, spans_overlap

_OURS = (
    *("own_review", "generic_review", "review_task", "reviewers_voice", "aim_word"),
    "frame_commission",
)
_BACK = 8
_REACH_AFTER = 40
_SOON = 10
_NEW_CLAUSE = re.compile(r"[;:] |,? (?:and|but|so|yet|while|though|although) ")
_BLAMES_NONE = re.compile(r" (?:nobody|no one|no-one|none|neither|no [a-z]+)\b")
_IS_DENIED = re.compile(r"\b(?:is|are|was|were|has|have|had|does|do|will|plays?|forms?|lies?)\b")


def is_disclaimer(line: Line, lines: Lines) -> bool:
    """Whether the sentence says of the review that it does not blame, judge or re-investigate."""
    topics = line.cues.spans("blame_topic")
    if not topics and _puts_outside(line, lines):
        return True
    if not topics or line.under("heading_narrative") or line.sentence.block.quoted:
        return False
    if is_denied_by_heading(line):
        return True
    earlier = line.cues.spans("earlier_reviews")
    ours = any(not spans_overlap(span, earlier) for span in line.cues.spans(*_OURS))
    if not ours and not (line.starts_with("pronoun_first") and _follows_review(line, lines)):
        return False
    return any(
        (list(denials(line, 0, topic.start + 1)) and not _is_called_for(line, topic))
        or _is_denied_after(line, topic.end)
        for topic in topics
        if not spans_overlap(topic, line.cues.spans("not_blame_topic"))
    )


def _puts_outside(line: Line, lines: Lines) -> bool:
    """Whether it puts the blame that the sentence before speaks of outside the review's purpose."""
    if not (line.starts_with("pronoun_first") and line.cues.any("own_review")):
        return False
    before = lines.before(line, 1)
    named = any(x.block == line.block and x.cues.any("blame_topic") for x in before)
    return named and line.cues.any("aim_word") and line.cues.any("denial")


def is_denied_by_heading(line: Line) -> bool:
    """Whether the heading says that what follows is not what the review is for."""
    return line.heading.any("heading_denied") and not line.heading.any("heading_both")


def _is_called_for(line: Line, topic: Span) -> bool:
    """Whether a clause of its own calls for what a topic names: "…, and managers must be held to account".

    A denial in the clauses before does not reach it.
    """
    breaks = [m.end() for m in _NEW_CLAUSE.finditer(line.text, 0, topic.start)]
    if not breaks or not line.cues.within(breaks[-1], topic.end + _SOON, "not_aim_duty"):
        return False
    return not list(denials(line, breaks[-1], topic.start + 1))


def _is_denied_after(line: Line, end: int) -> bool:
    """Whether the words after a topic deny it: "blame is no part of it", "blames nobody".

    "Until the verdict we could not …" denies something else.
    """
    last = min(len(line.text), end + _REACH_AFTER)
    return any(
        (_IS_DENIED.search(line.text[end : denial.end]) and denial.of(line.text) != "without")
        or _BLAMES_NONE.match(line.text, end)
        for denial in denials(line, end, last)
    )


def _follows_review(line: Line, lines: Lines) -> bool:
    """Whether "it" or "that" goes back to the review, or to another disclaimer."""
    prose = (
        x for x in lines.before(line, _BACK) if x.sentence.block.kind is not BlockKind.LIST_ITEM
    )
    for other in islice(prose, 2):
        if "own_review" in other.cues or is_disclaimer(other, lines):
            return True
        if not other.starts_with("pronoun_first"):
            return False
    return line.heading.any("own_review")
