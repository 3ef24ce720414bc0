"""The passages the Quality Marker asks for: what the review is for, who was told, what complicates it."""

from __future__ import annotations

from scr_lint.language.reading import Reading
from scr_lint.lexicon.cue_pattern import cue_lists
from scr_lint.lexicon.load import LexiconSet
from scr_lint.lexicon.profiles import Profile
from scr_lint.rules.evidence import FoundPassage
from scr_lint.rules.passages.audiences import AudienceFinder
from scr_lint.rules.passages.circumstances import CircumstanceFinder
from scr_lint.rules.passages.cues import CueReader
from scr_lint.rules.passages.lines import Lines
from scr_lint.rules.passages.promises import PromiseFinder
from scr_lint.rules.passages.purposes import PurposeFinder


class PassageFinder:
    """Finds passages by the cue lists of these lexicons, which it makes ready once for each profile."""

    def __init__(self, lexicons: LexiconSet) -> None:
        self._lexicons = lexicons
        self._readers: dict[str, CueReader] = {}

    def find(self, reading: Reading, profile: Profile) -> tuple[FoundPassage, ...]:
        """Every passage of sections 2 and 3 of the annotation guide, in reading order."""
        lines = Lines(reading, self._cue_reader(profile))
        purposes = tuple(PurposeFinder(lines).find())
        finders = (
            AudienceFinder(lines, purposes),
            CircumstanceFinder(lines),
            PromiseFinder(lines),
        )
        found = {*purposes, *(passage for finder in finders for passage in finder.find())}
        return tuple(sorted(found, key=lambda p: (p.block, p.span, p.label, p.kind)))

    def _cue_reader(self, profile: Profile) -> CueReader:
        """The reader of all cue lists with the profile's own names added."""
        if profile.name not in self._readers:
            lists = cue_lists(self._lexicons.words)
            for name, more in _names_of(profile).items():
                lists[name] = (*lists[name], *more)
            self._readers[profile.name] = CueReader(lists, self._lexicons.irregulars)
        return self._readers[profile.name]


def _names_of(profile: Profile) -> dict[str, tuple[str, ...]]:
    return {
        "review_kind": profile.reviews,
        "board": profile.boards,
        "leaders": profile.leaders,
        "reviewers": profile.reviewers,
    }
