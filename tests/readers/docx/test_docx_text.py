"""What text a paragraph has: inline elements, wrappers, fields, hidden text."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from scr_lint.model import DocxPlace, Segment, Span
from scr_lint.readers.docx import read_docx

from .build import (
    box,
    docx_of,
    field,
    field_begin,
    field_end,
    ins,
    only,
    p,
    r,
    read,
    sdt,
    style,
    t,
    texts,
    zip_of,
)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (t("a") + "<w:tab/>" + t("b"), "a\tb"),
        (t("a") + '<w:ptab w:relativeTo="margin"/>' + t("b"), "a\tb"),
        (t("a") + "<w:br/>" + t("b"), "a\nb"),
        (t("a") + "<w:cr/>" + t("b"), "a\nb"),
        (t("a") + '<w:br w:type="page"/>' + t("b"), "a\nb"),
        (t("a") + '<w:br w:type="page"/>', "a"),
        ('<w:br w:type="page"/>' + t("a"), "a"),
        (t("multi") + "<w:noBreakHyphen/>" + t("agency"), "multi\u2011agency"),
        (t("safe") + "<w:softHyphen/>" + t("guarding"), "safeguarding"),
        (t("safe\u00adguard\u00ading"), "safeguarding"),
        (t("no\u200bbody \u200ecame\ufeff"), "nobody came"),
        (t("\U0001f469\u200d\U0001f4bb rang"), "\U0001f469\u200d\U0001f4bb rang"),
        (t("two  blanks and\u00a0one"), "two  blanks and\u00a0one"),
        ("<w:t>  shorn </w:t>" + t("x"), "shornx"),
        ('<w:sym w:font="Wingdings" w:char="F0E0"/>' + t(" b"), "→ b"),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>' + t(" b"), "• b"),
        ('<w:sym w:font="Symbol" w:char="F061"/>' + t(" b"), "α b"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>' + t(" b"), "✓ b"),
        ('<w:sym w:font="Arial" w:char="F041"/>' + t(" b"), "A b"),
        ('<w:sym w:font="Arial" w:char="2022"/>' + t(" b"), "• b"),
        ('<w:sym w:font="Arial" w:char="nonsense"/>' + t(" b"), "\ufffd b"),
        (t("\U0001f600 done"), "\U0001f600 done"),
    ],
)
def test_an_inline_element_reads_as_the_character_it_prints(inside: str, text: str) -> None:
    assert only(p(f"<w:r>{inside}</w:r>")).text == text


@pytest.mark.parametrize(
    "wrapped",
    [
        '<w:hyperlink r:id="r9">{}</w:hyperlink>',
        '<w:smartTag w:element="x">{}</w:smartTag>',
        '<w:customXml w:element="x">{}</w:customXml>',
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr=" REF x ">{}</w:fldSimple>',
        '<w:ins w:id="1">{}</w:ins>',
        '<w:moveTo w:id="1">{}</w:moveTo>',
        '<w:ins w:id="1"><w:hyperlink r:id="r9">{}</w:hyperlink></w:ins>',
        '<w:bdo w:val="rtl">{}</w:bdo>',
    ],
)
def test_text_inside_a_wrapper_is_read_in_its_place(wrapped: str) -> None:
    assert only(p("The ", wrapped.format(r("GP")), " rang.")).text == "The GP rang."


def test_a_symbol_with_a_newer_form_is_read_from_the_fallback() -> None:
    emoji = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w:rPr/></mc:Choice>'
        f"<mc:Fallback>{t('☺')}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert only(p("Well ", emoji)).text == "Well ☺"


def test_mathematics_reads_as_its_text() -> None:
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>+1</m:t></m:r></m:oMath>"
    assert only(p("Score ", formula, ".")).text == "Score x+1."


def test_ruby_reads_as_its_base() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('kan')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>"
    document = read(p("The sign ", ruby))
    assert document.blocks[0].text == "The sign 漢"
    assert document.coverage.not_read == ("1 pronunciation guide",)


def test_a_field_reads_as_its_result() -> None:
    assert only(p("See ", field("PAGEREF x", "12"), ".")).text == "See 12."


def test_a_field_nested_in_the_code_of_another_is_not_printed() -> None:
    code = field_begin("IF ").replace('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "")
    inner = field("REF x", "3")
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    assert only(p("a", code, inner, separate, "yes", field_end(), "b")).text == "ayesb"


def test_a_field_nested_in_the_result_of_another_is_printed() -> None:
    nested = field_begin("HYPERLINK x") + r("page ") + field("PAGEREF y", "7") + field_end()
    assert only(p(nested)).text == "page 7"


def test_a_field_may_span_paragraphs() -> None:
    assert texts(p(field_begin("REF x"), "one") + p("two", field_end())) == ["one", "two"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    assert texts(p(field_begin("TOC"), "one") + p("two")) == ["one", "two"]


def test_a_tab_stop_is_no_tab() -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    block = only(p("<w:r><w:tab/></w:r>", "x", props=stops))
    assert block.text == "\tx"
    assert [s.place.piece for s in block.segments if isinstance(s.place, DocxPlace)] == [0, 1]


def test_empty_and_blank_paragraphs_make_no_block() -> None:
    assert texts(p() + p(" \u00a0\t") + p("x") + "<w:p/>") == ["x"]


def test_blanks_at_the_ends_stay() -> None:
    assert only(p("  x  ")).text == "  x  "


@pytest.mark.parametrize(
    "content", [sdt(p("x")), f'<w:customXml w:element="e">{p("x")}</w:customXml>']
)
def test_a_paragraph_inside_a_block_wrapper_is_read(content: str) -> None:
    assert texts(p("a") + content + p("b")) == ["a", "x", "b"]


HIDING = (
    style("Hid", r_pr="<w:vanish/>")
    + style("HidToo", based="Hid")
    + style("Shown", based="Hid", r_pr='<w:vanish w:val="0"/>')
    + style("HidChar", r_pr="<w:vanish/>", kind="character")
)
AS_HIDDEN = '<w:rStyle w:val="HidChar"/>'


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (p("a", r("b", "<w:vanish/>"), "c"), "ac"),
        (p("a", r("b", '<w:vanish w:val="false"/>'), "c"), "abc"),
        (p("a", r("b", AS_HIDDEN), "c"), "ac"),
        (p("a", r("b", AS_HIDDEN), style="HidToo"), "b"),
        (p("a", r("b", '<w:vanish w:val="0"/>'), style="Hid"), "b"),
        (p("abc", style="Shown"), "abc"),
        (p("a", r("b", "<w:webHidden/>")), "ab"),
    ],
)
def test_hidden_text_is_not_read(paragraph: str, text: str) -> None:
    assert only(paragraph, styles=HIDING).text == text


def test_a_piece_split_by_a_soft_hyphen_gives_two_segments() -> None:
    def place(start: int, end: int) -> DocxPlace:
        return DocxPlace("/word/document.xml", 0, 0, start, end)

    assert only(p("ab\u00adcd")).segments == (
        Segment(Span(0, 2), place(0, 2)),
        Segment(Span(2, 4), place(3, 5)),
    )


@pytest.mark.parametrize("content", [p("x", box(p("in"))), p("x", ins(box(p("in"))))])
def test_a_text_box_comes_once_after_its_anchor(content: str) -> None:
    assert texts(content + p("y")) == ["x", "in", "y"]


def test_strict_documents_are_read() -> None:
    content = docx_of(p("x", style="H"), styles=style("H", name="heading 1"))
    strict = _as_strict(content)
    (block,) = read_docx(strict, "strict.docx").blocks
    assert (block.kind.value, block.level, block.text) == ("heading", 1, "x")


def _as_strict(content: bytes) -> bytes:
    word = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = b"http://schemas.openxmlformats.org/officeDocument/2006"
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return zip_of(
            {
                name: archive.read(name)
                .replace(word, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
                .replace(office, b"http://purl.oclc.org/ooxml/officeDocument")
                for name in archive.namelist()
            }
        )
