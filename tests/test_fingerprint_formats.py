"""A finding in a real draft keeps its fingerprint when the words stay and all else changes."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import docx
import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from scr_lint.api import lint
from scr_lint.config import Config

FLAGGED = (
    "The health visitor’s office failed to record the multi-agency visit of 3 May, although the "
    "nursery had written to it twice in the weeks before and the child’s aunt had rung on the day."
)
TEXTS = ("Review", "4.1 The family moved in March.", f"4.2 {FLAGGED}", "4.3 It rained.")
SETTINGS = Config(select=("BL002",))


def word(texts: Sequence[str]) -> bytes:
    """A Word file: a heading, then paragraphs."""
    held, draft = BytesIO(), docx.Document()
    draft.add_heading(texts[0], level=1)
    for text in texts[1:]:
        draft.add_paragraph(text)
    draft.save(held)
    return held.getvalue()


def pdf(texts: Sequence[str]) -> bytes:
    """The same as a PDF, lines broken where the page ends them."""
    held, styles = BytesIO(), getSampleStyleSheet()
    heading = Paragraph(texts[0], styles["Heading1"])
    SimpleDocTemplate(held).build([heading, *(Paragraph(t, styles["Normal"]) for t in texts[1:])])
    return held.getvalue()


def markdown(texts: Sequence[str]) -> bytes:
    """The same as Markdown."""
    return "\n\n".join((f"# {texts[0]}", *texts[1:])).encode()


MAKERS = {"docx": word, "pdf": pdf, "md": markdown}
CHANGES = {
    "as it was": TEXTS,
    "a paragraph before it": (
        *TEXTS[:2],
        "A new paragraph, with nothing in it to flag.",
        *TEXTS[2:],
    ),
    "renumbered": (*TEXTS[:2], f"12.7 {FLAGGED}", TEXTS[3]),
    "not numbered": (*TEXTS[:2], FLAGGED, TEXTS[3]),
    "moved to the end": (*TEXTS[:2], TEXTS[3], TEXTS[2]),
    "under another heading": ("Analysis", *TEXTS[1:]),
}


def fingerprint_in(folder: Path, ending: str, texts: Sequence[str]) -> str:
    path = folder / f"draft.{ending}"
    path.write_bytes(MAKERS[ending](texts))
    (finding,) = lint(path, SETTINGS).findings
    assert finding.text == "failed to record"
    return finding.fingerprint


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("ending", MAKERS)
def test_a_fingerprint_outlasts_format_and_place(tmp_path: Path, ending: str, change: str) -> None:
    as_first_drafted = fingerprint_in(tmp_path, "docx", TEXTS)
    assert fingerprint_in(tmp_path, ending, CHANGES[change]) == as_first_drafted


@pytest.mark.parametrize("ending", MAKERS)
def test_other_words_in_the_sentence_change_it(tmp_path: Path, ending: str) -> None:
    other = tuple(text.replace("3 May", "4 May") for text in TEXTS)
    assert fingerprint_in(tmp_path, ending, other) != fingerprint_in(tmp_path, ending, TEXTS)
