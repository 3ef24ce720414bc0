"""One row a finding, for a spreadsheet: UTF-8 with a byte order mark, CRLF line ends."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import StringIO

from scr_lint.finding import DocumentReport, Finding, Report
from scr_lint.reporters.clean import one_line
from scr_lint.reporters.plain_words import actor_words, trail
from scr_lint.reporters.style import Part, Style
from scr_lint.reporters.withhold import shareable_draft

_COLUMNS = (
    *("path", "code", "name", "severity", "confidence", "section", "paragraph", "page"),
    *("words", "sentence", "who", "message", "instead", "fingerprint"),
)
# Spreadsheets run a cell that begins so as a formula, full-width forms included (OWASP, "CSV
# injection").
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
# A fingerprint may happen to look like a number ("123456789e12") and would be rounded.
_NUMBER = re.compile(r"\d+(?:[.e]\d+)?")


def render(report: Report, style: Style) -> str:
    """The table with its heading row. Write it as bytes: Windows would double its line ends."""
    return "".join(chunks(report.parts, style))


def chunks(parts: Iterable[Part], style: Style) -> Iterator[str]:
    """The same, draft by draft."""
    yield "\ufeff" + _written([_COLUMNS])
    for part in parts:
        if isinstance(part, DocumentReport):
            yield _written(_rows(shareable_draft(part, style)))


def _written(rows: Iterable[Iterable[str]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _rows(document: DocumentReport) -> Iterator[list[str]]:
    for finding in document.findings:
        cells = [_cell(text) for text in (document.path, *_texts(finding))]
        cells.insert(_COLUMNS.index("page"), str(finding.location.page or ""))
        yield cells


def _texts(finding: Finding) -> tuple[str, ...]:
    """The finding's cells in the order of the columns, path and page left out."""
    return (
        finding.rule,
        finding.name,
        finding.severity,
        finding.confidence,
        trail(finding.location.section),
        # In words: a bare "4.10" would become the number 4.1.
        replace(finding.location, page=None).within_section(),
        finding.text,
        finding.sentence,
        actor_words(finding.actor) if finding.actor else "",
        finding.message,
        finding.instead,
        finding.fingerprint,
    )


def _cell(text: str) -> str:
    risky = _FORMULA.match(text) or _NUMBER.fullmatch(text)
    return one_line(f"'{text}" if risky else text)
