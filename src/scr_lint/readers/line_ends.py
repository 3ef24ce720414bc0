"""Hyphens at line ends: those of the word stay, those that only broke it there go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scr_lint.lexicon.vocabulary import vocabulary

SOFT = "\u00ad"
# Nobody types U+2010: where it stands, a program put it.
_PUT_IN = "\u2010"
HYPHENS = f"-{_PUT_IN}{SOFT}"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_LAST_PART = re.compile(rf"({_WORD.pattern})[{HYPHENS}]$")
_FIRST_PART = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u00ff][^\W\d_]*")
# First parts that English joins with a hyphen, so that one at a line end was there before.
_PREFIXES = frozenset(
    (
        *(
            "all",
            "anti",
            "co",
            "cross",
            "ex",
            "half",
            "high",
            "ill",
            "inter",
            "intra",
            "long",
            "low",
        ),
        *(
            "mid",
            "much",
            "multi",
            "non",
            "one",
            "post",
            "pre",
            "pro",
            "quasi",
            "re",
            "self",
            "semi",
        ),
        *("short", "single", "sub", "well", "two", "three", "twenty", "thirty", "forty", "fifty"),
        *("sixty", "seventy", "eighty", "ninety"),
    )
)
# Ends of words that are not words: what stands before them was cut by the program.
_FRAGMENT = re.compile(
    r"[a-z]{0,3}(?:tions?|sions?|ments?|ings?|ness|ally|ity|ities|ed|ers?|ences?|ances?"
    r"|able|ably|ible|ical|ically|ously?|ive|ively|ism|ists?|ary|ory|ories|ate|ated|ates|ly)"
)


def breaks_word(line: str, following: str) -> bool:
    """Whether a word seems to go on from one line to the next, by the hyphen at the end of the first."""
    cut = line.endswith(tuple(HYPHENS)) and _LAST_PART.search(line)
    return bool(cut and _FIRST_PART.match(following))


@dataclass(frozen=True, slots=True)
class LineEnds:
    """Judges the hyphens at line ends by the words of the draft that stand whole on a line.

    `breaks_words` tells that the program that made the draft hyphenates. Where the draft's words do
    not tell, those of the lexicons may.
    """

    words: Counter[str]
    breaks_words: bool = False

    @classmethod
    def of(cls, lines: Iterable[str]) -> LineEnds:
        """Learn the words of the lines of a draft, and whether hyphens break them."""
        words: Counter[str] = Counter()
        ends: list[tuple[str, str]] = []
        before = ""
        for text in lines:
            cut = _LAST_PART.search(before)
            first = _FIRST_PART.match(text)
            if cut and first:
                ends.append((cut[1].lower(), first[0].lower()))
            found = [m[0].lower() for m in _WORD.finditer(text)]
            whole = found[bool(cut) : len(found) - bool(_LAST_PART.search(text))]
            words.update(whole)
            for word in whole:
                words.update(re.split(r"[-\u2010\u2011]", word)[1:-1])
            before = text
        joined = sum(words[a + b] > 0 or a + b in vocabulary() for a, b in ends)
        kept = sum(words[f"{a}-{b}"] > 0 for a, b in ends)
        return cls(words, breaks_words=joined > max(1, kept))

    def keeps(self, before: str, after: str, mark: str) -> bool:
        """Whether the hyphen `mark` between two parts at a line end belongs to the word."""
        cut, first = _LAST_PART.search(before + mark), _FIRST_PART.match(after)
        if mark == SOFT:
            return False
        if cut is None or first is None:
            return True
        start, end = cut[1].lower(), first[0].lower()
        hyphenated, whole = self.words[f"{start}-{end}"], self.words[start + end]
        if hyphenated or whole:
            return hyphenated >= whole
        if f"{start}-{end}" in vocabulary():
            return True
        if start + end in vocabulary():
            return False
        if "-" in start or start in _PREFIXES:
            return True
        if _FRAGMENT.fullmatch(end) and not self._is_word(end):
            return False
        if self._is_word(start) and self._is_word(end):
            return True
        return not self.breaks_words and mark != _PUT_IN

    def _is_word(self, part: str) -> bool:
        return self.words[part] > 0 or part in vocabulary()
