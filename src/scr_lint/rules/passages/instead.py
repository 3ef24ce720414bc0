"""What a review is for, said right after what it is not: "It is about making sure that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_lint.model import Span
from scr_lint.rules.passages.aims import COMPETING, Aim, Content, denials, is_hedged, stated
from scr_lint.rules.passages.composed import is_elsewhere
from scr_lint.rules.passages.disclaimers import is_disclaimer
from scr_lint.rules.passages.lines import Line, Lines, spans_overlap
from scr_lint.sought import Element

_WAYS = {element: f"instead_{element}" for element in Element}
_TURN = re.compile(r"(?:[;:]|[,–—-]? but| [–—-]|,) (?:rather,? |instead,? |because )?")
_LEAD = re.compile(r"\W*(?:(?:instead|rather|but),? )?")
_SOON = 15


def instead(line: Line, lines: Lines) -> Aim | None:
    """The aim that a sentence sets against a disclaimer, in itself or right before it.

    A disclaimer makes plain whose aim it is and that an aim is what comes: less is asked of the words
    than of a statement that stands alone.
    """
    if line.sentence.block.quoted or is_elsewhere(line) or line.text.rstrip().endswith("?"):
        return None
    for frame in _frames(line, lines):
        if line.cues.within(frame.end, frame.end + _SOON, "not_instead"):
            continue
        found = tuple(sorted({*_contents(line, frame)}, key=lambda c: c.span))
        if found:
            return Aim(found, is_hedged(line, found))
    return None


def _frames(line: Line, lines: Lines) -> Iterator[Span]:
    """Where such a sentence, or such a clause behind a disclaimer, begins."""
    frames = line.cues.spans("instead_frame")
    if not frames:
        return
    lead = _LEAD.match(line.text)
    if lead is not None and frames[0].start == lead.end() and _follows_disclaimer(line, lines):
        yield frames[0]
    elif is_disclaimer(line, lines):
        turns = {turn.end() for turn in _TURN.finditer(line.text)}
        topics = line.cues.spans("blame_topic")
        yield from (f for f in frames if f.start in turns and f.start > topics[0].end)


def _follows_disclaimer(line: Line, lines: Lines) -> bool:
    before = lines.before(line, 1)
    return any(x.block == line.block and is_disclaimer(x, lines) for x in before)


def _contents(line: Line, frame: Span) -> Iterator[Content]:
    """What is aimed at from the frame on, denied parts left out."""
    yield from (c for c in stated(line, frame.end) if c.element != COMPETING)
    for element, name in _WAYS.items():
        for span in line.cues.within(frame.start, len(line.text), name):
            denied = list(denials(line, frame.start, span.start))
            if not denied and not spans_overlap(span, line.cues.spans(f"not_{element}")):
                yield Content(element, span)
