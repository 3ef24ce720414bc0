"""What one sentence says of an aim: its elements, whether it is denied, hedged, or general.

An aim has a frame, words that tie it to the review ("the purpose of this review is", "we were asked
by the Board to"), and content after the frame: learning, improvement, prevention, or something at
odds with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scr_lint.model import Span
from scr_lint.rules.passages.lines import Line, spans_overlap
from scr_lint.rules.passages.whose_aim import is_asked_from_outside, is_only_told
from scr_lint.sought import Element

# What an aim may be instead: to blame, to hold to account.
COMPETING = "competing"
ELEMENTS = (*map(str, Element), COMPETING)
_FORWARD = ("frame_own", "frame_voice", "frame_commission")
_CONTRAST = re.compile(r"\bbut\b|;|:|\binstead,|\brather,|\bhowever\b")
_MAY_FOR_PURPOSE = re.compile(r"\b(?:so that|in order that|in order)\b[^,;]{0,40}$")
_ASKED_ABOUT = re.compile(r"\b(?:why|what) $")
_REACH_OF_COMMISSION = 110
_REACH_BEFORE = 16
_TO = 3
_WILL_REACH = 20


@dataclass(frozen=True, slots=True)
class Content:
    """One element of an aim and the words that give it, as offsets into the sentence."""

    element: str
    span: Span


@dataclass(frozen=True, slots=True)
class Aim:
    """What a sentence states, and whether only as a hope."""

    contents: tuple[Content, ...]
    hedged: bool = False

    @property
    def elements(self) -> frozenset[str]:
        """What it aims at: some of ELEMENTS."""
        return frozenset(c.element for c in self.contents)


def contents_of(line: Line, start: int = 0, end: int | None = None) -> tuple[Content, ...]:
    """Everything in `[start, end)` of the sentence that could be an aim, in order."""
    cues, end = line.cues, len(line.text) if end is None else end
    excused = {e: cues.spans(f"not_{e}") for e in ELEMENTS}
    found = []
    for element in ELEMENTS:
        if element == Element.PREVENTION and "preventing" not in cues:
            continue
        for span in cues.within(start, end, element):
            if spans_overlap(span, excused[element]):
                continue
            found.append(Content(element, span))
    return tuple(sorted(found, key=lambda c: c.span))


def stated(
    line: Line, start: int, end: int | None = None, *, reach: int = 0
) -> tuple[Content, ...]:
    """The contents of an aim whose frame starts at `start`, those that are denied left out.

    `reach` > 0 is how far after `end` of the frame the first content may stand.
    """
    begin = start if end is None else end
    kept: list[Content] = []
    for content in contents_of(line, begin):
        if not kept and reach and content.span.start - begin > reach:
            break
        if not _denied(line, start, content, kept):
            kept.append(content)
    return tuple(kept)


def _denied(line: Line, start: int, content: Content, kept: list[Content]) -> bool:
    """Whether a denial stands between the frame and the content with no turn after it.

    After a first content that holds, a denial counts only close before the next one: "to learn and
    not to blame, so that services improve".
    """
    first = max(0, start - _REACH_BEFORE)
    if kept and content.element != COMPETING:
        first = max(kept[-1].span.end, content.span.start - _REACH_BEFORE)
    segment = line.text[first : content.span.start]
    turn = max((m.end() for m in _CONTRAST.finditer(segment)), default=0)
    return bool(list(denials(line, first + turn, content.span.start)))


def denials(line: Line, start: int, end: int) -> Iterator[Span]:
    """Words of denial in `[start, end)`, "not only" and its like left out."""
    excused = line.cues.spans("no_denial")
    for span in line.cues.within(start, end, "denial"):
        if not spans_overlap(span, excused):
            yield span


def is_hedged(line: Line, contents: Iterable[Content]) -> bool:
    """Whether the aim is stated as a hope or a possibility."""
    first = min(c.span.end for c in contents)
    excused = line.cues.spans("not_hope")
    return any(
        span.start < first and not spans_overlap(span, excused) and not is_for_purpose(line, span)
        for span in line.cues.spans("hedge")
    )


def is_for_purpose(line: Line, may: Span) -> bool:
    """Whether a "may" only belongs to a clause of purpose: "so that lessons may be learned"."""
    return bool(_MAY_FOR_PURPOSE.search(line.text[: may.start]))


def forward_frames(line: Line) -> tuple[tuple[str, Span], ...]:
    """The frames of this review's own aim in the sentence, with the list each is from."""
    return tuple((name, span) for name in _FORWARD for span in line.cues.spans(name))


def aim_after(line: Line, frames: Iterable[tuple[str, Span]]) -> Aim | None:
    """The fullest aim stated after any of these frames."""
    best: tuple[Content, ...] = ()
    for name, frame in frames:
        reach = _REACH_OF_COMMISSION if name == "frame_commission" else 0
        found = stated(line, frame.start, frame.end, reach=reach)
        if (
            not found
            or _ASKED_ABOUT.search(line.text[: frame.start])
            or _told_between(line, frame.end, found[0].span.start)
            or is_only_told(line, frame, found[0].span)
            or is_asked_from_outside(line, found[0].span.start)
        ):
            continue
        if name == "frame_voice" and not _is_learning_for_sure(line, found):
            continue
        if len({c.element for c in found}) > len({c.element for c in best}) or not best:
            best = found
    return Aim(best, is_hedged(line, best)) if best else None


def _told_between(line: Line, start: int, end: int) -> bool:
    """Whether the frame goes on to say that the aim was explained, not what it is."""
    return bool(line.cues.within(start, end, "telling"))


def _is_learning_for_sure(line: Line, contents: tuple[Content, ...]) -> bool:
    """Whether "we wanted to" is about the whole review: lessons, or more than one element."""
    if len({c.element for c in contents}) > 1:
        return True
    return any(re.match(r"learn|lesson", c.span.of(line.text)) for c in contents)


def will_judge(line: Line) -> Aim | None:
    """An aim at odds with learning, of what the review "will" do, with what else it then will do.

    Aims that begin otherwise are stated otherwise.
    """
    for frame in line.cues.spans("frame_will"):
        found = stated(line, frame.start, frame.end, reach=_WILL_REACH)
        if found and found[0].element == COMPETING:
            return Aim(found)
    return None


def is_infinitive(line: Line, start: int) -> bool:
    """Whether what starts here is a bare "to learn", "so that …", or the first words of a line."""
    before = line.text[:start]
    if not before.strip(" :–-([*") or before.endswith((": ", "– ", "- ", ") ")):
        return True
    # A content may begin with its own "to".
    signs = line.cues.within(0, start + _TO, "infinitive")
    return any(span.end >= start - 1 for span in signs)
