"""All of a PDF but its new annotations stays as it was; what cannot be done is said."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from scr_lint.errors import WriteError
from scr_lint.readers import read_bytes
from scr_lint.reporters.pdf import annotate_pdf

from .sheets import DATE, LINES, NAME, annotated, annotations_of, pdf_of, report_of

DRAFT = pdf_of(LINES)


def written(writer: PdfWriter) -> bytes:
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_note_says_what_the_finding_says() -> None:
    ((_, highlight),) = annotations_of(annotated(DRAFT, "failed to act"))
    assert str(highlight["/Contents"]).split("\r") == [
        "BL002 failure · warning",
        "“failed to act” makes someone the owner of a failure.",
        "Instead: Say what happened, and what made it likely.",
        "Why (Quality Marker): “Errors are inevitable.”",
        "fingerprint 000000000000",
    ]
    assert (highlight["/T"], highlight["/NM"]) == ("scr-lint", "scr-lint-000000000000")
    assert highlight["/M"] == "D:20260302093000Z"


def test_each_note_has_a_window_that_leads_back_to_it() -> None:
    copy = annotated(DRAFT, "failed to act", "learn")
    for _, highlight in annotations_of(copy):
        popup = highlight["/Popup"].get_object()
        assert popup["/Parent"].get_object()["/NM"] == highlight["/NM"]
    assert len(annotations_of(copy, "/Popup")) == 2


def test_what_concerns_the_whole_draft_is_a_note_on_page_1() -> None:
    copy = annotated(pdf_of(LINES, LINES), "", "failed to act")
    ((page, note),) = annotations_of(copy, "/Text")
    assert page == 1
    assert "1. Has the purpose been communicated" in note["/Contents"]
    assert "NOT MET\rMissing: the members of the board" in note["/Contents"]


def test_the_old_file_stands_unchanged_at_the_front() -> None:
    copy = annotated(DRAFT, "failed to act")
    assert copy.startswith(DRAFT)
    before, after = PdfReader(BytesIO(DRAFT)), PdfReader(BytesIO(copy), strict=True)
    assert [p.extract_text() for p in after.pages] == [p.extract_text() for p in before.pages]
    assert after.metadata == before.metadata
    # Viewers look for the properties in the last trailer only (7.5.5).
    assert b"/Info" in copy.rpartition(b"trailer")[2]


def test_a_file_with_cross_reference_streams_gains_one() -> None:
    reader = PdfReader(BytesIO(DRAFT))
    writer = PdfWriter(BytesIO(DRAFT), incremental=True)
    writer.add_metadata({"/Subject": "x"})
    original = written(writer)
    assert b"/XRef" in original
    copy = annotated(original, "failed to act")
    assert copy.startswith(original)
    assert copy.count(b"/XRef") == original.count(b"/XRef") + 1
    after = PdfReader(BytesIO(copy), strict=True)
    assert after.pages[0].extract_text() == reader.pages[0].extract_text()
    assert len(annotations_of(copy)) == 1


@pytest.mark.parametrize("indirect", [True, False])
def test_annotations_of_others_are_kept_before_ours(indirect: bool) -> None:
    writer = PdfWriter(clone_from=BytesIO(DRAFT))
    writer.add_annotation(0, Text(rect=(50, 550, 70, 570), text="Please check"))
    page = writer.pages[0]
    if indirect:
        page[NameObject("/Annots")] = writer._add_object(page["/Annots"])
    copy = annotated(written(writer), "failed to act")
    listed = PdfReader(BytesIO(copy)).pages[0]["/Annots"]
    kinds = [a.get_object()["/Subtype"] for a in listed]  # type: ignore[attr-defined]
    assert kinds == ["/Text", "/Highlight", "/Popup"]
    ((_, note),) = annotations_of(copy, "/Text")
    assert note["/Contents"] == "Please check"


def test_the_same_draft_and_date_give_the_same_bytes() -> None:
    words = ("", "failed to act", "learn")
    assert annotated(DRAFT, *words) == annotated(DRAFT, *words)


def test_a_second_round_keeps_the_first() -> None:
    twice = annotated(annotated(DRAFT, "failed to act"), "learn")
    assert len(annotations_of(twice)) == 2


def test_a_file_with_rubbish_before_it_is_written_afresh() -> None:
    copy = annotated(b"%rubbish\n" + DRAFT, "failed to act")
    assert copy.startswith(b"%PDF-")
    assert len(annotations_of(copy)) == 1


def test_an_encrypted_file_is_refused() -> None:
    writer = PdfWriter(clone_from=BytesIO(DRAFT))
    writer.encrypt("", owner_password="secret", algorithm="AES-256")
    report = report_of(read_bytes(DRAFT, NAME), "failed to act")
    with pytest.raises(WriteError, match=r"^draft\.pdf: is encrypted; annotate a copy saved"):
        annotate_pdf(written(writer), report)


def signed() -> bytes:
    """A PDF with a signature field that is filled in, below another field."""
    writer = PdfWriter(clone_from=BytesIO(DRAFT))
    signature = DictionaryObject({NameObject("/Contents"): ByteStringObject(b"x")})
    field = DictionaryObject(
        {NameObject("/T"): TextStringObject("sig"), NameObject("/V"): writer._add_object(signature)}
    )
    group = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Sig"),
            NameObject("/Kids"): ArrayObject([writer._add_object(field)]),
        }
    )
    fields = ArrayObject([writer._add_object(group)])
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})
    return written(writer)


def test_a_signed_file_is_annotated_only_on_demand() -> None:
    original = signed()
    report = report_of(read_bytes(original, NAME), "failed to act")
    with pytest.raises(WriteError) as refusal:
        annotate_pdf(original, report)
    assert str(refusal.value) == (
        "draft.pdf: is signed; annotating it breaks the signature; "
        "use --force to do it all the same"
    )
    copy = annotate_pdf(original, report, date=DATE, break_signature=True)
    assert copy.startswith(original)


def test_a_missing_library_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in sys.modules if n.startswith("scr_lint.reporters.pdf.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pypdf", None)
    report = report_of(read_bytes(DRAFT, NAME), "failed to act")
    with pytest.raises(WriteError, match=r"needs pypdf; install it with pip install 'scr-lint\["):
        annotate_pdf(DRAFT, report)


@pytest.mark.parametrize("content", [b"", b"no pdf", DRAFT[:300]])
def test_a_file_beyond_repair_is_refused_in_a_sentence(content: bytes) -> None:
    report = report_of(read_bytes(DRAFT, NAME), "failed to act")
    with pytest.raises(WriteError, match=r"^draft\.pdf: "):
        annotate_pdf(content, report)


def test_a_draft_that_lost_pages_meanwhile_is_refused() -> None:
    longer = pdf_of(("A first page, with words.",), LINES)
    report = report_of(read_bytes(longer, NAME), "failed to act")
    with pytest.raises(WriteError, match="has changed since it was checked"):
        annotate_pdf(DRAFT, report)
