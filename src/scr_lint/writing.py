"""Writing of outputs: whole or not at all, and never over a draft."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from scr_lint.errors import WriteError


def write_output(path: Path, content: bytes, inputs: Iterable[Path] = ()) -> None:
    """Write `content` to `path` at once: a reader sees the old file or the new one, never half.

    Raises WriteError when `path` is one of `inputs` (a draft is never written over) or cannot be
    written.
    """
    if any(_same_file(path, draft) for draft in inputs):
        raise WriteError(f"{path}: is a draft being checked; choose another name for the output")
    try:
        _replace(path, content)
    except OSError as error:
        raise WriteError(f"{path}: cannot be written: {error.strerror or error}") from error


def _replace(path: Path, content: bytes) -> None:
    """Write a file of its own beside `path`, then move it there; the mode follows the user's mask."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".scr-lint-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path.resolve() == other.resolve()
