"""The case files themselves: sound, distinct, and enough of them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent / "cases"
VALUES = {
    "kind": {"individual", "agency", "system", "family", "name", "perpetrator", "unknown"},
    "polarity": {"positive", "negative"},
    "voice": {"active", "passive", "nominal"},
    "view": {"report", "source", "quote", "admission", "adopted"},
    "mood": {"statement", "question", "condition", "recommendation", "purpose"},
}
DEFAULTS = {"polarity": "positive", "voice": "active", "view": "report", "mood": "statement"}


def clauses() -> list[dict[str, Any]]:
    files = sorted(CASES.glob("clauses-*.toml"))
    return [case for f in files for case in tomllib.loads(f.read_text("utf-8"))["case"]]


def sentences() -> list[dict[str, Any]]:
    return list(tomllib.loads((CASES / "sentences.toml").read_text("utf-8"))["case"])


def test_every_clause_case_names_words_of_its_text_and_allowed_values() -> None:
    for case in clauses():
        assert case["predicate"].lower() in case["text"].lower(), case
        assert case.get("actor", "") in case["text"], case
        for key, allowed in VALUES.items():
            assert case.get(key, DEFAULTS.get(key)) in allowed, case


def test_clause_cases_are_distinct_and_half_of_them_hard() -> None:
    keys = {(c.get("before", ""), c["text"], c["predicate"]) for c in clauses()}
    assert len(keys) == len(clauses()) >= 250
    assert sum(bool(c.get("hard")) for c in clauses()) * 2 >= len(clauses())


def test_sentence_cases_cover_their_text() -> None:
    assert len(sentences()) >= 300
    for case in sentences():
        joined = re.sub(r"\s+", "", "".join(case["sentences"]))
        assert joined == re.sub(r"\s+", "", case["text"]), case
