"""The sign-off sheet as Markdown: verdicts, open findings, accepted ones with who and why, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scr_lint.finding import DocumentReport, Failure, Report
from scr_lint.reporters.clean import encodable, markdown
from scr_lint.reporters.signoff_tables import SIGNATURES, Table, summary, tables
from scr_lint.reporters.style import Part, Style
from scr_lint.reporters.withhold import shareable_draft

_RULE = "_" * 24


def render(report: Report, style: Style) -> str:
    """One sheet a draft, each under a heading of its own."""
    return "".join(chunks(report.parts, style))


def chunks(parts: Iterable[Part], style: Style) -> Iterator[str]:
    """The same, draft by draft."""
    for part in parts:
        if isinstance(part, Failure):
            text = f"# Not checked: {markdown(part.path)}\n\n{markdown(part.message)}\n\n"
        else:
            text = "\n".join(_sheet(shareable_draft(part, style), style)) + "\n"
        yield encodable(text)


def _sheet(report: DocumentReport, style: Style) -> Iterator[str]:
    yield f"# Sign-off sheet: {markdown(report.path)}\n"
    yield f"{markdown(summary(report, style))}\n"
    for table in tables(report, style):
        yield f"## {table.title}\n"
        yield from _rows(table) if table.rows else (table.none,)
        yield ""
    yield "## Signatures\n"
    yield from _grid(SIGNATURES.columns, [(who, _RULE, _RULE, _RULE) for (who,) in SIGNATURES.rows])
    yield ""


def _rows(table: Table) -> Iterator[str]:
    yield from _grid(table.columns, [[markdown(cell) for cell in row] for row in table.rows])


def _grid(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield "|" + " --- |" * len(columns)
    for row in rows:
        yield f"| {' | '.join(row)} |"
