"""Work of the review that waits for a criminal case or a coroner, by request or because it must."""

from __future__ import annotations

from scr_lint.model import Span
from scr_lint.rules.passages.lines import Line, spans_overlap
from scr_lint.sought import Circumstance

# What a review's work may have to wait for.
WAITED_FOR = (Circumstance.CRIMINAL, Circumstance.INQUEST)


def held_off(line: Line, kind: str, *, about_review: bool) -> Span | None:
    """The words of a sentence that name what the review's work had to wait for; None where it did not.

    Two things must be there, in any order: somebody in authority who asks for something, or whose
    business has to end first; and the review's own work, held off. `about_review` says that the
    section is about the review, so that "nobody could be interviewed" can mean no other interview.
    """
    cues = line.cues
    if kind not in WAITED_FOR or not cues.any(f"request_{kind}", f"awaits_{kind}"):
        return None
    work = cues.spans("held_off", "first_call", *(("held_off-weak",) if about_review else ()))
    if all(spans_overlap(span, cues.spans("not_held_off")) for span in work):
        return None
    excused = cues.spans("not_request")
    if cues.any("other_hearing") and kind == Circumstance.CRIMINAL:
        excused = (*excused, *cues.spans("witness_to_be"))
    if not cues.any("criminal_court"):
        excused = (*excused, *cues.spans("bare_court"))
    named = cues.spans(f"request_{kind}", f"awaits_{kind}")
    return next((span for span in named if not spans_overlap(span, excused)), None)
