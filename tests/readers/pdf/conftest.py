"""PDFs made for one test each: drawn with reportlab, or written byte by byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from scr_lint.model import Document
from scr_lint.readers.pdf import read_pdf

Draw = Callable[[Canvas], None]


@pytest.fixture
def drawn() -> Callable[..., bytes]:
    """Make a PDF of pages that functions draw; sizes default to A4."""

    def make(*pages: Draw, size: tuple[float, float] = (595.0, 842.0), **options: object) -> bytes:
        held = BytesIO()
        canvas = Canvas(held, pagesize=size, invariant=True, **options)
        for draw in pages:
            canvas.setFont("Helvetica", 11)
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return held.getvalue()

    return make


@pytest.fixture
def lines() -> Callable[..., Draw]:
    """Draw lines of text one below the other."""

    def make(
        text: Iterable[str],
        left: float = 72,
        top: float = 100,
        pitch: float = 14,
        size: float = 11,
        font: str = "Helvetica",
    ) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setFont(font, size)
            for index, line in enumerate(text):
                canvas.drawString(left, 842 - top - index * pitch, line)
            canvas.setFont("Helvetica", 11)

        return draw

    return make


@pytest.fixture
def both() -> Callable[..., Draw]:
    """Draw several things on one page."""

    def make(*parts: Draw) -> Draw:
        def draw(canvas: Canvas) -> None:
            for part in parts:
                part(canvas)

        return draw

    return make


@pytest.fixture
def written() -> Callable[[Mapping[int, bytes]], bytes]:
    """Write a PDF of numbered objects; object 1 is the catalog."""

    def make(objects: Mapping[int, bytes]) -> bytes:
        out = bytearray(b"%PDF-1.7\n")
        places = {}
        for number, body in objects.items():
            places[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 1\n0000000000 65535 f \n"
        for number, place in places.items():
            out += b"%d 1\n%010d 00000 n \n" % (number, place)
        out += b"trailer\n<</Size %d/Root 1 0 R>>\n" % (max(objects) + 1)
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)

    return make


@pytest.fixture
def one_page(written: Callable[[Mapping[int, bytes]], bytes]) -> Callable[..., bytes]:
    """Write a PDF of one page with the given content stream and further objects."""

    def make(
        content: bytes,
        page: bytes = b"/MediaBox[0 0 595 842]",
        font: bytes = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        more: Mapping[int, bytes] | None = None,
        stream: bytes = b"",
    ) -> bytes:
        body = b"<<%s/Length %d>>stream\n%s\nendstream" % (stream, len(content), content)
        leaf = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>%s>>" % page
        objects = {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: leaf,
            4: body,
            5: font,
        }
        return written(objects | dict(more or {}))

    return make


@pytest.fixture
def read() -> Callable[[bytes], Document]:
    """Read a PDF called draft.pdf."""
    return lambda data: read_pdf(data, "draft.pdf")
