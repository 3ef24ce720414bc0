"""Saying in plain words which parts of a Word file were read and which were not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from scr_lint.counted import counted
from scr_lint.docx_names import RUN, w
from scr_lint.docx_pieces import TEXT
from scr_lint.model import Block, BlockKind, Coverage
from scr_lint.readers.docx.package import Package
from scr_lint.readers.docx.paragraphs import Tally
from scr_lint.readers.docx.tags import (
    CHOICE,
    DELETED,
    FALLBACK,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    ROW,
)

_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_OBJECT = w("object")
_ROW_PR = w("trPr")


@dataclass(frozen=True, slots=True)
class Met:
    """What the walk saw: the roots of the parts read, how many tables and boxes, and the tally."""

    roots: tuple[etree._Element, ...]
    tables: int
    boxes: int
    tally: Tally


def coverage(package: Package, blocks: tuple[Block, ...], met: Met) -> Coverage:
    """What was read and what was not, each with its count where it can be counted."""
    return Coverage(tuple(_read(blocks, met)), tuple(_not_read(package, met)))


def _read(blocks: tuple[Block, ...], met: Met) -> Iterator[str]:
    yield "body"
    amounts = (
        (met.tables, "table", ""),
        (_notes(blocks, BlockKind.FOOTNOTE), "footnote", ""),
        (_notes(blocks, BlockKind.ENDNOTE), "endnote", ""),
        (met.boxes, "text box", "text boxes"),
        (_changes(met.roots, INSERTED), "tracked insertion", ""),
        (_changes(met.roots, MOVED_TO), "passage moved here", "passages moved here"),
    )
    yield from (counted(*amount) for amount in amounts if amount[0])


def _notes(blocks: tuple[Block, ...], kind: BlockKind) -> int:
    """How many notes, not how many of their paragraphs: those of one note share part and mark."""
    before: Block | None = None
    total = 0
    for block in blocks:
        if block.kind is kind:
            same = before is not None and before.kind is kind and before.number == block.number
            total += not same
        before = block
    return total


def _not_read(package: Package, met: Met) -> Iterator[str]:
    rows = frozenset(_rows_struck(met.roots))
    struck = _changes(met.roots, DELETED, rows) + len(rows)
    amounts = (
        (struck, "tracked deletion", ""),
        (_changes(met.roots, MOVED_FROM), "passage moved away", "passages moved away"),
        (_comments(package), "comment", ""),
        (met.tally.hidden, "passage of hidden text", "passages of hidden text"),
        (_count(met.roots, _PICTURE, _OLD_PICTURE), "picture", ""),
        (_count(met.roots, _CHART), "chart", ""),
        (_count(met.roots, _DIAGRAM), "diagram", ""),
        (_count(met.roots, _OBJECT), "embedded object", ""),
        (_count(met.roots, w("altChunk")), "embedded document", ""),
        (met.tally.ruby, "pronunciation guide", ""),
        (met.tally.merged, "passage in merged-away cells", "passages in merged-away cells"),
    )
    yield from (counted(*amount) for amount in amounts if amount[0])
    if met.tally.contents:
        yield "table of contents"
    if any(_has_text(part.root) for kind in ("header", "footer") for part in package.parts(kind)):
        yield "headers and footers"


def _changes(
    roots: Iterable[etree._Element], tag: str, rows: frozenset[etree._Element] = frozenset()
) -> int:
    """Tracked changes of text: those of marks, rows and properties hold no run.

    What is struck out in one of `rows` is no change of its own.
    """
    found = (e for root in roots for e in root.iter(tag) if next(e.iter(RUN), None) is not None)
    return sum(not _is_double(e) and rows.isdisjoint(e.iterancestors(ROW)) for e in found)


def _rows_struck(roots: Iterable[etree._Element]) -> Iterator[etree._Element]:
    for root in roots:
        for properties in root.iter(_ROW_PR):
            row = properties.getparent()
            if row is not None and properties.find(DELETED) is not None:
                yield row


def _count(roots: Iterable[etree._Element], *tags: str) -> int:
    """Elements that show something; a picture inside an embedded object is only its face."""
    found = (e for root in roots for e in root.iter(*tags))
    return sum(not _is_double(e) and not _is_face(e) for e in found)


def _is_double(element: etree._Element) -> bool:
    """Whether an element stands in a fallback for programs older than its first choice."""
    fallback = next(element.iterancestors(FALLBACK), None)
    if fallback is None:
        return False
    around = fallback.getparent()
    return around is not None and around.find(CHOICE) is not None


def _is_face(element: etree._Element) -> bool:
    return element.tag != _OBJECT and next(element.iterancestors(_OBJECT), None) is not None


def _comments(package: Package) -> int:
    part = package.part("comments")
    return 0 if part is None else sum(1 for _ in part.root.iter(w("comment")))


def _has_text(root: etree._Element) -> bool:
    return any((e.text or "").strip() for e in root.iter(TEXT))
