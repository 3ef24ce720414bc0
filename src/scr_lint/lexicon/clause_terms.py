"""What an entry may ask of its clause: the terms that the language layer answers in."""

from __future__ import annotations

from enum import StrEnum


class Modality(StrEnum):
    """The modal over a predicate; `-have` for what lies in the past."""

    NONE = "none"
    SHOULD_HAVE = "should-have"
    COULD_HAVE = "could-have"
    WOULD_HAVE = "would-have"
    OUGHT_TO_HAVE = "ought-to-have"
    NEEDED_TO = "needed-to"
    MIGHT_HAVE = "might-have"
    MUST_HAVE = "must-have"
    SHOULD = "should"
    COULD = "could"
    WOULD = "would"
    MAY = "may"
    MUST = "must"
    OUGHT_TO = "ought-to"


class Voice(StrEnum):
    """How the predicate is built."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOMINAL = "nominal"


class Call(StrEnum):
    """What the writer wants of a thing: that it be, that it be not, or nothing."""

    FOR = "for"
    AGAINST = "against"
    NONE = ""
