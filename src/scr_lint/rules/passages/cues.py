"""Cues: the words by which passages are found, as lists of patterns, each list with a meaning.

They are looked for in the words alone, so a draft need not be parsed for them, and a list is looked
for only when it is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise

from scr_lint.lexicon.cue_pattern import Cue, CueElement, CueLists, CueParser
from scr_lint.lexicon.inflection import Irregulars
from scr_lint.model import Span

_WORD = re.compile(r"\w[\w'-]*")
_NOWHERE: Mapping[int, int] = {}
_STOPS = frozenset(".;:!?")
_NOT = "n't"
_PLAIN = str.maketrans("‘’“”‐‑\u00a0\n\t", "''\"\"--   ")


def plain(text: str) -> str:
    """The text in lower case with plain quotes, hyphens and spaces; offsets stay as they are."""
    low = text.translate(_PLAIN).lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_PLAIN))


class Cues:
    """The cues of one sentence: for each list, where its patterns stand.

    Places are bits of an integer, bit n for word n, so that all ends of a pattern are found at once.
    """

    def __init__(self, text: str, reader: CueReader) -> None:
        self.text = plain(text)
        self._reader = reader
        self._found: dict[str, tuple[Span, ...]] = {}
        self._ends: dict[str, Mapping[int, int]] = {}
        self._known: dict[frozenset[str], int] = {}

    def __contains__(self, name: str) -> bool:
        return bool(self._matches(name))

    def any(self, *names: str) -> bool:
        """Whether a pattern of any of these lists is there."""
        return not self._possible.isdisjoint(names) and any(map(self._matches, names))

    def spans(self, *names: str) -> tuple[Span, ...]:
        """Where patterns of these lists stand, in order; of those that start alike the shortest."""
        if self._possible.isdisjoint(names):
            return ()
        if len(names) > 1:
            return tuple(sorted({s for name in names for s in self.spans(name)}))
        name = names[0]
        if name not in self._found:
            self._found[name] = tuple(
                Span(self._words[start].start(), self._words[_first(ends) - 1].end())
                for start, ends in sorted(self._matches(name).items())
            )
        return self._found[name]

    def within(self, start: int, end: int, *names: str) -> tuple[Span, ...]:
        """Where they stand inside `[start, end)`."""
        return tuple(s for s in self.spans(*names) if start <= s.start and s.end <= end)

    @cached_property
    def _words(self) -> tuple[re.Match[str], ...]:
        return tuple(_WORD.finditer(self.text))

    @cached_property
    def _keys(self) -> tuple[tuple[str, ...], ...]:
        """For each word what patterns may know it by: itself, without its 's, "n't"."""
        return tuple(tuple(_keys_of(word.group())) for word in self._words)

    @cached_property
    def _unbroken(self) -> int:
        """The words that no stop parts from the word before."""
        words, places = self._words, 1
        for place, (a, b) in enumerate(pairwise(words), start=1):
            if _STOPS.isdisjoint(self.text[a.end() : b.start()]):
                places |= 1 << place
        return places if words else 0

    def _matches(self, name: str) -> Mapping[int, int]:
        """The words that patterns of a list start with, and for each the places where they may end."""
        if name not in self._possible:
            return _NOWHERE
        if name not in self._ends:
            self._ends[name] = _NOWHERE  # a list that leads back to itself finds nothing there
            self._ends[name] = self._read(name)
        return self._ends[name]

    @cached_property
    def _possible(self) -> frozenset[str]:
        """The lists that one of the words could lead to: few of those asked about."""
        return self._reader.lists_of(self._places)

    def _read(self, name: str) -> dict[int, int]:
        found: dict[int, int] = {}
        for cue in self._reader.likely(name, self._places.keys()):
            for start in _each(self._starts(cue.elements[0])):
                ends = self._match(cue.elements, start)
                if ends:
                    found[start] = found.get(start, 0) | ends
        return found

    def _starts(self, first: CueElement) -> int:
        """Where a pattern's first place can stand."""
        starts = self._where(first.forms)
        for name in first.lists:
            for start in self._matches(name):
                starts |= 1 << start
        return starts

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Where each word stands."""
        places: dict[str, int] = {}
        for place, keys in enumerate(self._keys):
            for key in keys:
                places[key] = places.get(key, 0) | 1 << place
        return places

    def _where(self, forms: frozenset[str]) -> int:
        """Where one of these words stands."""
        if forms not in self._known:
            places = 0
            for form in forms & self._places.keys():
                places |= self._places[form]
            self._known[forms] = places
        return self._known[forms]

    def _match(self, elements: Sequence[CueElement], start: int) -> int:
        """Every place where the elements may end if they begin at word `start`."""
        places = 1 << start
        joined = self._unbroken | places
        for element in elements:
            places = self._step(element, places, joined)
            if not places:
                break
        return places

    def _step(self, element: CueElement, places: int, joined: int) -> int:
        """Where an element may end that begins at one of these places, at words that are joined on."""
        ends = places if element.optional or element.gap else 0
        for _ in range(element.gap):
            places = (places & joined) << 1
            ends |= places
        places &= joined
        ends |= (places & self._where(element.forms)) << 1
        for name in element.lists:
            for start, found in self._matches(name).items():
                if places >> start & 1:
                    ends |= found
        return ends


class CueReader:
    """Knows the lists; finds by a sentence's words which patterns could be there."""

    def __init__(self, lists: CueLists, irregulars: Irregulars) -> None:
        self._parser = CueParser(lists, irregulars)
        self._by_word = {name: self._indexed(name, sources) for name, sources in lists.items()}
        self._lists_by_word: dict[str, list[str]] = {}
        for name, by_word in self._by_word.items():
            for word in by_word:
                self._lists_by_word.setdefault(word, []).append(name)

    def read(self, text: str) -> Cues:
        """The cues of one sentence or heading."""
        return Cues(text, self)

    def lists_of(self, words: Iterable[str]) -> frozenset[str]:
        """The lists with a pattern whose rarest place one of these words can fill."""
        return frozenset(name for word in words for name in self._lists_by_word.get(word, ()))

    def likely(self, name: str, words: Set[str]) -> Iterator[Cue]:
        """The patterns of a list whose necessary words are all among these.

        One whose rarest place holds two of the words is met twice, which does no harm.
        """
        by_word = self._by_word[name]
        for word in words & by_word.keys():
            for cue in by_word[word]:
                for forms in cue.others:
                    if forms.isdisjoint(words):
                        break
                else:
                    yield cue

    def _indexed(self, name: str, sources: Iterable[str]) -> dict[str, list[Cue]]:
        """The patterns of a list, each by the words of the place that the fewest words can fill."""
        by_word: dict[str, list[Cue]] = {}
        for source in sources:
            cue = self._parser.cue(name, source)
            for form in cue.rarest:
                by_word.setdefault(form, []).append(cue)
        return by_word


def _first(places: int) -> int:
    """The first of the places that these bits stand for."""
    return (places & -places).bit_length() - 1


def _each(places: int) -> Iterator[int]:
    """All places that these bits stand for, in order."""
    while places:
        yield _first(places)
        places &= places - 1


def _keys_of(word: str) -> Iterator[str]:
    yield word
    if word.endswith("'s"):
        yield word[:-2]
    elif word.endswith("'"):
        yield word[:-1]
    elif word.endswith(_NOT):
        yield _NOT
