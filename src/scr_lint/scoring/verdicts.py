"""The answers to the marker's three questions, against those of a key."""

from __future__ import annotations

from collections.abc import Mapping

from scr_lint.finding import DocumentReport, Verdict
from scr_lint.sought import Question

QUESTIONS = tuple(map(str, Question))

# (expected, given) by question.
Verdicts = Mapping[str, tuple[Verdict, Verdict]]


def compare_verdicts(key: Mapping[str, str], report: DocumentReport) -> Verdicts:
    """The key's verdict and the run's on each question."""
    given = {answer.name: answer.verdict for answer in report.answers}
    return {question: (Verdict(key[question]), given[question]) for question in QUESTIONS}
