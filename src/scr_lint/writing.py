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
    the file it replaces, and where there was none follows the user's mask. A link stays, and the file
    it leads to is replaced; what is there and is no file (a pipe, a device) is written through.
    Raises WriteError when `path` is one of `inputs` (a draft is never written over) or cannot be
    written.
    """
    refuse_inputs(path, inputs)
    pieces = (content,) if isinstance(content, bytes) else content
    try:
        if _is_stream(path):
            _write_through(path, pieces)
        else:
            _replace(Path(os.path.realpath(path)), pieces, private=private)
    except OSError as error:
        raise WriteError(str(path), f"cannot be written: {error.strerror or error}") from error


def refuse_inputs(path: Path, inputs: Iterable[Path], what: str = "a draft being checked") -> None:
    """Raise WriteError when `path` is one of `inputs`, each of which is `what`."""
    if any(_same_file(path, draft) for draft in inputs):
        raise WriteError(str(path), f"is {what}; choose another name for the output")


def _is_stream(path: Path) -> bool:
    """Whether what is there takes bytes and is no file to replace: a pipe, a device.

    /dev/stderr and its like may lead to a file that a shell holds open, whose end is theirs.
    """
    try:
        kind = path.stat().st_mode
    except OSError:
        return False
    if stat.S_ISREG(kind):
        return path.is_symlink() and path.absolute().is_relative_to("/dev")
    return not stat.S_ISDIR(kind)


def _write_through(path: Path, pieces: Iterable[bytes]) -> None:
    # Appending: a file that a shell opened for us keeps what it has.
    with path.open("ab") as stream:
        for piece in pieces:
            stream.write(piece)


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
