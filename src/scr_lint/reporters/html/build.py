"""From a report to the page's view: one place that knows which part of the page shows what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from scr_lint.counted import counted
from scr_lint.finding import Acceptance, DocumentReport, Finding, Report, by_severity
from scr_lint.reporters.html.charts import bars_of, chapters_of, lanes_of, positions
from scr_lint.reporters.html.notes import marks_of, notes_of
from scr_lint.reporters.html.pieces import Mark
from scr_lint.reporters.html.questions import Places, evidence_marks, places_of, questions_of
from scr_lint.reporters.html.rows import Marked, block_id, rows_of
from scr_lint.reporters.html.view import Accepted, Draft, Note, Page, Row
from scr_lint.reporters.left_out import left_out, nothing_flagged
from scr_lint.reporters.plain_words import NOT_JUDGED, facts
from scr_lint.reporters.style import Style

_SLASHES = re.compile(r"[\\/]")


def page_of(report: Report, style: Style) -> Page:
    """The view of a report that has been through `shareable`."""
    # Under the page's title, a single draft needs no heading of its own.
    top = 3 if len(report.documents) == 1 else 4
    drafts = tuple(
        _draft(document, f"d{number}", top, style)
        for number, document in enumerate(report.documents, start=1)
    )
    return Page(
        title=drafts[0].name if len(drafts) == 1 else counted(len(drafts), "draft"),
        drafts=drafts,
        errors=tuple(f"{failure.path}: {failure.message}" for failure in report.errors),
        tool=f"scr-lint {style.tool}".strip(),
        snippets=style.snippets,
    )


def _draft(report: DocumentReport, prefix: str, top: int, style: Style) -> Draft:
    shown = style.snippets
    notes = notes_of(report, prefix, linked=shown)
    found = places_of(report.answers, prefix)
    places = found if shown else {}
    starts = positions(report.document.blocks)
    targets = {b.index: block_id(prefix, b.index) for b in report.document.blocks if shown}
    return Draft(
        id=prefix,
        name=_SLASHES.split(report.path)[-1] or report.path,
        folder=report.path if _SLASHES.search(report.path) else "",
        facts=" · ".join(facts(report)),
        counts=by_severity(report.findings),
        nothing=nothing_flagged(report),
        left_out=left_out(report),
        questions=questions_of(report, notes, places, prefix),
        lanes=lanes_of(report, starts, [(place.block, place.start) for place in found]),
        chapters=chapters_of(report, starts, targets) if shown else (),
        bars=bars_of(report.findings, style),
        whole=tuple(n for f, n in zip(report.findings, notes, strict=True) if not _placed(f)),
        rows=_rows(report, notes, places, Marked(prefix, top)) if shown else (),
        notes=notes,
        read=report.coverage.read,
        not_read=report.coverage.not_read,
        not_judged=NOT_JUDGED,
        accepted=tuple(map(_accepted, report.accepted)),
    )


def _placed(finding: Finding) -> bool:
    return finding.location.block is not None


def _rows(
    report: DocumentReport, notes: Sequence[Note], places: Places, empty: Marked
) -> tuple[Row, ...]:
    by_block: dict[int, list[tuple[Finding, Note]]] = defaultdict(list)
    for finding, note in zip(report.findings, notes, strict=True):
        if finding.location.block is not None:
            by_block[finding.location.block].append((finding, note))
    marks = _marks(report, by_block, evidence_marks(places, empty.prefix))
    noted = {index: [note for _, note in pairs] for index, pairs in by_block.items()}
    return rows_of(report.document.blocks, Marked(empty.prefix, empty.top, marks, noted))


def _marks(
    report: DocumentReport,
    by_block: dict[int, list[tuple[Finding, Note]]],
    evidence: Iterable[tuple[int, Mark]],
) -> dict[int, list[Mark]]:
    marks: dict[int, list[Mark]] = defaultdict(list)
    for index, pairs in by_block.items():
        findings, notes = [f for f, _ in pairs], [n for _, n in pairs]
        marks[index] = marks_of(findings, notes, len(report.document.blocks[index].text))
    for index, mark in evidence:
        marks[index].append(mark)
    return marks


def _accepted(acceptance: Acceptance) -> Accepted:
    return Accepted(
        acceptance.rule,
        acceptance.reason,
        acceptance.by,
        acceptance.date,
        acceptance.fingerprint,
    )
