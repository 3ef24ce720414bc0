"""What a pronoun stands for, looked for in its own sentence and the one before."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.finding import ActorKind
from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon
from scr_lint.lexicon.load import WordLists

_PEOPLE = (ActorKind.INDIVIDUAL, ActorKind.NAME, ActorKind.FAMILY, ActorKind.PERPETRATOR)
_GROUPS = (*_PEOPLE, ActorKind.AGENCY)
_THINGS = (ActorKind.AGENCY, ActorKind.SYSTEM)
_FITS = {
    **dict.fromkeys(("he", "she", "him", "her", "his", "i", "me", "my"), _PEOPLE),
    **dict.fromkeys(
        ("they", "them", "their", "neither", "both", "one", "all", "we", "our", "us"), _GROUPS
    ),
    **dict.fromkeys(
        ("three", "two", "four", "each", "former", "latter", "either", "some"), _GROUPS
    ),
    **dict.fromkeys(("it", "its"), _THINGS),
}
_MANY = (
    "they",
    "them",
    "their",
    "both",
    "neither",
    "all",
    "two",
    "three",
    "four",
    "we",
    "our",
    "us",
)
_SINGLE = ("he", "she", "him", "her", "his")
_SPEAKER = ("i", "me", "my", "we", "our", "us")
_SUBJECTS = ("nsubj", "nsubj:pass", "obl:agent")
_Found = tuple[str, ActorKind]
NOBODY: _Found = ("", ActorKind.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Antecedents:
    """The words of `lexicons/language/subjects.toml` that tell men from women, and groups from both."""

    female: frozenset[str]
    male: frozenset[str]
    groups: frozenset[str]
    impersonal: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Antecedents:
        """Make one from the word lists of the lexicon."""
        return cls(**{key: frozenset(words[key]) for key in cls.__slots__})

    def stands_for(self, head: Token) -> Token | None:
        """The pronoun in this phrase that needs an antecedent: "she", "one of them", "all three"."""
        of = next((c for c in tree.children(head, "nmod") if tree.case_of(c) == "of"), None)
        if of is not None:
            return of if of.lower_ in ("them", "us") else None
        if head.lower_ == "it" and self._is_empty(head):
            return None
        if head.lower_ == "one" and tree.child(head, "det") is not None:
            return None
        if head.lower_ in _FITS and (
            head.pos_ not in ("NOUN", "PROPN") or head.lower_ in ("former", "latter")
        ):
            return head
        return None

    def _is_empty(self, it: Token) -> bool:
        """ "It beggars belief that …", "it reflects badly on the team that …"."""
        verb = it.head
        that = any(t.lower_ == "that" for t in it.doc[verb.i + 1 :])
        return that and verb.lemma_.lower() in self.impersonal

    def antecedent_of(self, pronoun: Token, actors: ActorLexicon, before: str) -> _Found:
        """The phrase the pronoun stands for and its kind; ("", UNKNOWN) where none fits.

        In the pronoun's sentence the nearest earlier subject that fits comes first, then any earlier
        phrase; in the sentence before, the first actor that fits, which is most often its subject.
        """
        low = pronoun.lower_
        fits = _FITS[low]
        if low in _SPEAKER:
            return self._speaker(pronoun, actors)
        if low in ("former", "latter"):
            found = list(actors.mentions(before))
            return found[0 if low == "former" else -1] if found else NOBODY
        here = self._in_sentence(pronoun, actors, fits)
        if here is not None:
            return tree.text_of(tree.phrase(here)), actors.kind_of(here)
        return self._in_text(pronoun, actors, before) or self._after(pronoun, actors, fits)

    def _speaker(self, pronoun: Token, actors: ActorLexicon) -> _Found:
        """Whoever says the quotation that the pronoun stands in."""
        for t in tree.up(pronoun):
            said = tree.subject(t.head) if t.dep_ in ("ccomp", "parataxis") else None
            if said is not None and said.lower_ not in _SPEAKER:
                kind = actors.kind_of(said)
                return (tree.text_of(tree.phrase(said)), kind) if kind in _PEOPLE else NOBODY
        return NOBODY

    def _in_sentence(
        self, pronoun: Token, actors: ActorLexicon, fits: tuple[ActorKind, ...]
    ) -> Token | None:
        earlier = [t for t in pronoun.doc[: pronoun.i] if self._suits(t, pronoun, actors, fits)]
        subjects = [t for t in earlier if t.dep_ in _SUBJECTS]
        own = self._own_verb(pronoun)
        found = [t for t in subjects if t.head.i != own]
        if not found and pronoun.dep_ in _SUBJECTS:
            found = self._owners(pronoun, actors, fits)
        found = found or [t for t in earlier if t.head.i != own]
        found = found or self._owners(pronoun, actors, fits, of_subject=False)
        return found[-1] if found else None

    def _owners(
        self,
        pronoun: Token,
        actors: ActorLexicon,
        fits: tuple[ActorKind, ...],
        *,
        of_subject: bool = True,
    ) -> list[Token]:
        """ "Mother's account is that she rang": whose the subject before is, or whatever else."""
        return [
            t
            for t in pronoun.doc[: pronoun.i]
            if t.dep_ == "nmod:poss"
            and (t.head.dep_.startswith("nsubj") or not of_subject)
            and t.pos_ in ("NOUN", "PROPN")
            and not _is_several(t, pronoun)
            and actors.kind_of(t) in fits
            and not self._wrong_sex(pronoun.lower_, t.lower_)
        ]

    def _own_verb(self, pronoun: Token) -> int:
        """The verb of which the pronoun is object or owner of the object: its subject is another."""
        return pronoun.head.i if pronoun.dep_ in ("obj", "iobj") else -1

    def _suits(
        self, token: Token, pronoun: Token, actors: ActorLexicon, fits: tuple[ActorKind, ...]
    ) -> bool:
        return (
            token.pos_ in ("NOUN", "PROPN")
            and token.dep_ not in ("compound", "flat", "nmod:poss")
            and not _is_several(token, pronoun)
            and actors.kind_of(token) in fits
            and not self._wrong_sex(pronoun.lower_, token.lower_)
        )

    def _in_text(self, pronoun: Token, actors: ActorLexicon, before: str) -> _Found | None:
        """The mention in the sentence before that fits best: several for "they", one for "he"."""
        low = pronoun.lower_
        fitting = [
            m
            for m in actors.mentions(before)
            if m[1] in _FITS[low] and not self._wrong_sex(low, m[0])
        ]
        if low in _MANY:
            many = [m for m in fitting if m[1] is ActorKind.AGENCY or _plural(m[0], before)]
            fitting = many or fitting
        return fitting[0] if fitting else None

    def _after(self, pronoun: Token, actors: ActorLexicon, fits: tuple[ActorKind, ...]) -> _Found:
        """ "Before he left, the GP wrote": the subject after a clause in front, or "they …" of the home."""
        for t in pronoun.doc[pronoun.i + 1 :]:
            clause = any(u.dep_ in ("advcl", "parataxis") for u in tree.up(pronoun))
            subject = t.dep_ in ("nsubj", "nsubj:pass") or tree.case_of(t) == "of"
            if clause and subject and self._suits(t, pronoun, actors, fits):
                return tree.text_of(tree.phrase(t)), actors.kind_of(t)
        return NOBODY

    def _wrong_sex(self, pronoun: str, text: str) -> bool:
        """Whether the words name no such person: "she" is no man and no couple."""
        if pronoun not in _SINGLE:
            return False
        other = self.male if pronoun in ("she", "her") else self.female
        words = text.lower().split()
        return words[-1] in self.groups or not other.isdisjoint(words)


def _is_several(token: Token, pronoun: Token) -> bool:
    """Whether a plural noun is asked for by "he" or "she"."""
    return pronoun.lower_ in _SINGLE and "Plur" in token.morph.get("Number", [])


def _plural(mention: str, text: str) -> bool:
    """Whether the mention is of several: "two teachers", "staff", "the GP and the midwife"."""
    last = mention.split()[-1].lower()
    return (
        (last.endswith("s") and not last.endswith("ss"))
        or last in ("staff", "police", "people", "crew")
        or f"{mention} and" in text
    )
