"""Tables without rulings are read cell by cell, and nothing else is taken for one."""

from __future__ import annotations

import pytest

ABOVE = (
    "The panel met nine times and read the reviews of all the agencies that had known him, and",
    "spoke to the practitioners who had worked with him in the last of the years under review.",
)
BELOW = (
    "4.1 The panel asked why the contact of March was closed on the day on which it had come in,",
    "and what those who closed it had been able to see of the three contacts that came before.",
)
ROWS = (
    ("Date", "Agency", "What happened"),
    ("9 March", "Fire service", "Visit made; concern sent on"),
    ("10 March", "Social care", "Closed. Nobody rang the fire|service about it"),
    ("2 May", "All", "Meeting held and|minutes sent"),
    ("4 June", "Housing", "Visit; nobody at home"),
)


@pytest.fixture
def report(drawn, lines, both):
    """A page with a table of three columns under one heading, and the next heading below it."""

    def make(size=10.0, extra=6.0, rows=ROWS, lefts=(72, 220, 380)):
        parts = [
            lines(["3. What happened"], size=15, font="Helvetica-Bold", top=70),
            lines(ABOVE, top=95),
        ]
        top = 95 + 2 * 14 + 10.0
        for row in rows:
            cells = [cell.split("|") for cell in row]
            parts += [
                lines(cell, left, top, 1.15 * size, size)
                for cell, left in zip(cells, lefts, strict=True)
            ]
            top += 1.15 * size * max(map(len, cells)) + extra
        parts += [
            lines(["4. Analysis"], size=15, font="Helvetica-Bold", top=top + 20),
            lines(BELOW, top=top + 45),
        ]
        return drawn(both(*parts))

    return make


def cells(document):
    return [((b.cell.row, b.cell.column), b.text) for b in document.blocks if b.cell]


EXPECTED = [
    ((number, column), cell.replace("|", " "))
    for number, row in enumerate(ROWS, 1)
    for column, cell in enumerate(row, 1)
]


@pytest.mark.parametrize("size", [10.0, 12.0])
@pytest.mark.parametrize("extra", [6.0, 0.0])
def test_cells_are_read_row_by_row_and_headings_stay_where_they_stand(read, report, size, extra):
    document = read(report(size, extra))
    assert cells(document) == EXPECTED
    others = [(b.kind.value, b.text[:11], b.section) for b in document.blocks if not b.cell]
    assert others == [
        ("heading", "3. What hap", ()),
        ("paragraph", "The panel m", ("What happened",)),
        ("heading", "4. Analysis", ()),
        ("paragraph", "4.1 The pan", ("Analysis",)),
    ]
    assert {b.section for b in document.blocks if b.cell} == {("What happened",)}
    assert document.coverage.read == ("body", "1 table")


def test_a_table_in_one_of_two_columns_of_the_page_is_read_in_its_place(read, drawn, lines, both):
    prose = [
        "The panel met nine times and read all",
        "the reviews of the agencies that had",
        "known the family before they moved.",
    ]
    left = [lines(prose * 2, top=100)]
    for number, row in enumerate((("May", "Police", "Rang"), ("June", "School", "Wrote"))):
        left += [lines([c], x, 200 + number * 20) for c, x in zip(row, (72, 140, 210), strict=True)]
    left.append(lines(prose * 2, top=260))
    page = both(*left, lines([*prose * 5], left=320, top=100))
    document = read(drawn(page))
    assert [b.text for b in document.blocks if b.cell] == [
        "May",
        "Police",
        "Rang",
        "June",
        "School",
        "Wrote",
    ]
    table = [bool(b.cell) for b in document.blocks]
    assert 0 < table.index(True) < len(table) - 6


def test_cells_drawn_close_together_are_told_by_their_columns(read, one_page):
    rows = ((b"9 March", b"Fire service", b"Came"), (b"9 April", b"Fire service", b"Rang at once"))
    shown = b"".join(
        b"BT /F 11 Tf 72 %d Td (%s) Tj ET BT /F 11 Tf 114 %d Td (%s) Tj ET "
        b"BT /F 11 Tf 179 %d Td (%s) Tj ET " % (y, a, y, b, y, c)
        for y, (a, b, c) in zip((700, 686), rows, strict=True)
    )
    assert cells(read(one_page(shown))) == [
        ((1, 1), "9 March"),
        ((1, 2), "Fire service"),
        ((1, 3), "Came"),
        ((2, 1), "9 April"),
        ((2, 2), "Fire service"),
        ((2, 3), "Rang at once"),
    ]


def test_a_line_between_two_halves_of_a_table_reads_as_a_heading(read, drawn, lines, both):
    parts = []
    for number, row in enumerate((ROWS[1], ROWS[4], None, ROWS[1], ROWS[4])):
        top = 100 + 24 * number
        if row is None:
            parts.append(lines(["Later contacts"], top=top, size=14, font="Helvetica-Bold"))
        else:
            parts += [lines([c], x, top) for c, x in zip(row, (72, 220, 380), strict=True)]
    document = read(drawn(both(lines(ABOVE, top=60), *parts, lines(BELOW, top=260))))
    kinds = [b.kind.value for b in document.blocks]
    assert kinds == [
        "paragraph",
        *["table cell"] * 6,
        "heading",
        *["table cell"] * 6,
        "paragraph",
    ]


def test_labels_of_several_lines_are_cells_beside_what_is_said_of_them(read, report):
    rows = (
        ("What was|asked of us", "How the agencies worked with|one another in those years"),
        ("What was|seen", "Three workers saw him and each|wrote to the others"),
        ("What was|done", "A plan was made and was|kept to"),
    )
    document = read(report(rows=rows, lefts=(72, 250)))
    assert cells(document) == [
        ((number, column), cell.replace("|", " "))
        for number, row in enumerate(rows, 1)
        for column, cell in enumerate(row, 1)
    ]


@pytest.mark.parametrize(
    "numbers", [("4.12", "4.13", "4.14"), ("1.", "2.", "3."), ("(a)", "(b)", "(c)")]
)
def test_numbers_before_paragraphs_are_no_column(read, drawn, lines, both, numbers):
    said = (
        "The school wrote to the team about what it had seen of the boy in the last weeks of",
        "the summer term.",
    )
    parts = []
    for place, number in enumerate(numbers):
        parts += [lines([number], 72, 100 + 40 * place), lines(said, 108, 100 + 40 * place)]
    document = read(drawn(both(*parts)))
    assert [(b.number.rstrip("."), b.cell) for b in document.blocks] == [
        (number.rstrip("."), None) for number in numbers
    ]


def test_two_columns_of_prose_that_are_set_on_one_grid_are_no_rows(read, drawn, lines, both):
    left = [
        "The panel met nine times and read all",
        "of the reviews. Each was about a year",
        "in the making. None of them was short",
        "and the panel is grateful for the care.",
    ]
    right = [
        "Practitioners came to two workshops in",
        "May. Those who came had known the boy",
        "for many years. Most spoke of the care",
        "that his mother took with all of them.",
    ]
    document = read(drawn(both(lines(left * 2), lines(right * 2, left=310))))
    assert " ".join(b.text for b in document.blocks) == " ".join(left * 2 + right * 2)


def test_a_row_of_larger_type_is_no_heading(read, drawn, lines, both):
    row = both(lines(["Lead agency"], 72, 200, size=13), lines(["Housing"], 300, 200, size=13))
    page = both(lines(ABOVE, top=100), row, lines(BELOW, top=240))
    assert "heading" not in [b.kind.value for b in read(drawn(page)).blocks]


def test_a_heading_set_apart_from_its_label_is_one(read, drawn, lines, both):
    label = lines(["Appendix A"], 72, 200, size=15)
    title = lines(["Terms of reference"], 200, 200, size=15)
    page = both(lines(ABOVE, top=100), label, title, lines(BELOW, top=240))
    kinds = [(b.kind.value, b.text) for b in read(drawn(page)).blocks]
    assert ("heading", "Appendix A Terms of reference") in kinds


def test_a_label_and_its_meaning_are_a_paragraph_however_full_the_line_is(read, drawn, lines, both):
    meanings = ("A plan made by all of the workers", "A visit made by one of the workers", "A call")
    labels = ("Plan", "Visit", "Ring")
    page = both(lines(labels, 72, 100), lines(meanings, 200, 100))
    assert [b.text for b in read(drawn(page)).blocks] == [
        f"{label} {meaning}" for label, meaning in zip(labels, meanings, strict=True)
    ]


def test_long_cells_are_no_columns_of_prose_and_a_row_may_lack_one(read, report):
    said = "Referral made to the team, which wrote|to him on that day and asked the ward|what it had seen"
    noted = "Received and looked at|on the same day."
    rows = [(f"May {year}", said, noted) for year in range(2014, 2020)]
    rows[0] = ("May 2014", said, "")
    document = read(report(extra=4.0, rows=rows, lefts=(72, 160, 360)))
    assert cells(document) == [
        ((number, column), cell.replace("|", " "))
        for number, row in enumerate(rows, 1)
        for column, cell in enumerate(row, 1)
        if cell
    ]


def test_paragraphs_that_begin_level_by_chance_leave_two_columns(read, drawn, lines, both):
    prose = [
        "The panel met nine times and read all",
        "the reviews of the agencies that had",
        "known the family before they moved.",
        "It spoke to those who had met them.",
    ]
    left = [*prose, "", *prose[:3], "", *prose, "", *prose[:3]]
    right = [*prose, "", *prose, "", *prose[:3], "", *prose[:3]]
    document = read(drawn(both(lines(left), lines(right, left=310))))
    assert not any(b.cell for b in document.blocks)
    assert " ".join(b.text for b in document.blocks) == " ".join(filter(None, left + right))
