"""The sign-off sheet as a Word document, to be printed and signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.shared import Cm
from docx.table import Table

from scr_lint.finding import DocumentReport, Report
from scr_lint.reporters.clean import one_line
from scr_lint.reporters.signoff_tables import SIGNATURES, summary, tables
from scr_lint.reporters.style import Style
from scr_lint.reporters.withhold import shareable

_SIGNING_HEIGHT = Cm(1.2)


def signoff_docx(report: Report, style: Style) -> bytes:
    """The sheets of all drafts in one document, each on a page of its own."""
    document = docx.Document()
    _set_up(document)
    known = shareable(report, style)
    for number, draft in enumerate(known.documents):
        if number:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _add_sheet(document, draft, style)
    for failure in known.errors:
        document.add_heading(one_line(f"Not checked: {failure.path}"), 1)
        document.add_paragraph(one_line(failure.message))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_up(document: WordDocument) -> None:
    """Landscape pages, and properties that say who made it: python-docx puts its own name there."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    properties = document.core_properties
    properties.author, properties.title = "scr-lint", "Sign-off sheet"
    properties.comments = ""
    properties.created = properties.modified = datetime.now(UTC)


def _add_sheet(document: WordDocument, report: DocumentReport, style: Style) -> None:
    document.add_heading(one_line(f"Sign-off sheet: {report.path}"), 1)
    document.add_paragraph(summary(report, style))
    for table in tables(report, style):
        document.add_heading(table.title, 2)
        if table.rows:
            _add_table(document, table.columns, table.rows)
        else:
            document.add_paragraph(table.none)
    document.add_heading(SIGNATURES.title, 2)
    blank = ("",) * (len(SIGNATURES.columns) - 1)
    signing = _add_table(document, SIGNATURES.columns, [(*row, *blank) for row in SIGNATURES.rows])
    for row in signing.rows[1:]:
        row.height = _SIGNING_HEIGHT


def _add_table(
    document: WordDocument, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> Table:
    table: Table = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    for cell, title in zip(table.rows[0].cells, columns, strict=True):
        cell.paragraphs[0].add_run(title).bold = True
    for row in rows:
        added = table.add_row()  # type: ignore[no-untyped-call]
        for cell, text in zip(added.cells, row, strict=True):
            cell.text = one_line(text)
    return table
