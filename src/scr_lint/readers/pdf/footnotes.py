"""Footnotes: smaller type at the foot of a column, each introduced by its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scr_lint.model import Box
from scr_lint.readers.pdf.columns import Stretch
from scr_lint.readers.pdf.lines import Line
from scr_lint.readers.pdf.spelling import signal_of, spelled

_SMALLER = 0.93
_NUMBERED = re.compile(r"(\d{1,3}|[*\u2020\u2021])[.)]?\s+(?=\S)")
# LibreOffice sets no room behind the number: "8The nurse", but "2nd edition" and "5mg" are words.
_TIGHT = re.compile(
    r"(\d{1,3}|[*\u2020\u2021])(?!(?:st|nd|rd|th|am|pm|mg|kg|g|ml|km|m|h)\b)(?=[\"'\u201c\u2018(\[]*[^\W\d_])"
)
# The rule above footnotes, in shares of the page's width.
_RULE = (0.08, 0.45)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: the number before it, its lines, and where its words begin if typed after it."""

    number: str
    lines: tuple[Line, ...]
    prose_start: int = 0

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.lines[0].page


def split(
    stretch: Stretch, body_size: float, rules: Sequence[Box], width: float, before: str = ""
) -> tuple[Stretch | None, list[Footnote]]:
    """A stretch without its footnotes, and these.

    A first footnote without a number goes on from the page before, on which `before` was the last.
    """
    start = _foot(stretch.lines, body_size, rules, width)
    notes: list[Footnote] = []
    last = before
    for line in stretch.lines[start:]:
        number, end = _number(line)
        if number and (line.opening or not notes or _next(last, number)):
            notes.append(Footnote(number, (line,), end))
            last = number
        elif notes:
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, line))
        else:
            notes.append(Footnote("", (line,)))
    body = stretch.lines[:start]
    return (replace(stretch, lines=body) if body else None), notes


def _foot(lines: Sequence[Line], body_size: float, rules: Sequence[Box], width: float) -> int:
    """The index of the first line of footnotes; the number of lines where there are none."""
    ruled = _below_rule(lines, rules, width)
    start = len(lines)
    while start > 0 and lines[start - 1].size < _SMALLER * body_size:
        start -= 1
    if ruled < len(lines) and (ruled >= start or lines[ruled].opening):
        return ruled
    for index in range(start, len(lines)):
        if _number(lines[index])[0]:
            return index
    return len(lines)


def _below_rule(lines: Sequence[Line], rules: Sequence[Box], width: float) -> int:
    """The first line below a short rule at the left, with which nothing stands level."""
    for rule in rules:
        short = _RULE[0] * width <= rule.right - rule.left <= _RULE[1] * width
        below = [n for n, line in enumerate(lines) if line.baseline > rule.top]
        if short and below and lines[below[0]].top >= rule.top - 2:
            first = lines[below[0]]
            near = first.top - rule.top < 2.5 * first.size
            if near and abs(first.left - rule.left) < 3 * first.size:
                return below[0]
    return len(lines)


def _number(line: Line) -> tuple[str, int]:
    """The number of a footnote that begins here, and the offset of its words."""
    if line.opening:
        return line.opening, 0
    signal = signal_of(spelled(line))
    found = _NUMBERED.match(signal) or _TIGHT.match(signal)
    return (found[1], found.end()) if found else ("", 0)


def _next(before: str, number: str) -> bool:
    """Whether a number follows another."""
    return before.isdigit() and number.isdigit() and int(number) == int(before) + 1


def whole_notes(notes: Sequence[Footnote]) -> list[Footnote]:
    """Footnotes with those that a page end cut in two put together."""
    made: list[Footnote] = []
    for note in notes:
        if not note.number and made:
            made[-1] = replace(made[-1], lines=made[-1].lines + note.lines)
        else:
            made.append(note)
    return made
