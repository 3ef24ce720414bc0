"""Finding lexicon patterns: first by words alone, then in parsed sentences.

Patterns are matched by code of our own, not by spaCy's Matcher. That one steps through a sentence word
by word for each pattern, with a state for each word of a gap: 40 % of the time for a whole draft (5 s of
13 s on 41,000 words, each pattern run only where its words occur). This takes 0.2 s, and can tell before
a sentence is parsed which patterns match in it but for parts of speech.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise

from spacy.tokens import Doc, Token

from scr_lint.language.actors import ActorLexicon
from scr_lint.language.alignment import longest
from scr_lint.language.recast import recast
from scr_lint.language.rows import Compounds, Row, Unit
from scr_lint.language.said_of import DEED
from scr_lint.language.whom import Whom
from scr_lint.lexicon.entry import Entry
from scr_lint.lexicon.pattern import Pattern

_JOINED = re.compile(r"[- ]")
# Among the nouns of an entry these stand for no word: any name, any deed.
_NO_NOUNS = ("propn", DEED)
_Found = tuple[int, int, int, int, int]
_WORD = re.compile(r"n['’]t\b|[^\W_]+|[&'’]\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found in a parsed sentence.

    Token ranges, half-open, of all its words and of the words to be flagged. It is `recast` if found
    only once the sentence was put more plainly.
    """

    entry: Entry
    start: int
    end: int
    marked_start: int
    marked_end: int
    recast: bool = False

    def repeats(self, other: Match) -> bool:
        """Whether the other flags some of the same words under the same label."""
        apart = self.marked_end <= other.marked_start or other.marked_end <= self.marked_start
        return self.entry.label == other.entry.label and not apart


class Gate:
    """Tells by words alone which of some patterns could match in a sentence.

    It never leaves out a pattern that matches: a pattern's literal words must all be there. Patterns
    name the same sets of words over and over, so the sets have numbers; each pattern is looked up by
    the one of its sets that is likely to be the rarest.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        triggers = [pattern.triggers for pattern in patterns]
        named = Counter(forms for row in triggers for forms in set(row))
        number_of = {forms: number for number, forms in enumerate(named)}
        common = _commonness(named)
        weight = {forms: sum(map(common.__getitem__, forms)) for forms in named}
        parts = {form: part for form in common if (part := _longest_part(form)) != form}
        self._sets_by_word: dict[str, list[int]] = {}
        for forms, number in number_of.items():
            for form in _as_seen(forms, parts):
                self._sets_by_word.setdefault(form, []).append(number)
        self._by_rarest: dict[int, list[tuple[int, frozenset[int]]]] = {}
        for pattern, row in enumerate(triggers):
            rarest, *rest = sorted(row, key=weight.__getitem__)
            needed = frozenset(map(number_of.__getitem__, rest))
            self._by_rarest.setdefault(number_of[rarest], []).append((pattern, needed))

    def candidates(self, text: str) -> list[int]:
        """The numbers of the patterns that could match in this sentence, in order."""
        there: set[int] = set()
        for word in words_of(text):
            there.update(self._sets_by_word.get(word, ()))
        return sorted(
            pattern
            for number in self._by_rarest.keys() & there
            for pattern, needed in self._by_rarest[number]
            if needed <= there
        )


def words_of(text: str) -> frozenset[str]:
    """The lower-case words of a text, contractions opened ("didn't" gives "n't" too)."""
    low = text.lower()
    words = set(_WORD.findall(low))
    words.update([w[1:] for w in words if w[0] in "'’"])  # opens a quotation: 'missed opportunity'
    if "n't" in low or "n’t" in low or "cannot" in low:
        words.update(("n't", "n’t", "not", "can", "ca"))
        words.update(w[:-1] for w in tuple(words) if w.endswith("n"))
    return frozenset(words)


def _longest_part(form: str) -> str:
    """What `words_of` sees of a form: "co-operate" counts by its longer part."""
    if form.isalpha():
        return form
    return max(_WORD.findall(form), key=len, default=form)


def _as_seen(forms: frozenset[str], parts: Mapping[str, str]) -> frozenset[str]:
    if parts.keys().isdisjoint(forms):
        return forms
    return frozenset(parts.get(form, form) for form in forms)


def _commonness(named: Mapping[frozenset[str], int]) -> Mapping[str, float]:
    """A guess at how common each word is: by how many patterns name it, and its length.

    `named` says how many patterns name each set of words. On drafts and guidance the guess leaves
    within half as many lookups again of those by true counts.
    """
    patterns: dict[str, int] = {}
    for forms, count in named.items():
        for form in forms:
            patterns[form] = patterns.get(form, 0) + count
    return {form: count * 0.5 ** len(form) for form, count in patterns.items()}


def _joined_forms(patterns: Iterable[Pattern]) -> Iterator[str]:
    """The words of several tokens that stand among others in a pattern."""
    sets = {e.forms for pattern in patterns for e in pattern.elements if e.forms is not None}
    return (form for form in frozenset().union(*sets) if "-" in form[1:-1])


def _bearers(entry: Entry) -> Iterator[frozenset[str]]:
    """Sets of words of each of which one must stand in the sentence for the entry to hold.

    Of two words joined ("care plan"), the last is asked for.
    """
    for nouns in (entry.of, entry.about):
        if nouns and nouns.isdisjoint(_NO_NOUNS):
            lasts = (_JOINED.split(noun)[-1] for noun in nouns)
            yield nouns | frozenset(lasts)


def _trimmed(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The tokens to be flagged without the punctuation at their ends that a pattern asks for."""
    while last - first > 1 and doc[last - 1].is_punct:
        last -= 1
    while last - first > 1 and doc[first].is_punct:
        first += 1
    return first, last


def _stretch(words: Iterable[Unit]) -> tuple[int, int]:
    """The tokens (half-open) from the first of the words to the last, in the order of the text."""
    places = [token.i for word in words for token in word]
    return min(places), max(places) + 1


def _parted(tokens: Sequence[Token]) -> int:
    """The places of the tokens before which some of the text was left out, as bits."""
    return sum(1 << n for n, (a, b) in enumerate(pairwise(tokens), 1) if b.i > a.i + 1)


class _Rows:
    """A sentence's words in the rows that a pattern is tried on; that of persons is made when asked for."""

    def __init__(self, plain: Iterable[Row], of_persons: Callable[[], Row]) -> None:
        self.plain = tuple(plain)
        self._make = of_persons

    @cached_property
    def _of_persons(self) -> tuple[Row, ...]:
        return (self._make(),)

    def of(self, pattern: Pattern) -> tuple[Row, ...]:
        """The rows in which the pattern may match."""
        return (*self.plain, *self._of_persons) if pattern.names_whom else self.plain


class PatternMatcher:
    """Finds entries: what could match by a sentence's words alone, and what does once it is parsed.

    `whom` finds those whom something was done to, by a draft's words.
    """

    def __init__(self, entries: Sequence[Entry], whom: Whom | None = None) -> None:
        self._whom = whom or Whom()
        self._patterns = [(entry, pattern) for entry in entries for pattern in entry.patterns]
        bearers = [(tuple(_bearers(entry)), entry.patterns) for entry in entries]
        self._bearers = [nouns for nouns, patterns in bearers for _ in patterns]
        self.gate = Gate(pattern for _, pattern in self._patterns)
        self._compounds = Compounds(_joined_forms(pattern for _, pattern in self._patterns))

    def by_words(self, doc: Doc, numbers: Iterable[int]) -> tuple[int, ...]:
        """Those of these patterns that match if every word may be any part of speech.

        Or that might once the sentence is put more plainly. `doc` need not be tagged. No other pattern
        matches once it is, or none that its entry lets stand: what it must be said of, or be about,
        stands in the same sentence.
        """
        apart, *joined = self._compounds.rows(doc, tagged=False)
        return tuple(
            n
            for n in numbers
            if all(map(apart.has_any, self._bearers[n]))
            and (
                any(row.holds(self._patterns[n][1]) for row in (apart, *joined))
                or apart.may_hold(self._patterns[n][1])
            )
        )

    def find(
        self, doc: Doc, numbers: Iterable[int], actors: ActorLexicon | None = None
    ) -> Iterator[Match]:
        """Where these patterns match in a parsed sentence, in the order of the text.

        With `actors` those whom something was done to are told from others called by name.
        """
        apart, *joined = self._compounds.rows(doc, tagged=True)
        rows = _Rows((apart, *joined), partial(self._whom.row, doc, actors))
        found = {
            match
            for n in numbers
            for row in rows.of(self._patterns[n][1])
            for match in self._matches(n, row)
        }
        left = set(numbers) - {match[-1] for match in found}
        able = [n for n in left if apart.may_hold(self._patterns[n][1])]
        more = self._in_other_order(doc, able, actors)
        for match in sorted(found | more):
            start, end, first, last, number = match
            words = _trimmed(doc, first, last)
            yield Match(self._patterns[number][0], start, end, *words, recast=match in more)

    def _in_other_order(
        self, doc: Doc, numbers: Sequence[int], actors: ActorLexicon | None
    ) -> set[_Found]:
        """Where these match once the sentence is put more plainly."""
        orders = recast(doc, actors) if numbers else ()
        rows = [
            Row([(token,) for token in order], tagged=True, parted=_parted(order))
            for order in orders
        ]
        return {match for row in rows for n in numbers for match in self._matches(n, row)}

    def _matches(self, number: int, row: Row) -> Iterator[_Found]:
        """(start, end, start and end of the flagged words, pattern number) wherever it matches."""
        pattern = self._patterns[number][1]
        if not row.holds(pattern):
            return
        for found in longest(pattern, row):
            marked = [
                row.units[found.start + n]
                for n, element in enumerate(found.elements)
                if pattern.elements[element].marked
            ]
            if marked:
                whole = _stretch(row.units[found.start : found.end])
                yield (*whole, *_stretch(marked), number)
