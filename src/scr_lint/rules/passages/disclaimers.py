"""What a review says that it is not: no inquiry into blame, no trial, no second investigation."""

from __future__ import annotations

import re

from scr_lint.rules.passages.aims import denials
from scr_lint.rules.passages.lines import Line, Lines, spans_overlap

_REACH_AFTER = 40
_IS_DENIED = re.compile(r"\b(?:is|are|was|were|has|have|had|does|do|will|plays?|forms?|lies?)\b")


def is_disclaimer(line: Line, lines: Lines) -> bool:
    """Whether the sentence says of the review that it does not blame, judge or re-investigate."""
    topics = line.cues.spans("blame_topic")
    if not topics or line.under("heading_narrative") or line.sentence.block.quoted:
        return False
    if is_denied_by_heading(line):
        return True
    ours = line.cues.any(
        "own_review", "generic_review", "review_task", "reviewers_voice", "aim_word"
    )
    if not ours and not (line.starts_with("pronoun_first") and _follows_review(line, lines)):
        return False
    return any(
        list(denials(line, 0, topic.start + 1)) or _is_denied_after(line, topic.end)
        for topic in topics
        if not spans_overlap(topic, line.cues.spans("not_blame_topic"))
    )


def is_denied_by_heading(line: Line) -> bool:
    """Whether the heading says that what follows is not what the review is for."""
    return line.heading.any("heading_denied") and not line.heading.any("heading_both")


def _is_denied_after(line: Line, end: int) -> bool:
    """Whether the words after a topic deny it: "blame is no part of it".

    "Until the verdict we could not …" denies something else.
    """
    last = min(len(line.text), end + _REACH_AFTER)
    return any(
        _IS_DENIED.search(line.text[end : denial.end]) for denial in denials(line, end, last)
    )


def _follows_review(line: Line, lines: Lines) -> bool:
    """Whether "it" or "that" goes back to the review, or to another disclaimer."""
    for other in lines.before(line, 2):
        if "own_review" in other.cues or is_disclaimer(other, lines):
            return True
        if not other.starts_with("pronoun_first"):
            return False
    return line.heading.any("own_review")
