"""The terminal report: width, colour, order, and what it never says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from scr_lint.finding import Confidence, DocumentReport, Failure, Location, Report
from scr_lint.model import Coverage, Document
from scr_lint.reporters import REPORTERS, Style

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def rendered(report: Report, style: Style, **change: object) -> str:
    """The terminal's text in `style` but for `change`."""
    return REPORTERS["text"](report, replace(style, **change))  # type: ignore[arg-type]


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_is_longer_than_the_width(
    width: int, color: bool, sample_report: Report, style: Style
) -> None:
    output = ANSI.sub("", rendered(sample_report, style, width=width, color=color))
    assert [line for line in output.splitlines() if cell_len(line) > width] == []


def test_the_page_rests_on_the_style_alone(
    sample_report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = REPORTERS["text"](sample_report, Style())
    monkeypatch.setenv("COLUMNS", "60")
    assert REPORTERS["text"](sample_report, Style()) == plain
    assert max(cell_len(line) for line in plain.splitlines()) == 100


def test_no_line_ends_in_spaces(sample_report: Report, style: Style) -> None:
    assert re.findall(r" +$", rendered(sample_report, style), re.MULTILINE) == []


@pytest.mark.parametrize("variable", ["FORCE_COLOR", "CLICOLOR_FORCE", "TTY_INTERACTIVE"])
def test_the_environment_cannot_force_colour(
    variable: str, sample_report: Report, style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "1")
    assert "\x1b" not in rendered(sample_report, style)


def test_colour_adds_nothing_but_colour(sample_report: Report, style: Style) -> None:
    colored = rendered(sample_report, style, color=True)
    assert colored != rendered(sample_report, style)
    assert ANSI.sub("", colored) == rendered(sample_report, style)


def test_flagged_words_stay_marked_where_the_line_breaks(word_report: Report, style: Style) -> None:
    assert "the health visitor «failed to\n  │ ask» why" in rendered(word_report, style)


def test_markup_in_the_draft_is_shown_as_it_stands(sample_report: Report, style: Style) -> None:
    output = rendered(sample_report, style)
    assert "«[red]ignored[/red]» <script>alert(1)</script>" in output
    assert "[bold]Analysis › 1st paragraph of the draft, page 7" in output


def test_double_spaces_and_joined_emoji_are_kept(sample_report: Report, style: Style) -> None:
    assert "Then 👩\u200d⚕️  was «to blame»." in rendered(sample_report, style)


def test_the_draft_as_a_whole_comes_before_its_paragraphs(
    word_report: Report, style: Style
) -> None:
    output = rendered(word_report, style)
    assert output.index("The draft as a whole") < output.index("4 Analysis")


def test_a_reason_is_given_once_and_then_referred_to(word_report: Report, style: Style) -> None:
    output = rendered(word_report, style)
    assert output.count("This framework accepts") == 1
    assert output.count("why: as above (BL002)") == 3


def test_a_sentence_is_not_repeated_for_the_same_words(word_report: Report, style: Style) -> None:
    draft = word_report.documents[0]
    again = replace(draft.findings[1], rule="BL001", name="fault")
    findings = (draft.findings[1], again)
    output = rendered(Report((replace(draft, findings=findings),)), style)
    assert output.count("│ The midwife") == 1


def test_words_without_a_known_place_in_their_sentence_are_not_searched_for(
    word_report: Report, style: Style
) -> None:
    draft = word_report.documents[0]
    unplaced = replace(draft.findings[1], sentence_span=None)
    output = rendered(Report((replace(draft, findings=(unplaced,)),)), style)
    assert "│ The midwife failed to record the visit" in output


def test_only_doubt_is_mentioned(word_report: Report, style: Style) -> None:
    output = rendered(word_report, style)
    assert "BL012 obscured-agency · medium confidence" in output
    assert f"{Confidence.HIGH} confidence" not in output


def test_each_question_says_its_verdict_and_what_is_missing(
    word_report: Report, style: Style
) -> None:
    output = rendered(word_report, style)
    assert (
        "1  Has the purpose been communicated to all the necessary parties?\n"
        "   PARTLY MET\n"
        "   Not said to have been told:\n"
        "     - the leaders of the agencies involved\n"
    ) in output
    assert "and 1 more" in output


def test_each_open_question_says_what_to_do_next(word_report: Report, style: Style) -> None:
    document = word_report.documents[0]
    whole = replace(
        document.findings[0],
        rule="LP007",
        instead="Say who was told.",
        location=Location(),
    )
    in_text = next(f for f in document.findings if f.location.block is not None)
    placed = replace(in_text, rule="TA002", instead="Say what it did.")
    report = replace(word_report, documents=(replace(document, findings=(whole, placed, placed)),))
    output = rendered(report, style)
    assert "   Next: Say who was told. (LP007)\n" in output
    said = f"Say what it did. (TA002 at {placed.location.label()})"
    assert " ".join(output.split()).count(said) == 1


def test_the_last_line_counts_what_was_flagged_and_accepted(
    word_report: Report, style: Style
) -> None:
    assert rendered(word_report, style, width=100).splitlines()[-1] == (
        "drafts/Child Q.docx: 2 errors, 2 warnings, 1 note in 46 words · already accepted: 1"
    )


def test_nothing_flagged_is_never_called_good(style: Style) -> None:
    draft = Document("a.txt", "text", (), Coverage())
    report = Report((DocumentReport(draft, "scr", (), (), ()),))
    assert rendered(report, style, width=100, quiet=True) == (
        "a.txt: 0 words read. "
        "Nothing flagged. That is not a verdict on the review: a reader still decides.\n"
    )


def test_quiet_gives_one_line_a_finding_and_the_summary(word_report: Report, style: Style) -> None:
    lines = rendered(word_report, style, quiet=True, width=100).splitlines()
    assert len(lines) == 6
    assert lines[:5] == REPORTERS["concise"](word_report, style).splitlines()


def test_drafts_that_could_not_be_checked_are_named(style: Style) -> None:
    report = Report((), (Failure("scan.pdf", "has no text layer"),))
    assert rendered(report, style) == "scan.pdf: NOT CHECKED  has no text layer\n"
