"""What the reader says it read and did not read."""

from __future__ import annotations

from scr_lint.model import Coverage

from .build import box, ins, note, note_ref, p, r, read, row, struck, style, table

PICTURE = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"
OLD_PICTURE = "<w:r><w:pict><v:imagedata/></w:pict></w:r>"
OBJECT = "<w:r><w:object><v:imagedata/><o:OLEObject/></w:object></w:r>"
CHART = "<w:r><w:drawing><c:chart/></w:drawing></w:r>"


def test_a_plain_draft_says_so() -> None:
    assert read(p("x")).coverage == Coverage(("body",), ())


def test_a_messy_draft_says_what_was_read_and_what_was_not() -> None:
    body = (
        p("Contents", style="TOCHeading")
        + p("a ", ins("b"), struck("c"), ins("d"), struck("e"), note_ref(1))
        + p(r("hidden", "<w:vanish/>"), "x", PICTURE, OLD_PICTURE, OBJECT, CHART)
        + table(row("c", box(p("in")) and "d"), row("e", props='<w:del w:id="1"/>'))
        + p("y", box(p("in")), box(p("in too")))
        + '<w:altChunk r:id="r1"/>'
    )
    document = read(
        body,
        styles=style("TOCHeading", name="TOC Heading"),
        footnotes=note(1, "one", "two"),
        comments=f'<w:comment w:id="1">{p("why?")}</w:comment><w:comment w:id="2"/>',
        header1=p("DRAFT"),
    )
    assert document.coverage == Coverage(
        ("body", "1 table", "1 footnote", "2 text boxes", "2 tracked insertions"),
        (
            "3 tracked deletions",
            "2 comments",
            "1 passage of hidden text",
            "2 pictures",
            "1 chart",
            "1 embedded object",
            "1 embedded document",
            "table of contents",
            "headers and footers",
        ),
    )


def test_a_struck_row_is_one_deletion_whatever_is_struck_in_it() -> None:
    gone = row("<w:tc>" + p(struck("a")) + "</w:tc>", props='<w:del w:id="1"/>')
    assert read(p("x") + table(gone)).coverage.not_read == ("1 tracked deletion",)


def test_empty_headers_are_not_worth_a_word() -> None:
    assert read(p("x"), header1=p()).coverage == Coverage(("body",), ())


def test_a_picture_kept_twice_for_older_programs_counts_once() -> None:
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><pic:pic/></w:drawing>'
        "</mc:Choice>"
        "<mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(p("x", both)).coverage.not_read == ("1 picture",)


def test_text_lost_in_a_merged_cell_is_owned_up_to() -> None:
    merged = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr>" + p("x") + "</w:tc>"
    body = table(row(merged.format(' w:val="restart"')), row(merged.format("")))
    assert read(body).coverage.not_read == ("1 passage in merged-away cells",)
