"""Cutting a block's text where marks begin and end, so that overlapping marks need no nesting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scr_lint.finding import Severity
from scr_lint.model import Span
from scr_lint.reporters.html.view import Piece, Ref

# A screen reader gains nothing from a fifth description of the same words.
_DESCRIPTIONS = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark: a finding (with a severity, and the id that describes it) or evidence."""

    span: Span
    ref: Ref
    severity: Severity | None = None
    described_by: str = ""


def cut(text: str, marks: Iterable[Mark], start: int = 0) -> tuple[Piece, ...]:
    """`text` from `start` on as pieces; marks are clipped to it.

    The link of a mark stands behind its last word, in the order the marks are given.
    """
    clipped = [(_clip(mark.span, start, len(text)), mark) for mark in marks]
    edges = sorted({start, len(text)} | {e for span, _ in clipped for e in (span.start, span.end)})
    ending: dict[int, list[Ref]] = {edge: [] for edge in edges}
    for span, mark in clipped:
        ending[span.end].append(mark.ref)
    pieces = _pieces(text, edges, sorted(clipped, key=lambda pair: pair[0].start), ending)
    if ending[start]:
        return (Piece("", refs=tuple(ending[start])), *pieces)
    return tuple(pieces)


def _clip(span: Span, start: int, end: int) -> Span:
    first = min(max(span.start, start), end)
    return Span(first, min(max(span.end, first), end))


def _pieces(
    text: str,
    edges: Sequence[int],
    waiting: list[tuple[Span, Mark]],
    ending: dict[int, list[Ref]],
) -> Iterator[Piece]:
    """One piece between any two edges; `waiting` is in the order in which the marks begin."""
    active: list[tuple[Span, Mark]] = []
    queue = iter(waiting)
    coming = next(queue, None)
    for here, there in pairwise(edges):
        while coming is not None and coming[0].start <= here:
            active.append(coming)
            coming = next(queue, None)
        active = [pair for pair in active if pair[0].end > here]
        marks = [mark for _, mark in active]
        yield _piece(text[here:there], marks, tuple(ending[there]))


def _piece(text: str, marks: Sequence[Mark], refs: tuple[Ref, ...]) -> Piece:
    severities = [mark.severity for mark in marks if mark.severity]
    described = [mark.described_by for mark in marks if mark.described_by]
    look = str(max(severities, key=lambda s: s.weight)) if severities else "evidence"
    return Piece(
        text,
        look if marks else "",
        " ".join(described[:_DESCRIPTIONS]),
        len(severities) > 1,
        refs,
    )
