"""`scr-lint evaluate`: each kind of corpus, as tables and as JSON, and what is no corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from scr_lint.cli import main
from scr_lint.cli.score_tables import of_sentences
from scr_lint.scoring.sentences import Judged, LabelledSentence

SENTENCES = [
    {"id": "a", "sentence": "The nurse failed to record the visit.", "labels": ["failure"]},
    {"id": "b", "sentence": "The visit was on 3 May.", "labels": ["missed"]},
    {"id": "c", "sentence": "This was a missed opportunity.", "labels": []},
]
DRAFT = "# Analysis\n\n4.1 The nurse failed to record the visit.\n\n4.2 The visit was short.\n"
VERDICTS = '[verdicts]\ncommunication = "not-met"\nstrength = "partly"\ntensions = "not-met"\n'
PLANTED = """
[[planted]]
code = "BL002"
paragraph = "4.1"
words = "failed to record"

[[planted]]
code = "BL004"
paragraph = "4.2"
words = "short"
"""
CODES = """
[parties]
found = []
[tensions]
mentioned = []
acknowledged = []
[codes]
must = ["LP001", "LP002"]
must_not = ["TA001"]
"""


def evaluate(*words: str) -> str:
    result = CliRunner().invoke(main, ["evaluate", *words])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def keyed(tmp_path: Path) -> Path:
    (tmp_path / "one.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def test_a_label_that_may_be_is_no_difference() -> None:
    item = LabelledSentence("a", "", "She rang late.", "", frozenset(), frozenset({"judgement"}))
    open_to_doubt = Judged(item, frozenset({"judgement"}))
    wrong = Judged(item, frozenset({"judgement", "fault"}))
    scores = of_sentences("some", [open_to_doubt, wrong])
    assert scores.values["differences"] == [
        {"id": "a", "sentence": "She rang late.", "wanted": [], "found": ["fault", "judgement"]}
    ]
    assert [line.split()[:3] for line in scores.differences] == [["false", "alarm", "fault"]]


def test_sentences_are_scored_by_label(tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in SENTENCES), encoding="utf-8")
    (values,) = json.loads(evaluate(str(file), "--format", "json"))
    assert values["labels"]["failure"]["right"] == 1
    assert values["labels"]["missed"]["false_alarms"] == 1
    assert values["labels"]["missed"]["missed"] == 1
    listed = evaluate(str(file), "--list")
    assert "missed       missed               b: The visit was on 3 May." in listed
    assert "false alarm  missed               c: This was a missed opportunity." in listed


def test_planted_faults_are_scored_by_code_and_place(keyed: Path) -> None:
    (keyed / "one.key.toml").write_text(VERDICTS + PLANTED, encoding="utf-8")
    lines = evaluate(str(keyed), "--list").splitlines()
    assert "1 of 2 planted faults found at their place 0.50" in lines[1]
    assert lines[2] == "verdicts: strength: wanted partly, given not-met"
    assert [line.split() for line in lines[3:5]] == [["BL002", "1", "1"], ["BL004", "1", "0"]]
    assert lines[5].split() == ["missed", "BL004", "¶4.2:", "short"]


def test_keys_with_codes_are_scored_together(keyed: Path) -> None:
    (keyed / "one.key.toml").write_text(VERDICTS + CODES, encoding="utf-8")
    (values,) = json.loads(evaluate(str(keyed), "--format", "json"))
    assert values["verdict_accuracy"] == {"communication": 1.0, "strength": 0.0, "tensions": 1.0}
    assert values["codes"]["right"] == 1
    assert "one: strength: wanted partly, given not-met; +TA001; -LP002" in evaluate(
        str(keyed), "--list"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("verdicts = [", "one.key.toml: cannot be read as a key"),
        (VERDICTS, "one.key.toml: is no key of a draft: it has no codes and no parties"),
    ],
)
def test_a_file_that_is_no_key_is_one_line(keyed: Path, text: str, said: str) -> None:
    (keyed / "one.key.toml").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["evaluate", str(keyed)])
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_key_without_its_draft_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "gone.key.toml").write_text(VERDICTS + PLANTED, encoding="utf-8")
    result = CliRunner().invoke(main, ["evaluate", str(tmp_path)])
    assert result.exit_code == 2
    assert "no draft called gone (.docx, " in result.output
