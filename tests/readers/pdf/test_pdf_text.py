"""What stands on the pages comes out as a reader would see it, block by block."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from scr_lint.model import Box, PdfPlace, Span

PROSE = (
    "The panel met nine times and read the reviews of all the agencies that had known the family."
)
LEFT = (
    "The panel met nine times and read",
    "the reviews of all the agencies that",
    "had known the family before they",
    "moved. It heard from practitioners",
    "who had worked with them.",
)
RIGHT = (
    "The lead reviewer wrote to each of",
    "the parents and saw two of them at",
    "home. What they said is set out in",
    "full in the fourth chapter, and the",
    "panel is grateful for their candour.",
)


def texts(document):
    return [block.text for block in document.blocks]


def kinds(document):
    return [(block.kind.value, block.number, block.text) for block in document.blocks]


def paged(canvas_text, page, pages):
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 800, "Review of Child A, draft 3")
        canvas.drawRightString(523, 40, f"Page {page} of {pages}")
        canvas.drawString(72, 700, canvas_text)

    return draw


def test_lines_are_joined_with_a_space_that_comes_from_nowhere(read, drawn, lines):
    block = read(drawn(lines(["The midwife wrote to the", "team on the same day."]))).blocks[0]
    assert block.text == "The midwife wrote to the team on the same day."
    assert [(s.span, s.place.page) for s in block.segments] == [(Span(0, 24), 1), (Span(25, 46), 1)]


def test_a_box_is_in_points_from_the_top_left(read, drawn, lines):
    block = read(drawn(lines(["Hello"], left=100, top=200, size=10))).blocks[0]
    first = block.segments[0].place.boxes[0]
    assert (first.left, round(first.top, 1), round(first.bottom, 1)) == (100.0, 192.8, 202.1)


def test_a_paragraph_ends_where_the_next_word_would_have_fitted(read, drawn, lines):
    rows = [
        "The panel met nine times and read the reviews of all the",
        "agencies.",
        "It wrote to them.",
    ]
    assert texts(read(drawn(lines(rows)))) == [
        "The panel met nine times and read the reviews of all the agencies.",
        "It wrote to them.",
    ]


def test_a_hyphen_that_the_program_put_in_is_taken_out(read, drawn, lines):
    document = read(
        drawn(
            lines(["All safeguarding work was read by the panel and the safe-", "guarding lead."])
        )
    )
    assert texts(document) == [
        "All safeguarding work was read by the panel and the safeguarding lead."
    ]


def test_a_word_the_lexicons_know_is_whole_wherever_the_draft_has_it(read, drawn, lines):
    rows = [
        "It was held in May and attended by the ward. The nurse neg-",
        "lected to noti-",
        "fy us.",
    ]
    (block,) = read(drawn(lines(rows))).blocks
    assert block.text.endswith("The nurse neglected to notify us.")


@pytest.mark.parametrize("word", ["evidence-\nbased", "decision-\nmaking", "follow-\nup"])
def test_two_words_keep_their_hyphen(read, drawn, lines, word):
    rows = f"The panel met and spoke of what was {word} in it.".split("\n")
    (block,) = read(drawn(lines(rows))).blocks
    assert word.replace("\n", "") in block.text


def test_a_hyphen_of_the_word_itself_stays(read, drawn, lines):
    document = read(
        drawn(lines(["They held a meeting that was truly multi-", "agency in its reach."]))
    )
    assert texts(document) == ["They held a meeting that was truly multi-agency in its reach."]


def test_offsets_hold_after_a_hyphen_is_taken_out(read, drawn, lines):
    document = read(
        drawn(lines(["Safeguarding was known and the safe-", "guarding lead was told of it."]))
    )
    block = document.blocks[0]
    assert block.text == "Safeguarding was known and the safeguarding lead was told of it."
    (segment,) = block.locate(Span(31, 43))
    assert segment.span.of(block.text) == "safeguarding"
    assert segment.place.boxes[4].left == 72.0
    assert segment.place.boxes[4].top > segment.place.boxes[3].top


def test_soft_hyphens_and_ligatures_are_spelt_out(read, one_page):
    mapping = b"begincmap 2 beginbfchar <01> <FB01> <02> <00AD> endbfchar endcmap"
    stream = b"<</Length %d>>stream\n%s\nendstream" % (len(mapping), mapping)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    data = one_page(b"BT /F 12 Tf 72 700 Td (A \1rm prac\2tice) Tj ET", font=font, more={6: stream})
    block = read(data).blocks[0]
    assert block.text == "A firm practice"
    (segment,) = block.segments
    first, second = segment.place.boxes[2:4]
    assert (first.right, first.top) == (second.left, second.top)


def test_characters_that_show_nothing_are_left_out(read, one_page):
    mapping = b"begincmap 2 beginbfchar <01> <200B> <02> <200E> endbfchar endcmap"
    stream = b"<</Length %d>>stream\n%s\nendstream" % (len(mapping), mapping)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    data = one_page(b"BT /F 12 Tf 72 700 Td (\2A prac\1tice) Tj ET", font=font, more={6: stream})
    document = read(data)
    (block,) = document.blocks
    assert block.text == "A practice"
    assert len(block.segments[0].place.boxes) == len(block.text)
    assert document.coverage.not_read == ()


def test_running_headers_footers_and_page_numbers_are_left_out_and_named(read, drawn):
    pages = [paged(f"Paragraph {word} says something.", n, 3) for n, word in enumerate("xyz", 1)]
    document = read(drawn(*pages))
    assert texts(document) == [f"Paragraph {word} says something." for word in "xyz"]
    assert document.pages == 3
    assert document.coverage.not_read == ("running headers and footers", "page numbers")


def test_numbers_of_paragraphs_at_one_height_are_no_header(read, drawn, lines, both):
    pages = [
        both(lines([number], top=60), lines([words], left=108, top=60))
        for number, words in (("4.1", "The police came."), ("5.1", "The school wrote to them."))
    ]
    assert texts(read(drawn(*pages))) == ["4.1 The police came.", "5.1 The school wrote to them."]


def test_a_paragraph_goes_on_over_the_page(read, drawn, lines):
    first = lines(
        [PROSE, "It was told that the meeting of the second of June had been moved to the"]
    )
    second = lines(["following week, and nobody had told the school."], top=80)
    (block,) = [b for b in read(drawn(first, second)).blocks if b.text.startswith("The panel")]
    assert block.page == 1
    assert block.text.endswith("moved to the following week, and nobody had told the school.")
    assert sorted({s.place.page for s in block.segments}) == [1, 2]


def test_printed_numbers_stay_in_the_text_and_the_prose_starts_after_them(read, drawn, lines, both):
    page = both(
        lines(["4.12", "4.13"], left=72, pitch=28),
        lines(["the health visitor called.", "The school wrote."], left=108, pitch=28),
    )
    assert [(b.number, b.text, b.prose_start) for b in read(drawn(page)).blocks] == [
        ("4.12", "4.12 the health visitor called.", 5),
        ("4.13", "4.13 The school wrote.", 5),
    ]


def test_lists_are_told_by_bullets_and_letters(read, drawn, lines, both):
    page = both(
        lines(["\u2022", "\u2022", "(a)", "iv)"], left=72, pitch=14),
        lines(["the first thing", "the second thing", "the third thing", "the last"], left=90),
    )
    assert kinds(read(drawn(page))) == [
        ("list item", "", "the first thing"),
        ("list item", "", "the second thing"),
        ("list item", "(a)", "(a) the third thing"),
        ("list item", "iv)", "iv) the last"),
    ]


def test_headings_are_told_by_size_and_weight_and_give_the_section(read, drawn, lines, both):
    bold = "Helvetica-Bold"
    page = both(
        lines(["4 Analysis"], size=16, font=bold, top=80),
        lines(["What was known"], size=13, font=bold, top=110),
        lines([PROSE[:80], PROSE[80:]], top=140),
    )
    assert [
        (b.kind.value, b.level, b.number, b.text[b.prose_start :], b.section)
        for b in read(drawn(page)).blocks
    ] == [
        ("heading", 1, "4", "Analysis", ()),
        ("heading", 2, "", "What was known", ("Analysis",)),
        ("paragraph", 0, "", PROSE, ("Analysis", "What was known")),
    ]


@pytest.mark.parametrize("gap", [7, 12, 36])
def test_two_columns_are_read_one_after_the_other(read, drawn, lines, both, gap):
    end = 72 + max(stringWidth(line, "Helvetica", 11) for line in LEFT)
    page = both(lines(LEFT, left=72), lines(RIGHT, left=end + gap))
    assert texts(read(drawn(page))) == [" ".join(LEFT), " ".join(RIGHT)]


def test_a_ruled_table_is_read_cell_by_cell(read, drawn):
    def table(canvas: Canvas) -> None:
        canvas.grid([72, 200, 400], [600, 640, 680, 720])
        for x, y, words in (
            (76, 705, "Date"),
            (204, 705, "Event"),
            (76, 665, "2 May"),
            (204, 665, "A visit was"),
            (204, 651, "made."),
            (76, 625, "3 May"),
        ):
            canvas.drawString(x, y, words)

    document = read(drawn(table))
    assert [((b.cell.row, b.cell.column), b.text) for b in document.blocks] == [
        ((1, 1), "Date"),
        ((1, 2), "Event"),
        ((2, 1), "2 May"),
        ((2, 2), "A visit was made."),
        ((3, 1), "3 May"),
    ]
    assert document.coverage.read == ("body", "1 table")


def test_a_cell_merged_over_two_rows_is_one_cell(read, drawn):
    def table(canvas: Canvas) -> None:
        canvas.rect(72, 640, 300, 80)
        canvas.line(200, 640, 200, 720)
        canvas.line(200, 680, 372, 680)
        for x, y, words in ((76, 705, "Police"), (204, 705, "One"), (204, 665, "Two")):
            canvas.drawString(x, y, words)

    assert [((b.cell.row, b.cell.column), b.text) for b in read(drawn(table)).blocks] == [
        ((1, 1), "Police"),
        ((1, 2), "One"),
        ((2, 2), "Two"),
    ]


def test_a_footnote_follows_its_paragraph_and_its_mark_is_no_text(read, drawn, lines):
    def page(canvas: Canvas) -> None:
        lines([PROSE])(canvas)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(72 + canvas.stringWidth(PROSE, "Helvetica", 11), 746, "1")
        lines(["Another paragraph stands below it."], top=130)(canvas)
        canvas.setFont("Helvetica", 5)
        canvas.drawString(72, 93, "1")
        lines(["The reviews were", "read in May."], left=78, top=752, size=8.5, pitch=10)(canvas)

    assert kinds(read(drawn(page))) == [
        ("paragraph", "", PROSE),
        ("footnote", "1", "The reviews were read in May."),
        ("paragraph", "", "Another paragraph stands below it."),
    ]


def test_a_contents_list_is_left_out_and_named(read, drawn, lines, both):
    page = both(
        lines(["Contents", "1 Introduction ........ 4", "2 Narrative ........ 12"], top=80),
        lines([PROSE], top=200),
    )
    document = read(drawn(page))
    assert texts(document) == [PROSE]
    assert document.coverage.not_read == ("table of contents",)


def test_captions_are_told_from_sentences_about_tables(read, drawn, lines):
    document = read(
        drawn(lines(["Table 3: Visits made", "Table 3 shows that they were made."], pitch=40))
    )
    assert [b.kind.value for b in document.blocks] == ["caption", "paragraph"]


def test_watermarks_and_turned_stamps_are_left_out_and_named(read, drawn, lines):
    def page(canvas: Canvas) -> None:
        lines([PROSE])(canvas)
        for angle, size, words in ((45, 80, "DRAFT"), (90, 9, "Confidential")):
            canvas.saveState()
            canvas.translate(40, 300)
            canvas.rotate(angle)
            canvas.setFont("Helvetica", size)
            canvas.drawString(0, 0, words)
            canvas.restoreState()

    document = read(drawn(page))
    assert texts(document) == [PROSE]
    assert document.coverage.not_read == ("1 watermark", "1 page with turned or slanted text")


def test_a_page_turned_by_its_own_setting_is_read_as_shown(read, one_page):
    data = one_page(
        b"BT 0 1 -1 0 100 72 Tm /F 11 Tf (The page lies on its side.) Tj ET",
        page=b"/MediaBox[0 0 595 842]/Rotate 90",
    )
    (block,) = read(data).blocks
    assert block.text == "The page lies on its side."
    assert round(block.segments[0].place.boxes[0].left) == 72


def test_a_framed_box_is_a_text_box(read, drawn, lines, both):
    def frame(canvas: Canvas) -> None:
        canvas.rect(300, 500, 220, 80)

    page = both(lines([PROSE]), frame, lines(["What the family told us"], left=310, top=290))
    assert kinds(read(drawn(page))) == [
        ("paragraph", "", PROSE),
        ("text box", "", "What the family told us"),
    ]


def test_comments_and_filled_fields_are_counted(read, one_page):
    notes = b"/Annots[<</Type/Annot/Subtype/Highlight/Contents(Why?)>>"
    notes += b"<</Type/Annot/Subtype/Widget/V(Yes)>><</Type/Annot/Subtype/Link>>]"
    page = b"/MediaBox[0 0 595 842]" + notes
    document = read(one_page(b"BT /F 11 Tf 72 700 Td (Some words.) Tj ET", page=page))
    assert document.coverage.not_read == ("1 comment or mark", "1 filled form field")


def test_unreadable_characters_in_a_readable_draft_are_dropped_and_counted(read, one_page):
    font = b"<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[7 0 R]"
    mapping = b"begincmap 1 beginbfrange <0041> <005A> <0041> endbfrange endcmap"
    more = {
        6: b"<</Length %d>>stream\n%s\nendstream" % (len(mapping), mapping),
        7: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600>>",
    }
    data = one_page(
        b"BT /F 11 Tf 72 700 Td <0041004200610043> Tj ET",
        font=font + b"/ToUnicode 6 0 R>>",
        more=more,
    )
    document = read(data)
    assert texts(document) in (["ABC"], ["AB C"])
    assert document.coverage.not_read == ("1 character without a readable font",)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    rows=st.lists(
        st.text(st.sampled_from("abc AB.-()1234\u00e9\u2022\u2019"), min_size=1, max_size=120),
        min_size=1,
        max_size=12,
    ),
    left=st.floats(-20, 560),
    pitch=st.floats(2, 40),
    size=st.floats(4, 40),
)
def test_every_box_lies_on_its_page_and_every_character_has_one(
    read, drawn, lines, rows, left, pitch, size
):
    data = drawn(
        lines(["Some words that are always there."], top=40), lines(rows, left, 60, pitch, size)
    )
    for block in read(data).blocks:
        ends = [0, *(s.span.end for s in block.segments)]
        assert all(a <= s.span.start for a, s in zip(ends, block.segments, strict=False))
        for segment in block.segments:
            assert isinstance(segment.place, PdfPlace)
            assert len(segment.span) == len(segment.place.boxes)
            assert all(on_page(box) for box in segment.place.boxes)
        assert block.text == block.text.strip()


def on_page(box: Box) -> bool:
    return 0 <= box.left <= box.right <= 595 and 0 <= box.top <= box.bottom <= 842
