"""What a sign-off sheet says, as tables; the Markdown and the Word sheet share it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scr_lint.finding import Acceptance, Answer, DocumentReport, Finding
from scr_lint.reporters.clean import one_line, shortened
from scr_lint.reporters.left_out import known_before, left_out, nothing_flagged
from scr_lint.reporters.plain_words import (
    QUESTIONS,
    VERDICTS,
    facts,
    sought_words,
)
from scr_lint.reporters.style import Style

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; `none` is what stands in its place where it has no rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    none: str = ""


SIGNATURES = Table(
    "Signatures",
    ("Role", "Name", "Signature", "Date"),
    (("Lead reviewer",), ("Chair of the review",), ("Chair of the board",)),
)


def summary(report: DocumentReport, style: Style) -> str:
    """The draft in one line: its size, what checked it, and what is not listed below."""
    tool = f"scr-lint {style.tool}".strip()
    checked = f"{', '.join(facts(report))}; checked by {tool}. The tool advises; people decide."
    return " ".join((checked, *left_out(report)))


def tables(report: DocumentReport, style: Style) -> Iterator[Table]:
    """The verdicts, the open findings, the accepted ones."""
    yield Table(
        "The three questions of the Quality Marker",
        ("Question", "Verdict", "Missing from the draft"),
        tuple(_answer(answer) for answer in report.answers),
        "No questions were asked.",
    )
    yield Table(
        _open(report),
        ("Where", "Rule", "Weight", "What", "Fingerprint"),
        tuple(_finding(finding) for finding in report.findings),
        nothing_flagged(report),
    )
    yield Table(
        f"Accepted findings: {len(report.accepted):,}",
        ("Rule", "Why it may stand", "Accepted by", "When", "Fingerprint"),
        tuple(_accepted(acceptance, style) for acceptance in report.accepted),
        "None.",
    )


def _open(report: DocumentReport) -> str:
    """How many findings are open, those not listed included as far as they are known."""
    new, known = len(report.findings), known_before(report)
    name = "Open findings of the rules chosen" if report.narrowing else "Open findings"
    told = f" ({new:,} new, listed here; {known:,} known before, not listed)" if known else ""
    return f"{name}: {new + known:,}{told}"


def _answer(answer: Answer) -> tuple[str, ...]:
    question = QUESTIONS.get(answer.question, answer.name)
    missing = ", ".join(sought_words(key) for key in answer.missing)
    return f"{answer.question}. {question}", VERDICTS[answer.verdict], missing or "nothing"


def _finding(finding: Finding) -> tuple[str, ...]:
    said = shortened(one_line(finding.message), _LONGEST)
    where = finding.location.in_words()
    rule = f"{finding.rule} {finding.name}"
    return where, rule, str(finding.severity), said, finding.fingerprint


def _accepted(acceptance: Acceptance, style: Style) -> tuple[str, ...]:
    header = style.headers.get(acceptance.rule)
    rule = f"{acceptance.rule} {header.name}" if header else acceptance.rule
    # Whoever wrote the draft wrote the comments in it.
    by = "the draft's author, in the draft" if acceptance.in_the_draft else acceptance.by
    return rule, acceptance.reason, by, acceptance.date, acceptance.fingerprint
