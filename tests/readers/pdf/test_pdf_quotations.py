"""Block quotations are told by how they are set; what is only indented stays the report's word."""

from __future__ import annotations

import pytest
from reportlab.lib.utils import simpleSplit

LEFT, RIGHT = 72.0, 523.0
NUMBERED = (
    "2.1 The panel met nine times and read the reviews of all the agencies that had known him, "
    "and spoke to the practitioners who had worked with him in the last years of his life.",
    "2.2 His sister came to see the panel in May and wrote to it in June, after she had read the "
    "first draft of this report with one of her friends.",
)
AFTER = (
    "2.3 The housing officer wrote to him three times in the spring of that year, and rang the "
    "team that knew him best on the day on which the third letter went out."
)
SAID = (
    "He should have been somebody\u2019s concern. The council failed him, and it has failed to say "
    "so to any of us in all the years since then."
)
LED_IN = "2.2 His sister came to see the panel in May, and told it this:"


@pytest.fixture
def page(drawn, lines, both):
    """A page of paragraphs, each a text with its left and right margins, font and size."""

    def make(*paragraphs):
        parts, top = [], 90.0
        for text, left, right, font, size in paragraphs:
            rows = simpleSplit(text, font, size, right - left)
            parts.append(lines(rows, left, top, 14, size, font))
            top += 14 * len(rows) + 8
        return drawn(both(*parts))

    return make


def running(text):
    return (text, LEFT, RIGHT, "Helvetica", 11)


def quoted(document):
    return [b.text for b in document.blocks if b.quoted]


@pytest.mark.parametrize(
    ("font", "size"),
    [("Helvetica-Oblique", 11), ("Helvetica-Oblique", 12), ("Helvetica", 10)],
)
def test_a_paragraph_indented_on_both_sides_and_set_apart_is_one(read, page, font, size):
    said = (SAID, LEFT + 30, RIGHT - 30, font, size)
    document = read(page(*map(running, NUMBERED), said, running(AFTER)))
    assert quoted(document) == [SAID]
    assert [b.kind.value for b in document.blocks] == ["paragraph"] * 4


def test_its_source_belongs_to_it_and_is_no_heading(read, page):
    font = ("Helvetica-Oblique", 13)
    said = (SAID, LEFT + 30, RIGHT - 30, *font)
    source = ("(His sister, in her letter to the Board)", LEFT + 30, RIGHT - 30, *font)
    document = read(page(*map(running, NUMBERED), said, source, running(AFTER)))
    assert quoted(document) == [SAID, source[0]]
    assert "heading" not in [b.kind.value for b in document.blocks]


def test_after_a_colon_it_need_not_be_set_in_other_type(read, page):
    said = (SAID, LEFT + 30, RIGHT - 30, "Helvetica", 11)
    assert quoted(read(page(running(NUMBERED[0]), running(LED_IN), said, running(AFTER)))) == [SAID]
    assert quoted(read(page(*map(running, NUMBERED), said, running(AFTER)))) == []


def test_a_short_one_after_a_colon_is_one_in_italics(read, page):
    short = "The council failed him."
    italic = (short, LEFT + 30, RIGHT - 30, "Helvetica-Oblique", 11)
    upright = (short, LEFT + 30, RIGHT - 30, "Helvetica", 11)
    start = (running(NUMBERED[0]), running(NUMBERED[1]), running(LED_IN))
    assert quoted(read(page(*start, italic, running(AFTER)))) == [short]
    assert quoted(read(page(*start, upright, running(AFTER)))) == []


def test_upright_letters_that_lean_are_italic(read, drawn, lines):
    def leaning(canvas):
        text = canvas.beginText()
        text.setFont("Helvetica", 11)
        for index, row in enumerate(simpleSplit(SAID, "Helvetica", 11, RIGHT - LEFT - 60)):
            text.setTextTransform(1, 0, 0.25, 1, LEFT + 30, 842 - 190 - 14 * index)
            text.textOut(row)
        canvas.drawText(text)

    def draw(canvas):
        top = 90.0
        for text in (*NUMBERED, None, AFTER):
            if text is None:
                leaning(canvas)
                top = 240.0
                continue
            rows = simpleSplit(text, "Helvetica", 11, RIGHT - LEFT)
            lines(rows, LEFT, top)(canvas)
            top += 14 * len(rows) + 8

    assert quoted(read(drawn(draw))) == [SAID]


@pytest.mark.parametrize(
    "set_otherwise",
    [
        (SAID, LEFT + 30, RIGHT, "Helvetica-Oblique", 11),
        (SAID, LEFT, RIGHT - 60, "Helvetica-Oblique", 11),
        (SAID, LEFT, RIGHT, "Helvetica-Oblique", 11),
        (f"(a) {SAID}", LEFT + 30, RIGHT - 30, "Helvetica-Oblique", 11),
        (f"2.4 {SAID}", LEFT + 30, RIGHT - 30, "Helvetica-Oblique", 11),
        (f"\u2022 {SAID}", LEFT + 30, RIGHT - 30, "Helvetica-Oblique", 11),
        (f"Finding 1: {SAID}", LEFT + 30, RIGHT - 30, "Helvetica-Oblique", 11),
    ],
)
def test_what_is_set_otherwise_or_numbered_is_the_reports_word(read, page, set_otherwise):
    assert quoted(read(page(*map(running, NUMBERED), set_otherwise, running(AFTER)))) == []


def test_a_section_that_is_all_set_like_that_is_the_reports_word(read, page):
    heading = ("What we found", LEFT, RIGHT, "Helvetica-Bold", 15)
    found = (SAID, LEFT + 30, RIGHT - 30, "Helvetica-Oblique", 11)
    document = read(page(*map(running, NUMBERED), heading, found, found, running(AFTER)))
    assert quoted(document) == []
    assert quoted(read(page(heading, *[found] * 6))) == []
