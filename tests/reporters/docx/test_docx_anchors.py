"""Comments stand on exactly the words they are about, whatever those stand in."""

from __future__ import annotations

import pytest

from .drafts import (
    ID,
    MARKS,
    RUN,
    anchored,
    annotated,
    comments,
    docx_of,
    p,
    part,
    plain,
    r,
    references,
)

BOLD, ITALIC = "<w:b/>", "<w:i/>"


def ins(*runs: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="7" w:author="A" w:date="2026-01-01T00:00:00Z">{"".join(runs)}</w:ins>'


def struck(text: str) -> str:
    """A tracked deletion."""
    return f'<w:del w:id="8"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def sdt(inside: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
FORMULA = "<m:oMath><m:r><m:t>p</m:t></m:r><m:r><m:t>=2</m:t></m:r></m:oMath>"
EMOJI = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback><w:t>☺</w:t></mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)
BODIES = {
    "the middle of a run": (p("The midwife failed to act today."), "failed to act"),
    "the start of a run": (p("Failed to act, she did."), "Failed to act"),
    "the whole of a run": (p("She ", "failed to act"), "failed to act"),
    "one character": (p("A failure"), "A"),
    "runs that look different": (
        p("She ", r("fai", BOLD), r("led", ITALIC), " to act, it is said."),
        "failed to act",
    ),
    "a tracked insertion": (p("She ", ins(r("has failed to act")), " again."), "failed to act"),
    "two tracked insertions": (
        p("She ", ins(r("then failed")), " to ", ins(r("act then")), "."),
        "failed to act",
    ),
    "both sides of a tracked deletion": (
        p("She failed ", struck("utterly "), "to act."),
        "failed to act",
    ),
    "text moved here": (
        p("She ", f'<w:moveTo w:id="3">{r("then failed to act")}</w:moveTo>', "."),
        "failed to act",
    ),
    "a hyperlink": (
        p("See ", f'<w:hyperlink w:anchor="x">{r("why she failed to act")}</w:hyperlink>', "."),
        "failed to act",
    ),
    "the edge of a hyperlink": (
        p("She ", f'<w:hyperlink w:anchor="x">{r("has failed")}</w:hyperlink>', " to act."),
        "failed to act",
    ),
    "a content control": (p("She ", sdt(r("has failed to act then")), "."), "failed to act"),
    "a block content control": (sdt(p("She has failed to act then.")), "failed to act"),
    "a simple field": (
        p("She ", f'<w:fldSimple w:instr=" REF a ">{r("failed to act")}</w:fldSimple>', "."),
        "failed to act",
    ),
    "the result of a field": (
        p("She ", FIELD.format(r("has failed to act")), "."),
        "failed to act",
    ),
    "a smart tag": (
        p("She ", f'<w:smartTag w:element="x">{r("has failed")}</w:smartTag>', " to act."),
        "failed to act",
    ),
    "a table cell": (
        "<w:tbl><w:tr><w:tc>"
        + p("Midwife")
        + f"</w:tc><w:tc>{p('She failed to act.')}</w:tc></w:tr></w:tbl>",
        "failed to act",
    ),
    "a tab and a break": (
        p(r("<w:t>She failed</w:t><w:tab/><w:t>to</w:t><w:br/><w:t>act now</w:t>")),
        "failed\tto\nact",
    ),
    "a run that ends in a tab": (p(r("<w:t>1.</w:t><w:tab/><w:t>failed to act</w:t>")), "failed"),
    "a footnote reference within": (
        p(
            r('<w:t>She failed</w:t><w:footnoteReference w:id="2"/><w:t>, then.</w:t>'),
            " Failed to act",
        ),
        "failed, then. Failed",
    ),
    "soft hyphens": (p(r("<w:t>She fai</w:t><w:softHyphen/><w:t>led to act</w:t>")), "failed to"),
    "soft hyphens in text": (p("She fai\u00adled to act now."), "failed to act"),
    "other invisible characters": (
        p("She\u200b \u200efai\u200bled to\u2060 act."),
        "failed to act",
    ),
    "a no-break hyphen": (
        p(r("<w:t>a self</w:t><w:noBreakHyphen/><w:t>blame b</w:t>")),
        "self‑blame",
    ),
    "smart quotes and no-break spaces": (p("“She” failed\u00a0to act’s."), "failed\u00a0to act"),
    "emoji": (p("😐 She failed to act 😐."), "failed to act 😐"),
    "a formula": (p("Since ", FORMULA, " she failed to act"), "p=2 she failed"),
    "a choice in a run": (p("She ", EMOJI, " failed to act"), "☺ failed"),
    "right to left": (p(r("מִשְׁפָּחָה failed", "<w:rtl/>"), " to act"), "failed to act"),
    "text without kept blanks": (
        p("<w:r><w:t>\n  She failed to act.  </w:t></w:r>", " So."),
        "failed to",
    ),
    "paragraphs joined by a deleted mark": (
        p("She failed", props='<w:rPr><w:del w:id="9"/></w:rPr>') + p(" to act."),
        "failed to act",
    ),
}


@pytest.mark.parametrize(("body", "words"), BODIES.values(), ids=BODIES)
def test_a_comment_stands_on_its_words(body: str, words: str) -> None:
    original = docx_of(body, footnotes=f'<w:footnote w:id="2">{p("A note.")}</w:footnote>')
    copy = annotated(original, words)
    assert list(anchored(copy).values()) == [words]
    assert references(copy) == ["0"]
    assert plain(part(copy, "word/document.xml")) == plain(part(original, "word/document.xml"))


@pytest.mark.parametrize(("body", "words"), BODIES.values(), ids=BODIES)
def test_marks_stand_where_the_schema_allows_them(body: str, words: str) -> None:
    original = docx_of(body, footnotes=f'<w:footnote w:id="2">{p("A note.")}</w:footnote>')
    allowed = {
        "p", "ins", "moveTo", "hyperlink", "sdtContent", "fldSimple", "smartTag", "r",
    }  # fmt: skip
    for mark in part(annotated(original, words), "word/document.xml").iter(*MARKS):
        parent = mark.getparent()
        assert parent is not None
        name = str(parent.tag).partition("}")[2]
        assert name in allowed
        assert (parent.tag == RUN) == str(mark.tag).endswith("Reference")


def test_overlapping_nested_and_equal_findings_each_get_their_words() -> None:
    words = (
        "midwife failed",
        "failed to act",
        "failed",
        "failed to act",
        "midwife failed to act now",
    )
    found = anchored(annotated(docx_of(p("The midwife failed to act now.")), *words))
    assert [found[str(number)] for number in range(len(words))] == list(words)


def test_comments_that_end_together_have_end_and_reference_by_turns() -> None:
    root = part(
        annotated(docx_of(p("She failed to act.")), "failed", "failed"), "word/document.xml"
    )
    marks = [(str(e.tag).partition("}comment")[2], e.get(ID)) for e in root.iter(*MARKS)]
    assert marks == [
        ("RangeStart", "0"),
        ("RangeStart", "1"),
        ("RangeEnd", "0"),
        ("Reference", "0"),
        ("RangeEnd", "1"),
        ("Reference", "1"),
    ]


def test_neighbouring_findings_do_not_take_in_one_another() -> None:
    found = anchored(annotated(docx_of(p("She failed to act.")), "She ", "failed"))
    assert found == {"0": "She ", "1": "failed"}


def test_a_reference_stands_outside_what_word_writes_anew() -> None:
    body = p("She ", sdt(r("failed to act")), " now.")
    root = part(annotated(docx_of(body), "failed to act"), "word/document.xml")
    (reference,) = root.iter("{*}commentReference")
    assert not any(str(a.tag).endswith("}sdt") for a in reference.iterancestors())


def test_words_in_a_footnote_are_quoted_at_the_reference() -> None:
    note = f'<w:footnote w:id="2">{p("She failed to act.")}</w:footnote>'
    body = p("Before", r('<w:footnoteReference w:id="2"/>'), " after.")
    original = docx_of(body, footnotes=note)
    copy = annotated(original, "failed to act")
    root = part(copy, "word/document.xml")
    (start,) = root.iter("{*}commentRangeStart")
    following = start.getnext()
    assert following is not None
    assert [str(child.tag).partition("}")[2] for child in following] == ["footnoteReference"]
    assert anchored(copy) == {"0": ""}
    assert "On words in footnote 1: “failed to act”" in comments(copy)["0"]


def test_words_in_an_endnote_are_quoted_at_the_reference() -> None:
    note = f'<w:endnote w:id="2">{p("She failed to act.")}</w:endnote>'
    body = p("Before", struck("x"), r('<w:endnoteReference w:id="2"/>'), " after.")
    copy = annotated(docx_of(body, endnotes=note), "failed to act")
    assert "On words in endnote i: “failed to act”" in comments(copy)["0"]


BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>'
    "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
    "<v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def test_words_in_a_text_box_are_quoted_at_what_holds_it() -> None:
    original = docx_of(p("Before ", BOX.format(p("She failed to act.")), " after."))
    copy = annotated(original, "failed to act")
    assert "On words in the text box here: “failed to act”" in comments(copy)["0"]
    root = part(copy, "word/document.xml")
    for mark in root.iter("{*}commentRangeStart", "{*}commentRangeEnd"):
        assert not any("txbxContent" in str(a.tag) for a in mark.iterancestors())
    assert plain(root) == plain(part(original, "word/document.xml"))
