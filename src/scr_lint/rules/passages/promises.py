"""Promises to readers or family that the review will say who was responsible."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint.rules.evidence import FoundPassage
from scr_lint.rules.passages.aims import denials
from scr_lint.rules.passages.lines import Line, Lines
from scr_lint.sought import Label


class PromiseFinder:
    """Finds what raises the expectation that blame will be fixed."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def find(self) -> Iterator[FoundPassage]:
        """The promises of the draft, in reading order."""
        for line in self._lines.all:
            if promises(line):
                yield line.passage(Label.EXPECTATION)


def promises(line: Line) -> bool:
    """Whether the sentence tells readers or family that the review will fix blame.

    "The review will establish which agency must answer" promises nobody: it states an aim.
    """
    cues = line.cues
    pledges, contents = cues.spans("promise"), cues.spans("promised")
    if not pledges or not contents or not cues.any("promisee"):
        return False
    if cues.any("not_promise") or line.sentence.block.quoted:
        return False
    if line.under("heading_recommendation", "heading_back_matter"):
        return False
    if line.under("heading_narrative") and not cues.any("own_review"):
        return False
    if any(
        p.start < c.start and not list(denials(line, 0, c.start)) for p in pledges for c in contents
    ):
        return True
    return any(
        c.start < p.start and not list(denials(line, c.end, p.end))
        for p in cues.spans("pledge_after")
        for c in contents
    )
