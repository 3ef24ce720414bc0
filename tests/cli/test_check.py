"""`scr-lint check`: exit status, outputs, and what a user does wrong."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

BLAME = "# Review\n\n4.1 The social worker failed to visit the child.\n"
PLAIN = "# Review\n\n4.1 The visit took place on a Tuesday.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(BLAME, encoding="utf-8")
    return path


def test_a_draft_alone_is_checked(scr_lint: Run, draft: Path) -> None:
    bare, spelled = scr_lint(draft), scr_lint("check", draft)
    assert bare.exit_code == spelled.exit_code == 1
    assert bare.stdout == spelled.stdout
    assert "BL002 failure" in bare.stdout


def test_findings_go_to_stdout_and_nothing_else_does(scr_lint: Run, draft: Path) -> None:
    done = scr_lint(draft, "--format", "concise", "--select", "BL002")
    assert done.stdout.startswith(f"{draft}:3:23: BL002 ")
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--select", "BL"], 1),
        (["--select", "failure"], 1),
        (["--select", "BL002", "--fail-on", "never"], 0),
        (["--select", "BL", "--ignore", "failure"], 0),
        (["--select", "BL012", "--fail-on", "note"], 0),
    ],
)
def test_the_exit_status_follows_the_chosen_rules(
    scr_lint: Run, draft: Path, options: list[str], status: int
) -> None:
    assert scr_lint(draft, *options).exit_code == status


def test_a_mistyped_code_is_an_error_with_the_near_miss(scr_lint: Run, draft: Path) -> None:
    done = scr_lint(draft, "--select", "BL02")
    assert done.exit_code == 2
    assert done.stderr.startswith("scr-lint: no rule is called 'BL02' (did you mean 'BL0")


def test_json_goes_to_a_file_and_the_draft_stays_as_it_was(
    scr_lint: Run, draft: Path, tmp_path: Path
) -> None:
    before = hashlib.sha256(draft.read_bytes()).hexdigest()
    out = tmp_path / "report.json"
    done = scr_lint(draft, "--format", "json", "--output", out)
    assert (done.exit_code, done.stdout) == (1, "")
    assert json.loads(out.read_text("utf-8"))["documents"][0]["path"] == str(draft)
    assert hashlib.sha256(draft.read_bytes()).hexdigest() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["draft.md", "report.json"]


def test_an_output_never_replaces_a_draft(scr_lint: Run, draft: Path) -> None:
    done = scr_lint(draft, "--output", draft)
    assert done.exit_code == 2
    assert "is a draft being checked" in done.stderr
    assert draft.read_text("utf-8") == BLAME


def test_a_broken_draft_does_not_stop_the_others(
    scr_lint: Run, draft: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04broken")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = scr_lint(tmp_path, "--format", "json")
    report = json.loads(done.stdout)
    assert done.exit_code == 2
    assert [d["path"] for d in report["documents"]] == [str(draft)]
    assert [Path(e["path"]).name for e in report["errors"]] == ["broken.docx", "empty.txt"]
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    assert lines[1] == f"scr-lint: {tmp_path / 'empty.txt'}: is empty"


def test_a_folder_is_searched_and_lock_files_and_our_copies_are_not(
    scr_lint: Run, tmp_path: Path
) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/two.md", "one.txt", "~$one.docx", ".hidden.md", "one.annotated.docx", "x.png"):
        (tmp_path / name).write_text(PLAIN, encoding="utf-8")
    report = json.loads(scr_lint(tmp_path, "--format", "json").stdout)
    assert [d["path"] for d in report["documents"]] == [
        str(tmp_path / "one.txt"),
        str(tmp_path / "b" / "two.md"),
    ]


def test_a_folder_without_drafts_is_no_clean_bill(scr_lint: Run, tmp_path: Path) -> None:
    done = scr_lint(tmp_path)
    assert done.exit_code == 2
    assert "has no drafts in it" in done.stderr


def test_a_missing_draft_is_named(scr_lint: Run, tmp_path: Path) -> None:
    done = scr_lint(tmp_path / "gone.docx")
    assert (done.exit_code, done.stderr) == (
        2,
        f"scr-lint: {tmp_path / 'gone.docx'}: does not exist\n",
    )


def test_standard_input_takes_its_format_from_the_name(scr_lint: Run) -> None:
    done = scr_lint(
        "-", "--stdin-filename", "chapter.txt", "--format", "concise", "--select", "BL",
        stdin=b"One line.\n\nThe GP failed to reply.\n",
    )  # fmt: skip
    assert done.stdout.startswith("chapter.txt:3:8: BL002 ")


def test_standard_input_without_a_name_is_markdown(scr_lint: Run) -> None:
    done = scr_lint("-", "--format", "concise", "--select", "BL", stdin=BLAME.encode())
    assert done.stdout.startswith("stdin.md:3:23: BL002 ")


def test_an_empty_standard_input_is_an_error(scr_lint: Run) -> None:
    done = scr_lint("-", stdin=b"")
    assert (done.exit_code, done.stderr) == (2, "scr-lint: stdin.md: is empty\n")


def test_a_standard_input_without_end_is_refused(
    scr_lint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scr_lint.cli.run.LARGEST", 20)
    monkeypatch.setattr("scr_lint.readers.dispatch.LARGEST", 20)
    done = scr_lint("-", stdin=b"The GP rang. " * 9)
    assert done.exit_code == 2
    assert "stdin.md: is larger than" in done.stderr


def test_no_colour_in_a_pipe_unless_asked_for(scr_lint: Run, draft: Path) -> None:
    assert "\x1b[" not in scr_lint(draft).stdout
    assert "\x1b[" in scr_lint(draft, "--color", "always").stdout


@pytest.mark.parametrize(("columns", "widest"), [("60", 60), ("300", 100)])
def test_the_report_is_as_wide_as_the_terminal_to_100_columns(
    scr_lint: Run, draft: Path, monkeypatch: pytest.MonkeyPatch, columns: str, widest: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = scr_lint(draft).stdout.splitlines()
    assert max(map(len, lines)) == widest


def test_no_snippets_keeps_the_drafts_words_out(scr_lint: Run, draft: Path) -> None:
    for form in ("text", "concise", "json", "csv", "sarif"):
        out = scr_lint(draft, "--format", form, "--no-snippets").stdout
        assert "failed to visit" not in out
        assert "social worker" not in out


def test_a_crashing_rule_is_one_line_and_names_the_way_round(
    scr_lint: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scr_lint import engine

    def broken(evidence: object) -> list[object]:
        raise IndexError("list index out of range")

    monkeypatch.setattr(engine, "CHECKS", {**engine.CHECKS, "BL011": broken})
    done = scr_lint(draft)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "rule BL011 crashed" in done.stderr
    assert "--ignore BL011" in done.stderr


def test_nothing_reaches_for_the_network(
    scr_lint: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert scr_lint(draft).exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--nope", "x.md"], "no such option '--nope'"),
        (["explain"], "missing argument 'CODE'"),
        (["--format", "picture", "x.md"], "'picture' is not one of"),
        (["--quiet", "--format", "json", "x.md"], "--quiet goes with --format text alone"),
        (["compare", "-q", "--format", "csv", "x.md", "y.md"], "--quiet goes with --format text"),
        (["--force", "x.md"], "--force goes with --annotate"),
        (["--stdin-filename", "y.md", "x.md"], "--stdin-filename goes with -"),
    ],
)
def test_a_wrong_command_line_is_one_line(scr_lint: Run, arguments: list[str], said: str) -> None:
    done = scr_lint(*arguments)
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("scr-lint: ")
    assert said.lower() in line.lower()
    assert line.endswith("--help")


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_standard_output_may_be_named(
    scr_lint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("draft.md").write_text("The nurse failed to visit.\n", encoding="utf-8")
    done = scr_lint("draft.md", "--format", "concise", "--select", "BL002", "--output", name)
    assert done.stdout.startswith("draft.md:1:11: BL002")
    assert [p.name for p in tmp_path.iterdir()] == ["draft.md"]


def test_the_baseline_is_not_written_over(scr_lint: Run, tmp_path: Path) -> None:
    draft, baseline = tmp_path / "draft.md", tmp_path / "b.json"
    draft.write_text("The nurse failed to visit.\n", encoding="utf-8")
    as_json = ("--format", "json", "--output", baseline)
    scr_lint(draft, *as_json)
    before = baseline.read_bytes()
    done = scr_lint(draft, "--baseline", baseline, *as_json)
    assert done.exit_code == 2
    assert "b.json: is the baseline; choose another name" in done.stderr
    assert baseline.read_bytes() == before


@pytest.mark.parametrize(
    ("form", "name", "advice"),
    [
        ("html", "x.pdf", "a name in .html"),
        ("signoff", "x.pdf", "a name in .docx (Word) or .md"),
        ("text", "x.docx", "a name in .txt"),
        ("json", "x.DOCX", "a name that ends otherwise"),
    ],
)
def test_a_report_is_not_called_what_it_is_not(
    scr_lint: Run, draft: Path, form: str, name: str, advice: str
) -> None:
    given = ("--format", form, "--output", draft.with_name(name))
    for done in (scr_lint(draft, *given), scr_lint("compare", draft, draft, *given)):
        assert done.exit_code == 2
        assert f"--format {form} makes no {Path(name).suffix.lower()} file" in done.stderr
        assert f"give --output {advice}" in done.stderr
        assert done.stderr.count("\n") == 1
    assert not draft.with_name(name).exists()
