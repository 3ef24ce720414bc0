"""Choosing the reader for a file, and telling plainly why one cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath

from scr_lint.errors import ReadError
from scr_lint.model import Document

SUFFIXES = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".pdf": "pdf",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
}
# In bytes.
LARGEST = 200_000_000
_TOO_LARGE = f"is larger than {LARGEST // 1_000_000} MB; no draft is"
_SAVE_AS = {
    ".doc": "an old Word file; open it and save it as .docx",
    ".rtf": "a Rich Text file; open it in Word and save it as .docx",
    ".odt": "an OpenDocument file; open it and save it as .docx",
    ".pages": "a Pages file; export it as Word (.docx)",
}


def read(path: Path, name: str | None = None) -> Document:
    """Read the draft at `path`; `name` is what to call it in messages and reports.

    Raises ReadError, in one sentence, when it cannot be read as a draft.
    """
    shown = name or str(path)
    return read_bytes(content_of(path, shown), shown)


def content_of(path: Path, shown: str) -> bytes:
    """The bytes of the draft at `path`. Raises ReadError when there are none to be had."""
    try:
        if path.is_dir():
            raise ReadError(shown, "is a folder, not a draft")
        if path.stat().st_size > LARGEST:
            raise ReadError(shown, _TOO_LARGE)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(shown, "does not exist") from error
    except PermissionError as error:
        raise ReadError(shown, "may not be read: permission denied") from error
    except OSError as error:
        raise ReadError(shown, f"cannot be read: {error.strerror or error}") from error


def read_bytes(content: bytes, name: str) -> Document:
    """Read a draft from its bytes; its format comes from `name` and is checked against the content.

    Raises ReadError, in one sentence, when it cannot be read as a draft.
    """
    if len(content) > LARGEST:
        raise ReadError(name, _TOO_LARGE)
    suffix = PurePath(name).suffix.lower()
    if not content.strip(b"\0 \t\r\n"):
        raise ReadError(name, "is empty")
    form = SUFFIXES.get(suffix)
    found = _sniffed(content)
    if form is None and suffix in _SAVE_AS:
        raise ReadError(name, f"is {_SAVE_AS[suffix]}")
    if form is None:
        known = ", ".join(sorted(SUFFIXES))
        raise ReadError(name, f"is not a kind of file scr-lint reads ({known})")
    _check_disguise(form, found, name)
    return _reader(form)(content, name)


def _sniffed(content: bytes) -> str:
    """What the first bytes say the file is, "" for text or unknown."""
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:5] == b"%PDF-":
        return "pdf"
    if content[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return "zip"
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "ole"
    return "rtf" if content[:5] == b"{\\rtf" else ""


def _check_disguise(form: str, found: str, name: str) -> None:
    """Refuse a file whose content is of another kind than its name says."""
    expected = {"docx": ("zip", "ole"), "pdf": ("pdf",)}.get(form, ("",))
    if found in expected or (found == "" and form in ("docx", "pdf")):
        return
    what = {
        "pdf": ("a PDF", "rename it to .pdf"),
        "zip": ("a Word or zip file", "rename a Word draft to .docx"),
        "ole": ("an old Word file or a protected one", "save it as .docx"),
        "rtf": ("a Rich Text file", "open it in Word and save it as .docx"),
        "": ("a text file", "rename it to .txt or .md"),
    }[found]
    raise ReadError(name, f"is {what[0]} in spite of its name; {what[1]}")


def _reader(form: str) -> Callable[[bytes, str], Document]:
    """The reader of a format; its libraries are imported only here, when they are needed."""
    if form == "docx":
        from scr_lint.readers.docx import read_docx

        return read_docx
    if form == "pdf":
        from scr_lint.readers.pdf import read_pdf

        return read_pdf
    if form == "markdown":
        from scr_lint.readers.markdown import read_markdown

        return read_markdown
    from scr_lint.readers.text import read_text

    return read_text
