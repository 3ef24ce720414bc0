"""LP007: whether the draft says that those concerned were told what the review is for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from scr_lint.finding import Hit
from scr_lint.rules.evidence import Evidence
from scr_lint.sought import NECESSARY, WORDS, says_told


def audience_missing(evidence: Evidence) -> Iterable[Hit]:
    """LP007: once for a draft, with every party of whom there is no word."""
    told = {p.kind for p in evidence.passages if says_told(p.label)}
    missing = [WORDS[party] for party in NECESSARY if party not in told]
    if missing:
        yield Hit(values={"parties": in_words(missing), "count": str(len(missing))})


def in_words(parts: list[str]) -> str:
    """The parts as running text: "a, b or c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} or {parts[-1]}"


AUDIENCE_CHECKS: Mapping[str, Callable[[Evidence], Iterable[Hit]]] = {"LP007": audience_missing}
