"""Whether a sentence says how things are in general, rather than what happened in this case."""

from __future__ import annotations

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.language.grammar import HAVE, INDEFINITE_DETERMINERS, PLAIN_HAVE, WHOLE_MODALS

_ANYBODY = ("you", "one", "they", "people", "everyone", "anyone", "nobody", "what", "who")
_INDEFINITE = INDEFINITE_DETERMINERS | {"such"}
# "Would" and "could" tell of what happened as often.
_MODALS = WHOLE_MODALS - {"could", "would", "ought"} | {"cannot"}
_FOUND = ("record", "note", "find", "identify", "acknowledge", "accept", "document", "list")
_JUDGED = ("regard", "consider", "judge", "describe", "call", "conclude", "think", "count", "hold")
_SETTLING = ("dispute", "doubt", "deny", "question", "contest", "suffice")
_TELLING = ("evidence", "records", "notes", "information", "documentation")
_OWNERS = ("det", "nmod:poss", "nummod", "det:predet")
_POINTING = ("this", "that", "these", "those")


def is_general(predicate: Token) -> bool:
    """Whether the main verb over `predicate` is in the present and said of nobody in particular.

    "Neglect is the persistent failure to meet …", "a poor assessment is one that …", "parents are
    often told what they should have done".
    """
    root = _over(predicate)
    if root.lemma_.lower() in _SETTLING:
        return False  # "Nobody disputes that …", "suffice it to say that …"
    subject = tree.subject(root)
    if subject is None and "Imp" in root.morph.get("Mood", []):
        return True
    if subject is None or subject.lower_ == "there" or tree.child(root, "expl") is not None:
        return False
    if tree.child(root, "nsubj:outer") is not None or _reports_finding(root, subject):
        return False
    if _tells_of_past(predicate):
        return False
    if not _is_present(root) or _looks_back(predicate, root) or _is_specific(subject):
        return False
    return _is_generic(subject) or (subject.lower_ in ("it", "this") and _has_modal(root))


def _over(predicate: Token) -> Token:
    """The main verb over `predicate`: of its own coordinate clause, if that has a subject."""
    for token in tree.up(predicate):
        if (
            token.dep_ in ("conj", "parataxis")
            and tree.child(token, "nsubj", "nsubj:pass", "expl") is not None
        ):
            return token
    return token


def _reports_finding(root: Token, subject: Token) -> bool:
    """ "A failure by the ward is recorded", "we regard this as a lapse": what the review has found."""
    lemma = root.lemma_.lower()
    ours = subject.lower_ in ("i", "we") and lemma in (*_FOUND, *_JUDGED)
    return ours or (lemma in _FOUND and tree.child(root, "aux:pass") is not None)


def _tells_of_past(predicate: Token) -> bool:
    """Whether its own verb is of the past: "the report is one that was superficial".

    "Would have" is too: "it is something that every doctor would have seen".
    """
    verbs = (predicate, *tree.children(predicate, "aux", "aux:pass", "cop"))
    past = (t for t in verbs if "Past" in t.morph.get("Tense", []))
    if any("Fin" in t.morph.get("VerbForm", []) for t in past):
        return True
    words = {t.lower_ for t in verbs}
    return "would" in words and not words.isdisjoint(PLAIN_HAVE)


def _looks_back(predicate: Token, root: Token) -> bool:
    """ "seems to have been given": a past deed under a verb in the present."""
    linked = [t for t in (*tree.up(predicate), *tree.children(root, "xcomp")) if t.dep_ == "xcomp"]
    return any(c.lower_ == "have" for t in linked for c in tree.children(t, "aux"))


def _is_specific(subject: Token) -> bool:
    """Whether the subject names a date, a number, a person or what was spoken of: "a gap of that length"."""
    named = [t for t in subject.subtree if not _opens_in_plural(t)]
    if any(t.pos_ == "PROPN" for t in named):
        return True
    aside = {t.i for c in tree.children(subject, "acl:relcl") for t in c.subtree}
    return any(t.pos_ == "NUM" and t.i not in aside for t in named) or _is_pointed_at(subject)


def _is_pointed_at(subject: Token) -> bool:
    """ "A gap of that length", "opportunities of this sort": of what has been spoken of."""
    nouns = (subject, *(c for c in tree.children(subject, "nmod") if tree.case_of(c) == "of"))
    determiners = (c for noun in nouns for c in tree.children(noun, "det") if c.i < noun.i)
    return any(c.lower_ in _POINTING for c in determiners)


def _opens_in_plural(token: Token) -> bool:
    """ "Parents are …": a plural noun whose capital is only that of the sentence."""
    opens = token.i == 0 and token.text.istitle() and token.lower_.endswith("s")
    return opens and token.pos_ in ("NOUN", "PROPN")


def _is_present(verb: Token) -> bool:
    if any(t.lower_ in HAVE for t in tree.children(verb, "aux")):
        return False
    return _has_modal(verb) or tree.is_present(verb)


def _has_modal(verb: Token) -> bool:
    return any(t.lower_ in _MODALS for t in tree.children(verb, "aux"))


def _is_generic(subject: Token) -> bool:
    """A bare noun ("parents", "neglect"), an indefinite one ("a record"), or "you" and "we"."""
    if subject.lower_ == "what" and any(
        tree.subject(c) is not None for c in tree.children(subject, "acl:relcl")
    ):
        return False  # "What the chronology shows is …"
    if subject.lower_ in _ANYBODY:
        return True
    if subject.lower_ in _TELLING:
        return False
    if subject.lower_ == "we":
        return tree.child(subject.head, "ccomp") is None
    if subject.pos_ != "NOUN" and not _opens_in_plural(subject):
        return False
    if any(c.lower_ in _INDEFINITE for c in tree.children(subject, "det", "amod")):
        return True
    return not tree.children(subject, *_OWNERS)
