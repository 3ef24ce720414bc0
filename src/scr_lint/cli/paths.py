"""The drafts a command line asks for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from glob import glob
from pathlib import Path

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
        pattern = not path.exists() and any(sign in name for sign in "*?[")
        if not pattern and not path.is_dir():
            found[path] = None
            continue
        inside = list(_drafts_like(name) if pattern else _drafts_in(path))
        if not inside:
            kinds = ", ".join(sorted(SUFFIXES))
            none = "matches no draft" if pattern else "has no drafts in it"
            failures.append(Failure(name, f"{none} ({kinds})"))
        found.update(dict.fromkeys(inside))
    return list(found), failures


def _drafts_like(pattern: str) -> Iterator[Path]:
    """Drafts that match a pattern the shell left as it was (Windows' does), sorted; ** goes deeper."""
    for name in sorted(glob(pattern, recursive=True)):  # noqa: PTH207 (Path.glob wants a root)
        path = Path(name)
        if path.is_dir():
            yield from _drafts_in(path)
        elif _is_draft(path):
            yield path


def _drafts_in(folder: Path) -> Iterator[Path]:
    """Drafts below a folder, sorted; hidden folders left out."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (path for file in sorted(files) if _is_draft(path := Path(parent, file)))


def _is_draft(path: Path) -> bool:
    """Whether a file found by itself is a draft: no hidden file, no lock of Word's, no copy of ours."""
    ours = path.stem.endswith(".annotated")
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$")) and not ours
