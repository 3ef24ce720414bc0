"""Plain text drafts: paragraphs parted by blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_lint.errors import ReadError
from scr_lint.model import Block, BlockKind, Coverage, Document, Segment, Span, TextPlace
from scr_lint.readers.decode import decode_text
from scr_lint.readers.typed_numbers import TypedNumber, typed_number

_LINE_END = re.compile(r"\r\n|\r|\n")
_DASH = re.compile(r"^\s*[·*–-]\s+")
_HEADING = re.compile(r"^(?:\d+(?:\.\d+)*\.?\s+)?[A-Z][^.!?;:]{0,78}$")


def read_text(content: bytes, name: str) -> Document:
    """Read a plain text draft. Raises ReadError when it has no text or is no text."""
    blocks = tuple(_blocks(decode_text(content, name)))
    if not blocks:
        raise ReadError(name, "has no text")
    return Document(name, "text", blocks, Coverage(read=("all text",)))


def _blocks(text: str) -> Iterator[Block]:
    section: tuple[str, ...] = ()
    for index, lines in enumerate(_paragraphs(text)):
        block = _block(index, lines, section)
        yield block
        if block.kind is BlockKind.HEADING:
            section = (block.text.strip(),)


def _paragraphs(text: str) -> Iterator[list[tuple[int, str]]]:
    """Runs of lines that belong together, each line with its number from 1.

    A blank line, a list mark or a typed number starts a new one.
    """
    group: list[tuple[int, str]] = []
    for number, line in enumerate(_LINE_END.split(text), start=1):
        starts = _mark(line) is not None
        if group and (not line.strip() or starts):
            yield group
            group = []
        if line.strip():
            group.append((number, line))
    if group:
        yield group


def _block(index: int, lines: list[tuple[int, str]], section: tuple[str, ...]) -> Block:
    text, segments = "", []
    for number, line in lines:
        if text:
            text += "\n"
        segments.append(Segment(Span(len(text), len(text) + len(line)), TextPlace(number, 1)))
        text += line
    mark = _mark(text) or TypedNumber("", 0)
    listed = mark.bullet or mark.number.endswith(")")
    kind = BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
    if len(lines) == 1 and not listed and _HEADING.match(text.strip()):
        kind = BlockKind.HEADING
    return Block(
        index=index,
        kind=kind,
        text=text,
        segments=tuple(segments),
        level=1 if kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else 0,
        number=mark.number,
        prose_start=mark.prose_start,
        section=() if kind is BlockKind.HEADING else section,
    )


def _mark(text: str) -> TypedNumber | None:
    """The number or bullet a line opens with; a dash counts as a bullet here."""
    dash = _DASH.match(text)
    if dash:
        return TypedNumber("", dash.end(), bullet=True)
    return typed_number(text, heading=False, cell=False)
