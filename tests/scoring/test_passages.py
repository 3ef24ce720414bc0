"""Labelled passages as a corpus, and how right the rules are on those that ship."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from scr_lint.config import Config
from scr_lint.engine import Checker
from scr_lint.errors import ReadError
from scr_lint.readers import read_bytes
from scr_lint.scoring.counts import Counts
from scr_lint.scoring.passages import (
    JudgedPassage,
    LabelledPassage,
    as_draft,
    holds_passages,
    judge_passage,
    read_passages,
    score_passages,
)

CORPUS = Path(__file__).parents[2] / "corpora" / "passages"
# The least F1 of every label in the sets that rules have been worked on with.
LEAST = {"told": 0.72, "tensions": 0.78, "purpose": 0.84}


@cache
def checker() -> Checker:
    return Checker.from_config(Config())


def judged(item: LabelledPassage) -> JudgedPassage:
    return judge_passage(item, checker().check(read_bytes(as_draft(item).encode(), "passage.md")))


def passage(text: str, *labels: str, about: str = "communicated") -> LabelledPassage:
    return LabelledPassage("x", about, "How we worked", True, text, frozenset(labels))


def test_only_labels_that_were_asked_for_count() -> None:
    told = "The Chair told Board members that the review was for learning. An inquest is listed."
    assert judged(passage(told)).found == {"communicated-board"}
    assert judged(passage(told, about="tension")).found == {"tension-trigger inquest"}


def test_the_statement_above_is_no_finding() -> None:
    assert judged(passage("The panel met in May.", about="purpose")).found == frozenset()


def test_kinds_are_added_up() -> None:
    item = passage("…", "tension-trigger inquest", "tension-trigger media", about="tension")
    found = frozenset({"tension-trigger inquest", "tension-trigger civil"})
    assert score_passages((JudgedPassage(item, found),)) == {"tension-trigger": Counts(1, 1, 1)}


def test_a_line_that_is_no_passage_is_named(tmp_path: Path) -> None:
    file = tmp_path / "passages.jsonl"
    file.write_text(json.dumps({"id": "a", "passage": "The panel met."}), encoding="utf-8")
    assert holds_passages(file)
    with pytest.raises(ReadError, match="line 1 is no labelled passage"):
        read_passages(file)


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe"])
def test_a_file_that_holds_nothing_readable_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "passages.jsonl"
    file.write_bytes(content)
    with pytest.raises(ReadError, match=r"is empty|cannot be read"):
        holds_passages(file)


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*-2.jsonl")), ids=lambda file: file.stem)
def test_most_passages_are_read_as_labelled(file: Path) -> None:
    scores = score_passages(tuple(map(judged, read_passages(file))))
    least = LEAST[file.stem.partition("-")[0]]
    assert {label: c.f1 for label, c in scores.items() if (c.f1 or 0) < least} == {}
