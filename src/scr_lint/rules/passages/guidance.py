"""Whether guidance or reviews at large are spoken of, and whether the draft makes what is said its own."""

from __future__ import annotations

from scr_lint.rules.passages.lines import Line, Lines

_EARLY = 210
_AT_ONCE = 24
_BESIDE = 60
_ONLY_TITLES = ("working", "act")
_ADOPTED_WITHIN = 3


def speaks_for_guidance(lines: Lines, line: Line) -> bool:
    """Whether the sentence reports what guidance or statute says, by name or as "it says that"."""
    if not line.cues.any("source_says"):
        return False
    if not names_source(line):
        return _goes_on_for_guidance(lines, line)
    if not is_said_by_source(line):
        return False
    this = [s for s in line.cues.spans("own_review") if s.of(line.text).startswith(("this", "our"))]
    return not any(s.start < _EARLY for s in this)


def _goes_on_for_guidance(lines: Lines, line: Line) -> bool:
    """Whether "it says" follows a sentence that names guidance."""
    if not line.starts_with("pronoun_first"):
        return False
    if not any(s.start < _AT_ONCE for s in line.cues.spans("source_says")):
        return False
    return any(names_source(other) for other in lines.before(line))


def speaks_of_reviews_at_large(line: Line) -> bool:
    """Whether the sentence is about reviews of a kind, and neither about this one nor about one held."""
    if not line.cues.any("generic_review") or line.cues.any("own_review"):
        return False
    return not line.cues.any("review_held")


def is_made_own(lines: Lines, line: Line, start: int = 0) -> bool:
    """Whether the draft makes what a sentence says of reviews at large its own.

    It does where it says so, behind `start` of the sentence or soon after; and, where nobody else is
    named as saying it, below a heading on what this review is for, or right after "This is a
    safeguarding adults review".
    """
    if line.cues.within(start, len(line.text), "adopts"):
        return True
    if any("adopts" in other.cues for other in lines.after(line, _ADOPTED_WITHIN)):
        return True
    if is_attributed(lines, line):
        return False
    heading = line.heading
    if heading.any("heading_purpose") and not heading.any("heading_other", "heading_guidance"):
        return True
    return any(other.cues.any("this_is") for other in lines.before(line))


def is_attributed(lines: Lines, line: Line) -> bool:
    """Whether what a sentence says of reviews at large is said on the word of guidance or in general."""
    if line.sentence.block.quoted or line.cues.any("in_general"):
        return True
    if names_source(line) or line.heading.any("heading_guidance"):
        return True
    if any(names_source(x) and x.cues.any("hands_back") for x in lines.after(line, 1)):
        return True
    return any(names_source(other) for other in lines.before(line))


def names_source(line: Line) -> bool:
    """Whether guidance or statute is named; "working together" and "act" only as titles."""
    return any(
        not span.of(line.text).startswith(_ONLY_TITLES) or span.of(line.sentence.text).istitle()
        for span in line.cues.spans("source")
    )


def is_said_by_source(line: Line) -> bool:
    """Whether a word of saying stands close to the name of guidance or statute."""
    says = line.cues.spans("source_says")
    return any(
        abs(said.start - source.end) <= _BESIDE or abs(source.start - said.end) <= _BESIDE
        for source in line.cues.spans("source")
        for said in says
    )
