"""A sentence's words in a row, and where in it the elements of a pattern can stand.

Places are bits of an integer, bit n for word n, so that a pattern is tried at every word of the
sentence at once.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from scr_lint.lexicon.pattern import Element, Pattern

_GAP_STOPS = (".", ";", "!", "?", ":")


class Row:
    """The words of a sentence; tokens that are only white space do not count.

    `places` are the tokens' numbers in the doc. Parts of speech are asked for only if it is `tagged`;
    if not, every word may be any of them.
    """

    def __init__(self, doc: Doc, *, tagged: bool) -> None:
        tokens = [token for token in doc if not token.is_space]
        self.places = [token.i for token in tokens]
        self.everywhere = (1 << len(tokens)) - 1
        self._words = _places_of(token.lower_ for token in tokens)
        self._tags = _places_of(token.pos_ for token in tokens) if tagged else None
        self._known: dict[frozenset[str], int] = {}
        self._gap = self.everywhere & ~sum(self._words.get(stop, 0) for stop in _GAP_STOPS)

    def has_any(self, words: frozenset[str]) -> bool:
        """Whether one of these lower-case words is there."""
        return not self._words.keys().isdisjoint(words)

    def where(self, element: Element) -> int:
        """The words that the element can stand for; for a gap each of the words it may pass over."""
        if element.gap:
            return self._gap
        places = self.everywhere if element.forms is None else self._of(element.forms)
        if element.tags is None or self._tags is None:
            return places
        return places & sum(self._tags.get(tag, 0) for tag in element.tags)

    def holds(self, pattern: Pattern) -> bool:
        """Whether the pattern matches anywhere."""
        ends = self.everywhere
        for element in pattern.elements:
            places = self.where(element)
            if element.gap:
                for _ in range(element.gap):
                    ends |= (ends & places) << 1
            elif element.optional:
                ends |= (ends & places) << 1
            else:
                ends = (ends & places) << 1
                if not ends:
                    return False
        return True

    def _of(self, forms: frozenset[str]) -> int:
        if forms not in self._known:
            words = self._words
            self._known[forms] = sum(words[word] for word in words.keys() & forms)
        return self._known[forms]


def _places_of(names: Iterable[str]) -> dict[str, int]:
    """For each name the places where it stands."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        places[name] = places.get(name, 0) | 1 << place
    return places
