"""`--annotate`: where copies go, and what they never write over."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import Result
from reportlab.pdfgen.canvas import Canvas

Run = Callable[..., Result]
WORDS = "The social worker failed to visit the child."


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    document = docx.Document()
    document.add_paragraph(WORDS)
    document.save(str(path))
    return path


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "draft.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 700, WORDS)
    canvas.save()
    return path


@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_a_copy_stands_beside_the_draft_and_the_report_goes_on(
    scr_lint: Run, kind: str, request: pytest.FixtureRequest
) -> None:
    draft: Path = request.getfixturevalue(kind)
    before = hashlib.sha256(draft.read_bytes()).hexdigest()
    done = scr_lint(draft, "--annotate", "--format", "concise", "--select", "BL002")
    copy = draft.with_name(f"draft.annotated{draft.suffix}")
    assert done.exit_code == 1
    assert "BL002" in done.stdout
    assert done.stderr == f"scr-lint: wrote {copy}\n"
    assert copy.is_file()
    assert hashlib.sha256(draft.read_bytes()).hexdigest() == before


@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_our_own_copy_is_written_again(
    scr_lint: Run, kind: str, request: pytest.FixtureRequest
) -> None:
    draft: Path = request.getfixturevalue(kind)
    for _ in range(2):
        done = scr_lint(draft, "--annotate", "--fail-on", "never")
        assert (done.exit_code, done.stderr.count("wrote")) == (0, 1)


def test_a_copy_of_a_draft_with_comments_is_written_again(scr_lint: Run, word: Path) -> None:
    document = docx.Document(str(word))
    document.add_comment(document.paragraphs[0].runs, "Mine", author="A. Reader")
    document.save(str(word))
    for _ in range(2):
        done = scr_lint(word, "--annotate", "--fail-on", "never")
        assert (done.exit_code, done.stderr.count("wrote")) == (0, 1)
    copy = word.with_name("draft.annotated.docx")
    docx.Document(str(copy)).save(str(copy))
    assert "or was changed since" in scr_lint(word, "--annotate").stderr


def test_a_copy_somebody_worked_in_is_left_alone(scr_lint: Run, word: Path) -> None:
    scr_lint(word, "--annotate")
    copy = word.with_name("draft.annotated.docx")
    document = docx.Document(str(copy))
    document.add_paragraph("A reviewer's own words.")
    document.add_comment(document.paragraphs[-1].runs, "Mine", author="A. Reader")
    document.save(str(copy))
    before = copy.read_bytes()
    done = scr_lint(word, "--annotate")
    assert done.exit_code == 2
    assert "was not written by scr-lint, or was changed since" in done.stderr
    assert copy.read_bytes() == before
    assert scr_lint(word, "--annotate", "--force").exit_code == 1
    assert copy.read_bytes() != before


def test_a_copy_that_is_damaged_is_left_alone(scr_lint: Run, word: Path) -> None:
    scr_lint(word, "--annotate")
    copy = word.with_name("draft.annotated.docx")
    damaged = bytearray(copy.read_bytes())
    with zipfile.ZipFile(copy) as archive:
        start = archive.getinfo("word/comments.xml").header_offset + 30 + len("word/comments.xml")
    damaged[start : start + 20] = b"\xff" * 20
    copy.write_bytes(damaged)
    done = scr_lint(word, "--annotate")
    assert done.exit_code == 2
    assert "was not written by scr-lint, or was changed since" in done.stderr
    assert copy.read_bytes() == damaged


def test_a_file_of_another_kind_is_left_alone(scr_lint: Run, pdf: Path) -> None:
    copy = pdf.with_name("draft.annotated.pdf")
    copy.write_bytes(pdf.read_bytes())
    done = scr_lint(pdf, "--annotate")
    assert done.exit_code == 2
    assert copy.read_bytes() == pdf.read_bytes()


def test_output_names_the_copy_or_a_folder_for_several(
    scr_lint: Run, word: Path, pdf: Path, tmp_path: Path
) -> None:
    done = scr_lint(word, "--annotate", "--output", tmp_path / "mine.docx")
    assert "BL002" in done.stdout
    assert (tmp_path / "mine.docx").is_file()
    scr_lint(word, pdf, "--annotate", "--output", tmp_path / "out")
    names = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert names == ["draft.annotated.docx", "draft.annotated.pdf"]


def test_a_copy_never_replaces_a_draft(scr_lint: Run, word: Path) -> None:
    before = word.read_bytes()
    done = scr_lint(word, "--annotate", "--output", word, "--force")
    assert done.exit_code == 2
    assert "is a draft being checked" in done.stderr
    assert word.read_bytes() == before


def test_two_copies_of_one_name_are_refused(scr_lint: Run, word: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "draft.docx").write_bytes(word.read_bytes())
    done = scr_lint(tmp_path, "--annotate", "--output", tmp_path / "out")
    assert done.exit_code == 2
    assert "would both be annotated as" in done.stderr


def test_a_text_draft_has_no_copy(scr_lint: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(WORDS, encoding="utf-8")
    done = scr_lint(tmp_path / "draft.md", "--annotate")
    assert done.exit_code == 2
    assert "only Word and PDF drafts can be annotated" in done.stderr


@pytest.mark.parametrize("name", ["report.html", "mine.pdf", "mine"])
def test_a_name_that_is_none_for_the_copy_is_refused(
    scr_lint: Run, word: Path, tmp_path: Path, name: str
) -> None:
    done = scr_lint(word, "--annotate", "--format", "html", "--output", tmp_path / name)
    assert done.exit_code == 2
    assert f"{name}: with --annotate, --output names the copy of" in done.stderr
    assert "must end in .docx" in done.stderr
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    assert [p.name for p in tmp_path.iterdir()] == ["draft.docx"]


def test_a_files_name_makes_no_folder_for_several(
    scr_lint: Run, word: Path, pdf: Path, tmp_path: Path
) -> None:
    done = scr_lint(word, pdf, "--annotate", "--output", tmp_path / "mine.docx")
    assert done.exit_code == 2
    assert "mine.docx: is no folder" in done.stderr
    assert not (tmp_path / "mine.docx").exists()


def test_force_is_not_advised_where_it_would_not_help(scr_lint: Run, word: Path) -> None:
    done = scr_lint(word, "--annotate", "--output", word)
    assert done.exit_code == 2
    assert "is a draft being checked; choose another name" in done.stderr
    assert "--force" not in done.stderr
