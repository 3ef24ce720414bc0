"""Where a paragraph without a number or a line stands, in words a reader of the draft can follow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scr_lint.model import Block, BlockKind, Span
from scr_lint.placing import place

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM
CELL, NOTE = BlockKind.TABLE_CELL, BlockKind.FOOTNOTE
DRAFT = (
    (PARAGRAPH, "", ()),
    (PARAGRAPH, "", ()),
    (HEADING, "", ()),
    (PARAGRAPH, "", ("Foreword",)),
    (CELL, "", ("Foreword",)),
    (ITEM, "(a)", ("Foreword",)),
    (PARAGRAPH, "", ("Foreword",)),
    (ITEM, "4.12", ("Foreword",)),
    (NOTE, "1", ("Foreword",)),
    (PARAGRAPH, "", ("Foreword",)),
    (ITEM, "", ("Foreword",)),
)
BLOCKS = tuple(
    Block(index, kind, "words", number=number, section=section)
    for index, (kind, number, section) in enumerate(DRAFT)
)


@pytest.mark.parametrize(
    ("index", "label", "within"),
    [
        (0, "1st paragraph of the draft", "1st paragraph of the draft"),
        (1, "2nd paragraph of the draft", "2nd paragraph of the draft"),
        (3, "1st paragraph under “Foreword”", "1st paragraph"),
        (5, "paragraph (a)", "paragraph (a)"),
        (6, "3rd paragraph under “Foreword”", "3rd paragraph"),
        (7, "paragraph 4.12", "paragraph 4.12"),
        (9, "1st paragraph after 4.12", "1st paragraph after 4.12"),
        (10, "2nd paragraph after 4.12", "2nd paragraph after 4.12"),
    ],
)
def test_a_paragraph_is_counted_from_the_last_number_or_heading(
    index: int, label: str, within: str
) -> None:
    where = place(BLOCKS[index], Span(0, 5), BLOCKS)
    assert where.label() == label
    assert where.within_section() == within
    assert replace(where, page=3).label() == f"{label}, page 3"


def test_a_heading_that_was_withheld_is_not_named() -> None:
    where = replace(place(BLOCKS[3], Span(0, 5), BLOCKS), section=())
    assert where.label() == "1st paragraph under its heading"
