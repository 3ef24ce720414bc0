"""Writing of outputs: whole or not at all, and never over a draft."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from scr_lint.errors import WriteError


def write_output(
    path: Path,
    content: bytes | Iterable[bytes],
    inputs: Iterable[Path] = (),
    *,
    private: bool = False,
) -> None:
    """Write `content` to `path` at once: a reader sees the old file or the new one, never half.

    `content` may come in pieces. A `private` file is for its owner alone; any other keeps the mode of
    the file it replaces, and where there was none follows the user's mask. Raises WriteError when
    `path` is one of `inputs` (a draft is never written over) or cannot be written.
    """
    refuse_inputs(path, inputs)
    pieces = (content,) if isinstance(content, bytes) else content
    try:
        _replace(path, pieces, private=private)
    except OSError as error:
        raise WriteError(str(path), f"cannot be written: {error.strerror or error}") from error


def refuse_inputs(path: Path, inputs: Iterable[Path]) -> None:
    """Raise WriteError when `path` is one of `inputs`."""
    if any(_same_file(path, draft) for draft in inputs):
        raise WriteError(str(path), "is a draft being checked; choose another name for the output")


def _replace(path: Path, pieces: Iterable[bytes], *, private: bool) -> None:
    """Write a file of its own beside `path`, then move it there."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".scr-lint-")
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
        if not private:
            Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions of the file at `path`; where there is none, those of a new file."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path.resolve() == other.resolve()
