"""Whether a predicate tells of a crime and its trial, which is no blame of practice."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.lexicon.load import WordLists


@dataclass(frozen=True, slots=True)
class Crime:
    """The words of `lexicons/language/crime.toml`."""

    process: frozenset[str]
    offences: frozenset[str]
    violence: frozenset[str]
    duties: frozenset[str]
    qualifiers: frozenset[str]
    courts: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Crime:
        """Make one from the word lists of the lexicon."""
        return cls(**{key: frozenset(words[key]) for key in cls.__slots__})

    def tells_of(self, predicate: Token) -> bool:
        """Whether the predicate is said of an offence, of its trial, or by the court that tried it."""
        if self._qualified(predicate) or self._of_offence(predicate):
            return True
        return any(self._is_process(t) or self._said_in_court(t) for t in tree.up(predicate))

    def is_answered_for(self, predicate: Token) -> bool:
        """Whether it says who answers for an act of violence: "responsibility for the abuse lies with"."""
        beside = (predicate, tree.subject(predicate))
        answered = (c for word in beside if word is not None for c in word.children)
        return any(tree.case_of(c) == "for" and c.lemma_.lower() in self.violence for c in answered)

    def _is_process(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        if lemma == "charge" and (tree.case_of(token) == "in" or self._is_duty(token)):
            return False
        if lemma == "indictment" and any(tree.case_of(c) == "of" for c in token.children):
            return False  # "An indictment of the unit" is a figure of speech.
        if lemma == "acquit":
            doer = tree.subject(token)
            return doer is None or doer.lower_ not in ("i", "we", "panel", "review")
        return lemma in self.process

    def _is_duty(self, charged: Token) -> bool:
        """ "the agencies charged with giving help"."""
        after = [t.lower_ for t in charged.doc[charged.i + 1 : charged.i + 3]]
        return len(after) == 2 and after[0] == "with" and after[1] in self.duties

    def _qualified(self, predicate: Token) -> bool:
        """ "sole criminal responsibility", "wilful neglect" as a charge."""
        words = {c.lower_ for c in tree.children(predicate, "amod", "advmod", "compound")}
        return bool(words & (self.qualifiers - {"wilful"}))

    def _of_offence(self, predicate: Token) -> bool:
        """ "guilty of murder", "gross negligence manslaughter"."""
        if predicate.lemma_.lower() == "guilty":
            spoken = {c.lemma_.lower() for c in predicate.head.children} | {
                t.lemma_.lower() for t in predicate.subtree
            }
            return bool(spoken & self.offences) or predicate.head.lemma_.lower() in (
                "plead",
                "find",
            )
        return predicate.dep_ == "compound" and predicate.head.lemma_.lower() in self.offences

    def _said_in_court(self, token: Token) -> bool:
        """ "the judge told him that …", "…, the court heard"."""
        beside = [token, *tree.children(token, "parataxis")]
        return any(
            (doer := tree.subject(t)) is not None and doer.lemma_.lower() in self.courts
            for t in beside
        )
