"""Those in authority who press the review towards a result of their own."""

from __future__ import annotations

from scr_lint.model import Span
from scr_lint.rules.passages.lines import Line

_NEAR = 60
_REACH = 200


def presses_review(line: Line) -> Span | None:
    """The words of a sentence where somebody senior asks the review to say who or what was at fault.

    Three things must stand in this order: the senior person, the pressing, what is wanted; and the
    review or those who write it must be the ones pressed.
    """
    cues = line.cues
    for senior in cues.spans("senior"):
        for press in cues.within(senior.end, len(line.text), "press"):
            if press.start - senior.end > _NEAR:
                break
            if line.text[: press.start].endswith(("was ", "were ", "been ")):
                continue
            for wanted in cues.within(press.end, press.end + _REACH, "find_someone"):
                if cues.within(press.start, wanted.end, "pressed"):
                    return Span(senior.start, wanted.end)
    return None
