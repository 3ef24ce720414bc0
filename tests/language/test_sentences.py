"""Sentence ends on the hard cases drawn up for them."""

from __future__ import annotations

import tomllib
from typing import Any

from scr_lint.language.sentences import SentenceSplitter
from scr_lint.lexicon import load_lexicons

from .case_reading import CASES

LEAST_RIGHT = 0.995


def cases() -> list[dict[str, Any]]:
    return list(tomllib.loads((CASES / "sentences.toml").read_text("utf-8"))["case"])


def splitter() -> SentenceSplitter:
    return SentenceSplitter.from_words(load_lexicons().words["sentences"])


def ends(text: str, sentences: list[str]) -> set[int]:
    """Where the sentences end, counted in characters that are no white space."""
    found, place = set(), 0
    for sentence in sentences:
        place += len("".join(sentence.split()))
        found.add(place)
    return found


def candidates(text: str) -> int:
    """How many places could be taken for an end: stops, question and exclamation marks, ellipses."""
    return sum(text.count(mark) for mark in ".!?…")


def test_nearly_every_boundary_is_right() -> None:
    cut = splitter()
    wrong = total = 0
    for case in cases():
        text = case["text"]
        given = ends(text, [s.of(text) for s in cut.split(text)])
        wrong += len(given ^ ends(text, case["sentences"]))
        total += max(candidates(text), len(case["sentences"]))
    assert 1 - wrong / total >= LEAST_RIGHT, f"{wrong} of {total} possible ends wrong"


def test_the_cases_that_come_out_wrong_are_known() -> None:
    cut = splitter()
    wrong = [
        case["why"]
        for case in cases()
        if [" ".join(s.of(case["text"]).split()) for s in cut.split(case["text"])]
        != [" ".join(s.split()) for s in case["sentences"]]
    ]
    assert wrong == [
        "initial inside a single quotation",
        "name with an exclamation mark before a capital",
    ]


def test_an_emoji_before_the_first_word_is_no_part_of_the_sentence() -> None:
    text = "👩‍⚕️ ✓ She rang. 🙂 Nobody came.\n🙂"
    cut = splitter().split(text)
    assert [s.of(text) for s in cut] == ["She rang.", "Nobody came.", "🙂"]


def test_what_never_ends_is_cut_behind_a_comma_or_between_words() -> None:
    text = "and she rang, " + "and nobody came " * 90 + "and, once more, " + "nobody rang " * 400
    cut = [s.of(text) for s in splitter().split(text)]
    assert " ".join(cut) == text.strip()
    assert max(len(s.split()) for s in cut) <= 300
    assert cut[0].endswith("once more,")
    assert len(cut) == 4


def test_a_long_sentence_stays_whole() -> None:
    text = "The nurse rang, " * 99 + "and nobody came."
    assert [s.of(text) for s in splitter().split(text)] == [text]
