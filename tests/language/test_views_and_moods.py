"""In whose voice a verdict stands, and whether it is put as a fact, in turns the clause cases lack."""

from __future__ import annotations

import pytest

from scr_lint.language.clause import Clause, ClauseReader
from scr_lint.language.moods import Mood
from scr_lint.language.pipeline import load_pipeline
from scr_lint.language.views import View


@pytest.mark.parametrize(
    ("text", "word", "view"),
    [
        (
            "It is accepted by the partners that a scan should have been done.",
            "done",
            View.ADMISSION,
        ),
        ("It is alleged by the family that a scan should have been done.", "done", View.SOURCE),
        ("What can be said is that a meeting would have helped.", "helped", View.REPORT),
    ],
)
def test_whose_view_a_verdict_gives(text: str, word: str, view: View) -> None:
    assert _clause(text, word).view is view


@pytest.mark.parametrize(
    ("text", "word", "mood"),
    [
        ("It cannot be known what a visit would have shown.", "shown", Mood.QUESTION),
        ("It is certain that a visit would have shown it.", "shown", Mood.STATEMENT),
    ],
)
def test_what_cannot_be_known_is_left_open(text: str, word: str, mood: Mood) -> None:
    assert _clause(text, word).mood is mood


def test_one_who_is_called_something_is_the_one_who_did_it() -> None:
    clause = _clause("Miss Old was a private person who refused every service.", "refused")
    assert clause.actor.text == "Miss Old"


def _clause(text: str, word: str) -> Clause:
    predicate = next(t for t in load_pipeline()(text) if t.text == word)
    return ClauseReader.from_lexicons().read(predicate)
