"""Families of wording, each said in several ways and beside what only sounds like it, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scr_lint.rules.evidence import FoundPassage

Find = Callable[[str, str], tuple[FoundPassage, ...]]

_DATA = Path(__file__).parent / "data"
_AIMS = {
    "purpose-hedged": "hedged",
    "purpose-competing": "competing",
    "purpose-expectation": "expectation",
}


def _cases(name: str) -> list[Any]:
    (cases,) = tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8")).values()
    return [pytest.param(case, id=case["text"][:60]) for case in cases]


def _kinds(found: tuple[FoundPassage, ...], label: str) -> set[str]:
    return {p.kind for p in found if p.label == label}


@pytest.mark.parametrize("case", _cases("purpose_families"))
def test_what_a_purpose_is_made_of(case: dict[str, Any], find: Find) -> None:
    found = find(case["heading"], case["text"])
    elements = _kinds(found, "purpose-learning") | _kinds(found, "purpose-prevention")
    elements |= {_AIMS[p.label] for p in found if p.label in _AIMS}
    assert elements == set(case["elements"])


@pytest.mark.parametrize("case", _cases("told_families"))
def test_who_hears_the_purpose(case: dict[str, Any], find: Find) -> None:
    found = find(case["heading"], case["text"])
    assert {p.kind for p in found if p.label.startswith("communicated-")} == set(case["parties"])


@pytest.mark.parametrize("case", _cases("tension_families"))
def test_what_is_said_of_circumstances(case: dict[str, Any], find: Find) -> None:
    found = find(case["heading"], case["text"])
    assert _kinds(found, "tension-trigger") == set(case["kinds"])
    assert _kinds(found, "tension-acknowledged") == set(case["acknowledged"])
    assert _kinds(found, "tension-dismissed") == set(case["dismissed"])
    assert any(p.label == "tension-ruled-out" for p in found) == case["ruled_out"]
