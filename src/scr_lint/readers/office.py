"""What an Office file is, told by its bytes: so that a wrong one is refused by its right name."""

from __future__ import annotations

import zipfile
from io import BytesIO

from scr_lint.docx_pieces import UNREADABLE

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTENT_TYPES = "[Content_Types].xml"
_LOCKED = 0x1
_MAX_MEMBERS = 20_000
_MAX_PROBE = 4_000_000

_SAVE = "open it in the program that made it and save it as .docx"
DAMAGED = "the file is cut short or damaged; open it in Word, repair it and save it again as .docx"
_NOT_WORD = "this is no Word document; save the report as .docx"

# Streams in an OLE directory that tell the programs apart ([MS-CFB] 2.6, [MS-OFFCRYPTO] 2.3).
_OLE_STREAMS = {
    "EncryptedPackage": (
        "the file is protected by a password; open it in Word, remove the password and save it "
        "as .docx"
    ),
    "WordDocument": (
        "this is a Word 97-2003 document (.doc); open it in Word and save it as .docx"
    ),
    "Workbook": "this is an Excel workbook (.xls), not a Word document; save the report as .docx",
    "PowerPoint Document": (
        "this is a PowerPoint presentation (.ppt), not a Word document; save the report as .docx"
    ),
}
_MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": f"this is an OpenDocument text (.odt); {_SAVE}",
    b"application/vnd.oasis.opendocument": f"this is an OpenDocument file; {_SAVE}",
    b"application/epub+zip": (
        "this is an e-book (.epub), not a Word document; save the report as .docx"
    ),
}
# Main content types (ECMA-376 part 1, 11.3, 12.3, 13.3; [MS-OFFMACRO2]): the first found decides.
_CONTENT = {
    b"wordprocessingml.document.main": None,
    b"wordprocessingml.template.main": None,
    b"ms-word.document.macroEnabled.main": None,
    b"ms-word.template.macroEnabledTemplate.main": None,
    b"spreadsheetml": (
        "this is an Excel workbook (.xlsx), not a Word document; save the report as .docx"
    ),
    b"ms-excel": "this is an Excel workbook, not a Word document; save the report as .docx",
    b"presentationml": (
        "this is a PowerPoint presentation (.pptx), not a Word document; save the report as .docx"
    ),
    b"ms-powerpoint": (
        "this is a PowerPoint presentation, not a Word document; save the report as .docx"
    ),
}


def office_problem(data: bytes) -> str | None:
    """Why these bytes cannot be a Word document, in one sentence; None where they look like one.

    Looks at signatures and tables of contents only: a document may still prove to be damaged.
    """
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return _zip_problem(data)
    if data.startswith(_OLE):
        return _ole_problem(data)
    if data.lstrip().startswith(b"{\\rtf"):
        return "this is a rich text file (.rtf); open it in Word and save it as .docx"
    if b"%PDF-" in data[:1024]:
        return "this is a PDF, not a Word document; give it the ending .pdf, or save it as .docx"
    return _NOT_WORD


def zip_members(data: bytes) -> zipfile.ZipFile | None:
    """The opened zip, or None where its directory is damaged or absurdly long."""
    if data.count(b"PK\x01\x02") > _MAX_MEMBERS:
        return None
    try:
        return zipfile.ZipFile(BytesIO(data))
    except UNREADABLE:
        return None


def _zip_problem(data: bytes) -> str | None:
    archive = zip_members(data)
    if archive is None:
        return DAMAGED
    with archive:
        if any(member.flag_bits & _LOCKED for member in archive.infolist()):
            return "the file is a zip locked by a password; unlock it and save the report as .docx"
        names = set(archive.namelist())
        if "mimetype" in names:
            kind = _start_of(archive, "mimetype")
            for prefix, problem in _MIMETYPES.items():
                if kind.startswith(prefix):
                    return problem
        if _CONTENT_TYPES not in names:
            return "this is a zip archive, not a Word document; save the report as .docx"
        return _content_problem(_start_of(archive, _CONTENT_TYPES))


def _content_problem(content_types: bytes) -> str | None:
    """A document may embed a workbook, so the Word types are looked for first.

    UTF-16 is legal here; dropping the NULs makes it searchable.
    """
    content_types = content_types.replace(b"\0", b"")
    for marker, problem in _CONTENT.items():
        if marker in content_types:
            return problem
    return _NOT_WORD


def _start_of(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as member:
            return member.read(_MAX_PROBE)
    except UNREADABLE:
        return b""


def _ole_problem(data: bytes) -> str:
    """Directory entries hold their names as UTF-16 ([MS-CFB] 2.6.1): looking for them is enough."""
    for stream, problem in _OLE_STREAMS.items():
        if stream.encode("utf-16-le") in data:
            return problem
    return "this is an old Office file; open it in the program that made it and save it as .docx"
