"""Reports that the sample lacks: a hostile draft, an awkward draft, a long draft."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scr_lint.finding import (
    Answer,
    Confidence,
    Coverage,
    DocumentReport,
    Finding,
    Location,
    Passage,
    Report,
    Severity,
    Verdict,
)
from scr_lint.model import Block, BlockKind, Cell, Document, Span

HOSTILE = (
    "</mark></script><script>document.title='taken'</script>\"'><img src=x onerror=alert(1)> "
    '<a href="javascript:alert(1)">x</a> {{ 7*7 }} {% raw %} &lt;b&gt; \x1b[31m\x00\x07 '
    "\u202egninraw\u202c \u2066 javascript:alert(1) </style><!-- ]]> "
)


def block(index: int, kind: BlockKind, text: str, **fields: object) -> Block:
    """A block with plain values wherever `fields` gives none."""
    return Block(index, kind, text, **fields)  # type: ignore[arg-type]


def location(block: Block, span: Span) -> Location:
    """Where `span` of `block` stands."""
    return Location(
        page=block.page,
        paragraph=block.number or None,
        section=block.section,
        block=block.index,
        kind=str(block.kind),
        cell=block.cell,
        start=span.start,
        end=span.end,
    )


def finding(block: Block | None, span: Span, **fields: object) -> Finding:
    """A finding on `span` of `block`."""
    given = {
        "rule": "BL002",
        "name": "failure",
        "severity": Severity.WARNING,
        "confidence": Confidence.HIGH,
        "fingerprint": "0123456789ab",
        "message": "An owner of a failure.",
        "text": span.of(block.text) if block else "",
        "sentence": block.text if block else "",
        "instead": "Say what happened.",
        "entry": "failed-to",
        "why": "Errors are inevitable.",
        "actor": None,
        "location": location(block, span) if block else Location(),
        **fields,
    }
    return Finding(**given)  # type: ignore[arg-type]


def report(
    blocks: list[Block], findings: list[Finding], answers: tuple[Answer, ...] = ()
) -> Report:
    """A report on one draft."""
    document = Document("C:\\drafts\\Child Q.docx", "docx", tuple(blocks), Coverage(("body",)))
    return Report((DocumentReport(document, "scr", tuple(findings), (), answers),))


@pytest.fixture
def hostile_report() -> Report:
    """A draft that puts markup, quotes and control characters wherever a draft can put text."""
    kinds = list(BlockKind)
    blocks = [
        block(
            index,
            kind,
            HOSTILE,
            number='1"><b>',
            section=(HOSTILE,),
            level=9 if kind is BlockKind.HEADING else 0,
            cell=Cell(10**9, 10**9, 10**9) if kind is BlockKind.TABLE_CELL else None,
        )
        for index, kind in enumerate(kinds)
    ]
    said = {"message": HOSTILE, "instead": HOSTILE, "why": HOSTILE, "entry": HOSTILE}
    findings = [finding(b, Span(3, 60), name=HOSTILE, **said) for b in blocks]
    passage = Passage("x", HOSTILE, HOSTILE, location(blocks[0], Span(0, 20)))
    answer = Answer(3, HOSTILE, Verdict.PARTLY, {HOSTILE: (passage,) * 4}, (HOSTILE,))
    return report(blocks, findings, (answer,))


@pytest.fixture
def awkward_report() -> Report:
    """Skipped heading levels, overlapping and empty findings, a typed number, a gap in a table."""
    text = "4.12 The midwife failed to record and neglected to ask."
    blocks = [
        block(0, BlockKind.HEADING, "Deep at once", level=4),
        block(1, BlockKind.HEADING, "Outermost", level=1),
        block(2, BlockKind.PARAGRAPH, text, number="4.12", prose_start=5, page=3),
        block(3, BlockKind.TABLE_CELL, "left", cell=Cell(1, 1, 1)),
        block(4, BlockKind.TABLE_CELL, "left again", cell=Cell(1, 1, 1)),
        block(5, BlockKind.TABLE_CELL, "right", cell=Cell(1, 1, 4)),
        block(6, BlockKind.FOOTNOTE, " A note.", number="1"),
        block(7, BlockKind.TABLE_CELL, "below", cell=Cell(1, 2, 1)),
        block(8, BlockKind.LIST_ITEM, "first", level=1, number="(a)"),
        block(9, BlockKind.LIST_ITEM, "second", level=2, number="(i)"),
        block(10, BlockKind.PARAGRAPH, "Quoted words.", quoted=True),
        block(11, BlockKind.PARAGRAPH, ""),
    ]
    paragraph = blocks[2]
    findings = [
        finding(None, Span(0, 0), rule="LP001", name="purpose-missing"),
        finding(paragraph, Span(5, 33), severity=Severity.NOTE),
        finding(paragraph, Span(17, 54), severity=Severity.ERROR),
        finding(paragraph, Span(17, 33)),
        finding(blocks[11], Span(0, 0), name="empty"),
    ]
    return report(blocks, findings)


@pytest.fixture
def long_report() -> Callable[[int, int], Report]:
    """A function of words and findings that makes a draft of that size."""

    def make(words: int, findings: int) -> Report:
        size = 40
        text = " ".join(["twelve-letter"] * size)
        blocks = [
            block(i, BlockKind.PARAGRAPH, text, number=f"4.{i}") for i in range(words // size)
        ]
        flagged = [finding(blocks[i % len(blocks)], Span(14, 40)) for i in range(findings)]
        return report(blocks, flagged)

    return make
