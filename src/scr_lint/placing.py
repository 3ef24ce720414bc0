"""Carrying a stretch of a block back to the place a reader of the draft would name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scr_lint.finding import Location
from scr_lint.model import Block, BlockKind, Span, TextPlace

_COUNTED = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_SECOND_LEVEL = re.compile(r"\d+(?:\.\d+)+[A-Z]?\.?")


def place(block: Block | None, span: Span, blocks: Sequence[Block] = ()) -> Location:
    """Where `span` of `block` stands; for None the draft as a whole.

    `blocks` are the draft's: from them a paragraph without a number gets its bearings.
    """
    if block is None:
        return Location()
    line, column = _line_and_column(block, span)
    counted = bool(blocks) and block.kind in _COUNTED and not block.number and line is None
    after, steps = _bearings(block, blocks) if counted else (None, 0)
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
        after=after,
        steps=steps,
    )


def _bearings(block: Block, blocks: Sequence[Block]) -> tuple[str | None, int]:
    """The number before a paragraph, "" for a heading, None for the start; and its count from there."""
    steps = 1
    for index in range(block.index - 1, -1, -1):
        before = blocks[index]
        if before.kind is BlockKind.HEADING:
            return "", steps
        if before.kind not in _COUNTED:
            continue
        if _is_landmark(before):
            return before.number, steps
        steps += 1
    return None, steps


def _is_landmark(block: Block) -> bool:
    """Whether a paragraph has a number that stands once in the draft: "4.12", not a list's "(b)"."""
    if block.kind is BlockKind.PARAGRAPH:
        return bool(block.number)
    return bool(_SECOND_LEVEL.fullmatch(block.number))


def _line_and_column(block: Block, span: Span) -> tuple[int | None, int | None]:
    for segment in block.locate(span):
        if isinstance(segment.place, TextPlace):
            return segment.place.line, segment.place.column
    return None, None
