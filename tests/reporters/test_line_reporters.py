"""The line formats: concise, csv, github."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from scr_lint.finding import Location, Report
from scr_lint.model import Cell
from scr_lint.reporters import REPORTERS, Style
from scr_lint.reporters.concise import place


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (Location(), ""),
        (Location(block=0, line=12, column=5, paragraph="4.12"), "12:5"),
        (Location(block=0, paragraph="4.12", page=23, kind="paragraph"), "¶4.12"),
        (Location(block=0, paragraph="3", page=23, kind="footnote"), "footnote 3"),
        (Location(block=86, page=23), "p23"),
        (Location(block=86, cell=Cell(1, 2, 3)), "table 1, row 2, column 3"),
        (Location(block=86, after="4.12", steps=2), "¶4.12+2"),
        (
            Location(block=86, section=("1: Foreword",), after="", steps=8),
            "8th paragraph under “1  Foreword”",
        ),
        (Location(block=86, after=None, steps=22), "22nd paragraph of the draft"),
    ],
)
def test_a_place_is_named_as_readers_of_the_draft_name_it(
    location: Location, expected: str
) -> None:
    assert place(location) == expected


def test_concise_gives_one_line_a_finding(sample_report: Report, style: Style) -> None:
    lines = REPORTERS["concise"](sample_report, style).splitlines()
    assert len(lines) == len(sample_report.findings)


def rows(report: Report, style: Style) -> list[dict[str, str]]:
    """The csv output as a spreadsheet reads it."""
    output = REPORTERS["csv"](report, style)
    return list(csv.DictReader(StringIO(output.removeprefix("\ufeff"), newline="")))


def with_message(report: Report, message: str) -> Report:
    """`report` with one finding that says `message`."""
    draft = report.documents[0]
    return Report((replace(draft, findings=(replace(draft.findings[1], message=message),)),))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "  =", "\uff1d"])
def test_no_cell_begins_as_a_formula(start: str, word_report: Report, style: Style) -> None:
    report = with_message(word_report, f"{start}HYPERLINK(1)")
    assert rows(report, style)[0]["message"].startswith("'")


@pytest.mark.parametrize(
    ("fingerprint", "cell"),
    [("123456789012", "'123456789012"), ("12345e678901", "'12345e678901"), ("12ab", "12ab")],
)
def test_a_fingerprint_that_looks_like_a_number_stays_text(
    fingerprint: str, cell: str, word_report: Report, style: Style
) -> None:
    draft = word_report.documents[0]
    finding = replace(draft.findings[1], fingerprint=fingerprint)
    report = Report((replace(draft, findings=(finding,)),))
    assert rows(report, style)[0]["fingerprint"] == cell


def test_a_row_says_where_and_who(word_report: Report, style: Style) -> None:
    row = rows(word_report, style)[1]
    assert (row["section"], row["paragraph"], row["page"], row["who"]) == (
        "4 Analysis \u203a 4.2 Health visiting",
        "paragraph 4.12",
        "23",
        "The midwife (an individual)",
    )


def test_csv_has_a_byte_order_mark_and_crlf_line_ends(word_report: Report, style: Style) -> None:
    written = REPORTERS["csv"](word_report, style).encode()
    assert written.startswith(b"\xef\xbb\xbfpath,code,")
    assert written.count(b"\n") == written.count(b"\r\n") == 6


def test_github_escapes_what_the_runner_decodes(sample_report: Report, style: Style) -> None:
    lines = REPORTERS["github"](sample_report, style).splitlines()
    assert lines[5].startswith("::warning file=out/=report%2C final%3A2.pdf,title=BL001 fault::")
    assert lines[5].endswith("100%25")


def test_a_message_cannot_start_a_workflow_command(word_report: Report, style: Style) -> None:
    report = with_message(word_report, "so\n::stop-commands::x")
    assert REPORTERS["github"](report, style).count("\n") == 1


def test_github_pins_annotations_to_lines_of_text_files(
    sample_report: Report, style: Style
) -> None:
    lines = REPORTERS["github"](sample_report, style).splitlines()
    assert lines[7].startswith("::error file=chapter.txt,line=3,col=16,title=BL001 fault::")
    assert lines[8].startswith("::error file=scan.pdf,title=not checked::")
