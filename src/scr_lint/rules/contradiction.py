"""TA004: the draft says that it does not blame, and then does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from scr_lint.finding import ActorKind, Confidence, Hit, Severity
from scr_lint.rules.evidence import Evidence

FEWEST = 2
WORDS_FOR_ONE = 500
_SHOWN = 3
_SHOWN_WORDS = 12


def disclaimer_contradicted(evidence: Evidence) -> Iterable[Hit]:
    """TA004: a disclaimer stands against several firm blame findings.

    A single slip in a careful draft is a finding of its own, not a broken promise: there must be at
    least two, one of them an error, and one in every 500 words.
    """
    if not evidence.labelled("purpose-disclaimer"):
        return
    firm = [
        (code, hit)
        for code, hits in evidence.blame.items()
        for hit in hits
        if _is_firm(code, hit, evidence)
    ]
    needed = max(FEWEST, evidence.reading.document.words() / WORDS_FOR_ONE)
    if len(firm) < needed or not any(
        _weight(c, h, evidence) == Severity.ERROR.weight for c, h in firm
    ):
        return
    firm.sort(
        key=lambda pair: (
            -_weight(pair[0], pair[1], evidence),
            -pair[1].confidence.weight,
            pair[1].block or 0,
        )
    )
    examples = "; ".join(f"“{_words(hit, evidence)}”" for _, hit in firm[:_SHOWN])
    yield Hit(values={"count": str(len(firm)), "examples": examples})


def _weight(code: str, hit: Hit, evidence: Evidence) -> int:
    """How heavy the engine will find it: 0 for a note, 1 for a warning, 2 for an error."""
    header = evidence.reading.lexicons.headers[code]
    severity = header.severity[hit.actor.kind if hit.actor else ActorKind.UNKNOWN]
    return (severity.lowered() if hit.reason else severity).weight


def _is_firm(code: str, hit: Hit, evidence: Evidence) -> bool:
    light = hit.confidence is Confidence.LOW or hit.block is None
    return not light and _weight(code, hit, evidence) >= Severity.WARNING.weight


def _words(hit: Hit, evidence: Evidence) -> str:
    text = hit.span.of(evidence.reading.document.blocks[hit.block or 0].text)
    words = text.split()
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")


CONTRADICTION_CHECKS: Mapping[str, Callable[[Evidence], Iterable[Hit]]] = {
    "TA004": disclaimer_contradicted
}
