"""Whether "should have" says what somebody was owed by others, or asks a deed of them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.lexicon.load import WordLists


@dataclass(frozen=True, slots=True)
class Owed:
    """The words of `lexicons/language/owed.toml`."""

    conduct: frozenset[str]
    persons: frozenset[str]
    doers: frozenset[str]
    received: frozenset[str]
    virtues: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Owed:
        """Make one from the word lists of the lexicon."""
        return cls(**{key: frozenset(words[key]) for key in cls.__slots__})

    def tells_of(self, predicate: Token) -> bool:
        """Whether the subject is owed it: "on a plan", "a priority", "able to expect", "had a cot".

        Not "honest", "the one to ring", "had the sense to ring" or any other deed.
        """
        if tree.child(predicate, "cop") is not None:
            return not self._is_conduct(predicate)
        if tree.is_passive(predicate):
            return True
        if predicate.lemma_.lower() not in self.received:
            return False
        return not any(
            c.lemma_.lower() in self.virtues for c in tree.children(predicate, "obj", "xcomp")
        )

    def _is_conduct(self, predicate: Token) -> bool:
        person = predicate.lemma_.lower() in self.persons
        qualities = (predicate, *tree.children(predicate, *(("amod",) if person else ()), "conj"))
        if any(t.lemma_.lower() in self.conduct or t.lower_ in self.conduct for t in qualities):
            return True
        deeds = tree.children(predicate, "acl", "acl:relcl", "xcomp", "advcl")
        return predicate.lower_ in self.doers and any(not tree.is_passive(c) for c in deeds)
