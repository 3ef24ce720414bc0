"""The opening of a draft: the part in which a reader should meet its purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scr_lint.model import Block, BlockKind, Document

_FEWEST_WORDS = 600
_SHARE = 10
_FIRST_PROSE_WORDS = 12
_APART = re.compile(
    r"^\W*(?:\d+\W+)?(?:table of )?(?:contents|glossary|abbreviations|acronyms)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a draft's opening ends: before character `end` of block `block`."""

    block: int
    end: int

    def holds(self, block: int, start: int) -> bool:
        """Whether what starts at `start` of block `block` is in the opening."""
        return (block, start) < (self.block, self.end)


def opening_of(document: Document) -> Opening:
    """The draft before the later of its first 600 words and the first tenth of its body's words.

    The title page, the contents list and the glossary are not counted.
    """
    body = list(_body(document))
    left = max(_FEWEST_WORDS, sum(block.words() for block in body) / _SHARE)
    for block in body:
        if block.words() >= left:
            return Opening(block.index, _nth_word_end(block, int(left)))
        left -= block.words()
    return Opening(len(document.blocks), 0)


def _body(document: Document) -> Iterator[Block]:
    """The blocks whose words count."""
    begun = False
    for block in document.blocks:
        begun = begun or _is_prose(block)
        if begun and not any(_APART.match(text) for text in (*block.section, block.text)):
            yield block


def _is_prose(block: Block) -> bool:
    """Whether the body has begun: a block that is more than a line of a title page."""
    if block.kind is BlockKind.TABLE_CELL:
        return False
    return block.words() >= _FIRST_PROSE_WORDS and block.kind is not BlockKind.HEADING


def _nth_word_end(block: Block, count: int) -> int:
    ends = [m.end() for m in re.finditer(r"\S+", block.text[block.prose_start :])]
    return block.prose_start + (ends[count - 1] if count else 0)
