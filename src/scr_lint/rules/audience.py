"""LP007: whether the draft says that those concerned were told what the review is for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from scr_lint.finding import Hit
from scr_lint.rules.evidence import Evidence
from scr_lint.sought import NECESSARY, WORDS, says_told


def audience_missing(evidence: Evidence) -> Iterable[Hit]:
    """LP007: once for each party of whom there is no word.

    Each stands for itself, so that telling one leaves what is said of the others as it was, and
    accepting that one was not told does not hide another.
    """
    told = {p.kind for p in evidence.passages if says_told(p.label)}
    for party in NECESSARY:
        if party not in told:
            yield Hit(values={"party": WORDS[party]}, about=party)


AUDIENCE_CHECKS: Mapping[str, Callable[[Evidence], Iterable[Hit]]] = {"LP007": audience_missing}
