"""What the rules look at: the reading of a draft, the passages and the blame found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scr_lint.finding import Hit
from scr_lint.language.reading import Reading
from scr_lint.model import Span
from scr_lint.rulebook import Rulebook
from scr_lint.rules.entries import EntryHit


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """Words that count towards the marker, before the engine gives them a place.

    `label` is a label of sections 2 and 3 of the annotation guide; `kind` is the element of the
    purpose, the party or the kind of circumstance, "" where the label has none. Offsets are into the
    block's text.
    """

    label: str
    kind: str
    block: int
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a rule may ask about one draft.

    `entries` holds the lexicon entries found, sentence by sentence; `blame` the hits of BL001 to
    BL009 by code; `rules` what the settings choose and how heavy they make it.
    """

    reading: Reading
    entries: tuple[tuple[EntryHit, ...], ...]
    passages: tuple[FoundPassage, ...]
    blame: Mapping[str, tuple[Hit, ...]]
    rules: Rulebook

    def labelled(self, *labels: str) -> tuple[FoundPassage, ...]:
        """The passages with any of these labels, in reading order."""
        return tuple(p for p in self.passages if p.label in labels)
