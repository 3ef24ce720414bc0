"""Reads a draft source (``*.md``) into blocks and spans, and works out the printed numbers.

The conventions are described in README.md. Nothing here knows about Word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

LIST_KINDS = ("letter", "roman", "bullet")

_FOOTNOTE_LINE = re.compile(r"^\[\^([\w-]+)\]:\s+(.*)$")
_FOOTNOTE_REF = re.compile(r"\[\^([\w-]+)\]")
_LINK = re.compile(r"\[([^\]^][^\]]*)\]\(([^)\s]+)\)")
_LETTER = re.compile(r"^\(([a-z])\)\s+(.*)$")
_ROMAN = re.compile(r"^\(([ivx]+)\)\s+(.*)$")
_TYPED = re.compile(r"^¶¶\s*(\d+(?:\.\d+)*[A-Za-z]?)\s+(.*)$")
_TABLE_RULE = re.compile(r"^\|[\s:|-]+\|$")


class SourceError(Exception):
    """The source breaks a convention."""


@dataclass(frozen=True, slots=True)
class Style:
    """What holds for a stretch of text: formatting, tracked change, comment, link."""

    bold: bool = False
    italic: bool = False
    link: str = ""
    change: str = ""  # "", "ins" or "del"
    change_id: int = 0  # tells neighbouring changes apart
    comment: str = ""  # the comment's text
    comment_id: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style, or a footnote reference (``footnote`` set, no text)."""

    text: str
    style: Style
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; ``merge`` is "", "up" or "left"."""

    spans: tuple[Span, ...]
    merge: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the draft; ``number`` is the number Word will print, "" if none."""

    kind: str
    spans: tuple[Span, ...] = ()
    number: str = ""
    list_id: int = 0
    rows: tuple[tuple[Cell, ...], ...] = ()
    children: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """The text with insertions in and deletions out."""
        return visible_text(self.spans)


@dataclass(slots=True)
class Draft:
    """A whole source file."""

    name: str
    cover: list[Block] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    footnotes: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The title: the first cover line."""
        return self.cover[0].text if self.cover else self.name

    def footnote_order(self) -> list[str]:
        """Footnote names in the order of their references."""
        return [span.footnote for span in self.all_spans() if span.footnote]

    def all_spans(self) -> Iterator[Span]:
        """Every span of the body in reading order."""
        for block in self.blocks:
            yield from block.spans
            for row in block.rows:
                for cell in row:
                    yield from cell.spans
            for child in block.children:
                yield from child.spans


def visible_text(spans: tuple[Span, ...]) -> str:
    """The text of ``spans`` with tracked insertions in and deletions out."""
    return "".join(span.text for span in spans if span.style.change != "del")


class _Inline:
    """Parses inline markup; one instance per draft so that change and comment ids are unique."""

    def __init__(self) -> None:
        self._ids = 0

    def parse(self, text: str, style: Style | None = None) -> tuple[Span, ...]:
        """Turn one line of source into spans."""
        return tuple(self._scan(text, style or Style()))

    def _next_id(self) -> int:
        self._ids += 1
        return self._ids

    def _scan(self, text: str, style: Style) -> Iterator[Span]:
        plain: list[str] = []
        at = 0
        while at < len(text):
            found = self._special(text, at, style)
            if found is None:
                plain.append(text[at])
                at += 1
                continue
            if plain:
                yield Span("".join(plain), style)
                plain = []
            spans, at = found
            yield from spans
        if plain:
            yield Span("".join(plain), style)

    def _special(self, text: str, at: int, style: Style) -> tuple[list[Span], int] | None:
        """The spans of the markup starting at ``at`` and where it ends; None if there is none."""
        for opening, closing, change in (("{+", "+}", "ins"), ("{-", "-}", "del")):
            if text.startswith(opening, at):
                inner, end = _until(text, at + 2, closing)
                inside = replace(style, change=change, change_id=self._next_id())
                return list(self._scan(inner, inside)), end
        if text.startswith("{!", at):
            inner, end = _until(text, at + 2, "}")
            remark, bar, anchor = inner.partition("|")
            if not bar:
                raise SourceError(f"comment without '|': {inner!r}")
            inside = replace(style, comment=remark.strip(), comment_id=self._next_id())
            return list(self._scan(anchor, inside)), end
        if match := _FOOTNOTE_REF.match(text, at):
            return [Span("", style, match[1])], match.end()
        if match := _LINK.match(text, at):
            return list(self._scan(match[1], replace(style, link=match[2]))), match.end()
        if text.startswith("**", at) and "**" in text[at + 2 :]:
            inner, end = _until(text, at + 2, "**")
            return list(self._scan(inner, replace(style, bold=True))), end
        if re.match(r"\*[^\s*]", text[at:]) and "*" in text[at + 1 :]:
            inner, end = _until(text, at + 1, "*")
            return list(self._scan(inner, replace(style, italic=True))), end
        return None


def _until(text: str, start: int, closing: str) -> tuple[str, int]:
    """The text from ``start`` to the matching ``closing`` and the place after it."""
    at, depth = start, 0
    while at < len(text):
        if depth == 0 and text.startswith(closing, at):
            return text[start:at], at + len(closing)
        if closing.endswith("}") and text[at] == "{":
            depth += 1
        elif closing.endswith("}") and text[at] == "}":
            depth -= 1
        at += 1
    raise SourceError(f"no {closing!r} after: {text[start : start + 60]!r}")


def read_draft(path: Path) -> Draft:
    """Read a source file."""
    draft = Draft(path.stem)
    inline = _Inline()
    lines = path.read_text(encoding="utf-8").split("\n")
    if "---" not in lines:
        raise SourceError(f"{path.name}: no line '---' after the cover")
    cut = lines.index("---")
    cover = [line.strip() for line in lines[:cut] if line.strip()]
    draft.cover = [
        Block("title" if i == 0 else "cover", inline.parse(line.lstrip("# ")))
        for i, line in enumerate(cover)
    ]
    body: list[str] = []
    for line in lines[cut + 1 :]:
        if match := _FOOTNOTE_LINE.match(line):
            draft.footnotes[match[1]] = inline.parse(match[2])
        else:
            body.append(line.rstrip())
    draft.blocks = _number(list(_blocks(body, inline)))
    _check_footnotes(draft, path.name)
    return draft


def _check_footnotes(draft: Draft, name: str) -> None:
    order = draft.footnote_order()
    if len(order) != len(set(order)):
        raise SourceError(f"{name}: a footnote is referred to twice")
    if set(order) != set(draft.footnotes):
        raise SourceError(f"{name}: footnotes do not match: {set(order) ^ set(draft.footnotes)}")


def _blocks(lines: list[str], inline: _Inline) -> Iterator[Block]:
    """Cut the body into blocks, still without numbers."""
    at = 0
    previous = ""
    while at < len(lines):
        line = lines[at].strip()
        if not line:
            at += 1
            continue
        if line.startswith("|"):
            end = at
            while end < len(lines) and lines[end].strip().startswith("|"):
                end += 1
            block = _table([entry.strip() for entry in lines[at:end]], inline)
            at = end
        elif line == ":::box":
            end = lines.index(":::", at)
            inside = tuple(_blocks(lines[at + 1 : end], inline))
            block = Block("box", children=inside)
            at = end + 1
        else:
            block = _line(line, previous, inline)
            at += 1
        previous = block.kind
        yield block


def _line(line: str, previous: str, inline: _Inline) -> Block:
    """One physical line as a block."""
    if line == "%%% pagebreak":
        return Block("pagebreak")
    for prefix, kind in (("## ", "heading2"), ("#! ", "heading1-plain"), ("# ", "heading1")):
        if line.startswith(prefix):
            return Block(kind, inline.parse(line[len(prefix) :].strip()))
    if match := _TYPED.match(line):
        return Block("typed", inline.parse(match[2]), number=match[1])
    if line.startswith("¶"):
        return Block("auto", inline.parse(line[1:].strip()))
    if line.startswith("> "):
        return Block("quote", inline.parse(line[2:].strip()))
    if line.startswith("- "):
        return Block("bullet", inline.parse(line[2:].strip()))
    roman, letter = _ROMAN.match(line), _LETTER.match(line)
    if roman and (letter is None or letter[1] == "i" or previous == "roman"):
        return Block("roman", inline.parse(roman[2]))
    if letter:
        return Block("letter", inline.parse(letter[2]))
    return Block("plain", inline.parse(line))


def _table(lines: list[str], inline: _Inline) -> Block:
    """A pipe table; the rule line under the header is dropped."""
    rows: list[tuple[Cell, ...]] = []
    for line in lines:
        if _TABLE_RULE.match(line) and len(rows) == 1:
            continue
        cells = [_cell(text.strip(), inline) for text in _split_row(line)]
        rows.append(tuple(cells))
    if len({len(row) for row in rows}) != 1:
        raise SourceError(f"table rows differ in length: {lines[0]!r}")
    return Block("table", rows=tuple(rows))


def _split_row(line: str) -> list[str]:
    """Cells of a row: pipes inside braces (comments) do not count."""
    cells, depth = [""], 0
    for char in line.strip()[1:-1]:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if char == "|" and depth == 0:
            cells.append("")
        else:
            cells[-1] += char
    return cells


def _cell(text: str, inline: _Inline) -> Cell:
    merge = {"^": "up", "<": "left"}.get(text, "")
    return Cell(() if merge else inline.parse(text), merge)


def _number(blocks: list[Block]) -> list[Block]:
    """Give each block the number that Word will print, and each list its identity."""
    done: list[Block] = []
    chapter = paragraph = lists = 0
    counts: dict[str, int] = {}
    current: dict[str, int] = {}
    for block in blocks:
        if block.kind not in LIST_KINDS:
            counts, current = {}, {}
        elif block.kind != "roman":  # a nested roman list starts again after its parent moves on
            counts.pop("roman", None)
            current.pop("roman", None)
        if block.kind == "heading1":
            chapter, paragraph = chapter + 1, 0
            block = replace(block, number=str(chapter))
        elif block.kind == "auto":
            paragraph += 1
            block = replace(block, number=f"{chapter}.{paragraph}")
        elif block.kind in LIST_KINDS:
            if block.kind not in current:
                lists += 1
                current[block.kind] = lists
            counts[block.kind] = counts.get(block.kind, 0) + 1
            label = list_label(block.kind, counts[block.kind])
            block = replace(block, number=label, list_id=current[block.kind])
        done.append(block)
    return done


def list_label(kind: str, count: int) -> str:
    """The printed label of a list item: "(b)", "(iv)"; "" for a bullet."""
    if kind == "letter":
        return f"({chr(ord('a') + (count - 1) % 26) * (1 + (count - 1) // 26)})"
    if kind == "roman":
        numerals = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
        text = ""
        for numeral, value in numerals:
            while count >= value:
                text, count = text + numeral, count - value
        return f"({text})"
    return ""
