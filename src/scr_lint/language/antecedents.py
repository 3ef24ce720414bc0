"""What a pronoun stands for, looked for in its own sentence and the one before."""

from __future__ import annotations

from spacy.tokens import Token

from scr_lint.finding import ActorKind
from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon

_PEOPLE = (ActorKind.INDIVIDUAL, ActorKind.NAME, ActorKind.FAMILY, ActorKind.PERPETRATOR)
_GROUPS = (
    ActorKind.AGENCY,
    ActorKind.INDIVIDUAL,
    ActorKind.FAMILY,
    ActorKind.PERPETRATOR,
    ActorKind.NAME,
)
_THINGS = (ActorKind.AGENCY, ActorKind.SYSTEM)
_FITS = {
    "he": _PEOPLE,
    "she": _PEOPLE,
    "him": _PEOPLE,
    "her": _PEOPLE,
    "his": _PEOPLE,
    "they": _GROUPS,
    "them": _GROUPS,
    "their": _GROUPS,
    "it": _THINGS,
    "its": _THINGS,
}
_FEMALE = (
    "mother",
    "mum",
    "grandmother",
    "aunt",
    "sister",
    "girl",
    "woman",
    "wife",
    "daughter",
    "midwife",
    "girlfriend",
    "mrs",
    "ms",
    "miss",
    "lady",
    "niece",
    "stepmother",
    "mgm",
    "pgm",
    "granddaughter",
    "stepdaughter",
)
_MALE = (
    "father",
    "dad",
    "grandfather",
    "uncle",
    "brother",
    "boy",
    "man",
    "husband",
    "son",
    "boyfriend",
    "mr",
    "gentleman",
    "nephew",
    "stepfather",
    "mgf",
    "pgf",
    "stepson",
    "grandson",
)
_EXCLUDED = {"he": _FEMALE, "him": _FEMALE, "his": _FEMALE, "she": _MALE, "her": _MALE}


def antecedent_of(pronoun: Token, actors: ActorLexicon, before: str) -> tuple[str, ActorKind]:
    """The phrase the pronoun stands for and its kind; ("", UNKNOWN) where none fits.

    In the pronoun's sentence the nearest earlier subject that fits comes first, then any earlier
    phrase; in the sentence before, the first actor that fits, which is most often its subject.
    """
    low = pronoun.lower_
    if low in ("we", "i", "us", "our", "my", "you", "your"):
        return "", ActorKind.UNKNOWN
    if low in (
        "nobody",
        "everyone",
        "someone",
        "anyone",
        "no-one",
        "everybody",
        "somebody",
        "those",
    ):
        return "", ActorKind.INDIVIDUAL
    fits = _FITS.get(low)
    if fits is None:
        return "", ActorKind.UNKNOWN
    here = _in_sentence(pronoun, actors, fits)
    if here is not None:
        return tree.text_of(tree.phrase(here)), actors.kind_of(here)
    for text, kind in actors.mentions(before):
        if kind in fits and not _wrong_sex(low, text):
            return text, kind
    return "", ActorKind.UNKNOWN


def _in_sentence(pronoun: Token, actors: ActorLexicon, fits: tuple[ActorKind, ...]) -> Token | None:
    earlier = [
        t
        for t in pronoun.doc[: pronoun.i]
        if t.pos_ in ("NOUN", "PROPN")
        and t.dep_ not in ("compound", "flat")
        and actors.kind_of(t) in fits
        and not _wrong_sex(pronoun.lower_, t.lower_)
    ]
    subjects = [t for t in earlier if t.dep_ in ("nsubj", "nsubj:pass", "obl:agent")]
    if subjects:
        return subjects[-1]
    return earlier[-1] if earlier else None


def _wrong_sex(pronoun: str, text: str) -> bool:
    return any(word in _EXCLUDED.get(pronoun, ()) for word in text.lower().split())
