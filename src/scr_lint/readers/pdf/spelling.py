"""Spelling lines out: spaces where there are gaps, hyphens at line ends undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scr_lint.readers.pdf.glyphs import UNREADABLE, Glyph
from scr_lint.readers.pdf.lines import Line

# In ems. Type set without space characters has its narrowest word space near a sixth of an em;
# where a line has space characters, smaller gaps are letter spacing and kerning.
_WORD_GAP = 0.16
_TAB_GAP = 0.3
WIDE_GAP = 0.8

HYPHENS = "-\u2010\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_LAST_PART = re.compile(r"([^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*)[-\u2010\u00ad]$")
_FIRST_PART = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u00ff][^\W\d_]*")
# First parts that English joins with a hyphen, so that one at a line end was there before.
_PREFIXES = frozenset(
    [
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
    ]
)
# Ends of words that are not words: what stands before them was cut by the program.
_FRAGMENT = re.compile(
    r"[a-z]{0,3}(?:tions?|sions?|ments?|ings?|ness|ally|ity|ities|ed|ers?|ences?|ances?"
    r"|able|ably|ible|ical|ically|ously?|ive|ively|ism|ists?|ary|ory|ories|ate|ated|ates|ly)"
)


class Letter(NamedTuple):
    """One code point of a block; `glyph` is None for a space the reader put in."""

    text: str
    glyph: Glyph | None
    page: int
    gap: float = 0.0


def spelled(line: Line) -> list[Letter]:
    """The code points of a line, with a space for each gap between words."""
    spaced = any(g.text == " " for g in line.glyphs)
    gap_from = (_TAB_GAP if spaced else _WORD_GAP) * line.size
    letters: list[Letter] = []
    last: Glyph | None = None
    for glyph in line.glyphs:
        if glyph.text == UNREADABLE and glyph is not line.glyphs[0]:
            continue
        if last is not None:
            gap = glyph.left - last.right
            if gap > gap_from and not last.text.isspace() and not glyph.text.isspace():
                letters.append(Letter(" ", None, line.page, gap / line.size))
        letters.append(Letter(glyph.text, glyph, line.page))
        last = glyph
    return letters


def text_of(letters: Iterable[Letter]) -> str:
    """What letters spell."""
    return "".join(letter.text for letter in letters)


def signal_of(letters: Iterable[Letter]) -> str:
    """What letters spell, with a tab for each wide gap: numbers stand before one."""
    return "".join("\t" if letter.gap >= WIDE_GAP else letter.text for letter in letters)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a draft that stand whole on a line: they judge the hyphens at line ends."""

    words: Counter[str]
    breaks_words: bool = False

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Vocabulary:
        """Learn the words, and whether the program that made the draft hyphenates."""
        words: Counter[str] = Counter()
        ends: list[tuple[str, str]] = []
        before = ""
        for line in lines:
            text = text_of(spelled(line))
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
        joined = sum(words[a + b] > 0 for a, b in ends)
        kept = sum(words[f"{a}-{b}"] > 0 for a, b in ends)
        return cls(words, breaks_words=joined > max(1, kept))

    def keeps(self, before: str, after: str, mark: str) -> bool:
        """Whether the hyphen `mark` between two parts at a line end belongs to the word."""
        cut, first = _LAST_PART.search(before + mark), _FIRST_PART.match(after)
        if mark == "\u00ad":
            return False
        if cut is None or first is None:
            return True
        start, end = cut[1].lower(), first[0].lower()
        hyphenated = self.words[f"{start}-{end}"]
        whole = self.words[start + end]
        if hyphenated or whole:
            return hyphenated >= whole
        if "-" in start or start in _PREFIXES:
            return True
        if _FRAGMENT.fullmatch(end) and not self.words[end]:
            return False
        if self.words[start] and self.words[end]:
            return True
        return not self.breaks_words and mark != "\u2010"


def joined(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Letter]:
    """The letters of a paragraph's lines: a line end becomes a space, a hyphen there is judged."""
    letters: list[Letter] = []
    for line in lines:
        added = spelled(line)
        if letters:
            _close(letters, text_of(added[:40]), vocabulary)
        letters += added
    return [letter for letter in letters if letter.text != "\u00ad"]


def _close(letters: list[Letter], after: str, vocabulary: Vocabulary) -> None:
    """End a line: drop its hyphen, keep it, or add a space."""
    last = letters[-1]
    before = text_of(letters[-40:-1])
    cut = last.text in HYPHENS and before[-1:].isalnum()
    if cut and not vocabulary.keeps(before, after, last.text):
        letters.pop()
    elif not (cut and after[:1].isalnum()) and not (last.text in "/\u2014" and after[:1].islower()):
        letters.append(Letter(" ", None, last.page))
