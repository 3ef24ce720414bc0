"""`<!-- scr-lint: ignore BL002 reason -->` in Markdown and text drafts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from scr_lint.cli.misspelt import misspelt_comments
from scr_lint.model import Document, Ignore
from scr_lint.readers import read_bytes
from scr_lint.reporters import REPORTERS

Run = Callable[..., Result]
WHY = "<!-- scr-lint: ignore BL002 the coroner's own words -->"
ENDINGS = ["md", "txt"]


def read(text: str, ending: str) -> Document:
    return read_bytes(text.encode(), f"draft.{ending}")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    ("text", "block", "line"),
    [
        (f"One.\n\n{WHY}\n\nTwo.\n", 1, 3),
        (f"One.\n\n{WHY}\nTwo.\n", 1, 3),
        (f"One.\n\n{WHY} Two.\n", 1, 3),
        (f"One.\n\nTwo, {WHY} in the middle.\n", 1, 3),
        (f"One.\n\nTwo,\nat its end. {WHY}\n", 1, 4),
        (f"One.\n{WHY}\n\nTwo.\n", 0, 2),
        (f"One.\n\n- {WHY} Two.\n", 1, 3),
        (f"One.\n\nTwo.\n\n{WHY}\n", 2, 5),
    ],
)
def test_a_comment_speaks_of_its_paragraph_or_of_the_next(
    text: str, block: int, line: int, ending: str
) -> None:
    document = read(text, ending)
    assert document.ignores == (Ignore(block, ("BL002",), "the coroner's own words", line),)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_comment_is_no_prose_and_moves_no_column(ending: str) -> None:
    document = read(f"{WHY} The GP {WHY} failed.\n", ending)
    (block,) = document.blocks
    assert block.text.split() == ["The", "GP", "failed."]
    at = block.text.index("failed")
    (segment,) = [s for s in block.segments if s.span.start <= at < s.span.end]
    column = segment.place.column + at - segment.span.start  # type: ignore[union-attr]
    assert column == f"{WHY} The GP {WHY} failed.".index("failed") + 1


def test_a_comment_in_a_code_block_is_code() -> None:
    text = "One.\n\n```\n<!-- scr-lint: ignore -->\n```\n"
    assert read(text, "md").ignores == ()


@pytest.mark.parametrize("ending", ENDINGS)
def test_several_codes_are_parted_by_commas(ending: str) -> None:
    (ignore,) = read("One. <!-- scr-lint: ignore BL002, failure: so\nagreed -->\n", ending).ignores
    assert (ignore.codes, ignore.reason) == (("BL002", "failure"), "so agreed")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / "draft.md"


def check(scr_lint: Run, draft: Path, text: str, *options: str) -> Result:
    draft.write_text(f"# Review\n\n{text}\n", encoding="utf-8")
    return scr_lint(draft, "--format", "json", "--select", "BL002", *options)


def test_what_a_comment_names_is_without_accepted_with_its_reason(
    scr_lint: Run, draft: Path
) -> None:
    text = f"The GP failed to reply. {WHY}\n\nThe nurse failed to visit."
    (document,) = json.loads(check(scr_lint, draft, text).stdout)["documents"]
    assert [f["text"] for f in document["findings"]] == ["failed to visit"]
    (suppressed,) = document["suppressed"]
    assert (suppressed["rule"], suppressed["reason"]) == ("BL002", "the coroner's own words")
    shown = json.loads(check(scr_lint, draft, text, "--no-accepted").stdout)["documents"][0]
    assert len(shown["findings"]) == 2


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("<!-- scr-lint: ignore BL002 -->", "line 3: the comment gives no reason"),
        ("<!-- scr-lint: ignroe BL002 so -->", "line 3: a scr-lint comment reads"),
        ("<!-- scr-lint: ignore BL02 so -->", "line 3: no rule is called 'BL02'"),
    ],
)
def test_a_faulty_comment_is_an_error_of_that_draft(
    scr_lint: Run, draft: Path, comment: str, problem: str
) -> None:
    done = check(scr_lint, draft, f"The GP failed to reply. {comment}")
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"scr-lint: {draft}: {problem}")


def test_a_comment_without_use_is_told(scr_lint: Run, draft: Path) -> None:
    done = check(scr_lint, draft, f"The GP replied. {WHY}")
    assert done.stderr == (
        f"scr-lint: {draft}: line 3: nothing here for the comment to ignore (BL002); it can go\n"
    )


def test_a_comment_on_a_rule_left_out_is_not_without_use(scr_lint: Run, draft: Path) -> None:
    comment = "<!-- scr-lint: ignore BL004 agreed -->"
    assert check(scr_lint, draft, f"The GP was negligent. {comment}").stderr == ""


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "name", ["scrlint", "scr lint", "scr_lint", "SCR-Lint", "src-lint", "scr\u2013lint"]
)
def test_a_misspelt_comment_is_told_of(
    scr_lint: Run, tmp_path: Path, ending: str, name: str
) -> None:
    draft = tmp_path / f"draft.{ending}"
    comment = f"<!-- {name}: ignore BL002 the coroner's own words -->"
    draft.write_text(f"One.\n\n{comment}\nTwo.\n", encoding="utf-8")
    stderr = scr_lint(draft).stderr
    assert f"{draft}: line 3: a comment here looks as if it were to accept a finding" in stderr
    assert stderr.count("\n") == 1


def test_comments_that_are_never_closed_take_no_time() -> None:
    assert list(misspelt_comments("<!-- scrlint: ignore BL002 " * 200_000)) == []


@pytest.mark.parametrize(
    "comment",
    [
        WHY.replace("BL002", "BL"),
        "<!-- script: who may ignore this? -->",
        "<!-- markdownlint-disable -->",
        "<!-- scrlint -->",
        "<!-- to do: BL002 in 4.2 -->",
    ],
)
def test_other_comments_are_not_called_misspelt(
    scr_lint: Run, tmp_path: Path, comment: str
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(f"{comment}\nThe GP failed to reply.\n", encoding="utf-8")
    assert "looks as if" not in scr_lint(draft).stderr


@pytest.mark.parametrize("form", REPORTERS)
def test_without_snippets_the_reason_in_a_comment_is_kept_back_like_all_words_of_the_draft(
    scr_lint: Run, draft: Path, form: str
) -> None:
    comment = "<!-- scr-lint: ignore BL002 Ms Whitlow said that she was tired -->"
    draft.write_text(f"# Review\n\nThe GP failed to reply. {comment}\n", encoding="utf-8")
    assert "Whitlow" not in scr_lint(draft, "--format", form, "--no-snippets").stdout


def test_without_snippets_the_reason_in_a_side_file_is_kept(scr_lint: Run, draft: Path) -> None:
    draft.write_text("# Review\n\nThe GP failed to reply.\n", encoding="utf-8")
    only = ("--select", "BL002", "--format", "json")
    found = json.loads(scr_lint(draft, *only).stdout)["documents"][0]["findings"]
    scr_lint("accept", draft, found[0]["fingerprint"], "--reason", "agreed with the chair")
    (document,) = json.loads(scr_lint(draft, *only, "--no-snippets").stdout)["documents"]
    assert [a["reason"] for a in document["suppressed"]] == ["agreed with the chair"]
