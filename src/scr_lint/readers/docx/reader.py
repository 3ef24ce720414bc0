"""Reading a Word file: from the bytes of the package to the blocks of a Document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from scr_lint.docx_names import w
from scr_lint.docx_pieces import PARAGRAPH
from scr_lint.errors import ReadError
from scr_lint.model import BlockKind, Document
from scr_lint.readers.docx.blocks import BlockMaker, NoteText
from scr_lint.readers.docx.coverage import Met, coverage
from scr_lint.readers.docx.fields import Fields, unclosed
from scr_lint.readers.docx.notes import Notes, read_notes
from scr_lint.readers.docx.numbering import read_numbering
from scr_lint.readers.docx.package import Package, Part, open_package
from scr_lint.readers.docx.pages import Pages, pages_of, section_breaks
from scr_lint.readers.docx.paragraphs import Paragraph, ParagraphReader, Tally
from scr_lint.readers.docx.story import story_paragraphs
from scr_lint.readers.docx.styles import Styles, read_styles
from scr_lint.readers.docx.surroundings import Survey
from scr_lint.readers.docx.tags import ENDNOTE_REFERENCE, FOOTNOTE_REFERENCE, VANISH, whole

_NO_TEXT = "the file has no text; check that it is the report, and not scanned pictures of it"
_NO_BODY = "the file holds no document body; open it in Word, repair it and save it as .docx"
_PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"


def read_docx(data: bytes, name: str) -> Document:
    """The draft in a Word file (.docx, .docm, .dotx), its blocks in reading order.

    `name` stands for the file in messages. Raises ReadError for a file that is no Word document, is
    damaged, locked or absurdly large, or has no text. Fetches nothing and runs nothing.
    """
    package = open_package(data, name)
    reading = _Reading(package, read_styles(_root(package.part("styles"))))
    maker = reading.blocks()
    blocks = tuple(maker.blocks())
    if not blocks:
        raise ReadError(name, _NO_TEXT)
    met = Met(reading.roots, reading.tables, reading.boxes, reading.tally)
    return Document(name, "docx", blocks, coverage(package, blocks, met), _page_count(package))


@dataclass(slots=True)
class _Reading:
    """One reading of one package: its styles and notes, and what was met so far."""

    package: Package
    styles: Styles
    tally: Tally = field(default_factory=Tally)
    tables: int = 0
    boxes: int = 0
    _notes: dict[str, Notes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        settings = self.package.part("settings")
        body = self.package.main.root
        for kind, tag in (("footnote", FOOTNOTE_REFERENCE), ("endnote", ENDNOTE_REFERENCE)):
            notes = read_notes(self.package.part(f"{kind}s"), kind, settings, body)
            if notes is not None:
                self._notes[tag] = notes

    @property
    def roots(self) -> tuple[etree._Element, ...]:
        """The parts whose text is read."""
        return (self.package.main.root, *(notes.part.root for notes in self._notes.values()))

    def blocks(self) -> BlockMaker:
        """Read the body, and each note where it is referred to."""
        main = self.package.main
        body = main.root.find(w("body"))
        if body is None:
            raise ReadError(self.package.problem_name, _NO_BODY)
        page_ends = section_breaks(body)
        pages = pages_of(body, self.styles, page_ends)
        nums = read_numbering(_root(self.package.part("numbering")), self.styles)
        maker = BlockMaker(nums, self.styles, self._notes_of, pages.known, pages.approximate)
        reader = self._reader(main, body, pages)
        survey = Survey(body, self.tables)
        for paragraph in story_paragraphs(
            enumerate(main.root.iter(PARAGRAPH)), survey, reader, page_ends
        ):
            maker.add(paragraph)
        self.tables += survey.tables
        self.boxes += survey.boxes
        return maker

    def _notes_of(self, paragraph: Paragraph) -> Iterator[NoteText]:
        for reference in paragraph.notes:
            notes = self._notes.get(reference.tag)
            element = None if notes is None else notes.take(reference)
            if notes is not None and element is not None:
                mark = notes.mark(reference, paragraph.section, paragraph.page)
                kind = BlockKind(notes.kind)
                yield NoteText(kind, mark, tuple(self._note(notes, element)))

    def _note(self, notes: Notes, element: etree._Element) -> Iterable[Paragraph]:
        """Breaks inside a note say nothing of pages, so it counts its own."""
        reader = self._reader(notes.part, element, Pages(known=False, approximate=False))
        ordered = ((notes.ordinal(p), p) for p in element.iter(PARAGRAPH))
        return story_paragraphs(ordered, Survey(element), reader)

    def _reader(self, part: Part, root: etree._Element, pages: Pages) -> ParagraphReader:
        hidden = next(root.iter(VANISH), None) is not None or self.styles.hide_anything()
        return ParagraphReader(
            part.name, self.styles, Fields(unclosed(root)), pages, self.tally, hidden
        )


def _root(part: Part | None) -> etree._Element | None:
    return None if part is None else part.root


def _page_count(package: Package) -> int | None:
    """What the program that saved the draft last counted."""
    part = package.part("extended-properties") or package.part("extendedProperties")
    pages = None if part is None else whole(part.root.findtext(_PAGES))
    return pages if pages and pages > 0 else None
