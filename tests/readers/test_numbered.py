"""What a number makes of a paragraph, the same in every format."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scr_lint.readers import read_bytes

from .docx.build import docx_of, p

LONG = "The nurse " + "wrote to the surgery and " * 6 + "rang it."

Kinds = Callable[[list[str]], list[str]]


def as_text(paragraphs: list[str]) -> list[str]:
    found = read_bytes("\n\n".join(paragraphs).encode(), "draft.txt")
    return [str(block.kind) for block in found.blocks]


def as_markdown(paragraphs: list[str]) -> list[str]:
    """A backslash keeps Markdown from making a list of its own."""
    escaped = [text.replace(". ", "\\. ", 1) if text[:1].isdigit() else text for text in paragraphs]
    found = read_bytes("\n\n".join(escaped).encode(), "draft.md")
    return [str(block.kind) for block in found.blocks]


def as_word(paragraphs: list[str]) -> list[str]:
    found = read_bytes(docx_of("".join(map(p, paragraphs))), "draft.docx")
    return [str(block.kind) for block in found.blocks]


@pytest.mark.parametrize("kinds", [as_text, as_markdown, as_word])
@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["4.12 She rang.", "4.12A She wrote."], ["paragraph"] * 2),
        (["(b) She rang.", "iv) She wrote."], ["list item"] * 2),
        (["1. She rang.", "2. She wrote."], ["list item"] * 2),
        ([f"1. {LONG}", f"2. {LONG}"], ["paragraph"] * 2),
        (["1. She rang.", "Nobody came.", "2. She wrote.", "Nobody came."], ["paragraph"] * 4),
        (["Nobody came.", "12. She rang.", "Nobody came."], ["paragraph"] * 3),
    ],
)
def test_the_number_and_its_series_tell(
    kinds: Kinds, paragraphs: list[str], expected: list[str]
) -> None:
    assert kinds(paragraphs) == expected


def test_a_numbered_list_of_long_paragraphs_numbers_them() -> None:
    document = read_bytes(f"1. {LONG}\n\n   {LONG}\n2. {LONG}\n   - a call\n".encode(), "draft.md")
    found = [(str(b.kind), b.number) for b in document.blocks]
    assert found == [("paragraph", "1"), ("paragraph", ""), ("paragraph", "2"), ("list item", "")]


def test_other_numbers_in_a_list_do_no_harm() -> None:
    document = read_bytes(b"# A\n\n1. 4.12 She rang.\n\n# B\n\n2) She rang.\n", "draft.md")
    assert [str(b.kind) for b in document.blocks[1::2]] == ["list item"] * 2
