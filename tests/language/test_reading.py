"""A draft as the rules see it: its sentences, their order, and each parsed once."""

from __future__ import annotations

import pytest

from scr_lint.language.clause import ClauseReader
from scr_lint.language.memory import Memory
from scr_lint.language.pipeline import load_pipeline
from scr_lint.language.reading import Reading
from scr_lint.lexicon import load_lexicons
from scr_lint.model import Block, BlockKind, Document
from scr_lint.rules.entries import EntryFinder


def reading_of(*blocks: tuple[BlockKind, str]) -> Reading:
    lexicons = load_lexicons()
    made = tuple(Block(n, kind, text) for n, (kind, text) in enumerate(blocks))
    document = Document("draft.txt", "text", made)
    return Reading(document, load_pipeline(), lexicons, ClauseReader.from_lexicons(lexicons))


@pytest.fixture
def reading() -> Reading:
    return reading_of(
        (BlockKind.HEADING, "2. What happened. And why"),
        (BlockKind.PARAGRAPH, "The nurse rang. She left no note."),
        (BlockKind.PARAGRAPH, "   "),
        (BlockKind.PARAGRAPH, "It was missed by the GP."),
        (BlockKind.CAPTION, "Figure 1. The flat"),
    )


def test_sentences_come_in_reading_order_and_a_heading_is_one(reading: Reading) -> None:
    assert [s.text for s in reading.sentences] == [
        "2. What happened. And why",
        "The nurse rang.",
        "She left no note.",
        "It was missed by the GP.",
        "Figure 1. The flat",
    ]
    assert [s.index for s in reading.sentences] == [0, 1, 2, 3, 4]


def test_sentences_are_kept_by_block(reading: Reading) -> None:
    assert {n: len(group) for n, group in reading.by_block.items()} == {0: 1, 1: 2, 3: 1, 4: 1}


def test_the_sentence_before_is_that_of_the_text_not_a_heading(reading: Reading) -> None:
    before = [reading.text_before(s) for s in reading.sentences]
    assert before[:4] == ["", "", "The nurse rang.", "She left no note."]


def test_a_sentence_is_parsed_at_most_once(reading: Reading) -> None:
    first = [p.doc for p in reading.parse(reading.sentences[1:3])]
    again = [p.doc for p in reading.parse(reading.sentences[:3])][1:]
    assert all(a is b for a, b in zip(first, again, strict=True))
    assert reading.parsed_share == pytest.approx(3 / 5)


def test_parses_come_in_the_order_asked_for(reading: Reading) -> None:
    asked = reading.sentences[3], reading.sentences[1]
    assert [p.sentence for p in reading.parse(asked)] == list(asked)


def test_a_clause_knows_the_sentence_before(reading: Reading) -> None:
    (parsed,) = reading.parse([reading.sentences[2]])
    clause = parsed.clause(parsed.doc[1])
    assert (clause.actor.text, clause.antecedent) == ("She", "nurse")


def test_an_empty_draft_has_no_sentences() -> None:
    empty = reading_of()
    assert empty.sentences == ()
    assert empty.parsed_share == 0.0


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("THE NURSE FAILED TO RING.", "The nurse failed to ring."),
        ("PC DAY RANG.", "PC DAY RANG."),
        ("REVIEW OF THE DEATH OF MR A", "REVIEW OF THE DEATH OF MR A"),
        ("The GP\u00a0and\tthe CPN rang.", "The GP and the CPN rang."),
    ],
)
def test_a_sentence_in_capitals_is_read_in_small_letters(text: str, read: str) -> None:
    reading = reading_of((BlockKind.PARAGRAPH, text))
    (parsed,) = reading.parse(reading.sentences)
    assert parsed.doc.text == read
    assert parsed.sentence.text == text


def test_a_draft_of_more_sentences_than_the_memory_holds_is_read_whole() -> None:
    words = ["The nurse failed to ring.", "The GP failed to call.", "The clerk failed to write."]
    lexicons = load_lexicons()
    blocks = tuple(Block(n, BlockKind.PARAGRAPH, text) for n, text in enumerate(words * 2))
    reader = ClauseReader.from_lexicons(lexicons)
    document = Document("draft.txt", "text", blocks)
    reading = Reading(document, load_pipeline(), lexicons, reader, Memory(size=1))
    finder = EntryFinder.from_lexicons(lexicons, reader.actors, "failure")
    assert [hits[0].parsed.sentence.index for hits in finder.find(reading)] == [0, 1, 2, 3, 4, 5]
