"""Who a predicate is said of: the actor of a verb, a noun or an adjective."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.finding import ActorKind
from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon
from scr_lint.language.grammar import INDEFINITE_PRONOUNS, RELATIVE_PRONOUNS
from scr_lint.language.owners import Owners
from scr_lint.language.word_order import subject_beyond
from scr_lint.lexicon.load import WordLists

_PEOPLE = (ActorKind.INDIVIDUAL, ActorKind.FAMILY, ActorKind.NAME, ActorKind.PERPETRATOR)
_INDEFINITE = INDEFINITE_PRONOUNS | {"none", "those"}
_ADVERBIAL = (
    "without",
    "by",
    "after",
    "before",
    "in",
    "on",
    "when",
    "while",
    "despite",
    "besides",
    "through",
)


@dataclass(frozen=True, slots=True)
class Subjects:
    """The words of `lexicons/language/subjects.toml` that lead to the doer."""

    owners: Owners
    experienced: frozenset[str]
    judged: frozenset[str]
    minded: frozenset[str]
    told_to: frozenset[str]
    kept_from: frozenset[str]
    borne: frozenset[str]
    promising: frozenset[str]
    told: frozenset[str]
    holding: frozenset[str]
    showing: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Subjects:
        """Make one from the word lists of the lexicon."""
        keys = [key for key in cls.__slots__ if key != "owners"]
        return cls(Owners.from_words(words), *(frozenset(words[key]) for key in keys))

    def actor_of(self, predicate: Token, actors: ActorLexicon) -> Token | None:
        """The head of the phrase that names the doer, None where the sentence names none.

        Relative pronouns are replaced by what they stand for; other pronouns are returned as they
        are.
        """
        if predicate.dep_ == "amod" and predicate.head.pos_ in ("NOUN", "PROPN"):
            return self._of_noun(predicate.head, actors)
        taken = tree.child(predicate, "obj")
        if taken is not None and taken.lower_ == "place" and predicate.lemma_.lower() == "take":
            return None
        noun = predicate.pos_ in ("NOUN", "PROPN")
        if noun and tree.child(predicate, "cop") is None and not self._is_gerund(predicate):
            return self._of_noun(predicate, actors)
        if noun and tree.child(predicate, "cop") is not None:
            named = self.owners.named_after(predicate, actors)
            if named is not None:
                return named
        found = self._topic(predicate) or self._doer(predicate, actors, len(predicate.doc))
        if found is not None and predicate.pos_ == "ADJ":
            return self._maker(found, actors)
        if found is not None or predicate.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return found
        return self._of_noun(predicate, actors)

    def _topic(self, predicate: Token) -> Token | None:
        """What an adjective is predicated of by word order, where the parse has something nearer."""
        parsed = tree.subject(predicate)
        topic = subject_beyond(predicate, parsed) if parsed is not None else None
        return topic if topic is not None and topic.pos_ == "NOUN" else None

    def _maker(self, judged: Token, actors: ActorLexicon) -> Token:
        """ "The doctor's assessment was poor": the one whose work the adjective is said of."""
        if judged.pos_ != "NOUN" or actors.kind_of(judged) is not ActorKind.UNKNOWN:
            return judged
        return self.owners.owner_of(judged, actors) or judged

    def _is_gerund(self, noun: Token) -> bool:
        """ "stopped the team from visiting"."""
        return noun.lower_.endswith("ing") and noun.head.lemma_.lower() in self.kept_from

    def _of_noun(self, noun: Token, actors: ActorLexicon) -> Token | None:
        """The owner of a deed, or the subject of the light verb it stands under."""
        found = self.owners.owner_of(noun, actors)
        if found is not None:
            return found
        verb = self.owners.verb_of(noun)
        if verb is None or self._is_told_of(verb, actors):
            return None
        return self._doer(verb, actors, len(noun.doc))

    def _is_told_of(self, verb: Token, actors: ActorLexicon) -> bool:
        """ "The chronology shows a lapse": somebody else's."""
        teller = tree.subject(verb)
        if teller is None or verb.lemma_.lower() not in self.showing:
            return False
        return actors.is_review(teller)

    def _doer(self, predicate: Token, actors: ActorLexicon, depth: int) -> Token | None:
        if depth == 0:
            return None
        other = self._knower(predicate, actors) or self._bearer(predicate, actors)
        if other is not None:
            return other
        if tree.is_passive(predicate):
            agent = self.owners.agent_of(predicate, actors)
            told = predicate.lower_ in self.told and tree.mark_of(predicate) == "despite"
            if agent is not None or not (told or predicate.lower_ in self.minded):
                return agent
        own = tree.subject(predicate)
        if own is not None and own.dep_ not in ("csubj", "csubj:pass"):
            judged = _judged_for_deed(predicate, actors) if own.lower_ == "it" else None
            return judged or _resolve_relative(own, actors)
        return self._inherited(predicate, actors, depth)

    def _bearer(self, verb: Token, actors: ActorLexicon) -> Token | None:
        """ "Responsibility lies with the Trust", "rests at the door of the ward": who bears it."""
        subject = tree.subject(verb)
        if verb.lemma_.lower() not in self.owners.bearing or subject is None:
            return None
        if subject.lower_ not in self.borne:
            return None
        for place in tree.children(verb, "obl"):
            for noun in (place, *tree.children(place, "nmod")):
                if actors.kind_of(noun) is not ActorKind.UNKNOWN:
                    return noun
        return None

    def _knower(self, predicate: Token, actors: ActorLexicon) -> Token | None:
        """ "known to the school", "it should have been clear to the nurse"."""
        if predicate.lower_ not in self.experienced:
            return None
        for c in tree.children(predicate, "obl", "nmod"):
            if tree.case_of(c) == "to" and actors.kind_of(c) is not ActorKind.UNKNOWN:
                return c
        return None

    def _inherited(self, predicate: Token, actors: ActorLexicon, depth: int) -> Token | None:
        """The subject a predicate without one takes over from its surroundings."""
        head = predicate.head
        if head.i == predicate.i:
            return None
        match predicate.dep_:
            case "conj":
                shared = tree.subject(head)
                if tree.is_passive(head) and shared is not None:
                    return _resolve_relative(shared, actors)
                return self._doer(head, actors, depth - 1)
            case "acl" | "acl:relcl":
                return self._of_modifier(predicate, actors, depth)
            case "csubj" | "csubj:pass":
                return self._of_clause_subject(head)
            case (
                "xcomp"
                | "advcl"
                | "ccomp"
                | "obl"
                | "obj"
                | "advcl:relcl"
                | "parataxis"
                | "aux"
                | "cop"
                | "dep"
            ):
                return self._controlled(predicate, head, actors, depth)
        return None

    def _of_modifier(self, predicate: Token, actors: ActorLexicon, depth: int) -> Token | None:
        """The noun a participle or relative clause hangs on, unless it is no doer of it."""
        noun = predicate.head
        if tree.child(predicate, "nsubj", "nsubj:pass") is not None:
            return None
        verb = noun.head
        nearest = _noun_before_infinitive(predicate)
        if nearest is not None and actors.kind_of(nearest) is not ActorKind.UNKNOWN:
            return nearest
        opener = tree.mark_of(predicate) or tree.case_of(predicate)
        if verb.pos_ in ("VERB", "AUX", "ADJ") and verb.i != noun.i:
            if opener in _ADVERBIAL:
                return self._doer(verb, actors, depth - 1)
            if (
                tree.is_infinitive(predicate)
                and tree.is_passive(verb)
                and tree.case_of(noun) == "by"
            ):
                return _passive_subject(verb, actors)
        if tree.is_infinitive(predicate) and actors.kind_of(noun) is ActorKind.UNKNOWN:
            return self._of_noun(noun, actors)
        return noun

    def _of_clause_subject(self, head: Token) -> Token | None:
        """ "careless of HV2 to leave", "left to her to make the call"."""
        prepositions = ("of", "for") if head.lower_ in self.judged else ("to", "for")
        if not (tree.is_passive(head) or head.pos_ == "ADJ" or head.lower_ in self.judged):
            return None
        for c in tree.children(head, "obl", "nmod"):
            if tree.case_of(c) in prepositions and c.pos_ in tree.NOMINAL:
                return c
        return None

    def _controlled(
        self, predicate: Token, head: Token, actors: ActorLexicon, depth: int
    ) -> Token | None:
        """The doer of what hangs on another verb: its object where that one is told to, else its subject."""
        lemma = head.lemma_.lower()
        infinitive = tree.is_infinitive(predicate) or tree.child(predicate, "cop") is not None
        doer = tree.subject(head)
        if infinitive and (doer is None or doer.lower_ == "it"):
            judged = self._of_clause_subject(head)
            if judged is not None:
                return judged
        told = tree.child(head, "obj", "iobj")
        if told is not None and told.i != predicate.i and told.lower_ not in RELATIVE_PRONOUNS:
            if (
                infinitive
                and lemma not in self.promising
                and (lemma in self.told_to or predicate.dep_ == "xcomp")
            ):
                return told
            if lemma in self.kept_from and tree.case_of(predicate) in ("from", ""):
                return told
            if lemma in self.holding and predicate.pos_ == "ADJ":
                return told if told.lower_ != "it" else None
        if head.pos_ in ("NOUN", "PROPN") and predicate.dep_ not in ("advcl", "xcomp"):
            return self.owners.owner_of(head, actors) if tree.is_infinitive(predicate) else None
        if tree.is_passive(head):
            return _passive_subject(head, actors) or self._doer_of_passive(head, actors, depth)
        return self._doer(head, actors, depth - 1)

    def _doer_of_passive(self, head: Token, actors: ActorLexicon, depth: int) -> Token | None:
        """ "was found to have failed" where the passive verb itself took its subject over."""
        return self._inherited(head, actors, depth - 1) if depth > 1 else None


def _judged_for_deed(adjective: Token, actors: ActorLexicon) -> Token | None:
    """ "It was naive of the worker to believe him", "for the worker to leave": whose deed it was.

    "For" names as often who bore it ("unacceptable for a child to wait"): there it is a professional.
    """
    for named in tree.children(adjective, "obl", "nmod"):
        deeds = [
            c
            for word in (adjective, named)
            for c in tree.children(word, "csubj", "advcl", "xcomp", "ccomp", "acl")
            if c.i > named.i > adjective.i and tree.is_infinitive(c)
        ]
        case = tree.case_of(named)
        if not deeds or case not in ("of", "for"):
            continue
        if case == "of" or actors.kind_of(named) in (ActorKind.INDIVIDUAL, ActorKind.AGENCY):
            return named if not tree.is_passive(deeds[0]) else None
    return None


def _noun_before_infinitive(verb: Token) -> Token | None:
    """ "Recommendation 3: the CMHT to write": the apposition right before "to"."""
    mark = tree.child(verb, "mark")
    if mark is None or mark.lower_ != "to" or mark.i == 0:
        return None
    before = mark.nbor(-1)
    return before if before.dep_ == "appos" else None


def _passive_subject(head: Token, actors: ActorLexicon) -> Token | None:
    found = tree.child(head, "nsubj:pass", "nsubj")
    return _resolve_relative(found, actors) if found is not None else None


def _resolve_relative(token: Token, actors: ActorLexicon) -> Token:
    """What a relative pronoun stands for; any other word itself."""
    if token.lower_ not in RELATIVE_PRONOUNS or token.pos_ not in ("PRON", "DET", "SCONJ"):
        return token
    for t in tree.up(token):
        if t.dep_ in ("acl:relcl", "acl") and t.head.i != t.i:
            return _person_before(t.head, actors) if token.lower_ == "who" else t.head
    return token


def _called_so(noun: Token, actors: ActorLexicon) -> Token | None:
    """ "Miss Old was a private person, who …": the one who is called so."""
    subject = tree.child(noun, "nsubj") if tree.child(noun, "cop") is not None else None
    known = subject is not None and actors.kind_of(subject) in _PEOPLE
    return subject if known and actors.kind_of(noun) not in _PEOPLE else None


def _person_before(noun: Token, actors: ActorLexicon) -> Token:
    """ "nobody on the ward who had read it": "who" stands for the person, not the place."""
    called = _called_so(noun, actors)
    if called is not None:
        return called
    over = noun.head
    if tree.child(over, "expl") is not None and noun.dep_ == "obl":
        over = tree.child(over, "nsubj") or over
    if (
        noun.dep_ in ("nmod", "obl")
        and over.pos_ in tree.NOMINAL
        and actors.kind_of(noun) not in _PEOPLE
    ) and (over.lower_ in _INDEFINITE or actors.kind_of(over) in _PEOPLE):
        return over
    return noun
