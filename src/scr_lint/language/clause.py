"""What a sentence says at one predicate: who, did or did not, in whose voice, in which mood."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from scr_lint.finding import Actor, ActorKind
from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon
from scr_lint.language.antecedents import Antecedents
from scr_lint.language.calls import Calls
from scr_lint.language.conditions import Conditions
from scr_lint.language.crime import Crime
from scr_lint.language.grammar import NEGATIVES
from scr_lint.language.modality import modality_of
from scr_lint.language.moods import Mood, Moods
from scr_lint.language.owed import Owed
from scr_lint.language.polarity import Negation
from scr_lint.language.reasons import Reasons
from scr_lint.language.senses import Senses
from scr_lint.language.subjects import Subjects
from scr_lint.language.views import View, Views
from scr_lint.lexicon.clause_terms import Call, Modality, Voice
from scr_lint.lexicon.load import LexiconSet, load_lexicons
from scr_lint.model import Span


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate and what holds of it.

    `predicate` and `actor_span` are code-point offsets into the sentence; `actor_span` is None and
    `actor.text` "" where nobody is named. `antecedent` is what a pronoun actor stands for.
    """

    predicate: Span
    actor: Actor
    actor_span: Span | None
    antecedent: str
    negated: bool
    voice: Voice
    modality: Modality
    view: View
    mood: Mood
    call: Call
    reason: bool


@dataclass(frozen=True, slots=True)
class ClauseReader:
    """Reads clauses off parsed sentences, with the words of the lexicons."""

    actors: ActorLexicon
    subjects: Subjects
    antecedents: Antecedents
    negation: Negation
    views: Views
    moods: Moods
    calls: Calls
    reasons: Reasons
    crime: Crime
    senses: Senses
    owed: Owed

    @classmethod
    def from_lexicons(cls, lexicons: LexiconSet | None = None) -> ClauseReader:
        """Make one from the shipped lexicons, or from those given."""
        lexicons = lexicons or load_lexicons()
        words = lexicons.words
        return cls(
            ActorLexicon.from_words(lexicons.actors, lexicons.irregulars),
            Subjects.from_words(words["subjects"]),
            Antecedents.from_words(words["subjects"]),
            Negation.from_words(words["negation"]),
            Views.from_words(words["views"]),
            Moods.from_words(words["moods"], Conditions.from_words(words["conditions"])),
            Calls.from_words(words["calls"]),
            Reasons.from_words(words["reasons"]),
            Crime.from_words(words["crime"]),
            Senses.from_words(words["senses"]),
            Owed.from_words(words["owed"]),
        )

    def read(self, predicate: Token, before: str = "") -> Clause:
        """The clause at `predicate`; `before` is the text of the sentence before, for pronouns."""
        actor, span, antecedent = self._actor(predicate, before)
        view = self.views.view_of(predicate, self.actors)
        denies = cache(self.negation.denies)
        return Clause(
            predicate=Span(predicate.idx, predicate.idx + len(predicate)),
            actor=actor,
            actor_span=span,
            antecedent=antecedent,
            negated=denies(predicate) or _is_nobody(actor.text),
            voice=_voice_of(predicate),
            modality=modality_of(predicate),
            view=view,
            mood=self.moods.mood_of(predicate, self.actors),
            call=self.calls.call_of(predicate, denies, self.actors, in_own_voice=view.is_reports),
            reason=self.reasons.given_for(predicate),
        )

    def _actor(self, predicate: Token, before: str) -> tuple[Actor, Span | None, str]:
        head = self.subjects.actor_of(predicate, self.actors)
        if head is None:
            return Actor("", ActorKind.UNKNOWN), None, ""
        words = tree.phrase(head)
        span = Span(words[0].idx, words[-1].idx + len(words[-1]))
        text = tree.text_of(words)
        pronoun = self.antecedents.stands_for(head)
        if pronoun is not None:
            antecedent, kind = self.antecedents.antecedent_of(pronoun, self.actors, before)
            return Actor(text, kind), span, antecedent
        return Actor(text, self.actors.kind_of(head)), span, ""


def _is_nobody(actor: str) -> bool:
    """ "No individual was to blame": a subject that is nobody denies whatever hangs on it."""
    first, _, rest = actor.lower().partition(" ")
    if rest.startswith(("fewer", "less")):
        return False
    if first == "not" and rest.startswith(("one", "a single")):
        return True
    return first in NEGATIVES


def _voice_of(predicate: Token) -> Voice:
    if predicate.pos_ in ("NOUN", "PROPN") and not _is_gerund(predicate):
        return Voice.NOMINAL
    return Voice.PASSIVE if tree.is_passive(predicate) else Voice.ACTIVE


def _is_gerund(noun: Token) -> bool:
    """ "stopped the team from visiting", "for failing to return": a verb taken for a noun."""
    bare = not tree.children(noun, "det", "amod", "nmod:poss", "compound")
    return (
        noun.lower_.endswith("ing") and bare and tree.case_of(noun) in ("from", "for", "of", "by")
    )
