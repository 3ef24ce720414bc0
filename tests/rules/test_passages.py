"""Passages found in short paragraphs: purpose, audience, circumstance; the paragraphs are data."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scr_lint.rules.evidence import FoundPassage

Find = Callable[[str, str], tuple[FoundPassage, ...]]

_DATA = Path(__file__).parent / "data"


def _cases(name: str) -> list[Any]:
    (cases,) = tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8")).values()
    return [pytest.param(case, id=case["text"][:60]) for case in cases]


def _kinds(passages: tuple[FoundPassage, ...], label: str) -> set[str]:
    return {p.kind for p in passages if p.label == label}


@pytest.mark.parametrize("case", _cases("purposes"))
def test_elements_of_a_purpose(case: dict[str, Any], find: Find) -> None:
    found = find("Introduction", case["text"])
    elements = _kinds(found, "purpose-learning") | _kinds(found, "purpose-prevention")
    elements |= {p.label.removeprefix("purpose-") for p in found if p.label in _OTHER_AIMS}
    assert elements == set(case["elements"])


@pytest.mark.parametrize("case", _cases("told"))
def test_parties_told(case: dict[str, Any], find: Find) -> None:
    found = find("How the review was done", case["text"])
    assert {p.kind for p in found if p.label.startswith("communicated-")} == set(case["parties"])


@pytest.mark.parametrize("case", _cases("acknowledged"))
def test_circumstances_owned_up_to(case: dict[str, Any], find: Find) -> None:
    found = find("Other proceedings", case["text"])
    assert _kinds(found, "tension-trigger") == set(case["kinds"])
    assert _kinds(found, "tension-acknowledged") == set(case["acknowledged"])


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
    assert _kinds(found, "tension-dismissed") == {kind}
    assert _kinds(found, "tension-acknowledged") == set()


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
    assert _kinds(find(heading, text), "tension-trigger") == set()


_OTHER_AIMS = ("purpose-hedged", "purpose-competing")
