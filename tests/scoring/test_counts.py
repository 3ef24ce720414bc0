"""Figures drawn from counts."""

from __future__ import annotations

import pytest

from scr_lint.scoring.counts import Counts, wilson


def test_precision_recall_and_f1() -> None:
    counts = Counts(right=90, false_alarms=10, missed=30)
    assert counts.precision == 0.9
    assert counts.recall == 0.75
    assert counts.f1 == pytest.approx(2 * 0.9 * 0.75 / (0.9 + 0.75))


def test_the_lintscore_of_ninety_right_and_ten_wrong_is_what_proselint_gives() -> None:
    assert Counts(right=90, false_alarms=10).lintscore == pytest.approx(72.9)


def test_nothing_flagged_has_no_precision() -> None:
    counts = Counts(missed=3)
    assert (counts.precision, counts.recall, counts.lintscore) == (None, 0.0, 0.0)
    assert counts.precision_interval() is None


def test_the_wilson_interval_of_nine_in_ten() -> None:
    low, high = wilson(9, 10) or (0, 0)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)


def test_counts_add_up() -> None:
    assert Counts(1, 2, 3) + Counts(4, 5, 6) == Counts(5, 7, 9)
