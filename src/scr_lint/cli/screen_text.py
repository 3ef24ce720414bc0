"""Text on standard output and error in the terminal's own encoding, in plain characters where it must."""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata

# What stands for a character that the terminal's encoding does not have.
_PLAIN = {
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("‐‑‒–—−─·", "-"),
    **dict.fromkeys("•▪●", "*"),
    "«": "<<",
    "»": ">>",
    "×": "x",
    "═": "=",
    "│": "|",
    "…": "...",
    "→": "->",
    "¶": "para ",
}
_HANDLER = "scr-lint-plain"
# The others are UTF-8 wherever they go: their readers are programs.
_FOR_THE_SCREEN = ("text", "concise")


def speak_plainly() -> None:
    """Have both streams write what their encoding lacks in plain characters; it would end the run."""
    codecs.register_error(_HANDLER, _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def encoded(text: str, form: str, *, to_file: bool) -> bytes:
    """A piece of a report of the format `form`: on the screen as the terminal has it, else UTF-8."""
    if form in _FOR_THE_SCREEN and not to_file:
        return text.encode(sys.stdout.encoding or "utf-8", _HANDLER)
    return text.encode("utf-8", "replace")


def _plain(error: UnicodeError) -> tuple[str, int]:
    """A codec's error handler: the nearest plain characters, a question mark where there are none."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(map(_nearest, lost)), error.end


def _nearest(character: str) -> str:
    """ "é" as "e", a ligature as its letters."""
    parts = unicodedata.normalize("NFKD", character)
    return _PLAIN.get(character) or "".join(filter(str.isascii, parts)) or "?"
