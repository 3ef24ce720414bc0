"""Reading the clause cases: what the layer says of each, field by field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Token

from scr_lint.language.clause import Clause, ClauseReader
from scr_lint.language.pipeline import load_pipeline

CASES = Path(__file__).parent / "cases"
DEFAULTS: dict[str, Any] = {
    "actor": "",
    "kind": "unknown",
    "polarity": "positive",
    "voice": "active",
    "modality": "none",
    "view": "report",
    "mood": "statement",
    "reason": False,
}


def clause_cases() -> list[dict[str, Any]]:
    """All clause cases, in the order of their files."""
    files = sorted(CASES.glob("clauses-*.toml"))
    return [case for file in files for case in tomllib.loads(file.read_text("utf-8"))["case"]]


def wrong_fields(cases: Sequence[dict[str, Any]]) -> list[list[str]]:
    """For each case the fields the layer gets wrong."""
    reader = ClauseReader.from_lexicons()
    docs = load_pipeline().pipe(case["text"] for case in cases)
    return [_wrong(case, doc, reader) for case, doc in zip(cases, docs, strict=True)]


def _wrong(case: dict[str, Any], doc: Doc, reader: ClauseReader) -> list[str]:
    said = _said(reader.read(_predicate(case, doc), case.get("before", "")))
    return [key for key, default in DEFAULTS.items() if said[key] != case.get(key, default)]


def _predicate(case: dict[str, Any], doc: Doc) -> Token:
    words = rf"(?<!\w){re.escape(case['predicate'])}(?!\w)"
    found = re.search(words, case["text"]) or re.search(words, case["text"], re.IGNORECASE)
    assert found is not None, case
    return next(t for t in doc if t.idx + len(t) > found.start())


def _said(clause: Clause) -> dict[str, Any]:
    return {
        "actor": clause.actor.text,
        "kind": clause.actor.kind.value,
        "polarity": "negative" if clause.negated else "positive",
        "voice": clause.voice.value,
        "modality": clause.modality.value,
        "view": clause.view.value,
        "mood": clause.mood.value,
        "reason": clause.reason,
    }
