"""Denials that stand away from what they deny, or where the parse goes wrong between the two."""

from __future__ import annotations

import pytest

from scr_lint.language.clause import ClauseReader
from scr_lint.language.pipeline import load_pipeline


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("There is always a gap, and the gap is not in itself a failing.", "failing", True),
        ("The gap between the two was a failing.", "failing", False),
        ("The review has found no evidence that any individual set out to harm her.", "harm", True),
        ("There is no evidence that the failure to ring was noticed.", "failure", False),
        ("The report does not say that the ward failed or that it ignored her.", "ignored", True),
        ("The report says that the ward failed and that it ignored her.", "ignored", False),
        ("None of these is a mark of incompetence.", "incompetence", True),
        ("At no point, on the papers we have, did she bring this upon herself.", "bring", True),
        ("At one point, on the papers we have, she did bring it upon herself.", "bring", False),
    ],
)
def test_a_denial_reaches_what_it_denies(text: str, word: str, denied: bool) -> None:
    doc = load_pipeline()(text)
    predicate = next(t for t in doc if t.text == word)
    assert ClauseReader.from_lexicons().read(predicate).negated is denied


@pytest.mark.parametrize(
    ("text", "putative"),
    [
        ("It is a matter of regret that he should have waited.", True),
        ("The panel is of the view that he should have waited.", False),
        ("It is surprising, the panel finds. He should have waited.", False),
    ],
)
def test_should_with_regret_tells_what_did_happen(text: str, putative: bool) -> None:
    predicate = next(t for t in load_pipeline()(text) if t.text == "waited")
    assert ClauseReader.from_lexicons().moods.is_putative(predicate) is putative
