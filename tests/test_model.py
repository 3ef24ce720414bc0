"""Spans, segments and blocks."""

from __future__ import annotations

import pytest

from scr_lint.model import (
    Block,
    BlockKind,
    Box,
    DocxPlace,
    PdfPlace,
    Segment,
    Span,
    TextPlace,
)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_runs_backwards_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_are_half_open() -> None:
    assert Span(0, 4).of("text and") == "text"
    assert not Span(0, 4).overlaps(Span(4, 8))
    assert Span(0, 5).overlaps(Span(4, 8))
    assert Span(0, 8).contains(Span(4, 8))
    assert len(Span(2, 5).shifted(3)) == 3


def test_locate_trims_each_piece_to_the_span() -> None:
    boxes = tuple(Box(n, 0, n + 1, 1) for n in range(4))
    block = Block(
        0,
        BlockKind.PARAGRAPH,
        "one two, three",
        (
            Segment(Span(0, 3), TextPlace(7, 2)),
            Segment(Span(4, 7), DocxPlace("/word/document.xml", 3, 1, 10, 13)),
            Segment(Span(9, 13), PdfPlace(2, boxes)),
        ),
    )
    assert block.locate(Span(1, 11)) == (
        Segment(Span(1, 3), TextPlace(7, 3)),
        Segment(Span(4, 7), DocxPlace("/word/document.xml", 3, 1, 10, 13)),
        Segment(Span(9, 11), PdfPlace(2, boxes[:2])),
    )


def test_a_typed_number_does_not_count_as_a_word() -> None:
    assert Block(0, BlockKind.PARAGRAPH, "4.12\tThe nurse rang.", prose_start=5).words() == 3
