"""Places in a draft as an editor counts them: lines from 0, columns in the units of the protocol."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lsprotocol.types import Position, PositionEncodingKind, Range

from scr_lint.finding import DocumentReport, Finding
from scr_lint.model import Segment, Span, TextPlace

# The protocol's line ends; a form feed or U+2028 ends no line.
_LINE_END = re.compile(r"\r\n|\r|\n")
_BYTES = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}


def lines_of(text: str) -> list[str]:
    """The lines of a text as editor and readers count them."""
    return _LINE_END.split(text.removeprefix("\ufeff"))


def range_of(
    finding: Finding,
    report: DocumentReport,
    lines: Sequence[str],
    encoding: PositionEncodingKind | str,
) -> Range:
    """Where the finding's words stand; the head of the first line for the draft as a whole."""
    block = report.block_of(finding)
    where = finding.location
    pieces = () if block is None else block.locate(Span(where.start or 0, where.end or 0))
    if not pieces:
        line = (where.line or 1) - 1
        return Range(Position(line, 0), Position(line, 0))
    first, last = pieces[0], pieces[-1]
    return Range(
        _position(first, 0, lines, encoding), _position(last, len(last.span), lines, encoding)
    )


def _position(
    piece: Segment, offset: int, lines: Sequence[str], encoding: PositionEncodingKind | str
) -> Position:
    assert isinstance(piece.place, TextPlace)
    line = piece.place.line - 1
    column = piece.place.column - 1 + offset
    text = lines[line][:column] if line < len(lines) else ""
    codec, size = _BYTES[PositionEncodingKind(encoding)]
    return Position(line, len(text.encode(codec, "surrogatepass")) // size)
