"""Small questions about a Universal Dependencies tree. See https://universaldependencies.org/u/dep/."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from scr_lint.language.grammar import HAVE, INDEFINITE_PRONOUNS, QUESTION_WORDS, SAME_IN_PAST

NOMINAL = ("NOUN", "PROPN", "PRON")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer")
_AUXILIARIES = ("aux", "aux:pass", "cop")
_BEFORE_NOUN = (
    *("det", "det:predet", "amod", "nummod", "compound", "nmod:poss", "nmod:desc", "flat"),
    *("cc:preconj", "advmod"),
)
_AFTER_NOUN = (
    "flat",
    "nummod",
    "nmod",
    "nmod:desc",
    "compound",
    "amod",
    "goeswith",
    "det",
    "fixed",
)
_HOLDS_PHRASES = INDEFINITE_PRONOUNS | {"none", "nothing"}
_PLACES = ("in", "on", "at", "from", "within", "inside", "among")
_KEPT_PREPOSITIONS = ("of", "from")
_NOT_IN_PHRASE = QUESTION_WORDS | {"whose", "only", "even", "also", "just", "then"}
_TITLES = ("mr", "mrs", "ms", "miss", "mx", "dr")
_FLOATING = ("each", "all", "both")
_REDUCED = ("acl", "amod", "advcl", "xcomp")


def child(token: Token, *deps: str) -> Token | None:
    """The first child of `token` with one of these relations, None if it has none."""
    return next((c for c in token.children if c.dep_ in deps), None)


def children(token: Token, *deps: str) -> list[Token]:
    """The children of `token` with one of these relations, in the order of the text."""
    return [c for c in token.children if c.dep_ in deps]


def subject(token: Token) -> Token | None:
    """The subject of the predicate `token` heads, passive subjects included: the nearest before it."""
    found = children(token, *_SUBJECTS)
    before = [c for c in found if c.i < token.i]
    if len(before) > 1 and before[-1].lower_ in _FLOATING:
        before.pop()
    return before[-1] if before else (found[0] if found else None)


def auxiliaries(token: Token) -> list[Token]:
    """The auxiliaries and copula of a predicate in the order of the text."""
    return children(token, *_AUXILIARIES)


def mark_of(clause: Token) -> str:
    """The lower-case word that opens the clause ("that", "to", "because"), "" if none does."""
    found = child(clause, "mark")
    return found.lower_ if found is not None else ""


def starts_afresh(clause: Token, *pronouns: str) -> bool:
    """Whether a coordinated clause is a sentence of its own but in name: "…, and the nurse rang".

    A comma, a conjunction, no "that", and for subject a noun or one of these `pronouns`.
    """
    joined, own = child(clause, "cc"), child(clause, "nsubj", "nsubj:pass")
    if clause.dep_ != "conj" or joined is None or own is None or mark_of(clause) == "that":
        return False
    comma = joined.i > 0 and joined.nbor(-1).text == ","
    return comma and own.i > joined.i and (own.pos_ in ("NOUN", "PROPN") or own.lower_ in pronouns)


def case_of(noun: Token) -> str:
    """The lower-case preposition before the noun, "" if there is none."""
    found = child(noun, "case")
    return found.lower_ if found is not None else ""


def by_phrases(verb: Token) -> list[Token]:
    """The nouns of a passive's "by" phrases, in the order of the text: doers, times or means."""
    return [c for c in children(verb, "obl:agent", "obl") if case_of(c) == "by"]


def word_after(token: Token) -> str:
    """The lower-case word after the token, "" at the end of the sentence."""
    return token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""


def is_infinitive(token: Token) -> bool:
    """Whether "to" stands before the verb: "to examine", "to have missed"."""
    return any(c.lower_ == "to" and c.i < token.i for c in children(token, "mark", "aux"))


def is_present(predicate: Token) -> bool:
    """Whether the predicate is in the present tense, by itself or by an auxiliary; no perfect is.

    "They let him down" is taken for what reports tell in, the past.
    """
    finite = (predicate, *children(predicate, "aux", "aux:pass", "cop"))
    if any(t.lower_ in HAVE or t.lower_ == "did" for t in finite[1:]):
        return False
    if len(finite) == 1 and predicate.lower_ in SAME_IN_PAST:
        return False
    return any(
        "Pres" in t.morph.get("Tense", []) and "Part" not in t.morph.get("VerbForm", [])
        for t in finite
    )


def is_passive(token: Token) -> bool:
    """Whether the predicate is a passive verb: "was missed", or "a referral never made"."""
    if child(token, "aux:pass") is not None:
        return True
    if token.pos_ != "VERB" or auxiliaries(token) or token.lower_.endswith("ing"):
        return False
    own = child(token, "nsubj", "nsubj:pass")
    if own is not None or is_infinitive(token) or "Past" not in token.morph.get("Tense", []):
        return False
    if token.dep_ == "conj" and token.head.i != token.i:
        return is_passive(token.head) and child(token, "obj") is None
    return token.dep_ in _REDUCED and child(token, "obj") is None


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
    """The words of the noun phrase `head` heads: its modifiers, "of" phrases and coordinated nouns.

    Other prepositional phrases count only between a subject and its verb; relative clauses,
    appositions, adverbials and the preposition before the phrase never do.
    """
    inside = _own_words(head)
    for c in children(head, "conj"):
        if c.pos_ in NOMINAL and not _contrasted(c) and not _beyond_clause(c, head):
            inside |= set(range(c.i, max(inside), -1)) | _own_words(c) | {c.i}
            inside |= {j.i for j in children(c, "cc")}
    place = place_of(head)
    if place is not None:
        inside.update(range(head.i, place.i + 1))
    first, last = min(inside), max(inside)
    while head.doc[first].pos_ == "ADP" and first < head.i:
        first += 1
    return [
        head.doc[i]
        for i in range(_widened_left(head.doc[first]), _widened_right(head.doc[last]) + 1)
    ]


def place_of(head: Token) -> Token | None:
    """ "nobody on the ward": the noun of the phrase right after an indefinite pronoun."""
    if head.lower_ not in _HOLDS_PHRASES or head.i + 1 >= len(head.doc):
        return None
    preposition = head.nbor(1)
    if preposition.dep_ != "case" or preposition.lower_ not in _PLACES:
        return None
    return preposition.head if preposition.head.i > preposition.i else None


def _beyond_clause(noun: Token, head: Token) -> bool:
    """Whether a relative clause stands between the two nouns."""
    return any(head.i < c.i < noun.i for c in children(head, "acl:relcl"))


def _own_words(head: Token) -> set[int]:
    inside = {head.i}
    for c in head.children:
        if c.i < head.i and c.dep_ in _BEFORE_NOUN and not _asks(c):
            inside.update(t.i for t in c.subtree if t.i < head.i and not _behind_comma(t, head))
        elif c.i > head.i and c.dep_ in _AFTER_NOUN and _hangs_on(c, head):
            inside.update(_trimmed(c))
    return _unbroken(inside, head)


def _asks(modifier: Token) -> bool:
    return any(t.lower_ in _NOT_IN_PHRASE for t in modifier.subtree)


def _unbroken(inside: set[int], head: Token) -> set[int]:
    """What of the words stands in one row with the head, up to the first comma."""
    out = {head.i}
    for step in (-1, 1):
        at = head.i + step
        while at in inside and head.doc[at].text != ",":
            out.add(at)
            at += step
    return out


def _behind_comma(token: Token, head: Token) -> bool:
    return any(t.text in (",", ";", ":") for t in head.doc[token.i : head.i])


def _hangs_on(token: Token, head: Token) -> bool:
    """Whether what follows the noun is part of its phrase."""
    if token.dep_ != "nmod":
        return token.dep_ != "amod" or (token.i == head.i + 1 and token.pos_ != "VERB")
    case = case_of(token)
    if case in _KEPT_PREPOSITIONS:
        return True
    verb = head.head
    return head.dep_.startswith("nsubj") and bool(case) and token.i < verb.i


def _trimmed(token: Token) -> set[int]:
    """The words of a phrase without the clauses and appositions in it."""
    out = {token.i}
    for c in token.children:
        if c.dep_ in ("acl:relcl", "appos", "parataxis", "advcl", "punct", "nmod:unmarked"):
            continue
        if c.dep_ == "acl" and not c.lower_.endswith("ing"):
            continue
        if c.dep_ == "nmod" and case_of(c) not in _KEPT_PREPOSITIONS and not _before_verb(token):
            continue
        out.update(t.i for t in c.subtree) if c.dep_ != "nmod" else out.update(_trimmed(c))
    return out


def _before_verb(token: Token) -> bool:
    return any(t.dep_.startswith("nsubj") and token.i < t.head.i for t in up(token))


def _contrasted(noun: Token) -> bool:
    """ "and not the nurse", "rather than the school"."""
    words = [c.lower_ for c in noun.children if c.i < noun.i]
    return any(w in ("not", "rather", "instead", "than") for w in words)


def _widened_left(first: Token) -> int:
    """With "not" before "every", and "Mr and" before "Mrs K"."""
    at = first.i
    if at >= 3 and first.nbor(-1).lower_ == "than" and first.nbor(-3).lower_ in ("no", "not"):
        return at - 3
    if at >= 1 and first.lower_ in ("every", "all") and first.nbor(-1).lower_ == "not":
        return at - 1
    if at >= 2 and first.lower_ in _TITLES and first.nbor(-1).lower_ == "and":
        return at - 2 if first.nbor(-2).lower_ in _TITLES else at
    return at


def _widened_right(last: Token) -> int:
    """With the rest of "J. K. Orme" after "J"."""
    doc, at = last.doc, last.i
    while (
        at + 2 < len(doc)
        and len(doc[at].text) == 1
        and doc[at].is_upper
        and doc[at + 1].text == "."
    ):
        if not doc[at + 2].is_title and not doc[at + 2].is_upper:
            break
        at += 2
    return at


def text_of(tokens: list[Token]) -> str:
    """The words as they stand in the sentence."""
    if not tokens:
        return ""
    text = whole_text(tokens[0].doc)
    return text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]


@lru_cache(maxsize=4)
def whole_text(doc: Doc) -> str:
    """The doc's text, remembered while the doc is being read: spaCy joins its words anew each time."""
    return str(doc.text)
