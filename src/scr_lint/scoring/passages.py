"""Scoring on short passages: which labels of sections 2 and 3 of the annotation guide a run gives them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from scr_lint.errors import ReadError
from scr_lint.finding import DocumentReport
from scr_lint.scoring.counts import Counts
from scr_lint.scoring.rows import rows_of

_STATEMENT = "The purpose of this review is to learn from what happened and to improve practice."


@dataclass(frozen=True, slots=True)
class LabelledPassage:
    """A passage as Markdown, the heading it stands under, and its labels.

    `about` is what the labels begin with: no others were asked for. The label of a circumstance has
    its kind after a space: "tension-trigger inquest". `stated` says that an introduction above has
    given the purpose.
    """

    id: str
    about: str
    heading: str
    stated: bool
    text: str
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class JudgedPassage:
    """A labelled passage and the labels a run gave it."""

    item: LabelledPassage
    found: frozenset[str]


def holds_passages(path: Path) -> bool:
    """Whether a jsonl file is one of passages, not of sentences, by its first line. Raises ReadError."""
    return '"passage"' in rows_of(path)[0][1]


def read_passages(path: Path) -> tuple[LabelledPassage, ...]:
    """The passages of a jsonl file. Raises ReadError naming the line that is none."""
    out = []
    for number, line in rows_of(path):
        try:
            row = json.loads(line)
            labels = frozenset(str(label) for label in row["labels"])
            out.append(
                LabelledPassage(
                    id=str(row["id"]),
                    about=str(row["about"]),
                    heading=str(row["heading"]),
                    stated=bool(row["stated"]),
                    text=str(row["passage"]),
                    labels=labels,
                )
            )
        except (ValueError, KeyError, TypeError) as error:
            raise ReadError(str(path), f"line {number} is no labelled passage: {error}") from error
    return tuple(out)


def as_draft(item: LabelledPassage) -> str:
    """The passage inside a small draft in Markdown."""
    above = f"## Introduction\n\n{_STATEMENT}\n\n" if item.stated else ""
    return f"# Safeguarding review\n\n{above}## {item.heading}\n\n{item.text}\n"


def judge_passage(item: LabelledPassage, report: DocumentReport) -> JudgedPassage:
    """What a run on the draft of a passage found in it."""
    found = {
        f"{p.label} {p.kind}" if p.label.startswith("tension-") and p.kind else p.label
        for p in report.passages
        if p.label.startswith(item.about) and p.text != _STATEMENT
    }
    return JudgedPassage(item, frozenset(found))


def score_passages(judged: tuple[JudgedPassage, ...]) -> dict[str, Counts]:
    """Counts by label, in the order of their names; kinds of circumstance are added up."""
    counts: dict[str, Counts] = {}
    for one in judged:
        for label in one.item.labels | one.found:
            name = label.split(" ")[0]
            wanted, given = label in one.item.labels, label in one.found
            seen = Counts(int(wanted and given), int(given > wanted), int(wanted > given))
            counts[name] = counts.get(name, Counts()) + seen
    return dict(sorted(counts.items()))
