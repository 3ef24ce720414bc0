"""What to do next about a question of the Quality Marker: the advice of its rules, and where."""

from __future__ import annotations

from dataclasses import dataclass

from scr_lint.finding import Answer, DocumentReport, Finding, Verdict
from scr_lint.sought import ANSWERED_BY


@dataclass(frozen=True, slots=True)
class Step:
    """One rule's advice and its findings in the draft; there is at least one."""

    advice: str
    findings: tuple[Finding, ...]


def next_steps(answer: Answer, report: DocumentReport) -> tuple[Step, ...]:
    """A step for each rule that found something, what an earlier run knew included.

    () where the question is met, or where the settings leave those rules out.
    """
    if answer.verdict is Verdict.MET:
        return ()
    stand = (*report.findings, *(report.earlier.still if report.earlier else ()))
    by_rule = {
        rule: tuple(f for f in stand if f.rule == rule) for rule in ANSWERED_BY[answer.question]
    }
    return tuple(Step(found[0].instead, found) for found in by_rule.values() if found)
