"""Characters that show nothing: they part a word for a program alone, and are no text of a draft."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from scr_lint.model import Segment, Span, TextPlace

_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
# Emoji and several scripts are misspelt without these; behind Latin letters and marks they do nothing.
_JOINERS = "\u200c\u200d\ufe00-\ufe0f\U000e0000-\U000e007f"
INVISIBLE = re.compile(
    f"[{_UNSEEN}][{_UNSEEN}{_JOINERS}]*|(?<![^\x00-\u024f\u2000-\u206f])[{_JOINERS}]+"
)


def shown_parts(text: str) -> Iterator[tuple[int, str]]:
    """The stretches of `text` between invisible characters, each with its offset in code points."""
    start = 0
    for found in INVISIBLE.finditer(text):
        if found.start() > start:
            yield start, text[start : found.start()]
        start = found.end()
    if start < len(text):
        yield start, text[start:]


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of a file without its invisible characters.

    `left_out` gives, for a line from 1, the columns of `text` before which one stood, in order.
    """

    text: str
    left_out: Mapping[int, tuple[int, ...]]

    @classmethod
    def of(cls, text: str) -> Shown:
        """What `text`, whose lines end in a line feed, shows."""
        if INVISIBLE.search(text) is None:
            return cls(text, {})
        lines, left_out = text.split("\n"), {}
        for number, line in enumerate(lines, start=1):
            if INVISIBLE.search(line) is None:
                continue
            parts = [part for _, part in shown_parts(line)]
            lines[number - 1] = "".join(parts)
            left_out[number] = tuple(_columns(line))
        return cls("\n".join(lines), left_out)

    def in_file(self, segments: Iterable[Segment]) -> Iterator[Segment]:
        """Segments placed in `text` as segments placed in the file: one is cut where it left some out."""
        for segment in segments:
            place = segment.place
            if isinstance(place, TextPlace) and place.line in self.left_out:
                yield from _moved(segment, place, self.left_out[place.line])
            else:
                yield segment


def _columns(line: str) -> Iterator[int]:
    """The column of the shown line before which each invisible character of a line stands."""
    gone = 0
    for found in INVISIBLE.finditer(line):
        for _ in found[0]:
            yield found.start() - gone + 1
        gone += len(found[0])


def _moved(segment: Segment, place: TextPlace, left_out: tuple[int, ...]) -> Iterator[Segment]:
    first, last = place.column, place.column + len(segment.span)
    cuts = sorted({first, *(column for column in left_out if first < column < last), last})
    for start, end in pairwise(cuts):
        column = start + bisect_right(left_out, start)
        offset = segment.span.start - first
        yield Segment(Span(start + offset, end + offset), TextPlace(place.line, column))
