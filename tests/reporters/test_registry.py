"""What asking for one format costs, and what all formats promise."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from scr_lint.finding import Failure, Report
from scr_lint.reporters import REPORTERS, Style

HEAVY = ("rich", "jinja2", "docx", "pypdf", "pdfminer", "spacy", "click")
# Words that stand only in the sample's texts, headings and actors: not in its rules or paths.
DRAFT_WORDS = (
    *("midwife", "visitor", "record the visit", "seen", "Mistakes", "Board was told"),
    *("review is learning", "panel", "alert(1)", "went on", "Health visiting", "4 Analysis"),
    *("5 Table", "Chapter one", "Nobody", "trust"),
)


def test_asking_for_json_imports_no_other_format_s_library() -> None:
    script = (
        "import sys\n"
        "from scr_lint.finding import Report\n"
        "from scr_lint.reporters import REPORTERS, Style\n"
        "REPORTERS['json'](Report(()), Style())\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_an_unknown_format_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        REPORTERS["xml"]


@pytest.mark.parametrize("name", REPORTERS)
def test_without_snippets_no_word_of_the_draft_is_shown(
    name: str, sample_report: Report, style: Style
) -> None:
    output = REPORTERS[name](sample_report, replace(style, snippets=False))
    assert [word for word in DRAFT_WORDS if word in output] == []


def test_the_words_withheld_are_words_the_full_output_shows(
    sample_report: Report, style: Style
) -> None:
    output = REPORTERS["json"](sample_report, style)
    assert [word for word in DRAFT_WORDS if word not in output] == []


def test_without_snippets_and_headers_a_finding_still_has_its_name(sample_report: Report) -> None:
    output = REPORTERS["concise"](sample_report, Style(snippets=False))
    assert output.splitlines()[1] == "drafts/Child Q.docx:¶4.12: BL002 failure"


@pytest.mark.parametrize("name", REPORTERS)
def test_a_path_with_undecodable_bytes_can_still_be_written(
    name: str, word_report: Report, style: Style
) -> None:
    path = b"caf\xe9.pdf".decode(errors="surrogateescape")
    draft = word_report.documents[0]
    named = replace(draft, document=replace(draft.document, name=path))
    report = Report((named,), (Failure(path, f"{path}: is empty"),))
    shown = REPORTERS[name](report, style)
    assert shown.encode()
    assert "caf\ufffd.pdf" in shown


@pytest.mark.parametrize("name", ["text", "concise", "csv", "github"])
@pytest.mark.parametrize("unseen", ["\x1b", "\x9b", "\u202e", "\u202c", "\x07"])
def test_no_control_or_bidi_override_reaches_the_output(
    name: str, unseen: str, sample_report: Report, style: Style
) -> None:
    assert unseen not in REPORTERS[name](sample_report, style)
