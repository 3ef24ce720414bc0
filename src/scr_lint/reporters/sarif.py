"""SARIF 2.1.0 (OASIS): the format code-scanning sites and result viewers read.

Section numbers in comments are those of the standard. A result whose `suppressions` is not empty
was accepted by someone; only its rule and reason are known, not its words or place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from scr_lint.finding import Acceptance, DocumentReport, Earlier, Failure, Finding, Report
from scr_lint.reporters.clean import one_line
from scr_lint.reporters.json_pieces import Members, pieces
from scr_lint.reporters.sarif_places import artifact, former_location, location, uri
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
    """The same, draft by draft."""
    runs = iter([Members(_run(parts, style))])
    yield from pieces(Members([("version", "2.1.0"), ("$schema", _SCHEMA), ("runs", runs)]))
    yield "\n"


def _run(parts: Iterable[Part], style: Style) -> Iterator[tuple[str, Any]]:
    """The members of the run: the results, an iterator, before what is known only after them."""
    drafts: list[dict[str, Any]] = []
    failures: list[Failure] = []
    yield "tool", {"driver": _driver(style)}
    yield "columnKind", "unicodeCodePoints"
    yield "properties", {"lines": _LINES}
    yield "results", _all_results(parts, style, drafts, failures)
    yield "artifacts", drafts
    yield "invocations", [_invocation(failures)]


def _all_results(
    parts: Iterable[Part],
    style: Style,
    drafts: list[dict[str, Any]],
    failures: list[Failure],
) -> Iterator[dict[str, Any]]:
    order = {code: index for index, code in enumerate(sorted(style.headers))}
    for part in parts:
        if isinstance(part, Failure):
            failures.append(part)
        else:
            drafts.append(artifact(part))
            yield from _results(shareable_draft(part, style), order, style)


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
    for finding, place, state in _placed(report, style):
        yield {**_rule(finding.rule, order), **_state(state), **_result(finding, place)}
    for acceptance in report.accepted:
        yield {**_rule(acceptance.rule, order), **_accepted(acceptance, report, style)}


def _placed(report: DocumentReport, style: Style) -> Iterator[tuple[Finding, dict[str, Any], str]]:
    """Each finding with its place and its state; "" where there is no earlier run to go by."""
    earlier = report.earlier
    for finding in report.findings:
        yield finding, location(report, finding, style), "new" if earlier else ""
    if earlier is None:
        return
    for finding in earlier.still:
        yield finding, location(report, finding, style), "unchanged"
    for finding in earlier.gone:
        yield finding, former_location(earlier.path, finding, style), "absent"


def _state(state: str) -> dict[str, str]:
    # 3.27.24
    return {"baselineState": state} if state else {}


def _rule(code: str, order: Mapping[str, int]) -> dict[str, Any]:
    return {"ruleId": code, "ruleIndex": order[code]} if code in order else {"ruleId": code}


def _result(finding: Finding, place: dict[str, Any]) -> dict[str, Any]:
    return {
        "level": str(finding.severity),
        "message": _message(finding.message or finding.name),
        "locations": [place],
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


def _accepted(acceptance: Acceptance, report: DocumentReport, style: Style) -> dict[str, Any]:
    header = style.headers.get(acceptance.rule)
    place = {"physicalLocation": {"artifactLocation": {"uri": uri(report.path)}}}
    return {
        **_state(_state_of_accepted(acceptance, report.earlier)),
        "level": level_of(header) if header else "warning",
        "message": _message(header.summary if header else acceptance.rule),
        "locations": [place],
        "partialFingerprints": {"scrLint/v1": acceptance.fingerprint},
        "suppressions": [_acceptance(acceptance)],
    }


def _state_of_accepted(acceptance: Acceptance, earlier: Earlier | None) -> str:
    if earlier is None:
        return ""
    return "unchanged" if acceptance.fingerprint in earlier.accepted else "new"


def _acceptance(acceptance: Acceptance) -> dict[str, Any]:
    about = {"by": acceptance.by, "date": acceptance.date}
    said = {"kind": "external", "status": "accepted"}
    why = {"justification": acceptance.reason} if acceptance.reason else {}
    return {**said, **why, "properties": {key: value for key, value in about.items() if value}}


def _message(text: str) -> dict[str, str]:
    # 3.11.5: braces are doubled, or they are placeholders. 3.11.6: "[a](b)" would be a live link.
    plain = one_line(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")
    return {"text": plain}
