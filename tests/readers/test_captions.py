"""Captions in drafts without styles."""

from __future__ import annotations

import pytest

from scr_lint.model import BlockKind
from scr_lint.readers import read_bytes

CAPTIONS = (
    "Figure 3: The council failed to record it.",
    "Table 2. Cases in which the ward failed to act",
    "Fig. 4a – Visits missed",
    "Box B Failings found in May",
    "PHOTO 1.2 - The flat",
)
PROSE = (
    "Figure 3 shows that the council failed to record it.",
    "Table 2 and what the ward failed to say about it were both in the file;",
    "Box Hill failed to record it.",
    "Map a way forward. The ward failed to act.",
    "Table 2. " + "The ward failed to act. " * 12,
)


@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
@pytest.mark.parametrize("text", CAPTIONS)
def test_a_label_with_its_words_is_a_caption(name: str, text: str) -> None:
    (block,) = read_bytes(f"{text}\n".encode(), name).blocks
    assert block.kind is BlockKind.CAPTION


@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
@pytest.mark.parametrize("text", PROSE)
def test_a_sentence_about_a_table_is_prose(name: str, text: str) -> None:
    (block,) = read_bytes(f"{text}\n".encode(), name).blocks
    assert block.kind is BlockKind.PARAGRAPH
