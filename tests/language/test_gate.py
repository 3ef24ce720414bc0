"""The gates leave out no pattern that matches, so a sentence they close to holds nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scr_lint.language.clause import ClauseReader
from scr_lint.language.matching import Match, PatternMatcher
from scr_lint.language.pipeline import load_pipeline
from scr_lint.language.reading import Reading, Sentence
from scr_lint.lexicon import load_lexicons
from scr_lint.readers import read_bytes
from scr_lint.rules.entries import EntryFinder

CORPORA = Path(__file__).parents[2] / "corpora" / "sentences"
LEXICONS = load_lexicons()
ENTRIES = LEXICONS.entries("failure", "hindsight", "family")
WORDS = sorted(
    {
        form
        for e in ENTRIES
        for p in e.patterns
        for forms in p.triggers
        for form in sorted(forms)[:3]
    }
)
FILLERS = [
    "the",
    "nurse",
    "did",
    "n't",
    "not",
    "had",
    "to",
    "her",
    ",",
    "by",
    "of",
    "(",
    ")",
    "cannot",
    "co-operate",
    "’s",
]


EVERY = range(sum(len(e.patterns) for e in ENTRIES))


@pytest.fixture(scope="module")
def matcher() -> PatternMatcher:
    return PatternMatcher(ENTRIES)


class Open(EntryFinder):
    """Tries every pattern in every sentence."""

    def _likely(self, sentence: Sentence, reading: Reading) -> tuple[int, ...]:
        return tuple(EVERY)


def found(finder: EntryFinder, text: str) -> list[list[Match]]:
    """What stands of the entries in each sentence of a text."""
    document = read_bytes(text.encode(), "draft.txt")
    reading = Reading(document, load_pipeline(), LEXICONS, ClauseReader.from_lexicons(LEXICONS))
    return [[hit.match for hit in hits] for hits in finder.find(reading)]


def gated(matcher: PatternMatcher, text: str) -> list[list[Match]]:
    return found(EntryFinder(matcher), text)


def ungated(matcher: PatternMatcher, text: str) -> list[list[Match]]:
    return found(Open(matcher), text)


def corpus_sentences() -> list[str]:
    lines = (CORPORA / "tuning-findings.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["sentence"] for line in lines[::5]]


def test_matches_in_the_corpus_are_the_same_without_the_gates(matcher: PatternMatcher) -> None:
    sentences = corpus_sentences()
    assert any(gated(matcher, text) for text in sentences)
    for text in sentences:
        assert gated(matcher, text) == ungated(matcher, text), text


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(FILLERS), min_size=1, max_size=12))
def test_matches_in_any_row_of_words_are_the_same_without_the_gates(
    matcher: PatternMatcher, words: list[str]
) -> None:
    text = " ".join(words)
    assert gated(matcher, text) == ungated(matcher, text)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(FILLERS), min_size=1, max_size=12))
def test_what_the_first_gate_closes_to_does_not_match_by_words(
    matcher: PatternMatcher, words: list[str]
) -> None:
    text = " ".join(words).replace("not", "NOT")
    doc = load_pipeline().make_doc(text)
    closed = sorted(set(EVERY) - set(matcher.gate.candidates(text)))
    assert matcher.by_words(doc, closed) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The nurse didn't even visit.",
        "The nurse didn’t even visit.",
        "She wouldn't co-operate with the clinic.",
        "THE SCHOOL FAILED TO ACT.",
        "The  school\u00a0failed to act.",
        "The nurse had failed, on that day (and the next), to  record the visit.",
        "The  plan, which was new, was repeatedly  thwarted by his mother.",
    ],
)
def test_contractions_asides_passives_capitals_and_odd_spaces_pass_the_gates(
    matcher: PatternMatcher, text: str
) -> None:
    assert gated(matcher, text) == ungated(matcher, text)


def test_a_sentence_with_the_words_in_another_order_is_not_let_through(
    matcher: PatternMatcher,
) -> None:
    doc = load_pipeline().make_doc("To act was where the school failed.")
    right = load_pipeline().make_doc("The school failed to act.")
    candidates = matcher.gate.candidates("The school failed to act.")
    assert matcher.by_words(right, candidates)
    assert set(matcher.by_words(doc, candidates)) < set(matcher.by_words(right, candidates))


def test_a_sentence_without_the_nouns_that_an_entry_asks_for_is_not_let_through(
    matcher: PatternMatcher,
) -> None:
    def through(text: str) -> set[str]:
        numbers = matcher.by_words(load_pipeline().make_doc(text), matcher.gate.candidates(text))
        doc = load_pipeline()(text)
        return {match.entry.id for match in matcher.find(doc, numbers)}

    assert "did-no-duty" in through("The trust did not discharge its duty.")
    assert "did-no-duty" not in through("The trust did not discharge its patients.")
