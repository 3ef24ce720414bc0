"""Markdown drafts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scr_lint.errors import ReadError
from scr_lint.model import Block, BlockKind, Cell, Span, TextPlace
from scr_lint.readers import read_bytes

DRAFT = """\
---
title: not prose
---
# Review of Child A

## 2 Introduction

2.1 The **social worker** *rang* [the school](http://example.org/a) &amp; the GP.
Second line 😀 with `code`.

> Somebody else's words.

1. First item
2. Second item with \\* a star

- bullet
  - deeper

| When | What |
|---|---|
| 1 May | A visit. |

```
code is no prose
```
"""


def blocks(text: str = DRAFT) -> tuple[Block, ...]:
    return read_bytes(text.encode(), "draft.md").blocks


def not_read(text: str) -> tuple[str, ...]:
    return read_bytes(text.encode(), "draft.md").coverage.not_read


def test_blocks_come_in_reading_order_with_their_kinds() -> None:
    assert [(str(b.kind), b.number, b.level, b.text) for b in blocks()] == [
        ("heading", "", 1, "Review of Child A"),
        ("heading", "2", 2, "2 Introduction"),
        (
            "paragraph",
            "2.1",
            0,
            "2.1 The social worker rang the school & the GP.\nSecond line 😀 with code.",
        ),
        ("paragraph", "", 0, "Somebody else's words."),
        ("list item", "1", 1, "First item"),
        ("list item", "2", 1, "Second item with * a star"),
        ("list item", "", 1, "bullet"),
        ("list item", "", 2, "deeper"),
        ("table cell", "", 0, "When"),
        ("table cell", "", 0, "What"),
        ("table cell", "", 0, "1 May"),
        ("table cell", "", 0, "A visit."),
    ]


def test_sections_quotations_and_cells_are_known() -> None:
    found = blocks()
    assert found[2].section == ("Review of Child A", "2 Introduction")
    assert [b.quoted for b in found[2:5]] == [False, True, False]
    cell = found[-1].cell
    assert cell is not None
    assert (cell.table, cell.row, cell.column) == (1, 2, 2)


def test_what_was_left_out_is_said() -> None:
    assert not_read(DRAFT) == ("code", "front matter")
    assert not_read("A visit. ![The flat](flat.png)\n") == ("descriptions of pictures",)


def test_prose_between_two_rules_is_read() -> None:
    assert [b.text for b in blocks("---\n\nThe nurse rang.\n\n---\n\nMore.\n")] == [
        "The nurse rang.",
        "More.",
    ]
    assert blocks("---\nNote: a key.\nThe nurse rang.\n\n---\n")[0].text.endswith("nurse rang.")


def test_a_header_may_have_lists_and_indented_lines() -> None:
    header = "---\n# made by hand\ntitle: >\n  Review\nauthors:\n- A\n\nkeys: [\n  a\n]\n---\n"
    (block,) = blocks(header + "The nurse rang.\n")
    assert block.text == "The nurse rang."
    assert block.segments[0].place == TextPlace(12, 1)


def test_every_plain_character_stands_where_its_segment_says() -> None:
    lines = DRAFT.split("\n")
    for block in blocks():
        for segment in block.segments:
            assert isinstance(segment.place, TextPlace)
            source = lines[segment.place.line - 1][segment.place.column - 1 :]
            text = segment.span.of(block.text)
            assert source.startswith((text, "&amp;", "\\*"))


def test_a_footnote_mark_is_no_text_and_its_note_is_a_block() -> None:
    prose = "She failed[^1] to *ring*[^b]. 2 calls.\n\n"
    found = blocks(f"{prose}[^1]: See the log.\n[^b]: Two\nlines.\n\n    More.\n\nEnd.")
    assert [(str(b.kind), b.number, b.text) for b in found] == [
        ("paragraph", "", "She failed to ring. 2 calls."),
        ("footnote", "1", "See the log."),
        ("footnote", "b", "Two\nlines."),
        ("footnote", "b", "More."),
        ("paragraph", "", "End."),
    ]
    places = [s.place for b in found for s in b.segments]
    assert places == [
        TextPlace(1, 1),
        TextPlace(1, 15),
        TextPlace(1, 20),
        TextPlace(1, 29),
        TextPlace(3, 7),
        TextPlace(4, 7),
        TextPlace(5, 1),
        TextPlace(7, 5),
        TextPlace(9, 1),
    ]


def test_what_only_looks_like_a_footnote_stays() -> None:
    (block,) = blocks("An `x[^1]` and [^ 1], then \\[^1].\n")
    assert block.text == "An x[^1] and [^ 1], then [^1]."
    assert blocks("[^1]:\n\nText.\n")[0].text == "Text."
    assert blocks("[^1]: " * 3000 + "x\n\nText.\n")[-1].text == "Text."


def test_an_escaped_stroke_moves_nothing_in_a_table() -> None:
    found = blocks("| A |\n|---|\n| 1 \\| `b \\| c` \\| She rang. |\n")
    text = found[-1].text
    assert text == "1 | b | c | She rang."
    (piece,) = found[-1].locate(Span(text.index("She"), text.index("She") + 3))
    assert piece.place == TextPlace(3, 20)


def test_an_empty_item_keeps_its_number_to_itself() -> None:
    (block,) = blocks("1.\n\nThe nurse rang.\n")
    assert (block.kind, block.number) == (BlockKind.PARAGRAPH, "")


def test_a_heading_of_the_same_level_ends_a_section() -> None:
    found = blocks("# A\n\n## B\n\nx\n\n## C\n\ny\n")
    assert [b.section for b in found if b.kind is BlockKind.PARAGRAPH] == [("A", "B"), ("A", "C")]


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_crash(text: str) -> None:
    try:
        found = read_bytes(text.encode("utf-8", "replace"), "draft.md")
    except ReadError:
        return
    for block in found.blocks:
        assert all(s.span.end <= len(block.text) for s in block.segments)


def test_a_break_in_a_cell_parts_its_paragraphs() -> None:
    row = "| June | The school rang<br>The **clinic**<br/>wrote<ul><li>Board met</li></ul> |"
    found = blocks(f"| When | What |\n|--|--|\n{row}\n")[3:]
    assert [b.text for b in found] == ["The school rang", "The clinic\nwrote", "Board met"]
    assert {b.cell for b in found} == {Cell(1, 2, 2)}
    for block in found:
        for segment in block.segments:
            place = segment.place
            assert isinstance(place, TextPlace)
            assert row[place.column - 1 :].startswith(segment.span.of(block.text))


def test_a_break_in_a_paragraph_ends_the_line_and_no_letter_of_a_tag_is_taken_for_text() -> None:
    (block,) = blocks("The nurse<br>rang <b>both</b> homes.<br />\nNobody <i\nid=x>knew</i>.\n")
    assert block.text == "The nurse\nrang both homes.\nNobody knew."
    places = [(s.span.of(block.text), s.place) for s in block.segments]
    assert ("both", TextPlace(1, 22)) in places
    assert ("knew", TextPlace(3, 6)) in places


def test_a_comment_in_a_cell_holds_for_its_paragraph() -> None:
    comment = "<!-- scr-lint: ignore BL002: agreed -->"
    text = f"| What |\n|--|\n| The school rang<br>The clinic wrote {comment}<br>Nobody rang |\n"
    document = read_bytes(text.encode(), "draft.md")
    assert [i.block for i in document.ignores] == [2]
