"""Scoring on whole drafts whose every sentence is labelled (`draft.labels.jsonl` beside the draft)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scr_lint.errors import ReadError
from scr_lint.finding import DocumentReport
from scr_lint.model import Document, Span
from scr_lint.readers import SUFFIXES
from scr_lint.rules.blame import CODES
from scr_lint.scoring.rows import rows_of
from scr_lint.scoring.sentences import Judged, LabelledSentence

SUFFIX = ".labels.jsonl"
_LABELS = {code: label for label, code in CODES.items()}


def draft_of(labels: Path) -> Path:
    """The draft a labels file belongs to. Raises ReadError where there is none."""
    return draft_beside(labels, SUFFIX)


def draft_beside(file: Path, suffix: str) -> Path:
    """The draft that `file`, named as the draft with `suffix` for its ending, belongs to.

    Raises ReadError where there is none that scr-lint reads.
    """
    stem = file.name.removesuffix(suffix)
    for ending in SUFFIXES:
        draft = file.with_name(stem + ending)
        if draft.is_file():
            return draft
    raise ReadError(str(file), f"no draft called {stem} ({', '.join(SUFFIXES)}) stands beside it")


def judge_draft(labels: Path, report: DocumentReport) -> tuple[Judged, ...]:
    """What a run said of each labelled sentence of the draft.

    Raises ReadError naming a labelled sentence that the draft does not have.
    """
    sightings = list(_sightings(report))
    judged = []
    for item, (block, span) in _found(labels, report.document):
        found = frozenset(
            lab for lab, at, where in sightings if at == block and where.overlaps(span)
        )
        judged.append(Judged(item, found))
    return tuple(judged)


def _sightings(report: DocumentReport) -> Iterator[tuple[str, int, Span]]:
    """(label, block, span) of every blame finding and every passage."""
    for finding in report.findings:
        place = finding.location
        if finding.rule in _LABELS and place.block is not None:
            yield _LABELS[finding.rule], place.block, Span(place.start or 0, place.end or 0)
    for passage in report.passages:
        place = passage.location
        if place.block is not None:
            yield passage.label, place.block, Span(place.start or 0, place.end or 0)


def _found(labels: Path, document: Document) -> Iterator[tuple[LabelledSentence, tuple[int, Span]]]:
    """Each labelled sentence with its place; sentences stand in the order of the draft."""
    at, start = 0, 0
    for number, line in rows_of(labels):
        try:
            item = _item(json.loads(line), number)
        except (ValueError, KeyError, TypeError) as error:
            raise ReadError(
                str(labels), f"line {number} is no labelled sentence: {error}"
            ) from error
        place = _find(item.sentence, document, at, start) or _find(item.sentence, document, 0, 0)
        if place is None:
            raise ReadError(str(labels), f"line {number}: the draft has no such sentence")
        at, start = place[0], place[1].end
        yield item, place


def _find(sentence: str, document: Document, at: int, start: int) -> tuple[int, Span] | None:
    """The first place of a sentence from a block and offset on, white space folded."""
    wanted = re.compile(r"\s+".join(re.escape(word) for word in sentence.split()))
    for block in document.blocks[at:]:
        found = wanted.search(block.text, start if block.index == at else 0)
        if found:
            return block.index, Span(found.start(), found.end())
    return None


def _item(row: Mapping[str, object], number: int) -> LabelledSentence:
    labels = row["labels"]
    names: Sequence[object] = labels if isinstance(labels, list) else ()
    where = f"¶{row['paragraph']}" if row.get("paragraph") else f"line {number}"
    return LabelledSentence(where, "", str(row["sentence"]), "", frozenset(map(str, names)))
