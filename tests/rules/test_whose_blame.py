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
    "The baby should have had a cot of its own.",
    "The girl needed to be protected.",
    "His sister ought to have been the first to be told.",
    "Had the nurse scrolled down, Len might be alive today.",
]
ASKED = [
    "Mother should have been more careful.",
    "The parents should have been aware of the risk.",
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
