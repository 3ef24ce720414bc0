"""GitHub workflow commands: one annotation a finding, for checks that run in a repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scr_lint.finding import Failure, Finding, Location, Report, Severity
from scr_lint.reporters.clean import one_line
from scr_lint.reporters.style import Part, Style
from scr_lint.reporters.withhold import shareable_draft

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, style: Style) -> str:
    """`::error file=…,line=…,title=…::message` lines; a path that failed is an error."""
    return "".join(chunks(report.parts, style))


def chunks(parts: Iterable[Part], style: Style) -> Iterator[str]:
    """The same, draft by draft."""
    for part in parts:
        if isinstance(part, Failure):
            lines = [_failure(part)]
        else:
            lines = [_finding(part.path, f) for f in shareable_draft(part, style).findings]
        yield "".join(f"{line}\n" for line in lines)


def _finding(path: str, finding: Finding) -> str:
    location = finding.location
    properties = {"file": path, **_position(location), "title": f"{finding.rule} {finding.name}"}
    # Only text files have lines to pin an annotation to; elsewhere the message carries the place.
    place = "" if location.line is not None else location.label()
    message = f"{place}: {finding.message}" if place else finding.message
    return _command(_COMMANDS[finding.severity], properties, message)


def _position(location: Location) -> dict[str, str]:
    if location.line is None:
        return {}
    return {"line": str(location.line), "col": str(location.column or 1)}


def _failure(failure: Failure) -> str:
    return _command("error", {"file": failure.path, "title": "not checked"}, failure.message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_message(message)}"


def _message(text: str) -> str:
    # The runner decodes exactly these (actions/toolkit, core/src/command.ts).
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
