"""Plain text drafts: paragraphs parted by blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from scr_lint.errors import ReadError
from scr_lint.model import Block, BlockKind, Coverage, Document, Segment, Span, TextPlace
from scr_lint.readers.captions import is_caption
from scr_lint.readers.decode import decode_text
from scr_lint.readers.ignore_comments import COMMENT, Comment, Gathered, comments_in
from scr_lint.readers.invisible import Shown
from scr_lint.readers.line_ends import SOFT, LineEnds
from scr_lint.readers.numbered import TYPED, MadeBlock, is_plain, numbered_kind, settled
from scr_lint.readers.typed_numbers import TypedNumber, typed_number

_LINE_END = re.compile(r"\r\n|\r|\n")
_DASH = re.compile(r"^\s*[·*–-]\s+")
# A noncharacter (Unicode 23.7) keeps the place of a comment cut out, so that columns stay.
_CUT = "\ufdd0"
# Others stand at the end of a line that breaks a word, and for a soft hyphen there.
_JOINED, _SOFT_END = "\ufdd1", "\ufdd2"
_PIECE = re.compile(f"[^{_CUT}{_JOINED}{_SOFT_END}]+")
_BROKEN = re.compile(
    rf"(?<=[^\W_])(?P<mark>[-\u2010{SOFT}{_SOFT_END}])(?P<gap>[ \t]*)\n(?P<lead>[ \t]*)(?=[^\W_])"
)
_PART = 40
_HEADING = re.compile(r"^(?:\d+(?:\.\d+)*\.?\s+)?[A-Z][^.!?;:]{0,78}$")


def read_text(content: bytes, name: str) -> Document:
    """Read a plain text draft. Raises ReadError when it has no text, is no text, or has a comment
    to scr-lint that gives no reason.
    """
    text = _LINE_END.sub("\n", decode_text(content, name))
    shown = Shown.of(_BROKEN.sub(lambda found: found[0].replace(SOFT, _SOFT_END), text))
    comments = tuple(comments_in(shown.text, name))
    gathered = Gathered()
    found = settled(_blocks(_joined(COMMENT.sub(_blanked, shown.text)), comments, gathered))
    blocks = tuple(replace(b, segments=tuple(shown.in_file(b.segments))) for b in found)
    if not blocks:
        raise ReadError(name, "has no text")
    ignores = gathered.all(len(blocks))
    return Document(name, "text", blocks, Coverage(read=("all text",)), ignores=ignores)


def _blanked(comment: re.Match[str]) -> str:
    return re.sub(r"[^\n]", _CUT, comment.group())


def _joined(text: str) -> str:
    """The text with each word that a line end breaks made one, the hyphen there judged."""
    if _BROKEN.search(text) is None:
        return text
    ends = LineEnds.of(line.strip() for line in text.split("\n"))

    def closed(found: re.Match[str]) -> str:
        before = text[max(0, found.start() - _PART) : found.start()]
        after = text[found.end() : found.end() + _PART]
        kept = found["mark"] != _SOFT_END and ends.keeps(before, after, found["mark"])
        mark = found["mark"] if kept else _CUT
        return f"{mark}{_CUT * len(found['gap'])}{_JOINED}\n{_CUT * len(found['lead'])}"

    return _BROKEN.sub(closed, text)


def _blocks(text: str, comments: tuple[Comment, ...], gathered: Gathered) -> Iterator[MadeBlock]:
    section: tuple[str, ...] = ()
    index = 0
    for lines in _paragraphs(text):
        here = [c for c in comments if lines[0][0] <= c.line <= lines[-1][0]]
        block = _block(index, lines, section)
        if not block.text.strip():
            gathered.alone(here)
            continue
        gathered.within(index, here)
        plain = block.kind is BlockKind.LIST_ITEM and is_plain(block.number)
        yield MadeBlock(block, TYPED if plain else None)
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
    text, segments, joined = "", [], False
    for number, line in lines:
        if text and line.strip(_CUT) and not joined:
            text += "\n"
        for piece in _PIECE.finditer(line):
            span = Span(len(text), len(text) + len(piece.group()))
            segments.append(Segment(span, TextPlace(number, piece.start() + 1)))
            text += piece.group()
        joined = line.endswith(_JOINED)
    mark = _mark(text) or TypedNumber("", 0)
    kind = _kind(text, mark, alone=len(lines) == 1)
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


def _kind(text: str, mark: TypedNumber, *, alone: bool) -> BlockKind:
    """What a paragraph is; a heading stands `alone` on its line."""
    if is_caption(text):
        return BlockKind.CAPTION
    kind = numbered_kind(mark.number) if mark.number else BlockKind.PARAGRAPH
    listed = mark.bullet or (kind is BlockKind.LIST_ITEM and not is_plain(mark.number))
    if alone and not listed and _HEADING.match(text.strip()):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if mark.bullet else kind


def _mark(text: str) -> TypedNumber | None:
    """The number or bullet a line opens with; a dash counts as a bullet here."""
    dash = _DASH.match(text)
    if dash:
        return TypedNumber("", dash.end(), bullet=True)
    return typed_number(text, heading=False, cell=False)
