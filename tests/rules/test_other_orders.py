"""Wordings with an aside in the middle, and passives that say by whom, need no patterns of their own."""

from __future__ import annotations

import pytest

from scr_lint import lint_text
from scr_lint.finding import ActorKind, Finding
from scr_lint.rules.blame import CODES


def blame_in(text: str) -> list[Finding]:
    return [f for f in lint_text(text).findings if f.rule in CODES.values()]


SAID = [
    (
        "Every offer of help was turned down by the couple.",
        "family",
        "Every offer of help was turned down",
    ),
    ("The hands of the team were tied by the mother.", "family", "The hands of the team were tied"),
    (
        "The manager should not, on what was then known, have closed the case.",
        "hindsight",
        "should not, on what was then known, have closed",
    ),
    (
        "At no stage (or at none on record) did the service ask where he slept.",
        "failure",
        "At no stage (or at none on record) did the service ask",
    ),
]


@pytest.mark.parametrize(("text", "label", "words"), SAID)
def test_the_words_from_first_to_last_are_flagged(text: str, label: str, words: str) -> None:
    (finding,) = blame_in(text)
    assert (finding.rule, finding.text) == (CODES[label], words)


def test_who_did_it_is_told_of_a_passive_turned_round() -> None:
    (finding,) = blame_in("Lip service was paid by both parents to the agreement.")
    assert finding.actor is not None
    assert (finding.actor.text, finding.actor.kind) == ("both parents", ActorKind.FAMILY)


@pytest.mark.parametrize(
    "text",
    [
        "The course was abandoned by the end of May.",
        "The course, the nurse said, was abandoned by the mother.",
        "The plan was not thwarted by the mother.",
        "The manager should not, it was argued, have closed the case, and the panel disagrees.",
    ],
)
def test_what_is_denied_reported_or_done_by_nobody_stays_silent(text: str) -> None:
    assert blame_in(text) == []
