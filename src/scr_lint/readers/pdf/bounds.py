"""What one reading may cost: time, operators, characters, and the size of a decoded stream."""

from __future__ import annotations

import re
import struct
import time
import zlib
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
    resolve1,
)
from pdfminer.psexceptions import PSException
from pdfminer.psparser import PSKeyword

LARGEST_STREAM = 40_000_000
# LZW decoding is pure Python and may grow a stream two thousandfold; nobody writes such files now.
_LARGEST_LZW = 100_000
_LARGEST_RUNS = 600_000
_MOST_OPERATORS = 40_000_000
_MOST_CHARACTERS = 8_000_000
MOST_ON_PAGE = 60_000
_CHECK_EVERY = 4096
# ISO 32000-1 Annex C: an operator takes at most 33 operands; what stands behind them is rubbish.
_MOST_OPERANDS = 200
# A font has at most 65,536 codes; a mapping that lists more is built to exhaust its reader.
_MOST_CODES = 200_000
_SECTION = re.compile(rb"begin(?:bf|cid)range(.*?)(?:end(?:bf|cid)range|$)", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<[^>]*>|\[[^\]]*\]|\d+)")

_FONT_ESSENTIALS = ("Type", "Subtype", "BaseFont", "Encoding", "FirstChar", "LastChar", "Widths")


class TooCostlyError(Exception):
    """Reading would take more time or memory than any draft needs; `str()` says of what."""


@dataclass(slots=True)
class Budget:
    """What is left to spend. Raises TooCostlyError when something runs out."""

    seconds: float = 60.0
    operators: int = 0
    characters: int = 0
    _started: float = field(default_factory=time.monotonic)

    def allow(self, seconds: float) -> None:
        """Give more time, as a longer draft needs."""
        self.seconds += seconds

    def check_clock(self) -> None:
        """Stop when the time is up."""
        if time.monotonic() - self._started > self.seconds:
            raise TooCostlyError("takes too long to read")

    def spend_operator(self) -> None:
        """Count one token of a content stream, looking at the clock now and then."""
        self.operators += 1
        if self.operators % _CHECK_EVERY == 0:
            self.check_clock()
            if self.operators > _MOST_OPERATORS:
                raise TooCostlyError("draws more than any draft does")

    def spend_characters(self, count: int) -> None:
        """Count characters shown on pages."""
        self.characters += count
        if self.characters > _MOST_CHARACTERS:
            raise TooCostlyError("holds more text than any draft does")


class BoundedStream(PDFStream):
    """A stream that refuses to unpack to more than LARGEST_STREAM."""

    def decode(self) -> None:
        """Unpack, after a trial that stops at the limit."""
        self._try()
        super().decode()

    def _try(self) -> None:
        packed = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            packed = self.decipher(self.objid, self.genno, packed, self.attrs)
        for filter_name, _ in self.get_filters():
            if filter_name in LITERALS_FLATE_DECODE:
                packed = _inflated(packed)
            elif filter_name in LITERALS_LZW_DECODE:
                _hold(len(packed) <= _LARGEST_LZW)
            elif filter_name in LITERALS_RUNLENGTH_DECODE:
                _hold(len(packed) <= _LARGEST_RUNS)


def _inflated(packed: bytes) -> bytes:
    """The data of a Flate stream; b"" where it is damaged, for pdfminer to make the best of."""
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(packed, LARGEST_STREAM)
    except zlib.error:
        # pdfminer then unpacks byte by byte as far as it can; that too must stay bounded.
        _hold(len(packed) <= LARGEST_STREAM // 1000)
        return b""
    _hold(not unpacker.unconsumed_tail)
    return unpacked


def _hold(fits: bool) -> None:
    if not fits:
        raise TooCostlyError("unpacks to far more than any draft holds")


class BoundedParser(PDFParser):
    """A parser of the file that looks at the clock and hands out bounded streams."""

    budget: Budget

    def fillbuf(self) -> bool:
        """Fetch the next stretch of the file, if there is time."""
        if self.charpos >= len(self.buf):
            self.budget.check_clock()
        return super().fillbuf()

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Handle a keyword; a stream it makes becomes a bounded one."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            place, made = self.curstack[-1]
            if isinstance(made, PDFStream):
                bounded = BoundedStream(made.attrs, made.rawdata or b"", made.decipher)
                self.curstack[-1] = (place, bounded)


class BoundedFonts(PDFResourceManager):
    """Fonts, without those parts that count through more codes than a font can have."""

    def get_font(self, objid: Any, spec: Any) -> Any:
        """The font pdfminer makes of a font dictionary."""
        if objid is None or objid not in self._cached_fonts:
            spec = _disarmed(spec)
        try:
            return super().get_font(objid, spec)
        except (PSException, struct.error, KeyError, TypeError, ValueError, IndexError):
            # A damaged font file costs the widths it would have given, not the whole draft.
            return super().get_font(objid, {k: v for k, v in spec.items() if k in _FONT_ESSENTIALS})


def _disarmed(spec: Any) -> dict[str, Any]:
    """The font dictionary without mappings and width lists that run over too many codes."""
    kept = dict(spec)
    for key in ("ToUnicode", "Encoding"):
        mapping = resolve1(kept.get(key))
        if isinstance(mapping, PDFStream) and _codes(mapping.get_data()) > _MOST_CODES:
            del kept[key]
    for key in ("W", "W2"):
        if _widths(resolve1(kept.get(key))) > _MOST_CODES:
            del kept[key]
    if "DescendantFonts" in kept:
        descendants = resolve1(kept["DescendantFonts"])
        kept["DescendantFonts"] = [_disarmed(resolve1(d)) for d in list(descendants)[:1]]
    return kept


def _codes(mapping: bytes) -> int:
    """How many codes the ranges of a mapping run over (ISO 32000-1, 9.10.3).

    A range written with bracketed strings, as no known producer does, counts as endless.
    """
    total = 0
    for section in _SECTION.findall(mapping):
        if b"(" in section:
            return _MOST_CODES + 1
        total += sum(max(0, _hex(last) - _hex(first)) for first, last in _RANGE.findall(section))
    return total


def _hex(digits: bytes) -> int:
    return int(b"".join(digits.split())[:16] or b"0", 16)


def _widths(widths: object) -> int:
    """How many codes a /W array gives widths to by ranges (ISO 32000-1, 9.7.4.3)."""
    if not isinstance(widths, list):
        return 0
    numbers: list[int] = []
    total = 0
    for entry in map(resolve1, widths):
        if isinstance(entry, list):
            numbers, total = [], total + len(entry)
        elif isinstance(entry, (int, float)):
            numbers.append(int(entry))
            if len(numbers) == 3:
                total += max(0, numbers[1] - numbers[0])
                numbers = []
    return total


def trimmed_operands(operands: list[Any]) -> list[Any]:
    """The operands still waiting, without those no operator can take."""
    return operands if len(operands) <= _MOST_OPERANDS else operands[-_MOST_OPERANDS:]


def bounded_document(parser: BoundedParser) -> PDFDocument:
    """The document behind a parser, opened with the empty password."""
    return PDFDocument(parser, password="")
