"""What a note beside the draft says; the Word and the PDF reporter share it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scr_lint.finding import WHOLE_DRAFT, Answer, Confidence, DocumentReport, Finding
from scr_lint.model import BlockKind
from scr_lint.reporters.clean import one_line, shortened
from scr_lint.reporters.left_out import left_out, nothing_flagged
from scr_lint.reporters.plain_words import QUESTIONS, VERDICTS, sought_words

AUTHOR = "scr-lint"
INITIALS = "SL"
WHOLE = f"{WHOLE_DRAFT.capitalize()}, by {AUTHOR}"
_LONGEST_QUOTE = 600


class Line(NamedTuple):
    """One paragraph of a note; `strong` for headings."""

    text: str
    strong: bool = False


def note_lines(finding: Finding, *, quoted: str = "") -> tuple[Line, ...]:
    """What the note on one finding says.

    `quoted` are the flagged words, for a note that cannot stand on them.
    """
    return tuple(_cleaned(_finding_lines(finding, quoted)))


def overview_lines(report: DocumentReport) -> tuple[Line, ...]:
    """The answers to the marker's questions and the findings on the whole draft.

    () where there is nothing to say of the whole and something of its parts.
    """
    whole = [f for f in report.findings if report.block_of(f) is None]
    if report.findings and not whole and not report.answers:
        return ()
    lines = [Line(WHOLE, strong=True)]
    for answer in report.answers:
        lines += _answer_lines(answer)
    for finding in whole:
        lines += _finding_lines(finding)
    if not report.findings:
        lines.append(Line(nothing_flagged(report)))
    lines += [Line(sentence) for sentence in left_out(report)]
    return tuple(_cleaned(lines))


def _finding_lines(finding: Finding, quoted: str = "") -> Iterator[Line]:
    sure = finding.confidence is Confidence.HIGH
    doubt = "" if sure else f" · {finding.confidence} confidence"
    yield Line(f"{finding.rule} {finding.name} · {finding.severity}{doubt}", strong=True)
    if quoted:
        place = _room(finding)
        yield Line(f"On words in {place}: “{shortened(one_line(quoted), _LONGEST_QUOTE)}”")
    yield Line(finding.message)
    if finding.instead:
        yield Line(f"Instead: {finding.instead}")
    if finding.why:
        yield Line(f"Why (Quality Marker): “{finding.why}”")
    yield Line(f"fingerprint {finding.fingerprint}")


def _room(finding: Finding) -> str:
    kind, number = finding.location.kind, finding.location.paragraph
    if kind in (BlockKind.FOOTNOTE, BlockKind.ENDNOTE) and number:
        return f"{kind} {number}"
    return "the text box here" if kind == BlockKind.TEXT_BOX else "what stands here"


def _answer_lines(answer: Answer) -> Iterator[Line]:
    question = QUESTIONS.get(answer.question, answer.name)
    yield Line(f"{answer.question}. {question} {VERDICTS[answer.verdict]}", strong=True)
    found = [f"{sought_words(key)} ({_places(answer, key)})" for key in answer.found]
    if found:
        yield Line(f"Found: {'; '.join(found)}")
    if answer.missing:
        yield Line(f"Missing: {'; '.join(map(sought_words, answer.missing))}")


def _places(answer: Answer, key: str) -> str:
    """Where the first evidence stands, and how much more there is."""
    passages = answer.found[key]
    if not passages:
        return "said nowhere in particular"
    first = passages[0].location.label() or "the draft"
    return f"{first} and {len(passages) - 1} more" if len(passages) > 1 else first


def _cleaned(lines: Iterator[Line] | list[Line]) -> Iterator[Line]:
    for line in lines:
        yield Line(one_line(line.text), line.strong)
