"""JSON and JSON lines keep the contract of docs/report.schema.json."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scr_lint.finding import Report
from scr_lint.reporters import REPORTERS, Style

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8")
)


def faults(wire: Any, schema: Any = SCHEMA) -> list[str]:
    """What `schema` has against `wire`."""
    return [f"{e.json_path}: {e.message}" for e in Draft202012Validator(schema).iter_errors(wire)]


def part(name: str) -> Any:
    """The schema of one definition."""
    return {"$defs": SCHEMA["$defs"], "$ref": f"#/$defs/{name}"}


def objects_in(schema: Any) -> list[Any]:
    """Every schema of an object below `schema`."""
    below = schema.values() if isinstance(schema, dict) else schema
    found = [o for child in below if isinstance(child, dict | list) for o in objects_in(child)]
    return [schema, *found] if isinstance(schema, dict) and "properties" in schema else found


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_object_is_closed_and_every_field_required_and_described() -> None:
    for schema in (o for o in objects_in(SCHEMA) if "type" in o):
        assert schema["additionalProperties"] is False
        assert schema["required"] == list(schema["properties"])
        assert [k for k, v in schema["properties"].items() if "description" not in v] == []


@pytest.mark.parametrize("snippets", [True, False])
def test_json_keeps_the_contract(snippets: bool, sample_report: Report, style: Style) -> None:
    output = REPORTERS["json"](sample_report, replace(style, snippets=snippets))
    assert faults(json.loads(output)) == []


def test_an_empty_report_keeps_the_contract(style: Style) -> None:
    assert faults(json.loads(REPORTERS["json"](Report(()), style))) == []


def test_keys_come_in_the_order_the_schema_lists_them(sample_report: Report, style: Style) -> None:
    wire = json.loads(REPORTERS["json"](sample_report, style))
    assert list(wire) == list(SCHEMA["properties"])
    found = wire["documents"][0]["findings"][1]
    assert list(found) == list(SCHEMA["$defs"]["finding"]["properties"])
    assert list(found["location"]) == list(SCHEMA["$defs"]["location"]["properties"])


def test_the_words_of_the_draft_come_through_unchanged(sample_report: Report, style: Style) -> None:
    wire = json.loads(REPORTERS["json"](sample_report, style))
    for document, report in zip(wire["documents"], sample_report.documents, strict=True):
        for found, finding in zip(document["findings"], report.findings, strict=True):
            assert (found["text"], found["sentence"]) == (finding.text, finding.sentence)


def test_the_summary_counts_the_findings(sample_report: Report, style: Style) -> None:
    assert json.loads(REPORTERS["json"](sample_report, style))["summary"] == {
        "documents": 4,
        "findings": 8,
        "by_rule": {"BL001": 4, "BL002": 2, "BL012": 1, "LP002": 1},
        "by_severity": {"error": 3, "warning": 4, "note": 1},
    }


def test_without_snippets_the_words_are_null_and_their_keys_stay(
    word_report: Report, style: Style
) -> None:
    wire = json.loads(REPORTERS["json"](word_report, replace(style, snippets=False)))
    found = wire["documents"][0]["findings"][1]
    assert (found["text"], found["sentence"], found["actor"]) == (
        None,
        None,
        {"text": None, "kind": "individual"},
    )
    assert found["location"]["section"] is None
    assert found["location"]["paragraph"] == "4.12"


def test_each_json_line_stands_alone_and_says_its_type(sample_report: Report, style: Style) -> None:
    lines = REPORTERS["jsonl"](sample_report, style).splitlines()
    kinds = [json.loads(line)["type"] for line in lines]
    assert kinds == (
        ["document"] + ["finding"] * 5 + ["document"] + ["finding"] * 2
        + ["document", "finding", "document", "error"]
    )  # fmt: skip


def test_a_finding_s_line_keeps_the_contract_of_a_finding(
    sample_report: Report, style: Style
) -> None:
    wires = [json.loads(line) for line in REPORTERS["jsonl"](sample_report, style).splitlines()]
    findings = [wire for wire in wires if wire["type"] == "finding"]
    for wire in findings:
        assert wire.pop("type") == "finding"
        assert wire.pop("path")
        assert faults(wire, part("finding")) == []


def test_unicode_line_ends_do_not_break_a_json_line(word_report: Report, style: Style) -> None:
    draft = word_report.documents[0]
    finding = replace(draft.findings[1], message="one\u2028two\x85three")
    report = Report((replace(draft, findings=(finding,)),))
    lines = REPORTERS["jsonl"](report, style).splitlines()
    assert [json.loads(line).get("message") for line in lines] == [None, finding.message]
