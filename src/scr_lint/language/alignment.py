"""The exact places of a pattern in a row of words: which word stands for which element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_lint.language.rows import Row
from scr_lint.lexicon.pattern import Pattern

_Taken = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A half-open stretch of words that a pattern matches; for each of them the element's number."""

    start: int
    end: int
    elements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """One word's worth of a pattern: where it can stand, and the element it is part of."""

    places: int
    optional: bool
    element: int


def longest(pattern: Pattern, row: Row) -> list[Aligned]:
    """The stretches a pattern matches: the longest first, then those that overlap none before."""
    steps = [
        _Step(row.where(element), element.optional or element.gap > 0, number)
        for number, element in enumerate(pattern.elements)
        for _ in range(element.gap or 1)
    ]
    size, begins = len(row.units), _begins(steps)
    starts = (n for n in range(size) if begins >> n & 1)
    found = [aligned for start in starts for aligned in _from(start, steps, size)]
    kept: list[Aligned] = []
    for one in sorted(found, key=lambda a: (a.start - a.end, a.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept


def _begins(steps: Sequence[_Step]) -> int:
    """Every word that one of the first steps can stand for."""
    places = 0
    for step in steps:
        places |= step.places
        if not step.optional:
            break
    return places


def _from(start: int, steps: Sequence[_Step], size: int) -> Iterator[Aligned]:
    """What begins at one word, one alignment for each end.

    Where several alignments have the same end, one whose last words stand for elements that must be
    there is taken before one that uses an optional element or a gap, as spaCy's Matcher does.
    """
    found: dict[int, _Taken] = {}
    states: dict[int, _Taken] = {0: ()}
    for place in range(start, size + 1):
        firm: dict[int, _Taken] = {}
        loose: dict[int, _Taken] = {}
        for number, taken in states.items():
            for step in steps[number:]:
                number += 1
                if step.places >> place & 1:
                    further = (*taken, step.element)
                    if number == len(steps):
                        found.setdefault(place + 1, further)
                    else:
                        (loose if step.optional else firm).setdefault(number, further)
                if not step.optional:
                    break
            else:
                found.setdefault(place, taken)
        states = firm | {number: loose[number] for number in loose if number not in firm}
        if not states:
            break
    for end, taken in found.items():
        yield Aligned(start, end, taken)
