"""SARIF 2.1.0 (OASIS): the format code-scanning sites and result viewers read.

Section numbers in comments are those of the standard. A result whose `suppressions` is not empty
was accepted by someone; only its rule and reason are known, not its words or place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from scr_lint.finding import DocumentReport, Failure, Finding, Report, Suppression
from scr_lint.reporters.clean import encodable, one_line
from scr_lint.reporters.sarif_places import artifact, location, uri
from scr_lint.reporters.sarif_rules import level_of, rule_descriptor
from scr_lint.reporters.style import Part, Style
from scr_lint.reporters.withhold import shareable_draft

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LINES = "In docx and pdf files a line is a block (a paragraph, cell or note) in reading order."


def render(report: Report, style: Style) -> str:
    """One SARIF log with one run."""
    return "".join(chunks(report.parts, style))


def chunks(parts: Iterable[Part], style: Style) -> Iterator[str]:
    """The same at the end of the run; until then only what will be written is kept."""
    log = {"version": "2.1.0", "$schema": _SCHEMA, "runs": [_run(parts, style)]}
    yield encodable(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _run(parts: Iterable[Part], style: Style) -> dict[str, Any]:
    order = {code: index for index, code in enumerate(sorted(style.headers))}
    artifacts: list[dict[str, Any]] = []
    results: list[dict[str, Any]] = []
    failures: list[Failure] = []
    for part in parts:
        if isinstance(part, Failure):
            failures.append(part)
        else:
            artifacts.append(artifact(part))
            results.extend(_results(shareable_draft(part, style), order, style))
    return {
        "tool": {"driver": _driver(style)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(failures)],
        "artifacts": artifacts,
        "results": results,
        "properties": {"lines": _LINES},
    }


def _driver(style: Style) -> dict[str, Any]:
    rules = [rule_descriptor(style.headers[code]) for code in sorted(style.headers)]
    # 3.19.2: an empty version is no version.
    version = {"version": style.tool} if style.tool else {}
    return {"name": "scr-lint", **version, "rules": rules}


def _invocation(failures: Sequence[Failure]) -> dict[str, Any]:
    return {
        "executionSuccessful": not failures,
        "toolExecutionNotifications": [_notification(failure) for failure in failures],
    }


def _notification(failure: Failure) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": uri(failure.path)}}}
    return {"level": "error", "message": _message(failure.message), "locations": [place]}


def _results(
    report: DocumentReport, order: Mapping[str, int], style: Style
) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        yield {**_rule(finding.rule, order), **_result(finding, report, style)}
    for suppression in report.suppressed:
        yield {**_rule(suppression.rule, order), **_accepted(suppression, report, style)}


def _rule(code: str, order: Mapping[str, int]) -> dict[str, Any]:
    return {"ruleId": code, "ruleIndex": order[code]} if code in order else {"ruleId": code}


def _result(finding: Finding, report: DocumentReport, style: Style) -> dict[str, Any]:
    return {
        "level": str(finding.severity),
        "message": _message(finding.message or finding.name),
        "locations": [location(report, finding, style)],
        "partialFingerprints": {"scrLint/v1": finding.fingerprint},
        "properties": _properties(finding),
    }


def _properties(finding: Finding) -> dict[str, Any]:
    said = {
        "confidence": str(finding.confidence),
        "entry": finding.entry,
        "instead": finding.instead,
        "actor": finding.actor.text if finding.actor else "",
        "actorKind": str(finding.actor.kind) if finding.actor else "",
    }
    return {key: value for key, value in said.items() if value}


def _accepted(suppression: Suppression, report: DocumentReport, style: Style) -> dict[str, Any]:
    header = style.headers.get(suppression.rule)
    place = {"physicalLocation": {"artifactLocation": {"uri": uri(report.path)}}}
    return {
        "level": level_of(header) if header else "warning",
        "message": _message(header.summary if header else suppression.rule),
        "locations": [place],
        "partialFingerprints": {"scrLint/v1": suppression.fingerprint},
        "suppressions": [_suppression(suppression)],
    }


def _suppression(suppression: Suppression) -> dict[str, Any]:
    about = {"by": suppression.by, "date": suppression.date}
    said = {"kind": "external", "status": "accepted", "justification": suppression.reason}
    return {**said, "properties": {key: value for key, value in about.items() if value}}


def _message(text: str) -> dict[str, str]:
    # 3.11.5: braces are doubled, or they are placeholders. 3.11.6: "[a](b)" would be a live link.
    plain = one_line(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")
    return {"text": plain}
