"""The shipped drafts against their keys: verdicts, printed places, false alarms, and what is missed."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scr_lint import lint
from scr_lint.finding import DocumentReport, Severity
from scr_lint.rules.blame import CODES
from scr_lint.scoring.planted import PlantedScore, score_planted

CORPORA = Path(__file__).parent.parent / "corpora"
DRAFTS = CORPORA / "drafts"
NAMES = ("faulty", "middling", "good")
# The least share of the planted faults of each draft that a run finds at their printed number.
LEAST_FOUND = {"faulty": 0.6, "middling": 0.58}
BLAME = tuple(CODES.values())


@cache
def report(name: str) -> DocumentReport:
    return lint(DRAFTS / f"{name}.docx")


@cache
def key(name: str) -> dict[str, Any]:
    return tomllib.loads((DRAFTS / f"{name}.key.toml").read_text("utf-8"))


@cache
def planted(name: str) -> PlantedScore:
    return score_planted(key(name), report(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_three_verdicts_are_those_of_the_key(name: str) -> None:
    assert {q: given.value for q, (_, given) in planted(name).verdicts.items()} == (
        key(name)["verdicts"]
    )


@pytest.mark.parametrize("name", ["faulty", "middling"])
def test_planted_faults_are_found_at_their_printed_number(name: str) -> None:
    found, missed = planted(name).found, planted(name).missed
    assert len(found) / (len(found) + len(missed)) >= LEAST_FOUND[name]


def test_every_document_level_fault_of_the_faulty_draft_is_found() -> None:
    assert [fault.code for fault in planted("faulty").missed if not fault.words] == []


def test_the_good_draft_has_no_error_and_few_warnings() -> None:
    findings = report("good").findings
    assert [f for f in findings if f.severity is Severity.ERROR] == []
    assert len([f for f in findings if f.severity is Severity.WARNING]) <= 2


@pytest.mark.parametrize(("folder", "files", "most"), [("guidance", 20, 0.5), ("plain", 32, 0.2)])
def test_prose_that_blames_nobody_is_hardly_flagged(folder: str, files: int, most: float) -> None:
    reports = [lint(path) for path in sorted((CORPORA / folder).glob("*.md"))]
    words = sum(r.document.words() for r in reports)
    blame = [f for r in reports for f in r.findings if f.rule in BLAME]
    assert len(reports) == files
    assert len(blame) * 1000 / words <= most


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_draft_is_accounted_for(name: str) -> None:
    coverage = report(name).coverage
    assert "body" in coverage.read
    assert any("tracked insertion" in part for part in coverage.read)
    assert any("tracked deletion" in part for part in coverage.not_read)
    assert any("table of contents" in part for part in coverage.not_read)
