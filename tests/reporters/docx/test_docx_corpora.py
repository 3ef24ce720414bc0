"""The invented drafts, annotated in full: every comment on its words, all else as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_lint.finding import DocumentReport, Finding
from scr_lint.model import Block, BlockKind, Span
from scr_lint.placing import place
from scr_lint.readers import read_bytes
from scr_lint.reporters.docx import annotate_docx

from .drafts import DATE, anchored, comments, made, members, part, plain, references

DRAFTS = Path(__file__).parents[3] / "corpora" / "drafts"
NOWHERE = (BlockKind.FOOTNOTE, BlockKind.ENDNOTE, BlockKind.TEXT_BOX)
CHANGED = {
    "word/document.xml",
    "word/comments.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
}


def some_words(block: Block) -> list[Span]:
    """Three overlapping stretches of a block, not along the bounds of words."""
    length = len(block.text)
    spans = (Span(0, length), Span(length // 3, length - 1), Span(length // 4, length // 2))
    return [span for span in spans if len(span)]


def flagged(name: str) -> tuple[bytes, DocumentReport]:
    """A draft with findings in every block."""
    original = (DRAFTS / name).read_bytes()
    document = read_bytes(original, name)
    findings: list[Finding] = []
    for block in document.blocks:
        for span in some_words(block):
            findings.append(made(place(block, span), span.of(block.text), len(findings)))
    return original, DocumentReport(document, "scr", tuple(findings), (), ())


@pytest.mark.parametrize("name", ["faulty.docx", "middling.docx", "good.docx"])
def test_every_block_of_a_draft_can_be_commented_on(name: str) -> None:
    original, report = flagged(name)
    copy = annotate_docx(original, report, date=DATE)
    before = comments(original) if "word/comments.xml" in members(original) else {}
    first = max(map(int, before), default=-1) + 1
    found, said = anchored(copy), comments(copy)
    for number, finding in enumerate(report.findings, start=first):
        if finding.location.kind in NOWHERE:
            assert "On words in" in said[str(number)]
        else:
            assert found[str(number)] == finding.text
    assert len(references(copy)) == len(report.findings) + len(before)
    assert {key: said[key] for key in before} == before
    bodies = [part(package, "word/document.xml") for package in (original, copy)]
    assert plain(bodies[0], below=first - 1) == plain(bodies[1], below=first - 1)
    kept = {n: b for n, b in members(original).items() if n not in CHANGED}
    assert kept == {n: b for n, b in members(copy).items() if n not in CHANGED}
    again = read_bytes(copy, name)
    assert [b.text for b in again.blocks] == [b.text for b in report.document.blocks]
