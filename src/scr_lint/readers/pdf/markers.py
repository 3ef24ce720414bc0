"""What stands before a paragraph: its number, its letter, its bullet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scr_lint.readers.pdf.lines import Line
from scr_lint.readers.pdf.spelling import signal_of, spelled
from scr_lint.readers.typed_numbers import typed_number

# Bullets of Word come from symbol fonts, as private-use characters.
_BULLET = re.compile(
    r"([\u2022\u25aa\u25ab\u25e6\u25cf\u25cb\u25a0\u25a1\u2023\u2043\u2219\u27a2\u2713\u2714\u25b6\u25ba\u00b7"
    r"\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf06f\ufffd]\s*|[-\u2013\u2014*\u00a7]\s+|o\t\s*)(?=\S)"
)
_LETTERED = re.compile(r"([a-z]|[ivx]{1,5}|[A-Z])\.(?:\t\s*|\s+)(?=\S)")
_BARE = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,4}|[ivx]{1,5})\.?(?:\t\s*)(?=\S)")
_HEADING_NUMBER = re.compile(r"((?:\d{1,2}|[A-Z])(?:\.\d{1,2}){0,4})\.?\s+(?=[^\W\d_])")
_WORD_LIKE = frozenset("AI")


@dataclass(frozen=True, slots=True)
class Marker:
    """A number or bullet at the start of a paragraph; `end` is the offset of the words after it.

    `hang` is where these begin on the page; `apart` tells that a wide gap stands between.
    """

    number: str = ""
    end: int = 0
    bullet: bool = False
    hang: float = 0.0
    apart: bool = False

    def __bool__(self) -> bool:
        return bool(self.number or self.bullet)


NONE = Marker()


def marker(line: Line) -> Marker:
    """What stands before the words of a line."""
    letters = spelled(line)
    signal = signal_of(letters)
    found = _found(signal)
    if not found:
        return NONE
    following = next((le.glyph for le in letters[found.end :] if le.glyph), None)
    hang = following.left if following else line.left
    apart = found.bullet or "\t" in signal[: found.end]
    return Marker(found.number, found.end, found.bullet, hang, apart)


def _found(signal: str) -> Marker:
    bullet = _BULLET.match(signal)
    if bullet:
        return Marker("", bullet.end(), bullet=True)
    number = typed_number(signal, heading=False, cell=False)
    if number is not None and not number.bullet:
        return Marker(number.number, number.prose_start)
    for pattern in (_LETTERED, _BARE):
        typed = pattern.match(signal)
        if typed and not (typed[1] in _WORD_LIKE and "\t" not in typed[0]):
            return Marker(typed[1], typed.end())
    return NONE


def is_marker(text: str) -> bool:
    """Whether a text is nothing but what may stand before a paragraph: "4.12", "(b)", a bullet."""
    if len(text) < 2:
        return True
    return _found(f"{text}\tx").end == len(text) + 1


def heading_marker(text: str) -> Marker:
    """The number of a heading ("4 Analysis", "4.2 What was known"), a bare letter needs a point."""
    found = _HEADING_NUMBER.match(text)
    if found is None or (found[1].isalpha() and not found[0].rstrip().endswith(".")):
        return NONE
    return Marker(found[1], found.end())
