"""Saying in plain words which parts of a PDF were read and which were not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scr_lint.counted import counted
from scr_lint.model import Block, BlockKind, Coverage
from scr_lint.readers.pdf.furniture import Furniture
from scr_lint.readers.pdf.glyphs import UNREADABLE, Sheet

# A page with fewer characters than this and a picture over most of it is a scan.
_FEW = 8
_MOST_OF_PAGE = 0.5
# Scanners stamp a line on each page; where most pages are pictures it is a scan all the same.
_SCANNED_SHARE = 0.8
_PAGES_NAMED = 8


@dataclass(slots=True)
class Seen:
    """What was met on the pages, read or not."""

    characters: int = 0
    unreadable: int = 0
    watermarks: int = 0
    slanted: int = 0
    pictures: int = 0
    tables: int = 0
    comments: int = 0
    fields: int = 0
    contents: bool = False
    furniture: Furniture = field(default_factory=Furniture)
    scans: list[int] = field(default_factory=list)

    def note(self, sheet: Sheet) -> None:
        """Count what one page shows."""
        shown = sum(not g.text.isspace() and g.text != UNREADABLE for g in sheet.glyphs)
        self.characters += shown
        self.unreadable += sheet.unreadable
        self.watermarks += sheet.watermarks > 0
        self.slanted += sheet.slanted > 0
        self.pictures += len(sheet.pictures)
        whole = _MOST_OF_PAGE * sheet.width * sheet.height
        large = any((p.right - p.left) * (p.bottom - p.top) >= whole for p in sheet.pictures)
        if large and shown < _FEW:
            self.scans.append(sheet.number)

    def looks_scanned(self, pages: int) -> bool:
        """Whether nearly all pages are pictures without text."""
        return len(self.scans) >= _SCANNED_SHARE * pages


def coverage(blocks: Sequence[Block], seen: Seen) -> Coverage:
    """What was read and what was not, each with its count where it can be counted."""
    return Coverage(tuple(_read(blocks, seen)), tuple(_not_read(seen)))


def _read(blocks: Sequence[Block], seen: Seen) -> Iterator[str]:
    yield "body"
    kinds = [block.kind for block in blocks]
    amounts = (
        (seen.tables, "table", ""),
        (kinds.count(BlockKind.FOOTNOTE), "footnote", ""),
        (_boxes(blocks), "text box", "text boxes"),
    )
    yield from (counted(*amount) for amount in amounts if amount[0])


def _boxes(blocks: Sequence[Block]) -> int:
    """How many text boxes: paragraphs of one box follow one another."""
    kinds = [None, *(block.kind for block in blocks)]
    return sum(b is BlockKind.TEXT_BOX and a is not b for a, b in pairwise(kinds))


def _not_read(seen: Seen) -> Iterator[str]:
    if seen.contents:
        yield "table of contents"
    if seen.furniture.running:
        yield "running headers and footers"
    if seen.furniture.numbers:
        yield "page numbers"
    stamps = seen.watermarks + seen.furniture.stamps
    amounts = (
        (stamps, "watermark", ""),
        (seen.slanted, "page with turned or slanted text", "pages with turned or slanted text"),
        (
            seen.unreadable,
            "character without a readable font",
            "characters without a readable font",
        ),
        (seen.pictures, "picture", ""),
        (seen.comments, "comment or mark", "comments and marks"),
        (seen.fields, "filled form field", ""),
    )
    yield from (counted(*amount) for amount in amounts if amount[0])
    if seen.scans:
        named = ", ".join(str(number) for number in seen.scans[:_PAGES_NAMED])
        rest = len(seen.scans) - _PAGES_NAMED
        named = f"{named} and {rest} more" if rest > 0 else named
        yield f"{counted(len(seen.scans), 'page')} without text, perhaps scanned: {named}"
