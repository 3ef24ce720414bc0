"""Characters that show nothing, in text and Markdown drafts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_lint.errors import ReadError
from scr_lint.model import Block, Span, TextPlace
from scr_lint.readers import read_bytes

ALPHABET = "ab \n#*-\u00ad\u200b\u200d\u200e\ufe0f\U0001f469\u0627"


def only(text: str, name: str) -> Block:
    (block,) = read_bytes(text.encode(), name).blocks
    return block


@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
@pytest.mark.parametrize(
    ("text", "shown", "word", "columns"),
    [
        ("She fai\u00adled to.", "She failed to.", "failed", [5, 9]),
        ("She\u200b failed\u200b to.", "She failed to.", "failed", [6]),
        ("\u200eShe \u200ffailed to.", "She failed to.", "failed", [7]),
        ("She\u200d fai\u200cled to.", "She failed to.", "failed", [6, 10]),
        ("\U0001f469\u200d\U0001f4bb failed.", "\U0001f469\u200d\U0001f4bb failed.", "failed", [5]),
        ("\u0645\u06cc\u200c\u062e failed.", "\u0645\u06cc\u200c\u062e failed.", "failed", [6]),
    ],
)
def test_they_are_no_text_and_columns_stay(
    name: str, text: str, shown: str, word: str, columns: list[int]
) -> None:
    block = only(text, name)
    assert block.text == shown
    start = shown.index(word)
    pieces = block.locate(Span(start, start + len(word)))
    assert [piece.place for piece in pieces] == [TextPlace(1, column) for column in columns]


def test_a_line_of_nothing_else_parts_paragraphs() -> None:
    for name in ("draft.txt", "draft.md"):
        assert len(read_bytes("One.\n \u200b\nTwo.\n".encode(), name).blocks) == 2


def test_markdown_may_spell_them_out() -> None:
    block = only("She fai&shy;led&#8203; to.", "draft.md")
    assert block.text == "She failed to."
    assert block.segments[1].place == TextPlace(1, 13)


@given(st.text(ALPHABET, max_size=40), st.sampled_from(["draft.txt", "draft.md"]))
def test_every_character_stands_where_its_segment_says(text: str, name: str) -> None:
    try:
        found = read_bytes(text.encode(), name)
    except ReadError:
        return
    lines = text.split("\n")
    for block in found.blocks:
        for segment in block.segments:
            assert isinstance(segment.place, TextPlace)
            source = lines[segment.place.line - 1][segment.place.column - 1 :]
            assert source.startswith(segment.span.of(block.text))
