"""Words found under two rules are told of under one."""

from __future__ import annotations

import pytest

from scr_lint import lint_text
from scr_lint.rules import blame

ONCE = [
    ("The Trust was slow to act on the letter.", "judgement"),
    ("The request was given short shrift.", "intent"),
    ("The desk knew full well that the alarm was broken.", "intent"),
    ("The manager knew the figures and did nothing about them.", "intent"),
    ("He should have been struck off.", "sanction"),
    ("The mother paid lip service to the plan.", "family"),
]


@pytest.mark.parametrize(("text", "label"), ONCE)
def test_one_wording_is_told_of_under_one_rule(text: str, label: str) -> None:
    codes = {f.rule for f in lint_text(text).findings if f.rule in blame.CODES.values()}
    assert codes == {blame.CODES[label]}


def test_what_a_named_owner_missed_is_a_failure_too() -> None:
    findings = lint_text("The social worker missed several opportunities to intervene.").findings
    codes = {f.rule for f in findings if f.rule in blame.CODES.values()}
    assert codes == {blame.CODES["failure"], blame.CODES["missed"]}


def test_what_outdoes_a_label_is_settled_before_it() -> None:
    settled: list[str] = []
    for label, outdoing in blame._OUTDONE_BY.items():
        assert set(outdoing) <= set(settled), label
        settled.append(label)
    assert set(settled) == set(blame.CODES)


def test_what_the_review_would_have_expected_is_said_of_nobody_by_name() -> None:
    found = lint_text("The panel would have expected the surgery to ring back.").findings
    actors = [f.actor for f in found if f.rule == blame.CODES["hindsight"]]
    assert actors
    assert all(actor is None or not actor.text for actor in actors)


def test_what_the_panel_found_is_not_its_own_affair() -> None:
    text = "The panel found that there was carelessness by staff in the keeping of the sheets."
    found = [f for f in lint_text(text).findings if f.rule.startswith("BL")]
    assert [f.rule for f in found] == ["BL004"]
    assert not any(f.actor and "panel" in f.actor.text for f in found)


def test_what_the_panel_regrets_of_itself_is_no_blame() -> None:
    text = "The panel regrets that it should have met the family earlier."
    assert not [f for f in lint_text(text).findings if f.rule.startswith("BL")]
