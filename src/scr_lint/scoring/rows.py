"""The lines of a labelled corpus in JSON Lines."""

from __future__ import annotations

from pathlib import Path

from scr_lint.errors import ReadError


def rows_of(path: Path) -> list[tuple[int, str]]:
    """The lines that hold something, each with its number from 1.

    Raises ReadError where the file cannot be read as UTF-8 or holds nothing.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(str(path), f"cannot be read as UTF-8 text: {error}") from error
    rows = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    if not rows:
        raise ReadError(str(path), "is empty: one labelled item a line is expected")
    return rows
