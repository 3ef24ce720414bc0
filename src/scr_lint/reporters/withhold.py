"""A report for leaving the room: everything but the words of the draft."""

from __future__ import annotations

from dataclasses import replace

from scr_lint.finding import (
    Acceptance,
    Actor,
    Answer,
    DocumentReport,
    Earlier,
    Finding,
    Location,
    Passage,
    Report,
)
from scr_lint.reporters.style import Style


def shareable(report: Report, style: Style) -> Report:
    """`report` itself, or without the draft's words where `style.snippets` is False.

    Texts become "" and headings (). Messages quote the draft, so the rule's summary stands in. The
    reason in an ignore comment is the draft's, and may name people; one in a side file is kept. The
    blocks are kept for counts and places: render none of them.
    """
    if style.snippets:
        return report
    return replace(report, documents=tuple(shareable_draft(d, style) for d in report.documents))


def shareable_draft(report: DocumentReport, style: Style) -> DocumentReport:
    """The same for the report on one draft."""
    if style.snippets:
        return report
    return replace(
        report,
        findings=tuple(_finding(f, style) for f in report.findings),
        passages=tuple(_passage(p) for p in report.passages),
        answers=tuple(_answer(a) for a in report.answers),
        accepted=tuple(map(_acceptance, report.accepted)),
        earlier=report.earlier and _earlier(report.earlier, style),
    )


def _earlier(earlier: Earlier, style: Style) -> Earlier:
    still, gone = (tuple(_finding(f, style) for f in fs) for fs in (earlier.still, earlier.gone))
    return replace(earlier, still=still, gone=gone)


def _finding(finding: Finding, style: Style) -> Finding:
    header = style.headers.get(finding.rule)
    return replace(
        finding,
        message=header.summary if header else finding.name,
        text="",
        sentence="",
        sentence_span=None,
        actor=finding.actor and Actor("", finding.actor.kind),
        location=_location(finding.location),
    )


def _acceptance(acceptance: Acceptance) -> Acceptance:
    return replace(acceptance, reason="") if acceptance.in_the_draft else acceptance


def _passage(passage: Passage) -> Passage:
    return replace(passage, text="", location=_location(passage.location))


def _answer(answer: Answer) -> Answer:
    found = {key: tuple(_passage(p) for p in passages) for key, passages in answer.found.items()}
    return replace(answer, found=found)


def _location(location: Location) -> Location:
    return replace(location, section=())
