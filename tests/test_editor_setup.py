"""The set-ups in docs/editors.md read what the command line prints."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

GUIDE = (Path(__file__).parent.parent / "docs" / "editors.md").read_text("utf-8")
DRAFT = "# Review\n\nCafé été: the GP failed to reply.\n\n“3:15” was the time: the school failed to ask.\n"
SCRIPTS = sysconfig.get_path("scripts")
ENVIRONMENT = {**os.environ, "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"}


def snippet(language: str, holding: str) -> str:
    """The block of code in the guide that holds these words."""
    blocks = re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    (found,) = [block for block in blocks if holding in block]
    return str(found)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "two words" / "a:b é.txt"
    path.parent.mkdir()
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture
def lines(scr_lint: Callable[..., Result], draft: Path) -> list[str]:
    return scr_lint(draft, "--format", "concise").stdout.splitlines()


def test_vs_code_s_problem_matchers_take_each_line_once(lines: list[str], draft: Path) -> None:
    task = json.loads(snippet("json", "problemMatcher"))["tasks"][0]
    placed, whole = (m["pattern"] for m in task["problemMatcher"])
    found = []
    for line in lines:
        at, about = re.match(placed["regexp"], line), re.match(whole["regexp"], line)
        assert bool(at) is not bool(about), line
        for pattern, match in ((placed, at), (whole, about)):
            if match:
                assert match[pattern["file"]] == str(draft)
                assert line.endswith(match[pattern["message"]])
        if at:
            found.append((at[placed["code"]], at[placed["line"]], at[placed["column"]]))
    assert found == [("BL002", "3", "18"), ("BL002", "5", "33")]
    assert len(lines) > len(found)


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_vim_s_errorformat_finds_file_line_and_column(
    lines: list[str], draft: Path, tmp_path: Path
) -> None:
    setting = re.search(r"setlocal (errorformat=.*)", snippet("vim", "errorformat"))
    assert setting
    output, answer = tmp_path / "output.txt", tmp_path / "answer.json"
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    walk = (
        "for n in range(1, len(getqflist())) | exe 'cc' n | call add(g:seen,"
        " [expand('%:t'), line('.'), matchstr(getline('.')[col('.') - 1:], '^\\w*')]) | endfor"
    )
    commands = (
        f"set {setting[1]}",
        f"cgetfile {output}",
        f"let g:seen = [] | {walk}",
        f"call writefile([json_encode(g:seen)], '{answer}')",
        "qall!",
    )
    options = [word for command in commands for word in ("-c", command)]
    subprocess.run(
        ["nvim", "--headless", "--clean", *options], check=True, timeout=60, capture_output=True
    )
    found = json.loads(answer.read_text("utf-8"))
    assert {name for name, *_ in found} == {draft.name}
    assert [place for _, *place in found[-2:]] == [[3, "failed"], [5, "failed"]]
    assert len(found) == len(lines)


DRIVE = """
(load "{setup}")
(find-file "{draft}")
(flymake-start)
(let ((rounds 0))
  (while (and (< rounds 600) (null (flymake-diagnostics)))
    (accept-process-output nil 0.1)
    (setq rounds (1+ rounds))))
(dolist (found (flymake-diagnostics))
  (princ (format "%s|%s\n"
                 (substring (flymake-diagnostic-text found) 0 5)
                 (buffer-substring (flymake-diagnostic-beg found) (flymake-diagnostic-end found)))))
"""


@pytest.mark.skipif(shutil.which("emacs") is None, reason="Emacs is not installed")
def test_emacs_flymake_marks_the_words(draft: Path, tmp_path: Path) -> None:
    setup, drive = tmp_path / "scr-lint.el", tmp_path / "drive.el"
    setup.write_text(snippet("elisp", "flymake"), encoding="utf-8")
    drive.write_text(DRIVE.format(setup=setup, draft=draft), encoding="utf-8")
    done = subprocess.run(
        ["emacs", "--batch", "-Q", "-l", str(drive)],
        env={**ENVIRONMENT, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    marked = [tuple(line.split("|")) for line in done.stdout.splitlines() if "|" in line]
    assert sorted(marked) == [("BL002", "failed"), ("BL002", "failed")]
