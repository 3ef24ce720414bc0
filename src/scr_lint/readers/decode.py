"""Turning the bytes of a text file into text, whatever Windows or a Mac made of it."""

from __future__ import annotations

import codecs

from scr_lint.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNSEEN = "\ufeff\u200b\u2060 \t\r\n\f"
_ALLOWED_CONTROLS = "\t\n\r\f\x0b\x85"


def decode_text(content: bytes, name: str) -> str:
    """The text, read as UTF-8, UTF-16 or UTF-32 (by its byte-order mark or its zeros), else cp1252.

    Raises ReadError when none of them makes sense of the bytes.
    """
    text = _decoded(content, _encoding_of(content), name)
    if not text.strip(_UNSEEN):
        raise ReadError(name, "has no text")
    if _looks_binary(text):
        raise ReadError(name, "is not a text file; save the draft as .docx or plain text")
    return text


def _encoding_of(content: bytes) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding
    return _utf16_by_zeros(content) or ("utf-8" if _is_utf8(content) else "cp1252")


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            name, "has characters that cannot be decoded; save it again as UTF-8 text"
        ) from error


def _utf16_by_zeros(content: bytes) -> str:
    """UTF-16 without a mark shows as zeros in every other byte; "" where it does not."""
    sample = content[:2000]
    if len(sample) < 4 or len(content) % 2:
        return ""
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > len(sample) * 0.3 and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > len(sample) * 0.3 and odd == 0 else ""


def _looks_binary(text: str) -> bool:
    sample = text[:4000]
    controls = sum(1 for c in sample if c < " " and c not in _ALLOWED_CONTROLS)
    return "\x00" in sample or controls > len(sample) * 0.02
