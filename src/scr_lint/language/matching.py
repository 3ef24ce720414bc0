"""Finding lexicon patterns: first by words alone, then in parsed sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

from scr_lint.lexicon.entry import Entry
from scr_lint.lexicon.pattern import Element, Pattern

_WORD = re.compile(r"n['’]t\b|[^\W_]+|[&'’]\w+")
_KEY = "entry"
_GAP_STOPS = (".", ";", "!", "?", ":")


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found in a parsed sentence: token ranges, half-open, of all its words and of the
    words to be flagged."""

    entry: Entry
    start: int
    end: int
    marked_start: int
    marked_end: int


class Gate:
    """Tells by words alone which of some patterns could match in a sentence.

    It never leaves out a pattern that matches: a pattern's literal words must all be there.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._by_word: dict[str, list[tuple[int, tuple[frozenset[str], ...]]]] = {}
        for number, pattern in enumerate(patterns):
            triggers = tuple(_splittable(t) for t in pattern.triggers)
            rarest = min(triggers, key=_commonness)
            rest = tuple(t for t in triggers if t is not rarest)
            for form in rarest:
                self._by_word.setdefault(form, []).append((number, rest))

    def opens(self, text: str) -> bool:
        """Whether any pattern could match in this sentence."""
        return next(self._open(text), None) is not None

    def candidates(self, text: str) -> list[int]:
        """The numbers of the patterns that could match in this sentence, in order."""
        return sorted(set(self._open(text)))

    def _open(self, text: str) -> Iterator[int]:
        words = words_of(text)
        for word in words:
            for number, rest in self._by_word.get(word, ()):
                if all(not needed.isdisjoint(words) for needed in rest):
                    yield number


def words_of(text: str) -> frozenset[str]:
    """The lower-case words of a text, contractions opened ("didn't" gives "n't" too)."""
    low = text.lower()
    words = set(_WORD.findall(low))
    words.update([w[1:] for w in words if w[0] in "'’"])  # opens a quotation: 'missed opportunity'
    if "n't" in low or "n’t" in low or "cannot" in low:
        words.update(("n't", "n’t", "not", "can", "ca"))
        words.update(w[:-1] for w in tuple(words) if w.endswith("n"))
    return frozenset(words)


def _splittable(forms: frozenset[str]) -> frozenset[str]:
    """Forms as `words_of` sees them: "co-operate" counts by its parts."""
    out = set()
    for form in forms:
        parts = _WORD.findall(form)
        out.add(max(parts, key=len) if parts else form)
    return frozenset(out)


def _commonness(forms: frozenset[str]) -> tuple[int, int]:
    """A guess at how common a word is: short words and words with many forms come last."""
    return (len(forms) if len(forms) > 12 else 0, -max(len(f) for f in forms))


class PatternMatcher:
    """Finds entries in parsed sentences.

    Each pattern has a spaCy Matcher of its own, made when its gate first opens, and only those are
    run: one Matcher over all patterns asks every word of every sentence for each of them, which took
    175 ms a sentence with a thousand patterns.
    """

    def __init__(self, nlp: Language, entries: Sequence[Entry]) -> None:
        self._patterns = [(entry, pattern) for entry in entries for pattern in entry.patterns]
        self._matchers: dict[int, Matcher] = {}
        self._vocab = nlp.vocab
        self.gate = Gate(pattern for _, pattern in self._patterns)

    def find(self, doc: Doc) -> Iterator[Match]:
        """Every entry that matches in `doc`, in the order of the text; extra spaces do not count."""
        places = [t.i for t in doc if not t.is_space]
        plain = _without_spaces(doc, places)
        found = [m for n in self.gate.candidates(doc.text) for m in self._matches(n, plain)]
        for start, end, marked, number in sorted(found):
            first, last = places[marked[0]], places[marked[-1]] + 1
            entry = self._patterns[number][0]
            yield Match(entry, places[start], places[end - 1] + 1, first, last)

    def _matches(self, number: int, doc: Doc) -> Iterator[tuple[int, int, list[int], int]]:
        """(start, end, flagged tokens, pattern number) of each place a pattern matches at."""
        elements = self._patterns[number][1].elements
        if number not in self._matchers:
            matcher = Matcher(self._vocab)
            matcher.add(_KEY, [[_token(e) for e in elements]], greedy="LONGEST")
            self._matchers[number] = matcher
        matches: list[Any] = self._matchers[number](doc, with_alignments=True)
        for _, start, end, alignment in matches:
            marked = [start + n for n, place in enumerate(alignment) if elements[place].marked]
            if marked and not _leaps(doc, start, alignment, elements):
                yield start, end, marked, number


def _leaps(doc: Doc, start: int, alignment: Sequence[int], elements: Sequence[Element]) -> bool:
    """Whether a gap of the match runs over a semicolon or the like. Asked afterwards, for a condition
    on every word of a gap makes spaCy's Matcher several times slower."""
    return any(
        elements[place].gap and doc[start + n].text in _GAP_STOPS
        for n, place in enumerate(alignment)
    )


def _without_spaces(doc: Doc, places: Sequence[int]) -> Doc:
    """The document without tokens that are only white space: itself where it has none."""
    if len(places) == len(doc):
        return doc
    return Doc(doc.vocab, [doc[i].text for i in places], pos=[doc[i].pos_ for i in places])


def _token(element: Element) -> dict[str, Any]:
    """The element as a spaCy Matcher token."""
    if element.gap:
        return {"OP": f"{{0,{element.gap}}}"}
    token: dict[str, Any] = {}
    if element.forms is not None:
        token["LOWER"] = {"IN": sorted(element.forms)}
    if element.tags is not None:
        token["POS"] = {"IN": list(element.tags)}
    if element.optional:
        token["OP"] = "?"
    return token
