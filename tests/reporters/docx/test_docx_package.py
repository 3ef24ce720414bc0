"""All of a draft but its new comments stays as it was."""

from __future__ import annotations

import zipfile
from datetime import datetime, timedelta, timezone
from io import BytesIO

import docx
import pytest

from scr_lint.errors import WriteError
from scr_lint.readers import read_bytes
from scr_lint.reporters.docx import annotate_docx

from .drafts import (
    DATE,
    NAME,
    W,
    anchored,
    annotated,
    answer,
    comments,
    docx_of,
    links,
    members,
    p,
    part,
    plain,
    r,
    references,
    report_of,
)

DRAFT = docx_of(p("A title") + p("The midwife failed to act."))
THEIRS = (
    f'<w:comment w:id="4" w:author="Ann" w:initials="A">{p("Please check.")}</w:comment>'
    f'<w:comment w:id="9" w:author="Bob" w:initials="B">{p("Agreed.")}</w:comment>'
)
MARKED = p(
    '<w:commentRangeStart w:id="4"/>',
    "The midwife failed",
    '<w:commentRangeEnd w:id="4"/>',
    r('<w:commentReference w:id="4"/>'),
    " to act.",
)


def test_a_comment_says_what_the_finding_says() -> None:
    assert comments(annotated(DRAFT, "failed to act"))["0"].split("\n") == [
        "BL002 failure · warning",
        "“failed to act” makes someone the owner of a failure.",
        "Instead: Say what happened, and what made it likely.",
        "Why (Quality Marker): “Errors are inevitable.”",
        "fingerprint 000000000000",
    ]


def test_python_docx_reads_the_comments_and_their_author() -> None:
    copy = docx.Document(BytesIO(annotated(DRAFT, "failed to act", "midwife")))
    assert [(c.author, c.initials, c.comment_id) for c in copy.comments] == [
        ("scr-lint", "SL", 0),
        ("scr-lint", "SL", 1),
    ]
    assert copy.paragraphs[1].text == "The midwife failed to act."


def test_what_concerns_the_whole_draft_is_one_comment_on_the_title() -> None:
    body = p("Draft") + p("The review", props='<w:outlineLvl w:val="0"/>') + p("She failed to act.")
    original = docx_of(body)
    document = read_bytes(original, NAME)
    report = report_of(document, "", "failed to act", "", answers=(answer(),))
    copy = annotate_docx(original, report, date=DATE)
    assert anchored(copy) == {"0": "The review", "1": "failed to act"}
    said = comments(copy)["0"]
    assert "1. Has the purpose been communicated to all the necessary parties? NOT MET" in said
    assert "Missing: the members of the board or partnership; the leaders of" in said
    assert said.count("LP007 audience-missing · warning") == 2


def test_a_draft_with_nothing_flagged_is_told_so() -> None:
    assert "Nothing flagged." in comments(annotated(DRAFT))["0"]


def test_untouched_members_keep_their_bytes_and_order() -> None:
    extra = {"customXml/item1.xml": "<a>\n<b/></a>", "word/media/image1.png": "\x89PNG"}
    original = docx_of(p("She failed."), extra=extra, styles="", settings="", numbering="")
    before, after = members(original), members(annotated(original, "failed"))
    changed = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert list(after) == [*before, "word/comments.xml"]
    assert {n: b for n, b in after.items() if n not in {*changed, "word/comments.xml"}} == {
        n: b for n, b in before.items() if n not in changed
    }


def test_links_and_types_gain_one_entry_each() -> None:
    copy = annotated(docx_of(p("She failed."), styles=""), "failed")
    rels = part(copy, "word/_rels/document.xml.rels")
    assert [(e.get("Id"), e.get("Target")) for e in rels] == [
        ("rId1", "styles.xml"),
        ("rId2", "comments.xml"),
    ]
    last = part(copy, "[Content_Types].xml")[-1]
    assert last.get("PartName") == "/word/comments.xml"
    assert str(last.get("ContentType")).endswith("wordprocessingml.comments+xml")


def test_comments_of_others_are_kept_and_numbers_do_not_clash() -> None:
    original = docx_of(MARKED, comments=THEIRS)
    copy = annotated(original, "failed to act")
    assert list(comments(copy)) == ["4", "9", "10"]
    assert (comments(copy)["4"], comments(copy)["9"]) == ("Please check.", "Agreed.")
    assert anchored(copy) == {"4": "The midwife failed", "10": "failed to act"}
    assert references(copy) == ["4", "10"]
    kept = plain(part(copy, "word/document.xml"), below=9)
    assert kept == plain(part(original, "word/document.xml"), below=9)
    assert len(members(copy)) == len(members(original))


def test_numbers_stay_within_what_word_reads() -> None:
    theirs = THEIRS.replace('w:id="9"', 'w:id="2147483647"').replace('w:id="4"', 'w:id="1"')
    copy = annotated(docx_of(p("She failed to act."), comments=theirs), "She", "failed")
    assert list(comments(copy)) == ["1", "2147483647", "0", "2"]
    assert anchored(copy) == {"0": "She", "2": "failed"}


def test_parts_that_enrich_comments_are_not_touched() -> None:
    extra = {"word/commentsExtended.xml": "<x/>", "word/commentsIds.xml": "<y/>"}
    original = docx_of(MARKED, comments=THEIRS, extra=extra)
    after = members(annotated(original, "failed to act"))
    assert (after["word/commentsExtended.xml"], after["word/commentsIds.xml"]) == (b"<x/>", b"<y/>")


def test_a_second_round_keeps_the_first() -> None:
    once = annotated(DRAFT, "failed to act")
    twice = annotated(once, "midwife")
    assert anchored(twice) == {"0": "failed to act", "1": "midwife"}


def test_an_orphaned_comments_part_is_left_alone() -> None:
    original = docx_of(p("She failed."), extra={"word/comments.xml": "<lost/>"})
    copy = annotated(original, "failed")
    assert members(copy)["word/comments.xml"] == b"<lost/>"
    assert list(comments(copy, "word/comments1.xml")) == ["0"]


def test_a_draft_without_links_of_its_own_gains_them() -> None:
    original = docx_of(p("She failed."))
    bare = {n: b for n, b in members(original).items() if n != "word/_rels/document.xml.rels"}
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in bare.items():
            archive.writestr(name, content)
    copy = annotated(stream.getvalue(), "failed")
    assert [e.get("Target") for e in part(copy, "word/_rels/document.xml.rels")] == ["comments.xml"]


def test_the_drafts_own_comment_styles_are_used() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Kommentartext"><w:name w:val="annotation text"/>'
        '</w:style><w:style w:type="character" w:styleId="Kommentarzeichen">'
        '<w:name w:val="annotation reference"/></w:style>'
    )
    copy = annotated(docx_of(p("She failed."), styles=styles), "failed")
    assert b"Kommentarzeichen" in members(copy)["word/document.xml"]
    assert b"Kommentartext" in members(copy)["word/comments.xml"]


def test_a_strict_document_stays_strict() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members(docx_of(p("She failed."))).items():
            blob = content.replace(W.encode(), strict.encode())
            blob = blob.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            archive.writestr(name, blob)
    after = members(annotated(stream.getvalue(), "failed"))
    for name in ("word/document.xml", "word/comments.xml"):
        assert strict.encode() in after[name]
        assert W.encode() not in after[name]
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in (after["word/_rels/document.xml.rels"])
    )


def test_the_same_draft_and_date_give_the_same_bytes() -> None:
    assert annotated(DRAFT, "failed", "midwife") == annotated(DRAFT, "failed", "midwife")


def test_dates_are_written_in_utc() -> None:
    report = report_of(read_bytes(DRAFT, NAME), "failed")
    date = datetime(2026, 7, 1, 12, 0, tzinfo=timezone(timedelta(hours=1)))
    copy = annotate_docx(DRAFT, report, date=date)
    assert part(copy, "word/comments.xml")[0].get(f"{{{W}}}date") == "2026-07-01T11:00:00Z"


def test_control_characters_of_a_draft_stay_out_of_comments() -> None:
    report = report_of(read_bytes(DRAFT, NAME), "failed")
    odd = report.findings[0].__class__
    fields = {name: getattr(report.findings[0], name) for name in odd.__slots__}
    bad = odd(**{**fields, "message": "a\x00b\x1b[31mc\uffffd\ud800"})
    copy = annotate_docx(DRAFT, report.__class__(report.document, "scr", (bad,), (), ()))
    assert "abc\ufffdd\ufffd" in comments(copy)["0"]


def test_a_draft_that_changed_meanwhile_is_refused() -> None:
    report = report_of(read_bytes(DRAFT, NAME), "failed")
    for other in (docx_of(p("A title") + p("A midwife failed to act.")), docx_of(p("Only this."))):
        with pytest.raises(WriteError, match=r"draft\.docx: has changed since it was checked"):
            annotate_docx(other, report)


@pytest.mark.parametrize("content", [b"", b"no zip", docx_of(p("x"))[:-30]])
def test_what_is_no_word_file_is_refused_in_a_sentence(content: bytes) -> None:
    report = report_of(read_bytes(DRAFT, NAME), "failed")
    with pytest.raises(WriteError, match=r"^draft\.docx: is not a Word document"):
        annotate_docx(content, report)


def test_a_signed_draft_is_annotated_only_on_demand() -> None:
    signed = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    rels = links(("officeDocument", "word/document.xml")).replace(
        "</Relationships>",
        f'<Relationship Id="s" Type="{signed}" Target="_xmlsignatures/o.sigs"/></Relationships>',
    )
    original = docx_of(p("She failed."), extra={"_rels/.rels": rels})
    report = report_of(read_bytes(original, NAME), "failed")
    with pytest.raises(
        WriteError, match="is signed; annotating it breaks the signature; use --force"
    ):
        annotate_docx(original, report)
    assert annotate_docx(original, report, break_signature=True)
