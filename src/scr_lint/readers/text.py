"""Plain text drafts: paragraphs parted by blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from scr_lint.errors import ReadError
from scr_lint.model import Block, BlockKind, Coverage, Document, Segment, Span, TextPlace
from scr_lint.readers.decode import decode_text
from scr_lint.readers.ignore_comments import COMMENT, Comment, Gathered, comments_in
from scr_lint.readers.invisible import Shown
from scr_lint.readers.typed_numbers import TypedNumber, typed_number

_LINE_END = re.compile(r"\r\n|\r|\n")
_DASH = re.compile(r"^\s*[·*–-]\s+")
# A noncharacter (Unicode 23.7) keeps the place of a comment cut out, so that columns stay.
_CUT = "\ufdd0"
_PIECE = re.compile(f"[^{_CUT}]+")
_HEADING = re.compile(r"^(?:\d+(?:\.\d+)*\.?\s+)?[A-Z][^.!?;:]{0,78}$")


def read_text(content: bytes, name: str) -> Document:
    """Read a plain text draft. Raises ReadError when it has no text, is no text, or has a comment
    to scr-lint that gives no reason.
    """
    shown = Shown.of(_LINE_END.sub("\n", decode_text(content, name)))
    comments = tuple(comments_in(shown.text, name))
    gathered = Gathered()
    found = _blocks(COMMENT.sub(_blanked, shown.text), comments, gathered)
    blocks = tuple(replace(b, segments=tuple(shown.in_file(b.segments))) for b in found)
    if not blocks:
        raise ReadError(name, "has no text")
    ignores = gathered.all(len(blocks))
    return Document(name, "text", blocks, Coverage(read=("all text",)), ignores=ignores)


def _blanked(comment: re.Match[str]) -> str:
    return re.sub(r"[^\n]", _CUT, comment.group())


def _blocks(text: str, comments: tuple[Comment, ...], gathered: Gathered) -> Iterator[Block]:
    section: tuple[str, ...] = ()
    index = 0
    for lines in _paragraphs(text):
        here = [c for c in comments if lines[0][0] <= c.line <= lines[-1][0]]
        block = _block(index, lines, section)
        if not block.text.strip():
            gathered.alone(here)
            continue
        gathered.within(index, here)
        yield block
        index += 1
        if block.kind is BlockKind.HEADING:
            section = (block.text.strip(),)


def _paragraphs(text: str) -> Iterator[list[tuple[int, str]]]:
    """Runs of lines that belong together, each line with its number from 1.

    A blank line, a list mark or a typed number starts a new one.
    """
    group: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        starts = _mark(line.replace(_CUT, "")) is not None
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
        if text and line.strip(_CUT):
            text += "\n"
        for piece in _PIECE.finditer(line):
            span = Span(len(text), len(text) + len(piece.group()))
            segments.append(Segment(span, TextPlace(number, piece.start() + 1)))
            text += piece.group()
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
