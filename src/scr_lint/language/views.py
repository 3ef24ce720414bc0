"""In whose voice a predicate stands: the report's own, a source's, a quotation, an admission."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon
from scr_lint.language.asides import (
    between_commas,
    goes_on_behind_remark,
    is_aside,
    is_comment,
    is_remark,
    parted,
    phrases_of,
)
from scr_lint.language.content import is_misplaced, stands_in_case
from scr_lint.language.grammar import DENIALS
from scr_lint.language.quotations import quotation_at
from scr_lint.language.speakers import (
    Speakers,
    is_anybody,
    is_nobody,
    names_someone,
    speaker_of,
)
from scr_lint.language.word_order import subject_before
from scr_lint.lexicon.load import WordLists

_SAID = ("ccomp", "parataxis", "csubj:pass")
_OF_VIEW = ("in", "to", "on", "from", "through")
_OWN_WORDS = ("my", "our", "its")
_US = ("me", "us")
# "In anyone's view", "in any sense of the word".
_NO_HOLDERS = ("anyone", "anybody", "word", "term")
_WHY = ("why", "how", "what")


class View(StrEnum):
    """Whose view a sentence gives. An admission or an adopted view counts as the report's own."""

    REPORT = "report"
    SOURCE = "source"
    QUOTE = "quote"
    ADMISSION = "admission"
    ADOPTED = "adopted"

    @property
    def is_reports(self) -> bool:
        """Whether the report stands behind what is said."""
        return self not in (View.SOURCE, View.QUOTE)


@dataclass(frozen=True, slots=True)
class Views:
    """The words of `lexicons/language/views.toml`."""

    speakers: Speakers
    verbs: frozenset[str]
    sources: frozenset[str]
    admission: frozenset[str]
    admission_nouns: frozenset[str]
    frankly: frozenset[str]
    factive: frozenset[str]
    findings: frozenset[str]
    suggesting: frozenset[str]
    hearsay: frozenset[str]
    naming: frozenset[str]
    about: frozenset[str]
    seeming: frozenset[str]
    grounds: frozenset[str]
    relayed: frozenset[str]
    believing: frozenset[str]
    endorsing: frozenset[str]
    stances: frozenset[str]
    pleas: frozenset[str]
    minds: frozenset[str]
    widely_held: frozenset[str]
    perceiving: frozenset[str]
    requests: frozenset[str]
    tales: frozenset[str]
    verdicts: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Views:
        """Make one from the word lists of the lexicon."""
        keys = [key for key in cls.__slots__ if key != "speakers"]
        return cls(Speakers.from_words(words), **{key: frozenset(words[key]) for key in keys})

    def view_of(self, predicate: Token, actors: ActorLexicon) -> View:
        """Whose view the predicate is said in."""
        if quotation_at(predicate.doc, predicate.i) is not None:
            return self._view_of_quotation(predicate)
        lower, topic, comments = predicate, subject_before(predicate), False
        for upper in tree.up(predicate):
            if topic is not None and _is_within_topic(upper, topic, predicate):
                continue
            if parted(lower, upper) or tree.starts_afresh(lower, "i", "we"):
                break
            comments = comments or is_comment(lower) or is_remark(lower)
            above = upper.i != lower.i and not comments
            view = self._said_above(lower, upper, actors) if above else None
            view = view or self._said_beside(upper, predicate, actors)
            if view is not None:
                return view
            lower = upper
        return self._said_in_series(predicate, actors) or View.REPORT

    def _view_of_quotation(self, predicate: Token) -> View:
        """A quotation is a source's, unless it gives the finding of a court, a jury or the review."""
        start, _end = quotation_at(predicate.doc, predicate.i) or (0, 0)
        before = {t.lemma_.lower() for t in predicate.doc[:start]}
        return View.QUOTE if before.isdisjoint(self.verdicts) else View.REPORT

    def _said_in_series(self, predicate: Token, actors: ActorLexicon) -> View | None:
        """ "felt that …, that … and that the signs were obvious": the later members of a series."""
        clause = next((t for t in tree.up(predicate) if tree.mark_of(t) == "that"), None)
        if clause is None or self._tells_which(clause, clause.head):
            return None
        if any(tree.starts_afresh(t) for t in _below(predicate, clause)):
            return None
        for verb in predicate.doc[: clause.i]:
            first = tree.child(verb, "ccomp")
            if first is not None and first.i < clause.i and self._is_saying(verb.lemma_.lower()):
                return self._view_of_speaker(first, verb, actors)
        return None

    def _said_above(self, lower: Token, upper: Token, actors: ActorLexicon) -> View | None:
        """The view that `upper` puts `lower` in; None where it decides nothing."""
        if self._speaks_over(lower, upper):
            return self._view_of_speaker(lower, upper, actors)
        if self._said_in(lower, upper):
            return self._view_of_speaker(lower, upper.head, actors)
        if upper.lemma_.lower() in self.grounds and tree.mark_of(lower) == "that":
            common = any(c.lower_ in self.widely_held for c in upper.children)
            return View.REPORT if common else View.SOURCE
        if self._believes(upper, actors) and tree.mark_of(lower) == "that":
            return self._source(upper, actors)
        if self.speakers.holds_view(upper) and lower.dep_ not in ("nmod:poss", "amod", "det"):
            return self._source(upper, actors)
        return None

    def _said_in(self, lower: Token, upper: Token) -> bool:
        """ "She said in evidence that …", where the parse hangs what is said on where it was said."""
        content = lower.dep_ == "acl" and tree.mark_of(lower) == "that"
        return content and upper.dep_ == "obl" and self._is_saying(upper.head.lemma_.lower())

    def _believes(self, word: Token, actors: ActorLexicon) -> bool:
        """ "The brother remains convinced that …": what somebody else is sure of, or sore about."""
        if word.lower_ not in self.believing or tree.is_infinitive(word):
            return False
        holder = speaker_of(word)
        return (
            holder is not None
            and names_someone(holder, actors)
            and not self.speakers.is_own(holder, actors)
        )

    def _said_beside(self, upper: Token, predicate: Token, actors: ActorLexicon) -> View | None:
        """The view that phrases and asides beside the predicate or above it give."""
        topic = tree.children(upper, "nsubj:outer", "nsubj", "nsubj:pass")
        is_what = tree.child(upper, "cop") is not None and tree.mark_of(upper) == "that"
        if is_what and topic and topic[0].i != predicate.i and self._argues(topic[0], actors):
            return self._source(topic[0], actors)
        if self._admitted_phrase(upper):
            return View.ADMISSION
        if self._source_phrase(upper, actors):
            return View.SOURCE
        return self._aside(upper, predicate, actors)

    def _argues(self, topic: Token, actors: ActorLexicon) -> bool:
        """ "The mother's view is that …", "the Trust's position is that …"."""
        if self.speakers.holds_view(topic):
            return True
        owner = tree.child(topic, "nmod:poss")
        if topic.lemma_.lower() in self.pleas:
            return True
        if owner is None or topic.lemma_.lower() not in self.stances:
            return False
        return not self.speakers.is_own(owner, actors) and owner.lower_ not in _OWN_WORDS

    def _source(self, saying: Token, actors: ActorLexicon) -> View:
        return View.ADOPTED if self.speakers.adopts(saying, actors) else View.SOURCE

    def _speaks_over(self, lower: Token, upper: Token) -> bool:
        """Whether `upper` is a verb of saying or thinking with `lower` as what is said."""
        lemma = upper.lemma_.lower()
        if upper.pos_ not in ("VERB", "AUX", "NOUN") or not self._is_saying(lemma):
            return False
        copula = tree.child(upper, "cop")
        if lower.dep_ != "ccomp" and copula is not None and tree.is_infinitive(upper):
            return False  # "was to blame for the gap, and its failure to …"
        if lower.dep_ in _SAID or goes_on_behind_remark(lower, upper):
            aside = lower.dep_ == "parataxis" and tree.child(lower, "det") is not None
            mistaken = self._tells_which(lower, upper) or is_misplaced(lower, upper)
            return not (aside or mistaken or stands_in_case(lower))
        if lemma in self.about and tree.mark_of(lower) == "as":
            return True  # "described her as having been passed around"
        if lower.dep_ in ("xcomp", "advcl"):
            return self._puts_infinitive(lower, upper, lemma)
        if lower.dep_ == "nsubj:pass" and lower.pos_ in ("NOUN", "PROPN"):
            return self._raised(lower, lemma)
        hearer = lower.dep_ == "obl" and tree.case_of(lower) == "to"
        if hearer and lemma not in self.admission:
            return False
        if lower.dep_ in ("obj", "obl", "nsubj:pass"):
            seen = lemma in self.perceiving and tree.case_of(lower) != "as"  # "saw a good deal"
            about = lemma in self.about and not seen
            return about or self._raised(lower, lemma) or self._owned_to(lower, lemma)
        return False

    def _tells_which(self, clause: Token, verb: Token) -> bool:
        """ "a chance to think again that was not taken": a relative clause taken for what is thought."""
        subject = tree.subject(clause)
        opener = next((c for c in clause.children if c.lower_ == "that"), None)
        if opener is not None and opener.i and opener.nbor(-1).lemma_.lower() in self.tales:
            return True
        return verb.dep_ == "acl" and subject is not None and subject.lower_ == "that"

    def _puts_infinitive(self, lower: Token, verb: Token, lemma: str) -> bool:
        """ "is said to have failed", "claims never to have known"; not "told the nurse to cancel"."""
        if lemma in self.perceiving and lower.dep_ == "xcomp" and lower.pos_ == "VERB":
            return False
        if not tree.is_infinitive(lower) and lower.dep_ != "xcomp":
            return lemma in self.admission and "for" in (tree.case_of(lower), tree.mark_of(lower))
        if tree.is_passive(verb):
            return True
        raised = lemma in self.findings or lemma in self.hearsay or lemma == "consider"
        if tree.child(verb, "obj", "iobj") is not None:
            return raised or (lemma in self.naming and lower.pos_ != "VERB")
        return lemma not in self.findings

    def _is_saying(self, lemma: str) -> bool:
        lists = (self.verbs, self.admission, self.speakers.adoption, self.findings, self.factive)
        return any(lemma in words for words in (*lists, self.naming))

    def _raised(self, noun: Token, lemma: str) -> bool:
        """ "considered the council to have failed", "hold the school to be at fault"."""
        below = [c for c in (*noun.children, *noun.head.children) if tree.is_infinitive(c)]
        return bool(below) and (
            lemma in self.findings or lemma in self.hearsay or lemma == "consider"
        )

    def _owned_to(self, lower: Token, lemma: str) -> bool:
        """ "acknowledged its failure", "apologised for failing"."""
        return (lemma in self.admission and lemma not in ("own", "accept", "agree")) or (
            lemma == "accept" and tree.child(lower, "nmod:poss") is not None
        )

    def _view_of_speaker(self, lower: Token, verb: Token, actors: ActorLexicon) -> View | None:
        lemma = verb.lemma_.lower()
        if tree.is_passive(verb):
            relayed = lower.dep_ == "ccomp" and self._is_relayed(verb, actors)
            return self._view_of_passive(verb, lemma, actors, relayed=relayed)
        speaker = speaker_of(verb)
        if speaker is None or self._is_fact(lower, lemma):
            return None
        if self.speakers.is_own(speaker, actors) or is_nobody(speaker) or is_anybody(speaker, verb):
            return self._own_view(verb, speaker, actors)
        if lemma in self.admission:
            return View.ADMISSION
        if any(c.lower_ in self.frankly for c in (*verb.children, *lower.children)):
            return View.ADMISSION
        suggests = lemma in self.suggesting and "Pres" in verb.morph.get("Tense", [])
        shows = lemma in self.findings or suggests
        if shows and not names_someone(speaker, actors):
            return None
        return self._source(verb, actors)

    def _is_relayed(self, verb: Token, actors: ActorLexicon) -> bool:
        """ "We were told that …", "it was put to the panel that …"."""
        hearer = tree.subject(verb)
        told = verb.lemma_.lower() in self.relayed
        return told and hearer is not None and self.speakers.is_own(hearer, actors)

    def _is_fact(self, lower: Token, lemma: str) -> bool:
        """ "knew that the form was lost", "explains why it was lost"."""
        if lemma != "explain" and lemma not in self.perceiving:
            return lemma in self.factive
        opener = tree.mark_of(lower) or next((c.lower_ for c in tree.children(lower, "advmod")), "")
        return opener in _WHY or (lower.dep_ == "obj" and lemma == "explain")

    def _view_of_passive(
        self, verb: Token, lemma: str, actors: ActorLexicon, *, relayed: bool
    ) -> View | None:
        agent = next(iter(tree.by_phrases(verb)), None)
        if agent is None:
            hearsay = (relayed or lemma in self.hearsay) and not _must_be_said(verb)
            return self._source(verb, actors) if hearsay else None
        if self.speakers.is_own(agent, actors):
            return View.REPORT
        if not names_someone(agent, actors):
            return None
        return View.ADMISSION if lemma in self.admission else self._source(verb, actors)

    def _own_view(self, verb: Token, speaker: Token, actors: ActorLexicon) -> View:
        if verb.lemma_.lower() not in self.speakers.adoption:
            return View.REPORT
        if any(c.lower_ in DENIALS for c in verb.children):
            against = any(tree.case_of(c) == "with" for c in tree.children(verb, "obl"))
            return View.SOURCE if against else View.REPORT
        return View.ADOPTED if self.speakers.is_review(speaker, actors) else View.REPORT

    def _admitted_phrase(self, token: Token) -> bool:
        """ "by its own account", "on his own admission"."""
        return any(
            c.lemma_.lower() in self.admission_nouns
            and tree.case_of(c) in ("by", "on")
            and tree.child(c, "nmod:poss") is not None
            for c in phrases_of(token)
        )

    def _source_phrase(self, token: Token, actors: ActorLexicon) -> bool:
        """ "In the family's view, …", "according to the school, …", "reportedly"."""
        return any(self._is_source(c, token, actors) for c in phrases_of(token))

    def _is_source(self, phrase: Token, token: Token, actors: ActorLexicon) -> bool:
        case = tree.case_of(phrase)
        if phrase.lower_ in self.sources:
            return True
        if case in self.sources:
            return names_someone(phrase, actors) and not self.speakers.is_own(phrase, actors)
        if case == "to" and token.lemma_.lower() in self.seeming:
            looks = speaker_of(token)
            ours = phrase.lower_ in _US or self.speakers.is_own(phrase, actors)
            if looks is not None and actors.is_review(looks):
                return False  # "The panel looks to the Chief Constable to …"
            return names_someone(phrase, actors) and not ours
        lemma = phrase.lemma_.lower()
        if case not in _OF_VIEW or not (lemma in self.speakers.nouns or lemma in self.minds):
            return False
        if lemma == "point" and case != "from":
            return False
        if (
            case in ("to", "on", "from", "through")
            and lemma not in self.minds
            and phrase.i > token.i
        ):
            return False
        owner = tree.child(phrase, "nmod:poss") or next(
            (c for c in tree.children(phrase, "nmod") if tree.case_of(c) == "of"), None
        )
        return (
            owner is not None
            and (lemma in self.minds or self.speakers.holds_view(phrase))
            and owner.lower_ not in (*_OWN_WORDS, *_NO_HOLDERS)
            and not self.speakers.is_own(owner, actors)
        )

    def _aside(self, token: Token, predicate: Token, actors: ActorLexicon) -> View | None:
        """ "The school, she said, ignored her": the verb of saying hangs below what is said."""
        for c in tree.children(token, "parataxis", "advcl", "conj"):
            aside = is_aside(c, predicate) or between_commas(c)
            if c.lemma_.lower() not in self.verbs or not aside:
                continue
            if tree.is_infinitive(c) or tree.mark_of(c) == "whether":
                continue
            if tree.mark_of(c) == "as" and c.lemma_.lower() in self.requests:
                continue
            speaker = speaker_of(c)
            if tree.mark_of(c) == "as" and c.lemma_.lower() in self.endorsing:
                return View.ADOPTED
            if speaker is not None and not is_nobody(speaker):
                return (
                    View.REPORT
                    if self.speakers.is_own(speaker, actors)
                    else self._source(c, actors)
                )
        return None


def _below(lower: Token, upper: Token) -> list[Token]:
    """`lower` and the words above it, up to `upper` but without it."""
    return list(takewhile(lambda t: t.i != upper.i, tree.up(lower)))


def _is_within_topic(verb: Token, topic: Token, predicate: Token) -> bool:
    """ "The decision to go without telling her was wrong": what is wrong is not what was told."""
    if not topic.i < verb.i < predicate.i or topic.head.i == verb.i:
        return False
    return all(t.lower_ != "that" for t in verb.doc[verb.i : predicate.i])


def _must_be_said(verb: Token) -> bool:
    """ "It has to be said that", "what can be said is that": the report says it, if reluctantly."""
    return tree.is_infinitive(verb) or any(
        c.lower_ in ("must", "should", "can") for c in tree.children(verb, "aux")
    )
