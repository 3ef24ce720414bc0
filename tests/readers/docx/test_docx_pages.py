"""Pages, told by the breaks in the file."""

from __future__ import annotations

import pytest

from scr_lint.readers.docx import read_docx

from .build import (
    box,
    docx_of,
    field_begin,
    field_end,
    note,
    note_ref,
    p,
    r,
    read,
    struck,
    style,
    t,
)

MARK = "<w:lastRenderedPageBreak/>"
BREAK = '<w:br w:type="page"/>'
NEW = "<w:pageBreakBefore/>"
CONTINUOUS = '<w:type w:val="continuous"/>'


def marked(text: str) -> str:
    return f"<w:r>{MARK}{t(text)}</w:r>"


def section(inside: str = "") -> str:
    return f"<w:sectPr>{inside}</w:sectPr>"


def paged(body: str, **parts: str) -> list[tuple[str, int | None, bool]]:
    return [(b.text, b.page, b.page_approximate) for b in read(body, **parts).blocks]


def test_without_any_break_no_block_has_a_page() -> None:
    assert paged(p("a") + section()) == [("a", None, False)]


def test_word_s_own_marks_count_pages_approximately() -> None:
    assert paged(p("a") + p(marked("b")) + p("c ", marked("d")) + p("e")) == [
        ("a", 1, True), ("b", 2, True), ("c d", 2, True), ("e", 3, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (p("a") + p(r(BREAK)) + p("b"), [1, 2]),
        (p("a", r(BREAK)) + p("b"), [1, 2]),
        (p("a") + p(r(BREAK), "b"), [1, 2]),
        (p("a") + p(r(BREAK), r(BREAK)) + p("b"), [1, 3]),
        (p("a") + p("b", props=NEW), [1, 2]),
        (p("a", r(BREAK)) + p("b", props=NEW), [1, 2]),
        (p("a", props=section()) + p("b") + section(), [1, 2]),
        (p("a", props=section()) + p("b") + p(r(BREAK)) + p("c") + section(CONTINUOUS), [1, 1, 2]),
        (p("a", f'<w:ins w:id="1">{r(BREAK)}</w:ins>') + p("b"), [1, 2]),
        (p("a", f'<w:del w:id="1">{r(BREAK)}</w:del>') + p("b", props=NEW), [1, 2]),
        (p("a", box(p(r(BREAK), "in"))) + p("b"), [1, 1, 1]),
    ],
)
def test_a_break_the_author_made_begins_a_page(body: str, pages: list[int]) -> None:
    assert [page for _, page, _ in paged(body)] == pages


def test_a_break_that_word_marked_too_counts_once() -> None:
    body = p("a", r(BREAK)) + p(marked("b")) + p(marked("c"), props=NEW) + p(marked("d"))
    assert [page for _, page, _ in paged(body)] == [1, 2, 3, 4]


def test_a_style_may_begin_pages() -> None:
    styles = style("H", name="heading 1", p_pr=NEW)
    assert [page for _, page, _ in paged(p("a") + p("b", style="H"), styles=styles)] == [1, 2]
    assert paged(p("a"), styles=styles) == [("a", None, False)]


def test_pages_of_a_contents_list_count() -> None:
    contents = p(field_begin("TOC"), "One 3", r(BREAK)) + p(marked("Two"), field_end())
    assert paged(contents + p(marked("a"))) == [("a", 3, True)]


def test_a_note_is_on_the_page_of_its_reference() -> None:
    body = p("a") + p(marked("b"), note_ref(1))
    assert [page for _, page, _ in paged(body, footnotes=note(1, p(marked("n"))))] == [1, 2, 2]


def test_marks_in_deleted_text_count() -> None:
    gone = struck("x").replace("<w:delText", MARK + "<w:delText")
    assert [page for _, page, _ in paged(p("a", gone) + p("b"))] == [1, 2]


@pytest.mark.parametrize(
    ("app", "pages"), [("<Pages>41</Pages>", 41), ("<Pages>x</Pages>", None), ("", None)]
)
def test_the_page_count_is_what_word_last_noted(app: str, pages: int | None) -> None:
    assert read_docx(docx_of(p("a"), app=app), "draft.docx").pages == pages
