"""Findings on a terminal, under the place in the draft where their words stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from scr_lint.finding import WHOLE_DRAFT, Confidence, DocumentReport, Finding, Severity
from scr_lint.model import Span
from scr_lint.reporters.plain_words import actor_words, trail
from scr_lint.reporters.screen import Screen, styled

# Guillemets are in every console's font and code page, and rare in English drafts.
OPEN, CLOSE = "«", "»"
_COLORS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_INDENT = "  "
_SENTENCE = "  │ "


def put_findings(screen: Screen, report: DocumentReport) -> None:
    """Write all findings, in the report's order, each reason once however many rules share it."""
    explained: dict[str, str] = {}
    for place, findings in groupby(report.findings, _place):
        screen.heading(place)
        _put_group(screen, tuple(findings), explained)


def _place(finding: Finding) -> str:
    location = finding.location
    if location.block is None:
        return WHOLE_DRAFT.capitalize()
    return trail((*location.section, location.within_section()))


def _put_group(screen: Screen, findings: Sequence[Finding], explained: dict[str, str]) -> None:
    shown: Text | None = None
    for finding in findings:
        sentence = _sentence(finding)
        if sentence and sentence != shown:
            screen.blank()
            screen.put(sentence, first=_SENTENCE, rest=_SENTENCE)
        shown = sentence
        screen.blank()
        _put_finding(screen, finding, explained)
    screen.blank()


def _sentence(finding: Finding) -> Text:
    """The sentence with the flagged words marked; the words alone where there is no sentence."""
    sentence, marked = finding.sentence, _marked(finding)
    if marked is None:
        return styled(sentence) if sentence else styled(finding.text)
    return Text.assemble(
        styled(sentence[: marked.start]),
        styled(f"{OPEN}{marked.of(sentence)}{CLOSE}", _COLORS[finding.severity]),
        styled(sentence[marked.end :]),
    )


def _marked(finding: Finding) -> Span | None:
    """Where the flagged words stand in the sentence's text; None where that is not known."""
    within, start, end = finding.sentence_span, finding.location.start, finding.location.end
    if within is None or start is None or end is None or len(within) != len(finding.sentence):
        return None
    first, last = max(start, within.start), min(end, within.end)
    return Span(first, last).shifted(-within.start) if first < last else None


def _put_finding(screen: Screen, finding: Finding, explained: dict[str, str]) -> None:
    _put_heading(screen, finding)
    screen.put(styled(finding.message), first=_INDENT)
    if finding.actor:
        _put_row(screen, "Who", actor_words(finding.actor))
    if finding.instead:
        _put_row(screen, "Instead", finding.instead)
    _put_reason(screen, finding, explained)


def _put_heading(screen: Screen, finding: Finding) -> None:
    heading = Text.assemble(
        styled(finding.severity.upper(), _COLORS[finding.severity]),
        styled(f"  {finding.rule} {finding.name}", "bold"),
    )
    if finding.confidence is not Confidence.HIGH:
        heading.append_text(styled(f" · {finding.confidence} confidence", "dim"))
    screen.put(heading, first=_INDENT)


def _put_row(screen: Screen, label: str, words: str, look: str = "") -> None:
    screen.put(styled(words, look), first=f"{_INDENT}{label:<9}", rest=" " * 11)


def _put_reason(screen: Screen, finding: Finding, explained: dict[str, str]) -> None:
    mark = f"fingerprint {finding.fingerprint[:12]}"
    if finding.why and finding.why not in explained:
        explained[finding.why] = finding.rule
        _put_row(screen, "Why", f"“{finding.why}” (Quality Marker)")
    elif finding.why:
        mark = f"why: as above ({explained[finding.why]}) · {mark}"
    screen.put(styled(mark, "dim"), first=_INDENT)
