"""Spelling lines out: spaces where there are gaps, hyphens at line ends undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scr_lint.readers.line_ends import HYPHENS, SOFT, LineEnds
from scr_lint.readers.pdf.glyphs import UNREADABLE, Glyph
from scr_lint.readers.pdf.lines import Line

# In ems. Type set without space characters has its narrowest word space near a sixth of an em;
# where a line has space characters, smaller gaps are letter spacing and kerning.
_WORD_GAP = 0.16
_TAB_GAP = 0.3
WIDE_GAP = 0.8
_CELL_GAP = 2.0


class Letter(NamedTuple):
    """One code point of a block; `glyph` is None for a space the reader put in."""

    text: str
    glyph: Glyph | None
    page: int
    gap: float = 0.0


def spelled(line: Line) -> list[Letter]:
    """The code points of a line, with a space for each gap between words."""
    spaced = any(g.text == " " for g in line.glyphs)
    gap_from = (_TAB_GAP if spaced else _WORD_GAP) * line.size
    letters: list[Letter] = []
    last: Glyph | None = None
    for glyph in line.glyphs:
        if glyph.text == UNREADABLE and glyph is not line.glyphs[0]:
            continue
        if last is not None:
            gap = glyph.left - last.right
            if gap > gap_from and not last.text.isspace() and not glyph.text.isspace():
                letters.append(Letter(" ", None, line.page, gap / line.size))
        letters.append(Letter(glyph.text, glyph, line.page))
        last = glyph
    return letters


def cell_gaps(letters: Sequence[Letter], start: int = 0) -> list[int]:
    """The places, from `start`, where letters stand so far apart as cells side by side do."""
    return [n for n, letter in enumerate(letters) if n >= start and letter.gap >= _CELL_GAP]


def text_of(letters: Iterable[Letter]) -> str:
    """What letters spell."""
    return "".join(letter.text for letter in letters)


def signal_of(letters: Iterable[Letter]) -> str:
    """What letters spell, with a tab for each wide gap: numbers stand before one."""
    return "".join("\t" if letter.gap >= WIDE_GAP else letter.text for letter in letters)


def joined(lines: Sequence[Line], ends: LineEnds) -> list[Letter]:
    """The letters of a paragraph's lines: a line end becomes a space, a hyphen there is judged."""
    letters: list[Letter] = []
    for line in lines:
        added = spelled(line)
        if letters:
            _close(letters, text_of(added[:40]), ends)
        letters += added
    return [letter for letter in letters if letter.text != SOFT]


def _close(letters: list[Letter], after: str, ends: LineEnds) -> None:
    """End a line: drop its hyphen, keep it, or add a space."""
    last = letters[-1]
    before = text_of(letters[-40:-1])
    cut = last.text in HYPHENS and before[-1:].isalnum()
    if cut and not ends.keeps(before, after, last.text):
        letters.pop()
    elif not (cut and after[:1].isalnum()) and not (last.text in "/\u2014" and after[:1].islower()):
        letters.append(Letter(" ", None, last.page))
