"""From a PDF draft and what was found in it to a copy with the findings highlighted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from pypdf import PageObject
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    RectangleObject,
)

from scr_lint.errors import WriteError
from scr_lint.finding import DocumentReport, Finding
from scr_lint.model import Box, PdfPlace, Span
from scr_lint.reporters.note_text import WHOLE, note_lines, overview_lines
from scr_lint.reporters.pdf.geometry import Frame, lines_of
from scr_lint.reporters.pdf.highlights import Note, Sheet, appearance, highlight, popup, sign
from scr_lint.reporters.pdf.opening import FAULTS, open_pdf
from scr_lint.reporters.pdf.update import Update


def annotate(
    original: bytes, report: DocumentReport, date: datetime, *, break_signature: bool
) -> bytes:
    """The annotated copy; see `annotate_pdf`."""
    name = report.path
    content, reader = open_pdf(original, name, break_signature=break_signature)
    try:
        copy = _Copy(name, Update(content, reader), list(reader.pages))
        copy.note_whole(report, date)
        for finding in report.findings:
            copy.mark(report, finding, date)
        copy.attach()
        return copy.update.written()
    except FAULTS as error:
        raise WriteError(name, "is too damaged to be annotated; export it again") from error


@dataclass(slots=True)
class _Copy:
    """The copy in the making: what is new on each page, in order."""

    name: str
    update: Update
    pages: list[PageObject]
    _new: dict[int, list[IndirectObject]] = field(default_factory=dict)

    def note_whole(self, report: DocumentReport, date: datetime) -> None:
        """Put what concerns the whole draft at the top of page 1."""
        lines = overview_lines(report)
        if lines:
            sheet = self._sheet(1)
            made = sign(sheet, Note(lines, "scr-lint-whole", WHOLE, date))
            self._put(1, sheet, made, sheet.shown.top)

    def mark(self, report: DocumentReport, finding: Finding, date: datetime) -> None:
        """Highlight the words of a finding, on each page they stand on."""
        for part, (page, boxes) in enumerate(_boxes(report, finding)):
            sheet = self._sheet(page)
            lines = lines_of(boxes)
            if not lines:
                continue
            quads = [sheet.frame.quad(line) for line in lines]
            name = f"scr-lint-{finding.fingerprint}" + (f"-{part + 1}" if part else "")
            subject = f"{finding.rule} {finding.name}"
            made = highlight(sheet, quads, finding, Note(note_lines(finding), name, subject, date))
            drawn = self.update.add(appearance(made, quads, finding))
            made[NameObject("/AP")] = DictionaryObject({NameObject("/N"): drawn})
            self._put(page, sheet, made, lines[0].top)

    def attach(self) -> None:
        """Hang what is new on its pages, behind the annotations that are there (12.5.2)."""
        for number, references in self._new.items():
            page = self.pages[number - 1]
            listed = page.raw_get("/Annots") if "/Annots" in page else None
            old = None if listed is None else listed.get_object()
            kept = list(old) if isinstance(old, ArrayObject) else []
            annotations = ArrayObject([*kept, *references])
            if isinstance(listed, IndirectObject) and isinstance(old, ArrayObject):
                self.update.replace(listed, annotations)
            else:
                twin = DictionaryObject(page)
                twin[NameObject("/Annots")] = annotations
                self.update.replace(self._sheet(number).reference, twin)

    def _put(self, page: int, sheet: Sheet, made: DictionaryObject, down: float) -> None:
        reference = self.update.add(made)
        window = self.update.add(popup(sheet, reference, down))
        made[NameObject("/Popup")] = window
        self._new.setdefault(page, []).extend((reference, window))

    def _sheet(self, number: int) -> Sheet:
        if not 1 <= number <= len(self.pages):
            raise WriteError(self.name, "has changed since it was checked; check it again")
        page = self.pages[number - 1]
        reference = page.indirect_reference
        if reference is None:
            raise WriteError(self.name, f"page {number} cannot be annotated; export it again")
        frame = Frame(*_corners(page.mediabox), page.rotation % 360)
        left, bottom, right, top = _corners(page.cropbox)
        pairs = zip(frame.shown(left, bottom), frame.shown(right, top), strict=True)
        (left, right), (top, bottom) = (sorted(pair) for pair in pairs)
        return Sheet(reference, frame, Box(left, top, right, bottom))


def _corners(rectangle: RectangleObject) -> tuple[float, float, float, float]:
    """Left, bottom, right, top: a rectangle may name any two opposite corners (7.9.5)."""
    one, two, three, four = (float(part) for part in rectangle)
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _boxes(report: DocumentReport, finding: Finding) -> Iterator[tuple[int, list[Box]]]:
    """Page by page, the boxes of the characters a finding flags."""
    block = report.block_of(finding)
    if block is None:
        return
    span = Span(finding.location.start or 0, finding.location.end or 0)
    places = [s.place for s in block.locate(span) if isinstance(s.place, PdfPlace)]
    for page, group in groupby(places, key=lambda place: place.page):
        yield page, [box for place in group for box in place.boxes]
