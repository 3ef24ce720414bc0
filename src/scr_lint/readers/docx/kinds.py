"""Telling what a paragraph is: heading, numbered paragraph, list item, caption and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import mean

from lxml import etree

from scr_lint.docx_names import w
from scr_lint.model import Block, BlockKind
from scr_lint.readers.docx.styles import Style
from scr_lint.readers.docx.tags import value, whole

# Drafts number paragraphs "4.12" by giving them a heading style; nobody reads those as headings.
_LONG_HEADING = 25
_SENTENCE_END = (".", "?", "!", ";", ":", ".”", ".\u2019", '."')
_BODY_LEVEL = 9

_PARAGRAPH_NUMBER = re.compile(r"[A-Z]?\.?\d+(?:\.\d+)+|[A-Za-z]{3,} [\d.A-Z]+")
_PLAIN_NUMBER = re.compile(r"\d+")
# From this mean length on, "12." numbers the paragraphs of a report rather than a list within one.
_PARAGRAPH_WORDS = 25

Series = tuple[str, int]


@dataclass(frozen=True, slots=True)
class MadeBlock:
    """A block on its way out; `series` is the run of plain numbers it belongs to, if any."""

    block: Block
    series: Series | None = None


def heading_level(properties: etree._Element | None, style: Style, text: str) -> int:
    """The heading level from 1; 0 where a reader would see no heading."""
    own = whole(value(properties, w("outlineLvl")))
    level = style.outline
    if own is not None:
        level = own + 1 if 0 <= own < _BODY_LEVEL else 0
    return 0 if level and _reads_as_prose(text) else level


def is_title(style: Style, text: str) -> bool:
    """Whether a paragraph in a title style is short enough to be one."""
    return style.title and not _reads_as_prose(text)


def numbered_kind(number: str) -> BlockKind:
    """What a number makes of a paragraph: "(b)" makes it an item of a list.

    "4.12" and "Recommendation 3" only number it.
    """
    numbers_it = _PARAGRAPH_NUMBER.fullmatch(number)
    return BlockKind.PARAGRAPH if numbers_it else BlockKind.LIST_ITEM


def is_plain(number: str) -> bool:
    """Whether a number is a bare "12", of which only its series tells what it numbers."""
    return _PLAIN_NUMBER.fullmatch(number) is not None


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
    """The series that go on past a heading, or whose members are long."""
    words: dict[Series, list[int]] = {}
    sections: dict[Series, set[tuple[str, ...]]] = {}
    for one in made:
        if one.series is not None:
            words.setdefault(one.series, []).append(one.block.words())
            sections.setdefault(one.series, set()).add(one.block.section)
    for series, lengths in words.items():
        spans_headings = len(sections[series]) > 1 and _counts_on(series, made)
        if spans_headings or mean(lengths) >= _PARAGRAPH_WORDS:
            yield series


def _counts_on(series: Series, made: tuple[MadeBlock, ...]) -> bool:
    """Whether the numbers only ever rise: a list that starts again in each section is a list."""
    numbers = [int(e.block.number) for e in made if e.series == series]
    return all(a < b for a, b in pairwise(numbers))


def _reads_as_prose(text: str) -> bool:
    return len(text.split()) > _LONG_HEADING and text.rstrip().endswith(_SENTENCE_END)
