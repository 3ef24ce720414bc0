"""The annotations themselves: highlights, the note on the whole draft, and pop-ups (12.5.6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from scr_lint.finding import Finding
from scr_lint.model import Box
from scr_lint.reporters.note_text import AUTHOR, Line
from scr_lint.reporters.pdf.geometry import Frame, Quad, bounds
from scr_lint.reporters.pdf.looks import GRAPHICS_STATE, color_of, drawing

_PRINTED = 4
_ICON_FLAGS = 28  # printed, neither zoomed nor turned with the page (table 165)
_ICON = 20.0
_MARGIN = 12.0
_POPUP_WIDE, _POPUP_HIGH = 260.0, 180.0
_PALE = (0.93, 0.93, 0.93)
_EDGE = 1.0  # room for the line below the words


class Sheet(NamedTuple):
    """A page to be annotated: itself, its frame, and the part of it that is shown, as shown."""

    reference: IndirectObject
    frame: Frame
    shown: Box


class Note(NamedTuple):
    """What an annotation says, under which name, and when it was made."""

    lines: Sequence[Line]
    name: str
    subject: str
    date: datetime


def highlight(sheet: Sheet, quads: list[Quad], finding: Finding, note: Note) -> DictionaryObject:
    """A highlight over `quads`, without its appearance.

    Its points go row by row, as Adobe's programs write and read them, not round the corners as
    12.5.6.10 has it: all viewers follow Adobe.
    """
    left, bottom, right, top = bounds(quads)
    made = _annotation(sheet, "/Highlight", note)
    made[NameObject("/Rect")] = _numbers(left - _EDGE, bottom - _EDGE, right + _EDGE, top + _EDGE)
    made[NameObject("/QuadPoints")] = _numbers(
        *(part for quad in quads for point in quad for part in point)
    )
    made[NameObject("/C")] = _numbers(*color_of(finding.rule))
    made[NameObject("/F")] = NumberObject(_PRINTED)
    return made


def appearance(made: DictionaryObject, quads: list[Quad], finding: Finding) -> StreamObject:
    """What draws a highlight in every viewer: colour laid over the words, which stay dark."""
    multiply = DictionaryObject({NameObject("/BM"): NameObject("/Multiply")})
    states = DictionaryObject({NameObject(f"/{GRAPHICS_STATE}"): multiply})
    form = StreamObject()
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = made["/Rect"]
    form[NameObject("/Resources")] = DictionaryObject({NameObject("/ExtGState"): states})
    form.set_data(drawing(quads, finding.rule, finding.severity))
    return form


def sign(sheet: Sheet, note: Note) -> DictionaryObject:
    """A note as a sign in the top left corner of the shown page."""
    left, top = sheet.shown.left + _MARGIN, sheet.shown.top + _MARGIN
    made = _annotation(sheet, "/Text", note)
    made[NameObject("/Rect")] = _upright(sheet, Box(left, top, left + _ICON, top + _ICON))
    made[NameObject("/Name")] = NameObject("/Note")
    made[NameObject("/C")] = _numbers(*_PALE)
    made[NameObject("/F")] = NumberObject(_ICON_FLAGS)
    return made


def popup(sheet: Sheet, parent: IndirectObject, down: float) -> DictionaryObject:
    """The window of a note, closed, at the right edge of the shown page (12.5.6.14)."""
    right = sheet.shown.right
    down = max(sheet.shown.top, min(down, sheet.shown.bottom - _POPUP_HIGH))
    box = Box(right - _POPUP_WIDE, down, right, down + _POPUP_HIGH)
    made = DictionaryObject()
    made[NameObject("/Type")] = NameObject("/Annot")
    made[NameObject("/Subtype")] = NameObject("/Popup")
    made[NameObject("/Rect")] = _upright(sheet, box)
    made[NameObject("/Parent")] = parent
    made[NameObject("/F")] = NumberObject(_ICON_FLAGS)
    return made


def _annotation(sheet: Sheet, subtype: str, note: Note) -> DictionaryObject:
    when = TextStringObject(f"D:{note.date:%Y%m%d%H%M%S}Z")
    # Paragraphs are parted by carriage returns, and by these only (12.5.6.2).
    said = TextStringObject("\r".join(line.text for line in note.lines))
    entries: dict[str, PdfObject] = {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject(subtype),
        "/P": sheet.reference,
        "/T": TextStringObject(AUTHOR),
        "/NM": TextStringObject(note.name),
        "/Subj": TextStringObject(note.subject),
        "/M": when,
        "/CreationDate": when,
        "/Contents": said,
    }
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def _upright(sheet: Sheet, box: Box) -> ArrayObject:
    return _numbers(*bounds([sheet.frame.quad(box)]))


def _numbers(*values: float) -> ArrayObject:
    return ArrayObject([FloatObject(f"{value:.2f}") for value in values])
