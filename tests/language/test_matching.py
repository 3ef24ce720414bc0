"""Where patterns match: each kind of element by hand, and the whole against every way to match."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from scr_lint.language.alignment import longest
from scr_lint.language.matching import PatternMatcher
from scr_lint.language.rows import Compounds, Row
from scr_lint.lexicon import Entry, Pattern, PatternParser

CLASSES = {
    "care": ["look after", "visit", "{contact}"],
    "contact": ["call", "=home"],
    "joined": ["follow-up", "cut-and-paste", "work"],
}
PARSER = PatternParser(CLASSES, {"be": ["is", "was"], "see": ["saw", "seen"]})
VOCAB = spacy.blank("en").vocab


def doc_of(text: str) -> Doc:
    """Words as they stand between spaces, each with its part of speech after a slash, if it has one;
    "_" is a token of white space."""
    pairs = [word.partition("/")[::2] for word in text.split()]
    words = ["  " if word == "_" else word for word, _ in pairs]
    return Doc(VOCAB, words=words, pos=[pos or "X" for _, pos in pairs])


def row_of(doc: Doc, *, tagged: bool) -> Row:
    """The doc's words, compounds apart."""
    (row,) = Compounds(()).rows(doc, tagged=tagged)
    return row


def flagged(source: str, text: str) -> list[str]:
    """What is flagged of a text, in order."""
    matcher = PatternMatcher((Entry("one", "label", (PARSER.pattern(source),), ()),))
    doc = doc_of(text)
    return [doc[m.marked_start : m.marked_end].text for m in matcher.find(doc, [0])]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param("fail", "they FAILED and fail", ["FAILED", "fail"], id="every form"),
        pytest.param("=fail", "they failed and fail", ["fail"], id="just this form"),
        pytest.param("fail|be bad", "it was bad", ["was bad"], id="one of several"),
        pytest.param("not act", "did n't act , n’t act", ["n't act", "n’t act"], id="not"),
        pytest.param("visit/NOUN", "a visit/NOUN to visit/VERB", ["visit"], id="part of speech"),
        pytest.param("to {verb}", "to ring/NOUN", ["to ring"], id="a noun after to"),
        pytest.param("and {verb}", "and ring/NOUN", [], id="no noun but after to"),
        pytest.param("fail {noun}", "failed Kim/PROPN", ["failed Kim"], id="names are nouns"),
        pytest.param(
            "no {care}", "no visits no home no homes", ["no visits", "no home"], id="class"
        ),
        pytest.param("fail {any} act", "fail to act", ["fail to act"], id="any word"),
        pytest.param("fail {any} act", "fail act", [], id="any word must be there"),
        pytest.param("very? late", "very late , late", ["very late", "late"], id="left out or not"),
        pytest.param(
            "late indeed?", "late indeed late", ["late indeed", "late"], id="optional end"
        ),
        pytest.param("short-sighted", "short - sighted", ["short - sighted"], id="hyphen apart"),
        pytest.param("short-sighted", "short sighted", ["short sighted"], id="hyphen left out"),
        *(
            pytest.param("no {joined}", text, flags, id=text)
            for text, flags in (
                ("no follow - ups now", ["no follow - ups"]),
                ("no follow up now", ["no follow up"]),
                ("no cut - and - paste", ["no cut - and - paste"]),
                ("no follow - on", []),
                ("no cut - and", []),
                ("no work", ["no work"]),
            )
        ),
        pytest.param("=up now|soon", "follow - up now", ["up now"], id="a part of a compound"),
        pytest.param(
            "{joined}/NOUN act", "follow/VERB up/NOUN act", ["follow up act"], id="either"
        ),
        pytest.param("fail .. act", "fail a b c act", ["fail a b c act"], id="gap of three"),
        pytest.param("fail .. act", "fail a b c d act", [], id="no gap of four"),
        pytest.param(
            "fail ... act", "fail a b c d e f g act", ["fail a b c d e f g act"], id="seven"
        ),
        pytest.param("fail .. act", "fail , act", ["fail , act"], id="a gap runs over a comma"),
        *(
            pytest.param("fail .. act", f"fail {stop} act", [], id=f"a gap stops at {stop}")
            for stop in ".;:!?"
        ),
        pytest.param("fail .. act", "act fail act act", ["fail act act"], id="the longest"),
        pytest.param("fail .. act", "fail act fail act", ["fail act fail act"], id="over another"),
        pytest.param("fail .. act", "fail a fail act", ["fail a fail act"], id="one for one end"),
        pytest.param("act act", "act act act", ["act act"], id="none overlaps another"),
        pytest.param("fail [[to act]]", "he failed to act", ["to act"], id="marked words"),
        pytest.param("fail .. [[act]]", "fail act act", ["act"], id="only what is marked"),
        pytest.param("fail to act", "fail _ to _ act", ["fail    to    act"], id="white space"),
    ],
)
def test_a_pattern_flags(source: str, text: str, expected: list[str]) -> None:
    assert flagged(source, text) == expected


def test_before_the_parse_a_word_may_be_any_part_of_speech() -> None:
    pattern = PARSER.pattern("fail visit/VERB")
    doc = doc_of("fail visit/NOUN")
    assert row_of(doc, tagged=False).holds(pattern)
    assert not row_of(doc, tagged=True).holds(pattern)


PIECES = ["a", "=b", "a|=b", "a/NOUN", "{verb}", "{any}", "a?", "{adj}?", "=b?", "..", "..."]
WORDS = ["a", "b", "c", ".", "_"]
TAGS = ["NOUN", "VERB", "ADJ"]


def stretches(pattern: Pattern, doc: Doc) -> set[tuple[int, int]]:
    """Every stretch the pattern matches, by trying everything; in words that are not white space."""
    words = [token for token in doc if not token.is_space]

    def ends(start: int, place: int) -> Iterator[int]:
        if place == len(pattern.elements):
            yield start
            return
        element = pattern.elements[place]
        if element.gap or element.optional:
            yield from ends(start, place + 1)
        for reach in range(1, (element.gap or 1) + 1):
            if start + reach > len(words):
                return
            word = words[start + reach - 1]
            if element.gap and word.text in (".", ";", "!", "?", ":"):
                return
            if element.forms is not None and word.lower_ not in element.forms:
                return
            if element.tags is not None and word.pos_ not in element.tags:
                return
            yield from ends(start + reach, place + 1)

    return {(start, end) for start in range(len(words)) for end in ends(start, 0)}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5),
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS)), min_size=1, max_size=9),
)
def test_the_longest_stretches_are_found_and_no_others(
    pieces: list[str], words: list[tuple[str, str]]
) -> None:
    pattern = PARSER.pattern(" ".join([*pieces, "a"]))
    doc = doc_of(" ".join("/".join(pair) for pair in words))
    row = row_of(doc, tagged=True)
    expected: list[tuple[int, int]] = []
    for start, end in sorted(stretches(pattern, doc), key=lambda s: (s[0] - s[1], s[0])):
        if all(end <= first or last <= start for first, last in expected):
            expected.append((start, end))
    found = longest(pattern, row)
    assert [(one.start, one.end) for one in found] == expected
    assert row.holds(pattern) == bool(expected)
    for one in found:
        assert len(one.elements) == one.end - one.start
        for place, number in enumerate(one.elements, one.start):
            assert row.where(pattern.elements[number]) >> place & 1
