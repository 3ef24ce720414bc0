"""From a Word draft and what was found in it to a copy with a comment for each finding."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from scr_lint.errors import WriteError
from scr_lint.finding import DocumentReport, Finding
from scr_lint.model import Block, BlockKind, Span
from scr_lint.reporters.docx.comments import Comments, CommentStyles
from scr_lint.reporters.docx.marks import Marks, marked
from scr_lint.reporters.docx.package import Package, open_package
from scr_lint.reporters.docx.places import Anchor, Places
from scr_lint.reporters.docx.runs import Runs
from scr_lint.reporters.note_text import Line, note_lines, overview_lines

_SIGNATURE = "origin"  # digital-signature/origin, ECMA-376 part 2, 13.2.4


class _Note(NamedTuple):
    anchor: Anchor
    lines: tuple[Line, ...]


def annotate_docx(
    original: bytes,
    report: DocumentReport,
    *,
    date: datetime | None = None,
    break_signature: bool = False,
) -> bytes:
    """A copy of `original` with each finding as a Word comment on its words.

    What concerns the whole draft is one comment on its title. A comment on words in a note or text
    box, where Word allows none, stands on the reference to the note or on what holds the box, and
    quotes them. Nothing else of the draft is altered. `date` is when the comments were made, None
    for now; it must know its time zone.

    Raises WriteError when `original` is not the draft that was checked, or is signed and
    `break_signature` is False.
    """
    package = open_package(original, report.path)
    _check_signature(package, break_signature)
    places = Places.of(package)
    notes = list(_notes(report, places))
    styles = CommentStyles.of(package, places.main)
    when = (date or datetime.now(UTC)).astimezone(UTC)
    comments = Comments.of(package, places.main, styles, when)
    _set(notes, comments, places, styles)
    if notes:
        comments.store(package, places.main)
        package.put(places.main, places.root)
    return package.written()


def _check_signature(package: Package, break_signature: bool) -> None:
    if not break_signature and any(link.kind == _SIGNATURE for link in package.links("/")):
        raise WriteError(
            package.name,
            "is signed; annotating it breaks the signature; use --force to do it all the same",
        )


def _notes(report: DocumentReport, places: Places) -> Iterator[_Note]:
    """All notes, the one on the whole draft first."""
    overview = overview_lines(report)
    if overview:
        title = _title(report)
        yield _Note(places.anchor(title, Span(0, len(title.text))), overview)
    for finding in report.findings:
        block = report.block_of(finding)
        if block is not None:
            anchor = places.anchor(block, _span(finding))
            quoted = "" if anchor.exact else finding.text
            yield _Note(anchor, note_lines(finding, quoted=quoted))


def _set(notes: list[_Note], comments: Comments, places: Places, styles: CommentStyles) -> None:
    runs = Runs()
    for note in notes:
        runs.ask(note.anchor.first)
        runs.ask(note.anchor.last)
    numbers = comments.free_numbers(marked(places.root), len(notes))
    runs.cut()
    marks = Marks(runs, styles.reference)
    for number, note in zip(numbers, notes, strict=True):
        marks.set(note.anchor, number)
        comments.add(number, note.lines)


def _title(report: DocumentReport) -> Block:
    """The first heading, else the first block there is: a document that was read has one."""
    blocks = report.document.blocks
    return next((b for b in blocks if b.kind is BlockKind.HEADING), blocks[0])


def _span(finding: Finding) -> Span:
    return Span(finding.location.start or 0, finding.location.end or 0)
