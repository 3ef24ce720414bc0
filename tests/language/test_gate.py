"""The gate leaves out no pattern that matches, so a sentence it closes to holds nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scr_lint.language.matching import Match, PatternMatcher
from scr_lint.language.pipeline import load_pipeline
from scr_lint.lexicon import load_lexicons

CORPORA = Path(__file__).parents[2] / "corpora" / "sentences"
ENTRIES = load_lexicons().entries("failure", "hindsight", "family")
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
    "cannot",
    "co-operate",
    "’s",
]


class WideOpen:
    """A gate that leaves nothing out."""

    def __init__(self, patterns: int) -> None:
        self._all = list(range(patterns))

    def candidates(self, text: str) -> list[int]:
        return self._all


@pytest.fixture(scope="module")
def gated() -> PatternMatcher:
    return PatternMatcher(load_pipeline(), ENTRIES)


@pytest.fixture(scope="module")
def ungated() -> PatternMatcher:
    matcher = PatternMatcher(load_pipeline(), ENTRIES)
    matcher.gate = WideOpen(sum(len(e.patterns) for e in ENTRIES))  # type: ignore[assignment]
    return matcher


def found(matcher: PatternMatcher, text: str) -> list[Match]:
    return list(matcher.find(load_pipeline()(text)))


def corpus_sentences() -> list[str]:
    lines = (CORPORA / "tuning-findings.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["sentence"] for line in lines[::5]]


def test_matches_in_the_corpus_are_the_same_without_the_gate(
    gated: PatternMatcher, ungated: PatternMatcher
) -> None:
    sentences = corpus_sentences()
    assert any(found(gated, text) for text in sentences)
    for text in sentences:
        assert found(gated, text) == found(ungated, text), text


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(FILLERS), min_size=1, max_size=12))
def test_matches_in_any_row_of_words_are_the_same_without_the_gate(
    gated: PatternMatcher, ungated: PatternMatcher, words: list[str]
) -> None:
    text = " ".join(words)
    assert found(gated, text) == found(ungated, text)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(FILLERS), min_size=1, max_size=12))
def test_a_closed_gate_means_no_match(gated: PatternMatcher, words: list[str]) -> None:
    text = " ".join(words).replace("not", "NOT")
    if not gated.gate.opens(text):
        assert found(gated, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The nurse didn't even visit.",
        "The nurse didn’t even visit.",
        "She wouldn't co-operate with the clinic.",
        "THE SCHOOL FAILED TO ACT.",
        "The  school\u00a0failed to act.",
    ],
)
def test_contractions_hyphens_capitals_and_odd_spaces_pass_the_gate(
    gated: PatternMatcher, ungated: PatternMatcher, text: str
) -> None:
    assert found(gated, text) == found(ungated, text)
