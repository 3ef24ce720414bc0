"""Counts of right and wrong, and the figures drawn from them."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

_Z95 = 1.959964


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives, false negatives of one label."""

    right: int = 0
    false_alarms: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right,
            self.false_alarms + other.false_alarms,
            self.missed + other.missed,
        )

    @property
    def precision(self) -> float | None:
        """Share of what was flagged that should have been; None where nothing was flagged."""
        return _share(self.right, self.right + self.false_alarms)

    @property
    def recall(self) -> float | None:
        """Share of what should have been flagged that was; None where there was nothing."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; None where there was nothing to find and nothing found."""
        return _share(2 * self.right, 2 * self.right + self.false_alarms + self.missed)

    @property
    def lintscore(self) -> float:
        """proselint's score: T·(T/(T+F))², so that false alarms cost more than misses."""
        flagged = self.right + self.false_alarms
        return self.right * (self.right / flagged) ** 2 if flagged else 0.0

    def precision_interval(self) -> tuple[float, float] | None:
        """95 % interval of the precision."""
        return wilson(self.right, self.right + self.false_alarms)

    def recall_interval(self) -> tuple[float, float] | None:
        """95 % interval of the recall."""
        return wilson(self.right, self.right + self.missed)


def wilson(successes: int, trials: int) -> tuple[float, float] | None:
    """The 95 % score interval of a share (E. B. Wilson, JASA 22, 1927); None for no trials."""
    if trials == 0:
        return None
    share, spread = successes / trials, _Z95**2 / trials
    centre = (share + spread / 2) / (1 + spread)
    half = _Z95 * sqrt(share * (1 - share) / trials + spread / (4 * trials)) / (1 + spread)
    return max(0.0, centre - half), min(1.0, centre + half)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
