"""A sentence cut into noun phrases, verb groups and the small words between, by tags and word order.

Groundwork for `repair`: it leans on the tagger and on what forms a word can have, not on the parser.
"""

from __future__ import annotations

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.language.grammar import (
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    FINITE_AUXILIARIES,
    MAYBE_OPENERS,
    RELATIVES,
)
from scr_lint.language.noun_chunks import CLAUSE_QUESTIONS, Chunk, Kind
from scr_lint.language.verb_chunks import VerbChunker

__all__ = ["Chunk", "Chunker", "Kind"]

_STOPS = (";", ":", "–", "—", "--")
# With "of", "than", "with" or "to" behind them these govern a noun.
_WITH_PARTICLE = frozenset(
    ("because", "instead", "rather", "together", "due", "owing", "given", "according")
)


class Chunker(VerbChunker):
    """Cuts one sentence; `doc` is read only."""

    def chunks(self) -> list[Chunk]:
        """The chunks in order; adverbs, quotation marks and bracketed stretches are left out."""
        at = 0
        while at < len(self._doc):
            at = self._step(at)
        return self._chunks

    def _step(self, at: int) -> int:
        token = self._doc[at]
        if (
            at == 0
            and (token.pos_ == "NUM" or token.is_digit)
            and token.dep_ not in ("nummod", "nsubj", "nsubj:pass")
        ):
            return 1
        small = self._small(token)
        if small is not None:
            self._chunks.append(Chunk(small, at, at, at))
            return at + 1
        if token.text == "(":
            return self._after_bracket(at)
        found = self._verb_group(at) or self._infinitive(at) or self._noun_phrase(at)
        if found is None:
            return at + 1
        self._chunks.append(found)
        return found.last + 1

    def _small(self, token: Token) -> Kind | None:
        """The kind of a comma, stop, conjunction, preposition or clause opener; None for the rest."""
        low = token.lower_
        if token.text == ",":
            return Kind.COMMA
        if token.text in _STOPS:
            return Kind.STOP
        if low in CONJUNCTIONS and token.pos_ == "CCONJ":
            return Kind.AND
        if low in RELATIVES and self._opens_clause(token):
            return Kind.RELATIVE
        return Kind.PREPOSITION if self._governs(token) else self._opener(token)

    def _governs(self, token: Token) -> bool:
        """ "because of", "rather than", "Given the rain": what else opens a clause, as a preposition."""
        low, following = token.lower_, tree.word_after(token)
        if low in _WITH_PARTICLE and following in ("of", "than", "with", "to"):
            return True
        return low == "given" and following != "that" and token.i == 0

    def _opener(self, token: Token) -> Kind | None:
        """The kind of a word that opens a clause or a phrase; None where it does neither."""
        low, after = token.lower_, self._at(token.i + 1)
        if token.dep_ == "det" and (low in CLAUSE_QUESTIONS or low in RELATIVES):
            return None
        if low in ("until", "after", "when") and token.i and token.nbor(-1).lower_ == "not":
            return Kind.PREPOSITION
        if low in CLAUSE_QUESTIONS or low in CLAUSE_OPENERS:
            return Kind.OPENER
        if low in ("as", "than") and after is not None and after.pos_ == "AUX":
            return Kind.OPENER
        if low in MAYBE_OPENERS and token.pos_ in ("SCONJ", "ADP", "VERB", "ADV"):
            if self._finite_follows(token.i + 1):
                return Kind.OPENER
            return None if token.pos_ == "ADV" else Kind.PREPOSITION
        if token.pos_ in ("ADP", "SCONJ") and not self._particle(token):
            return Kind.PREPOSITION
        return None

    def _particle(self, token: Token) -> bool:
        """ "turned her away", "passed on was": an adverbial preposition without a noun after it."""
        if token.dep_ == "compound:prt":
            return True
        after = self._at(token.i + 1)
        return (
            after is None
            or after.is_punct
            or (after.lower_ in FINITE_AUXILIARIES and after.pos_ == "AUX")
        )

    def _finite_follows(self, at: int) -> bool:
        """Whether a noun phrase and then a finite verb come before the next comma."""
        phrase = self._noun_phrase(at)
        if phrase is None:
            return False
        at = phrase.last + 1
        while at < len(self._doc) and self._doc[at].text not in (",", ";", ":", "."):
            token = self._doc[at]
            if token.lower_ in FINITE_AUXILIARIES or token.lower_ in self._forms.pasts:
                return True
            if token.pos_ == "VERB":
                return self._finite(token)
            if token.lower_ in RELATIVES or token.pos_ in ("CCONJ", "SCONJ"):
                return False
            at += 1
        return False

    def _after_bracket(self, at: int) -> int:
        for n in range(at + 1, len(self._doc)):
            if self._doc[n].text == ")":
                return n + 1
        return at + 1
