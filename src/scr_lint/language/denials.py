"""Small words that deny, or only seem to: "far from", "still less", "anything but", "no fewer than"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.language.grammar import NEGATIVES, NOT

_NO_EVIDENCE = re.compile(
    r"\b(?:no|without|not|nor) (?:any )?(?:\w+ )?(?:evidence|suggestion|indication|basis|grounds)"
    r" (?:that|of|to suggest)\b[^,;:.]*$",
    re.IGNORECASE,
)
_HARD = ("difficult", "hard", "impossible", "tough")
_OF_DEGREE = ("such", "worse", "poorer", "weaker")
_COPULAS = ("is", "are", "was", "were", "be", "been")
_COPULA_REACH = 6


def unavoidable(gerund: Token) -> bool:
    """ "It is hard to read this without concluding that …", "nobody can … without seeing …"."""
    upper = gerund.head
    over = {upper.head.lower_, upper.lower_}
    barred = any(c.lower_ in NOT or c.lower_ in NEGATIVES for c in upper.children)
    return gerund.lower_.endswith("ing") and (barred or not over.isdisjoint(_HARD))


def such_as_never(noun: Token) -> bool:
    """ "I have rarely seen such a poor record", "have never met a worse one"."""
    return any(c.lower_ in _OF_DEGREE for c in noun.children)


def not_all(noun: Token) -> bool:
    """ "Not every officer read it", "not all of the staff"."""
    before = noun.doc[noun.left_edge.i].lower_ == "not"
    return before and any(c.lower_ in ("all", "every", "each") for c in (noun, *noun.children))


def far_from(word: Token, token: Token) -> bool:
    """ "far from adequate", "short of adequate"; not "far too brief"."""
    after = tree.word_after(word)
    return word.lower_ in ("far", "short") and token.pos_ == "ADJ" and after in ("from", "of")


def still_less(word: Token) -> bool:
    """ "still less do I say that …"."""
    return word.lower_ == "less" and any(
        c.lower_ in ("still", "much", "even") for c in word.children
    )


def or_that(clause: Token) -> bool:
    """ "does not say that the ward failed or that it ignored her": the second of two contents."""
    joined = tree.child(clause, "cc")
    both = tree.mark_of(clause) == tree.mark_of(clause.head) == "that"
    return both and joined is not None and joined.lower_ == "or"


def second_content(clause: Token) -> bool:
    """ "does not find that the form was lost and the ward ignored her": with no comma between."""
    joined = tree.child(clause, "cc")
    if clause.dep_ != "conj" or joined is None or joined.lower_ != "and":
        return False
    whole = tree.child(clause, "nsubj", "nsubj:pass") is not None
    after_comma = joined.i > 0 and joined.nbor(-1).text == ","
    return whole and tree.mark_of(clause.head) == "that" and not after_comma


def set_against(clause: Token) -> bool:
    """ "He was not alone in it, but a good part of the blame is his": said is what comes after "but"."""
    subject = tree.subject(clause)
    joined = tree.child(clause, "cc") or (
        tree.child(subject, "cc") if subject is not None else None
    )
    return (
        joined is not None
        and joined.lower_ == "but"
        and joined.i > 0
        and joined.nbor(-1).text == ","
    )


def stray_not(verb: Token) -> int:
    """1 for "should not, in our opinion, be allowed", where the parse hangs "not" on the opinion."""
    after = [a.nbor(1) for a in tree.auxiliaries(verb) if a.i + 2 < verb.i]
    return sum(
        t.lower_ in NOT and t.nbor(1).text == "," and verb.i != t.head.i and t.head.head.i == verb.i
        for t in after
    )


def no_evidence(predicate: Token) -> int:
    """1 for "no evidence that any individual set out to …", wherever the parse hangs the rest.

    "No evidence that the failure to ring was …" takes the failure for granted.
    """
    if any(c.lower_ == "the" for c in tree.children(predicate, "det")):
        return 0
    return int(_NO_EVIDENCE.search(tree.whole_text(predicate.doc)[: predicate.idx]) is not None)


def denied_copula(noun: Token) -> int:
    """1 for "is not in itself a failing", whatever the parse makes of the words between."""
    if noun.pos_ != "NOUN":
        return 0
    before = noun.doc[max(0, noun.i - _COPULA_REACH) : noun.i]
    for token in reversed(before):
        if token.lower_ in NOT:
            return int(token.i > 0 and token.nbor(-1).lower_ in _COPULAS)
        if token.pos_ not in ("DET", "ADJ", "ADV", "ADP", "PRON"):
            return 0
    return 0


def anything_but(predicate: Token) -> bool:
    """ "The picture was anything but clear"."""
    return "anything but" in predicate.doc[max(predicate.i - 3, 0) : predicate.i].text.lower()


def more_than(determiner: Token) -> bool:
    """ "no fewer than three", "no doubt"."""
    return tree.word_after(determiner) in (
        "fewer",
        "less",
        "later",
        "sooner",
        "surprise",
        "wonder",
        "secret",
        "coincidence",
    )


def own_nor(token: Token) -> bool:
    found = tree.child(token, "cc")
    return found is not None and found.lower_ == "nor"


def in_or_list(token: Token) -> bool:
    """ "did not ring, write or call": every verb of a list that ends with "or"."""
    first = tree.first_conjunct(token)
    stack, members = [first], []
    while stack:
        member = stack.pop()
        members.append(member)
        stack.extend(c for c in tree.children(member, "conj") if tree.subject(c) is None)
    ends = [c.lower_ for m in members for c in tree.children(m, "cc") if m.i >= token.i]
    return bool(ends) and all(word in ("or", "nor") for word in ends)
