"""What the templates are given: every word chosen, every id and link made, nothing left to decide.

Texts here are as the draft has them: the environment cleans and escapes each where it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scr_lint.finding import Severity


@dataclass(frozen=True, slots=True)
class Ref:
    """The small link behind marked words: to the note that explains them, or to a question.

    `label` is what a screen reader says for the link's `text`.
    """

    id: str
    target: str
    text: str
    label: str
    look: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block's text under one set of marks.

    `look` is the heaviest severity, "evidence", or "" for plain words. `described_by` holds the ids
    of the notes' headings; `deep` says that more than one finding covers the words. `refs` stand
    behind the stretch.
    """

    text: str
    look: str = ""
    described_by: str = ""
    deep: bool = False
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A finding explained. `mark` is the id of its link in the draft, "" where no words stand."""

    number: int
    id: str
    mark: str
    next: str
    severity: Severity
    code: str
    name: str
    confidence: str
    message: str
    who: str
    instead: str
    why: str
    entry: str
    fingerprint: str
    place: str
    chapter: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One block: its printed number, the page that begins with it, and its words with marks."""

    id: str
    kind: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...] = ()
    number: str = ""
    page: str = ""
    level: int = 0
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class TableCell:
    """The blocks of one cell; `skip` counts the columns before it that the draft leaves empty."""

    units: tuple[Unit, ...]
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side on the page: the draft's words, and the notes on them.

    `shape` names the template's macro: "heading", "paragraph", "list", "table", "foot" or "box".
    """

    shape: str
    units: tuple[Unit, ...]
    notes: tuple[Note, ...] = ()
    title: str = ""
    cells: tuple[tuple[TableCell, ...], ...] = ()

    @property
    def page(self) -> str:
        """The first page that begins in the row; "" where none does."""
        return next((unit.page for unit in self.units if unit.page), "")


@dataclass(frozen=True, slots=True)
class Quote:
    """Evidence: the draft's words, the place, and the id of the place on this page."""

    text: str
    place: str
    target: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked for and found; `quotes` are shown at once, `more` on request."""

    words: str
    quotes: tuple[Quote, ...]
    more: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One of the Quality Marker's questions with its answer."""

    id: str
    number: int
    words: str
    verdict: str
    verdict_words: str
    missing_label: str
    missing: tuple[str, ...]
    next_steps: tuple[str, ...]
    found: tuple[Found, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of the strip: its name with a count, and ticks in thousandths of the draft."""

    look: str
    label: str
    ticks: tuple[int, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A top-level section: where it begins, its size, and its findings by severity.

    `tag` is its printed number where the strip has room for it.
    """

    title: str
    tag: str
    target: str
    start: int
    words: int
    counts: Mapping[Severity, int]


@dataclass(frozen=True, slots=True)
class Bar:
    """One rule's findings: `parts` are the bar's stretches, in thousandths of the longest bar."""

    code: str
    name: str
    summary: str
    why: str
    counts: Mapping[Severity, int]
    parts: tuple[tuple[Severity, int, int], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding someone accepted."""

    rule: str
    reason: str
    by: str
    date: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft's part of the page. `rows` is empty where the words are withheld.

    `nothing` stands in place of `counts` that are all zero; `left_out` says what is not listed.
    """

    id: str
    name: str
    folder: str
    facts: str
    counts: Mapping[Severity, int]
    nothing: str
    left_out: tuple[str, ...]
    questions: tuple[Question, ...]
    lanes: tuple[Lane, ...]
    chapters: tuple[Chapter, ...]
    bars: tuple[Bar, ...]
    whole: tuple[Note, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...]
    read: tuple[str, ...]
    not_read: tuple[str, ...]
    not_judged: str
    accepted: tuple[Accepted, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    title: str
    drafts: tuple[Draft, ...]
    errors: tuple[str, ...]
    tool: str
    snippets: bool
