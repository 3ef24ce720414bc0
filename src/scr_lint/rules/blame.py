"""BL001 to BL009: wording that ascribes fault, failing, motive or foresight.

The words are in `lexicons/blame/`; here stands only what makes them blame: the report says it itself,
as fact, and does not deny it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scr_lint.finding import Actor, ActorKind, Confidence, Hit
from scr_lint.language import tree
from scr_lint.language.general import is_general
from scr_lint.language.moods import Mood
from scr_lint.lexicon.clause_terms import Modality
from scr_lint.lexicon.entry import Entry
from scr_lint.model import Span
from scr_lint.rules.entries import EntryHit, as_it_stands, without_overlaps

CODES = {
    "fault": "BL001",
    "failure": "BL002",
    "hindsight": "BL003",
    "judgement": "BL004",
    "intent": "BL005",
    "certainty": "BL006",
    "sanction": "BL007",
    "family": "BL008",
    "missed": "BL009",
}
# Said of the family, these are blame of the family (annotation guide, section 1).
_TO_FAMILY = ("failure", "hindsight", "intent")
# Blame that is passed in the present tense: "responsibility lies with …", "must be held to account".
_TIMELESS = ("fault", "sanction")
# Words found under two rules are told of under one: each label with those that outdo it, and these come
# before it. Measured on the sentence corpora, where of such a pair hardly ever both are right. "It should
# have been clear", "he should have been struck off", "was slow to act", "knew the figures and did nothing".
_OUTDONE_BY: dict[str, tuple[str, ...]] = {
    "fault": (),
    "sanction": (),
    "missed": (),
    "family": (),
    "certainty": ("family",),
    "judgement": ("certainty", "fault", "family"),
    "intent": ("judgement",),
    "failure": ("intent", "judgement", "family", "fault"),
    "hindsight": ("certainty", "sanction"),
}
# What the author says of "I" and "we" in these is no blame; a verdict that "we find" is.
_OF_DEEDS = ("failure", "intent", "family")
# "Less than we should have liked": what the author would rather.
_WISHES = ("like", "wish", "prefer", "hope", "expect", "want")
# Entries about how it ended, where the victim is the subject: "she would have survived".
_OUTCOME = "outcome"
# Entries about what the review held others to: "the panel would have expected a call".
_EXPECTED = "expected"
# Entries about work that somebody is to be kept from: "she must never teach again".
_WORK = "work"
# What would have come of somebody else's act: "they would have told him", had they been rung.
_CONSEQUENT = (Modality.WOULD_HAVE, Modality.MIGHT_HAVE)
# "The blame for her death belongs to him and to no one else", "is his alone".
_NOBODY_ELSE = re.compile(r"\b(?:to|with|on) (?:no[- ]one|nobody) else\b|\b(?:his|hers) alone\b")
# A system or a tool can break down, fall short or be late without anyone being blamed.
_NOT_OF_SYSTEMS = ("failure", "judgement", "intent")
# "It reflects badly on the team that …": nothing is said of what "it" may stand for.
_EMPTY_SUBJECTS = ("it", "this", "that", "which")
_NOBODY = Actor("", ActorKind.UNKNOWN)
_PROFESSIONAL = (ActorKind.INDIVIDUAL, ActorKind.AGENCY)
# "The nurse's silence", "police inaction".
_OWNERS = ("nmod:poss", "compound", "nmod:desc")
# What is neither a person nor a body of people, or not known to be one.
_THINGS = (ActorKind.UNKNOWN, ActorKind.SYSTEM)
# "Understandably guarded", "rightly dismissed": with good reason, it is no charge.
_EXCUSED = ("intent", "family")


def blame_hits(entries: Iterable[Sequence[EntryHit]]) -> dict[str, tuple[Hit, ...]]:
    """The hits by code, each in reading order, at most one for a place and rule.

    `entries` holds the lexicon entries found, sentence by sentence.
    """
    hits: dict[str, list[Hit]] = {code: [] for code in CODES.values()}
    for sentence in entries:
        blaming = as_it_stands([found for found in sentence if _is_blame(found)])
        blame = [(code, _hit(found, code)) for found in blaming for code in _codes(found)]
        for code, hit in _without_echoes(without_overlaps(blame)):
            hits[code].append(hit)
    return {code: tuple(found) for code, found in hits.items()}


def _hit(found: EntryHit, code: str) -> Hit:
    hit = found.hit(_confidence(found))
    return replace(hit, actor=_NOBODY) if _is_of_nobody(found, code) else hit


def _is_of_nobody(found: EntryHit, code: str) -> bool:
    """Whether the one it is said of is not who is blamed.

    Who expects or finds it is not, and whom it is expected of need not be named; the child who "should
    have been on a plan" or "would have lived" is not either, nor a "Mr Dale" of whom nothing tells his
    office.
    """
    if found.entry.kind == _EXPECTED or (_names_review(found) and _is_what_it_found(found)):
        return True
    kind = found.clause.actor.kind
    if code != CODES["hindsight"]:
        return False
    return kind is ActorKind.FAMILY or (kind is ActorKind.NAME and _is_owed(found))


def _is_owed(found: EntryHit) -> bool:
    """Whether it says what others owed the one it is said of, who is no professional."""
    actor = found.clause.actor_span
    agent = actor is not None and actor.start > found.clause.predicate.start
    owed = not agent and found.parsed.reader.owed.tells_of(found.head)
    return owed and not _is_professional(found)


def _without_echoes(found: Sequence[tuple[str, Hit]]) -> list[tuple[str, Hit]]:
    """The hits without those that say again, under another rule, what the same words are told of.

    Where they are a motive and blame of the family, they are the latter of one known by name ("Mr Pell
    was deaf to every warning"), and a motive where nobody is named ("could not be bothered").
    """
    motives = [hit.span for code, hit in found if code == CODES["intent"]]
    of_family = [
        hit.span
        for code, hit in found
        if code == CODES["family"] and not (_is_nobodys(hit) and _overlaps(hit, motives))
    ]
    return _told_once([(code, hit) for code, hit in found if not _is_echo(code, hit, of_family)])


def _is_echo(code: str, hit: Hit, of_family: Sequence[Span]) -> bool:
    if code == CODES["family"]:
        return hit.span not in of_family
    named = hit.actor is not None and hit.actor.kind in (ActorKind.NAME, ActorKind.UNKNOWN)
    return code == CODES["intent"] and named and _overlaps(hit, of_family)


def _told_once(found: list[tuple[str, Hit]]) -> list[tuple[str, Hit]]:
    """The hits, in their order, without those whose words one of a label that outdoes theirs tells of."""
    told: list[tuple[str, Hit]] = []
    for label, outdoing in _OUTDONE_BY.items():
        codes = [CODES[other] for other in outdoing]
        spans = [hit.span for code, hit in told if code in codes]
        own = [(code, hit) for code, hit in found if code == CODES[label]]
        told += [(code, hit) for code, hit in own if not _overlaps(hit, spans)]
    return [one for one in found if one in told]


def _overlaps(hit: Hit, spans: Sequence[Span]) -> bool:
    return any(hit.span.overlaps(span) for span in spans)


def _is_nobodys(hit: Hit) -> bool:
    """Whether nobody is named, not even as "they"."""
    actor = hit.actor
    return actor is None or (
        actor.kind is ActorKind.UNKNOWN and actor.text.lower() not in ("he", "she", "they")
    )


def _is_blame(found: EntryHit) -> bool:
    if found.entry.label not in CODES or not _is_said(found):
        return False
    if (
        found.entry.label not in _TIMELESS
        and is_general(found.head)
        and not _needs_no_expert(found)
    ):
        return False
    if found.entry.label == "hindsight" and found.parsed.reader.moods.is_putative(found.head):
        return False
    if found.entry.kind != _EXPECTED and _is_of_review(found):
        return False
    reader = found.parsed.reader
    if found.entry.label == "certainty" and _is_clear_to_review(found):
        return False
    if found.entry.label in _EXCUSED and reader.reasons.excuses(found.head):
        return False
    if found.entry.label == "family" and (
        _is_professional(found) or _is_of_thing(found) or _is_owned_by_professional(found)
    ):
        return False
    if found.entry.label == "fault" and _is_perpetrators(found):
        return False
    if found.entry.label == "judgement" and _is_state_of_family(found):
        return False
    return _is_of_practice(found) or not reader.crime.tells_of(found.head)


def _needs_no_expert(found: EntryHit) -> bool:
    """ "You do not need a degree to see it": said of anybody, and a verdict all the same."""
    return found.entry.label == "certainty" and found.clause.actor.text.lower() == "you"


def _is_of_review(found: EntryHit) -> bool:
    """Whether it is said of the review or its author: their own doing or wish, not a verdict."""
    actor = found.clause.actor.text
    if actor.lower() in ("i", "we") and _is_own(found):
        return True
    if found.entry.label in _TIMELESS or not _names_review(found):
        return False
    return not _is_what_it_found(found)


def _names_review(found: EntryHit) -> bool:
    return found.parsed.reader.actors.names_review(found.clause.actor.text)


def _is_what_it_found(found: EntryHit) -> bool:
    """ "The panel found that …": what stands behind "that" is of others, whatever seems its subject."""
    finder = found.actor_words
    if finder is None:
        return False
    between = list(found.parsed.doc[finder.end : found.match.start])
    while between and not (between[0].lower_ == "that" and between[0].dep_ == "mark"):
        between.pop(0)
    return bool(between) and not any(t.lower_ in ("it", "we", "its", "our") for t in between)


def _is_own(found: EntryHit) -> bool:
    """Whether what the author says of "I" and "we" is their own doing or wish, not a verdict."""
    label = found.entry.label
    return label in _OF_DEEDS or (label != "sanction" and _is_wished(found))


def _is_wished(found: EntryHit) -> bool:
    """ "Less than we should have liked": the verb may stand behind the words that matched."""
    after = found.parsed.doc[found.match.end : found.match.end + 1]
    return any(t.lemma_ in _WISHES for t in (found.head, *after))


def _is_clear_to_review(found: EntryHit) -> bool:
    """ "It was evident to the reviewer": what the review came to see."""
    actors = found.parsed.reader.actors
    seers = (c for c in tree.children(found.head, "obl", "nmod") if tree.case_of(c) == "to")
    return any(c.lower_ in ("me", "us") or actors.is_review(c) for c in seers)


def _is_professional(found: EntryHit) -> bool:
    """Whether a name goes with an office or a role: "PC Brennan", "Dr Lomax", "Ms Lowe, the manager"."""
    actor, actors = found.clause.actor, found.parsed.reader.actors
    if actor.kind is not ActorKind.NAME:
        return False
    words = found.actor_words
    return actors.has_office(actor.text) or (words is not None and actors.has_role(words.root))


def _is_owned_by_professional(found: EntryHit) -> bool:
    """ "Police inaction cost him his life", "the carelessness of the GP cost him his life"."""
    if found.clause.actor.kind is not ActorKind.UNKNOWN:
        return False
    words = found.parsed.doc[found.match.start : found.match.end]
    owners = [c for t in words if t.pos_ == "NOUN" for c in tree.children(t, *_OWNERS)]
    subject = tree.subject(found.head)
    if subject is not None:
        of = (c for c in tree.children(subject, "nmod") if tree.case_of(c) == "of")
        owners += [*tree.children(subject, *_OWNERS), *of]
    return any(found.parsed.reader.actors.kind_of(owner) in _PROFESSIONAL for owner in owners)


def _is_of_thing(found: EntryHit) -> bool:
    """ "Rules that kept visitors out", "crying that would not stop": a deed of no member of a family."""
    actor, words = found.clause.actor, found.actor_words
    if found.entry.of:  # it names the things of a family's that may be said to do so: their temper
        return False
    if actor.kind not in _THINGS or words is None or found.head.pos_ != "VERB":
        return False
    return all(t.pos_ not in ("PROPN", "PRON", "NUM") for t in words)


def _is_state_of_family(found: EntryHit) -> bool:
    """ "Mr Gale was muddled on waking": how one of the family was, no verdict on anybody's work.

    Asked of words that may be said of other things than work: those of entries that name what else.
    """
    if not found.entry.not_of or found.clause.actor.kind is not ActorKind.UNKNOWN:
        return False
    subject, actors = tree.subject(found.head), found.parsed.reader.actors
    if subject is None:
        return False
    return not tree.case_of(subject) and actors.kind_of(subject) is ActorKind.FAMILY


def _is_perpetrators(found: EntryHit) -> bool:
    """ "Responsibility for the abuse rests with him": a crime laid at its perpetrator's door."""
    if found.clause.actor.kind in _PROFESSIONAL:
        return False
    alone = _NOBODY_ELSE.search(found.parsed.doc.text) is not None
    return alone or found.parsed.reader.crime.is_answered_for(found.head)


def _is_of_practice(found: EntryHit) -> bool:
    """Whether it is said of professionals, though in words of crime: "they ought to have arrested him"."""
    label, professional = found.entry.label, found.clause.actor.kind in _PROFESSIONAL
    return label == "sanction" or (label == "hindsight" and professional)


def _is_said(found: EntryHit) -> bool:
    """Whether the report itself says it, as fact, of someone who can be blamed."""
    entry, kind = found.entry, found.clause.actor.kind
    if not _is_put(found):
        return False
    if kind is ActorKind.PERPETRATOR and entry.kind != _OUTCOME:
        return False
    return (
        kind is not ActorKind.SYSTEM
        or found.clause.actor.text.lower() in _EMPTY_SUBJECTS
        or entry.label not in _NOT_OF_SYSTEMS
        or bool(entry.of or entry.not_of)
    )


def _is_put(found: EntryHit) -> bool:
    """Whether it is called for, where the entry asks for that, or else said as fact and not denied.

    An entry's own words may hold a denial, whatever the parse makes of it.
    """
    entry, clause = found.entry, found.clause
    reader = found.parsed.reader
    if entry.kind == _WORK and reader.calls.is_way_of_working(found.head, reader.actors):
        return False
    if entry.called:
        return clause.call == entry.called and clause.mood is not Mood.QUESTION
    if not clause.view.is_reports:
        return False
    denied = clause.negated or (entry.negated and found.denial)
    agrees = denied == entry.negated or (entry.denial_inside and found.any_denial)
    return agrees and clause.mood in _moods_of(entry)


def _moods_of(entry: Entry) -> tuple[Mood, ...]:
    """What must be borne or suffered is said as what ought to be, or as a condition; other blame is not."""
    if entry.label == "sanction":
        return (Mood.STATEMENT, Mood.RECOMMENDATION, Mood.CONDITION)
    if entry.label == "fault":
        return (Mood.STATEMENT, Mood.RECOMMENDATION)
    return (Mood.STATEMENT,)


def _codes(found: EntryHit) -> tuple[str, ...]:
    """The rules it breaks: fault laid at the family's door is blame of the family as well."""
    label = found.entry.label
    family = found.clause.actor.kind is ActorKind.FAMILY and found.entry.kind != _OUTCOME
    if label == "hindsight" and (found.clause.modality in _CONSEQUENT or _is_owed(found)):
        family = False
    if family and label in _TO_FAMILY:
        return (CODES["family"],)
    if family and label == "fault":
        return CODES["fault"], CODES["family"]
    return (CODES[label],)


def _confidence(found: EntryHit) -> Confidence:
    """One step lower where nobody is named as the actor."""
    confidence = found.entry.confidence
    if found.clause.actor.kind is ActorKind.UNKNOWN and confidence is Confidence.HIGH:
        return Confidence.MEDIUM
    return confidence
