"""Whose deed a noun names, and who did what a passive verb tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.finding import ActorKind
from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon
from scr_lint.language.grammar import INDEFINITE_PRONOUNS, RELATIVE_PRONOUNS
from scr_lint.lexicon.load import WordLists

_PEOPLE = (
    *(ActorKind.INDIVIDUAL, ActorKind.AGENCY, ActorKind.FAMILY),
    *(ActorKind.NAME, ActorKind.PERPETRATOR),
)
_DOERS = INDEFINITE_PRONOUNS | {
    *("all", "both", "either", "neither", "none", "each", "those", "others"),
    *("them", "him", "her", "us"),
}
_WHOSE = ("his", "her", "their")
# After a feeling, these name whom it is felt for: "no patience with the patient".
_TOWARDS = ("in", "for", "with", "on")


@dataclass(frozen=True, slots=True)
class Owners:
    """The words of `lexicons/language/subjects.toml` that lead from a deed to its owner."""

    light: frozenset[str]
    guilty: frozenset[str]
    bearing: frozenset[str]
    owner_prepositions: frozenset[str]
    done_to: frozenset[str]
    suffered: frozenset[str]
    received: frozenset[str]
    made_for: frozenset[str]
    carers: frozenset[str]
    judging: frozenset[str]
    felt_for: frozenset[str]
    not_doers: frozenset[str]
    times: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Owners:
        """Make one from the word lists of the lexicon."""
        return cls(**{key: frozenset(words[key]) for key in cls.__slots__})

    def agent_of(self, verb: Token, actors: ActorLexicon) -> Token | None:
        """Whom the "by" phrase of a passive names; None for a time, a means or a cause."""
        named = self._by_whom(verb, actors)
        if named is not None:
            return named
        if verb.dep_ == "conj" and not verb.is_sent_start:
            return None
        return self._shared_agent(verb, actors)

    def _shared_agent(self, verb: Token, actors: ActorLexicon) -> Token | None:
        """ "was seen and treated by the nurse": the agent hangs on the last of the verbs."""
        for other in tree.children(verb, "conj"):
            if (
                tree.is_passive(other)
                and not tree.auxiliaries(other)
                and tree.subject(other) is None
            ):
                found = self._by_whom(other, actors)
                if found is not None:
                    return found
        return None

    def _by_whom(self, deed: Token, actors: ActorLexicon) -> Token | None:
        """The first whom "by" names right after a verb or a noun, and who can have done it."""
        return next((n for n in _phrases_after(deed, "by") if self._can_do(n, actors)), None)

    def owner_of(self, noun: Token, actors: ActorLexicon) -> Token | None:
        """Whose failure, error or neglect it is, by the words of its own phrase or what is said of it."""
        possessor = tree.child(noun, "nmod:poss")
        if possessor is not None and not self._is_undergone(noun, possessor, actors):
            return possessor if possessor.lower_ != "whose" else self._whose(possessor)
        named = self._by_whom(noun, actors)
        if named is not None:
            return named
        for c in (*_nested(noun), *_part_of(noun), *_given_after(noun)):
            found = self._owner_in(c, noun, actors)
            if found is not None:
                return found
        for c in tree.children(noun, "compound", "amod", "nmod:desc"):
            if actors.kind_of(c) in (ActorKind.AGENCY, ActorKind.INDIVIDUAL):
                return c
        return self._maker_of(noun, actors) or self._said_to_own(noun, actors)

    def _maker_of(self, noun: Token, actors: ActorLexicon) -> Token | None:
        """ "The letter that the landlord sent", "the assurances given by the company"."""
        for made in tree.children(noun, "acl", "acl:relcl"):
            if made.lemma_.lower() not in self.light:
                continue
            if tree.is_passive(made):
                return self.agent_of(made, actors)
            maker = tree.child(made, "nsubj")
            if maker is not None and maker.lower_ not in RELATIVE_PRONOUNS:
                return maker if actors.kind_of(maker) in _PEOPLE else None
        return None

    def named_after(self, noun: Token, actors: ActorLexicon) -> Token | None:
        """The owner in "this was a lapse by the ward", "a failing on the part of the school"."""
        named = self._by_whom(noun, actors)
        if named is not None:
            return named
        for c in (*_nested(noun), *_part_of(noun)):
            if c.lower_ == "part" and tree.case_of(c) == "on":
                return self._owner_in(c, noun, actors)
        return None

    def verb_of(self, noun: Token) -> Token | None:
        """The verb or adjective whose subject owns the deed: "made an error", "guilty of a breach"."""
        head = noun.head
        if noun.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
            return self.verb_of(head)
        if noun.dep_ == "obj" and head.lemma_.lower() in self.light:
            return head
        if (
            noun.dep_ in ("obl", "nmod")
            and head.lower_ in self.guilty
            and tree.case_of(noun) in ("of", "for")
        ):
            return head
        return None

    def _whose(self, pronoun: Token) -> Token:
        return next((t.head for t in tree.up(pronoun) if t.dep_ == "acl:relcl"), pronoun)

    def _can_do(self, noun: Token, actors: ActorLexicon) -> bool:
        """Whether the noun after "by" names a doer."""
        low = noun.lower_
        if low in self.not_doers or low in self.times or noun.lemma_.lower() in self.times:
            return False
        if low in _DOERS or (noun.pos_ == "NUM" and tree.child(noun, "det", "nmod") is not None):
            return True
        if noun.pos_ == "PRON":
            return not low.endswith(("self", "selves"))
        return noun.pos_ == "PROPN" or actors.kind_of(noun) is not ActorKind.UNKNOWN

    def _owner_in(self, nominal: Token, noun: Token, actors: ActorLexicon) -> Token | None:
        """The owner in "failure on the part of the Trust", "failings within CSC"."""
        case = tree.case_of(nominal)
        if nominal.lower_ == "part" and case == "on":
            return tree.child(nominal, "nmod", "nmod:poss")
        if case == "of" and nominal.head.i == noun.i and self._is_done_to(noun, nominal, actors):
            return None
        if case in _TOWARDS and nominal.head.lemma_.lower() in self.felt_for:
            return None
        for given in tree.children(nominal, "acl"):
            agent = self.agent_of(given, actors) if tree.is_passive(given) else None
            if agent is not None:
                return agent
        kind = actors.kind_of(nominal)
        system = kind is ActorKind.SYSTEM and case == "of"
        if (
            case in self.owner_prepositions
            and (kind in _PEOPLE or system)
            and nominal.lower_ not in self.times
        ):
            return nominal
        return None

    def _is_done_to(self, noun: Token, nominal: Token, actors: ActorLexicon) -> bool:
        """ "the neglect of the child", not "the assessment of the nurse"."""
        lemma = noun.lemma_.lower()
        if lemma in self.judging and actors.kind_of(nominal) in (
            ActorKind.INDIVIDUAL,
            ActorKind.AGENCY,
        ):
            return False
        return lemma in self.done_to or lemma in self.judging

    def _is_undergone(self, noun: Token, possessor: Token, actors: ActorLexicon) -> bool:
        """ "Rosa's death", "Mr Ahmed's treatment", "the child's care plan": no deed of the one it is of.

        "The mother's care" and "the nurse's care" are; so is "Rosa's care of the baby".
        """
        lemma = noun.lemma_.lower()
        if any(tree.case_of(c) == "of" for c in tree.children(noun, "nmod")):
            return False
        if lemma in self.suffered:
            return True
        if possessor.lemma_.lower() in self.carers:
            return False
        kind = actors.kind_of(possessor)
        if lemma in self.received:
            named = kind is ActorKind.NAME and not actors.has_office(
                tree.text_of(tree.phrase(possessor))
            )
            return named or kind is ActorKind.FAMILY or possessor.lower_ in _WHOSE
        return lemma in self.made_for and kind is ActorKind.FAMILY

    def _said_to_own(self, noun: Token, actors: ActorLexicon) -> Token | None:
        """The owner a verb gives it: "lies with the council", "was the school's"."""
        head = noun.head
        if noun.dep_ == "conj":
            return self.owner_of(head, actors) if head.pos_ in ("NOUN", "PROPN") else None
        if noun.dep_ not in ("nsubj", "nsubj:pass"):
            return None
        if head.lemma_.lower() in self.bearing:
            return self._bearer(head, actors)
        if head.pos_ in ("NOUN", "PROPN") and any(c.lower_ in ("'s", "’s") for c in head.children):
            return head
        if tree.is_passive(head):
            return self.agent_of(head, actors)
        if tree.child(head, "expl") is not None:
            return next(
                (c for c in tree.children(head, "obl", "nmod") if self._owner_in(c, noun, actors)),
                None,
            )
        return None

    def _bearer(self, verb: Token, actors: ActorLexicon) -> Token | None:
        """Who stands after "lies with", "attaches to", "laid at the door of"."""
        for c in tree.children(verb, "obl", "nmod"):
            if c.lower_ in ("door", "feet"):
                return tree.child(c, "nmod:poss", "nmod")
            if tree.case_of(c) in ("with", "to", "on", "upon") and (
                c.pos_ == "PRON" or actors.kind_of(c) is not ActorKind.UNKNOWN
            ):
                return c
        return None


def _nested(noun: Token) -> Iterator[Token]:
    """The prepositional phrases of a noun, then those within them, nearest first."""
    # Not "in the case of a woman of her age".
    level = [
        c
        for c in tree.children(noun, "nmod", "obl", "obl:agent")
        if c.lower_ != "case" or tree.case_of(c) != "in"
    ]
    for c in level:
        yield c
    for c in level:
        yield from tree.children(c, "nmod", "obl")
    for verb in tree.children(noun, "acl"):
        if tree.is_infinitive(verb) and tree.child(verb, "mark") is not None:
            yield from (c for c in tree.children(verb, "nsubj"))


def _part_of(noun: Token) -> list[Token]:
    """ "neglect on the part of two officers": the "part", wherever the parse hangs it."""
    after = noun.doc[noun.i + 1 : noun.i + 5]
    return [after[2]] if after.text.lower() == "on the part of" else []


def _given_after(noun: Token) -> list[Token]:
    """ "lists five shortcomings in the care given by the home": hung on the verb, but the noun's."""
    return [
        c
        for c in tree.children(noun.head, "obl")
        if noun.dep_ == "obj" and c.left_edge.i == noun.i + 1 and tree.child(c, "acl") is not None
    ]


def _phrases_after(word: Token, preposition: str) -> Iterator[Token]:
    """The nouns after this preposition that follow `word` in its clause, wherever the parse hangs them."""
    doc = word.doc
    for t in doc[word.i + 1 :]:
        if t.text in (";", ":") or _new_clause(t, word):
            return
        if t.lower_ == preposition and t.pos_ in ("ADP", "SCONJ"):
            noun = _noun_after(t)
            if noun is not None:
                yield noun


def _new_clause(token: Token, word: Token) -> bool:
    """Whether another finite verb or a relative clause begins here."""
    if token.lower_ in ("who", "which", "that", "because", "while", "although", "when", "but"):
        return token.pos_ in ("PRON", "SCONJ", "CCONJ", "ADV")
    if token.pos_ == "AUX" and not (
        token.dep_ in ("aux", "aux:pass", "cop") and token.head.i == word.i
    ):
        return token.lower_ not in ("be", "been", "being", "have")
    if token.pos_ != "VERB" or token.lower_.endswith("ing"):
        return False
    return not tree.is_infinitive(token) and token.dep_ != "amod" and token.dep_ != "conj"


def _noun_after(preposition: Token) -> Token | None:
    """The head of the phrase after a preposition: where the parse has it, else by position."""
    head = preposition.head
    while head.dep_ in ("compound", "nmod:desc") and head.head.i > head.i:
        head = head.head
    if head.lower_ in ("owing", "due") and head.i > preposition.i + 1:
        return head.nbor(-1)
    if (
        preposition.dep_ == "case"
        and head.i > preposition.i
        and head.pos_ in (*tree.NOMINAL, "NUM", "ADJ", "DET")
    ):
        return head
    return None
