"""A quick report and the whole one after it say the same of blame."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_lint.api import lint_text
from scr_lint.config import Config, SectionRule
from scr_lint.language.memory import StoppedError
from scr_lint.server.session import Draft, Session

DRAFT = """# Review

## Chronology

The GP failed to reply. Mr Pell's sister rang.

The nurse was negligent.

## Analysis

They failed to visit. It was Mr Pell's tenancy.
"""
CHANGES = [
    ("The nurse was negligent.", "The nurse came."),
    ("The nurse was negligent.", "The nurse was negligent.\n\nThe school failed to respond."),
    ("The nurse was negligent.\n\n", ""),
    ("## Chronology", "## What happened"),
    ("They failed", "Mr Pell failed"),
    ("# Review\n\n", "# Review\n\nThe GP failed to reply.\n\n"),
]


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_after_any_change_quick_and_whole_agree(old: str, new: str) -> None:
    session, uri = Session(given={"select": ("BL001", "BL002", "BL004")}), "x"
    session.drafts[uri] = Draft(Path("draft.md"))
    session.whole(uri, DRAFT)
    changed = DRAFT.replace(old, new)
    quick = session.quick(uri, changed)
    assert quick is not None
    assert quick.findings == session.whole(uri, changed).findings
    assert quick.findings == lint_text(changed, Config(select=("BL001", "BL002", "BL004"))).findings


def test_quick_and_whole_agree_where_a_section_is_left_out() -> None:
    left_out = (SectionRule("analysis", ("BL002",)),)
    session, uri = Session(given={"select": ("BL002",), "sections": left_out}), "x"
    session.drafts[uri] = Draft(Path("draft.md"))
    # The same sentence in a section left out, then in one that is not: the second of two.
    text = DRAFT.replace("It was Mr", "The nurse failed to ring.\n\n## End\n\nIt was Mr")
    session.whole(uri, text)
    changed = text.replace("It was", "The nurse failed to ring. It was")
    quick = session.quick(uri, changed)
    assert quick is not None
    assert [f.text for f in quick.findings] == ["failed to reply", "failed to ring"]
    assert quick.findings == session.whole(uri, changed).findings
    everywhere = lint_text(changed, Config(select=("BL002",))).findings
    assert quick.findings == (everywhere[0], everywhere[-1])


def test_a_stopped_check_leaves_nothing_half_known() -> None:
    session, uri = Session(), "x"
    draft = session.drafts[uri] = Draft(Path("draft.md"))
    draft.stop.set()
    with pytest.raises(StoppedError):
        session.whole(uri, DRAFT)
    assert session.quick(uri, DRAFT) is None
    assert session.whole(uri, DRAFT).findings == lint_text(DRAFT).findings
