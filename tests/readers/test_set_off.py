"""What is set like a block quotation is one only between running paragraphs, and never for long."""

from __future__ import annotations

import pytest

from scr_lint.readers.set_off import Setting, set_off

RUNNING = Setting("The panel heard from the family in May, and is grateful to them.", running=True)
LEAD = Setting("Her daughter wrote to the Board:", running=True)
SAID = "Nobody rang us back. The council failed her, and it failed us."
HEADING = Setting("The family")


def said(text=SAID, *, narrow=True, inset=True, apart=True, left=100.0):
    return Setting(text, narrow=narrow, inset=inset, apart=apart, left=left)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ((RUNNING, said(), RUNNING), {1}),
        ((LEAD, said(apart=False), RUNNING), {1}),
        ((LEAD, said(), said("(in her letter)"), RUNNING), {1, 2}),
        ((LEAD, said(narrow=False)), {1}),
        ((LEAD, Setting("Letter of May.", aside=True), said(apart=False)), {2}),
        ((RUNNING, said(apart=False)), set()),
        ((RUNNING, said(narrow=False)), set()),
        ((LEAD, said(narrow=False, apart=False)), set()),
        ((LEAD, said(narrow=False, inset=False)), set()),
        ((HEADING, said()), set()),
        ((said(), said()), set()),
        ((LEAD, said(), said("The nurse failed to ring.", left=130.0)), {1}),
        ((LEAD, said(), said("The nurse failed to ring.", apart=False)), {1}),
    ],
)
def test_what_is_a_quotation(settings, expected):
    assert set_off(settings) == expected


@pytest.mark.parametrize(
    "lead",
    [
        "The panel makes these findings:",
        "The review found that:",
        "It recommends:",
        "The lessons of this case are as follows:",
        "Two questions were asked of every agency:",
    ],
)
@pytest.mark.parametrize("apart", [True, False])
def test_what_the_review_announces_as_its_own_is_none(lead, apart):
    assert set_off((Setting(lead, running=True), said(apart=apart))) == set()


@pytest.mark.parametrize(
    "lead",
    ["Her son told the panel:", "The sister\u2019s words to the review were:", "He wrote:\u201d"],
)
def test_what_others_told_the_review_is_one(lead):
    assert set_off((Setting(lead, running=True), said(apart=False))) == {1}


@pytest.mark.parametrize(
    "text",
    [
        "Finding 3: the council failed to ring her.",
        "Key finding 2 \u2013 The council failed to ring her.",
        "Learning point: the council failed to ring her.",
        "The panel found that the council failed to ring her.",
        "This review has seen that the council failed to ring her.",
        "We found that the council failed to ring her.",
    ],
)
def test_what_is_labelled_or_said_as_the_reviews_own_is_none(text):
    assert set_off((RUNNING, said(text), RUNNING)) == set()


def test_what_goes_on_for_long_is_none():
    assert set_off((RUNNING, *[said()] * 6, RUNNING)) == {1, 2, 3, 4, 5, 6}
    assert set_off((RUNNING, *[said()] * 7, RUNNING)) == set()
    assert set_off((RUNNING, said(SAID * 25), RUNNING)) == set()


def test_a_draft_most_of_which_is_set_like_that_has_none():
    assert set_off((RUNNING, said(SAID)) * 40) == set()
    assert len(set_off((*[RUNNING] * 4, said(SAID)) * 40)) == 40
