"""Adding to a PDF without touching it: new objects behind the old file (ISO 32000-1, 7.5.6).

pypdf writes such updates too, but leaves out the document's properties and the generation numbers
of what it replaces.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from scr_lint.reporters.pdf.opening import last_table

_KEPT = ("/Root", "/Info")
_TABLE = b"xref"


@dataclass(slots=True)
class Update:
    """Objects to put behind a file, by number; each keeps the generation it is known under."""

    content: bytes
    reader: PdfReader
    _objects: dict[int, tuple[int, PdfObject]] = field(default_factory=dict)
    _next: int = 0

    def __post_init__(self) -> None:
        size = self.reader.trailer.get("/Size", 0)
        known = [number for table in self.reader.xref.values() for number in table]
        known += self.reader.xref_objStm
        self._next = max(int(size), max(known, default=0) + 1)

    def add(self, thing: PdfObject) -> IndirectObject:
        """Add an object; what comes back refers to it."""
        reference = IndirectObject(self._next, 0, self.reader)
        self._next += 1
        self._objects[reference.idnum] = (0, thing)
        return reference

    def replace(self, reference: IndirectObject, thing: PdfObject) -> None:
        """Put an object in the place of one that is there."""
        self._objects[reference.idnum] = (reference.generation, thing)

    def written(self) -> bytes:
        """The old file with the update behind it; the old file alone where there is none."""
        if not self._objects:
            return self.content
        stream = BytesIO()
        stream.write(self.content)
        if not self.content.endswith((b"\n", b"\r")):
            stream.write(b"\n")
        places = {}
        for number, (generation, thing) in sorted(self._objects.items()):
            places[number] = (stream.tell(), generation)
            stream.write(f"{number} {generation} obj\n".encode())
            thing.write_to_stream(stream)
            stream.write(b"\nendobj\n")
        self._write_table(stream, places)
        return stream.getvalue()

    def _write_table(self, stream: BytesIO, places: dict[int, tuple[int, int]]) -> None:
        """A table behind a table, a stream behind a stream: not to be mixed (7.5.8.4)."""
        before = last_table(self.content)
        start = stream.tell()
        trailer = self._trailer(before, stream.getvalue())
        if self.content.startswith(_TABLE, before):
            stream.write(b"xref\n" + b"".join(_table(places)) + b"trailer\n")
            trailer.write_to_stream(stream)
        else:
            _cross_references(trailer, places, start, self._next).write_to_stream(stream)
            stream.write(b"\nendobj")
        stream.write(f"\nstartxref\n{start}\n%%EOF\n".encode())

    def _trailer(self, before: int, content: bytes) -> DictionaryObject:
        trailer = DictionaryObject()
        old = self.reader.trailer
        for key in _KEPT:
            if key in old:
                trailer[NameObject(key)] = old.raw_get(key)
        trailer[NameObject("/Prev")] = NumberObject(before)
        trailer[NameObject("/Size")] = NumberObject(self._next)
        first = old.get("/ID")
        if isinstance(first, ArrayObject) and len(first) == 2:
            # The second half changes with the content (14.4); from it, so that runs agree.
            mark = ByteStringObject(hashlib.md5(content, usedforsecurity=False).digest())
            trailer[NameObject("/ID")] = ArrayObject([first[0], mark])
        return trailer


def _groups(numbers: list[int]) -> Iterator[list[int]]:
    """Runs of numbers that follow one another."""
    group: list[int] = []
    for number in numbers:
        if group and number != group[-1] + 1:
            yield group
            group = []
        group.append(number)
    yield group


def _table(places: dict[int, tuple[int, int]]) -> Iterator[bytes]:
    """The lines of a cross-reference table: 20 bytes an entry (7.5.4)."""
    for group in _groups(list(places)):
        yield f"{group[0]} {len(group)}\n".encode()
        for number in group:
            offset, generation = places[number]
            yield f"{offset:010} {generation:05} n \n".encode()


def _cross_references(
    trailer: DictionaryObject, places: dict[int, tuple[int, int]], start: int, own: int
) -> _Numbered:
    """A cross-reference stream, which lists itself as well (7.5.8)."""
    places = places | {own: (start, 0)}
    stream = StreamObject()
    stream.update(trailer)
    numbers = [n for group in _groups(list(places)) for n in (group[0], len(group))]
    stream[NameObject("/Type")] = NameObject("/XRef")
    stream[NameObject("/Size")] = NumberObject(own + 1)
    stream[NameObject("/W")] = ArrayObject([NumberObject(width) for width in (1, 8, 2)])
    stream[NameObject("/Index")] = ArrayObject([NumberObject(number) for number in numbers])
    stream.set_data(
        b"".join(
            b"\x01" + offset.to_bytes(8, "big") + generation.to_bytes(2, "big")
            for offset, generation in places.values()
        )
    )
    return _Numbered(own, stream)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A stream with the line that numbers it."""

    number: int
    stream: StreamObject

    def write_to_stream(self, stream: BytesIO) -> None:
        stream.write(f"{self.number} 0 obj\n".encode())
        self.stream.write_to_stream(stream)
