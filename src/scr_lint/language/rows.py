"""A sentence's words in a row, and where in it the elements of a pattern can stand.

Places are bits of an integer, bit n for word n, so that a pattern is tried at every word of the
sentence at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from scr_lint.lexicon.pattern import HYPHENS, Element, Pattern

_GAP_STOPS = (".", ";", "!", "?", ":")
BREAKS = frozenset((",", "–", "—", "(", ")"))
"""The marks that an aside stands between."""
_PARTS = re.compile(r"[^\W_]+")

Unit = Sequence[Token]
"""What counts as one word: a token, or the tokens of a compound."""


# "Both of the two older boys and their mother": as long as the phrase for a person may be.
_LONGEST_WHOM = 15


class Row:
    """The words of a sentence.

    `units` are the tokens of each word. Parts of speech are asked for only if it is `tagged`; if not,
    every word may be any of them; a compound is any that one of its tokens is. The bits of `whom` are
    the words that name whom something was done to; those of `parted` follow on what was left out, and
    no gap passes over them.
    """

    def __init__(
        self, units: Sequence[Unit], *, tagged: bool, whom: int = 0, parted: int = 0
    ) -> None:
        self.units = units
        self._whom = whom
        self.everywhere = (1 << len(units)) - 1
        self._words = _places_of(map(_name, units))
        self._tags = _tag_places(units) if tagged else None
        self._known: dict[frozenset[str], int] = {}
        stops = sum(self._words.get(stop, 0) for stop in _GAP_STOPS)
        self._gap = self.everywhere & ~stops & ~parted
        self._breaks = sum(self._words.get(mark, 0) for mark in BREAKS)

    def has_any(self, words: frozenset[str]) -> bool:
        """Whether one of these lower-case words is there."""
        return not self._words.keys().isdisjoint(words)

    def where(self, element: Element) -> int:
        """The words that the element can stand for; for a gap each of the words it may pass over."""
        if element.gap:
            return self._gap
        if element.whom and element.forms is None:
            return self._whom
        places = self.everywhere if element.forms is None else self._of(element.forms)
        if element.tags is not None and self._tags is not None:
            places &= sum(self._tags.get(tag, 0) for tag in element.tags)
        return places | self._whom if element.whom else places

    def holds(self, pattern: Pattern) -> bool:
        """Whether the pattern matches anywhere."""
        return self._ends(pattern.elements, self.everywhere) > 0

    def may_hold(self, pattern: Pattern) -> bool:
        """Whether the pattern might match once the sentence is put more plainly: see `recast`.

        With what stands between two breaks or an "of" passed over, or with its end first and its
        beginning somewhere behind that, and "by" behind both.
        """
        if pattern.names_whom:
            return False
        elements = pattern.elements
        passed_over = self._breaks or "of" in self._words
        if passed_over and self._ends(elements, self.everywhere, self._behind_aside):
            return True
        by = self._words.get("by", 0)
        return by > 0 and any(
            self._turned(elements[n:], elements[:n], by) for n in range(1, len(elements))
        )

    def _turned(self, first: Sequence[Element], second: Sequence[Element], by: int) -> bool:
        """Whether the one stands in the row, the other behind it, and a `by` behind that."""
        ends = self._ends(first, self.everywhere)
        ends = ends and self._ends(second, self.everywhere & _from(ends))
        return (by & _from(ends)) > 0 if ends else False

    def _ends(
        self,
        elements: Sequence[Element],
        starts: int,
        further: Callable[[int], int] = lambda ends: ends,
    ) -> int:
        """Where the elements can end if they begin at `starts`; `further` adds to where one ends."""
        ends = starts
        for element in elements:
            ends = further(ends)
            if element.whom and self._tags is None:
                behind = _up_to(_LONGEST_WHOM, ends << 1) & (self.everywhere << 1)
                ends = ends | behind if element.optional else behind
                continue
            places = self.where(element)
            if element.gap:
                for _ in range(element.gap):
                    ends |= (ends & places) << 1
            elif element.optional:
                ends |= (ends & places) << 1
            else:
                ends = (ends & places) << 1
                if not ends:
                    return 0
        return ends

    def _behind_aside(self, ends: int) -> int:
        """These places, and those behind an aside or an "of" that begins at one of them."""
        ends |= (ends & self._words.get("of", 0)) << 1
        opening = ends & self._breaks
        return ends | (self._breaks & _from(opening << 2)) << 1 if opening else ends

    def _of(self, forms: frozenset[str]) -> int:
        if forms not in self._known:
            words = self._words
            self._known[forms] = sum(words[word] for word in words.keys() & forms)
        return self._known[forms]


class Compounds:
    """Words of several tokens that patterns name: "follow-up", written with or without its hyphen."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for parts in {tuple(_PARTS.findall(form)) for form in forms}:
            if len(parts) > 1:
                self._by_first.setdefault(parts[0], []).append(parts)
        for same_first in self._by_first.values():
            same_first.sort(key=len, reverse=True)
        self._lasts = frozenset(p[-1] for same in self._by_first.values() for p in same)

    def rows(self, doc: Doc, *, tagged: bool) -> Iterator[Row]:
        """The sentence token by token; if it has compounds, once more with each of these as a word.

        Tokens that are only white space do not count.
        """
        tokens = [token for token in doc if not token.is_space]
        apart = Row([(token,) for token in tokens], tagged=tagged)
        yield apart
        if apart.has_any(self._lasts):
            units = list(self._units(tokens))
            if len(units) < len(tokens):
                yield Row(units, tagged=tagged)

    def _units(self, tokens: Sequence[Token]) -> Iterator[Unit]:
        place = 0
        while place < len(tokens):
            end = self._end(tokens, place)
            yield tokens[place:end]
            place = end

    def _end(self, tokens: Sequence[Token], start: int) -> int:
        """Where the longest compound that begins here ends, or the token if none does."""
        for parts in self._by_first.get(tokens[start].lower_, ()):
            place = start + 1
            for part in parts[1:]:
                place += place < len(tokens) and tokens[place].lower_ in HYPHENS
                if place == len(tokens) or tokens[place].lower_ != part:
                    break
                place += 1
            else:
                return place
        return start + 1


def _from(places: int) -> int:
    """Every place from the first of these on: all bits but those below it."""
    return -(places & -places)


def _up_to(count: int, places: int) -> int:
    """The places, and up to so many words behind each."""
    for _ in range(count - 1):
        places |= places << 1
    return places


def _name(unit: Unit) -> str:
    """A compound goes by its parts with hyphens between."""
    if len(unit) == 1:
        return unit[0].lower_
    return "-".join(token.lower_ for token in unit if token.lower_ not in HYPHENS)


def _places_of(names: Iterable[str]) -> dict[str, int]:
    """For each name the places where it stands."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        places[name] = places.get(name, 0) | 1 << place
    return places


def _tag_places(units: Sequence[Unit]) -> dict[str, int]:
    """For each part of speech the places of the words that are of it."""
    places: dict[str, int] = {}
    for place, unit in enumerate(units):
        for token in unit:
            places[token.pos_] = places.get(token.pos_, 0) | 1 << place
    return places
