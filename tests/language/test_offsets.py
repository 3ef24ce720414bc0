"""Offsets of tokens and clauses are offsets into the block, whatever characters the text holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scr_lint.language.clause import ClauseReader
from scr_lint.language.pipeline import load_pipeline
from scr_lint.language.reading import Reading
from scr_lint.lexicon import load_lexicons
from scr_lint.model import Block, BlockKind, Document

ODD = [
    "The nurse 👩🏽‍⚕️ failed to ring. She left the 🏥 at noon.",
    "The\u00a0school failed\u00a0to act.  It\u202fwrote no letter.",
    "4.12  The  ward   ignored her.\tNobody rang\nthe GP.",
    "“The café’s naïve owner – Mr É – failed…” she said. 𝔘nread files were lost.",
    " \u200bThe clinic neglected\u00ad her. ",
]


def reading_of(*texts: str) -> Reading:
    lexicons = load_lexicons()
    blocks = tuple(Block(n, BlockKind.PARAGRAPH, text) for n, text in enumerate(texts))
    reader = ClauseReader.from_lexicons(lexicons)
    return Reading(Document("d", "text", blocks), load_pipeline(), lexicons, reader)


def check(text: str) -> None:
    reading = reading_of(text)
    for parsed in reading.parse(reading.sentences):
        sentence = parsed.sentence
        assert sentence.text == text[sentence.span.start : sentence.span.end]
        assert len(parsed.doc.text) == len(sentence.text)
        for token in parsed.doc:
            start = sentence.span.start + token.idx
            assert text[start : start + len(token)].split() == token.text.split()


@pytest.mark.parametrize("text", ODD)
def test_tokens_stand_where_the_block_has_them(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_tokens_of_any_text_stand_where_the_block_has_them(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", ODD)
def test_the_actor_of_a_clause_stands_where_the_sentence_has_it(text: str) -> None:
    reading = reading_of(text)
    for parsed in reading.parse(reading.sentences):
        for token in parsed.doc:
            clause = parsed.clause(token)
            assert clause.predicate.of(parsed.doc.text) == token.text
            if clause.actor_span is not None:
                assert clause.actor_span.of(parsed.doc.text) == clause.actor.text


def test_a_stretch_of_tokens_is_carried_back_to_the_block() -> None:
    reading = reading_of("Naïve 😀 start.  The ward failed to ring.")
    second = list(reading.parse(reading.sentences))[-1]
    span = second.sentence.in_block(second.span(2, 5))
    assert span.of("Naïve 😀 start.  The ward failed to ring.") == "failed to ring"
