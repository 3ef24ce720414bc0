"""Folders, globs, processes, streaming: many drafts in one run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from scr_lint.cli import many
from scr_lint.cli.delivery import bar_for
from scr_lint.cli.draft import Outcome, Task, check_draft
from scr_lint.cli.run import Tally
from scr_lint.config import Config
from scr_lint.finding import Failure
from scr_lint.reporters import Style, stream

Run = Callable[..., Result]
FORMATS = ("text", "concise", "json", "jsonl", "csv", "sarif", "github")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(4):
        text = f"# Review\n\n{number + 1}.1 The GP failed to reply.\n"
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    (tmp_path / "2.docx").write_bytes(b"PK\x03\x04broken")
    return tmp_path


@pytest.mark.parametrize("form", FORMATS)
def test_two_processes_report_what_one_does(scr_lint: Run, folder: Path, form: str) -> None:
    one = scr_lint(folder, "--format", form)
    two = scr_lint(folder, "--format", form, "--jobs", "2")
    assert two.exit_code == one.exit_code == 2
    assert two.stdout == one.stdout
    assert two.stderr == one.stderr
    assert one.stderr.startswith(f"scr-lint: {folder / '2.docx'}: ")


def die_at_two(task: Task) -> Outcome | Failure:
    """Stands for a check that takes its process down."""
    if task.name.endswith("2.md"):
        os._exit(1)
    return check_draft(task)


def test_a_process_that_dies_costs_only_its_own_draft(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "check_draft", die_at_two)
    # Spawned processes import this module anew; the fork of one test process need not.
    monkeypatch.setattr(many.multiprocessing, "get_context", lambda _: FORK)
    tasks = [Task(str(p), p, Config()) for p in sorted(folder.glob("*.md"))]
    found = list(many.results(tasks, 2))
    assert [isinstance(one, Failure) for one in found] == [False, False, True, False]
    (failure,) = [one for one in found if isinstance(one, Failure)]
    assert failure.message == "the process that checked it died (out of memory?)"


FORK = many.multiprocessing.get_context("fork")


def test_what_no_rule_foresaw_is_one_line_too(
    scr_lint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("scr_lint.cli.draft._examine", broken)
    done = scr_lint(folder / "0.md")
    assert done.exit_code == 2
    assert "could not be checked (RecursionError: too deep)" in done.stderr


@pytest.mark.parametrize("form", ["text", "concise", "json", "jsonl", "sarif", "csv", "github"])
def test_a_draft_is_reported_before_the_next_is_checked(folder: Path, form: str) -> None:
    begun = []

    def results() -> Iterator[Outcome | Failure]:
        for path in sorted(folder.glob("*.md")):
            begun.append(path.name)
            yield check_draft(Task(str(path), path, Config()))

    texts = stream(form, Tally().parts(results()), Style())
    while "0.md" not in next(texts):
        pass
    assert begun == ["0.md"]


def test_a_bar_is_only_for_somebody_who_watches(
    scr_lint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bar_for(5) is None
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert bar_for(1) is None
    assert bar_for(5) is not None


def test_a_pattern_the_shell_left_is_opened(scr_lint: Run, folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "5.md").write_text("One.\n", encoding="utf-8")
    (folder / "x.annotated.md").write_text("Ours.\n", encoding="utf-8")
    report = json.loads(scr_lint(folder / "**" / "*.md", "--format", "json").stdout)
    names = [Path(d["path"]).name for d in report["documents"]]
    assert names == ["0.md", "1.md", "2.md", "3.md", "5.md"]


def test_a_pattern_without_drafts_is_no_clean_bill(scr_lint: Run, folder: Path) -> None:
    done = scr_lint(folder / "*.pdf")
    assert done.exit_code == 2
    assert "matches no draft" in done.stderr


def test_an_output_never_replaces_a_draft_found_in_a_folder(scr_lint: Run, folder: Path) -> None:
    before = (folder / "1.md").read_bytes()
    done = scr_lint(folder, "--output", folder / "1.md")
    assert done.exit_code == 2
    assert "is a draft being checked" in done.stderr
    assert (folder / "1.md").read_bytes() == before


def test_a_faulty_settings_file_stops_the_run_before_it_begins(scr_lint: Run, folder: Path) -> None:
    (folder / "z").mkdir()
    (folder / "z" / "last.md").write_text("One.\n", encoding="utf-8")
    (folder / "z" / "scr-lint.toml").write_text('ignroe = ["BL"]\n', encoding="utf-8")
    done = scr_lint(folder)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "unknown key 'ignroe'" in done.stderr


def test_a_failure_is_named_once_on_a_terminal_and_in_each_of_two_streams(
    scr_lint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = scr_lint("no.docx")
    assert " ".join(done.stdout.split()) == "no.docx: NOT CHECKED does not exist"
    assert done.stderr == "scr-lint: no.docx: does not exist\n"
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "scr_lint", "no.docx"]
    done_there = subprocess.run(command, cwd=tmp_path, stdout=theirs, stderr=theirs, check=False)
    os.close(theirs)
    shown = os.read(ours, 4096).decode()
    os.close(ours)
    assert done_there.returncode == 2
    assert shown.count("does not exist") == shown.count("no.docx") == 1
    assert shown.endswith("\r\n")
