"""LP001 to LP006: whether, where and how strongly the draft says that the review is for learning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from scr_lint.finding import Confidence, Hit
from scr_lint.opening import opening_of
from scr_lint.rules.evidence import Evidence, FoundPassage
from scr_lint.sought import POSITIVE, Element, Label, is_complete

STATED = (*POSITIVE, Label.HEDGED)


def hits_at(passages: Iterable[FoundPassage], **values: str) -> Iterable[Hit]:
    """One hit for each sentence that holds any of the passages."""
    seen = set()
    for passage in passages:
        place = passage.block, passage.span
        if place not in seen:
            seen.add(place)
            yield Hit(
                block=passage.block,
                span=passage.span,
                sentence=passage.span,
                confidence=Confidence.MEDIUM,
                values=values,
            )


def purpose_missing(evidence: Evidence) -> Iterable[Hit]:
    """LP001: no statement at all, not even of what the review is not."""
    disclaimed = evidence.labelled(Label.DISCLAIMER)
    competing = evidence.labelled(Label.COMPETING)
    if not evidence.labelled(*STATED) and (competing or not disclaimed):
        yield Hit()


def purpose_late(evidence: Evidence) -> Iterable[Hit]:
    """LP002: the first statement, or the first that is complete, comes after the opening."""
    stated = evidence.labelled(*STATED)
    opening = opening_of(evidence.reading.document)
    early = [p for p in stated if opening.holds(p.block, p.span.start)]
    late = [p for p in stated if p not in early]
    if late and (
        not early
        or (is_complete(p.kind for p in stated) and not is_complete(p.kind for p in early))
    ):
        yield Hit(values={"where": _place_in_words(late[0], evidence)})


def purpose_negative_only(evidence: Evidence) -> Iterable[Hit]:
    """LP003: only what the review is not."""
    disclaimed = evidence.labelled(Label.DISCLAIMER)
    if disclaimed and not evidence.labelled(*STATED, Label.COMPETING):
        yield Hit(values={"words": _words(disclaimed[0], evidence)})


def purpose_hedged(evidence: Evidence) -> Iterable[Hit]:
    """LP004: each sentence that gives the purpose as a hope or a possibility."""
    yield from hits_at(evidence.labelled(Label.HEDGED))


def purpose_incomplete(evidence: Evidence) -> Iterable[Hit]:
    """LP005: learning with neither improvement nor prevention, or these without learning."""
    stated = evidence.labelled(*STATED)
    if not stated or is_complete(p.kind for p in stated):
        return
    elements = {p.kind for p in stated}
    has_learning = Element.LEARNING in elements
    missing = Element.IMPROVEMENT if has_learning else Element.LEARNING
    yield Hit(
        values={
            "there": Element.LEARNING if has_learning else _joined(sorted(elements)),
            "missing": missing,
            "unnamed": _unnamed(stated, evidence, has_learning=has_learning),
        },
        about=missing,
    )


def purpose_competing(evidence: Evidence) -> Iterable[Hit]:
    """LP006: each sentence that states an aim at odds with learning."""
    yield from hits_at(evidence.labelled(Label.COMPETING))


def _unnamed(stated: Sequence[FoundPassage], evidence: Evidence, *, has_learning: bool) -> str:
    """What else the statement leaves out, as a sentence; "" where nothing more."""
    text = " ".join(_words(p, evidence).lower() for p in stated)
    left_out = []
    if not any(word in text for word in ("agenc", "organisation", "service", "partner", "local")):
        left_out.append("the organisations that are to learn")
    if has_learning and not any(p.kind == Element.PREVENTION for p in stated):
        left_out.append("the prevention of similar harm")
    return f" Nor does it name {' or '.join(left_out)}." if left_out else ""


def _joined(words: Sequence[str]) -> str:
    return " and ".join(words)


def _words(passage: FoundPassage, evidence: Evidence) -> str:
    text = passage.span.of(evidence.reading.document.blocks[passage.block].text)
    return " ".join(text.split())


def _place_in_words(passage: FoundPassage, evidence: Evidence) -> str:
    block = evidence.reading.document.blocks[passage.block]
    if block.number:
        return f"in paragraph {block.number}"
    return f"in “{block.section[-1]}”" if block.section else "further on"


PURPOSE_CHECKS: Mapping[str, Callable[[Evidence], Iterable[Hit]]] = {
    "LP001": purpose_missing,
    "LP002": purpose_late,
    "LP003": purpose_negative_only,
    "LP004": purpose_hedged,
    "LP005": purpose_incomplete,
    "LP006": purpose_competing,
}
