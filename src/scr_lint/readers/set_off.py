"""Block quotations told by how they are set: indented on both sides, between running paragraphs.

A draft's own findings are set like that too, so that in doubt nothing is taken for a quotation: not
what stands under a heading, goes on for long, is announced or labelled as the review's own, or
makes up much of the draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MOST_PARAGRAPHS = 6
_MOST_WORDS = 250
# The share of a draft that is quoted at most; of a shorter one nothing can be said.
_MOST_OF_DRAFT = 0.3
_SHORTEST_DRAFT = 600
_SAME_PLACE = 3.0
_CLOSERS = "\"'\u2019\u201d)] "
# What a review makes, and says of itself when it announces that: never the words of others.
_MADE = (
    r"(?:find(?:s|ings?)?|found|conclu\w+|recommend\w*|learning|lessons?|themes?|questions?|"
    r"aims?|purpose|terms)"
)
_ANNOUNCED = re.compile(rf"\b{_MADE}\b", re.IGNORECASE)
_NUMBERED = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+){0,2} \d+(?:\.\d+)*\b")
_NAMED = re.compile(
    rf"(?:\w+ ){{0,2}}(?:{_MADE}|actions?|practice|messages?)(?: \w+){{0,2}}\s*[:.\u2013\u2014-]",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:the|this) (?:\w+ ){0,2}(?:panel|review|reviewers?|authors?|report)\b"
    r"|we (?:find|found|conclude)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How one paragraph is set, against the running text round it.

    `running` tells that it is part of that text, which may lead in a quotation; `narrow` that it is
    indented on both sides, `inset` that it is on the left and may be on the right; `apart` that its
    type is italic or smaller. `left`, in points, is where it begins. What stands `aside`, a note or
    box, parts nothing.
    """

    text: str
    running: bool = False
    narrow: bool = False
    inset: bool = False
    apart: bool = False
    left: float = 0.0
    aside: bool = False

    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def set_off(settings: Sequence[Setting]) -> frozenset[int]:
    """The indexes of the paragraphs that are block quotations."""
    places = [index for index, one in enumerate(settings) if not one.aside]
    flow = [settings[index] for index in places]
    found: list[int] = []
    at = 1
    while at < len(flow):
        end = _end(flow, at)
        if _is_short(flow[at:end]):
            found += range(at, end)
        at = max(end, at + 1)
    whole = sum(one.words() for one in flow)
    quoted = sum(flow[index].words() for index in found)
    if whole >= _SHORTEST_DRAFT and quoted > _MOST_OF_DRAFT * whole:
        return frozenset()
    return frozenset(places[index] for index in found)


def _end(settings: Sequence[Setting], start: int) -> int:
    """Where the quotation that begins here ends; `start` where none does."""
    before, first = settings[start - 1], settings[start]
    lead = before.text.rstrip().rstrip(_CLOSERS)
    led_in = lead.endswith(":")
    if not before.running or (led_in and _ANNOUNCED.search(lead.rpartition(". ")[2])):
        return start
    if not ((first.narrow and (first.apart or led_in)) or (first.inset and first.apart and led_in)):
        return start
    end = start
    while end < len(settings) and _belongs(settings[end], first):
        end += 1
    return end


def _belongs(setting: Setting, first: Setting) -> bool:
    """Whether a paragraph is set as the first of a quotation, and not as the review's own word."""
    alike = setting.apart == first.apart and abs(setting.left - first.left) < _SAME_PLACE
    own = any(kind.match(setting.text) for kind in (_NUMBERED, _NAMED, _OWN))
    return (setting.narrow or setting.inset) and alike and not own


def _is_short(run: Sequence[Setting]) -> bool:
    return len(run) <= _MOST_PARAGRAPHS and sum(one.words() for one in run) <= _MOST_WORDS
