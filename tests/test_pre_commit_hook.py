"""The hook that .pre-commit-hooks.yaml offers: its entry runs, and it takes drafts and no other file."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from pre_commit.clientlib import load_manifest

MANIFEST = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"


@pytest.fixture(scope="module")
def hook() -> dict[str, Any]:
    """The one hook, as pre-commit itself reads and checks it."""
    (only,) = load_manifest(MANIFEST)
    return dict(only)


@pytest.mark.parametrize(("words", "status"), [("The GP failed to reply.", 1), ("It rained.", 0)])
def test_the_entry_fails_on_blame_alone(
    hook: dict[str, Any],
    scr_lint: Callable[..., Result],
    tmp_path: Path,
    words: str,
    status: int,
) -> None:
    draft = tmp_path / "chapter one.md"
    draft.write_text(f"# Review\n\n{words}\n", encoding="utf-8")
    program, *options = shlex.split(hook["entry"])
    assert program == "scr-lint"
    for arguments in (hook["args"], ["--format", "github"]):
        assert scr_lint(*options, *arguments, "--select", "BL", draft).exit_code == status


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("drafts/Child Q.docx", True),
        ("chapter.md", True),
        ("drafts/report.pdf", True),
        ("README.md", False),
        ("docs/CHANGELOG.md", False),
        ("setup.py", False),
    ],
)
def test_it_takes_drafts_and_no_other_file(hook: dict[str, Any], path: str, taken: bool) -> None:
    wanted = re.search(hook["files"], path) and not re.search(hook["exclude"], path)
    assert bool(wanted) is taken
