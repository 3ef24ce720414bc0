"""Findings as numbered notes, with the ids that tie a note to the words it is about."""

from __future__ import annotations

from collections.abc import Sequence

from scr_lint.finding import WHOLE_DRAFT, Confidence, DocumentReport, Finding
from scr_lint.model import Span
from scr_lint.reporters.clean import one_line
from scr_lint.reporters.html.pieces import Mark
from scr_lint.reporters.html.view import Note, Ref
from scr_lint.reporters.plain_words import actor_words


def notes_of(report: DocumentReport, prefix: str, *, linked: bool) -> tuple[Note, ...]:
    """A note for every finding, numbered from 1 in the report's order.

    `linked` says that the draft's words are on the page, so that a note has words to lead back to.
    """
    last = len(report.findings)
    return tuple(
        _note(finding, number, last, prefix, linked=linked)
        for number, finding in enumerate(report.findings, start=1)
    )


def _note(finding: Finding, number: int, last: int, prefix: str, *, linked: bool) -> Note:
    location = finding.location
    placed = linked and location.block is not None
    return Note(
        number=number,
        id=f"{prefix}-n{number}",
        mark=f"{prefix}-m{number}" if placed else "",
        next=f"{prefix}-n{number + 1}" if number < last else "",
        severity=finding.severity,
        code=finding.rule,
        name=finding.name,
        confidence="" if finding.confidence is Confidence.HIGH else str(finding.confidence),
        message=finding.message,
        who=actor_words(finding.actor) if finding.actor else "",
        instead=finding.instead,
        why=finding.why,
        entry=finding.entry,
        fingerprint=finding.fingerprint,
        place=location.label() or WHOLE_DRAFT.capitalize(),
        chapter=one_line(location.section[0]) if location.section else "",
    )


def marks_of(findings: Sequence[Finding], notes: Sequence[Note], length: int) -> list[Mark]:
    """The marks in a block of `length` code points, one for each finding in it."""
    return [_mark(f, note, length) for f, note in zip(findings, notes, strict=True)]


def _mark(finding: Finding, note: Note, length: int) -> Mark:
    start, end = finding.location.start, finding.location.end
    # Without a place in the block the link stands at its end.
    span = Span(length, length) if start is None or end is None else Span(start, end)
    label = f"Finding {note.number}, {note.severity}: {note.name}"
    ref = Ref(note.mark, note.id, str(note.number), label, str(note.severity))
    return Mark(span, ref, note.severity, f"{note.id}h")
