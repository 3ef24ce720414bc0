"""The whole report as JSON, for other programs; docs/report.schema.json is the contract."""

from __future__ import annotations

import json

from scr_lint.finding import Report
from scr_lint.reporters.clean import encodable
from scr_lint.reporters.style import Style
from scr_lint.reporters.wire import report_wire
from scr_lint.reporters.withhold import shareable


def render(report: Report, style: Style) -> str:
    """One JSON object over several lines, keys always in the same order."""
    wire = report_wire(shareable(report, style), style)
    return encodable(json.dumps(wire, ensure_ascii=False, indent=2)) + "\n"
