"""The package of a Word draft: reading the parts a comment touches, copying all others as they are.

python-docx would do both, but writes every part anew, drops some and stops at a relationship that
leads nowhere. Here a member that gains nothing keeps its bytes.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from scr_lint.docx_names import STRICT
from scr_lint.docx_pieces import UNREADABLE, part_parser
from scr_lint.errors import WriteError

_OPC = "http://schemas.openxmlformats.org/package/2006"
_LINKS = f"{_OPC}/relationships"
_LINK = f"{{{_LINKS}}}Relationship"
_TYPES = f"{_OPC}/content-types"
_CONTENT_TYPES = "[Content_Types].xml"
_EMPTY_LINKS = f'<Relationships xmlns="{_LINKS}"/>'.encode()
# The date (the earliest a zip can hold) and the mode of the parts we write: Word and LibreOffice leave
# the mode 0 when they save, and python-docx puts the day's date.
OUR_DATE = (1980, 1, 1, 0, 0, 0)
OUR_MODE = 0o600 << 16


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship that leads to a part of the package; `kind` is the last word of its type."""

    kind: str
    type: str
    target: str


@dataclass(slots=True)
class Package:
    """A Word file and what is to be put in place of, or beside, its members."""

    name: str
    members: dict[str, zipfile.ZipInfo]
    archive: zipfile.ZipFile
    strict: bool = False
    _changed: dict[str, bytes] = field(default_factory=dict)

    def has(self, part: str) -> bool:
        """Whether the package holds the part."""
        return part.lower() in self.members

    def links(self, source: str) -> tuple[Link, ...]:
        """The links inside the package from `source`, "/" for the package itself."""
        if not self.has(_links_of(source)):
            return ()
        folder = posixpath.dirname(source)
        return tuple(
            Link(
                kind=link.get("Type", "").rpartition("/")[2],
                type=link.get("Type", ""),
                target=posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))),
            )
            for link in self.xml(_links_of(source)).iter(_LINK)
            if link.get("TargetMode") != "External"
        )

    def xml(self, part: str) -> etree._Element:
        """The root of a part, parsed just as the reader does: ordinals must agree."""
        blob = self._bytes(part)
        for strict, plain in STRICT.items():
            if b'"' + strict + b'"' in blob:
                self.strict = True
                blob = blob.replace(b'"' + strict + b'"', b'"' + plain + b'"')
        try:
            return etree.fromstring(blob, part_parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            raise WriteError(self.name, f"part {part} holds broken XML") from error

    def put(self, part: str, root: etree._Element) -> None:
        """Replace a part, or add it."""
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        if self.strict:
            for strict, plain in STRICT.items():
                blob = blob.replace(b'"' + plain + b'"', b'"' + strict + b'"')
        self._changed[part.lower()] = blob
        # Dated anew: what we wrote must not pass for what another program wrote.
        old = self.members.get(part.lower())
        info = zipfile.ZipInfo(old.filename if old else part.lstrip("/"), OUR_DATE)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = OUR_MODE
        self.members[part.lower()] = info

    def add_link(self, source: str, kind: str, part: str) -> None:
        """Link `source` to a part beside it, by a relationship of the same family as its others."""
        name = _links_of(source)
        root = self.xml(name) if self.has(name) else etree.fromstring(_EMPTY_LINKS)
        taken = {link.get("Id") for link in root.iter(_LINK)}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        base = next(link.type for link in self.links("/") if link.kind == "officeDocument")
        link = etree.SubElement(root, _LINK)
        link.set("Id", f"rId{number}")
        link.set("Type", f"{base.rpartition('/')[0]}/{kind}")
        link.set("Target", posixpath.relpath(part, posixpath.dirname(source)))
        self.put(name, root)

    def declare(self, part: str, content_type: str) -> None:
        """Say of which type a part is."""
        name = f"/{_CONTENT_TYPES}"
        root = self.xml(name)
        override = etree.SubElement(root, f"{{{_TYPES}}}Override")
        override.set("PartName", part)
        override.set("ContentType", content_type)
        self.put(name, root)

    def written(self) -> bytes:
        """The whole package: members in their old order, new ones last."""
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as copy:
            for key, info in self.members.items():
                content = self._changed[key] if key in self._changed else self._read(info)
                copy.writestr(_twin(info), content)
        return stream.getvalue()

    def _bytes(self, part: str) -> bytes:
        key = part.lower()
        return self._changed[key] if key in self._changed else self._read(self.members[key])

    def _read(self, info: zipfile.ZipInfo) -> bytes:
        try:
            return self.archive.read(info)
        except UNREADABLE as error:
            raise WriteError(self.name, f"member {info.filename} is damaged") from error


def open_package(original: bytes, name: str) -> Package:
    """The package in `original`. Raises WriteError where there is none."""
    try:
        archive = zipfile.ZipFile(BytesIO(original))
    except UNREADABLE as error:
        raise WriteError(name, "is not a Word document that can be annotated") from error
    members: Mapping[str, zipfile.ZipInfo] = {
        f"/{info.filename.lstrip('/')}".lower(): info for info in archive.infolist()
    }
    return Package(name, dict(members), archive)


def _links_of(source: str) -> str:
    folder, base = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _twin(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A member's name, date and attributes without the offsets it had in the old file."""
    twin = zipfile.ZipInfo(info.filename, info.date_time)
    stored = info.compress_type == zipfile.ZIP_STORED
    twin.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    twin.external_attr, twin.create_system = info.external_attr, info.create_system
    return twin
