"""What a run says about a draft: hits from rules, findings from the engine, verdicts, reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from scr_lint.counted import ordinal
from scr_lint.model import Block, Cell, Coverage, Document, Ignore, Span


class Severity(StrEnum):
    """How much a finding weighs; ordered note < warning < error."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def weight(self) -> int:
        """0 for a note, 1 for a warning, 2 for an error."""
        return _SEVERITIES.index(self)

    def lowered(self) -> Severity:
        """One step lighter; a note stays a note."""
        return _SEVERITIES[max(0, self.weight - 1)]


_SEVERITIES = tuple(Severity)


class Confidence(StrEnum):
    """How sure the tool is that the rule applies; says nothing of how much it matters."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def weight(self) -> int:
        """0 for low, 1 for medium, 2 for high."""
        return _CONFIDENCES.index(self)


_CONFIDENCES = tuple(Confidence)


class ActorKind(StrEnum):
    """Who a sentence makes the doer."""

    INDIVIDUAL = "individual"
    NAME = "name"
    AGENCY = "agency"
    SYSTEM = "system"
    FAMILY = "family"
    PERPETRATOR = "perpetrator"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is said to have done it: the words of the draft, and what kind of actor they name.

    `text` is "" where the sentence names nobody (an agentless passive).
    """

    text: str
    kind: ActorKind


NOWHERE = Span(0, 0)
WHOLE_DRAFT = "the draft as a whole"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: where, and what fills the message. Only the engine makes findings of hits.

    `block` is the index of the block, None for a hit about the whole draft; `span` and `sentence`
    are offsets into that block's text. `values` fill the rule's message and may hold "instead" to
    replace the rule's own suggestion. `reason` says that the passage gives the reason. `about` names
    what of several a hit is about (a party, a circumstance) and so tells hits of one rule at one
    place apart; it must stay the same while the draft gets better.
    """

    block: int | None = None
    span: Span = NOWHERE
    sentence: Span = NOWHERE
    entry: str = ""
    actor: Actor | None = None
    reason: bool = False
    confidence: Confidence = Confidence.HIGH
    values: Mapping[str, str] = field(default_factory=dict)
    about: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a finding stands, in the terms a reader of the draft would use.

    Every field is None (`section` empty) where the format has no such thing. `start` and `end` are
    code-point offsets into the block's text; line and column count from 1.

    A block with neither number nor line is found from what stands before it: `after` is the number
    of the last numbered paragraph, "" where a heading comes later, None where neither does; `steps`
    counts the paragraphs from there, itself included, 0 where they were not counted.
    """

    page: int | None = None
    page_approximate: bool = False
    paragraph: str | None = None
    section: tuple[str, ...] = ()
    block: int | None = None
    kind: str | None = None
    cell: Cell | None = None
    line: int | None = None
    column: int | None = None
    start: int | None = None
    end: int | None = None
    after: str | None = None
    steps: int = 0

    def label(self) -> str:
        """The place: "paragraph 4.12, page 23"; "" for the draft as a whole."""
        if self.block is None:
            return ""
        return ", ".join(part for part in (self.unit(), self._page()) if part)

    def within_section(self) -> str:
        """The same where the section is told beside it, so that its heading need not be repeated."""
        if self.after == "" and self.block is not None:
            return ", ".join(part for part in (self._numberless(), self._page()) if part)
        return self.label()

    def in_words(self) -> str:
        """The place as `label` gives it; "the draft as a whole" where that is meant."""
        return self.label() or WHOLE_DRAFT

    def unit(self) -> str:
        """The place without its page."""
        if self.cell is not None:
            return f"table {self.cell.table}, row {self.cell.row}, column {self.cell.column}"
        if self.kind in ("footnote", "endnote", "text box", "heading", "caption"):
            return f"{self.kind} {self.paragraph}" if self.paragraph else str(self.kind)
        if self.paragraph:
            return f"paragraph {self.paragraph}"
        if self.line is not None:
            return f"line {self.line}"
        return f"{self._numberless()} {self._bearing()}"

    def _numberless(self) -> str:
        return f"{ordinal(self.steps)} paragraph" if self.steps else "a paragraph"

    def _bearing(self) -> str:
        """Where a paragraph without a number is counted from."""
        if self.after:
            return f"after {self.after}"
        if self.after is None:
            return "of the draft" if self.steps else "without a number"
        # Headings may have been withheld.
        return f"under “{self.section[-1]}”" if self.section else "under its heading"

    def _page(self) -> str:
        if self.page is None:
            return ""
        return f"page {self.page} or near" if self.page_approximate else f"page {self.page}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing said about the draft, complete: all that a reporter needs.

    `about` is that of its hit: with the rule it is all that a finding about the whole draft is known by.
    """

    rule: str
    name: str
    severity: Severity
    confidence: Confidence
    fingerprint: str
    message: str
    text: str
    sentence: str
    instead: str
    entry: str
    why: str
    actor: Actor | None
    location: Location
    sentence_span: Span | None = None
    about: str = ""


def by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings of each severity, heaviest first, zeros included."""
    counts = dict.fromkeys(reversed(_SEVERITIES), 0)
    for finding in findings:
        counts[finding.severity] += 1
    return counts


@dataclass(frozen=True, slots=True)
class Passage:
    """Words found that count towards the marker: purpose, communication or tension.

    `label` is a label of the annotation guide ("purpose-learning"); `kind` narrows it where the
    label has kinds: an element for purposes, a party for communication, a circumstance for tensions.
    """

    label: str
    kind: str
    text: str
    location: Location


class Verdict(StrEnum):
    """The answer to one of the marker's three questions."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict on one question of the Quality Marker, with the evidence for it.

    `found` maps what was looked for (a party, an element, a circumstance, by the keys of
    `scr_lint.sought`) to the passages that show it; beside these stand "hedged", "competing" and
    "disclaimer" for weaker words on the purpose, "ruled out" for a denial of all circumstances.
    `missing` names what was not found, by the keys of `scr_lint.sought`.
    """

    question: int
    name: str
    verdict: Verdict
    found: Mapping[str, tuple[Passage, ...]]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding someone accepted, with the reason they gave.

    `draft` is the file's name of the draft it was accepted in, "" where that is not told.
    """

    fingerprint: str
    rule: str
    reason: str
    by: str = ""
    date: str = ""
    draft: str = ""

    @property
    def in_the_draft(self) -> bool:
        """Whether a comment in the draft accepts it: such a one names nobody and bears no date."""
        return not (self.by or self.date)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier run, or an older draft, said: what a draft is set against.

    `still` are findings of the draft itself that the earlier run had too; `gone` are findings of the
    earlier run, in `path` as it was then, that the draft has no more. `accepted` are fingerprints of
    the draft's accepted findings that the earlier run knew, as findings or as accepted.
    """

    path: str
    still: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    accepted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the settings kept from being reported.

    `kept` and `left` are the codes of the rules looked for and left out; `confidence` is the least
    reported; `in_sections` are codes left out of some sections only.
    """

    kept: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    confidence: Confidence = Confidence.LOW
    in_sections: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is left out at all."""
        return bool(self.left or self.confidence.weight or self.in_sections)


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """Everything a run says about one draft. Findings are in reading order, the draft's own first.

    `unused` are the draft's ignore comments that no finding answers to. A draft that was set against
    an `earlier` run has only the new ones in `findings`. `narrowing` is what the settings left out.
    """

    document: Document
    profile: str
    findings: tuple[Finding, ...]
    passages: tuple[Passage, ...]
    answers: tuple[Answer, ...]
    accepted: tuple[Acceptance, ...] = ()
    unused: tuple[Ignore, ...] = ()
    earlier: Earlier | None = None
    narrowing: Narrowing = field(default_factory=Narrowing)

    @property
    def path(self) -> str:
        """The draft as the caller named it."""
        return self.document.name

    @property
    def coverage(self) -> Coverage:
        """Which parts of the file were read."""
        return self.document.coverage

    def block_of(self, finding: Finding) -> Block | None:
        """The block a finding stands in; None for a finding about the whole draft."""
        index = finding.location.block
        return None if index is None else self.document.blocks[index]


@dataclass(frozen=True, slots=True)
class Failure:
    """A path whose check could not be done, and why, in one line."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run over one or more drafts."""

    documents: tuple[DocumentReport, ...]
    errors: tuple[Failure, ...] = ()

    @property
    def parts(self) -> tuple[DocumentReport | Failure, ...]:
        """The drafts checked, then the paths that could not be."""
        return (*self.documents, *self.errors)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all drafts, in order."""
        return tuple(f for document in self.documents for f in document.findings)
