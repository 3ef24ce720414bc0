"""Noun phrases told by tags and word order."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from spacy.tokens import Doc, Token

from scr_lint.language import tree
from scr_lint.language.grammar import CUT_MODALS, IN_NOUN_PHRASE, NOUNS, QUESTION_WORDS, RELATIVES
from scr_lint.language.verb_forms import Forms

# What opens a clause, or a noun phrase in it, by asking: "whatever the ward did".
CLAUSE_QUESTIONS = QUESTION_WORDS | {"whatever", "whoever", "wherever", "whenever"}


class Kind(Enum):
    """What a stretch of the sentence is."""

    NOUN = auto()
    FINITE = auto()
    NONFINITE = auto()
    RELATIVE = auto()
    OPENER = auto()
    AND = auto()
    COMMA = auto()
    STOP = auto()
    PREPOSITION = auto()


@dataclass(slots=True)
class Chunk:
    """A stretch of tokens, `first` to `last` inclusive; `head` is its main word.

    `auxiliaries` are those of a verb group; `passive` and `ambiguous` (past tense or participle?)
    are told of verb groups only, as is the `subject` of an inverted one.
    """

    kind: Kind
    head: int
    first: int
    last: int
    auxiliaries: list[int] = field(default_factory=list)
    passive: bool = False
    ambiguous: bool = False
    subject: Chunk | None = None


class NounChunker:
    """Finds the noun phrases of one sentence; `doc` is read only."""

    def __init__(self, doc: Doc, forms: Forms, verbs: frozenset[int] = frozenset()) -> None:
        self._verbs = verbs
        self._doc = doc
        self._forms = forms
        self._chunks: list[Chunk] = []

    def _at(self, at: int) -> Token | None:
        return self._doc[at] if 0 <= at < len(self._doc) else None

    def _after_determiner(self, token: Token) -> bool:
        before = self._at(token.i - 1)
        return before is not None and before.pos_ in ("DET", "ADJ", "NUM", "ADP")

    def _verb_here(self, token: Token) -> bool:
        if token.i in self._verbs:
            return True
        if token.lower_ in self._forms.pasts and token.pos_ in ("NOUN", "ADJ", "VERB"):
            return not self._after_determiner(token) or token.pos_ == "VERB"
        return token.pos_ in ("VERB", "AUX") and not self._in_noun_phrase(token)

    def _in_noun_phrase(self, token: Token) -> bool:
        """A participle before its noun: "the lost file", "missed opportunities were"."""
        if token.dep_ not in ("amod", "compound", "nmod:desc") or token.head.i <= token.i:
            return False
        before = self._at(token.i - 1)
        if before is None:
            return True
        return before.pos_ not in (*NOUNS, "PRON", "AUX") or before.lower_ in (
            "her",
            "his",
            "its",
            "their",
        )

    def _opens_clause(self, token: Token) -> bool:
        if token.lower_ != "that":
            return True
        after = self._at(token.i + 1)
        if token.dep_ == "det" or (
            token.pos_ == "DET" and after is not None and after.pos_ in (*NOUNS, "ADJ", "NUM")
        ):
            return False
        before = self._chunks[-1].kind if self._chunks else None
        return token.pos_ == "SCONJ" or before is Kind.NOUN or before is Kind.COMMA

    def _noun_phrase(self, at: int) -> Chunk | None:
        token = self._at(at)
        if token is None or not self._starts_phrase(token) or token.lower_ in CUT_MODALS:
            return None
        here = at
        while (token := self._at(here)) is not None and self._continues(token, at):
            here += 1
            if token.pos_ == "PRON" and token.dep_ != "det" and not _possessive(token):
                break
        if here == at or not self._nominal(at, here):
            return None
        return Chunk(Kind.NOUN, self._head(at, here), at, here - 1)

    def _nominal(self, first: int, end: int) -> bool:
        """Whether the stretch can stand for a thing or a person: "the former", not "busy"."""
        tokens = self._doc[first:end]
        if any(t.pos_ in (*NOUNS, "PRON", "NUM") for t in tokens):
            return True
        if len(tokens) > 1:
            return tokens[0].pos_ == "DET"
        return (tokens[0].pos_ == "DET" and tokens[0].lower_ not in ("the", "a", "an")) or tokens[
            0
        ].lower_ in ("neither", "either", "both")

    def _starts_phrase(self, token: Token) -> bool:
        if (token.lower_ in CLAUSE_QUESTIONS and token.dep_ != "det") or (
            token.lower_ in self._forms.pasts
            and token.pos_ in (*NOUNS, "ADJ")
            and not self._after_determiner(token)
        ):
            return False
        if token.lower_ in RELATIVES and self._opens_clause(token):
            return False
        if token.pos_ == "VERB":
            return self._in_noun_phrase(token)
        if token.lower_ in ("neither", "both", "either"):
            before = self._at(token.i - 1)
            return before is None or before.pos_ not in (*NOUNS, "PRON", "AUX")
        return token.pos_ in (*IN_NOUN_PHRASE, "PRON")

    def _continues(self, token: Token, first: int) -> bool:
        """Whether the token goes on with the noun phrase that begins at `first`."""
        if token.i == first:
            return True
        before = self._doc[token.i - 1]
        if token.pos_ == "PRON":
            return before.lower_ in ("no", "any", "every", "each", "some")
        if self._breaks_off(token, before):
            return False
        if token.pos_ == "ADJ" and before.pos_ in NOUNS and not before.is_title:
            return self._noun_follows(token)
        if token.pos_ in IN_NOUN_PHRASE:
            return True
        if token.pos_ == "VERB":
            return self._in_noun_phrase(token)
        return self._links(token, before)

    def _breaks_off(self, token: Token, before: Token) -> bool:
        """Whether a verb, another phrase or a preposition begins here: "the ward | owing to"."""
        if before.pos_ in NOUNS and self._verb_here(token):
            return True
        if token.pos_ == "DET" and before.pos_ in (*NOUNS, "NUM"):
            return True
        return token.lower_ in ("owing", "due", "according") and tree.word_after(token) == "to"

    def _links(self, token: Token, before: Token) -> bool:
        """Whether a small word or mark holds the phrase together: "'s", "-", "than", "very"."""
        if token.lower_ in ("'s", "’s", "'", "’"):
            return before.pos_ in NOUNS or before.lower_ == "other"
        after = self._at(token.i + 1)
        if after is None:
            return False
        joins = token.text == "-" or (token.text in ("&", "/", ".") and not token.whitespace_)
        if joins and after.pos_ in IN_NOUN_PHRASE:
            return True
        if token.lower_ == "than":
            return after.pos_ == "NUM"
        adverb = token.pos_ == "ADV" and after.pos_ in ("ADJ", "NUM")
        return adverb and before.pos_ in ("DET", "ADJ", "PRON")

    def _noun_follows(self, token: Token) -> bool:
        after = self._at(token.i + 1)
        return after is not None and after.pos_ in NOUNS

    def _head(self, first: int, end: int) -> int:
        """The word of the phrase whose own head lies outside it; else its last noun."""
        tokens = self._doc[first:end]
        nouns = [t for t in tokens if t.pos_ in (*NOUNS, "PRON")] or list(tokens)
        outside = [t for t in nouns if not first <= t.head.i < end]
        return (
            outside[-1].i if len(outside) >= 1 and outside[-1].dep_ != "nmod:poss" else nouns[-1].i
        )


def _possessive(token: Token) -> bool:
    return "Yes" in token.morph.get("Poss", []) or token.dep_ == "nmod:poss"
