"""The subject of a finite verb, in the wordings a small parser stumbles over."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Token

from scr_lint.language import tree
from scr_lint.language.pipeline import load_pipeline

SUBJECTS = [
    ("The clerk, and not the doctor, mislaid the form.", "mislaid", "clerk"),
    ("The nurse sent by the bureau lost the chart.", "lost", "nurse"),
    ("The doctor, who was new, who had no keys, forgot the ward.", "forgot", "doctor"),
    ("The officer whom the aunt had rung forgot the call.", "forgot", "officer"),
    ("The letter the school posted arrived late.", "arrived", "letter"),
    ("The letter the school posted arrived late.", "posted", "school"),
    ("The aunt rang and the porter hid the note.", "rang", "aunt"),
    ("The aunt rang and the porter hid the note.", "hid", "porter"),
    ("The Trust must, before the spring, write to the family.", "write", "Trust"),
    ("Why did nobody on the unit visit?", "visit", "nobody"),
    ("Never had the hostel refused a guest.", "refused", "hostel"),
    ("Had the school known of it, the nurse would have come.", "known", "school"),
    ("Had the school known of it, the nurse would have come.", "come", "nurse"),
    ("The panel recommends that the clinic write to each GP.", "recommends", "panel"),
    ("With no deputy the manager wrote the plan alone.", "wrote", "manager"),
    ("By the end of June the warden had read the file.", "read", "warden"),
    ("The pharmacist knew and the doctor guessed.", "guessed", "doctor"),
    ("In its reply the council concedes that two letters were lost.", "concedes", "council"),
]
PASSIVES = [
    ("The visit was missed by the carer.", "missed", True),
    ("At no point was the mother asked about work.", "asked", True),
    ("The midwife missed the visit.", "missed", False),
    ("The midwife should have missed the bus.", "missed", False),
    ("Having overlooked the note, the GP rang.", "overlooked", False),
    ("A form signed by the clerk was found.", "signed", True),
    ("If missed by the first reader, an error stays.", "missed", True),
    ("The aunt felt ignored by the ward.", "ignored", True),
]
# Words that the retagger and the arcs turn round, in any order.
TURNED = (
    "Self - Neglect Ms Nurse Oakes Rudd the Policy and rightly said wait is in my view , "
    "unconscionable that who failed refused nobody did had to : ("
)


def token_of(doc: Doc, word: str) -> Token:
    return next(t for t in doc if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("The plan named no worker and was inadequate.", "inadequate", "named"),
        ("It ran to a page, did not include a date, and was a careless thing.", "thing", "include"),
    ],
)
def test_a_predicate_goes_with_the_verb_and_not_with_its_object(
    text: str, word: str, verb: str
) -> None:
    found = token_of(load_pipeline()(text), word)
    assert (found.dep_, found.head.text) == ("conj", verb)


@pytest.mark.parametrize(("text", "verb", "subject"), SUBJECTS)
def test_the_subject_of_a_verb_is_found(text: str, verb: str, subject: str) -> None:
    found = tree.subject(token_of(load_pipeline()(text), verb))
    assert found is not None
    assert found.text == subject


@pytest.mark.parametrize(("text", "verb", "passive"), PASSIVES)
def test_the_passive_is_told_by_its_auxiliary(text: str, verb: str, *, passive: bool) -> None:
    assert tree.is_passive(token_of(load_pipeline()(text), verb)) is passive


def test_a_right_tree_is_left_as_it_is() -> None:
    nlp = load_pipeline()
    text = "The social worker visited the family in May and wrote a short note."
    with nlp.select_pipes(disable=["scr_lint_repair"]):
        before = [(t.dep_, t.head.i, t.pos_) for t in nlp(text)]
    assert [(t.dep_, t.head.i, t.pos_) for t in nlp(text)] == before


def reaches_the_root(token: Token) -> bool:
    return any(t.head.i == t.i for t in tree.up(token))


@pytest.mark.parametrize(
    "text", ["Self-Neglect and Hoarding: Multi-Agency Policy (2018)", "Than the Locum-Locum"]
)
def test_a_double_barrelled_name_makes_no_circle(text: str) -> None:
    assert all(reaches_the_root(token) for token in load_pipeline()(text))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(TURNED.split()), min_size=3, max_size=14), st.booleans())
def test_no_row_of_words_makes_a_circle(words: list[str], closed: bool) -> None:
    text = " ".join(words).replace(" - ", "-" if closed else " - ")
    assert all(reaches_the_root(token) for token in load_pipeline()(text))


def test_a_remark_on_what_was_not_asked_is_no_question() -> None:
    doc = load_pipeline()("The GP did not ask, which was careless.")
    assert token_of(doc, "careless").dep_ == "advcl:relcl"
