"""Families of wording, each said in several ways and beside what only sounds like it, as data."""

from __future__ import annotations

from typing import Any

import pytest

from .passage_cases import Find, kinds, named_cases

_AIMS = {
    "purpose-hedged": "hedged",
    "purpose-competing": "competing",
    "purpose-expectation": "expectation",
}


@pytest.mark.parametrize("case", [*named_cases("purpose_families"), *named_cases("instead")])
def test_what_a_purpose_is_made_of(case: dict[str, Any], find: Find) -> None:
    found = find(case["heading"], case["text"])
    elements = kinds(found, "purpose-learning") | kinds(found, "purpose-prevention")
    elements |= {_AIMS[p.label] for p in found if p.label in _AIMS}
    assert elements == set(case["elements"])


@pytest.mark.parametrize("case", [*named_cases("told_families"), *named_cases("told_by_others")])
def test_who_hears_the_purpose(case: dict[str, Any], find: Find) -> None:
    found = find(case["heading"], case["text"])
    assert {p.kind for p in found if p.label.startswith("communicated-")} == set(case["parties"])


@pytest.mark.parametrize("case", [*named_cases("tension_families"), *named_cases("held_off")])
def test_what_is_said_of_circumstances(case: dict[str, Any], find: Find) -> None:
    found = find(case["heading"], case["text"])
    assert kinds(found, "tension-trigger") == set(case["kinds"])
    assert kinds(found, "tension-acknowledged") == set(case["acknowledged"])
    assert kinds(found, "tension-dismissed") == set(case["dismissed"])
    assert any(p.label == "tension-ruled-out" for p in found) == case["ruled_out"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This review blames nobody.", True),
        ("No one is blamed in this report.", True),
        ("This review found that the mother was blamed by no agency.", False),
        ("The family court had not finished when this review began.", False),
    ],
)
def test_a_review_that_blames_nobody_disclaims(text: str, expected: bool, find: Find) -> None:
    found = find("Introduction", text)
    assert any(p.label == "purpose-disclaimer" for p in found) is expected
