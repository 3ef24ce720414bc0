"""Circumstances that complicate the purpose: mentioned, ruled out, waved away, or owned up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from scr_lint.model import Span
from scr_lint.rules.evidence import FoundPassage
from scr_lint.rules.passages.aims import denials
from scr_lint.rules.passages.lines import Line, Lines, spans_overlap

KINDS = (
    *("criminal", "inquest", "disciplinary", "civil", "media", "government", "management"),
    "below-standard",
)
_NOT_KIND = {"civil": "not_civil", "media": "not_media", "government": "not_government"}
_FRESH_ONLY = ("complaint", "complained", "claim")


@dataclass(slots=True)
class _Mention:
    """A sentence that names circumstances, and what the passage says of them."""

    line: Line
    kinds: tuple[str, ...]
    dismissed: list[Line] = field(default_factory=list)
    borne: list[Line] = field(default_factory=list)


class CircumstanceFinder:
    """Finds what the draft says of complicating circumstances."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def find(self) -> Iterator[FoundPassage]:
        """The tension passages of the draft."""
        mentions = [m for m in map(self._mention, self._lines.all) if m is not None]
        self._read_bearing(mentions)
        for mention in mentions:
            for kind in mention.kinds:
                yield mention.line.passage("tension-trigger", kind)
                for line in mention.dismissed:
                    yield line.passage("tension-dismissed", kind)
                for line in mention.borne:
                    yield line.passage("tension-acknowledged", kind)
        for line in self._lines.all:
            if self._rules_out(line):
                yield line.passage("tension-ruled-out")

    # --- mentions

    def _mention(self, line: Line) -> _Mention | None:
        if self._is_elsewhere(line) or self._rules_out(line):
            return None
        kinds = tuple(kind for kind in KINDS if self._names(line, kind))
        return _Mention(line, kinds) if kinds else None

    def _is_elsewhere(self, line: Line) -> bool:
        """Whether the sentence cannot speak of this review's circumstances."""
        if line.sentence.block.quoted or line.opener:
            return True
        if line.under("heading_back_matter", "heading_guidance"):
            return True
        return line.heading.any("heading_recommendation", "heading_narrative") and not self._is_of_review(line)

    def _is_of_review(self, line: Line) -> bool:
        return line.heading.any("heading_tension") or line.cues.any("own_review", "reviewers_voice")

    def _names(self, line: Line, kind: str) -> bool:
        excluded = line.cues.spans(_NOT_KIND[kind]) if kind in _NOT_KIND else ()
        spans = [s for s in line.cues.spans(kind) if not spans_overlap(s, excluded)]
        spans = [s for s in spans if not self._is_denied(line, s)]
        if not spans or self._is_policy(line):
            return False
        if kind in ("criminal", "inquest") and line.cues.any("outcome"):
            return line.cues.any("running") and line.cues.any("of_review")
        return True

    def _is_denied(self, line: Line, span: Span) -> bool:
        before = max(0, span.start - 24)
        return bool(list(denials(line, before, span.start)))

    def _is_policy(self, line: Line) -> bool:
        return line.cues.any("policy") and not line.cues.any("past_event")

    # --- what is said of them

    def _read_bearing(self, mentions: Sequence[_Mention]) -> None:
        by_index = {m.line.sentence.index: m for m in mentions}
        for mention in mentions:
            for line in self._passage(mention, by_index):
                if self._dismisses(line):
                    mention.dismissed.append(line)
                elif self._bears(line):
                    mention.borne.append(line)

    def _passage(self, mention: _Mention, by_index: dict[int, _Mention]) -> Iterator[Line]:
        """The mention and what follows it up to the next kind, in its paragraph and the next."""
        line = mention.line
        yield line
        for other in self._lines.after(line, 6):
            if other.sentence.index in by_index:
                if set(by_index[other.sentence.index].kinds) - set(mention.kinds):
                    return
                yield other
                continue
            if other.block > line.block + 1:
                return
            if other.block != line.block and not self._joins(line, other):
                return
            yield other

    def _joins(self, line: Line, other: Line) -> bool:
        """Whether the next paragraph still belongs to the passage."""
        return line.heading is other.heading and line.heading.any("heading_tension")

    def _dismisses(self, line: Line) -> bool:
        spans = line.cues.spans("dismissed")
        return bool(spans) and not line.cues.any("not_dismissed")

    def _bears(self, line: Line) -> bool:
        cues = line.cues
        if cues.any("governance") and not cues.any("bearing_trust"):
            return False
        if cues.any("bearing_people", "bearing_account") and cues.any("borne_on"):
            return True
        if cues.any("bearing_limits", "bearing_trust", "bearing_use", "bearing_expectation"):
            return cues.any("borne_on")
        return cues.any("bearing_delay") and cues.any("on_review")

    def _rules_out(self, line: Line) -> bool:
        """Whether the sentence says that there were none: several kinds, or any at all."""
        if "ruled_out" not in line.cues or line.heading.any("heading_narrative"):
            return False
        first = line.cues.spans("ruled_out")[0].start
        kinds = {k for k in KINDS for s in line.cues.spans(k, f"{k}_word") if s.start >= first}
        return len(kinds) >= 2 or line.cues.any("general_process")


_ANY = re.compile(r"\bany\b")
__all__ = ["KINDS", "CircumstanceFinder"]
