"""Small questions about a Universal Dependencies tree. See https://universaldependencies.org/u/dep/."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

CLAUSAL = (
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "acl:relcl",
    "csubj",
    "csubj:pass",
    "parataxis",
    "advcl:relcl",
)
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer")
_LEFT_OUT_OF_PHRASE = (
    *(
        "acl:relcl",
        "acl",
        "appos",
        "parataxis",
        "punct",
        "advcl",
        "cc",
        "conj",
        "cop",
        "aux",
        "advmod",
    ),
    *(
        "nsubj",
        "nsubj:pass",
        "mark",
        "case",
        "obl",
        "ccomp",
        "csubj",
        "discourse",
        "dep",
        "list",
        "orphan",
    ),
    *(
        "aux:pass",
        "advcl:relcl",
        "expl",
        "nsubj:outer",
        "obj",
        "xcomp",
        "obl:unmarked",
        "dislocated",
    ),
)


def child(token: Token, *deps: str) -> Token | None:
    """The first child of `token` with one of these relations, None if it has none."""
    return next((c for c in token.children if c.dep_ in deps), None)


def children(token: Token, *deps: str) -> list[Token]:
    """The children of `token` with one of these relations, in the order of the text."""
    return [c for c in token.children if c.dep_ in deps]


def subject(token: Token) -> Token | None:
    """The subject of the predicate `token` heads, passive subjects included."""
    return child(token, *_SUBJECTS)


def is_passive(token: Token) -> bool:
    """Whether the predicate is a passive verb: "was missed", or "a referral never made"."""
    if child(token, "aux:pass", "nsubj:pass") is not None:
        return True
    if "Pass" in token.morph.get("Voice"):
        return True
    participle = token.pos_ == "VERB" and "Past" in token.morph.get("Tense")
    reduced = token.dep_ in ("acl", "amod") and "Part" in token.morph.get("VerbForm")
    return participle and reduced and child(token, "obj") is None


def up(token: Token) -> Iterator[Token]:
    """`token`, its head, that one's head, up to the root; bounded by the length of the sentence."""
    seen = 0
    while seen <= len(token.doc):
        yield token
        if token.head.i == token.i:
            return
        token, seen = token.head, seen + 1


def first_conjunct(token: Token) -> Token:
    """The first of the coordinated words `token` is one of."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def phrase(head: Token) -> list[Token]:
    """The words of the noun phrase `head` heads: determiner, modifiers, "of" phrases and coordinated
    nouns; no relative clause, apposition or preposition before it."""
    inside = {head.i}
    stack = [c for c in head.children if _belongs(c)]
    while stack:
        token = stack.pop()
        inside.update(t.i for t in token.subtree if not _cut_off(t, head))
    inside |= {
        i
        for c in children(head, "conj")
        if c.pos_ in ("NOUN", "PROPN", "PRON")
        for i in _conjunct(c)
    }
    return [head.doc[i] for i in range(min(inside), max(inside) + 1)]


def _conjunct(token: Token) -> set[int]:
    """A coordinated noun with its own modifiers and its conjunction."""
    kept = {token.i}
    for c in token.children:
        if c.dep_ == "cc" or _belongs(c):
            kept.update(t.i for t in c.subtree)
        if c.dep_ == "conj":
            kept |= _conjunct(c)
    return kept


def _belongs(token: Token) -> bool:
    return token.dep_ not in _LEFT_OUT_OF_PHRASE


def _cut_off(token: Token, head: Token) -> bool:
    """Whether a relative clause or an apposition parts `token` from `head`."""
    for t in up(token):
        if t.i == head.i:
            return False
        if t.dep_ in ("acl:relcl", "acl", "appos", "parataxis"):
            return True
    return False


def text_of(tokens: list[Token]) -> str:
    """The words as they stand in the sentence."""
    if not tokens:
        return ""
    doc = tokens[0].doc
    return str(doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])])
