"""Files that are no readable Word document: one sentence, soon, and no harm done."""

from __future__ import annotations

import struct
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from scr_lint.errors import ReadError
from scr_lint.readers.docx import package, read_docx
from scr_lint.readers.office import office_problem

from .build import MAIN_TYPE, NAMESPACES, docx_of, note, note_ref, p, r, t, zip_of

GOOD = docx_of(p("The nurse rang."))
DAMAGED = "the file is cut short or damaged; open it in Word, repair it and save it again as .docx"
TOO_LARGE = (
    "the file unpacks to far more than a report can hold; open it in Word, remove what is embedded "
    "in it and save it again as .docx"
)
NO_TEXT = "the file has no text; check that it is the report, and not scanned pictures of it"
NO_WORD = "this is no Word document; save the report as .docx"
SAVE = "open it in the program that made it and save it as .docx"


def problem(content: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_docx(content, "draft.docx")
    assert str(caught.value) == f"draft.docx: {caught.value.problem}"
    return caught.value.problem


def content_types(main_type: str) -> bytes:
    return f'<Types><Override PartName="/x.xml" ContentType="{main_type}"/></Types>'.encode()


def ole(*streams: str) -> bytes:
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    return header + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)


def with_main(xml: bytes) -> bytes:
    return docx_of("", extra={"word/document.xml": xml})


def main_of(body: str, before: str = "") -> bytes:
    root = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return f"<?xml version='1.0'?>{before}{root}".encode()


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
ODT = b"application/vnd.oasis.opendocument.text"
WRONG_KINDS = {
    "text": (b"Dear colleague", NO_WORD),
    "xlsx": (
        zip_of({"[Content_Types].xml": content_types(SHEET)}),
        "this is an Excel workbook (.xlsx), not a Word document; save the report as .docx",
    ),
    "pptx": (
        zip_of({"[Content_Types].xml": content_types(SLIDES)}),
        "this is a PowerPoint presentation (.pptx), not a Word document; save the report as .docx",
    ),
    "other package": (zip_of({"[Content_Types].xml": content_types("image/vnd.xps")}), NO_WORD),
    "odt": (zip_of({"mimetype": ODT}), f"this is an OpenDocument text (.odt); {SAVE}"),
    "ods": (
        zip_of({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        f"this is an OpenDocument file; {SAVE}",
    ),
    "epub": (
        zip_of({"mimetype": b"application/epub+zip"}),
        "this is an e-book (.epub), not a Word document; save the report as .docx",
    ),
    "zip": (
        zip_of({"report.docx": GOOD}),
        "this is a zip archive, not a Word document; save the report as .docx",
    ),
    "empty zip": (
        zip_of({}),
        "this is a zip archive, not a Word document; save the report as .docx",
    ),
    "doc": (
        ole("Root Entry", "1Table", "WordDocument"),
        "this is a Word 97-2003 document (.doc); open it in Word and save it as .docx",
    ),
    "locked": (
        ole("Root Entry", "EncryptionInfo", "EncryptedPackage"),
        "the file is protected by a password; open it in Word, remove the password and save it as "
        ".docx",
    ),
    "xls": (
        ole("Workbook"),
        "this is an Excel workbook (.xls), not a Word document; save the report as .docx",
    ),
    "ppt": (
        ole("PowerPoint Document"),
        "this is a PowerPoint presentation (.ppt), not a Word document; save the report as .docx",
    ),
    "msg": (ole("__properties_version1.0"), f"this is an old Office file; {SAVE}"),
    "rtf": (
        b"{\\rtf1\\ansi x}",
        "this is a rich text file (.rtf); open it in Word and save it as .docx",
    ),
    "pdf": (
        b"%PDF-1.7\n",
        "this is a PDF, not a Word document; give it the ending .pdf, or save it as .docx",
    ),
    "cut short": (GOOD[:-60], DAMAGED),
    "cut to its head": (GOOD[:30], DAMAGED),
}


@pytest.mark.parametrize(("content", "expected"), WRONG_KINDS.values(), ids=WRONG_KINDS.keys())
def test_a_file_of_another_kind_is_called_by_its_name(content: bytes, expected: str) -> None:
    assert office_problem(content) == expected
    assert problem(content) == expected


@pytest.mark.parametrize(
    "main_type",
    [
        MAIN_TYPE,
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_documents_templates_and_macro_enabled_files_are_read(main_type: str) -> None:
    content = docx_of(p("x"), main_type=main_type)
    assert office_problem(content) is None
    assert [b.text for b in read_docx(content, "x").blocks] == ["x"]


def test_a_document_that_embeds_a_workbook_is_still_a_document() -> None:
    assert (
        office_problem(docx_of(p("x"), extra={"word/embeddings/a.xlsx": b"spreadsheetml"})) is None
    )


@pytest.mark.parametrize("body", ["", p(), p() * 5, p("  "), "<w:sectPr/>"])
def test_a_draft_without_text_is_refused(body: str) -> None:
    assert problem(docx_of(body)) == NO_TEXT


def test_a_hundred_thousand_empty_paragraphs_are_refused_fast() -> None:
    content = docx_of("<w:p/>" * 100_000)
    began = time.process_time()
    assert problem(content) == NO_TEXT
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE d SYSTEM "file:///etc/passwd">',
        "<!DOCTYPE d>",
    ],
)
def test_a_part_with_a_doctype_is_refused(before: str) -> None:
    assert problem(with_main(main_of(p("x"), before))) == (
        "part /word/document.xml contains a DOCTYPE, which Word never writes and which can do "
        "harm; save the report again from Word as .docx"
    )


def test_a_doctype_in_another_encoding_is_seen() -> None:
    xml = f"<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE d><w:document {NAMESPACES}/>"
    assert "contains a DOCTYPE" in problem(with_main(xml.encode("utf-16")))


@pytest.mark.parametrize("part", ["styles", "numbering", "footnotes", "settings", "comments"])
def test_a_broken_side_part_is_named(part: str) -> None:
    broken = docx_of(p("x"), **{part: ""}, extra={f"word/{part}.xml": b"<w:oops"})
    assert problem(broken) == (
        f"part /word/{part}.xml holds broken XML; open the file in Word, repair it and save it as "
        ".docx"
    )


@pytest.mark.parametrize(
    "xml", [b"", b"<w:document", main_of("")[:-5], b"\xff\xfe\x00", b"<a>&nbsp;</a>"]
)
def test_a_broken_main_part_is_named(xml: bytes) -> None:
    assert problem(with_main(xml)) == (
        "part /word/document.xml holds broken XML; open the file in Word, repair it and save it as "
        ".docx"
    )


@pytest.mark.parametrize("tag", ["w:sdt", "w:tbl", "w:customXml"])
def test_absurdly_deep_nesting_is_refused(tag: str) -> None:
    deep = f"<{tag}>" * 5_000 + p("x") + f"</{tag}>" * 5_000
    assert problem(docx_of(deep)) == (
        "part /word/document.xml is nested too deeply to read; open the file in Word and save it "
        "again as .docx"
    )


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        (
            "<w:p><w:r><w:pict><v:textbox><w:txbxContent>",
            "</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
        ),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ],
)
def test_nesting_as_deep_as_xml_allows_is_read(begin: str, end: str) -> None:
    content = docx_of(begin * 40 + p("x") + end * 40)
    assert [b.text for b in read_docx(content, "x").blocks] == ["x"]


@pytest.mark.parametrize("missing", ["_rels/.rels", "word/document.xml"])
def test_a_package_without_its_main_part_is_refused(missing: str) -> None:
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        members = {n: archive.read(n) for n in archive.namelist() if n != missing}
    assert problem(zip_of(members)) == (
        "the file holds no main document part; open it in Word, repair it and save it as .docx"
    )


def test_a_main_part_without_a_body_is_refused() -> None:
    assert problem(with_main(b"<d/>")) == (
        "the file holds no document body; open it in Word, repair it and save it as .docx"
    )


def test_a_part_that_swells_beyond_measure_is_refused() -> None:
    assert problem(docx_of(p("x"), extra={"word/media/a.bin": bytes(3_000_000)})) == TOO_LARGE


@pytest.mark.parametrize(
    ("bound", "limit"), [("MAX_UNPACKED", 1_000), ("MAX_PART", 100), ("MAX_TAGS", 5)]
)
def test_a_package_that_unpacks_to_too_much_is_refused(
    bound: str, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, bound, limit)
    assert problem(GOOD) == TOO_LARGE


def test_a_member_that_lies_about_its_size_is_refused() -> None:
    """The directory says 60 bytes; zipfile reads no further, and the checksum then fails."""
    size = len(main_of(p("The nurse rang.")))
    content = docx_of(p("The nurse rang."))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    at = content.index(b"PK\x01\x02")
    while content[at + 46 : at + 46 + 17] != b"word/document.xml":
        at = content.index(b"PK\x01\x02", at + 1)
    assert struct.unpack_from("<I", content, at + 24) == (size,)
    assert problem(content[: at + 24] + struct.pack("<I", 60) + content[at + 28 :]) == DAMAGED


def test_a_damaged_member_is_refused() -> None:
    stored = zip_of({"a": b""} | _members(GOOD), method=zipfile.ZIP_STORED)
    assert problem(stored.replace(b"nurse", b"purse", 1)) == DAMAGED


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_zip_locked_by_a_password_is_refused() -> None:
    at = GOOD.index(b"PK\x01\x02")
    flagged = bytearray(GOOD)
    flagged[at + 8] |= 1
    assert problem(bytes(flagged)) == (
        "the file is a zip locked by a password; unlock it and save the report as .docx"
    )


def test_odd_member_names_do_no_harm(tmp_path: Path) -> None:
    odd = {"/etc/passwd": b"x", "../../up.xml": b"x", "word\\x.xml": b"x", "word/": b""}
    content = docx_of(p("x"), extra=odd)
    assert [b.text for b in read_docx(content, "x").blocks] == ["x"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicate_member_names_do_no_harm() -> None:
    stream = BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/document.xml", main_of(p("second")))
    assert [b.text for b in read_docx(stream.getvalue(), "x").blocks] == ["second"]


def test_relationships_that_lead_nowhere_or_outside_are_passed_over() -> None:
    links = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Type="x/image" Target="NULL"/>'
        b'<Relationship Id="b" Type="x/styles" Target="../gone.xml"/>'
        b'<Relationship Id="c" Type="x/settings" Target="http://x.invalid/" TargetMode="External"/>'
        b'<Relationship Id="d" Type="x/footnotes" Target="../../../../etc/passwd"/>'
        b"</Relationships>"
    )
    content = docx_of(p("x"), extra={"word/_rels/document.xml.rels": links})
    assert [b.text for b in read_docx(content, "x").blocks] == ["x"]


@pytest.mark.parametrize(
    "body",
    [
        p("x", note_ref(9)),
        p("x", "<w:r><w:footnoteReference/></w:r>"),
        p("x", num=(5, 3)),
        p("x", props='<w:outlineLvl w:val="high"/>'),
        p("x", "<w:r><w:fldChar/><w:fldChar w:fldCharType='end'/></w:r>"),
        "<w:tbl/><w:tbl><w:tr/></w:tbl>" + p("x"),
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr>"
        + p("x")
        + "</w:tc></w:tr></w:tbl>",
        "<w:tc>" + p("x") + "</w:tc>",
        "<w:p><w:p>" + r("x") + "</w:p></w:p>",
        "<w:p>" + t("x") + "</w:p>",
    ],
)
def test_xml_against_the_schema_is_read_as_far_as_it_goes(body: str) -> None:
    content = docx_of(body, footnotes=note(1, "n"), numbering="<w:num/><w:abstractNum/>")
    assert [b.text for b in read_docx(content, "x").blocks] == ["x"]
