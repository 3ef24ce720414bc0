"""Where sentences end, by rule: no parser, so that the whole of a long draft can be cut cheaply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from scr_lint.lexicon.load import WordLists
from scr_lint.model import Span

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«(\\["
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# A run of end marks (or spaced dots), what closes with it, perhaps note numbers, then white space or
# the end; or a stop glued to the next sentence ("visit.The").
_END = re.compile(
    rf"(?P<marks>\.(?: \.)+|[.!?…]+)(?P<closers>[{_CLOSERS}]*)"
    rf"(?P<note>[{_SUPERSCRIPTS}]+|\[?\d{{1,3}}(?:,\d{{1,3}})*\]?(?=\s+[{_OPENERS}A-Z]))?"
    rf"(?=\s|$|(?<=[a-z][.!?])[A-Z][a-z]|(?<=[a-z]\.[”\"])[A-Z])"
)
# The longest real sentences of reports have some 200 words; what is read of one takes time by the square.
_LONGEST = 300
_WORD = re.compile(r"\S+")
_WORD_BEFORE = re.compile(r"([^\s(\[“\"‘/–—-]+)$")
_NEXT = re.compile(rf"\s*(?P<opener>[{_OPENERS}]*)(?P<word>\S+)")
_MIXED_CASE = re.compile(r"[a-z]+[A-Z]|e-[A-Z]")
_ITEM_LABEL = re.compile(r"^(?:[a-z]|[ivxlc]+)\)$")
_OPENING_NUMBER = re.compile(
    r"^\s*(?:[(\[]?(?:\d+(?:\.\d+)*|[a-zA-Z]|[ivxlcIVXLC]+)[)\]]?|[•·*–-]"
    r"|(?:Table|Figure|Part|Appendix|Annexe?|Section|Chapter|Box|Theme|Finding) (?:\d+|[A-Z]))\s*$"
)
# The parser takes an emoji or a dingbat before the first word for the sentence's verb.
_PICTURES = re.compile("(?:[\u2190-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d]*\\s*)+")
_WEB = re.compile(r"(?:www\.|https?:|@)\S*$", re.IGNORECASE)
_SPEAKER_GOES_ON = re.compile(
    r"\s+(?:[A-Z][\w’']*\s+){1,2}(?:asked|said|replied|told|wrote|added|wondered|shouted|cried)\b"
)


@dataclass(frozen=True, slots=True)
class SentenceSplitter:
    """Cuts running text into sentences with the abbreviations of `lexicons/language/sentences.toml`."""

    never_last: frozenset[str]
    may_be_last: frozenset[str]
    pseudonym_heads: frozenset[str]
    starters: frozenset[str]
    never_at_all: frozenset[str]
    units: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> SentenceSplitter:
        """Make one from the word lists of the lexicon."""
        return cls(**{key: frozenset(words[key]) for key in cls.__slots__})

    def split(self, text: str, start: int = 0) -> tuple[Span, ...]:
        """The sentences of `text` from `start` on, in order, without the white space between them.

        A paragraph number before the first word belongs to its sentence, an emoji does not; a
        semicolon ends none. What runs on without an end, as a scan or a transcript does, is cut
        into pieces of at most 300 words, behind a comma if there is one.
        """
        spans = []
        for first, last in self._bounded(text, start):
            piece = text[first:last].rstrip()
            lead = len(piece) - len(piece.lstrip())
            begun = _PICTURES.match(piece, lead)
            if begun and begun.end() < len(piece):
                lead = begun.end()
            if lead < len(piece):
                spans.append(Span(first + lead, first + len(piece)))
        return tuple(spans)

    def _bounded(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        for first, last in self._cuts(text, start):
            while (
                len(words := tuple(islice(_WORD.finditer(text, first, last), _LONGEST + 1)))
                > _LONGEST
            ):
                half, end = words[_LONGEST // 2].end(), words[-1].start()
                comma = max(text.rfind(mark, half, end) for mark in (", ", "; "))
                cut = comma + 1 if comma >= 0 else end
                yield first, cut
                first = cut
            yield first, last

    def _cuts(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        first = start
        for found in _END.finditer(text, start):
            if self._ends(text, first, found):
                yield first, found.end()
                first = found.end()
        yield first, len(text)

    def _ends(self, text: str, first: int, found: re.Match[str]) -> bool:
        rest = text[found.end() :]
        following = _NEXT.match(rest)
        if following is None:
            return True
        word = following["word"]
        if self._goes_on(word, following["opener"], found, rest):
            return False
        if found["marks"] != ".":
            return True
        before = text[first : found.start()]
        if _OPENING_NUMBER.match(before):
            return False
        return self._stop_ends(before, word, found)

    def _goes_on(self, word: str, opener: str, found: re.Match[str], rest: str) -> bool:
        """Whether what follows cannot begin a sentence."""
        if not rest[:1].isspace():
            return bool(_WEB.search(found.string[: found.start()]))
        if found["closers"] and found["marks"] in "?!" and _SPEAKER_GOES_ON.match(rest):
            return True
        if word[0].islower():
            item = opener == "(" and _ITEM_LABEL.match(word)
            return not (item or _MIXED_CASE.match(word))
        return word[0] in ",;:)]" or word in ("–", "—", "-")

    def _stop_ends(self, before: str, word: str, found: re.Match[str]) -> bool:
        last = _WORD_BEFORE.search(before)
        if last is None or found["note"] or found["closers"]:
            return True
        abbreviation = last.group(1)
        low = abbreviation.lower()
        starts = word.strip("“\"'‘(.,;:").lower() in self.starters and not _is_initial(word)
        if low in self.never_at_all:
            return False
        if low.count(".") > 1 and word in ("A", "I"):
            return True
        if _is_initial(abbreviation) and low not in self.never_last:
            return starts or self._ends_pseudonym(before[: last.start()], word)
        if low in self.never_last:
            return starts
        if low in self.may_be_last:
            return starts
        if low in self.units:
            return starts or word[0].isdigit()
        return True

    def _ends_pseudonym(self, before: str, word: str) -> bool:
        """Whether "Child A." ends a sentence: a role before the letter, no further initial after it."""
        words = before.split()
        role = bool(words) and words[-1].lower().strip('(“"') in self.pseudonym_heads
        return role and not _is_initial(word)


def _is_initial(word: str) -> bool:
    letters = word.rstrip(".,’'").split(".")
    return all(len(letter) == 1 and letter.isupper() for letter in letters)
