"""Whether a predicate is denied: "did not fail", "no evidence that staff failed", "without blame"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.lexicon.load import WordLists

_CARRIED = (
    "xcomp",
    "ccomp",
    "acl",
    "csubj",
    "csubj:pass",
    "obj",
    "obl",
    "nmod",
    "nsubj:pass",
    "nsubj",
)
_NOMINAL = ("NOUN", "PROPN", "PRON")
_NO_DENIAL = (
    *("only", "just", "simply", "merely", "solely", "least", "infrequently", "surprisingly"),
    *("until", "fewer", "less", "doubt", "but", "longer", "later", "sooner"),
)
_OPEN_QUESTION = ("whether", "if", "how", "why")


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
    bearing: frozenset[str]
    occasions: frozenset[str]
    opening: re.Pattern[str]
    no_evidence: re.Pattern[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Negation:
        """Make one from the word lists of the lexicon."""
        patterns = ("opening", "no_evidence")
        lists = {k: frozenset(words[k]) for k in cls.__slots__ if k not in patterns}
        opening, evidence = (re.compile(words[k][0], re.IGNORECASE) for k in patterns)
        return cls(**lists, opening=opening, no_evidence=evidence)

    def denies(self, predicate: Token) -> bool:
        """Whether the sentence denies what `predicate` says.

        Climbs from the predicate through the words that carry a denial down to it ("evidence",
        "suggest", "say"); two denials make an assertion. What a parser often gets wrong is told by
        the words before the predicate instead.
        """
        if self._count(predicate) % 2 == 1:
            return True
        return (
            self._opened(predicate)
            or self._without_evidence(predicate)
            or self._after_no(predicate)
        )

    def _opened(self, predicate: Token) -> bool:
        """ "At no point did the school write": a negative opening with the verb before its subject."""
        if not self.opening.match(predicate.doc.text):
            return False
        if predicate.dep_ in ("ROOT", "root"):
            return True
        return predicate.pos_ == "VERB" and not any(
            t.pos_ == "VERB" for t in predicate.doc[: predicate.i]
        )

    def _without_evidence(self, predicate: Token) -> bool:
        """ "There is no evidence that …", "nothing to suggest that …", in the words before.

        A thing named with "the" or "her" is taken as settled: "no evidence that the failure mattered".
        """
        if _is_settled(predicate):
            return False
        before = predicate.doc.text[: predicate.idx]
        return self.no_evidence.search(before) is not None

    def _after_no(self, noun: Token) -> bool:
        """ "no obvious failure": "no" before a noun, with only words that belong to it between."""
        if noun.pos_ not in ("NOUN", "PROPN"):
            return False
        for token in reversed(noun.doc[max(0, noun.i - 4) : noun.i]):
            if token.lower_ == "no":
                return True
            if token.pos_ not in ("ADJ", "NOUN", "ADV", "PROPN", "VERB", "CCONJ"):
                return False
        return False

    def _count(self, predicate: Token) -> int:
        count = self._own(predicate)
        lower = predicate
        for upper in tree.up(predicate):
            if upper.i == lower.i:
                continue
            if not self._carries(lower, upper):
                break
            count += self._own(upper)
            if upper.lemma_.lower() in self.deny and self._denied_by(upper, lower, predicate):
                count += 1
            lower = upper
        return count

    def _denied_by(self, denial: Token, lower: Token, predicate: Token) -> bool:
        """Whether a word of denial takes back what hangs on it: "wrong to say that staff failed", but
        not "wrong to close the file"."""
        if lower.dep_ == "nsubj":
            return False
        return denial.pos_ != "ADJ" or lower.i != predicate.i

    def _carries(self, lower: Token, upper: Token) -> bool:
        """Whether a denial of `upper` denies `lower` too."""
        if lower.dep_ == "conj":
            return not self._fresh_clause(lower)
        if lower.dep_ == "amod":
            return True
        if lower.dep_ not in _CARRIED or tree.mark_of(lower) in _OPEN_QUESTION:
            return False
        if lower.dep_ == "xcomp" and lower.pos_ in ("VERB", "ADJ", "AUX"):
            return True
        if lower.pos_ in _NOMINAL and lower.dep_ in ("obj", "obl", "nmod", "nsubj", "nsubj:pass"):
            return self._nominal_carries(lower, upper)
        return self._is_evidence(upper)

    def _nominal_carries(self, lower: Token, upper: Token) -> bool:
        if lower.dep_ in ("nsubj", "nsubj:pass") and upper.lemma_.lower() in self.bearing:
            return True
        if upper.pos_ in ("VERB", "AUX") and lower.dep_ in ("obj", "nsubj:pass"):
            return not _is_settled(lower)
        if lower.dep_ == "obl" and upper.pos_ in ("VERB", "ADJ"):
            return self._is_evidence(upper)
        if lower.dep_ == "nsubj":
            there = tree.child(upper, "cop", "expl") is not None
            return there and upper.pos_ in ("VERB", "AUX", "ADJ") and not _is_settled(lower)
        return self._is_evidence(upper)

    def _is_evidence(self, token: Token) -> bool:
        return token.lemma_.lower() in self.evidence or token.lemma_.lower() in self.deny

    def _fresh_clause(self, token: Token) -> bool:
        """Whether a coordinated predicate starts anew: its own subject, or set against with "but"."""
        if tree.subject(token) is not None:
            return True
        family = [token, *tree.children(token.head, "conj")]
        joined = {c.lower_ for t in family for c in tree.children(t, "cc")}
        if joined & {"or", "nor"}:
            return False
        return token.pos_ in ("VERB", "AUX", "ADJ") or tree.child(token, "cop") is not None

    def _own(self, token: Token) -> int:
        """How many negations stand right at this word."""
        return sum(self._negates(c, token) for c in token.children)

    def _negates(self, word: Token, token: Token) -> bool:
        """Whether a word hanging on `token` denies it."""
        low = word.lower_
        if word.dep_ == "advmod":
            short = low in ("far", "short") and token.pos_ == "ADJ"
            return short or (low in self.adverbs | self.connectives and not _only(word))
        if word.dep_ in ("det", "cc:preconj"):
            return low in self.determiners | self.connectives and not _only(word)
        if word.dep_ in ("case", "mark", "cc"):
            return low in self.prepositions | self.instead | self.connectives
        if word.dep_ in ("nsubj", "nsubj:pass", "obj"):
            return self._empty(word)
        return word.dep_ in ("obl", "obl:unmarked") and self._on_no_occasion(word, token)

    def _empty(self, noun: Token) -> bool:
        """ "nobody", "no individual", "none of the staff", "neither agency"."""
        if noun.lower_ in self.determiners and noun.pos_ in ("PRON", "NOUN", "DET"):
            return not _only(noun)
        return any(c.dep_ == "det" and c.lower_ in self.determiners for c in noun.children)

    def _on_no_occasion(self, noun: Token, token: Token) -> bool:
        """ "at no point", "under no circumstances"; "rests with no single agency"."""
        if not any(c.lower_ == "no" for c in tree.children(noun, "det")):
            return False
        return noun.lemma_.lower() in self.occasions or token.lemma_.lower() in self.bearing


def _is_settled(noun: Token) -> bool:
    """Whether a noun is named as something known: with "the", "this", "her" or an owner."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    known = {c.lower_ for c in tree.children(noun, "det")} & {
        "the",
        "this",
        "that",
        "these",
        "those",
    }
    return bool(known) or tree.child(noun, "nmod:poss") is not None


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
