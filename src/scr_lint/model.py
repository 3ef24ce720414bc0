"""What a draft is once it has been read: blocks of text that remember where they came from.

Everything here is immutable and imports nothing else of scr-lint. Offsets are Unicode code points,
half-open, into one block's text; pages, lines, columns, table rows and cells count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of one block's text, in code points.

    Raises ValueError unless `0 <= start <= end`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def shifted(self, offset: int) -> Span:
        """The same stretch, `offset` code points further on."""
        return Span(self.start + offset, self.end + offset)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words this span covers in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a PDF page: points (1/72 inch), origin at the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A stretch on one line of a text file: line and column from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class DocxPlace:
    """A stretch of one text-bearing element of a Word file.

    `part` is the package part ("/word/document.xml"). `paragraph` is the ordinal, from 0 and in
    document order, of the `w:p` among all `w:p` elements of that part. `piece` is the ordinal, from 0
    and in document order, of the text-bearing element (`w:t`, `m:t`, `w:tab`, `w:br`, `w:cr`, `w:sym`,
    `w:noBreakHyphen`, `w:softHyphen`, `w:ptab`, `w:delText`) among all those below that `w:p`, whether
    read or not. `start` and `end` are code-point offsets into what that element contributes.
    """

    part: str
    paragraph: int
    piece: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PdfPlace:
    """Characters on one page of a PDF: one box for each code point of the stretch."""

    page: int
    boxes: tuple[Box, ...]


Place = TextPlace | DocxPlace | PdfPlace


@dataclass(frozen=True, slots=True)
class Segment:
    """Which piece of the source a stretch of a block's text came from.

    Segments of a block are in order and never overlap. Characters the reader put in itself (a space
    where a line was joined) belong to no segment.
    """

    span: Span
    place: Place

    def trimmed(self, span: Span) -> Segment:
        """The part of this segment inside `span`, which must overlap it."""
        start = max(self.span.start, span.start)
        end = min(self.span.end, span.end)
        skip, take = start - self.span.start, end - start
        match self.place:
            case TextPlace(line, column):
                place: Place = TextPlace(line, column + skip)
            case DocxPlace(part, paragraph, piece, first, _):
                place = DocxPlace(part, paragraph, piece, first + skip, first + skip + take)
            case PdfPlace(page, boxes):
                place = PdfPlace(page, boxes[skip : skip + take])
        return Segment(Span(start, end), place)


class BlockKind(StrEnum):
    """What a reader of the printed page would call a block."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text box"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table cell stands: table in the draft, row and column, all from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of the draft as a reader sees it: a heading, a paragraph, a list item, a cell.

    `text` is never altered after reading. `number` is the paragraph or list number as printed
    ("4.12", "(b)", "iv"), "" where there is none. A number typed into the text stays in `text`;
    `prose_start` is the offset at which the prose after it begins. `level` is the heading level or
    list depth from 1, 0 for all else. `section` holds the headings above the block, outermost first;
    a heading's own text is not in its own `section`. `page` is None where the format does not say;
    `page_approximate` is set where it rests on Word's last rendered page breaks. `quoted` marks block
    quotations.
    """

    index: int
    kind: BlockKind
    text: str
    segments: tuple[Segment, ...] = ()
    level: int = 0
    number: str = ""
    prose_start: int = 0
    section: tuple[str, ...] = ()
    page: int | None = None
    page_approximate: bool = False
    quoted: bool = False
    cell: Cell | None = None

    def locate(self, span: Span) -> tuple[Segment, ...]:
        """The pieces of the source that `span` touches, in order, each trimmed to `span`."""
        return tuple(s.trimmed(span) for s in self.segments if s.span.overlaps(span))

    def words(self) -> int:
        """How many white-space separated words the block's prose has."""
        return len(self.text[self.prose_start :].split())


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which parts of the file were read and which were not, in plain words with counts."""

    read: tuple[str, ...] = ()
    not_read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment in a Markdown or text draft that accepts findings of one block, with the reason.

    `block` is the index of the block it speaks of, one past the last where none follows it; `codes`
    are as written (codes, families, names); `line` counts from 1.
    """

    block: int
    codes: tuple[str, ...]
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """A draft as read: blocks in reading order, never changed afterwards.

    `name` is the path as the caller gave it, or what stands for it (standard input). `format` is
    "docx", "pdf", "markdown" or "text". `pages` is None where the format has none or does not say.
    `ignores` are the ignore comments of the draft, in order.
    """

    name: str
    format: str
    blocks: tuple[Block, ...]
    coverage: Coverage = field(default_factory=Coverage)
    pages: int | None = None
    ignores: tuple[Ignore, ...] = ()

    def words(self) -> int:
        """How many words the draft has, headings, tables and notes included."""
        return sum(block.words() for block in self.blocks)
