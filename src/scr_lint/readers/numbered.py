"""What a number makes of a paragraph, in every format.

"(b)" makes it an item of a list; "4.12" and "Recommendation 3" only number it; of a plain "12" its
series tells: one that runs on past a heading, or whose members are long or stand apart, numbers the
paragraphs of a report rather than a list within one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import mean

from scr_lint.model import Block, BlockKind

_NUMBERS_IT = re.compile(r"[A-Z]?\.?\d+(?:\.\d+)+[A-Z]?|[A-Za-z]{3,} [\d.A-Z]+")
_PLAIN = re.compile(r"\d+")
# The mean length, in words, from which the members of a series are paragraphs.
_LONG = 25

Series = tuple[str, int]
# All numbers that somebody typed are one series: nothing tells where another begins.
TYPED: Series = ("typed", 0)


@dataclass(frozen=True, slots=True)
class MadeBlock:
    """A block on its way out; `series` is the run of plain numbers it belongs to, if any.

    A block of a series without a number goes on with the one before it.
    """

    block: Block
    series: Series | None = None


def numbered_kind(number: str) -> BlockKind:
    """What a number makes of a paragraph; a plain one an item, until its series is known."""
    return BlockKind.PARAGRAPH if _NUMBERS_IT.fullmatch(number) else BlockKind.LIST_ITEM


def is_plain(number: str) -> bool:
    """Whether a number is a bare "12", of which only its series tells what it numbers."""
    return _PLAIN.fullmatch(number) is not None


def settled(made: Iterable[MadeBlock]) -> Iterator[Block]:
    """The blocks, those with plain numbers told apart by what their series numbers on the whole."""
    made = tuple(made)
    paragraphs = frozenset(_paragraph_series(made))
    for index, one in enumerate(made):
        block = one.block
        if one.series in paragraphs and block.kind is BlockKind.LIST_ITEM:
            block = replace(block, kind=BlockKind.PARAGRAPH, level=0)
        yield block if block.index == index else replace(block, index=index)


def _paragraph_series(made: tuple[MadeBlock, ...]) -> Iterator[Series]:
    """The series that go on past a heading, or whose members are long; typed ones that stand apart."""
    members: dict[Series, list[Block]] = {}
    for one in made:
        if one.series is not None and one.block.number:
            members.setdefault(one.series, []).append(one.block)
    for series, blocks in members.items():
        spans_headings = len({block.section for block in blocks}) > 1 and _counts_on(blocks)
        apart = series == TYPED and not any(b.index - a.index == 1 for a, b in pairwise(blocks))
        if spans_headings or apart or mean(block.words() for block in blocks) >= _LONG:
            yield series


def _counts_on(blocks: Iterable[Block]) -> bool:
    """Whether the numbers only ever rise: a list that starts again in each section is a list."""
    return all(a < b for a, b in pairwise(int(block.number) for block in blocks))
