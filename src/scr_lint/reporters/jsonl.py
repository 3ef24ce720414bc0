"""JSON lines: a reader may handle each line as it comes.

Each draft gives one line of type "document" (its counts, verdicts, coverage) followed by one of
type "finding" for each finding; a path that could not be checked gives one of type "error".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from scr_lint.finding import DocumentReport, Failure, Report
from scr_lint.reporters.clean import encodable
from scr_lint.reporters.style import Part, Style
from scr_lint.reporters.wire import Wire, document_wire, finding_wire
from scr_lint.reporters.withhold import shareable_draft

# JSON leaves these raw, and programs that split at every Unicode line end would cut a line in two.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def render(report: Report, style: Style) -> str:
    """One JSON object a line, each with a "type"."""
    return "".join(chunks(report.parts, style))


def chunks(parts: Iterable[Part], style: Style) -> Iterator[str]:
    """The same, draft by draft."""
    for part in parts:
        yield "".join(_line(wire) for wire in _wires(part, style))


def _wires(part: Part, style: Style) -> Iterator[Wire]:
    if isinstance(part, Failure):
        yield {"type": "error", "path": part.path, "message": part.message}
    else:
        yield from _document(shareable_draft(part, style), style)


def _document(document: DocumentReport, style: Style) -> Iterator[Wire]:
    whole = document_wire(document, style)
    whole["findings"] = len(document.findings)
    yield {"type": "document", **whole}
    for finding in document.findings:
        yield {"type": "finding", "path": document.path, **finding_wire(finding, style)}


def _line(wire: Wire) -> str:
    return encodable(json.dumps(wire, ensure_ascii=False)).translate(_LINE_ENDS) + "\n"
