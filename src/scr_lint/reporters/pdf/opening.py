"""Whether a PDF may be added to, and opening it for that."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from scr_lint.errors import WriteError

# What pypdf lets through when a file lies about itself.
FAULTS = (
    PyPdfError, AssertionError, AttributeError, IndexError, KeyError, RecursionError, TypeError,
    ValueError, OverflowError,
)  # fmt: skip
_CROSS_REFERENCE = re.compile(rb"xref\b|\d+\s+\d+\s+obj\b")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF")


def open_pdf(original: bytes, name: str, *, break_signature: bool) -> tuple[bytes, PdfReader]:
    """The file to add to, and what it holds.

    It is `original` itself, unless its tables are so damaged that it must be written afresh first.
    Raises WriteError for a file that is encrypted, signed (unless the signature may break) or
    beyond repair.
    """
    # pypdf reports each oddity it gets over, which is of no use to the author of a draft.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(original))
        if reader.is_encrypted:
            raise WriteError(
                name, "is encrypted; annotate a copy saved without password and restrictions"
            )
        if not break_signature and _is_signed(reader):
            raise WriteError(
                name,
                "is signed; annotating it breaks the signature; use --force to do it all the same",
            )
        if _is_sound(original):
            return original, reader
        return _afresh(reader)
    except FAULTS as error:
        raise WriteError(name, "is too damaged to be annotated; export it again") from error


def last_table(content: bytes) -> int:
    """Where the last cross-reference table or stream begins; -1 where that cannot be told."""
    found = _START.findall(content, max(0, len(content) - 2048))
    return int(found[-1]) if found else -1


def _is_sound(content: bytes) -> bool:
    """Whether what is put behind this file will be found: its own tables stand where it says."""
    start = last_table(content)
    if not content.startswith(b"%PDF-") or start < 0:
        return False
    if _CROSS_REFERENCE.match(content, start) is None:
        return False
    try:
        return len(PdfReader(BytesIO(content), strict=True).pages) > 0
    except FAULTS:
        return False


def _afresh(reader: PdfReader) -> tuple[bytes, PdfReader]:
    stream = BytesIO()
    PdfWriter(clone_from=reader).write(stream)
    return stream.getvalue(), PdfReader(BytesIO(stream.getvalue()))


def _is_signed(reader: PdfReader) -> bool:
    """Whether a signature field is filled in, or one certifies the file (ISO 32000-1, 12.8)."""
    permissions = reader.root_object.get("/Perms")
    if permissions is not None and "/DocMDP" in permissions.get_object():
        return True
    return any(field.get("/V") is not None for field in _signature_fields(reader))


def _signature_fields(reader: PdfReader) -> Iterator[DictionaryObject]:
    form = reader.root_object.get("/AcroForm")
    form = None if form is None else form.get_object()
    if not isinstance(form, DictionaryObject):
        return
    waiting = [(kid, "") for kid in form.get("/Fields") or ()]
    seen: set[int] = set()
    while waiting:
        reference, inherited = waiting.pop()
        field = reference.get_object()
        if not isinstance(field, DictionaryObject) or id(field) in seen:
            continue
        seen.add(id(field))
        kind = str(field.get("/FT", inherited))
        if kind == "/Sig":
            yield field
        waiting += ((kid, kind) for kid in field.get("/Kids") or ())
