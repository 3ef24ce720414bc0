"""Whose life a report tells of, known by what is said of them."""

from __future__ import annotations

import pytest

from scr_lint.language.people import people_under_review
from scr_lint.lexicon import load_lexicons

LEXICONS = load_lexicons()
TITLES = frozenset(LEXICONS.actors["professional_titles"])


def people(*texts: str) -> frozenset[str]:
    return people_under_review(texts, LEXICONS.words["people"], TITLES)


@pytest.mark.parametrize(
    "name",
    ["Pell", "McDonald", "O'Neill", "O’Neill", "Müller", "Şahin", "Smith-Jones", "Ōe", "D'Souza"],
)
def test_a_name_may_be_written_as_names_are(name: str) -> None:
    assert people(f"Mr {name}'s death was reported.") == {name.lower()}
    assert people(f"{name}’s flat was cold.", f"{name}’s sister rang.") == {name.lower()}


@pytest.mark.parametrize(
    "text",
    [
        "Dr Pell's death was reported.",
        "Midwife Pell's mother and Midwife Pell's father were told.",
        "The GP's death was reported.",
        "Adult A's death was reported.",
        "Pell's sister rang.",
    ],
)
def test_none_is_a_professional_or_a_code_or_named_once(text: str) -> None:
    assert people(text) == frozenset()


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Safeguarding Adults Review: Mrs Khan", {"khan"}),
        ("SAFEGUARDING ADULTS REVIEW – Mr O'Neill", {"o'neill"}),
        ("Serious Case Review in respect of Miss Pell", {"pell"}),
        ("Safeguarding Adults Review: Overton", set()),
        ("Serious Case Review. Chair: Mrs Lowe", set()),
        ("A case review by Mr Lowe", set()),
    ],
)
def test_the_title_names_whom_it_is_about(title: str, names: set[str]) -> None:
    assert people(title) == names


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Khan, his daughter, rang the ward.",
        "His daughter, Mrs Khan, rang the ward.",
        "Mr Pell's eldest daughter Nadia Khan rang the ward.",
        "Mrs Khan, who was Mr Pell's wife, rang the ward.",
    ],
)
def test_a_relative_is_known_by_name(text: str) -> None:
    assert people(text) == {"khan"}


@pytest.mark.parametrize(
    "text",
    [
        "Dr Khan, her husband, was away.",
        "Ms Khan, his social worker, rang.",
        "His mother rang. Khan Street was closed.",
    ],
)
def test_nobody_else_is_taken_for_a_relative(text: str) -> None:
    assert people(text) == frozenset()
