"""The engine and the public functions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import scr_lint
from scr_lint import Config, ScrLintError, lint, lint_text
from scr_lint.config import SectionRule
from scr_lint.errors import ConfigError
from scr_lint.finding import Severity

DRAFT = """\
# Serious Case Review

## 4 Analysis

4.1 The social worker failed to visit. The school failed to ring because two posts were
vacant.

4.2 The visit took place.
"""


def test_a_text_a_path_and_a_document_say_the_same(tmp_path: Path) -> None:
    path = tmp_path / "text.md"
    path.write_text(DRAFT, encoding="utf-8")
    findings = lint_text(DRAFT).findings
    assert findings
    assert lint(path).findings == findings
    assert lint(str(path)).findings == findings
    assert lint(scr_lint.read(path)).findings == findings


def test_a_finding_is_complete() -> None:
    finding = lint_text(DRAFT, Config(select=("BL002",))).findings[0]
    assert (finding.rule, finding.name, finding.severity) == ("BL002", "failure", Severity.ERROR)
    assert finding.text == "failed to visit"
    assert finding.sentence == "The social worker failed to visit."
    assert finding.actor is not None
    assert (finding.actor.text, finding.actor.kind) == ("The social worker", "individual")
    assert finding.location.paragraph == "4.1"
    assert finding.location.section == ("Serious Case Review", "4 Analysis")
    assert (finding.location.line, finding.location.column) == (5, 23)
    assert finding.location.label() == "paragraph 4.1"
    assert finding.instead
    assert finding.why


def test_an_agency_weighs_less_and_a_reason_lowers_once_more() -> None:
    second = lint_text(DRAFT, Config(select=("BL002",))).findings[1]
    assert second.text == "failed to ring"
    assert second.severity is Severity.NOTE


def test_a_text_may_hold_what_no_file_can() -> None:
    (finding,) = lint_text("Ash \ud800 left. The GP failed to reply.", Config(("BL002",))).findings
    assert (finding.text, finding.location.column) == ("failed to reply", 20)


def test_a_severity_may_be_fixed_by_the_settings() -> None:
    config = Config(select=("BL002",), severity=(("BL002", Severity.NOTE),))
    assert {f.severity for f in lint_text(DRAFT, config).findings} == {Severity.NOTE}


def test_findings_stand_in_reading_order_the_drafts_own_first() -> None:
    blocks = [f.location.block for f in lint_text(DRAFT).findings]
    places = [-1 if b is None else b for b in blocks]
    assert places == sorted(places)
    assert places[0] == -1


def test_fingerprints_are_unique_and_survive_a_paragraph_put_before() -> None:
    before = {f.fingerprint for f in lint_text(DRAFT, Config(select=("BL",))).findings}
    moved = DRAFT.replace("4.1 The", "4.1 A new paragraph.\n\n4.2 The")
    after = {f.fingerprint for f in lint_text(moved, Config(select=("BL",))).findings}
    assert len(before) == 2
    assert before == after


def test_errors_are_one_family() -> None:
    with pytest.raises(ScrLintError, match="does not exist"):
        lint(Path("no such draft.docx"))
    with pytest.raises(ScrLintError, match="no rule is called"):
        lint_text(DRAFT, Config(select=("XX",)))
    with pytest.raises(
        ConfigError, match=r"^no profile is called 'sarr' \(did you mean 'sar'\?\)$"
    ):
        lint_text(DRAFT, Config(profile="sarr"))
    with pytest.raises(ScrLintError, match="cannot load 'no_such_pipeline'"):
        lint_text(DRAFT, Config(pipeline="no_such_pipeline"))


def test_a_name_is_told_the_role_whatever_the_blame_entry_suggests() -> None:
    report = lint_text("PC Brennan turned a blind eye to it.\n", Config(select=("BL005", "BL011")))
    advice = {f.rule: f.instead for f in report.findings}
    assert advice["BL011"].startswith("Use the person's role")
    assert advice["BL005"] != advice["BL011"]


def test_a_promise_is_not_broken_by_what_the_settings_call_notes() -> None:
    draft = """\
# Serious Case Review

This review does not seek to blame anyone.

The social worker failed to visit. The midwife failed to record it. The nurse was negligent.
"""
    promise = Config(select=("TA004",))
    notes = tuple((f"BL00{n}", Severity.NOTE) for n in range(1, 10))
    assert [f.rule for f in lint_text(draft, promise).findings] == ["TA004"]
    assert lint_text(draft, replace(promise, severity=notes)).findings == ()


def test_what_else_a_purpose_leaves_out_is_said_in_a_sentence() -> None:
    draft = "# Serious Case Review\n\nThe purpose of this review is to identify lessons.\n"
    (finding,) = lint_text(draft, Config(select=("LP005",))).findings
    assert finding.message == (
        "The stated purpose names learning but not improvement. Nor does it name the "
        "organisations that are to learn or the prevention of similar harm."
    )


@pytest.mark.parametrize(
    "narrower",
    [
        Config(select=("BL002",), sections=(SectionRule("chronology", ("BL002",)),)),
        Config(select=("BL",), ignore=("BL011",)),
    ],
)
def test_what_the_settings_leave_out_changes_no_fingerprint(narrower: Config) -> None:
    draft = "## Chronology\n\nThe GP failed to reply.\n\n## Analysis\n\nThe GP failed to reply.\n"
    first, second = lint_text(draft, Config(select=("BL002",))).findings
    assert first.fingerprint != second.fingerprint
    left = lint_text(draft, narrower).findings
    assert left[-1] == second
    assert left[0] == (second if narrower.sections else first)


def test_a_failing_is_no_moment_that_somebody_let_go_by() -> None:
    (finding,) = lint_text("There were failings by the police.", Config(select=("BL009",))).findings
    assert finding.message == (
        "“failings” measures what was done by what is known now, and stops before it asks why. "
        "Those who were there seldom saw it so."
    )
    assert finding.instead.startswith("Say what was done and what was not in each case")
