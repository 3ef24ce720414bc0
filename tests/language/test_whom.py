"""Whom something was done to, as one word of a row: what stands for "{them}" in a pattern."""

from __future__ import annotations

from itertools import pairwise

import pytest

from scr_lint.language.actors import ActorLexicon
from scr_lint.language.clause import ClauseReader
from scr_lint.language.pipeline import load_pipeline
from scr_lint.language.rows import Compounds
from scr_lint.language.whom import Whom
from scr_lint.lexicon import PatternParser, load_lexicons

THEM = PatternParser({}, {}).pattern("see {them}").elements[1]
CASES = [
    ("The clinic saw him in May.", ["him"]),
    ("The clinic saw Rosa in May.", ["Rosa"]),
    ("The clinic saw Mrs Khan in May.", ["Mrs Khan"]),
    ("The clinic saw Mr. Khan in May.", ["Mr. Khan"]),
    ("The clinic saw Mr W.", ["Mr W"]),
    ("The clinic saw Adult B in May.", ["Adult B"]),
    ("The clinic saw Daniel Orme in May.", ["Daniel Orme"]),
    ("The clinic saw Mr and Mrs K in May.", ["Mr and Mrs K"]),
    ("The clinic saw Rosa and her brother in May.", ["Rosa and her brother"]),
    ("The clinic saw the two older boys in May.", ["the two older boys"]),
    ("The clinic saw families in May.", ["families"]),
    ("The clinic saw Rosa's chart in May.", []),
    ("The clinic saw Ofsted in May.", []),
    ("The clinic read the child protection plan in May.", []),
    ("The clinic read Regulation 12 in May.", []),
    ("The clinic taught Maths in May.", []),
    ("The clinic saw the manager in May.", []),
    ("The clinic saw that mother was ill.", []),
    ("Clinics opened in May.", []),
]


@pytest.fixture(scope="module")
def whom() -> tuple[Whom, ActorLexicon]:
    actors = ClauseReader.from_lexicons(load_lexicons()).actors
    return Whom.from_actors(actors), actors


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_who_was_seen_is_one_word(
    sentence: str, expected: list[str], whom: tuple[Whom, ActorLexicon]
) -> None:
    finder, actors = whom
    doc = load_pipeline()(sentence)
    row = finder.row(doc, actors)
    found = [unit for place, unit in enumerate(row.units) if row.where(THEM) >> place & 1]
    assert [doc[unit[0].i : unit[-1].i + 1].text for unit in found] == expected
    tokens = [token for unit in row.units for token in unit]
    assert all(one.i < other.i for one, other in pairwise(tokens))


@pytest.mark.parametrize("them", ["him", "the two older boys", "Mr and Mrs K"])
def test_before_the_parse_any_words_may_be_a_person(them: str) -> None:
    pattern = PatternParser({}, {}).pattern("=turned {them} away")
    (row,) = Compounds(()).rows(load_pipeline().make_doc(f"They turned {them} away."), tagged=False)
    assert row.holds(pattern)
