"""Plain text drafts."""

from __future__ import annotations

import pytest

from scr_lint.errors import ReadError
from scr_lint.model import BlockKind, Span, TextPlace
from scr_lint.readers import read_bytes


def texts(content: str) -> list[str]:
    return [b.text for b in read_bytes(content.encode(), "draft.txt").blocks]


def test_blank_lines_part_paragraphs_and_lines_stay_lines() -> None:
    assert texts("One\ntwo.\n\nThree.\n") == ["One\ntwo.", "Three."]


def test_a_typed_number_starts_a_paragraph_and_is_its_number() -> None:
    first, second = read_bytes(b"4.1 The nurse rang.\n4.2\tNobody came.\n", "draft.txt").blocks
    assert (first.number, first.text[first.prose_start :]) == ("4.1", "The nurse rang.")
    assert (second.number, second.text[second.prose_start :]) == ("4.2", "Nobody came.")


def test_a_short_line_without_a_stop_is_a_heading_and_a_section() -> None:
    heading, paragraph = read_bytes(b"Analysis\n\nThe nurse rang.\n", "draft.txt").blocks
    assert heading.kind is BlockKind.HEADING
    assert paragraph.section == ("Analysis",)


def test_list_marks_make_list_items() -> None:
    first, second = read_bytes("• one thing\n• another\n".encode(), "draft.txt").blocks
    assert [first.kind, second.kind] == [BlockKind.LIST_ITEM] * 2
    assert second.text[second.prose_start :] == "another"


@pytest.mark.parametrize(
    ("lines", "text", "places"),
    [
        ("She neg-\nlected it.", "She neglected it.", [(1, 5), (2, 1)]),
        ("She neg- \n  lected it.", "She neglected it.", [(1, 5), (2, 3)]),
        ("She neg\u00ad\nlected it.", "She neglected it.", [(1, 5), (2, 1)]),
        ("A multi-\nagency plan.", "A multi-agency plan.", [(1, 3), (2, 1)]),
        ("A case-\n  By-case view.", "A case-By-case view.", [(1, 3), (2, 3)]),
    ],
)
def test_a_word_that_a_line_end_breaks_is_one(
    lines: str, text: str, places: list[tuple[int, int]]
) -> None:
    block = read_bytes(lines.encode(), "draft.txt").blocks[0]
    assert block.text == text
    start = text.index(" ") + 1
    found = [piece.place for piece in block.locate(Span(start, text.index(" ", start)))]
    assert found == [TextPlace(*place) for place in places]


def test_a_dash_at_a_line_end_breaks_no_word() -> None:
    assert texts("The nurse -\nwho rang.\n\nSelf-\n\n- harm\n") == [
        "The nurse -\nwho rang.",
        "Self-",
        "- harm",
    ]


def test_a_span_knows_its_line_and_column() -> None:
    block = read_bytes("One two\nthree 😀 four.\n".encode(), "draft.txt").blocks[0]
    start = block.text.index("four")
    (piece,) = block.locate(Span(start, start + 4))
    assert piece.place == TextPlace(2, 9)


@pytest.mark.parametrize(
    "content",
    [
        "The nurse’s note.".encode("utf-8-sig"),
        "The nurse’s note.".encode("utf-16"),
        "The nurse’s note.".encode("utf-16-le"),
        "The nurse’s note.".encode("utf-16-be"),
        "The nurse’s note.".encode("cp1252"),
    ],
    ids=["utf-8 with mark", "utf-16 with mark", "utf-16-le", "utf-16-be", "cp1252"],
)
def test_what_windows_writes_is_read(content: bytes) -> None:
    assert [b.text for b in read_bytes(content, "draft.txt").blocks] == ["The nurse’s note."]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("draft.txt", b"", "is empty"),
        ("draft.txt", b"  \r\n\t ", "is empty"),
        ("draft.txt", b"\x81\x8d\x8f text", "cannot be decoded"),
        ("draft.txt", b"\x01\x02\x03\x04\x05", "is not a text file"),
        ("draft.txt", b"\xff\xfe\x00\x00" * 10, "has no text"),
        ("draft.txt", b"%PDF-1.7 ...", "is a PDF in spite of its name"),
        ("draft.txt", b"PK\x03\x04....", "is a Word or zip file in spite of its name"),
        ("draft.md", b"{\\rtf1 text}", "is a Rich Text file in spite of its name"),
        ("draft.docx", b"just text", "no Word document"),
        ("draft.docx", b"%PDF-1.4", "is a PDF in spite of its name"),
        ("draft.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        ("draft.rtf", b"{\\rtf1}", "save it as .docx"),
        ("draft.odt", b"PK\x03\x04", "save it as .docx"),
        ("draft.xyz", b"text", "is not a kind of file scr-lint reads"),
    ],
)
def test_bad_input_is_refused_in_one_line(name: str, content: bytes, problem: str) -> None:
    with pytest.raises(ReadError, match=r"\A[^\n]+\Z") as caught:
        read_bytes(content, name)
    assert problem in str(caught.value)
    assert str(caught.value).startswith(f"{name}: ")
