"""One report with every kind of finding, shared by the tests of all reporters."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from scr_lint.finding import (
    Acceptance,
    Actor,
    ActorKind,
    Answer,
    Confidence,
    DocumentReport,
    Failure,
    Finding,
    Location,
    Passage,
    Report,
    Severity,
    Verdict,
)
from scr_lint.lexicon.entry import Explanation, RuleHeader
from scr_lint.model import (
    Block,
    BlockKind,
    Cell,
    Coverage,
    Document,
    Segment,
    Span,
    TextPlace,
)
from scr_lint.placing import place
from scr_lint.reporters import Style

HOSTILE = (
    "\x1b[31mThe panel\x1b[0m [red]ignored[/red] <script>alert(1)</script>  the "
    "\u202egninraw\u202c of the 👩‍⚕️ and\nwent on."
)
ERRORS_START = (
    "This framework accepts that errors are inevitable and, where they are identified, they become "
    "the starting point of an investigation."
)
CLARITY = "The LSCB is clear and transparent, from the outset, that the purpose is learning."
HEADINGS = ("4 Analysis", "4.2 Health visiting")


def header(code: str, name: str, why: str, heaviest: Severity = Severity.WARNING) -> RuleHeader:
    """A rule's header as the lexicons would give it."""
    return RuleHeader(
        code=code,
        name=name,
        level="document" if code.startswith("LP") else "sentence",
        severity={ActorKind.INDIVIDUAL: heaviest, ActorKind.UNKNOWN: Severity.NOTE},
        summary=f"Summary of {name}.",
        message="{words} says {actor} is at fault.",
        instead=f"Advice on {name}.",
        why=why,
        explanation=Explanation(flags=(), silent=(), reason=f"Reason for {name}.", rewrite=()),
    )


HEADERS: Mapping[str, RuleHeader] = {
    rule.code: rule
    for rule in (
        header("BL001", "fault", ERRORS_START, Severity.ERROR),
        header("BL002", "failure", ERRORS_START, Severity.ERROR),
        header("BL012", "obscured-agency", ERRORS_START),
        header("LP002", "purpose-late", CLARITY),
    )
}


class Draft:
    """Collects the blocks of an invented draft and the findings in them."""

    def __init__(self, name: str, form: str) -> None:
        self.name, self.form = name, form
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []

    def add(self, text: str, kind: BlockKind = BlockKind.PARAGRAPH, **fields: object) -> Block:
        """Append a block; a text draft's blocks each stand on a line of their own."""
        line = TextPlace(len(self.blocks) * 2 + 1, 1)
        segments = (Segment(Span(0, len(text)), line),) if self.form == "text" else ()
        block = Block(len(self.blocks), kind, text, segments, **fields)  # type: ignore[arg-type]
        self.blocks.append(block)
        return block

    def flag(self, block: Block, words: str, rule: str, **fields: object) -> None:
        """Append a finding on `words` in `block`, whose whole text is the sentence."""
        start = block.text.index(words)
        location = self.location(block, Span(start, start + len(words)))
        self.findings.append(
            finding(
                rule,
                text=words,
                sentence=block.text,
                sentence_span=Span(0, len(block.text)),
                location=location,
                fingerprint=sha256(f"{rule} {words} {block.text}".encode()).hexdigest()[:16],
                **fields,
            )
        )

    def location(self, block: Block, span: Span) -> Location:
        """Where `span` of `block` stands."""
        return place(block, span, self.blocks)

    def report(self, **fields: object) -> DocumentReport:
        """What a run would say of the draft."""
        coverage = fields.pop("coverage", Coverage(read=("all text",)))
        pages = fields.pop("pages", None)
        document = Document(self.name, self.form, tuple(self.blocks), coverage, pages)  # type: ignore[arg-type]
        given = {"passages": (), "answers": (), **fields}
        return DocumentReport(document, "scr", tuple(self.findings), **given)  # type: ignore[arg-type]


def finding(rule: str, **fields: object) -> Finding:
    """A finding with plain values wherever `fields` gives none."""
    head = HEADERS[rule]
    given = {
        "severity": Severity.WARNING,
        "confidence": Confidence.HIGH,
        "fingerprint": f"{rule.lower()}0123456789abcdef",
        "message": f"The draft is at fault under {head.name}.",
        "text": "",
        "sentence": "",
        "instead": "Say what happened, and what made it likely.",
        "entry": "",
        "actor": None,
        "location": Location(),
        **fields,
    }
    return Finding(rule=rule, name=head.name, why=head.why, **given)  # type: ignore[arg-type]


def word_draft() -> DocumentReport:
    """A Word draft: numbered paragraph, table cell, footnote, whole draft, an accepted finding."""
    draft = Draft("drafts/Child Q.docx", "docx")
    draft.findings.append(
        finding(
            "LP002",
            message="The first statement of purpose stands in paragraph 3.1, after the opening.",
            instead="Move it to the first page.",
        )
    )
    purpose = draft.add("The purpose of this review is learning.", number="3.1", page=14)
    told = draft.add("Every member of the Board was told of this purpose.", number="3.2", page=14)
    visit = draft.add(
        "The midwife failed to record the visit, and the health visitor failed to ask why the "
        "child had not been seen.",
        number="4.12",
        section=HEADINGS,
        page=23,
        page_approximate=True,
    )
    midwife = Actor("The midwife", ActorKind.INDIVIDUAL)
    visitor = Actor("the health visitor", ActorKind.INDIVIDUAL)
    said = "“failed to {}” makes {} the owner of a failure."
    draft.flag(
        visit,
        "failed to record",
        "BL002",
        severity=Severity.ERROR,
        actor=midwife,
        entry="failed-to",
        message=said.format("record", "the midwife"),
    )
    draft.flag(
        visit,
        "failed to ask",
        "BL002",
        severity=Severity.ERROR,
        actor=visitor,
        entry="failed-to",
        message=said.format("ask", "the health visitor"),
    )
    cell = draft.add(
        "Mistakes were made.", BlockKind.TABLE_CELL, section=("5 Table",), cell=Cell(1, 2, 3)
    )
    draft.flag(
        cell,
        "Mistakes were made",
        "BL012",
        severity=Severity.NOTE,
        confidence=Confidence.MEDIUM,
        actor=Actor("", ActorKind.UNKNOWN),
        message="“Mistakes were made” hides who decided what.",
    )
    note = draft.add(
        "The trust was to blame.", BlockKind.FOOTNOTE, number="3", section=HEADINGS[:1]
    )
    draft.flag(
        note,
        "to blame",
        "BL001",
        actor=Actor("The trust", ActorKind.AGENCY),
        message="“to blame” ascribes blame to the trust.",
    )
    passages = (
        Passage("purpose-learning", "", purpose.text, draft.location(purpose, Span(0, 39))),
        Passage("communicated-board", "board", told.text, draft.location(told, Span(0, 51))),
    )
    more = tuple(
        Passage("communicated-board", "board", block.text, draft.location(block, Span(0, 3)))
        for block in (cell, note)
    )
    return draft.report(
        pages=46,
        coverage=Coverage(("body", "1 table", "1 footnote"), ("2 pictures",)),
        passages=passages,
        answers=(
            Answer(
                1,
                "communication",
                Verdict.PARTLY,
                {"board": (passages[1], *more)},
                ("leaders", "practitioners", "reviewers"),
            ),
            Answer(2, "strength", Verdict.PARTLY, {"learning": (passages[0],)}, ("opening",)),
            Answer(3, "tensions", Verdict.NOT_MET, {}, ("criminal",)),
        ),
        accepted=(
            Acceptance("bl001fedcba9876", "BL001", "Quotes the judge.", "R. Officer", "2026-11-02"),
        ),
    )


def pdf_draft() -> DocumentReport:
    """A PDF draft with hostile text and no paragraph numbers."""
    draft = Draft("out/=report, final:2.pdf", "pdf")
    block = draft.add(HOSTILE, page=7, section=("[bold]Analysis\x1b[2J",))
    draft.flag(block, "[red]ignored[/red]", "BL001", message=f"Blame: {HOSTILE} {{0}} [a](b) 100%")
    unplaced = draft.add("Nobody was at fault, -1.", BlockKind.PARAGRAPH)
    draft.flag(unplaced, "at fault", "BL001", confidence=Confidence.LOW, message="=1+1")
    return draft.report(pages=9)


def text_draft() -> DocumentReport:
    """A plain text draft: lines and columns."""
    draft = Draft("chapter.txt", "text")
    draft.add("Chapter one", BlockKind.HEADING, level=1)
    block = draft.add("Then 👩‍⚕️  was to blame.", section=("Chapter one",))
    draft.flag(block, "to blame", "BL001", severity=Severity.ERROR)
    return draft.report()


def silent_draft() -> DocumentReport:
    """A draft with no finding, where the purpose was told to all."""
    draft = Draft("silent.md", "markdown")
    draft.add("All is told.")
    return draft.report(answers=(Answer(1, "communication", Verdict.MET, {}, ()),))


@pytest.fixture
def sample_report() -> Report:
    """Four drafts with every kind of finding, and a path that could not be read."""
    drafts = (word_draft(), pdf_draft(), text_draft(), silent_draft())
    return Report(
        drafts, (Failure("scan.pdf", "scan.pdf: has no text layer; run OCR, then retry"),)
    )


@pytest.fixture
def word_report() -> Report:
    """The Word draft alone."""
    return Report((word_draft(),))


@pytest.fixture
def style() -> Style:
    """Plain output at width 80 by version 1.0.0."""
    return Style(width=80, tool="1.0.0", headers=HEADERS)


@pytest.fixture
def matches_snapshot() -> Callable[[str, str], None]:
    """Compare a whole output, byte for byte, with the file of that name in snapshots/.

    SCR_LINT_REWRITE_SNAPSHOTS=1 first keeps what the reporter says now as what it should say.
    """

    def compare(name: str, output: str) -> None:
        path = Path(__file__).parent / "snapshots" / name
        if os.environ.get("SCR_LINT_REWRITE_SNAPSHOTS"):
            path.write_bytes(output.encode())
        assert output == path.read_bytes().decode()

    return compare
