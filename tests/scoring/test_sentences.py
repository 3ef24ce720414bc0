"""Labelled sentences as a corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scr_lint.errors import ReadError
from scr_lint.model import Document, Span
from scr_lint.scoring.counts import Counts
from scr_lint.scoring.sentences import ANY, judge, read_sentences, score


def corpus(tmp_path: Path, *rows: dict[str, object]) -> Path:
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    return path


def find_failed(document: Document) -> Iterator[tuple[str, int, Span]]:
    for block in document.blocks:
        at = block.text.find("failed")
        if at >= 0:
            yield "failure", block.index, Span(at, at + 6)


def test_a_hit_in_a_neighbour_does_not_count(tmp_path: Path) -> None:
    path = corpus(
        tmp_path,
        {"before": "He failed.", "sentence": "She rang.", "after": "", "labels": []},
        {"before": "", "sentence": "She failed.", "after": "", "labels": ["failure"]},
        {"before": "", "sentence": "They failed.", "after": "", "labels": [], "maybe": ["failure"]},
        {"before": "", "sentence": "We failed.", "after": "", "labels": []},
        {"before": "", "sentence": "It was missed.", "after": "", "labels": ["failure", "missed"]},
        {"before": "", "sentence": "I failed.", "after": "", "labels": [], "disputed": True},
    )
    judged = judge(read_sentences(path), find_failed)
    assert [sorted(j.found) for j in judged] == [[], ["failure"], ["failure"], ["failure"], []]
    assert score(judged, ["failure", "missed"]) == {
        "failure": Counts(right=1, false_alarms=1, missed=1),
        "missed": Counts(missed=1),
        ANY: Counts(right=1, false_alarms=1, missed=1),
    }


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"sentence": "x", "labels": []}\nnot json\n', encoding="utf-8")
    with pytest.raises(ReadError, match="line 2 is no labelled sentence"):
        read_sentences(path)
