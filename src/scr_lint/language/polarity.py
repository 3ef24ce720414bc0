"""Whether a predicate is denied: "did not fail", "no evidence that staff failed", "without blame"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.lexicon.load import WordLists

_CARRIED = (
    "xcomp",
    "ccomp",
    "acl",
    "advcl",
    "csubj",
    "csubj:pass",
    "obj",
    "obl",
    "nmod",
    "nsubj:pass",
    "nsubj",
)
_NOMINAL = ("NOUN", "PROPN", "PRON")


@dataclass(frozen=True, slots=True)
class Negation:
    """The negating words of `lexicons/language/negation.toml`."""

    adverbs: frozenset[str]
    determiners: frozenset[str]
    connectives: frozenset[str]
    prepositions: frozenset[str]
    instead: frozenset[str]
    evidence: frozenset[str]
    deny: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Negation:
        """Make one from the word lists of the lexicon."""
        return cls(**{key: frozenset(words[key]) for key in cls.__slots__})

    def denies(self, predicate: Token) -> bool:
        """Whether the sentence denies what `predicate` says.

        Climbs from the predicate through the words that carry a denial down to it ("evidence",
        "suggest", "say"); two denials make an assertion.
        """
        return self._count(predicate) % 2 == 1

    def _count(self, predicate: Token) -> int:
        count = self._own(predicate)
        lower = predicate
        for upper in tree.up(predicate):
            if upper.i == lower.i:
                continue
            if not self._carries(lower, upper):
                break
            count += self._own(upper)
            if upper.lemma_.lower() in self.deny and lower.dep_ != "nsubj":
                count += 1
            lower = upper
        return count

    def _carries(self, lower: Token, upper: Token) -> bool:
        """Whether a denial of `upper` denies `lower` too."""
        if lower.dep_ == "conj":
            return not self._fresh_clause(lower)
        if lower.dep_ == "amod":
            return True
        if lower.dep_ not in _CARRIED:
            return False
        if lower.dep_ == "xcomp" and lower.pos_ in ("VERB", "ADJ", "AUX"):
            return True
        if lower.pos_ in _NOMINAL and lower.dep_ in ("obj", "obl", "nmod", "nsubj", "nsubj:pass"):
            return self._nominal_carries(lower, upper)
        return self._is_evidence(upper)

    def _nominal_carries(self, lower: Token, upper: Token) -> bool:
        if upper.pos_ in ("VERB", "AUX") and lower.dep_ in ("obj", "nsubj:pass"):
            return True
        if lower.dep_ == "obl" and upper.pos_ in ("VERB", "ADJ"):
            return self._is_evidence(upper)
        if lower.dep_ == "nsubj":
            return (
                upper.pos_ in ("VERB", "AUX", "ADJ")
                and tree.child(upper, "cop", "expl") is not None
            )
        return self._is_evidence(upper)

    def _is_evidence(self, token: Token) -> bool:
        return token.lemma_.lower() in self.evidence or token.lemma_.lower() in self.deny

    def _fresh_clause(self, token: Token) -> bool:
        """Whether a coordinated predicate starts anew: its own subject, or set against with "but"."""
        if tree.subject(token) is not None:
            return True
        conjunction = tree.child(token, "cc")
        if conjunction is not None and conjunction.lower_ in ("or", "nor"):
            return False
        return token.pos_ in ("VERB", "AUX", "ADJ") or tree.child(token, "cop") is not None

    def _own(self, token: Token) -> int:
        """How many negations stand right at this word."""
        count = 0
        for c in token.children:
            low = c.lower_
            if c.dep_ == "advmod" and (low in self.adverbs or low in self.connectives):
                count += not _only(c)
            elif c.dep_ in ("det", "cc", "cc:preconj") and (
                low in self.determiners or low in self.connectives
            ):
                count += 1
            elif c.dep_ in ("case", "mark", "cc") and (
                low in self.prepositions or low in self.instead
            ):
                count += 1
            elif c.dep_ in ("nsubj", "nsubj:pass", "obj") and self._empty(c):
                count += 1
            elif c.dep_ == "advmod" and low in ("far", "short") and token.pos_ == "ADJ":
                count += 1
        return count + self._at_no_point(token)

    def _empty(self, noun: Token) -> bool:
        """ "nobody", "no individual", "none of the staff", "neither agency"."""
        if noun.lower_ in self.determiners and noun.pos_ in ("PRON", "NOUN", "DET"):
            return True
        return any(c.dep_ == "det" and c.lower_ in self.determiners for c in noun.children)

    def _at_no_point(self, token: Token) -> int:
        return sum(
            1
            for c in tree.children(token, "obl")
            if any(d.lower_ == "no" and d.dep_ == "det" for d in c.children)
        )


def _only(negation: Token) -> bool:
    """ "not only", "not just", "not simply": no denial."""
    after = negation.nbor(1).lower_ if negation.i + 1 < len(negation.doc) else ""
    return after in (
        "only",
        "just",
        "simply",
        "merely",
        "solely",
        "least",
        "infrequently",
        "surprisingly",
    )
