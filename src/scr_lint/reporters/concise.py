"""One line a finding, in the shape editors' error formats read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scr_lint.finding import DocumentReport, Finding, Location, Report
from scr_lint.reporters.clean import one_line
from scr_lint.reporters.style import Part, Style
from scr_lint.reporters.withhold import shareable_draft

_NOTES = ("footnote", "endnote", "text box")


def render(report: Report, style: Style) -> str:
    """`PATH:PLACE: CODE message` lines; "" where nothing was found."""
    return "".join(chunks(report.parts, style))


def chunks(parts: Iterable[Part], style: Style) -> Iterator[str]:
    """The same, draft by draft."""
    for part in parts:
        if isinstance(part, DocumentReport):
            findings = shareable_draft(part, style).findings
            yield "".join(f"{line(part.path, finding)}\n" for finding in findings)


def line(path: str, finding: Finding) -> str:
    """One finding on one line, without its newline."""
    where = ":".join(part for part in (path, place(finding.location)) if part)
    return one_line(f"{where}: {finding.rule} {finding.message}")


def place(location: Location) -> str:
    """ "12:5", "¶4.12", "footnote 3", "p23"; "" for the draft as a whole.

    Where there is neither number nor page, "¶4.12+2" is the second paragraph after 4.12, and what
    stands before any number is told in words.
    """
    if location.block is None:
        return ""
    if location.line is not None:
        return f"{location.line}:{location.column or 1}"
    if location.paragraph:
        # A note's number is not a paragraph's: both may be 3.
        return (
            f"{location.kind} {location.paragraph}"
            if _is_note(location)
            else f"¶{location.paragraph}"
        )
    if location.page is not None:
        return f"p{location.page}"
    if location.after:
        return f"¶{location.after}+{location.steps}"
    return location.unit().replace(":", " ")


def _is_note(location: Location) -> bool:
    return location.kind in _NOTES
