"""Who is blamed: nobody accuses those who were owed something."""

from __future__ import annotations

import pytest

from scr_lint import lint_text
from scr_lint.finding import Finding
from scr_lint.rules import blame

OWED = [
    "The child should have been on a plan.",
    "The baby should have been everybody's concern.",
    "Adult B should have been able to expect an answer.",
    "Tariq should have been a child in need.",
    "The girl should have been a clear priority for the team.",
    "The baby should have had a cot of its own.",
    "The girl needed to be protected.",
    "His sister ought to have been the first to be told.",
    "Had the nurse scrolled down, Len might be alive today.",
]
ASKED = [
    "Mother should have been more careful.",
    "The parents should have been aware of the risk.",
    "The mother should have been a better parent.",
    "The aunt should have been the one to ring the school.",
    "The father should have had the sense to ring the ward.",
    "The stepfather should have told the nurse.",
]
TITLE = "# Safeguarding Adults Review: Mrs Khan\n\n"


def blames(text: str) -> list[Finding]:
    """The findings of BL001 to BL009 and BL011."""
    return [f for f in lint_text(text).findings if f.rule in (*blame.CODES.values(), "BL011")]


@pytest.mark.parametrize("text", OWED)
def test_what_the_victim_was_owed_is_no_blame_of_the_victim(text: str) -> None:
    assert [(f.rule, f.actor) for f in blames(text)] == [("BL003", None)]


@pytest.mark.parametrize("text", ASKED)
def test_what_is_asked_of_the_family_blames_it(text: str) -> None:
    assert "BL008" in [f.rule for f in blames(text)]


@pytest.mark.parametrize(
    "text",
    [
        TITLE + "Mrs Khan should have been at the centre of the plan.",
        TITLE + "Mrs Khan lived alone. She should have been a priority for the team.",
        "Mr Dale lived alone. He should have been a priority for the team.",
    ],
)
def test_nor_where_the_victim_has_a_name(text: str) -> None:
    assert [(f.rule, f.actor) for f in blames(text)] == [("BL003", None)]


def test_a_professional_called_by_name_is() -> None:
    found = blames("Dr Lomax should have been at the meeting.")
    assert {f.rule for f in found} == {"BL003", "BL011"}


@pytest.mark.parametrize(
    ("text", "owner", "rules"),
    [
        ("It was naive of the social worker to believe him.", "the social worker", {"BL004"}),
        ("It was remiss of the service not to use this source.", "the service", {"BL004"}),
        ("It was wrong of the council to close the case.", "the council", {"BL004"}),
        ("It was foolish of the mother to go back.", "the mother", {"BL008"}),
        ("Amira made a poor choice of partner.", "Amira", {"BL008"}),
    ],
)
def test_the_owner_is_the_one_who_did_it(text: str, owner: str, rules: set[str]) -> None:
    found = blames(text)
    assert {f.rule for f in found} == rules
    assert {f.actor.text for f in found if f.actor is not None} == {owner}


@pytest.mark.parametrize(
    "text",
    [
        "Police inaction cost Amira her life.",
        "The carelessness of the GP cost him his life.",
        "Staff indifference cost her her life.",
    ],
)
def test_what_professionals_did_is_no_blame_of_the_family(text: str) -> None:
    assert "BL008" not in [f.rule for f in blames(text)]


def test_what_the_family_did_is() -> None:
    assert "BL008" in [f.rule for f in blames("The father's silence cost her her life.")]


@pytest.mark.parametrize(
    "text",
    [
        "It is hard to know how any officer could have seen this.",
        "It is hard to see how any officer could have known.",
        "It is hard to see how the death could have been prevented.",
        "Her heart failed on the way to hospital.",
        "The bus failed to stop and she missed her appointment.",
        "Had the officers known of it, they told us, they would have arrested him.",
        "The ward, the nurse told us, had failed to ring.",
        "The family chose not to be interviewed.",
        "She chose not to take part.",
        "The father refused to take part in the review.",
        "It would be easy to say that Len made unwise choices and that services respected them.",
    ],
)
def test_what_blames_nobody(text: str) -> None:
    assert blames(text) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("The ward, who told us, had failed to ring.", {"BL002"}),
        ("The manager chose not to take part in the strategy meeting.", {"BL005"}),
        ("It is not hard to see how this could have been prevented.", {"BL003"}),
        (
            "It is difficult to understand how a nurse of her experience could have been"
            " satisfied with it.",
            {"BL004"},
        ),
    ],
)
def test_what_stands_close_to_it_does(text: str, rules: set[str]) -> None:
    assert {f.rule for f in blames(text)} == rules
