"""Headings, captions, quotations, tables, notes, boxes and contents lists."""

from __future__ import annotations

import pytest

from scr_lint.model import Cell

from .build import (
    abstract,
    box,
    cell,
    field_begin,
    field_end,
    lvl,
    note,
    note_ref,
    num,
    num_pr,
    old_box,
    only,
    p,
    read,
    row,
    sdt,
    shown,
    style,
    table,
    texts,
)

LONG = "The nurse recorded the weight of the child at each of the visits and " * 2 + "rang the GP."


def level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number}"/>'


@pytest.mark.parametrize(
    ("styles", "props", "expected"),
    [
        (style("X", name="heading 2"), "", 2),
        (style("X", name="Heading 3"), "", 3),
        (style("Base", name="heading 2") + style("X", based="Base"), "", 2),
        (style("X", p_pr=level(3)), "", 4),
        (style("Base", p_pr=level(0)) + style("X", based="Base"), "", 1),
        (style("Base", name="heading 1") + style("X", based="Base", p_pr=level(9)), "", 0),
        (style("X"), level(1), 2),
        (style("X", name="heading 1"), level(9), 0),
        (style("X", based="X"), "", 0),
    ],
)
def test_a_heading_is_told_by_style_or_outline_level(
    styles: str, props: str, expected: int
) -> None:
    assert only(p("Findings", style="X", props=props), styles=styles).level == expected


@pytest.mark.parametrize("style_id", ["Heading1", "berschrift1", "Titre1", "Überschrift1"])
def test_a_heading_is_told_by_a_localised_style_id(style_id: str) -> None:
    assert only(p("x", style=style_id), styles=style(style_id)).level == 1


def test_long_prose_in_a_heading_style_is_a_paragraph() -> None:
    assert only(p(LONG, style="H"), styles=style("H", name="heading 2")).kind == "paragraph"


def test_headings_make_the_section_path_and_titles_do_not() -> None:
    styles = "".join(style(f"H{n}", name=f"heading {n}") for n in (1, 2, 3)) + style("Title")
    body = (
        p("Child A", style="Title") + p("One", style="H1") + p("x") + p("Deep", style="H3")
        + p("y") + p("Mid", style="H2") + p("z") + p("Two", style="H1") + p("w")
    )  # fmt: skip
    assert [(b.text, b.level, b.section) for b in read(body, styles=styles).blocks] == [
        ("Child A", 1, ()),
        ("One", 1, ()),
        ("x", 0, ("One",)),
        ("Deep", 3, ("One",)),
        ("y", 0, ("One", "Deep")),
        ("Mid", 2, ("One",)),
        ("z", 0, ("One", "Mid")),
        ("Two", 1, ()),
        ("w", 0, ("Two",)),
    ]


def test_a_title_may_be_in_a_style_based_on_title_and_long_text_is_none() -> None:
    styles = style("Title") + style("Cover", based="Title")
    blocks = read(p("Child A", style="Cover") + p(LONG, style="Title"), styles=styles).blocks
    assert [(b.kind.value, b.level) for b in blocks] == [("heading", 1), ("paragraph", 0)]


def test_a_caption_without_a_style_is_told_by_its_label() -> None:
    body = p("Figure 3: The council rang.") + p(box(p("Table 2. Calls"))) + p("Table 2 is long.")
    assert [kind for kind, _, _ in shown(body)] == ["caption", "caption", "paragraph"]
    numbering = abstract(1, lvl("decimal", "%1.", at="0")) + num(1, 1)
    item = p("Figure 3: The council rang.", num=(1, 0))
    assert [kind for kind, _, _ in shown(item, numbering=numbering)] == ["list item"]


def test_a_caption_is_told_by_style() -> None:
    assert shown(p("Figure 1: Genogram", style="C"), styles=style("C", name="caption")) == [
        ("caption", "", "Figure 1: Genogram")
    ]


@pytest.mark.parametrize("name", ["Quote", "Intense Quote", "Block Text", "Quotations"])
def test_a_block_quotation_is_told_by_style(name: str) -> None:
    blocks = read(p("I was scared.", style="Q") + p("x"), styles=style("Q", name=name)).blocks
    assert [b.quoted for b in blocks] == [True, False]


def test_a_contents_field_is_left_out() -> None:
    contents = p(field_begin('TOC \\o "1-3"'), "One 3") + p("Two 5") + p(field_end())
    document = read(contents + p("Prose."))
    assert [b.text for b in document.blocks] == ["Prose."]
    assert document.coverage.not_read == ("table of contents",)


@pytest.mark.parametrize("name", ["toc 1", "TOC Heading", "Contents 2", "table of figures"])
def test_a_paragraph_in_a_contents_style_is_left_out(name: str) -> None:
    document = read(p("One 3", style="T") + p("x"), styles=style("T", name=name))
    assert [b.text for b in document.blocks] == ["x"]
    assert document.coverage.not_read == ("table of contents",)


def test_a_contents_gallery_is_left_out() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    document = read(sdt(p("Contents") + p("One 3"), gallery) + p("x"))
    assert [b.text for b in document.blocks] == ["x"]
    assert document.coverage.not_read == ("table of contents",)


def cells(body: str) -> list[tuple[str, int, int, int]]:
    blocks = [b for b in read(body).blocks if b.cell]
    return [(b.text, b.cell.table, b.cell.row, b.cell.column) for b in blocks if b.cell]


def test_each_paragraph_of_a_cell_is_a_block() -> None:
    assert [
        (b.kind.value, b.text, b.cell) for b in read(table(row(cell(p("a") + p("b"))))).blocks
    ] == [
        ("table cell", "a", Cell(1, 1, 1)),
        ("table cell", "b", Cell(1, 1, 1)),
    ]


def test_merged_cells_are_read_once_and_columns_follow_the_grid() -> None:
    wide, begin, go_on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell(p("wide"), wide), "c"),
        row(cell(p("tall"), begin), "d", "e"),
        row(cell(p("unseen"), go_on), "f", "g"),
        row("h", props='<w:gridBefore w:val="1"/>'),
    )
    assert cells(body) == [
        ("wide", 1, 1, 1), ("c", 1, 1, 3), ("tall", 1, 2, 1), ("d", 1, 2, 2), ("e", 1, 2, 3),
        ("f", 1, 3, 2), ("g", 1, 3, 3), ("h", 1, 4, 2),
    ]  # fmt: skip


def test_a_merge_that_continues_nothing_is_a_cell_of_its_own() -> None:
    assert cells(table(row(cell(p("a"), "<w:vMerge/>")))) == [("a", 1, 1, 1)]


def test_nested_tables_are_numbered_after_the_outer() -> None:
    inner = table(row("in"))
    body = table(row(cell(p("out") + inner + p("after")))) + table(row("next"))
    assert cells(body) == [
        ("out", 1, 1, 1), ("in", 2, 1, 1), ("after", 1, 1, 1), ("next", 3, 1, 1),
    ]  # fmt: skip


def test_rows_and_cells_inside_content_controls_are_read() -> None:
    assert cells(table(sdt(row("a", sdt(cell(p("b")))))  + row("c"))) == [
        ("a", 1, 1, 1), ("b", 1, 1, 2), ("c", 1, 2, 1),
    ]  # fmt: skip


def test_a_footnote_follows_the_block_that_refers_to_it() -> None:
    notes = note(2, " See App. A.") + note(3, " Second.", p("More."))
    body = p("One", note_ref(3), " x", note_ref(2)) + p("Two")
    document = read(body, footnotes=notes)
    assert [(b.kind.value, b.number, b.text) for b in document.blocks] == [
        ("paragraph", "", "One x"),
        ("footnote", "1", " Second."),
        ("footnote", "1", "More."),
        ("footnote", "2", " See App. A."),
        ("paragraph", "", "Two"),
    ]
    assert document.coverage.read == ("body", "2 footnotes")


def test_a_footnote_is_placed_in_its_own_part() -> None:
    blocks = read(p("x", note_ref(2)), footnotes=note(1, "a") + note(2, "b")).blocks
    (segment,) = blocks[1].segments
    assert (segment.place.part, segment.place.paragraph) == ("/word/footnotes.xml", 1)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("settings", "section", "expected"),
    [
        ("", "", ["i", "ii"]),
        ('<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>', "", ["1", "2"]),
        ("", '<w:endnotePr><w:numFmt w:val="upperLetter"/></w:endnotePr>', ["A", "B"]),
        ("", '<w:endnotePr><w:numStart w:val="3"/></w:endnotePr>', ["iii", "iv"]),
        ("", '<w:endnotePr><w:numFmt w:val="chicago"/></w:endnotePr>', ["*", "†"]),
    ],
)  # fmt: skip
def test_endnotes_print_the_mark_the_draft_asks_for(
    settings: str, section: str, expected: list[str]
) -> None:
    body = (
        p("x", note_ref(2, "endnote"), note_ref(3, "endnote")) + f"<w:sectPr>{section}</w:sectPr>"
    )
    notes = note(2, "a", kind="endnote") + note(3, "b", kind="endnote")
    blocks = read(body, endnotes=notes, settings=settings).blocks
    assert [b.number for b in blocks if b.kind == "endnote"] == expected


def test_a_note_with_a_mark_of_its_own_does_not_count() -> None:
    body = p("x", note_ref(2, own_mark="*"), note_ref(3))
    assert shown(body, footnotes=note(2, "a") + note(3, "b")) == [
        ("paragraph", "", "x*"), ("footnote", "*", "a"), ("footnote", "1", "b"),
    ]  # fmt: skip


def test_a_note_referred_to_in_deleted_text_is_not_read() -> None:
    body = p("x", f'<w:del w:id="1">{note_ref(2)}</w:del>', note_ref(3))
    assert shown(body, footnotes=note(2, "a") + note(3, "b")) == [
        ("paragraph", "", "x"), ("footnote", "1", "b"),
    ]  # fmt: skip


def test_notes_may_restart_in_each_section() -> None:
    each = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = p("a", note_ref(2), props=each) + p("b", note_ref(3)) + each
    assert [n for _, n, _ in shown(body, footnotes=note(2, "x") + note(3, "y"))] == [
        "",
        "1",
        "",
        "1",
    ]


@pytest.mark.parametrize("made", [box, old_box])
def test_a_text_box_is_a_block_after_its_anchor(made) -> None:  # type: ignore[no-untyped-def]
    document = read(p("a", made(p("Key learning") + p("More"))) + p("b"))
    assert [(b.kind.value, b.text) for b in document.blocks] == [
        ("paragraph", "a"), ("text box", "Key learning"), ("text box", "More"), ("paragraph", "b"),
    ]  # fmt: skip
    assert document.coverage.read == ("body", "1 text box")


def test_a_text_box_follows_the_note_of_its_anchor() -> None:
    body = p("a", box(p("in")), note_ref(1))
    assert [k for k, _, _ in shown(body, footnotes=note(1, "n"))] == [
        "paragraph",
        "footnote",
        "text box",
    ]


def test_a_table_in_a_text_box_is_a_table() -> None:
    assert cells(p("a", box(table(row("in"))))) == [("in", 1, 1, 1)]


def test_a_hyperlink_in_a_text_box_is_read() -> None:
    assert texts(
        p(box(p("see ", '<w:hyperlink r:id="r1"><w:r><w:t>here</w:t></w:r></w:hyperlink>')))
    ) == ["see here"]


def test_a_style_that_numbers_nothing_makes_no_list() -> None:
    assert shown(p("x", style="S"), styles=style("S", p_pr=num_pr(9))) == [("paragraph", "", "x")]
