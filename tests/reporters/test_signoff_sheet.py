"""The sign-off sheet, as Markdown and as a Word document."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import Result

Run = Callable[..., Result]
DRAFT = "# Review\n\n4.1 The GP failed to reply.\n\n4.2 The | nurse failed to <b>visit</b>.\n"


@pytest.fixture
def draft(tmp_path: Path, scr_lint: Run) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    found = json.loads(scr_lint(path, "--format", "json", "--select", "BL002").stdout)
    mark = found["documents"][0]["findings"][0]["fingerprint"]
    scr_lint("accept", path, mark, "--reason", "The GP's own words", "--by", "A. Reader")
    return path


def test_the_sheet_has_verdicts_findings_acceptances_and_lines_to_sign(
    scr_lint: Run, draft: Path
) -> None:
    sheet = scr_lint(draft, "--format", "signoff", "--select", "BL002").stdout
    assert "Has it been put strongly and positively, from the outset? | NOT MET |" in sheet
    assert "## Open findings of the rules chosen: 1\n" in sheet
    assert "| paragraph 4.2 | BL002 failure |" in sheet
    assert "## Accepted findings: 1\n" in sheet
    assert "| BL002 failure | The GP's own words | A. Reader | 20" in sheet
    for who in ("Lead reviewer", "Chair of the review", "Chair of the board"):
        assert f"| {who} | ____" in sheet


def test_the_drafts_marks_stay_text(scr_lint: Run, draft: Path) -> None:
    sheet = scr_lint(draft, "--format", "signoff", "--select", "BL002").stdout
    (row,) = [line for line in sheet.splitlines() if line.startswith("| paragraph 4.2")]
    assert row.replace("\\|", "").count("|") == 6
    assert "<b>" not in sheet


def test_the_word_sheet_says_the_same(scr_lint: Run, draft: Path) -> None:
    out = draft.with_name("sheet.docx")
    scr_lint(draft, "--format", "signoff", "--select", "BL002", "--output", out)
    document = docx.Document(str(out))
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"] == [
        "The three questions of the Quality Marker",
        "Open findings of the rules chosen: 1",
        "Accepted findings: 1",
        "Signatures",
    ]
    verdicts, found, accepted, signatures = document.tables
    assert [row.cells[1].text for row in verdicts.rows[1:]] == ["NOT MET"] * 3
    assert found.rows[1].cells[0].text == "paragraph 4.2"
    assert [c.text for c in accepted.rows[1].cells][1:3] == ["The GP's own words", "A. Reader"]
    assert len(signatures.rows) == 4


def test_without_snippets_no_word_of_the_draft_is_in_the_sheet(scr_lint: Run, draft: Path) -> None:
    sheet = scr_lint(draft, "--format", "signoff", "--no-snippets").stdout
    assert "failed to" not in sheet


def test_the_sheet_counts_what_the_baseline_hides(scr_lint: Run, draft: Path) -> None:
    baseline = draft.with_name("baseline.json")
    scr_lint(draft, "--format", "json", "--output", baseline)
    found = len(json.loads(baseline.read_text("utf-8"))["documents"][0]["findings"])
    sheet = scr_lint(draft, "--format", "signoff", "--baseline", baseline).stdout
    assert f"Not listed, for the baseline has them too: {found} findings." in sheet
    assert f"## Open findings: {found} (0 new, listed here; {found} known before, not" in sheet
    assert f"Nothing new flagged; {found} findings known before still stand." in sheet


def test_the_sheet_of_a_comparison_counts_what_still_stands(scr_lint: Run, draft: Path) -> None:
    new = draft.with_name("new.md")
    new.write_text(DRAFT + "\n4.3 The school failed to ask.\n", encoding="utf-8")
    narrow = ("--format", "signoff", "--select", "BL002", "--no-accepted")
    sheet = scr_lint("compare", draft, new, *narrow).stdout
    assert "## Open findings of the rules chosen: 3 (1 new, listed here; 2 known" in sheet
    # The sheet's Markdown escapes underscores and the like in a path.
    assert "draft.md has them too: 2 findings." in sheet


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--select", "BL001"), "Left out by the settings: all rules but BL001."),
        (("--ignore", "BL,TA001"), "Left out by the settings: all rules but LP001, LP002, LP003"),
        (("--ignore", "BL002"), "Left out by the settings: BL002."),
        (("--confidence", "high"), "by the settings: findings of less than high confidence."),
    ],
)
def test_the_sheet_says_what_the_settings_left_out(
    scr_lint: Run, draft: Path, options: tuple[str, ...], said: str
) -> None:
    sheet = scr_lint(draft, "--format", "signoff", *options).stdout
    assert said in sheet
    assert "## Open findings of the rules chosen: " in sheet
    assert "Left out by" not in scr_lint(draft, "--format", "signoff").stdout


@pytest.mark.parametrize("form", ["text", "html"])
def test_text_and_page_say_what_they_do_not_list(
    scr_lint: Run, draft: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: draft.parent / "cache")
    only = ("--select", "BL002", "--format")
    baseline = draft.with_name("baseline.json")
    scr_lint(draft, *only, "json", "--output", baseline)
    for options in ((), ("--cache",), ("--cache",)):
        done = scr_lint(draft, *only, form, "--baseline", baseline, *options)
        said = " ".join(done.stdout.split())
        assert "Nothing new flagged; 1 finding known before still stands." in said
        assert "Not listed, for the baseline has them too: 1 finding." in said
        assert "Left out by the settings: all rules but BL002." in said
    said = " ".join(scr_lint(draft, "--select", "BL001", "--format", form).stdout.split())
    assert "Nothing flagged by the rules chosen. That is not a verdict" in said


def test_what_is_missing_is_a_thing_to_be_put_in(scr_lint: Run, draft: Path) -> None:
    draft.write_text("# Review\n\nThe review does not apportion blame.\n", encoding="utf-8")
    sheet = scr_lint(draft, "--format", "signoff").stdout
    assert "| NOT MET | a statement of what the review is for: it says only what" in sheet
