"""The report on a draft that changed a little: only changed paragraphs are analysed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scr_lint.engine import Checker, with_fingerprints
from scr_lint.finding import DocumentReport, Finding
from scr_lint.language.memory import Memory
from scr_lint.model import Block, Document, Span
from scr_lint.placing import place


def rechecked(
    checker: Checker, memory: Memory, known: DocumentReport, document: Document
) -> DocumentReport:
    """The last whole report, as `Checker.find` gave it, brought up to date in the blame rules, at once.

    In changed paragraphs BL001 to BL009 are found anew; all else that was said of them is left out,
    and what was said of the draft as a whole stands, until the next whole report.
    """
    changed, moved = _changed(known.document.blocks, document.blocks)
    fresh = checker.recheck(document, changed, memory)
    kept = [
        carried
        for finding in known.findings
        if (carried := _carried(finding, known.document, document, changed, moved)) is not None
    ]
    findings = sorted([*kept, *fresh], key=_place)
    return replace(known, document=document, findings=with_fingerprints(findings))


def _changed(old: Sequence[Block], new: Sequence[Block]) -> tuple[range, int]:
    """The new blocks that are not as they were, and how far those after them have moved."""
    shortest = min(len(old), len(new))
    head = 0
    while head < shortest and _same(old[head], new[head]):
        head += 1
    tail = 0
    while tail < shortest - head and _same(old[-1 - tail], new[-1 - tail]):
        tail += 1
    return range(head, len(new) - tail), len(new) - len(old)


def _same(old: Block, new: Block) -> bool:
    return (old.text, old.kind, old.section, old.quoted) == (
        new.text,
        new.kind,
        new.section,
        new.quoted,
    )


def _carried(
    finding: Finding, old: Document, new: Document, changed: range, moved: int
) -> Finding | None:
    """The finding at its new place; None where its block changed or is gone."""
    where = finding.location
    if where.block is None:
        return finding
    index = where.block if where.block < changed.start else where.block + moved
    if changed.start <= where.block and index < changed.stop:
        return None
    if old.blocks[where.block] == new.blocks[index]:
        return finding
    span = Span(where.start or 0, where.end or 0)
    return replace(finding, location=place(new.blocks[index], span, new.blocks))


def _place(finding: Finding) -> tuple[int, int, str]:
    where = finding.location
    return (-1 if where.block is None else where.block), where.start or 0, finding.rule
