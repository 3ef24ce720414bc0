"""Scoring on full-length drafts with planted faults: found at their printed place, or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scr_lint.finding import DocumentReport, Finding
from scr_lint.scoring.counts import Counts
from scr_lint.scoring.verdicts import Verdicts, compare_verdicts


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault put into a draft: its code, printed paragraph number, and words.

    A fault of the draft as a whole has neither number nor words.
    """

    code: str
    paragraph: str
    words: str


@dataclass(frozen=True, slots=True)
class PlantedScore:
    """One draft against its key."""

    verdicts: Verdicts
    found: tuple[Planted, ...]
    missed: tuple[Planted, ...]

    def by_code(self) -> Mapping[str, Counts]:
        """Found and missed by code, in order of code; false alarms are not counted here."""
        codes = sorted({planted.code for planted in (*self.found, *self.missed)})
        return {
            code: Counts(
                right=sum(planted.code == code for planted in self.found),
                missed=sum(planted.code == code for planted in self.missed),
            )
            for code in codes
        }


def score_planted(key: Mapping[str, Any], report: DocumentReport) -> PlantedScore:
    """What a run on the draft says, against its key."""
    planted = [Planted(row["code"], row["paragraph"], row["words"]) for row in key["planted"]]
    found = {fault: is_found(fault, report.findings) for fault in planted}
    return PlantedScore(
        compare_verdicts(key["verdicts"], report),
        tuple(fault for fault in planted if found[fault]),
        tuple(fault for fault in planted if not found[fault]),
    )


def is_found(planted: Planted, findings: Sequence[Finding]) -> bool:
    """Whether a finding of the code stands at the planted place, on or in the planted words."""
    same = [finding for finding in findings if finding.rule == planted.code]
    if not planted.words:
        return bool(same)
    words = _folded(planted.words)
    here = [f for f in same if (f.location.paragraph or "") == planted.paragraph]
    return any(words in _folded(f.sentence) or _folded(f.sentence) in words for f in here)


def _folded(text: str) -> str:
    return " ".join(text.split())
