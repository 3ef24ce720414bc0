"""Numbers typed into the text, and what looks like one and is none."""

from __future__ import annotations

import pytest

from scr_lint.readers.typed_numbers import TypedNumber, typed_number

from .build import only, p, row, shown, style, table


@pytest.mark.parametrize(
    ("text", "number", "prose"),
    [
        ("4.12\tThe nurse", "4.12", "The nurse"),
        ("4.12\tthe nurse", "4.12", "the nurse"),
        ("4.12 The nurse", "4.12", "The nurse"),
        ("4.12. The nurse", "4.12", "The nurse"),
        ("4.12\u00a0\u00a0“We", "4.12", "“We"),
        ("4.1.2.3 The nurse", "4.1.2.3", "The nurse"),
        ("A1.2 The nurse", "A1.2", "The nurse"),
        ("12. The nurse", "12", "The nurse"),
        ("12\tThe nurse", "12", "The nurse"),
        ("12) The nurse", "12)", "The nurse"),
        ("(12) The nurse", "(12)", "The nurse"),
        ("(b) The nurse", "(b)", "The nurse"),
        ("(b) the nurse", "(b)", "the nurse"),
        ("b) the nurse", "b)", "the nurse"),
        ("iv) The nurse", "iv)", "The nurse"),
        ("(viii)\tThe nurse", "(viii)", "The nurse"),
        ("xii) The nurse", "xii)", "The nurse"),
        ("iv. The nurse", "iv", "The nurse"),
        ("a. The nurse", "a", "The nurse"),
        ("A.\tThe nurse", "A", "The nurse"),
        ("Para 3: the nurse", "3", "the nurse"),
        ("Paragraph 3.2: the nurse", "3.2", "the nurse"),
        ("  4.12 The nurse", "4.12", "The nurse"),
        ("•\tthe nurse", "", "the nurse"),
        ("-\tthe nurse", "", "the nurse"),
    ],
)
def test_a_typed_number_is_recognised(text: str, number: str, prose: str) -> None:
    found = typed_number(text, heading=False, cell=False)
    assert found == TypedNumber(number, len(text) - len(prose), bullet=not number)


@pytest.mark.parametrize(
    "text",
    [
        "12.03.2019 The nurse rang.",
        "12.03.19 The nurse rang.",
        "4.12.19 The nurse rang.",
        "4.12.2019\tThe nurse rang.",
        "10.30 am The nurse rang.",
        "10.30am The nurse rang.",
        "09.30 The nurse rang.",
        "2019. The nurse rang.",
        "2019 The nurse rang.",
        "£4.12 The cost",
        "4.12",
        "4.12 ",
        "12.",
        "2 visits were made.",
        "12 March was a Tuesday.",
        "3.5 hours later",
        "2.5 per cent",
        "A. Smith rang.",
        "I. Smith rang.",
        "(see above) The nurse",
        "(mother) The nurse",
        "- said the nurse",
        "In 4.12 The nurse",
        "",
        "\t" * 50,
    ],
)
def test_dates_times_years_money_and_counts_are_no_numbers(text: str) -> None:
    assert typed_number(text, heading=False, cell=False) is None


def test_a_bare_number_opens_a_heading_only() -> None:
    assert typed_number("4 Findings", heading=True, cell=False) == TypedNumber("4", 2)
    assert typed_number("4 Findings", heading=False, cell=False) is None


def test_a_time_in_a_chronology_is_no_number() -> None:
    assert typed_number("10.30 Mother rang", heading=False, cell=True) is None
    assert typed_number("4.1 Mother rang", heading=False, cell=True) == TypedNumber("4.1", 4)


def test_the_text_keeps_its_typed_number() -> None:
    block = only(p("4.12\tThe nurse"))
    assert (block.kind.value, block.number, block.text) == ("paragraph", "4.12", "4.12\tThe nurse")
    assert block.text[block.prose_start :] == "The nurse"


def test_typed_letters_and_bullets_make_list_items() -> None:
    assert shown(p("(b) the GP") + p("•\tthe nurse") + p("10.30 am")) == [
        ("list item", "(b)", "(b) the GP"),
        ("list item", "", "•\tthe nurse"),
        ("paragraph", "", "10.30 am"),
    ]


def test_typed_numbers_that_run_on_past_a_heading_make_paragraphs() -> None:
    body = p("1. The GP") + p("2. The nurse") + p("Findings", style="H") + p("3. The school")
    assert shown(body, styles=style("H", name="heading 1")) == [
        ("paragraph", "1", "1. The GP"),
        ("paragraph", "2", "2. The nurse"),
        ("heading", "", "Findings"),
        ("paragraph", "3", "3. The school"),
    ]


def test_a_typed_number_in_a_heading_is_its_number() -> None:
    body = p("4. Findings", style="H") + table(row("4.1 The GP"))
    assert shown(body, styles=style("H", name="heading 1")) == [
        ("heading", "4", "4. Findings"),
        ("table cell", "4.1", "4.1 The GP"),
    ]
