"""The subject of a copula by word order."""

from __future__ import annotations

import pytest
from spacy.language import Language

from scr_lint.language.pipeline import load_pipeline
from scr_lint.language.word_order import is_said_of_deed, subject_before


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("The care given on the ward that night was unsafe.", "unsafe", "care"),
        ("The search of the flat, which took an hour, was cursory.", "cursory", "search"),
        ("The school's decision to send him home was shameful.", "shameful", "decision"),
        ("The plan said that the heating was poor.", "poor", "heating"),
        ("A letter of two lines may be misleading.", "misleading", None),
        ("They spoke of poor care.", "poor", None),
        ("The plan was in my view thin.", "thin", "plan"),
        ("Care by the service was, the reviewer is bound to say, poor.", "poor", "Care"),
        ("He left but contact between the ward and the family was poor.", "poor", "contact"),
    ],
)
def test_the_first_noun_phrase_of_the_clause_is_the_subject(
    nlp: Language, text: str, word: str, subject: str | None
) -> None:
    predicate = next(t for t in nlp(text) if t.text == word)
    found = subject_before(predicate)
    assert (found.text if found is not None else None) == subject


@pytest.mark.parametrize(
    ("text", "word", "deed"),
    [
        ("Closing the case by letter was foolish.", "foolish", True),
        ("4. To wait for a third report was wrong.", "wrong", True),
        ("For a team to wait so long was wrong.", "wrong", True),
        ("She rang twice, and leaving him there was reckless.", "reckless", True),
        ("Looking back, the plan was weak.", "weak", False),
        ("The meeting was long.", "long", False),
    ],
)
def test_a_verdict_on_what_was_done_is_told_from_one_on_a_thing(
    nlp: Language, text: str, word: str, deed: bool
) -> None:
    assert is_said_of_deed(next(t for t in nlp(text) if t.text == word)) is deed
