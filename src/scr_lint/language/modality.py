"""Which modal construction governs a predicate: "should have made", "could be", "needed to"."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.language.grammar import PLAIN_HAVE, RELATIVE_SUBJECTS
from scr_lint.lexicon.clause_terms import Modality

_PRESENT = {
    "should": Modality.SHOULD,
    "could": Modality.COULD,
    "would": Modality.WOULD,
    "may": Modality.MAY,
    "might": Modality.MAY,
    "must": Modality.MUST,
    "shall": Modality.MUST,
}
_PAST = {
    "should": Modality.SHOULD_HAVE,
    "could": Modality.COULD_HAVE,
    "would": Modality.WOULD_HAVE,
    "might": Modality.MIGHT_HAVE,
    "may": Modality.MIGHT_HAVE,
    "must": Modality.MUST_HAVE,
}
_FAR = 11
_NEW_CLAUSE = RELATIVE_SUBJECTS | {".", ";", ":", "and", "but", "or", "to", "when", "if"}
# "Should of" for "should have".
_HAVE = PLAIN_HAVE | {"of"}


def modality_of(predicate: Token) -> Modality:
    """The modal construction that governs `predicate`, its own or its coordinated first conjunct's."""
    own = _own(predicate)
    if own is not Modality.NONE:
        return own
    parted = _by_word_order(predicate)
    if parted is not Modality.NONE:
        return parted
    if predicate.dep_ == "conj" and tree.subject(predicate) is None:
        shared = modality_of(predicate.head)
        return shared if _can_share(predicate, shared) else Modality.NONE
    if predicate.dep_ == "xcomp" and tree.child(predicate.head, "obj", "iobj") is None:
        return _governing_verb(predicate.head, predicate)
    return Modality.NONE


def follows_perfect(ought: Token) -> bool:
    """Whether "to have" follows "ought" in its clause: "ought, on learning of it, to have rung"."""
    words = [t.lower_ for t in ought.doc[ought.i + 1 : ought.i + 14]]
    ends = [n for n, word in enumerate(words) if word in (".", ";", ":", "?")]
    words = words[: ends[0]] if ends else words
    return ("to", "have") in pairwise(words)


def _own(predicate: Token) -> Modality:
    if predicate.lower_ == "ought":
        return Modality.OUGHT_TO_HAVE if follows_perfect(predicate) else Modality.OUGHT_TO
    auxiliaries = sorted(tree.children(predicate, "aux", "aux:pass", "cop"), key=lambda t: t.i)
    for aux in auxiliaries:
        if aux.lower_ in _PRESENT:
            past = any(a.lower_ in _HAVE and a.i > aux.i for a in auxiliaries)
            return (_PAST if past else _PRESENT)[aux.lower_]
        if aux.lower_ == "ought":
            past = any(a.lower_ in _HAVE and a.i > aux.i for a in auxiliaries)
            return Modality.OUGHT_TO_HAVE if past else Modality.OUGHT_TO
    return Modality.NONE


def _by_word_order(predicate: Token) -> Modality:
    """ "would, more likely than not, have been saved": words between that lead the parse astray."""
    before = [t.lower_ for t in predicate.doc[max(0, predicate.i - _FAR) : predicate.i]]
    while before and (before[-1] == "been" or before[-1].endswith("ly")):
        before.pop()
    if not before or before.pop() not in _HAVE or "Past" not in predicate.morph.get("Tense", []):
        return Modality.NONE
    for word in reversed(before):
        if word in _PAST:
            return _PAST[word]
        if word in _NEW_CLAUSE:
            return Modality.NONE
    return Modality.NONE


def _governing_verb(verb: Token, below: Token) -> Modality:
    if verb.lemma_.lower() == "need" and "Past" in verb.morph.get("Tense", []):
        return Modality.NEEDED_TO
    if verb.lower_ == "ought":
        past = any(a.lower_ in _HAVE for a in tree.auxiliaries(below))
        return Modality.OUGHT_TO_HAVE if past else Modality.OUGHT_TO
    return _own(verb)


def _can_share(predicate: Token, modality: Modality) -> bool:
    """ "should have copied and sent it": a participle after "have", a base form after the rest."""
    conjunction = tree.child(predicate, "cc")
    if tree.auxiliaries(predicate) or (conjunction is not None and conjunction.lower_ == "but"):
        return False
    past = "Past" in predicate.morph.get("Tense", [])
    return past if modality.value.endswith("have") else not past
