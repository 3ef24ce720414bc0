"""The JSON contract: a report as plain dictionaries, keys in the order the schema lists them.

docs/report.schema.json describes every key. With `style.snippets` False the draft's own words are
null; give `document_wire` and `finding_wire` what has been through `shareable`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from scr_lint.finding import (
    Acceptance,
    Actor,
    Answer,
    DocumentReport,
    Failure,
    Finding,
    Location,
    Passage,
    Severity,
    by_severity,
)
from scr_lint.model import Cell
from scr_lint.reporters.style import Part, Style
from scr_lint.reporters.withhold import shareable_draft

Wire = dict[str, Any]

VERSION = "1"


def report_members(parts: Iterable[Part], style: Style) -> Iterator[tuple[str, Any]]:
    """The members of the whole report, as `--format json` prints them.

    Take them in order: the documents, an iterator, to its end before what follows them.
    """
    errors: list[Wire] = []
    counts = _Counts()
    yield "version", VERSION
    yield "tool", {"name": "scr-lint", "version": style.tool}
    yield "documents", _documents(parts, style, errors, counts)
    yield "errors", errors
    yield "summary", counts.wire()


def _documents(
    parts: Iterable[Part], style: Style, errors: list[Wire], counts: _Counts
) -> Iterator[Wire]:
    """One wire a draft as it comes; failures go to `errors`."""
    for part in parts:
        if isinstance(part, Failure):
            errors.append({"path": part.path, "message": part.message})
        else:
            counts.add(part)
            yield document_wire(shareable_draft(part, style), style)


def document_wire(report: DocumentReport, style: Style) -> Wire:
    """One draft with all that was said of it."""
    return {
        "path": report.path,
        "format": report.document.format,
        "profile": report.profile,
        "pages": report.document.pages,
        "words": report.document.words(),
        "findings": [finding_wire(finding, style) for finding in report.findings],
        "coverage": {
            "read": list(report.coverage.read),
            "not_read": list(report.coverage.not_read),
        },
        "suppressed": [_acceptance(acceptance) for acceptance in report.accepted],
        "passages": [_passage(passage, style) for passage in report.passages],
        "quality_marker": [_answer(answer, style) for answer in report.answers],
    }


def finding_wire(finding: Finding, style: Style) -> Wire:
    """One finding."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "fingerprint": finding.fingerprint,
        "message": finding.message,
        "text": _words(finding.text, style),
        "sentence": _words(finding.sentence, style),
        "instead": finding.instead,
        "entry": finding.entry,
        "why": finding.why,
        "actor": _actor(finding.actor, style),
        "location": _location(finding.location, style),
    }


def _words(text: str, style: Style) -> str | None:
    return text if style.snippets else None


def _actor(actor: Actor | None, style: Style) -> Wire | None:
    if actor is None:
        return None
    return {"text": _words(actor.text, style), "kind": str(actor.kind)}


def _location(location: Location, style: Style) -> Wire:
    return {
        "page": location.page,
        "page_approximate": location.page_approximate,
        "paragraph": location.paragraph,
        "section": list(location.section) if style.snippets else None,
        "block": location.block,
        "kind": location.kind and str(location.kind),
        "cell": _cell(location.cell),
        "line": location.line,
        "column": location.column,
        "start": location.start,
        "end": location.end,
    }


def _cell(cell: Cell | None) -> Wire | None:
    if cell is None:
        return None
    return {"table": cell.table, "row": cell.row, "column": cell.column}


def _acceptance(acceptance: Acceptance) -> Wire:
    return {
        "fingerprint": acceptance.fingerprint,
        "rule": acceptance.rule,
        "reason": acceptance.reason,
        "by": acceptance.by,
        "date": acceptance.date,
    }


def _passage(passage: Passage, style: Style) -> Wire:
    return {"label": passage.label, "kind": passage.kind, **_evidence(passage, style)}


def _evidence(passage: Passage, style: Style) -> Wire:
    return {
        "text": _words(passage.text, style),
        "location": _location(passage.location, style),
    }


def _answer(answer: Answer, style: Style) -> Wire:
    return {
        "question": answer.question,
        "name": answer.name,
        "verdict": str(answer.verdict),
        "found": {
            key: [_evidence(passage, style) for passage in passages]
            for key, passages in answer.found.items()
        },
        "missing": list(answer.missing),
    }


@dataclass(slots=True)
class _Counts:
    """The summary so far."""

    documents: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=lambda: Counter(by_severity(())))

    def add(self, report: DocumentReport) -> None:
        self.documents += 1
        self.rules.update(finding.rule for finding in report.findings)
        self.severities.update(by_severity(report.findings))

    def wire(self) -> Wire:
        return {
            "documents": self.documents,
            "findings": self.rules.total(),
            "by_rule": dict(sorted(self.rules.items())),
            "by_severity": {str(severity): n for severity, n in self.severities.items()},
        }
