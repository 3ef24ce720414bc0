"""Footnotes are told apart however their numbers stand."""

from __future__ import annotations

import pytest

BODY = (
    "The panel met nine times and read the reviews of all the agencies that had known him, and",
    "spoke to the practitioners who had worked with him in the last of the years under review.",
)


@pytest.fixture
def noted(drawn, lines, both):
    """Pages with footnotes below their text."""

    def make(*pages):
        def rule(canvas):
            canvas.line(72, 842 - 688, 220, 842 - 688)

        return drawn(
            *(
                both(lines(BODY, top=100), rule, lines(notes, top=700, size=8, pitch=9.2))
                for notes in pages
            )
        )

    return make


def notes_of(document):
    return [
        (b.number, b.page, b.text[b.prose_start :])
        for b in document.blocks
        if b.kind.value == "footnote"
    ]


def test_a_number_tight_against_its_note_begins_one(read, noted):
    first = ["1Minutes of the ward, kept since.", "2The nurse rang twice; she was told", "of it."]
    second = ["3Letter of 4 May.", "4\u201cNothing came of it\u201d, her diary says."]
    document = read(noted(first, second))
    assert notes_of(document) == [
        ("1", 1, "Minutes of the ward, kept since."),
        ("2", 1, "The nurse rang twice; she was told of it."),
        ("3", 2, "Letter of 4 May."),
        ("4", 2, "\u201cNothing came of it\u201d, her diary says."),
    ]
    texts = [b.text for b in document.blocks if b.kind.value == "footnote"]
    assert texts[1].startswith("2 The nurse")
    assert "4 footnotes" in document.coverage.read


def test_a_word_that_begins_with_a_figure_begins_no_note(read, noted):
    notes = [
        "1Guidance for wards, of which the",
        "2nd edition is meant. The dose was",
        "3mg a day.",
    ]
    assert notes_of(read(noted(notes))) == [
        ("1", 1, "Guidance for wards, of which the 2nd edition is meant. The dose was 3mg a day.")
    ]


@pytest.mark.parametrize("gap", ["", " "])
def test_a_note_that_goes_on_over_the_page_ends_where_the_next_number_stands(read, noted, gap):
    first = [f"1{gap}Minutes of the ward.", f"2{gap}The statement of the ward manager, which was"]
    second = ["made in May and was kept.", f"3{gap}Letter of the school."]
    assert notes_of(read(noted(first, second))) == [
        ("1", 1, "Minutes of the ward."),
        ("2", 1, "The statement of the ward manager, which was made in May and was kept."),
        ("3", 2, "Letter of the school."),
    ]
