"""Recall and precision over sentences written without sight of the finders, as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .passage_cases import Find, cases

_OWN_LABELS = ("hedged", "competing", "disclaimer")
_LEAST = 0.88


def _purpose(case: dict[str, Any], find: Find) -> tuple[set[str], set[str]]:
    found = find("Introduction", case["text"])
    got = {p.kind for p in found if p.label in ("purpose-learning", "purpose-prevention")}
    got |= {label for p in found if (label := p.label.removeprefix("purpose-")) in _OWN_LABELS}
    return set(case["elements"]), got


def _told(case: dict[str, Any], find: Find) -> tuple[set[str], set[str]]:
    found = find("How the review was done", case["text"])
    return set(case["parties"]), {p.kind for p in found if p.label.startswith("communicated-")}


def _tension(case: dict[str, Any], find: Find) -> tuple[set[str], set[str]]:
    speaks = case["kinds"] or case.get("ruled_out", False)
    found = find("Other proceedings" if speaks else "Introduction", case["text"])
    wanted = {f"trigger {kind}" for kind in case["kinds"]}
    wanted |= {f"acknowledged {kind}" for kind in case.get("acknowledged", ())}
    wanted |= {f"dismissed {kind}" for kind in case.get("dismissed", ())}
    wanted |= {"ruled-out"} if case.get("ruled_out") else set()
    labels = {(p.label.removeprefix("tension-"), p.kind) for p in found if "tension-" in p.label}
    return wanted, {f"{label} {kind}".strip() for label, kind in labels}


@pytest.mark.parametrize(
    ("names", "read_case"),
    [
        (
            ("fresh_purpose", "fresh_purpose_more", "fresh_purpose_later", "fresh_purpose_final"),
            _purpose,
        ),
        (("fresh_told", "fresh_told_more", "fresh_told_later", "fresh_told_final"), _told),
        (
            ("fresh_tension", "fresh_tension_more", "fresh_tension_later", "fresh_tension_final"),
            _tension,
        ),
    ],
)
def test_recall_and_precision(
    names: tuple[str, ...],
    read_case: Callable[[dict[str, Any], Find], tuple[set[str], set[str]]],
    find: Find,
) -> None:
    pairs = [read_case(case, find) for name in names for case in cases(name)]
    right = sum(len(wanted & got) for wanted, got in pairs)
    assert right / sum(len(wanted) for wanted, _ in pairs) >= _LEAST
    assert right / sum(len(got) for _, got in pairs) >= _LEAST
