"""Markdown drafts. Block structure comes from markdown-it (CommonMark with tables)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scr_lint.errors import ReadError
from scr_lint.model import Block, BlockKind, Cell, Coverage, Document, Segment, Span, TextPlace
from scr_lint.readers.captions import is_caption
from scr_lint.readers.decode import decode_text
from scr_lint.readers.ignore_comments import COMMENT, Comment, Gathered, comments_in
from scr_lint.readers.invisible import INVISIBLE, Shown
from scr_lint.readers.markdown_notes import CLOSE, MARK, OPEN, with_footnotes
from scr_lint.readers.numbered import (
    TYPED,
    MadeBlock,
    Series,
    is_plain,
    numbered_kind,
    settled,
)
from scr_lint.readers.typed_numbers import TypedNumber, typed_number

# Without "text_join", escapes and entities stay pieces of their own that show how they were written.
_PARSER = with_footnotes(
    MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
)
_NOT_PROSE = {"fence": "code", "code_block": "code", "html_block": "HTML"}
_STROKE = re.compile(r"(\|)")
# Tags that end a line. In a table cell, which is one line of the file, they are what parts paragraphs.
_BREAK = re.compile(r"</?(?:br|p|div|li|ul|ol|hr)\b[^>]*>", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*[a-z(,;]")
# The lines of a YAML header: "title: Review", and what goes on with it, indented or in a list.
_KEY = re.compile(r"[\w\"'.-]+\s*:(?:\s|$)|#")
_HEADER_LINE = re.compile(rf"{_KEY.pattern}|\s|[-\]}}]|$")
# A comment at the head of a line makes HTML of the whole line (CommonMark 4.6), its prose included.
_LED = re.compile(
    r"^(?P<marks>[ \t]*(?:(?:>|[*+-]|\d{1,9}[.)])[ \t]+)*)"
    r"(?P<comments>(?:<!--\s*scr-lint\b[^\n]*?-->[ \t]*)+)(?=\S)",
    re.MULTILINE,
)


def read_markdown(content: bytes, name: str) -> Document:
    """Read a Markdown draft. Raises ReadError when it has no text, is no text, or has a comment to
    scr-lint that gives no reason.

    Every character of a block's text knows its line and column in the file; marks such as `**` and
    link addresses are not part of the text.
    """
    shown = Shown.of(decode_text(content, name).replace("\r\n", "\n").replace("\r", "\n"))
    text = _without_front_matter(shown.text)
    led = {text.count("\n", 0, found.start()): found["comments"] for found in _LED.finditer(text)}
    walk = _Walk(name, _LED.sub(_blanked, text).split("\n"), led)
    if text is not shown.text:
        walk.skipped.add("front matter")
    found = settled(walk.blocks(_PARSER.parse(_LED.sub(r"\g<marks>", text))))
    blocks = tuple(replace(b, segments=tuple(shown.in_file(b.segments))) for b in found)
    if not blocks:
        raise ReadError(name, "has no text")
    coverage = Coverage(("all text",), tuple(sorted(walk.skipped)))
    ignores = walk.gathered.all(len(blocks))
    return Document(name, "markdown", blocks, coverage, ignores=ignores)


def _blanked(led: re.Match[str]) -> str:
    return led["marks"] + " " * len(led["comments"])


def _without_front_matter(text: str) -> str:
    """The text with a leading YAML header blanked, so that line numbers stay.

    Prose between two rules is none: every line of a header gives a key or goes on with one.
    """
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() in ("---", "...")), None)
    if end is None or not _KEY.match(lines[1]) or not all(map(_HEADER_LINE.match, lines[1:end])):
        return text
    return "\n".join([""] * (end + 1) + lines[end + 1 :])


@dataclass(slots=True)
class _List:
    """A list being read: how its last item was numbered, and its series, None where it has bullets."""

    last: int = 0
    series: Series | None = None


@dataclass(slots=True)
class _Walk:
    """The state of one pass over markdown-it's tokens."""

    name: str
    lines: list[str]
    led: dict[int, str]
    gathered: Gathered = field(default_factory=Gathered)
    skipped: set[str] = field(default_factory=set)
    section: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    ordered: int = 0
    quotes: int = 0
    tables: int = 0
    row: int = 0
    column: int = 0
    heading: int = 0
    rows: tuple[int, int] = (0, 0)
    cursor: tuple[int, int] = (0, 0)
    count: int = 0
    in_cell: bool = False
    last_heading: bool = False
    mark: str = ""
    note: str = ""

    def blocks(self, tokens: list[Token]) -> Iterator[MadeBlock]:
        """The blocks of the draft in reading order."""
        for token in tokens:
            if token.type == "inline":
                for part in _parted(token) if self.in_cell else [token]:
                    block = self._block(part)
                    self._take_comments(part, block)
                    if block is not None:
                        yield MadeBlock(block, self._series(block))
            elif token.type == "html_block" and COMMENT.search(token.content):
                self._take_alone(token)
            elif token.type in _NOT_PROSE:
                self.skipped.add(_NOT_PROSE[token.type])
            else:
                self._enter(token)

    def _enter(self, token: Token) -> None:
        """Note where an opening or closing token leads."""
        match token.type:
            case "heading_open":
                self.heading = int(token.tag[1])
            case "heading_close":
                self.heading = 0
            case "blockquote_open" | "blockquote_close":
                self.quotes += token.nesting
            case "bullet_list_open":
                self.lists.append(_List())
            case "ordered_list_open":
                self.ordered += 1
                start = int(token.attrGet("start") or 1)
                self.lists.append(_List(start - 1, ("list", self.ordered)))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case _ if token.type == OPEN:
                self.note = token.info
            case _ if token.type == CLOSE:
                self.note = ""
            case "list_item_open":
                self._enter_item(token)
            case "list_item_close":
                self.mark = ""
            case "table_open":
                self.tables, self.row = self.tables + 1, 0
            case "tr_open":
                self.row, self.column = self.row + 1, 0
                self.rows = (token.map[0], token.map[1]) if token.map else self.rows
                self.cursor = (self.rows[0], 0)
            case "th_open" | "td_open":
                self.column, self.in_cell = self.column + 1, True
            case "th_close" | "td_close":
                self.in_cell = False

    def _enter_item(self, token: Token) -> None:
        around = self.lists[-1]
        around.last += 1
        self.mark = f"{around.last}{token.markup}" if around.series else "-"

    def _block(self, token: Token) -> Block | None:
        start = self.cursor if self.in_cell else ((token.map or [0])[0], 0)
        text, segments, self.cursor = _located(token, self.lines, start, in_cell=self.in_cell)
        if not text.strip():
            return None
        typed = typed_number(text, heading=self.heading > 0, cell=self.in_cell)
        typed = typed or TypedNumber("", 0)
        mark, self.mark = self.mark, ""
        number = self.note or typed.number or (mark.rstrip(".") if mark != "-" else "")
        kind = self._kind(text, number, listed=typed.bullet or bool(self.lists))
        self._leave_sections()
        block = Block(
            index=self.count,
            kind=kind,
            text=text,
            segments=segments,
            level=self.heading or (len(self.lists) if kind is BlockKind.LIST_ITEM else 0),
            number=number,
            prose_start=typed.prose_start,
            section=tuple(s for s in self.section if s),
            quoted=self.quotes > 0,
            cell=Cell(self.tables, self.row, self.column) if self.in_cell else None,
        )
        self.count += 1
        if self.heading:
            self.section += [""] * (self.heading - 1 - len(self.section)) + [text.strip()]
        return block

    def _take_comments(self, token: Token, block: Block | None) -> None:
        """Note the ignore comments in a block; those in an empty one stand alone."""
        first, end = token.map or self.rows
        led = [c for n in range(first, end) for c in self._comments(self.led.pop(n, ""), n)]
        inner, line = [], first
        for piece in token.children or []:
            if piece.type == "image" and piece.content:
                self.skipped.add("descriptions of pictures")
            if piece.type == "html_inline":
                inner += self._comments(piece.content, line)
            line += piece.content.count("\n") + (piece.type in ("softbreak", "hardbreak"))
        if block is None:
            self.gathered.alone([*led, *inner])
        else:
            self.gathered.within(block.index, [*led, *inner])
            self.last_heading = block.kind is BlockKind.HEADING

    def _take_alone(self, token: Token) -> None:
        """Note comments on lines of their own: right under a paragraph they end it, else they lead."""
        first, end = token.map or (0, 0)
        comments = self._comments(token.content, first)
        under = first > 0 and bool(self.lines[first - 1].strip(" \t>"))
        closes = end >= len(self.lines) or not self.lines[end].strip(" \t>")
        if under and closes and self.count and not self.last_heading:
            self.gathered.within(self.count - 1, comments)
        else:
            self.gathered.alone(comments)
        if COMMENT.sub("", token.content).strip():
            self.skipped.add(_NOT_PROSE["html_block"])

    def _comments(self, text: str, line: int) -> list[Comment]:
        return list(comments_in(text, self.name, line + 1))

    def _kind(self, text: str, number: str, *, listed: bool) -> BlockKind:
        if self.heading:
            return BlockKind.HEADING
        if self.in_cell:
            return BlockKind.TABLE_CELL
        if self.note:
            return BlockKind.FOOTNOTE
        if listed or number:
            return BlockKind.LIST_ITEM if listed else numbered_kind(number)
        return BlockKind.CAPTION if is_caption(text) else BlockKind.PARAGRAPH

    def _series(self, block: Block) -> Series | None:
        """The run of numbers a list item belongs to: its list's, else that of all typed numbers."""
        if block.kind is not BlockKind.LIST_ITEM or not (
            is_plain(block.number) or not block.number
        ):
            return None
        if self.lists:
            return self.lists[-1].series
        return TYPED if block.number else None

    def _leave_sections(self) -> None:
        if self.heading:
            del self.section[self.heading - 1 :]


def _located(
    inline: Token, lines: list[str], start: tuple[int, int], *, in_cell: bool
) -> tuple[str, tuple[Segment, ...], tuple[int, int]]:
    """An inline token's text, where each piece of it stands, and where the last one ends.

    markdown-it gives no columns, but pieces come in the order of the source: each is looked for
    from where the one before ended.
    """
    text, segments, (line, column) = "", list[Segment](), start
    for piece in inline.children or []:
        if piece.type in ("softbreak", "hardbreak"):
            text += "" if text.endswith("\n") else "\n"
            line, column = line + 1, 0
        elif piece.type == "html_inline":
            text += "\n" if text and _BREAK.match(piece.content) else ""
            line, column = _behind(piece.content, lines, line, column)
        elif piece.type == "link_close":
            column = max(column, _after_address(lines[line], column))
        for raw, shown in _written(piece, in_cell=in_cell):
            line, column = _find(raw, lines, line, column)
            if not INVISIBLE.fullmatch(shown):
                segments += _segments(len(text), raw, shown, TextPlace(line + 1, column + 1))
                text += shown
            column += len(raw)
    return text, tuple(segments), (line, column)


def _parted(cell: Token) -> Iterator[Token]:
    """The paragraphs of a table cell: a `<br>` parts them unless the sentence goes on behind it."""
    children = cell.children or []
    part: list[Token] = []
    for number, piece in enumerate(children):
        if piece.type == "html_inline" and _BREAK.match(piece.content):
            following = (c.content for c in children[number + 1 :] if c.type == "text")
            if not _GOES_ON.match(next(filter(str.strip, following), "")):
                yield cell.copy(children=part)
                part = []
                continue
        part.append(piece)
    yield cell.copy(children=part)


def _written(piece: Token, *, in_cell: bool) -> Iterator[tuple[str, str]]:
    """How each stretch of a piece is written in the source, and what it shows."""
    if piece.type == MARK:
        yield piece.content, ""
    elif piece.type == "text_special":
        yield piece.markup, piece.content
    elif piece.type in ("text", "code_inline"):
        # In a cell a stroke is always written with a backslash, in code too.
        parts = _STROKE.split(piece.content) if in_cell else [piece.content]
        yield from (("\\|" if part == "|" else part, part) for part in parts if part)


def _segments(start: int, raw: str, shown: str, place: TextPlace) -> list[Segment]:
    """The segments of a stretch that begins at `start`: of each character, where it is written otherwise."""
    end = start + len(shown)
    if len(raw) == len(shown):
        return [Segment(Span(start, end), place)]
    return [Segment(Span(n, n + 1), place) for n in range(start, end)]


def _find(piece: str, lines: list[str], line: int, column: int) -> tuple[int, int]:
    for number in range(line, len(lines)):
        found = lines[number].find(piece, column if number == line else 0)
        if found >= 0:
            return number, found
    return line, column


def _behind(tag: str, lines: list[str], line: int, column: int) -> tuple[int, int]:
    """The place behind an inline tag or comment, whose letters are no text of the draft."""
    first, *more = tag.split("\n")
    if more:
        return line + len(more), len(more[-1])
    line, column = _find(first, lines, line, column)
    return line, column + len(first)


def _after_address(line: str, column: int) -> int:
    """The column behind a link's address, given one inside or before its closing bracket."""
    if line[column : column + 2] == "](":
        end = line.find(")", column)
        return end + 1 if end >= 0 else column
    return column
