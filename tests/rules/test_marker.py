"""The three verdicts, and the opening, over short drafts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scr_lint import marker
from scr_lint.finding import Answer, Location, Passage
from scr_lint.model import Document
from scr_lint.opening import opening_of
from scr_lint.rules.evidence import FoundPassage
from scr_lint.rules.passages import absent, hearers
from scr_lint.sought import Circumstance, Party

Read = Callable[[str], Document]
FindAll = Callable[[Document], tuple[FoundPassage, ...]]

_PURPOSE = "The purpose of this review is to learn from Ari's life and to improve services."
_TOLD = "It was explained to Board members, chief officers, practitioners and the review panel."
_FILLER = "\n\n".join(["The records of that month say little about the family at all."] * 120)


def _answers(document: Document, found: tuple[FoundPassage, ...]) -> tuple[Answer, ...]:
    placed = [
        Passage(p.label, p.kind, "", Location(block=p.block, start=p.span.start, end=p.span.end))
        for p in found
    ]
    return marker.answers(document, placed)


@pytest.mark.parametrize(
    ("intro", "verdicts"),
    [
        (_PURPOSE, "not-met met not-met"),
        (f"{_PURPOSE} {_TOLD}", "met met not-met"),
        ("The review does not apportion blame.", "not-met not-met not-met"),
        ("It is hoped that lessons may be learned.", "not-met partly not-met"),
        ("The purpose of this review is to identify lessons.", "not-met partly not-met"),
        (f"{_PURPOSE} Its other aim is to hold agencies to account.", "not-met partly not-met"),
        ("The purpose of this review is to find out who was to blame.", "not-met not-met not-met"),
        ("There were no criminal, civil or disciplinary proceedings.", "not-met not-met met"),
        ("An inquest was opened and adjourned.", "not-met not-met not-met"),
    ],
)
def test_verdicts(intro: str, verdicts: str, read_text: Read, find_all: FindAll) -> None:
    document = read_text(f"# Serious Case Review\n\n## Introduction\n\n{intro}\n")
    given = _answers(document, find_all(document))
    assert " ".join(answer.verdict for answer in given) == verdicts


def test_a_late_purpose_is_partly_met(read_text: Read, find_all: FindAll) -> None:
    document = read_text(f"# Serious Case Review\n\n{_FILLER}\n\n## Purpose\n\n{_PURPOSE}\n")
    strength = _answers(document, find_all(document))[1]
    assert strength.verdict == "partly"
    assert strength.missing == ("opening",)


def test_what_is_acknowledged_in_one_section_and_dismissed_in_another_is_partly_met(
    read_text: Read, find_all: FindAll
) -> None:
    owned = "An inquest was held. It delayed our interviews, and staff were wary of speaking."
    waved = "An inquest was held. It had no effect on the review."
    sections = f"## Parallel proceedings\n\n{owned}\n\n## Other proceedings\n\n{waved}\n"
    document = read_text(f"# Serious Case Review\n\n{sections}")
    tensions = _answers(document, find_all(document))[2]
    assert tensions.verdict == "partly"
    assert set(tensions.found) == {"inquest"}
    assert tensions.missing == ("inquest",)


def test_what_is_only_dismissed_is_not_met_whatever_else_is_ruled_out(
    read_text: Read, find_all: FindAll
) -> None:
    waved = "A disciplinary process is under way. That is a separate matter."
    ruled_out = "There were no other criminal, civil or media matters of any kind."
    document = read_text(f"# Serious Case Review\n\n## Other proceedings\n\n{waved} {ruled_out}\n")
    assert _answers(document, find_all(document))[2].verdict == "not-met"


def test_the_rules_look_for_what_the_marker_asks_after() -> None:
    assert tuple(Party) == hearers.PARTIES
    assert tuple(Circumstance) == absent.KINDS


def test_what_is_missing_is_named_by_the_keys_of_what_is_found(
    read_text: Read, find_all: FindAll
) -> None:
    document = read_text("# Review\n\nThe purpose of the review was explained to chief officers.\n")
    assert _answers(document, find_all(document))[0].missing == (
        "board",
        "practitioners",
        "reviewers",
    )


def test_the_opening_leaves_out_title_contents_and_glossary(read_text: Read) -> None:
    text = f"# Review\n\nSome Board\n\n## Contents\n\n{_FILLER}\n\n## Introduction\n\n{_FILLER}\n"
    document = read_text(text)
    introduction = next(b.index for b in document.blocks if b.text == "Introduction")
    assert opening_of(document).holds(introduction + 2, 0)
    assert not opening_of(document).holds(len(document.blocks) - 1, 0)
