"""The Quality Marker's three questions on a terminal: verdict, what to do next, evidence."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from scr_lint.finding import Answer, DocumentReport, Finding, Passage, Verdict
from scr_lint.reporters.clean import one_line, shortened
from scr_lint.reporters.evidence import Row, evidence_rows
from scr_lint.reporters.next_steps import next_steps
from scr_lint.reporters.plain_words import MISSING, QUESTIONS, VERDICTS, sought_words
from scr_lint.reporters.screen import Screen, styled

_LOOKS = {Verdict.MET: "bold green", Verdict.PARTLY: "bold yellow", Verdict.NOT_MET: "bold red"}
_INDENT = "   "
_ROW = f"{_INDENT}  - "
_NEXT = f"{_INDENT}Next: "
_REST = " " * len(_NEXT)
_EVIDENCE = 2
_LONGEST = 120


def put_answers(screen: Screen, report: DocumentReport) -> None:
    """Write each question in words with its answer; nothing where there are no answers."""
    if not report.answers:
        return
    screen.heading("The three questions of the Quality Marker", rule="═")
    screen.blank()
    for answer in report.answers:
        _put_answer(screen, answer)
        _put_next(screen, answer, report)
        _put_found(screen, answer)
        screen.blank()


def _put_answer(screen: Screen, answer: Answer) -> None:
    question = QUESTIONS.get(answer.question, answer.name)
    screen.put(styled(question, "bold"), first=f"{answer.question}  ")
    screen.put(styled(VERDICTS[answer.verdict], _LOOKS[answer.verdict]), first=_INDENT)
    if answer.missing:
        screen.put(styled(f"{MISSING[answer.question]}:"), first=_INDENT)
        for key in answer.missing:
            screen.put(styled(sought_words(key), "bold"), first=_ROW)


def _put_next(screen: Screen, answer: Answer, report: DocumentReport) -> None:
    """What to do, once for each rule, and at which places."""
    for step in next_steps(answer, report):
        screen.put(styled(f"{step.advice} {_places(step.findings)}"), first=_NEXT, rest=_REST)


def _places(findings: Sequence[Finding]) -> str:
    """ "(TA002 at paragraph 1.7, page 5; paragraph 1.8, page 5)"; the rule alone for a whole draft."""
    rule = findings[0].rule
    places = dict.fromkeys(f.location.label() for f in findings if f.location.block is not None)
    return f"({rule} at {'; '.join(places)})" if places else f"({rule})"


def _put_found(screen: Screen, answer: Answer) -> None:
    if answer.found:
        screen.put(styled("Found in the draft:"), first=_INDENT)
        for row in evidence_rows(answer):
            screen.put(_evidence(row), first=_ROW)


def _evidence(row: Row) -> Text:
    more = len(row.passages) - _EVIDENCE
    quotes = "; ".join(_quote(passage) for passage in row.passages[:_EVIDENCE])
    said = f"{row.shows}: {quotes}" if quotes else row.shows
    return styled(f"{said}; and {more} more" if more > 0 else said)


def _quote(passage: Passage) -> str:
    place = passage.location.label()
    if not passage.text:
        return place
    return f"“{shortened(one_line(passage.text), _LONGEST)}” ({place})"
