"""The Quality Marker's three questions on a terminal: verdict, evidence, what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from scr_lint.finding import Answer, Passage, Verdict
from scr_lint.reporters.clean import one_line, shortened
from scr_lint.reporters.plain_words import MISSING, QUESTIONS, VERDICTS, sought_words
from scr_lint.reporters.screen import Screen, styled

_LOOKS = {Verdict.MET: "bold green", Verdict.PARTLY: "bold yellow", Verdict.NOT_MET: "bold red"}
_INDENT = "   "
_ROW = f"{_INDENT}  - "
_EVIDENCE = 2
_LONGEST = 120


def put_answers(screen: Screen, answers: Sequence[Answer]) -> None:
    """Write each question in words with its answer; nothing where there are no answers."""
    if not answers:
        return
    screen.heading("The three questions of the Quality Marker", rule="═")
    screen.blank()
    for answer in answers:
        _put_answer(screen, answer)
        screen.blank()


def _put_answer(screen: Screen, answer: Answer) -> None:
    question = QUESTIONS.get(answer.question, answer.name)
    screen.put(styled(question, "bold"), first=f"{answer.question}  ")
    screen.put(styled(VERDICTS[answer.verdict], _LOOKS[answer.verdict]), first=_INDENT)
    if answer.missing:
        screen.put(styled(f"{MISSING[answer.question]}:"), first=_INDENT)
        for key in answer.missing:
            screen.put(styled(sought_words(key), "bold"), first=_ROW)
    if answer.found:
        screen.put(styled("Found in the draft:"), first=_INDENT)
        for key, passages in answer.found.items():
            screen.put(_evidence(key, passages), first=_ROW)


def _evidence(key: str, passages: Sequence[Passage]) -> Text:
    more = len(passages) - _EVIDENCE
    quotes = "; ".join(_quote(passage) for passage in passages[:_EVIDENCE])
    said = f"{sought_words(key)}: {quotes}" if quotes else sought_words(key)
    return styled(f"{said}; and {more} more" if more > 0 else said)


def _quote(passage: Passage) -> str:
    place = passage.location.label()
    if not passage.text:
        return place
    return f"“{shortened(one_line(passage.text), _LONGEST)}” ({place})"
