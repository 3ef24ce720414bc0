"""Evidence rows: a sentence that shows several things is quoted once, with all of them."""

from __future__ import annotations

from scr_lint.finding import Answer, Location, Passage, Verdict
from scr_lint.reporters.evidence import Row, evidence_rows


def passage(kind: str, text: str) -> Passage:
    return Passage("purpose-learning", kind, text, Location(page=1))


def answer(**found: tuple[Passage, ...]) -> Answer:
    return Answer(2, "strength", Verdict.MET, found, ())


def test_a_sentence_is_quoted_once_with_all_it_shows() -> None:
    both = passage("learning", "To learn and improve.")
    rows = evidence_rows(
        answer(
            learning=(both, passage("learning", "To learn.")),
            improvement=(passage("improvement", "To learn and improve."),),
        )
    )
    assert [(row.shows, [p.text for p in row.passages]) for row in rows] == [
        ("learning and improvement", ["To learn and improve."]),
        ("learning", ["To learn."]),
    ]


def test_what_is_said_nowhere_in_particular_has_no_passage() -> None:
    assert evidence_rows(answer(disclaimer=())) == (Row("disclaimer", ()),)
