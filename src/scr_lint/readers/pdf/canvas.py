"""Collecting what a page draws. ISO 32000-1, 9.4 (text), 8.5 (paths), 8.9 (images)."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.utils import mult_matrix

from scr_lint.model import Box
from scr_lint.readers.invisible import INVISIBLE
from scr_lint.readers.pdf.bounds import (
    LARGEST_STREAM,
    MOST_ON_PAGE,
    BoundedFonts,
    Budget,
    TooCostlyError,
    trimmed_operands,
)
from scr_lint.readers.pdf.glyphs import UNREADABLE, Edge, Face, Glyph, Sheet
from scr_lint.readers.pdf.tokens import Operator, tokens

_NOTHING = "\u200b"
_UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# ISO 32000-1, 14.11.2 leaves the size of a page open; 200 inches is Annex C's limit.
_LARGEST_PAGE = 14_400.0
# The frame of a cell may be drawn as a filled rectangle this thin.
_THIN = 3.0
_WATERMARK = 28.0
_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_ITALIC = ("italic", "oblique")
# ISO 32000-1, table 123: the flag of a font whose letters lean; and how far leaned letters do.
_ITALIC_FLAG = 64
_LEANING = 0.1
_SMALLEST_PICTURE = 16.0
_IMAGE_WORDS = (b"BI", b"ID", b"EI")
_MOST_METHODS = 500


@dataclass(frozen=True, slots=True)
class KnownFont:
    """What is known of a font; it is kept here so that its id stays its own.

    `ascent` and `descent` are parts of the type size, above and (negative) below the baseline;
    `codes` gives for each code met so far its text and its width, as a part of the type size.
    """

    font: PDFFont
    face: Face
    ascent: float
    descent: float
    codes: dict[int, tuple[str, float]] = field(default_factory=dict)

    def learn(self, code: int) -> tuple[str, float]:
        """The text and width of a code; text "" where the font does not say what it shows.

        `_NOTHING` stands for a character that shows nothing.
        """
        try:
            said = self.font.to_unichr(code)
            text = _NOTHING if said != "\u00ad" and INVISIBLE.fullmatch(said) else _plain(said)
        except (PDFUnicodeNotDefined, KeyError):
            text = ""
        width = self.font.char_width(code)
        self.codes[code] = found = (text, width if math.isfinite(width) else 0.0)
        return found


class Canvas(PDFTextDevice):
    """A device that notes characters, lines, frames and pictures of one page after another."""

    def __init__(self, fonts: BoundedFonts, budget: Budget) -> None:
        super().__init__(fonts)
        self._budget = budget
        self._seen: dict[int, KnownFont] = {}
        self.sheet = Sheet(0, 0.0, 0.0)

    def start(self, page: PDFPage, number: int) -> None:
        """Begin a clean sheet for `page`."""
        left, bottom, right, top = page.mediabox
        wide, high = abs(right - left), abs(top - bottom)
        if page.rotate in (90, 270):
            wide, high = high, wide
        self.sheet = Sheet(number, min(wide, _LARGEST_PAGE), min(high, _LARGEST_PAGE))

    def render_string(self, textstate: Any, seq: Any, ncs: object, graphicstate: object) -> None:
        """Note the characters of one text-showing operator and move the text position on."""
        font = textstate.font
        a, b, c, d, e, f = mult_matrix(textstate.matrix, self.ctm or _UPRIGHT)
        straight = a > 0 and abs(b) < 0.02 * a and d > 0 and not font.is_vertical()
        stretch = textstate.scaling * 0.01
        unit = textstate.fontsize * stretch
        x, y = textstate.linematrix
        known = self._known(font)
        shown: list[tuple[str, float, float]] = []
        for piece in seq:
            if isinstance(piece, (int, float)):
                x -= piece * 0.001 * unit
            elif isinstance(piece, bytes):
                for code in font.decode(piece):
                    text, width = known.codes.get(code) or known.learn(code)
                    if text is not _NOTHING:
                        shown.append((text, x, x + width * unit))
                    spacing = textstate.charspace
                    if code == 32 and not font.is_multibyte():
                        spacing += textstate.wordspace
                    x += width * unit + spacing * stretch
        self._budget.spend_characters(len(shown))
        if len(self.sheet.glyphs) > MOST_ON_PAGE:
            raise TooCostlyError("holds more text on one page than any draft does")
        textstate.linematrix = (x, y)
        size = math.hypot(c, d) * abs(textstate.fontsize)
        if straight:
            baseline = self.sheet.height - (b * x + d * (y + textstate.rise) + f)
            shift = c * (y + textstate.rise) + e
            # Where a font has no italics, programs lean its upright letters.
            face = known.face._replace(italic=True) if c > _LEANING * d else known.face
            self._note(shown, known, face, (a, shift, baseline, size))
        else:
            self._skip(shown, a, b, size)

    def _known(self, font: PDFFont) -> KnownFont:
        """What is known of a font."""
        known = self._seen.get(id(font))
        if known is None:
            name = str(getattr(font, "basefont", None) or font.fontname or "").lower()
            weight = font.descriptor.get("FontWeight", 0)
            bold = any(part in name for part in _BOLD)
            bold = bold or (isinstance(weight, (int, float)) and weight >= 600)
            ascent, descent = font.get_ascent(), font.get_descent()
            known = KnownFont(
                font,
                Face(name, bold, _is_italic(font, name)),
                ascent if 0.4 <= ascent <= 1.3 else 0.8,
                descent if -0.6 <= descent <= -0.05 else -0.2,
            )
            self._seen[id(font)] = known
        return known

    def _note(
        self,
        shown: list[tuple[str, float, float]],
        known: KnownFont,
        face: Face,
        line: tuple[float, float, float, float],
    ) -> None:
        """Keep the characters that lie on the page, one glyph for each code point."""
        scale, shift, baseline, size = line
        sheet = self.sheet
        if not (size > 0.5 and math.isfinite(baseline)):
            return
        top = max(0.0, baseline - known.ascent * size)
        bottom = min(sheet.height, baseline - known.descent * size)
        if bottom <= top:
            return
        for text, start, end in shown:
            left, right = scale * start + shift, scale * end + shift
            if right < left:
                left, right = right, left
            if right < 0 or left > sheet.width:
                continue
            if not text:
                sheet.unreadable += 1
                text = UNREADABLE
            left, right = max(0.0, left), min(sheet.width, right)
            part = (right - left) / len(text)
            for place, letter in enumerate(text):
                at = left + place * part
                sheet.glyphs.append(
                    Glyph(letter, at, top, min(at + part, right), bottom, baseline, size, face)
                )

    def _skip(self, shown: list[tuple[str, float, float]], a: float, b: float, size: float) -> None:
        """Count characters that do not run from left to right."""
        count = sum(bool(text.strip()) for text, _, _ in shown)
        if size >= _WATERMARK:
            self.sheet.watermarks += count
        else:
            self.sheet.slanted += count

    def paint_path(
        self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]
    ) -> None:
        """Note the straight lines and the frames of a path."""
        for points, closed in _strokes(path):
            at = [self._placed(x, y) for x, y in points]
            across, down = [x for x, _ in at], [y for _, y in at]
            box = Box(min(across), min(down), max(across), max(down))
            wide, high = box.right - box.left, box.bottom - box.top
            if not (math.isfinite(wide) and math.isfinite(high)):
                continue
            if wide <= _THIN or high <= _THIN:
                self._line(box, wide, high)
            elif closed and len(points) in (4, 5):
                self.sheet.frames.append(box)
                if stroke:
                    self._outline(box)
            elif stroke:
                for (x0, y0), (x1, y1) in pairwise(at):
                    part = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                    wide, high = part.right - part.left, part.bottom - part.top
                    if wide <= _THIN or high <= _THIN:
                        self._line(part, wide, high)

    def _line(self, box: Box, wide: float, high: float) -> None:
        if high < wide:
            middle = (box.top + box.bottom) / 2
            self.sheet.edges.append(Edge(middle, box.left, box.right, upright=False))
        elif wide < high:
            middle = (box.left + box.right) / 2
            self.sheet.edges.append(Edge(middle, box.top, box.bottom, upright=True))

    def _outline(self, box: Box) -> None:
        self.sheet.edges += (
            Edge(box.top, box.left, box.right, upright=False),
            Edge(box.bottom, box.left, box.right, upright=False),
            Edge(box.left, box.top, box.bottom, upright=True),
            Edge(box.right, box.top, box.bottom, upright=True),
        )

    def render_image(self, name: str, stream: PDFStream) -> None:
        """Note where a picture stands: the unit square under the present matrix (8.9.5)."""
        corners = [self._placed(x, y) for x, y in ((0, 0), (0, 1), (1, 0), (1, 1))]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        box = Box(min(across), min(down), max(across), max(down))
        if min(box.right - box.left, box.bottom - box.top) >= _SMALLEST_PICTURE:
            self.sheet.pictures.append(box)

    def _placed(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space, from the page's top left corner."""
        a, b, c, d, e, f = self.ctm or _UPRIGHT
        return a * x + c * y + e, self.sheet.height - (b * x + d * y + f)


def _is_italic(font: PDFFont, name: str) -> bool:
    """Whether a font's letters lean, by its name or by what it says of itself."""
    flags, angle = font.descriptor.get("Flags", 0), font.descriptor.get("ItalicAngle", 0)
    leans = isinstance(angle, (int, float)) and angle != 0
    return (
        any(part in name for part in _ITALIC)
        or leans
        or (isinstance(flags, int) and bool(flags & _ITALIC_FLAG))
    )


def _strokes(path: Sequence[Any]) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """The subpaths of straight lines, and whether each is closed; curves break one off."""
    points: list[tuple[float, float]] = []
    for segment in path:
        kind = segment[0]
        if kind == "m":
            if len(points) > 1:
                yield points, points[0] == points[-1]
            points = [(float(segment[1]), float(segment[2]))]
        elif kind == "l" and points:
            points.append((float(segment[1]), float(segment[2])))
        elif kind == "h":
            if len(points) > 1:
                yield points, True
            points = []
        else:
            points = []
    if len(points) > 1:
        yield points, points[0] == points[-1]


def _plain(text: str) -> str:
    """Ligatures as their letters (U+FB00 to U+FB06), and no control characters."""
    if "\ufb00" <= text <= "\ufb06" or any("\ufb00" <= c <= "\ufb06" for c in text):
        text = "".join(
            unicodedata.normalize("NFKC", c) if "\ufb00" <= c <= "\ufb06" else c for c in text
        )
    if text in ("\t", "\n", "\r", "\u00a0"):
        return " " if text != "\u00a0" else text
    return "".join(c for c in text if c.isprintable() or c in "\u00a0\u00ad" or c.isspace())


class Painter(PDFPageInterpreter):
    """pdfminer's interpreter, every token of which is paid for."""

    device: Canvas

    def __init__(self, fonts: BoundedFonts, canvas: Canvas) -> None:
        super().__init__(fonts, canvas)
        self._budget = canvas._budget
        self._methods: dict[bytes, tuple[Callable[..., None] | None, int]] = {}

    def execute(self, streams: Sequence[object]) -> None:
        """Run content streams, but none inside itself."""
        self.stream_ids.clear()
        fresh = [s for s in map(stream_value, streams) if s.objid not in self.parent_stream_ids]
        self.stream_ids.update(s.objid for s in fresh if s.objid is not None)
        # The division between streams may stand only between tokens (7.8.2).
        content = b"\n".join(stream.get_data() for stream in fresh)
        if len(content) > LARGEST_STREAM:
            raise TooCostlyError("unpacks to far more than any draft holds")
        for token in tokens(content):
            self._budget.spend_operator()
            if isinstance(token, Operator):
                self._operate(token)
            else:
                self.argstack = trimmed_operands(self.argstack)
                self.push(token)

    def _operate(self, name: bytes) -> None:
        """Run one operator; one that is unknown or short of operands is passed over."""
        method, count = self._method(name)
        if method is None:
            self.argstack.clear()
            return
        operands = self.pop(count) if count else []
        if len(operands) == count:
            try:
                method(*operands)
            except (PDFException, TypeError, ValueError, KeyError, IndexError):
                # A faulty operator costs its own effect and no more, as in other viewers.
                return

    def _method(self, name: bytes) -> tuple[Callable[..., None] | None, int]:
        """What runs an operator, and how many operands it takes."""
        if name not in self._methods:
            called = name.decode("latin-1").replace("*", "_a").replace('"', "_w").replace("'", "_q")
            method = None if name in _IMAGE_WORDS else getattr(self, f"do_{called}", None)
            count = method.__code__.co_argcount - 1 if method else 0
            if len(self._methods) > _MOST_METHODS:
                return method, count
            self._methods[name] = (method, count)
        return self._methods[name]
