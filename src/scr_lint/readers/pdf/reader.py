"""Reading a PDF: from the bytes to the blocks of a Document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from scr_lint.errors import ReadError
from scr_lint.model import Document
from scr_lint.readers.pdf.blocks import BlockMaker
from scr_lint.readers.pdf.bounds import BoundedFonts, Budget
from scr_lint.readers.pdf.canvas import Canvas, Painter
from scr_lint.readers.pdf.columns import Stretch, gutters, reading_order
from scr_lint.readers.pdf.contents import Contents
from scr_lint.readers.pdf.coverage import Seen, coverage
from scr_lint.readers.pdf.extras import Extras
from scr_lint.readers.pdf.footnotes import Footnote, split
from scr_lint.readers.pdf.furniture import shown_text, take_off
from scr_lint.readers.pdf.layout import Page, Table, page_of
from scr_lint.readers.pdf.open_file import open_document, pages, told_plainly
from scr_lint.readers.pdf.tables import with_whole_tables

_SCANNED = "has no text layer, it looks scanned; run OCR first, or use the Word file"
_TURNED = "has only text turned on its side; turn the pages and save, or use the Word file"
_BLANK = "has no text; check that it is the report, or use the Word file"
_UNREADABLE = "its fonts carry no readable text; export it again or run OCR"
_USUAL_SIZE = 11.0


def read_pdf(data: bytes, name: str) -> Document:
    """The draft in a PDF, its blocks in reading order.

    `name` stands for the file in messages. Raises ReadError for a file that is no PDF, is damaged,
    locked or absurdly large, or has no text that can be read. Boxes are in points from the top left
    corner of the page as shown: its MediaBox, turned as /Rotate says.
    """
    reading = _Reading(name)
    reading.draw(data)
    maker = reading.maker()
    blocks = tuple(maker.blocks())
    reading.seen.unreadable -= maker.odd_bullets
    if not blocks:
        raise ReadError(name, _BLANK)
    return Document(name, "pdf", blocks, coverage(blocks, reading.seen), len(reading.pages))


@dataclass(slots=True)
class _Reading:
    """One reading of one file: its pages, and what was met on them."""

    name: str
    budget: Budget = field(default_factory=Budget)
    pages: list[Page] = field(default_factory=list)
    seen: Seen = field(default_factory=Seen)

    def draw(self, data: bytes) -> None:
        """Collect what the pages show, one after another."""
        document = open_document(data, self.name, self.budget)
        leaves = pages(document, self.name, self.budget)
        fonts = BoundedFonts()
        canvas = Canvas(fonts, self.budget)
        painter = Painter(fonts, canvas)
        extras = Extras()
        for number, leaf in enumerate(leaves, 1):
            with told_plainly(self.name):
                canvas.start(leaf, number)
                painter.process_page(leaf)
                extras.count(leaf)
                self.budget.check_clock()
            self.seen.note(canvas.sheet)
            self.pages.append(page_of(canvas.sheet))
        self.seen.comments, self.seen.fields = extras.comments, extras.fields
        self._check_text()

    def _check_text(self) -> None:
        """Refuse a file whose text is missing or cannot be told."""
        seen = self.seen
        if seen.unreadable > seen.characters:
            raise ReadError(self.name, _UNREADABLE)
        if not seen.characters:
            if seen.slanted:
                raise ReadError(self.name, _TURNED)
            raise ReadError(self.name, _SCANNED if seen.pictures else _BLANK)
        if seen.looks_scanned(len(self.pages)):
            raise ReadError(self.name, _SCANNED)

    def maker(self) -> BlockMaker:
        """Put the pages in order and hand their parts to the maker of blocks."""
        size = self._body_size()
        self.seen.furniture = take_off(self.pages, size)
        notes: list[Footnote] = []
        contents = Contents()
        items = list(contents.without(self._items(size, notes)))
        self.seen.contents = contents.found
        boxes = [box for page in self.pages for box in page.boxes if box.lines]
        flow = list(with_whole_tables(items))
        self.seen.tables = sum(isinstance(item, tuple) for item in flow)
        return BlockMaker(flow, notes, boxes, size)

    def _items(self, size: float, notes: list[Footnote]) -> Iterator[Stretch | Table]:
        """The stretches and tables of all pages; footnotes go to `notes`."""
        for page, gutter in zip(self.pages, gutters(self.pages), strict=True):
            for item in reading_order(page, gutter):
                if isinstance(item, Stretch):
                    before = next((n.number for n in reversed(notes) if n.number), "")
                    body, found = split(item, size, page.rules, page.width, before)
                    notes += found
                    if body is not None:
                        yield body
                else:
                    yield item
            page.runs = []

    def _body_size(self) -> float:
        """The size of type most characters have."""
        sizes: Counter[float] = Counter()
        for run in shown_text(self.pages):
            sizes[round(run.size, 1)] += len(run.glyphs)
        return _most(sizes)


def _most(sizes: Counter[float]) -> float:
    return sizes.most_common(1)[0][0] if sizes else _USUAL_SIZE
