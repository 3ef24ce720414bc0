"""The answers to the three questions of the Quality Marker, with the evidence for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scr_lint.finding import Answer, Passage, Verdict
from scr_lint.model import Document
from scr_lint.opening import Opening, opening_of
from scr_lint.sought import (
    NECESSARY,
    POSITIVE,
    Element,
    Label,
    Lack,
    Question,
    is_complete,
    says_told,
)

# What may stand beside a plain statement or instead of one, by the name `found` has for it.
_WEAKER = {"hedged": Label.HEDGED, "competing": Label.COMPETING, "disclaimer": Label.DISCLAIMER}

Found = dict[str, tuple[Passage, ...]]


def answers(document: Document, passages: Sequence[Passage]) -> tuple[Answer, Answer, Answer]:
    """The three answers in order; they rest on the passages alone."""
    return (
        _communication(passages),
        _strength(passages, opening_of(document)),
        _tensions(passages),
    )


def _communication(passages: Sequence[Passage]) -> Answer:
    """Who was told: all four parties, some, none. The family is shown but not required."""
    told = [p for p in passages if says_told(p.label)]
    found = _by_kind(told)
    missing = tuple(str(party) for party in NECESSARY if party not in found)
    verdict = _by_share(len(NECESSARY) - len(missing), len(NECESSARY))
    return Answer(1, Question.COMMUNICATION, verdict, found, missing)


def _strength(passages: Sequence[Passage], opening: Opening) -> Answer:
    positive = [p for p in passages if p.label in POSITIVE]
    early = [p for p in positive if _is_in(opening, p)]
    hedged, competing, disclaimed = (
        [p for p in passages if p.label == label] for label in _WEAKER.values()
    )
    found = _by_kind(positive)
    found |= {
        word: tuple(ps)
        for word, ps in zip(_WEAKER, (hedged, competing, disclaimed), strict=True)
        if ps
    }
    if not positive and not hedged:
        verdict = Verdict.NOT_MET
    elif is_complete(p.kind for p in early) and not competing:
        verdict = Verdict.MET
    else:
        verdict = Verdict.PARTLY
    missing = tuple(map(str, _lacking(positive, early, hedged, competing, disclaimed)))
    return Answer(2, Question.STRENGTH, verdict, found, missing)


def _lacking(
    positive: Sequence[Passage],
    early: Sequence[Passage],
    hedged: Sequence[Passage],
    competing: Sequence[Passage],
    disclaimed: Sequence[Passage],
) -> Iterable[str]:
    """What keeps the purpose from being put strongly."""
    if not positive and not hedged:
        yield Lack.POSITIVE if disclaimed and not competing else Lack.STATEMENT
    elif not positive:
        yield Lack.UNHEDGED
    elif not is_complete(p.kind for p in positive):
        yield from _elements_missing(positive)
    elif not is_complete(p.kind for p in early):
        yield Lack.OPENING
    if competing:
        yield Lack.UNDIVIDED


def _elements_missing(positive: Sequence[Passage]) -> Iterable[str]:
    elements = {p.kind for p in positive}
    if Element.LEARNING not in elements:
        yield Element.LEARNING
    if not is_complete(elements | {Element.LEARNING}):
        yield Lack.IMPROVEMENT_OR_PREVENTION


def _tensions(passages: Sequence[Passage]) -> Answer:
    triggers = _by_kind(p for p in passages if p.label == Label.TRIGGER)
    owned = _by_kind(p for p in passages if p.label == Label.ACKNOWLEDGED)
    dismissed = {p.kind for p in passages if p.label == Label.DISMISSED}
    ruled_out = tuple(p for p in passages if p.label == Label.RULED_OUT)
    settled = [kind for kind in triggers if kind in owned and kind not in dismissed]
    found = {kind: owned[kind] for kind in triggers if kind in owned}
    if ruled_out:
        found["ruled out"] = ruled_out
    missing: tuple[str, ...]
    if not triggers:
        verdict = Verdict.MET if ruled_out else Verdict.NOT_MET
        missing = () if ruled_out else (str(Lack.CIRCUMSTANCES),)
    else:
        # What is dismissed in one place and acknowledged in another is settled by half.
        verdict = _by_share(len(settled), len(triggers), some=not owned.keys().isdisjoint(triggers))
        missing = tuple(kind for kind in triggers if kind not in settled)
    return Answer(3, Question.TENSIONS, verdict, found, missing)


def _by_kind(passages: Iterable[Passage]) -> Found:
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        found.setdefault(passage.kind, []).append(passage)
    return {kind: tuple(group) for kind, group in found.items()}


def _by_share(part: int, whole: int, *, some: bool = False) -> Verdict:
    """Met where all of it is there, partly where a part is, or at least `some` of a part."""
    if part == whole:
        return Verdict.MET
    return Verdict.PARTLY if part or some else Verdict.NOT_MET


def _is_in(opening: Opening, passage: Passage) -> bool:
    where = passage.location
    return where.block is not None and opening.holds(where.block, where.start or 0)
