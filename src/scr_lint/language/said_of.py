"""What a word is said of: the noun an adjective judges, the object of a verb."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from scr_lint.language import tree

_HIM = "him"


def head_of(words: TokenSpan) -> Token:
    """The word of the stretch that the rest of the sentence hangs on.

    For "should have made" that is the verb, for "at fault" the noun.
    """
    root = words.root
    if root.pos_ == "AUX" and root.dep_ in ("aux", "aux:pass", "cop"):
        return root.head
    return root


def said_of(word: Token, nouns: frozenset[str]) -> bool:
    """Whether `word` is said of one of these nouns (lower-case written forms).

    "Poor" is said of the noun it stands before or is predicated of, "poorly" of what its verb is done
    to or by; a noun is said of what it is "of" or "in".
    """
    if any(_matches(bearer, nouns) for bearer in bearers_of(word)):
        return True
    return _stands_before(word, nouns)


def _stands_before(word: Token, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns follows an adjective closely, whatever the parser made of the two."""
    if word.pos_ not in ("ADJ", "VERB", "NOUN", "PROPN"):
        return False
    for token in word.doc[word.i + 1 : word.i + 4]:
        if token.lower_ in nouns and token.pos_ in ("NOUN", "PROPN"):
            return True
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "CCONJ") and token.text not in ("-", ","):
            return False
    return False


def bearers_of(word: Token) -> list[Token]:
    """The nouns (or verbs, for an adverb) that `word` is said of."""
    first = tree.first_conjunct(word)
    if first.dep_ in ("amod", "compound", "nmod:desc"):
        return [first.head, *tree.children(first.head, "conj")]
    if first.dep_ == "advmod" and first.head.pos_ in ("VERB", "AUX", "ADJ"):
        verb = first.head
        return [verb, *tree.children(verb, "nsubj", "nsubj:pass", "obj"), *_modified(verb)]
    if first.dep_ in ("acl", "acl:relcl"):
        return [first.head]
    if first.pos_ in ("NOUN", "PROPN") and first.dep_ not in (
        "ROOT",
        "root",
        "xcomp",
        "ccomp",
        "conj",
    ):
        return [first, *tree.children(first, "nmod")]
    own = tree.subject(word) or tree.subject(first)
    if own is None and first.dep_ in ("xcomp", "ccomp", "advcl"):
        verb = first.head
        own = tree.child(verb, "obj") if first.dep_ == "xcomp" else None
        own = own or tree.subject(verb)
    found = [own, *tree.children(own, "conj")] if own is not None else []
    if first.pos_ in ("NOUN", "PROPN"):
        return [first, *found, *tree.children(first, "nmod")]
    return [_antecedent(t) for t in found]


def object_of(verb: Token, nouns: frozenset[str]) -> bool:
    """Whether the verb's object, or the subject of its passive, is one of these nouns.

    A proper name counts wherever "him" does.
    """
    if _HIM in nouns and any(t.pos_ == "PROPN" for t in tree.children(verb, "obj", "nsubj:pass")):
        return True
    objects = tree.children(verb, "obj", "nsubj:pass", "obl", "nmod")
    return any(_matches(t, nouns) for o in objects for t in (o, *tree.children(o, "conj", "nmod")))


def _modified(verb: Token) -> list[Token]:
    """ "a poorly recorded visit": the noun before which the participle stands."""
    return [verb.head] if verb.dep_ in ("amod", "acl") else []


def _antecedent(token: Token) -> Token:
    if token.lower_ in ("which", "that", "who"):
        for t in tree.up(token):
            if t.dep_ == "acl:relcl":
                return t.head
    return token


def _matches(token: Token, nouns: frozenset[str]) -> bool:
    if token.lower_ in nouns:
        return True
    parts = [c.lower_ for c in token.children if c.dep_ in ("compound", "nmod:desc")]
    return any(
        f"{part}-{token.lower_}" in nouns or f"{part} {token.lower_}" in nouns for part in parts
    )
