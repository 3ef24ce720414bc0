"""The pattern language of the cue lists in `lexicons/passages/`: that of `pattern`, for words alone.

What differs: `{name}` stands for any pattern of another list, not for a class of words; there are no
parts of speech and no marks; `not` also stands for "never" and "cannot"; an apostrophe is always the
straight one. A list may lead back to itself only through a place that may be left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scr_lint.lexicon.inflection import Irregulars
from scr_lint.lexicon.pattern import GAPS, word_forms

CueLists = Mapping[str, Sequence[str]]
CUE_FILES = ("review-cues", "purpose-cues", "heading-cues", "told-cues", "tension-cues")

_SHORT = 4
_EVERYDAY = frozenset(
    ("were", "been", "have", "this", "that", "with", "from", "they", "them", "there", "what")
)
_OTHER_DENIALS = ("never", "cannot")


def cue_lists(words: Mapping[str, Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """The lists of all cue files together; `words` holds the lists of each file."""
    return {name: patterns for file in CUE_FILES for name, patterns in words[file].items()}


@dataclass(frozen=True, slots=True)
class CueElement:
    """One place of a pattern: one of some words, or a pattern of one of some lists, or a gap."""

    forms: frozenset[str] = frozenset()
    lists: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern of a list; for each place that must be there, the rarest first, the words it may
    begin with."""

    elements: tuple[CueElement, ...]
    rarest: frozenset[str]
    others: tuple[frozenset[str], ...]


class CueParser:
    """Parses the patterns of lists that may name one another."""

    def __init__(self, lists: CueLists, irregulars: Irregulars) -> None:
        self._lists = lists
        self._irregulars = irregulars
        self._firsts: dict[str, frozenset[str]] = {}
        self._under_way: list[str] = []
        self._elements: dict[str, CueElement] = {}

    def cue(self, name: str, source: str) -> Cue:
        """One pattern of the list `name`. Raises ValueError with what is wrong with it."""
        elements = tuple(self._element(name, piece) for piece in source.split())
        while elements and elements[0].optional:
            # An optional opening only lengthens the match to the left, which nothing asks for.
            elements = elements[1:]
        needed = [self._begins(e) for e in elements if not e.optional and not e.gap]
        if not needed or elements[0].gap:
            raise ValueError(f"{name}: {source!r} has no word of its own to begin with")
        rarest, *others = sorted(needed, key=_commonness)
        return Cue(elements, rarest, tuple(others))

    def _element(self, name: str, piece: str) -> CueElement:
        """One place of a pattern, worked out once: many patterns have it."""
        if piece not in self._elements:
            try:
                self._elements[piece] = self._worked_out(piece)
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from error
        return self._elements[piece]

    def _worked_out(self, piece: str) -> CueElement:
        if piece in GAPS:
            return CueElement(gap=GAPS[piece])
        optional, alternatives = piece.endswith("?"), piece.removesuffix("?").split("|")
        if not all(a.strip("=") for a in alternatives):
            raise ValueError(f"cannot read {piece!r}")
        lists = tuple(a[1:].removesuffix("}") for a in alternatives if a.startswith("{"))
        unknown = [name for name in lists if name not in self._lists]
        if unknown:
            raise ValueError(f"{piece!r}: no list is called {unknown[0]!r}")
        words = [a for a in alternatives if not a.startswith("{")]
        forms = frozenset(form for word in words for form in self._forms(word))
        return CueElement(forms, lists, optional)

    def _begins(self, element: CueElement) -> frozenset[str]:
        """The words one of which must be in a sentence for the element to match."""
        return element.forms.union(*(self._first_words(name) for name in element.lists))

    def _first_words(self, name: str) -> frozenset[str]:
        if name in self._under_way:
            raise ValueError(f"the list {name!r} needs itself")
        if name not in self._firsts:
            self._under_way.append(name)
            try:
                self._firsts[name] = frozenset().union(
                    *(self.cue(name, source).rarest for source in self._lists[name])
                )
            finally:
                self._under_way.pop()
        return self._firsts[name]

    def _forms(self, word: str) -> Iterable[str]:
        forms = {form.replace("’", "'") for form in word_forms(word, self._irregulars)}
        return forms.union(_OTHER_DENIALS) if word == "not" else forms


def _commonness(forms: frozenset[str]) -> tuple[int, int]:
    """How many sentences a place of a pattern lets through: short and everyday words let most."""
    common = sum(len(form) < _SHORT or form in _EVERYDAY for form in forms)
    return common, len(forms)
