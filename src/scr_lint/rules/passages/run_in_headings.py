"""Run-in headings: a few words that open a paragraph, or are one, and serve as its heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scr_lint.language.reading import Sentence
from scr_lint.lexicon.load import WordLists
from scr_lint.model import BlockKind

_MOST_WORDS = 8
_SHORT = 3


@dataclass(frozen=True, slots=True)
class RunInHeadings:
    """The words of `lexicons/passages/run-in-headings.toml`, which no such heading has."""

    opens_heading: frozenset[str]
    opens_sentence: frozenset[str]
    answers: frozenset[str]
    verbs: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> RunInHeadings:
        """Make one from the word lists of the lexicon."""
        return cls(**{key: frozenset(words[key]) for key in cls.__slots__})

    def opens(self, block: Sequence[Sentence]) -> bool:
        """Whether a block, given by its sentences, begins with such a heading or is one."""
        first = block[0].text
        if (
            ": " in first
            or block[0].block.kind is not BlockKind.PARAGRAPH
            or len(first.split()) > _MOST_WORDS
            or first.endswith((",", ";", '"', "”"))
            or self._is_clause(first)
        ):
            return False
        if len(block) > 1:
            return block[0].block.number == ""
        return not first.endswith((".", ":"))

    def _is_clause(self, text: str) -> bool:
        """Whether the words look like a sentence of their own rather than a title."""
        words = text.lower().strip(".*").split()
        if words[0] in self.opens_heading:
            return False
        if len(words) > _SHORT and words[0] in self.opens_sentence:
            return True
        return words[0] in self.answers or any(
            word in self.verbs or (word.endswith("ed") and len(words) > _SHORT) for word in words
        )
