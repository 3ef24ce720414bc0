"""Printed numbers computed from numbering.xml, checked against LibreOffice's rendering by hand.

LibreOffice 7 ignores `lvlRestart` and `isLgl`; there ECMA-376 decides.
"""

from __future__ import annotations

import pytest

from scr_lint.readers.docx.number_formats import formatted

from .build import (
    abstract,
    lvl,
    moved_from,
    note,
    note_ref,
    num,
    num_pr,
    numbers,
    p,
    r,
    row,
    shown,
    start_at,
    struck,
    style,
    table,
)

OUTLINE = abstract(
    1,
    lvl("decimal", "%1."),
    lvl("decimal", "%1.%2"),
    lvl("lowerLetter", "(%3)"),
    lvl("lowerRoman", "%4)"),
) + num(1, 1)


def numbered(numbering: str, *places: tuple[int, int], styles: str = "") -> list[str]:
    """The numbers of paragraphs at these lists and levels."""
    return numbers(
        "".join(p("x", num=place) for place in places), numbering=numbering, styles=styles
    )


def one_level(number_format: str, text: str = "%1", *, count: int = 3, start: int = 1) -> list[str]:
    made = abstract(1, lvl(number_format, text, start=start)) + num(1, 1)
    return numbered(made, *[(1, 0)] * count)


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("decimal", ["1", "2", "3"]),
        ("decimalZero", ["01", "02", "03"]),
        ("lowerLetter", ["a", "b", "c"]),
        ("upperLetter", ["A", "B", "C"]),
        ("lowerRoman", ["i", "ii", "iii"]),
        ("upperRoman", ["I", "II", "III"]),
        ("ordinal", ["1st", "2nd", "3rd"]),
        ("cardinalText", ["One", "Two", "Three"]),
        ("ordinalText", ["First", "Second", "Third"]),
        ("none", ["", "", ""]),
        ("bullet", ["", "", ""]),
        ("aiueo", ["1", "2", "3"]),
    ],
)
def test_a_level_counts_in_its_format(number_format: str, expected: list[str]) -> None:
    assert one_level(number_format) == expected


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (53, "upperLetter", "AAA"),
        (1949, "upperRoman", "MCMXLIX"),
        (0, "lowerRoman", "0"),
        (-1, "lowerLetter", "-1"),
        (111, "ordinal", "111th"),
        (122, "ordinal", "122nd"),
        (21, "cardinalText", "Twenty-one"),
        (142, "cardinalText", "One hundred forty-two"),
        (20, "ordinalText", "Twentieth"),
        (32, "ordinalText", "Thirty-second"),
        (1012, "ordinalText", "One thousand twelfth"),
        (10, "decimalZero", "10"),
    ],
)
def test_numbers_print_as_word_prints_them(number: int, number_format: str, expected: str) -> None:
    assert formatted(number, number_format) == expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("%1.", "1"), ("%1:", "1"), ("(%1)", "(1)"), ("%1)", "1)"),
        ("Recommendation %1:", "Recommendation 1"), ("R%1", "R1"), ("4.%1.", "4.1"), ("%1 .", "1"),
    ],
)  # fmt: skip
def test_a_number_loses_only_a_closing_stop_or_colon(text: str, printed: str) -> None:
    assert one_level("decimal", text, count=1) == [printed]


def test_levels_nest_and_restart_below_a_higher_one() -> None:
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1)]
    assert numbered(OUTLINE, *places) == [
        "1", "1.1", "1.2", "(a)", "(b)", "i)", "1.3", "(a)", "2", "2.1",
    ]  # fmt: skip


def test_a_level_passed_over_counts_as_met() -> None:
    assert numbered(OUTLINE, (1, 1), (1, 1), (1, 0), (1, 2), (1, 1)) == [
        "1.1",
        "1.2",
        "2",
        "(a)",
        "2.2",
    ]


def test_a_list_starts_where_it_says() -> None:
    assert one_level("decimal", start=12) == ["12", "13", "14"]
    assert one_level("decimal", start=0, count=2) == ["0", "1"]


def test_lists_of_one_definition_share_their_count() -> None:
    assert numbered(OUTLINE + num(2, 1), (1, 0), (2, 0), (1, 1), (2, 1)) == ["1", "2", "2.1", "2.2"]


def test_lists_of_two_definitions_do_not() -> None:
    other = abstract(2, lvl("decimal", "%1")) + num(2, 2)
    assert numbered(OUTLINE + other, (1, 0), (2, 0), (1, 0)) == ["1", "1", "2"]


def test_a_start_override_begins_afresh_once() -> None:
    numbering = OUTLINE + num(2, 1, start_at(0, 10))
    assert numbered(numbering, (1, 0), (2, 0), (2, 0), (1, 0), (2, 0)) == [
        "1",
        "10",
        "11",
        "12",
        "13",
    ]


def test_a_start_override_of_a_deeper_level_holds_at_each_restart() -> None:
    numbering = OUTLINE + num(2, 1, start_at(1, 5))
    assert numbered(numbering, (2, 0), (2, 1), (2, 1), (2, 0), (2, 1)) == [
        "1",
        "1.5",
        "1.6",
        "2",
        "2.5",
    ]


def test_an_override_may_replace_a_level_altogether() -> None:
    full = f'<w:lvlOverride w:ilvl="0">{lvl("upperLetter", "Part %1", at="0")}</w:lvlOverride>'
    assert numbered(OUTLINE + num(2, 1, full), (1, 0), (2, 0), (2, 1), (1, 0)) == [
        "1", "Part B", "B.1", "3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1", "1.1", "(1)", "1.2", "(1)", "2", "(1)"]),
        ('<w:lvlRestart w:val="0"/>', ["1", "1.1", "(1)", "1.2", "(2)", "2", "(3)"]),
        ('<w:lvlRestart w:val="1"/>', ["1", "1.1", "(1)", "1.2", "(2)", "2", "(1)"]),
    ],
)
def test_a_level_restarts_after_the_level_it_names(restart: str, expected: list[str]) -> None:
    levels = lvl("decimal", "%1."), lvl("decimal", "%1.%2"), lvl("decimal", "(%3)", extra=restart)
    numbering = abstract(1, *levels) + num(1, 1)
    places = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)]
    assert numbered(numbering, *places) == expected


def test_legal_numbering_prints_every_level_in_digits() -> None:
    levels = lvl("upperRoman", "Article %1."), lvl("decimal", "%1.%2", extra="<w:isLgl/>")
    assert numbered(abstract(1, *levels) + num(1, 1), (1, 0), (1, 0), (1, 1)) == [
        "Article I", "Article II", "2.1",
    ]  # fmt: skip


def test_a_pattern_may_hold_a_level_that_shows_nothing() -> None:
    levels = lvl("none", ""), lvl("decimal", "%1.%2")
    assert numbered(abstract(1, *levels) + num(1, 1), (1, 0), (1, 1)) == ["", ".1"]


def test_styles_tied_to_levels_number_their_paragraphs() -> None:
    numbering = abstract(
        1,
        lvl("decimal", "%1.", extra='<w:pStyle w:val="H1"/>'),
        lvl("decimal", "%1.%2", extra='<w:pStyle w:val="Para"/>'),
    ) + num(1, 1)
    styles = (
        style("H1", name="heading 1", p_pr=num_pr(1))
        + style("Para", p_pr=num_pr(1))
        + style("Wide", based="Para")
        + style("Off", based="Para", p_pr=num_pr(0))
    )
    order = ("H1", "Para", "Wide", "Off", "Para", "H1", "Para")
    body = "".join(p("x", style=name) for name in order)
    assert shown(body, numbering=numbering, styles=styles) == [
        ("heading", "1", "x"),
        ("paragraph", "1.1", "x"),
        ("paragraph", "1.2", "x"),
        ("paragraph", "", "x"),
        ("paragraph", "1.3", "x"),
        ("heading", "2", "x"),
        ("paragraph", "2.1", "x"),
    ]


def test_a_style_may_take_list_and_level_from_different_ancestors() -> None:
    styles = style("A", p_pr=num_pr(1)) + style(
        "B", based="A", p_pr='<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    )
    body = p("x", style="A") + p("x", style="B")
    assert numbers(body, numbering=OUTLINE, styles=styles) == ["1", "1.1"]


def test_a_paragraph_may_change_the_level_its_style_gives() -> None:
    styles = style("A", p_pr=num_pr(1))
    body = p("x", style="A") + p("x", style="A", props='<w:numPr><w:ilvl w:val="2"/></w:numPr>')
    assert numbers(body, numbering=OUTLINE, styles=styles) == ["1", "(a)"]


def test_list_zero_turns_numbering_off() -> None:
    body = p("x", style="A") + p("x", style="A", num=(0, 0)) + p("x", style="A")
    assert numbers(body, numbering=OUTLINE, styles=style("A", p_pr=num_pr(1))) == ["1", "", "2"]


def test_a_numbering_style_stands_for_its_definition() -> None:
    linked = abstract(2, extra='<w:numStyleLink w:val="Ls"/>')
    numbering = OUTLINE + linked + num(2, 2)
    styles = style("Ls", kind="numbering", p_pr=num_pr(1))
    assert numbered(numbering, (2, 0), (1, 0), (2, 1), styles=styles) == ["1", "2", "2.1"]


@pytest.mark.parametrize("place", [(7, 0), (1, 8), (1, 99), (1, -1)])
def test_a_list_or_level_that_is_not_defined_numbers_nothing(place: tuple[int, int]) -> None:
    numbering = abstract(1, lvl("decimal", ""), lvl("decimal", "%2")) + num(1, 1)
    assert numbered(numbering, place) == [""]


def test_empty_paragraphs_count_and_deleted_ones_do_not() -> None:
    gone = '<w:del w:id="1"/>'
    away = '<w:moveFrom w:id="1"/>'
    body = (
        p("a", num=(1, 0)) + p(num=(1, 0)) + p(struck("b"), num=(1, 0), mark=gone)
        + p(moved_from("b"), num=(1, 0), mark=away) + p("c", num=(1, 0))
        + table(row("d", props='<w:del w:id="1"/>').replace("<w:p>", p(num=(1, 0))[:-6], 1))
        + p("e", num=(1, 0))
    )  # fmt: skip
    assert numbers(body, numbering=OUTLINE) == ["1", "3", "4"]


def test_hidden_paragraphs_do_not_count() -> None:
    hidden = p(r("b", "<w:vanish/>"), num=(1, 0), mark="<w:vanish/>")
    body = p("a", num=(1, 0)) + hidden + p("c", num=(1, 0))
    assert numbers(body, numbering=OUTLINE) == ["1", "2"]


def test_notes_are_no_part_of_the_count() -> None:
    body = p("a", note_ref(1), num=(1, 0)) + p("b", num=(1, 0))
    notes = note(1, p("n", num=(1, 0)))
    assert numbers(body, numbering=OUTLINE, footnotes=notes) == ["1", "1", "2"]


def test_a_numbered_cell_has_its_number() -> None:
    body = table(row("<w:tc>" + p("a", num=(1, 0)) + "</w:tc>"))
    assert shown(body, numbering=OUTLINE) == [("table cell", "1", "a")]


LONG = " ".join(["word"] * 30)
MIXED = abstract(
    1,
    lvl("decimal", "%1."),
    lvl("decimal", "%1.%2"),
    lvl("lowerLetter", "(%3)"),
    lvl("bullet", "\uf0b7"),
) + num(1, 1)


def kinds(
    *pairs: tuple[str, int], styles: str = "", heads: tuple[int, ...] = ()
) -> list[tuple[str, str, int]]:
    from .build import read

    made = "".join(
        (p("Head", style="H") if at in heads else "") + p(text, num=(1, level))
        for at, (text, level) in enumerate(pairs)
    )
    styles += style("H", name="heading 1")
    blocks = read(made, numbering=MIXED, styles=styles).blocks
    return [(b.kind.value, b.number, b.level) for b in blocks]


def test_compound_numbers_make_paragraphs_letters_and_bullets_list_items() -> None:
    assert kinds(("x", 1), ("x", 2), ("x", 3)) == [
        ("paragraph", "1.1", 0), ("list item", "(a)", 3), ("list item", "", 4),
    ]  # fmt: skip


def test_a_number_with_its_name_numbers_a_paragraph() -> None:
    numbering = abstract(1, lvl("decimal", "Recommendation %1:")) + num(1, 1)
    body = p("The Board should act.", num=(1, 0))
    assert shown(body, numbering=numbering) == [
        ("paragraph", "Recommendation 1", "The Board should act.")
    ]


def test_plain_numbers_make_paragraphs_of_long_texts_and_items_of_short_ones() -> None:
    assert kinds((LONG, 0), ("x", 0), (LONG, 0), (LONG, 0), (LONG, 0), (LONG, 0), (LONG, 0)) == [
        ("paragraph", str(n), 0) for n in range(1, 8)
    ]
    assert kinds(("x", 0), ("y", 0)) == [("list item", "1", 1), ("list item", "2", 1)]


def test_plain_numbers_that_run_on_past_a_heading_make_paragraphs() -> None:
    assert kinds(("x", 0), ("y", 0), heads=(1,)) == [
        ("paragraph", "1", 0), ("heading", "", 1), ("paragraph", "2", 0),
    ]  # fmt: skip
