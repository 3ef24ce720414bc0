"""TA004: the draft says that it does not blame, and then does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from scr_lint.finding import Confidence, Hit, Severity
from scr_lint.rules.evidence import Evidence
from scr_lint.sought import Label

FEWEST = 2
WORDS_FOR_ONE = 500
_SHOWN = 3
_SHOWN_WORDS = 12


def disclaimer_contradicted(evidence: Evidence) -> Iterable[Hit]:
    """TA004: a disclaimer stands against several firm blame findings.

    A single slip in a careful draft is a finding of its own, not a broken promise: there must be at
    least two, one of them an error, and one in every 500 words.
    """
    if not evidence.labelled(Label.DISCLAIMER):
        return
    blame = ((code, hit) for code, hits in evidence.blame.items() for hit in hits)
    weighed = ((evidence.rules.severity(code, hit), hit) for code, hit in blame)
    firm = [(severity, hit) for severity, hit in weighed if _is_firm(severity, hit)]
    needed = max(FEWEST, evidence.reading.document.words() / WORDS_FOR_ONE)
    if len(firm) < needed or all(severity is not Severity.ERROR for severity, _ in firm):
        return
    firm.sort(key=lambda pair: (-pair[0].weight, -pair[1].confidence.weight, pair[1].block or 0))
    examples = "; ".join(f"“{_words(hit, evidence)}”" for _, hit in firm[:_SHOWN])
    yield Hit(values={"count": str(len(firm)), "examples": examples})


def _is_firm(severity: Severity, hit: Hit) -> bool:
    light = severity is Severity.NOTE or hit.confidence is Confidence.LOW
    return not light and hit.block is not None


def _words(hit: Hit, evidence: Evidence) -> str:
    text = hit.span.of(evidence.reading.document.blocks[hit.block or 0].text)
    words = text.split()
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")


CONTRADICTION_CHECKS: Mapping[str, Callable[[Evidence], Iterable[Hit]]] = {
    "TA004": disclaimer_contradicted
}
