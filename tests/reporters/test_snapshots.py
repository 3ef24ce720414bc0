"""Every reporter's whole output for the one sample report, compared byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from scr_lint.finding import Report
from scr_lint.reporters import REPORTERS, Style

FILES = {
    "text": "report.txt",
    "concise": "concise.txt",
    "json": "report.json",
    "jsonl": "report.jsonl",
    "sarif": "report.sarif",
    "csv": "report.csv",
    "github": "github.txt",
}
Compare = Callable[[str, str], None]


@pytest.mark.parametrize(("name", "file"), FILES.items())
def test_the_sample_report_looks_like_its_snapshot(
    name: str, file: str, sample_report: Report, style: Style, matches_snapshot: Compare
) -> None:
    matches_snapshot(file, REPORTERS[name](sample_report, style))


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("report.color.txt", {"color": True}),
        ("report.quiet.txt", {"quiet": True}),
        ("report.shared.txt", {"snippets": False}),
        ("report.narrow.txt", {"width": 40}),
    ],
)
def test_each_style_of_the_terminal_looks_like_its_snapshot(
    file: str, change: dict[str, Any], word_report: Report, style: Style, matches_snapshot: Compare
) -> None:
    matches_snapshot(file, REPORTERS["text"](word_report, replace(style, **change)))


@pytest.mark.parametrize("name", REPORTERS)
def test_the_same_report_gives_the_same_bytes(
    name: str, sample_report: Report, style: Style
) -> None:
    render = REPORTERS[name]
    assert render(sample_report, style) == render(sample_report, style)


@pytest.mark.parametrize("name", REPORTERS)
def test_an_empty_report_renders(name: str, style: Style) -> None:
    output = REPORTERS[name](Report(()), style)
    assert output == "" or output.endswith("\n")
