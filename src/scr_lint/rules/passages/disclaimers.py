"""What a review says that it is not: no inquiry into blame, no trial, no second investigation."""

from __future__ import annotations

from scr_lint.rules.passages.aims import denials
from scr_lint.rules.passages.lines import Line, Lines

_REACH_AFTER = 40


def is_disclaimer(line: Line, lines: Lines) -> bool:
    """Whether the sentence says of the review that it does not blame, judge or re-investigate."""
    topics = line.cues.spans("blame_topic")
    if not topics or line.under("heading_narrative") or line.sentence.block.quoted:
        return False
    ours = line.cues.any(
        "own_review", "generic_review", "review_task", "reviewers_voice", "aim_word"
    )
    if not ours and not (line.starts_with("pronoun_first") and _follows_review(line, lines)):
        return False
    return any(
        list(denials(line, 0, topic.start + 1))
        or list(denials(line, topic.end, min(len(line.text), topic.end + _REACH_AFTER)))
        for topic in topics
    )


def _follows_review(line: Line, lines: Lines) -> bool:
    """Whether "it" or "that" goes back to the review, or to another disclaimer."""
    for other in lines.before(line, 2):
        if "own_review" in other.cues or is_disclaimer(other, lines):
            return True
        if not other.starts_with("pronoun_first"):
            return False
    return line.heading.any("own_review")
