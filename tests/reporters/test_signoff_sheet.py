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
    assert "## Open findings: 1\n" in sheet
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
        "Open findings: 1",
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
