"""What the Quality Marker's questions look for in a draft, and each of these in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Question(StrEnum):
    """The Quality Marker's three questions, in order."""

    COMMUNICATION = "communication"
    STRENGTH = "strength"
    TENSIONS = "tensions"


class Label(StrEnum):
    """What a passage is; whoever was told has a label of his own, by `told_label`."""

    LEARNING = "purpose-learning"
    PREVENTION = "purpose-prevention"
    DISCLAIMER = "purpose-disclaimer"
    HEDGED = "purpose-hedged"
    COMPETING = "purpose-competing"
    EXPECTATION = "purpose-expectation"
    TRIGGER = "tension-trigger"
    ACKNOWLEDGED = "tension-acknowledged"
    DISMISSED = "tension-dismissed"
    RULED_OUT = "tension-ruled-out"


# Labels of passages that say plainly what the review is for.
POSITIVE = (Label.LEARNING, Label.PREVENTION)
_TOLD = "communicated-"


def told_label(party: str) -> str:
    """The label of a passage that says that this party was told what the review is for."""
    return f"{_TOLD}{party}"


def says_told(label: str) -> bool:
    """Whether a label is that of a passage that says that some party was told."""
    return label.startswith(_TOLD)


class Party(StrEnum):
    """Who is to be told what the review is for; the family may be, the others must."""

    BOARD = "board"
    LEADERS = "leaders"
    PRACTITIONERS = "practitioners"
    REVIEWERS = "reviewers"
    FAMILY = "family"


NECESSARY = (Party.BOARD, Party.LEADERS, Party.PRACTITIONERS, Party.REVIEWERS)


class Element(StrEnum):
    """What a statement of purpose may name."""

    LEARNING = "learning"
    IMPROVEMENT = "improvement"
    PREVENTION = "prevention"


class Circumstance(StrEnum):
    """What may complicate the purpose."""

    CRIMINAL = "criminal"
    INQUEST = "inquest"
    DISCIPLINARY = "disciplinary"
    CIVIL = "civil"
    MEDIA = "media"
    GOVERNMENT = "government"
    MANAGEMENT = "management"
    BELOW_STANDARD = "below-standard"


class Lack(StrEnum):
    """What an answer may miss beside a party, an element or a circumstance."""

    STATEMENT = "statement"
    POSITIVE = "positive"
    UNHEDGED = "unhedged"
    IMPROVEMENT_OR_PREVENTION = "improvement-or-prevention"
    OPENING = "opening"
    UNDIVIDED = "undivided"
    CIRCUMSTANCES = "circumstances"


WORDS: Mapping[str, str] = {
    Party.BOARD: "the members of the board or partnership",
    Party.LEADERS: "the leaders of the agencies involved",
    Party.PRACTITIONERS: "the practitioners directly involved",
    Party.REVIEWERS: "those conducting the review",
    Party.FAMILY: "the family",
    Circumstance.CRIMINAL: "criminal proceedings",
    Circumstance.INQUEST: "an inquest",
    Circumstance.DISCIPLINARY: "disciplinary, capability or regulatory action",
    Circumstance.CIVIL: "a complaint or civil claim",
    Circumstance.MEDIA: "media interest",
    Circumstance.GOVERNMENT: "government or inspectorate expectation",
    Circumstance.MANAGEMENT: "pressure from senior managers",
    Circumstance.BELOW_STANDARD: "practice reported to the employer",
    Lack.STATEMENT: "any statement that the review is for learning and improvement",
    Lack.POSITIVE: "a statement of what the review is for: it says only what it is not",
    Lack.UNHEDGED: "a statement that is not only a hope",
    Lack.IMPROVEMENT_OR_PREVENTION: "improvement or prevention",
    Lack.OPENING: "the statement in the opening of the report",
    Lack.UNDIVIDED: "a purpose without an aim that competes with learning",
    Lack.CIRCUMSTANCES: "any word of circumstances that complicate the purpose",
}


# The rules whose findings, dealt with, change the answer to a question.
ANSWERED_BY: Mapping[int, tuple[str, ...]] = {
    1: ("LP007",),
    2: ("LP001", "LP002", "LP003", "LP004", "LP005", "LP006"),
    3: ("TA001", "TA002", "TA003"),
}


def is_complete(elements: Iterable[str]) -> bool:
    """Whether a statement of purpose names learning with improvement or prevention."""
    named = frozenset(elements)
    return Element.LEARNING in named and not named.isdisjoint(
        (Element.IMPROVEMENT, Element.PREVENTION)
    )
