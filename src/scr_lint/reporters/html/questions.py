"""The Quality Marker's three questions: verdict, evidence with links, what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scr_lint.finding import Answer, DocumentReport, Passage, Verdict
from scr_lint.model import Span
from scr_lint.reporters.clean import one_line, shortened
from scr_lint.reporters.evidence import Row, evidence_rows
from scr_lint.reporters.html.pieces import Mark
from scr_lint.reporters.html.view import Found, Note, Question, Quote, Ref
from scr_lint.reporters.next_steps import next_steps
from scr_lint.reporters.plain_words import MISSING, QUESTIONS, VERDICTS, sought_words
from scr_lint.sought import ANSWERED_BY

_AT_ONCE = 2
_LONGEST = 200
_READ = (
    "The tool found what it looks for. Read the words it found, and judge whether they are "
    "true of this review."
)


@dataclass(frozen=True, slots=True)
class Place:
    """Evidence for one question at one place: however many kinds it shows, it is marked once."""

    question: int
    block: int
    start: int
    end: int


Places = Mapping[Place, str]


def places_of(answers: Sequence[Answer], prefix: str) -> dict[Place, str]:
    """The id of every place that a question's evidence stands at, in the answers' order."""
    ids: dict[Place, str] = {}
    for answer in answers:
        for passages in answer.found.values():
            for passage in passages:
                if place := _place(answer.question, passage):
                    ids.setdefault(place, f"{prefix}-e{len(ids) + 1}")
    return ids


def _place(question: int, passage: Passage) -> Place | None:
    where = passage.location
    if where.block is None or where.start is None or where.end is None:
        return None
    return Place(question, where.block, where.start, where.end)


def evidence_marks(places: Places, prefix: str) -> Iterator[tuple[int, Mark]]:
    """The index of a block, and a mark in it, for every place with evidence."""
    for place, id_ in places.items():
        number = place.question
        label = f"Q{number}: evidence for question {number}"
        ref = Ref(id_, f"{prefix}-q{number}", f"Q{number}", label, "evidence")
        yield place.block, Mark(Span(place.start, place.end), ref)


def questions_of(
    report: DocumentReport, notes: Sequence[Note], places: Places, prefix: str
) -> tuple[Question, ...]:
    """Every answer in words; `places` is empty where the draft's words are not on the page."""
    return tuple(
        _question(answer, _advice(answer, report), notes, places, prefix)
        for answer in report.answers
    )


def _advice(answer: Answer, report: DocumentReport) -> tuple[str, ...]:
    if answer.verdict is Verdict.MET:
        return (_READ,)
    return tuple(step.advice for step in next_steps(answer, report))


def _question(
    answer: Answer, advice: tuple[str, ...], notes: Sequence[Note], places: Places, prefix: str
) -> Question:
    words = VERDICTS[answer.verdict]
    return Question(
        id=f"{prefix}-q{answer.question}",
        number=answer.question,
        words=QUESTIONS.get(answer.question, answer.name),
        verdict=str(answer.verdict),
        verdict_words=words.capitalize(),
        missing_label=MISSING[answer.question],
        missing=tuple(sought_words(key) for key in answer.missing),
        next_steps=advice,
        found=tuple(_found(answer.question, row, places) for row in evidence_rows(answer)),
        notes=tuple(note for note in notes if note.code in ANSWERED_BY[answer.question]),
    )


def _found(question: int, row: Row, places: Places) -> Found:
    quotes = tuple(_quote(question, passage, places) for passage in row.passages)
    return Found(row.shows, quotes[:_AT_ONCE], quotes[_AT_ONCE:])


def _quote(question: int, passage: Passage, places: Places) -> Quote:
    place = _place(question, passage)
    return Quote(
        text=shortened(one_line(passage.text), _LONGEST),
        place=passage.location.in_words(),
        target=places.get(place, "") if place else "",
    )
