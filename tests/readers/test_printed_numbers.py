"""Typed paragraph numbers, and what only looks like one."""

from __future__ import annotations

import pytest

from scr_lint.readers.printed_numbers import typed_number


@pytest.mark.parametrize(
    ("text", "number", "prose"),
    [
        ("4.12\tThe nurse rang.", "4.12", "The nurse rang."),
        ("4.12 The nurse rang.", "4.12", "The nurse rang."),
        ("4.12. The nurse rang.", "4.12", "The nurse rang."),
        ("2.1.3 “The nurse”", "2.1.3", "“The nurse”"),
        ("12. The nurse rang.", "12", "The nurse rang."),
        ("(b) the nurse rang.", "(b)", "the nurse rang."),
        ("iv) the nurse rang.", "iv)", "the nurse rang."),
        ("Para 7.3: The nurse rang.", "Para 7.3", "The nurse rang."),
    ],
)
def test_a_typed_number_is_recognised(text: str, number: str, prose: str) -> None:
    found, start = typed_number(text)
    assert (found, text[start:]) == (number, prose)


@pytest.mark.parametrize(
    "text",
    [
        "12.03.2019 The nurse rang.",
        "10.30 am The nurse rang.",
        "2.5 hours later the nurse rang.",
        "2014 The nurse rang.",
        "3 visits were made.",
        "The nurse rang at 4.12.",
        "£4.12 The nurse paid.",
    ],
)
def test_dates_times_and_amounts_are_no_numbers(text: str) -> None:
    assert typed_number(text) == ("", 0)
