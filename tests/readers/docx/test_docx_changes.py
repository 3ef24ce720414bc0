"""Tracked changes: drafts under review are full of them."""

from __future__ import annotations

from .build import (
    box,
    cell,
    ins,
    moved_from,
    moved_to,
    only,
    p,
    r,
    read,
    row,
    shown,
    struck,
    style,
    table,
    texts,
)

STRUCK = '<w:del w:id="1"/>'
INSERTED = '<w:ins w:id="1"/>'
AWAY = '<w:moveFrom w:id="1"/>'


def test_insertions_are_read_and_deletions_are_not() -> None:
    document = read(p("She ", struck("failed"), ins("was unable"), " to record it."))
    assert document.blocks[0].text == "She was unable to record it."
    assert document.coverage.read == ("body", "1 tracked insertion")
    assert document.coverage.not_read == ("1 tracked deletion",)


def test_text_deleted_within_an_insertion_is_not_read() -> None:
    assert only(p("a", ins("b", struck("c")))).text == "ab"


def test_moved_text_is_read_where_it_went() -> None:
    document = read(p("One.", moved_from(" Two.")) + p("Three.", moved_to(" Two.")))
    assert [b.text for b in document.blocks] == ["One.", "Three. Two."]
    assert document.coverage.read == ("body", "1 passage moved here")
    assert document.coverage.not_read == ("1 passage moved away",)


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    styles = style("H", name="heading 1")
    body = p("The ", mark=STRUCK) + p("nurse rang.", style="H") + p("x")
    assert shown(body, styles=styles) == [
        ("heading", "", "The nurse rang."),
        ("paragraph", "", "x"),
    ]


def test_a_heading_joined_to_an_emptied_paragraph_stays_a_heading() -> None:
    body = p("Findings", style="H", mark=STRUCK) + p(struck("x"))
    assert shown(body, styles=style("H", name="heading 1")) == [("heading", "", "Findings")]


def test_a_text_box_in_deleted_or_hidden_text_is_not_read() -> None:
    gone = f'<w:del w:id="1">{box(p("in"))}</w:del>'
    hidden = box(p("in")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    assert texts(p("a", gone, "b", hidden)) == ["ab"]


def test_several_deleted_marks_join_all_their_paragraphs() -> None:
    assert texts(p("a", mark=STRUCK) + p("b", mark=STRUCK) + p("c") + p("d")) == ["abc", "d"]


def test_joined_paragraphs_keep_the_place_of_each_character() -> None:
    block = only(p("ab", mark=STRUCK) + p("cd"))
    assert [(s.span.start, s.span.end, s.place.paragraph) for s in block.segments] == [  # type: ignore[union-attr]
        (0, 2, 0),
        (2, 4, 1),
    ]


def test_an_inserted_paragraph_mark_parts_two_paragraphs() -> None:
    assert texts(p("a", mark=INSERTED) + p("b")) == ["a", "b"]


def test_a_wholly_deleted_paragraph_vanishes() -> None:
    assert texts(p("a") + p(struck("b"), mark=STRUCK) + p("c")) == ["a", "c"]


def test_a_paragraph_moved_away_vanishes() -> None:
    assert texts(p("a") + p(moved_from("b"), mark=AWAY) + p("c")) == ["a", "c"]


def test_a_deleted_mark_at_the_end_of_a_cell_joins_nothing() -> None:
    assert texts(table(row(cell(p("a", mark=STRUCK)), "b")) + p("c")) == ["a", "b", "c"]


def test_a_deleted_row_is_not_read() -> None:
    document = read(table(row("a"), row("b", props=STRUCK), row("c")))
    assert [(b.text, b.cell and b.cell.row) for b in document.blocks] == [("a", 1), ("c", 2)]
    assert document.coverage.not_read == ("1 tracked deletion",)


def test_a_deleted_table_is_not_counted() -> None:
    gone = table(row("a", props=STRUCK))
    document = read(gone + p("x") + table(row("b")))
    assert [(b.text, b.cell and b.cell.table) for b in document.blocks] == [("x", None), ("b", 1)]
    assert document.coverage.read == ("body", "1 table")


def test_a_deleted_cell_is_not_read() -> None:
    assert texts(table(row("a", cell(p("b"), '<w:cellDel w:id="1"/>')))) == ["a"]


def test_former_formatting_is_not_taken_for_the_present() -> None:
    former = '<w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="H"/></w:pPr></w:pPrChange>'
    run_before = '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
    body = p(r("x", run_before), props=former)
    assert shown(body, styles=style("H", name="heading 1")) == [("paragraph", "", "x")]
