"""Scoring on labelled sentences: does a finding of the label's rule overlap the sentence?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scr_lint.errors import ReadError
from scr_lint.model import Block, BlockKind, Document, Span
from scr_lint.scoring.counts import Counts
from scr_lint.scoring.rows import rows_of

ANY = "any blame"


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence with its neighbours and labels. `maybe` labels count neither way."""

    id: str
    before: str
    sentence: str
    after: str
    labels: frozenset[str]
    maybe: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled sentence and the labels the rules gave it."""

    item: LabelledSentence
    found: frozenset[str]


def read_sentences(path: Path) -> tuple[LabelledSentence, ...]:
    """The sentences of a jsonl file, disputed ones left out.

    Raises ReadError naming the line that is no labelled sentence.
    """
    out = []
    for number, line in rows_of(path):
        try:
            row = json.loads(line)
            if not row.get("disputed"):
                out.append(_labelled(row, number))
        except (ValueError, KeyError, TypeError) as error:
            raise ReadError(str(path), f"line {number} is no labelled sentence: {error}") from error
    return tuple(out)


def _labelled(row: Mapping[str, object], number: int) -> LabelledSentence:
    def labels(key: str) -> frozenset[str]:
        value = row.get(key) or []
        if not isinstance(value, list):
            raise TypeError(f"{key!r} is not a list")
        return frozenset(str(v) for v in value)

    return LabelledSentence(
        id=str(row.get("id", number)),
        before=str(row.get("before") or ""),
        sentence=str(row["sentence"]),
        after=str(row.get("after") or ""),
        labels=labels("labels"),
        maybe=labels("maybe"),
    )


def as_document(items: Sequence[LabelledSentence]) -> Document:
    """One draft that holds the sentences, each with its neighbours in a paragraph of its own.

    A heading before each keeps one item's context out of the next; item n is block 2n + 1.
    """
    blocks: list[Block] = []
    for item in items:
        text = " ".join(part for part in (item.before, item.sentence, item.after) if part)
        blocks.append(Block(len(blocks), BlockKind.HEADING, "Item"))
        blocks.append(Block(len(blocks), BlockKind.PARAGRAPH, text))
    return Document("corpus", "text", tuple(blocks))


def span_of(item: LabelledSentence) -> Span:
    """Where the sentence stands in its paragraph."""
    start = len(item.before) + 1 if item.before else 0
    return Span(start, start + len(item.sentence))


def judge(
    items: Sequence[LabelledSentence],
    find: Callable[[Document], Iterable[tuple[str, int, Span]]],
) -> tuple[Judged, ...]:
    """What the rules say of each sentence. `find` gives (label, block, span) of every hit."""
    found: dict[int, set[str]] = {}
    for label, block, span in find(as_document(items)):
        number = block // 2
        if block % 2 and span.overlaps(span_of(items[number])):
            found.setdefault(number, set()).add(label)
    return tuple(Judged(item, frozenset(found.get(n, ()))) for n, item in enumerate(items))


def score(judged: Sequence[Judged], labels: Sequence[str]) -> dict[str, Counts]:
    """Counts by label, in the order given, and for any of them together under `ANY`."""
    counts = {label: _count(judged, label) for label in labels}
    anything = [
        (bool(j.item.labels & set(labels)), bool(j.found & set(labels)), bool(j.item.maybe))
        for j in judged
    ]
    counts[ANY] = sum((_one(*a) for a in anything), Counts())
    return counts


def _count(judged: Iterable[Judged], label: str) -> Counts:
    return sum(
        (_one(label in j.item.labels, label in j.found, label in j.item.maybe) for j in judged),
        Counts(),
    )


def _one(wanted: bool, found: bool, maybe: bool) -> Counts:
    if wanted:
        return Counts(right=1) if found else Counts(missed=1)
    return Counts(false_alarms=1) if found and not maybe else Counts()
