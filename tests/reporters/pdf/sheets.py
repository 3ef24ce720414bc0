"""PDF drafts made with reportlab, findings on words in them, and what a copy holds."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from scr_lint.finding import (
    Answer,
    Confidence,
    DocumentReport,
    Finding,
    Location,
    Severity,
    Verdict,
)
from scr_lint.model import Box, Document, PdfPlace, Span
from scr_lint.placing import place
from scr_lint.readers import read_bytes
from scr_lint.reporters.pdf import annotate_pdf

NAME = "draft.pdf"
DATE = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LINES = (
    "The midwife failed to act on the day on which she was told of it, which the panel finds was",
    "a failure of the service as a whole. No one is blamed for it here, and the review was made",
    "to learn.",
)


def pdf_of(*pages: tuple[str, ...]) -> bytes:
    """A PDF, one line of type for each text, one page for each tuple."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.setTitle("Review")
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 700 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def moved_and_turned(corners: tuple[float, ...], turned: int) -> bytes:
    """LINES on a page whose MediaBox has other corners, drawn so that they show upright."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.translate(260, 400)
    canvas.rotate(turned)
    for number, line in enumerate(LINES):
        canvas.drawString(-220, 100 - 14 * number, line)
    canvas.showPage()
    canvas.save()
    writer = PdfWriter(clone_from=BytesIO(stream.getvalue()))
    writer.pages[0][NameObject("/MediaBox")] = ArrayObject(map(FloatObject, corners))
    writer.pages[0][NameObject("/Rotate")] = NumberObject(turned)
    copy = BytesIO()
    writer.write(copy)
    return copy.getvalue()


def made(location: Location, words: str, rule: str, severity: Severity, number: int) -> Finding:
    """A finding with plain values."""
    return Finding(
        rule=rule,
        name="failure",
        severity=severity,
        confidence=Confidence.HIGH,
        fingerprint=f"{number:012x}",
        message=f"“{words}” makes someone the owner of a failure.",
        text=words,
        sentence=words,
        instead="Say what happened, and what made it likely.",
        entry="",
        why="Errors are inevitable.",
        actor=None,
        location=location,
    )


def report_of(
    document: Document, *words: str, rule: str = "BL002", severity: Severity = Severity.WARNING
) -> DocumentReport:
    """A report with a finding on the first place of each of `words`, on the whole for ""."""
    findings = []
    for number, text in enumerate(words):
        location = Location()
        if text:
            block = next(b for b in document.blocks if text in b.text)
            start = block.text.index(text)
            location = place(block, Span(start, start + len(text)))
        findings.append(made(location, text, rule, severity, number))
    answer = Answer(1, "communication", Verdict.NOT_MET, {}, ("board",))
    answers = () if all(words) else (answer,)
    return DocumentReport(document, "scr", tuple(findings), (), answers)


def annotated(original: bytes, *words: str) -> bytes:
    """A copy with a highlight on each of `words`."""
    return annotate_pdf(original, report_of(read_bytes(original, NAME), *words), date=DATE)


def annotations_of(
    content: bytes, subtype: str = "/Highlight"
) -> list[tuple[int, DictionaryObject]]:
    """The annotations of one kind, with their page."""
    found = []
    for number, page in enumerate(PdfReader(BytesIO(content)).pages, 1):
        for reference in page.get("/Annots") or ():
            annotation = reference.get_object()
            if annotation["/Subtype"] == subtype:
                found.append((number, annotation))
    return found


def quads(annotation: DictionaryObject) -> list[list[float]]:
    """The quadrilaterals of a highlight, eight numbers each."""
    points = [float(number) for number in annotation["/QuadPoints"]]  # type: ignore[attr-defined]
    return [points[at : at + 8] for at in range(0, len(points), 8)]


def characters(document: Document) -> list[tuple[int, Box, str]]:
    """Every character that has a place, in order."""
    found = []
    for block in document.blocks:
        for segment in block.segments:
            assert isinstance(segment.place, PdfPlace)
            text = segment.span.of(block.text)
            found += [
                (segment.place.page, box, letter)
                for letter, box in zip(text, segment.place.boxes, strict=True)
            ]
    return found
