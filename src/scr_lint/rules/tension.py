"""TA001, TA002, TA003, TA005: whether the draft owns up to what complicates its purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from scr_lint.finding import Confidence, Hit
from scr_lint.rules.evidence import Evidence
from scr_lint.rules.purpose import hits_at
from scr_lint.sought import WORDS, Label


def tension_missing(evidence: Evidence) -> Iterable[Hit]:
    """TA001: no complicating circumstance is mentioned or ruled out."""
    if not evidence.labelled(Label.TRIGGER, Label.RULED_OUT):
        yield Hit()


def tension_unacknowledged(evidence: Evidence) -> Iterable[Hit]:
    """TA002: each kind that is mentioned and neither owned up to nor dismissed, at its first mention."""
    settled = {p.kind for p in evidence.labelled(Label.ACKNOWLEDGED, Label.DISMISSED)}
    for passage in evidence.labelled(Label.TRIGGER):
        if passage.kind not in settled:
            settled.add(passage.kind)
            yield Hit(
                block=passage.block,
                span=passage.span,
                sentence=passage.span,
                confidence=Confidence.MEDIUM,
                values={"kind": WORDS[passage.kind]},
                about=passage.kind,
            )


def tension_dismissed(evidence: Evidence) -> Iterable[Hit]:
    """TA003: each sentence that waves a circumstance away."""
    seen = set()
    for passage in evidence.labelled(Label.DISMISSED):
        if (passage.block, passage.span) not in seen:
            seen.add((passage.block, passage.span))
            yield from hits_at([passage], kind=WORDS[passage.kind])


def false_expectation(evidence: Evidence) -> Iterable[Hit]:
    """TA005: each promise that the review will say who was responsible."""
    yield from hits_at(evidence.labelled(Label.EXPECTATION))


TENSION_CHECKS: Mapping[str, Callable[[Evidence], Iterable[Hit]]] = {
    "TA001": tension_missing,
    "TA002": tension_unacknowledged,
    "TA003": tension_dismissed,
    "TA005": false_expectation,
}
