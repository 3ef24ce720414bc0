"""Carrying a stretch of a block back to the place a reader of the draft would name."""

from __future__ import annotations

from scr_lint.finding import Location
from scr_lint.model import Block, Span, TextPlace


def place(block: Block | None, span: Span) -> Location:
    """Where `span` of `block` stands; for None the draft as a whole."""
    if block is None:
        return Location()
    line, column = _line_and_column(block, span)
    return Location(
        page=block.page,
        page_approximate=block.page_approximate,
        paragraph=block.number or None,
        section=block.section,
        block=block.index,
        kind=str(block.kind),
        cell=block.cell,
        line=line,
        column=column,
        start=span.start,
        end=span.end,
    )


def _line_and_column(block: Block, span: Span) -> tuple[int | None, int | None]:
    for segment in block.locate(span):
        if isinstance(segment.place, TextPlace):
            return segment.place.line, segment.place.column
    return None, None
