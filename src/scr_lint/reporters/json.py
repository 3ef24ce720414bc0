"""The whole report as JSON, for other programs; docs/report.schema.json is the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scr_lint.finding import Report
from scr_lint.reporters.json_pieces import Members, pieces
from scr_lint.reporters.style import Part, Style
from scr_lint.reporters.wire import report_members


def render(report: Report, style: Style) -> str:
    """One JSON object over several lines, keys always in the same order."""
    return "".join(chunks(report.parts, style))


def chunks(parts: Iterable[Part], style: Style) -> Iterator[str]:
    """The same, draft by draft."""
    yield from pieces(Members(report_members(parts, style)))
    yield "\n"
