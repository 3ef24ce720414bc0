"""Where findings stand, as SARIF locations (3.28 to 3.33)."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from scr_lint.finding import DocumentReport, Finding, Location
from scr_lint.model import Block, Span, TextPlace
from scr_lint.reporters.plain_words import trail
from scr_lint.reporters.style import Style

_TYPES: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "markdown": "text/markdown",
    "text": "text/plain",
}
_DRIVE = re.compile(r"[A-Za-z]:[\\/]|\\\\")


def artifact(report: DocumentReport) -> dict[str, Any]:
    """The draft as an artifact (3.24)."""
    kind = _TYPES.get(report.document.format)
    return {"location": {"uri": uri(report.path)}, **({"mimeType": kind} if kind else {})}


def uri(path: str) -> str:
    """`path` as a URI reference: relative where the path is, percent-encoded byte by byte."""
    if os.sep == "\\" or _DRIVE.match(path):
        path = path.replace("\\", "/")
    # Bytes of a file name that are no UTF-8 come as surrogates; encode the bytes themselves.
    encoded = quote(path, safe="/", errors="surrogateescape")
    if _DRIVE.match(path):
        return f"file:///{encoded.replace('%3A', ':', 1)}"
    if path.startswith("//"):
        return f"file:{encoded}"
    return f"file://{encoded}" if path.startswith("/") else encoded


def location(report: DocumentReport, finding: Finding, style: Style) -> dict[str, Any]:
    """Where `finding` stands: the file alone for a finding about the whole draft."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(report.path)}}
    block = report.block_of(finding)
    if block is None:
        return {"physicalLocation": physical}
    return _placed(physical, _region(block, finding), finding, style)


def former_location(path: str, finding: Finding, style: Style) -> dict[str, Any]:
    """Where a finding stood in the earlier draft at `path`, whose blocks are not at hand."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(path)}}
    if finding.location.block is None:
        return {"physicalLocation": physical}
    return _placed(physical, _bare_region(finding.location), finding, style)


def _placed(
    physical: dict[str, Any], region: dict[str, Any], finding: Finding, style: Style
) -> dict[str, Any]:
    snippet = {"snippet": {"text": finding.text}} if style.snippets and finding.text else {}
    return {
        "physicalLocation": {**physical, "region": {**region, **snippet}},
        "logicalLocations": [_logical(finding.location)],
        "properties": _printed(finding.location),
    }


def _region(block: Block, finding: Finding) -> dict[str, Any]:
    start, end = finding.location.start or 0, finding.location.end or 0
    pieces = block.locate(Span(start, max(start, end)))
    if pieces and isinstance(pieces[0].place, TextPlace):
        return _text_region(pieces[0].place, pieces[-1].place, len(pieces[-1].span))
    return _bare_region(finding.location)


def _bare_region(location: Location) -> dict[str, Any]:
    if location.line is not None:
        return {"startLine": location.line, "startColumn": location.column or 1}
    start, end = location.start or 0, location.end or 0
    # 3.30.2 allows lines only in text, so the text is the extracted one, a block to each line.
    line = (location.block or 0) + 1
    return {"startLine": line, "startColumn": start + 1, "endColumn": end + 1}


def _text_region(first: TextPlace, last: object, length: int) -> dict[str, Any]:
    assert isinstance(last, TextPlace)  # a block's segments are all of one file
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        # 3.30.8: the column after the last character.
        "endColumn": last.column + length,
    }


def _logical(location: Location) -> dict[str, Any]:
    """The place in words under its headings; a SARIF viewer groups by it."""
    name = location.label()
    return {
        "name": name,
        "fullyQualifiedName": trail((*location.section, location.within_section())),
        "kind": location.kind or "paragraph",
    }


def _printed(location: Location) -> dict[str, Any]:
    printed = {"page": location.page, "paragraph": location.paragraph}
    return {key: value for key, value in printed.items() if value is not None}
