"""The whole report as JSON, for other programs; docs/report.schema.json is the contract."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from scr_lint.finding import Report
from scr_lint.reporters.clean import encodable
from scr_lint.reporters.style import Part, Style
from scr_lint.reporters.wire import parts_wire


def render(report: Report, style: Style) -> str:
    """One JSON object over several lines, keys always in the same order."""
    return "".join(chunks(report.parts, style))


def chunks(parts: Iterable[Part], style: Style) -> Iterator[str]:
    """The same at the end of the run; until then only what will be written is kept."""
    wire = parts_wire(parts, style)
    yield encodable(json.dumps(wire, ensure_ascii=False, indent=2)) + "\n"
