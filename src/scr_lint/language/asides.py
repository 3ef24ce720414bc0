"""What stands beside a predicate and is no part of it: asides, comments, phrases set off by commas."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import takewhile

from spacy.tokens import Doc, Token

from scr_lint.language import tree
from scr_lint.language.grammar import DENIALS, RELATIVE_SUBJECTS

_RELATIVE = ("acl:relcl", "advcl:relcl")
_APPENDED = ("appos", "obl", "obl:unmarked", "nmod", "nmod:unmarked")
# "They told us", "she said to the panel": whom it was said to, and how far off the comma behind may be.
_HEARERS = {"us", "me", "to", "the", "panel", "review", "reviewer"}
_TOLD = 5
_PHRASES = ("obl", "advmod", "parataxis", "advcl", "nmod")


def is_aside(verb: Token, predicate: Token) -> bool:
    """Whether the verb of saying comments on the predicate: it has nothing else that is said."""
    if (
        verb.i == predicate.i
        or tree.is_infinitive(verb)  # "to put it no higher"
        or verb.is_ancestor(predicate)
        or parted(verb, predicate)
        or (tree.is_passive(verb) and verb.lemma_.lower() == "see")
        or any(c.lower_ != "it" for c in tree.children(verb, "ccomp", "obj"))
        or any(c.lower_ in DENIALS for c in verb.children)
    ):
        return False
    if verb.dep_ == "advcl":
        return tree.mark_of(verb) == "as"
    if verb.dep_ == "conj":
        says_so = any(c.lower_ == "so" for c in tree.children(verb, "advmod"))
        return says_so and tree.subject(verb) is not None
    return True


def between_commas(verb: Token) -> bool:
    """ "was patronised, she said, at every meeting", whatever the parse hangs on the verb.

    Also "they told us" and "the officers said".
    """
    doc, subject = verb.doc, tree.subject(verb)
    first = subject.left_edge.i if subject is not None and subject.i < verb.i else verb.i - 1
    if first < 1 or doc[first - 1].text != "," or doc[first].lower_ in RELATIVE_SUBJECTS:
        return False
    if doc[first : verb.i].text.count(",") or (subject is None and doc[first].pos_ != "PRON"):
        return False
    after = doc[verb.i + 1 : verb.i + _TOLD]
    told = [t.lower_ for t in takewhile(lambda t: t.text != ",", after)]
    return len(told) < len(after) and set(told) <= _HEARERS


def goes_on_behind_remark(clause: Token, verb: Token) -> bool:
    """ "The ward, the nurse told us, had failed": taken for two verbs in a row."""
    in_row = clause.dep_ == "conj" and tree.child(clause, "cc") is None
    return in_row and clause.i > verb.i and between_commas(verb)


def _after_comma(phrase: Token) -> bool:
    case = tree.child(phrase, "case")
    return case is not None and case.i > 0 and case.nbor(-1).text == ","


def phrases_of(token: Token) -> list[Token]:
    """The phrases beside a predicate, and those that the parse hangs on its subject."""
    subject = tree.subject(token)
    on_subject = tree.children(subject, "nmod") if subject is not None else []
    set_off = [c for c in on_subject if _after_comma(c)]
    return [*tree.children(token, *_PHRASES), *set_off]


def is_comment(clause: Token) -> bool:
    """ "his view of the mother, which was unfair": the writer's comment, no part of the view."""
    subject = tree.subject(clause)
    if subject is None or subject.lower_ != "which" or clause.dep_ not in _RELATIVE:
        return False
    return subject.i > 0 and subject.nbor(-1).text == ","


def is_remark(noun: Token) -> bool:
    """ "told me that it was within tolerance, an answer I found glib": the writer's word on all before it."""
    article = tree.child(noun, "det")
    if article is None or article.lower_ not in ("a", "an") or noun.dep_ not in _APPENDED:
        return False
    return article.i > 0 and article.nbor(-1).text == "," and tree.child(noun, "case") is None


def parted(lower: Token, upper: Token) -> bool:
    """Whether a semicolon or a colon stands between two words: what is said stops there."""
    first, last = sorted((lower.i, upper.i))
    stops = _stops(lower.doc)
    return bisect_left(stops, first) < bisect_left(stops, last)


@lru_cache(maxsize=4)
def _stops(doc: Doc) -> tuple[int, ...]:
    """Where semicolons and colons stand, remembered while the doc is being read."""
    return tuple(t.i for t in doc if t.text in (";", ":"))
