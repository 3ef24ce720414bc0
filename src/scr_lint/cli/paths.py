"""The drafts a command line asks for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from scr_lint.errors import ReadError
from scr_lint.finding import Failure
from scr_lint.readers.dispatch import SUFFIXES


def collect(paths: Sequence[str]) -> tuple[list[Path], list[Failure]]:
    """The draft files that `paths` name, each once and in order, folders searched through.

    A folder without drafts is a failure: nobody should take silence for a check.
    """
    found: dict[Path, None] = {}
    failures = []
    for name in paths:
        path = Path(name)
        if not path.is_dir():
            found[path] = None
            continue
        inside = list(_drafts_in(path))
        if not inside:
            kinds = ", ".join(sorted(SUFFIXES))
            failures.append(Failure(name, f"has no drafts in it ({kinds})"))
        found.update(dict.fromkeys(inside))
    return list(found), failures


def _drafts_in(folder: Path) -> Iterator[Path]:
    """Drafts below a folder, sorted; hidden files, Word's lock files and our own copies left out."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            path = Path(parent, file)
            ours = path.stem.endswith(".annotated")
            if path.suffix.lower() in SUFFIXES and not file.startswith((".", "~$")) and not ours:
                yield path


def failure_of(error: ReadError) -> Failure:
    """The error as a line of the report."""
    return Failure(error.path, error.problem)
