"""The cue patterns: what they match, and at which offsets."""

from __future__ import annotations

import pytest

from scr_lint.lexicon import load_lexicons
from scr_lint.lexicon.cue_pattern import CUE_FILES, cue_lists
from scr_lint.model import Span
from scr_lint.rules.passages.cues import CueReader, plain

_LISTS = {
    "review": ["this|the review", "=scr"],
    "aim": ["aim|purpose =of {review}", "{review} very? seek"],
    "gap": ["purpose .. learn"],
    "denied": ["do not blame", "not learn"],
}


def _spans(text: str, name: str) -> list[str]:
    return [s.of(text) for s in CueReader(_LISTS, {"do": ["does", "did"]}).read(text).spans(name)]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The aims of this review are two.", "aim", ["aims of this review"]),
        ("This review seeks to learn.", "aim", ["This review seeks"]),
        ("The review’s purpose", "review", ["The review’s"]),
        ("The purpose, in short, is learning.", "gap", ["purpose, in short, is learning"]),
        ("The purpose was this. To learn.", "gap", []),
        ("It doesn't blame.", "denied", []),
        ("It does not blame.", "denied", ["does not blame"]),
        ("They couldn’t learn.", "denied", ["couldn’t learn"]),
    ],
)
def test_patterns(text: str, name: str, expected: list[str]) -> None:
    assert _spans(text, name) == expected


def test_plain_text_keeps_offsets() -> None:
    text = "İt’s a “Review”\u00a0— 👶"
    assert len(plain(text)) == len(text)


def test_of_matches_that_start_alike_the_shortest_is_given() -> None:
    cues = CueReader({"x": ["learn .. lesson", "learn"]}, {}).read("to learn a lesson")
    assert cues.spans("x") == (Span(3, 8),)


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(ValueError, match="no list is called 'nowhere'"):
        CueReader({"x": ["a {nowhere}"]}, {})


def test_a_list_that_needs_itself_is_an_error() -> None:
    with pytest.raises(ValueError, match="needs itself"):
        CueReader({"x": ["learn", "{y} it"], "y": ["{x} more"]}, {})


def test_a_list_may_lead_back_to_itself_through_what_may_be_left_out() -> None:
    cues = CueReader({"x": ["learn {x}?"]}, {}).read("to learn")
    assert cues.spans("x") == (Span(3, 8),)


def test_a_word_in_capitals_is_that_word_in_small_letters() -> None:
    assert CueReader({"x": ["=GP"]}, {}).read("The GP rang.").spans("x") == (Span(4, 6),)


def test_no_list_stands_in_two_cue_files() -> None:
    words = load_lexicons().words
    assert len(cue_lists(words)) == sum(len(words[file]) for file in CUE_FILES)
