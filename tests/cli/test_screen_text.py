"""What a terminal gets whose encoding lacks some characters."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scr_lint.cli.screen_text import encoded, speak_plainly


def run(encoding: str, *args: object) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "scr_lint", *map(str, args)],
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text("The café’s nurse failed to visit.\n", encoding="utf-8")
    return path


def test_a_rule_is_explained_in_plain_characters() -> None:
    status, out, err = run("latin-1", "explain", "BL002")
    assert (status, err) == (0, b"")
    assert b'"' in out.split(b"The Quality Marker says")[1]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("latin-1", '"failed to visit" makes "The café\'s nurse"'),
        ("utf-16-le", "“failed to visit” makes “The café’s nurse”"),
    ],
)
def test_a_report_is_in_the_terminals_encoding(draft: Path, encoding: str, words: str) -> None:
    status, out, err = run(encoding, draft, "--select", "BL002", "--format", "concise")
    assert (status, err) == (1, b"")
    assert words in out.decode(encoding)


def test_what_programs_read_is_utf_8_wherever_it_goes(draft: Path) -> None:
    _, out, _ = run("latin-1", draft, "--select", "BL002", "--format", "json")
    found = json.loads(out.decode("utf-8"))["documents"][0]["findings"]
    assert found[0]["actor"]["text"] == "The café’s nurse"


@pytest.mark.parametrize(
    ("text", "plain"),
    [("«a» – b…", "<<a>> - b..."), ("═ 4.12 · é ﬁ", "= 4.12 - e fi"), ("\U0001f600 \udc80", "? ?")],
)
def test_what_there_is_no_character_for_is_put_plainly(text: str, plain: str) -> None:
    speak_plainly()
    assert text.encode("ascii", "scr-lint-plain").decode() == plain
    assert encoded(text, "text", to_file=True) == text.encode("utf-8", "replace")
