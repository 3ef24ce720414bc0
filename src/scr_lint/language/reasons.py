"""Whether a sentence or a passage gives the reason for what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.lexicon.load import WordLists


@dataclass(frozen=True, slots=True)
class Reasons:
    """The words of `lexicons/language/reasons.toml`."""

    connectives: re.Pattern[str]
    context: re.Pattern[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Reasons:
        """Make one from the word lists of the lexicon."""
        return cls(_any_of(words["connectives"]), _any_of(words["context"]))

    def given_for(self, predicate: Token) -> bool:
        """Whether the predicate's sentence gives the reason for it.

        Not where the predicate is itself the reason given for something else ("died because staff
        failed").
        """
        text = predicate.doc.text
        for found in self.connectives.finditer(text):
            if not _inside_reason(predicate, found.start()):
                return True
        return _as_clause(predicate)

    def explained_in(self, text: str) -> bool:
        """Whether running text asks why or speaks of causes, context or what was seen at the time."""
        return bool(self.connectives.search(text) or self.context.search(text))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)


def _inside_reason(predicate: Token, start: int) -> bool:
    """Whether the predicate stands in the clause or phrase the connective at `start` opens."""
    opener = next((t for t in predicate.doc if t.idx <= start < t.idx + len(t)), None)
    if opener is None:
        return False
    for token in tree.up(opener):
        if token.dep_ in (
            "advcl",
            "obl",
            "nmod",
            "acl",
            "ccomp",
            "advcl:relcl",
            "acl:relcl",
            "obl:agent",
        ):
            return token.i == predicate.i or token.is_ancestor(predicate)
    return False


def _as_clause(predicate: Token) -> bool:
    """ "…, as she was carrying 32 cases": a clause with "as" or "given"."""
    return any(
        (mark := tree.child(c, "mark")) is not None
        and mark.lower_ in ("as", "given", "since", "because")
        and not _manner(c)
        for t in tree.up(predicate)
        for c in tree.children(t, "advcl")
        if c.i != predicate.i and not c.is_ancestor(predicate)
    )


def _manner(clause: Token) -> bool:
    """ "as required", "as it should have", "as planned": no reason."""
    if tree.subject(clause) is None:
        return True
    return any(
        a.lower_ in ("should", "ought", "would", "could") for a in tree.children(clause, "aux")
    )
