"""The draft rebuilt on the page: marks in place, structure kept, links both ways."""

from __future__ import annotations

from itertools import pairwise

import lxml.html
import pytest
from lxml.html import HtmlElement

from scr_lint.finding import DocumentReport, Report
from scr_lint.model import Block, BlockKind, Cell, Document
from scr_lint.reporters import REPORTERS, Style


@pytest.fixture
def page(awkward_report: Report) -> HtmlElement:
    return lxml.html.document_fromstring(REPORTERS["html"](awkward_report, Style()))


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_overlapping_findings_share_their_words_without_nesting(page: HtmlElement) -> None:
    paragraph = page.get_element_by_id("d1-b2")
    marks = [(m.get("class"), m.text, m.get("aria-describedby")) for m in paragraph.iter("mark")]
    assert marks == [
        ("note", "The midwife ", "d1-n2h"),
        ("error deep", "failed to record", "d1-n2h d1-n3h d1-n4h"),
        ("error", " and neglected to ask", "d1-n3h"),
    ]
    assert not paragraph.xpath(".//mark//mark")


def test_each_link_stands_behind_the_last_word_of_its_finding(page: HtmlElement) -> None:
    assert words(page.get_element_by_id("d1-b2")) == (
        "4.12 The midwife failed to record24 and neglected to ask3."
    )


def test_a_mark_and_its_note_lead_to_one_another(page: HtmlElement) -> None:
    for number in range(2, 6):
        assert page.get_element_by_id(f"d1-m{number}").get("href") == f"#d1-n{number}"
        note = page.get_element_by_id(f"d1-n{number}")
        assert [a.get("href") for a in note.find_class("number")] == [f"#d1-m{number}"]


def test_a_finding_about_the_whole_draft_stands_before_it(page: HtmlElement) -> None:
    whole = page.find_class("whole")[0]
    assert [note.get("id") for note in whole] == ["d1-n1"]
    assert page.xpath("//*[@id='d1-m1']") == []


def test_headings_never_skip_a_level(page: HtmlElement) -> None:
    levels = [int(h.tag[1]) for h in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [page.get_element_by_id(f"d1-b{n}").tag for n in (0, 1)] == ["h3", "h3"]


def test_tables_lists_notes_and_quotations_are_rebuilt(page: HtmlElement) -> None:
    first, rest = page.find_class("rebuilt")
    assert [words(cell) for cell in first.iter("td")] == ["left left again", "", "right"]
    assert [cell.get("colspan") for cell in first.iter("td")] == [None, "2", None]
    assert [words(c) for c in rest.iter("td")] == ["below"]
    assert [words(i) for i in page.find_class("items")[0]] == ["(a) first", "(i) second"]
    assert words(page.find_class("footnote")[0]) == "Footnote 1 A note."
    assert [words(q) for q in page.iter("blockquote")] == ["Quoted words."]
    assert [words(p) for p in page.find_class("leaf")] == ["page 3"]


def test_a_row_that_ends_early_is_filled_to_the_table_s_width() -> None:
    blocks = [
        block(0, BlockKind.TABLE_CELL, "one", cell=Cell(1, 1, 1)),
        block(1, BlockKind.TABLE_CELL, "four", cell=Cell(1, 1, 4)),
        block(2, BlockKind.TABLE_CELL, "short", cell=Cell(1, 2, 1)),
    ]
    page = lxml.html.document_fromstring(REPORTERS["html"](of(blocks), Style()))
    (table,) = page.find_class("rebuilt")
    spans = [[cell.get("colspan", "1") for cell in row] for row in table.iter("tr")]
    assert [sum(map(int, row)) for row in spans] == [4, 4]


def of(blocks: list[Block]) -> Report:
    document = Document("draft.docx", "docx", tuple(blocks))
    return Report((DocumentReport(document, "scr", (), (), ()),))


def block(index: int, kind: BlockKind, text: str, cell: Cell) -> Block:
    return Block(index, kind, text, cell=cell)
