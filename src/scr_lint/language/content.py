"""Clauses that a parse takes for what a verb says, and that are not."""

from __future__ import annotations

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.language.grammar import REFLEXIVES


def stands_in_case(clause: Token) -> bool:
    """ "in case the nurse missed it": no words of the writer's."""
    first = min(t.i for t in clause.subtree)
    return (first > 1 and clause.doc[first - 1].lower_ == "case") or clause.doc[
        first
    ].lower_ == "in"


def is_misplaced(clause: Token, verb: Token) -> bool:
    """Whether a clause without "that" is only hung on a verb of saying, and goes on from before it.

    "They held a piece of it, and the moment was let go", "three reported breaches were explained away",
    "the position in which she found herself was the force's doing", "the worker who wrote it had …".
    """
    own, taken = tree.subject(clause), tree.child(verb, "obj")
    if own is None:  # "heard the advice, priced it and left it there"
        past = "Past" in clause.morph.get("Tense", []) and not tree.is_passive(clause)
        return clause.dep_ == "ccomp" and taken is not None and past
    if tree.mark_of(clause) == "that" or own.i < verb.i:
        return False
    if verb.dep_ == "acl:relcl" and verb.head.dep_ == "ROOT":
        return True
    turned_back = taken is not None and taken.lower_ in REFLEXIVES
    return turned_back or verb.dep_ == "amod" or _follows_and(own, clause)


def _follows_and(subject: Token, clause: Token) -> bool:
    """Whether ", and" stands before the subject, on which or on whose clause the parse may hang it."""
    joined = tree.child(subject, "cc") or tree.child(clause, "cc")
    return joined is not None and 0 < joined.i < subject.i and joined.nbor(-1).text == ","
