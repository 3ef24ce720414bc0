"""What a report does not list: findings known before, and what the settings left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scr_lint.counted import counted
from scr_lint.finding import Confidence, DocumentReport, Narrowing
from scr_lint.reporters.plain_words import NOTHING_CHOSEN, NOTHING_FLAGGED


def known_before(report: DocumentReport) -> int:
    """How many findings of the draft are not listed, an earlier run having had them."""
    return len(report.earlier.still) if report.earlier else 0


def nothing_flagged(report: DocumentReport) -> str:
    """What to say where a report lists no finding: never more than is so."""
    return nothing_among(known_before(report), narrowed=bool(report.narrowing))


def nothing_among(known: int, *, narrowed: bool) -> str:
    """The same for several: `known` findings stood before, settings may have left some out."""
    if known:
        return f"Nothing new flagged; {_stands(known)}."
    return NOTHING_CHOSEN if narrowed else NOTHING_FLAGGED


def left_out(report: DocumentReport) -> tuple[str, ...]:
    """What is not listed and why, each in a sentence; () where everything is."""
    return tuple(_left_out(report))


def _left_out(report: DocumentReport) -> Iterator[str]:
    known = known_before(report)
    if known and report.earlier:
        same = report.earlier.path == report.path
        where = "the baseline" if same else report.earlier.path
        yield f"Not listed, for {where} has them too: {counted(known, 'finding')}."
    if report.narrowing:
        yield f"Left out by the settings: {'; '.join(_by_settings(report.narrowing))}."


def _by_settings(narrowing: Narrowing) -> Iterator[str]:
    left, kept = narrowing.left, narrowing.kept
    if left:
        yield f"all rules but {_listed(kept)}" if len(kept) < len(left) else _listed(left)
    if narrowing.confidence is not Confidence.LOW:
        yield f"findings of less than {narrowing.confidence} confidence"
    if narrowing.in_sections:
        yield f"in some sections {_listed(narrowing.in_sections)}"


def _listed(codes: Sequence[str]) -> str:
    return ", ".join(codes) or "none"


def _stands(known: int) -> str:
    verb = "stands" if known == 1 else "stand"
    return f"{counted(known, 'finding')} known before still {verb}"
