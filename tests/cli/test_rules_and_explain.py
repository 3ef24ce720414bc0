"""`scr-lint rules` and `scr-lint explain`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from scr_lint.lexicon import load_lexicons
from scr_lint.rules import CHECKS

Run = Callable[..., Result]


def test_every_rule_is_listed_once(scr_lint: Run) -> None:
    lines = [
        line.split()[:2] for line in scr_lint("rules").stdout.splitlines() if line[:2].isupper()
    ]
    headers = load_lexicons().headers
    assert lines == [[code, headers[code].name] for code in sorted(headers)]


def test_every_rule_with_a_header_has_a_check_and_the_other_way_round() -> None:
    assert set(load_lexicons().headers) == set(CHECKS)


@pytest.mark.parametrize("code", sorted(CHECKS))
def test_a_rule_is_explained_in_full(scr_lint: Run, code: str) -> None:
    text = scr_lint("explain", code).stdout
    for title in ("What it flags", "Why it matters", "The Quality Marker says", "How to say it"):
        assert title in text
    assert "What it does not flag" in text


def test_a_rule_can_be_asked_for_by_name(scr_lint: Run) -> None:
    assert scr_lint("explain", "failure").stdout == scr_lint("explain", "BL002").stdout


def test_an_unknown_rule_is_an_error(scr_lint: Run) -> None:
    done = scr_lint("explain", "BL999")
    assert done.exit_code == 2
    assert "no rule is called 'BL999'" in done.stderr


def test_the_reference_in_docs_is_in_step_with_the_lexicons(scr_lint: Run) -> None:
    docs = Path(__file__).parent.parent.parent / "docs" / "rules.md"
    made = scr_lint("rules", "--format", "markdown").stdout
    assert docs.read_text("utf-8") == made, "run: scr-lint rules --format markdown > docs/rules.md"


def test_the_rules_can_be_had_as_json(scr_lint: Run) -> None:
    rules = json.loads(scr_lint("rules", "--format", "json").stdout)
    assert [r["code"] for r in rules] == sorted(CHECKS)
    assert set(rules[0]) == {"code", "name", "level", "summary", "severity", "instead", "why"}
