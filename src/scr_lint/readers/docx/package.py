"""Opening a Word file: the zip, its relationships and parts, within fixed bounds.

python-docx opens packages too, but unpacks every picture, follows relationships recursively and
stops at the first one that leads nowhere (`word/NULL` is common in drafts that were mailed about).
Here only the parts that are read get unpacked; nothing outside the file is ever fetched.
"""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from scr_lint.docx_names import STRICT
from scr_lint.docx_pieces import UNREADABLE, part_parser
from scr_lint.errors import ReadError
from scr_lint.readers.office import DAMAGED, office_problem, zip_members

MAX_UNPACKED = 400_000_000
MAX_PART = 150_000_000
MAX_RATIO = 200
_RATIO_FROM = 1_000_000
MAX_TAGS = 3_000_000  # some ten times what a long report full of tracked changes has

_TOO_LARGE = (
    "the file unpacks to far more than a report can hold; open it in Word, remove what is "
    "embedded in it and save it again as .docx"
)
_DOCTYPE = (
    "part {part} contains a DOCTYPE, which Word never writes and which can do harm; save the "
    "report again from Word as .docx"
)
_DEEP = "part {part} is nested too deeply to read; open the file in Word and save it again as .docx"
_BROKEN = "part {part} holds broken XML; open the file in Word, repair it and save it as .docx"
_NO_MAIN = "the file holds no main document part; open it in Word, repair it and save it as .docx"

_OFFICE = b"http://schemas.openxmlformats.org/"
_PURL = b"http://purl.oclc.org/ooxml/"
# What the reader looks at beside words and formulas.
_STRICT = {
    **STRICT,
    _PURL + b"drawingml/main": _OFFICE + b"drawingml/2006/main",
    _PURL + b"drawingml/picture": _OFFICE + b"drawingml/2006/picture",
    _PURL + b"drawingml/chart": _OFFICE + b"drawingml/2006/chart",
    _PURL + b"officeDocument/extendedProperties": (
        _OFFICE + b"officeDocument/2006/extended-properties"
    ),
}
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "officeDocument"


@dataclass(frozen=True, slots=True)
class Part:
    """One XML part: its name as a `DocxPlace` gives it ("/word/document.xml") and its root."""

    name: str
    root: etree._Element


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that matter: the main one, and those it is related to, by kind.

    A kind is the last word of a relationship's type ("footnotes"), which transitional and strict
    documents share. `problem_name` stands for the file in messages.
    """

    problem_name: str
    main: Part
    _archive: zipfile.ZipFile = field(repr=False)
    _related: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def parts(self, kind: str) -> tuple[Part, ...]:
        """The parts of one kind that exist, in the order of their relationships."""
        found = (_part(self._archive, name, self.problem_name) for name in self._names(kind))
        return tuple(part for part in found if part is not None)

    def part(self, kind: str) -> Part | None:
        """The first part of one kind, None where the draft has none."""
        return next(iter(self.parts(kind)), None)

    def _names(self, kind: str) -> tuple[str, ...]:
        return self._related.get(kind, ())


def open_package(data: bytes, name: str) -> Package:
    """Open a Word file held in memory. Raises ReadError for anything that is not one."""
    problem = office_problem(data)
    archive = None if problem else zip_members(data)
    if archive is None:
        raise ReadError(name, problem or DAMAGED)
    _check_bounds(archive, name)
    package_wide = _relationships(archive, "/", name)
    main = next(
        (p for n in package_wide.get(_MAIN, ()) if (p := _part(archive, n, name)) is not None), None
    )
    if main is None:
        raise ReadError(name, _NO_MAIN)
    related = _relationships(archive, main.name, name)
    return Package(name, main, archive, package_wide | related)


def _check_bounds(archive: zipfile.ZipFile, name: str) -> None:
    """Declared sizes are binding: zipfile reads no further than they say."""
    members = archive.infolist()
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise ReadError(name, _TOO_LARGE)
    for member in members:
        swollen = member.file_size > MAX_RATIO * max(member.compress_size, 1)
        if swollen and member.file_size > _RATIO_FROM:
            raise ReadError(name, _TOO_LARGE)


def _relationships(archive: zipfile.ZipFile, source: str, name: str) -> dict[str, tuple[str, ...]]:
    """Part names by kind, from the relationships of `source`; external targets are passed over."""
    folder, base = posixpath.split(source)
    part = _part(archive, posixpath.join(folder, "_rels", f"{base}.rels"), name)
    related: dict[str, tuple[str, ...]] = {}
    if part is not None:
        for link in part.root.iter(_RELATIONSHIP):
            target = link.get("Target", "")
            if link.get("TargetMode") != "External" and target:
                kind = link.get("Type", "").rpartition("/")[2]
                there = posixpath.normpath(posixpath.join("/", folder, target))
                related[kind] = (*related.get(kind, ()), there)
    return related


def _part(archive: zipfile.ZipFile, part: str, name: str) -> Part | None:
    blob = _unpacked(archive, part.lstrip("/"), name)
    return None if blob is None else Part(part, _parsed(blob, part, name))


def _unpacked(archive: zipfile.ZipFile, member: str, name: str) -> bytes | None:
    """The bytes of a member, None where there is none; names differ in case now and then."""
    try:
        info = archive.getinfo(member)
    except KeyError:
        folded = member.lower()
        same = (i for i in archive.infolist() if i.filename.lstrip("/").lower() == folded)
        found = next(same, None)
        if found is None:
            return None
        info = found
    if info.file_size > MAX_PART:
        raise ReadError(name, _TOO_LARGE)
    try:
        with archive.open(info) as stream:
            return stream.read(MAX_PART)
    except UNREADABLE as error:
        raise ReadError(name, DAMAGED) from error


def _parsed(blob: bytes, part: str, name: str) -> etree._Element:
    if blob.count(b"<") > MAX_TAGS:
        raise ReadError(name, _TOO_LARGE)
    if _has_doctype(blob):
        raise ReadError(name, _DOCTYPE.format(part=part))
    try:
        root = etree.fromstring(_transitional(blob), part_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        deep = "depth" in str(error).lower()
        raise ReadError(name, (_DEEP if deep else _BROKEN).format(part=part)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(name, _DOCTYPE.format(part=part))
    return root


def _has_doctype(blob: bytes) -> bool:
    """In any encoding a part may have; in running text the sign would be written `&lt;`."""
    return any("<!DOCTYPE".encode(code) in blob for code in ("ascii", "utf-16-le", "utf-16-be"))


def _transitional(blob: bytes) -> bytes:
    if _PURL in blob:
        for strict, plain in _STRICT.items():
            blob = blob.replace(b'"' + strict + b'"', b'"' + plain + b'"')
    return blob
