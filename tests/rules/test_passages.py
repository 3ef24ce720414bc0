"""Passages found in short paragraphs: purpose, audience, circumstance; the paragraphs are data."""

from __future__ import annotations

from typing import Any

import pytest

from .passage_cases import Find, kinds, named_cases


@pytest.mark.parametrize("case", named_cases("purposes"))
def test_elements_of_a_purpose(case: dict[str, Any], find: Find) -> None:
    found = find("Introduction", case["text"])
    elements = kinds(found, "purpose-learning") | kinds(found, "purpose-prevention")
    elements |= {p.label.removeprefix("purpose-") for p in found if p.label in _OTHER_AIMS}
    assert elements == set(case["elements"])


@pytest.mark.parametrize("case", named_cases("told"))
def test_parties_told(case: dict[str, Any], find: Find) -> None:
    found = find("How the review was done", case["text"])
    assert {p.kind for p in found if p.label.startswith("communicated-")} == set(case["parties"])


@pytest.mark.parametrize("case", named_cases("acknowledged"))
def test_circumstances_owned_up_to(case: dict[str, Any], find: Find) -> None:
    found = find("Other proceedings", case["text"])
    assert kinds(found, "tension-trigger") == set(case["kinds"])
    assert kinds(found, "tension-acknowledged") == set(case["acknowledged"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An inquest was held. It had no effect on the review.", "inquest"),
        ("There was media interest, but it did not influence the review in any way.", "media"),
        ("A disciplinary process is under way. That is a separate matter.", "disciplinary"),
    ],
)
def test_a_circumstance_waved_away_is_dismissed_and_not_owned_up_to(
    text: str, kind: str, find: Find
) -> None:
    found = find("Other proceedings", text)
    assert kinds(found, "tension-dismissed") == {kind}
    assert kinds(found, "tension-acknowledged") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were no criminal, civil or disciplinary proceedings.", True),
        ("No parallel proceedings of any kind ran beside this review.", True),
        ("There was no inquest.", False),
        ("No offence was charged.", False),
    ],
)
def test_only_a_general_denial_rules_circumstances_out(
    text: str, expected: bool, find: Find
) -> None:
    found = find("Other proceedings", text)
    assert any(p.label == "tension-ruled-out" for p in found) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "This review does not blame anyone, and it is not for us to say who should be held to account.",
            True,
        ),
        (
            "The lessons of earlier reviews have not been learned, and managers must be held to account.",
            False,
        ),
        (
            "The purpose of this review is not known to all; those at fault must be held to account.",
            False,
        ),
        ("Earlier reviews did not hold anyone to account.", False),
    ],
)
def test_only_this_reviews_own_denial_is_a_disclaimer(
    text: str, expected: bool, find: Find
) -> None:
    found = find("Introduction", text)
    assert any(p.label == "purpose-disclaimer" for p in found) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Readers will learn who was responsible for her death.", True),
        ("The family was assured that the review would say who was to blame.", True),
        ("The family would like to know who was responsible; this review cannot say.", False),
        ("This review does not say who was responsible.", False),
    ],
)
def test_promises_of_blame(text: str, expected: bool, find: Find) -> None:
    found = find("Foreword", text)
    assert any(p.label == "purpose-expectation" for p in found) is expected


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Narrative", "The police opened an investigation into a burglary at the flat."),
        ("Chronology", "She posted a video on social media and complained about the noise."),
        ("Policy", "Any enquiry from journalists goes to the council's press officer."),
        (
            "Recommendations",
            "Practice below the expected standard should be reported to the employer.",
        ),
        ("Introduction", "He was convicted of murder and is serving a life sentence."),
    ],
)
def test_what_is_no_circumstance_of_this_review(heading: str, text: str, find: Find) -> None:
    assert kinds(find(heading, text), "tension-trigger") == set()


_OTHER_AIMS = ("purpose-hedged", "purpose-competing")
