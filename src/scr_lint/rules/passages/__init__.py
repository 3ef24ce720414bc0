"""The passages the Quality Marker asks for: what the review is for, who was told, what complicates it."""

from __future__ import annotations

from scr_lint.language.reading import Reading
from scr_lint.lexicon.profiles import Profile
from scr_lint.rules.evidence import FoundPassage
from scr_lint.rules.passages.audiences import AudienceFinder
from scr_lint.rules.passages.circumstances import CircumstanceFinder
from scr_lint.rules.passages.lines import Lines, cue_reader
from scr_lint.rules.passages.promises import PromiseFinder
from scr_lint.rules.passages.purposes import PurposeFinder


def find_passages(reading: Reading, profile: Profile) -> tuple[FoundPassage, ...]:
    """Every passage of sections 2 and 3 of the annotation guide, in reading order."""
    lines = Lines(reading, cue_reader(reading.lexicons, profile))
    finders = (
        PurposeFinder(lines),
        AudienceFinder(lines),
        CircumstanceFinder(lines),
        PromiseFinder(lines),
    )
    found = {passage for finder in finders for passage in finder.find()}
    return tuple(sorted(found, key=lambda p: (p.block, p.span, p.label, p.kind)))
