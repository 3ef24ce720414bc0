"""Highlights lie on exactly the words they are about."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pypdf.generic import DictionaryObject

from scr_lint.finding import Severity
from scr_lint.model import Box
from scr_lint.readers import read_bytes
from scr_lint.reporters.pdf import annotate_pdf
from scr_lint.reporters.pdf.geometry import Frame, lines_of
from scr_lint.reporters.pdf.looks import color_of

from .sheets import (
    DATE,
    LINES,
    NAME,
    annotated,
    annotations_of,
    characters,
    moved_and_turned,
    pdf_of,
    quads,
    report_of,
)

DRAFT = pdf_of(LINES)


def words_under(original: bytes, annotation: DictionaryObject, page: int, frame: Frame) -> str:
    """The characters whose middle lies inside a highlight, without blanks."""
    inside = ""
    for number, box, letter in characters(read_bytes(original, NAME)):
        x, y = frame.stored((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        for quad in quads(annotation) if number == page else ():
            across, up = quad[0::2], quad[1::2]
            if min(across) < x < max(across) and min(up) < y < max(up):
                inside += letter
    return "".join(inside.split())


A4 = (0.0, 0.0, 595.2756, 841.8898)
FILLER = "It had been agreed some weeks before that every visit would be recorded on that day, and"
WORDS = ("failed to act", "which the panel finds was a failure", "made to learn")


@pytest.mark.parametrize("words", WORDS)
def test_a_highlight_lies_on_its_words(words: str) -> None:
    ((page, annotation),) = annotations_of(annotated(DRAFT, words))
    assert words_under(DRAFT, annotation, page, Frame(*A4)) == "".join(words.split())


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_or_moved_page_is_highlighted_where_it_shows(turned: int) -> None:
    corners = (-30.0, -40.0, 560.0, 830.0)
    upright = moved_and_turned(corners, turned)
    ((page, annotation),) = annotations_of(annotated(upright, "failed to act"))
    frame = Frame(*corners, turned)
    assert words_under(upright, annotation, page, frame) == "failedtoact"
    ((x1, y1, x2, y2, *_),) = quads(annotation)
    along = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[turned]
    assert (round(x2 - x1) * along[0], round(y2 - y1) * along[1]) >= (0, 0)
    assert abs(x2 - x1) + abs(y2 - y1) > 50


def test_a_finding_has_one_quadrilateral_for_each_line() -> None:
    ((_, one),) = annotations_of(annotated(DRAFT, WORDS[0]))
    ((_, two),) = annotations_of(annotated(DRAFT, WORDS[1]))
    assert (len(quads(one)), len(quads(two))) == (1, 2)


def test_corners_go_row_by_row_as_viewers_expect() -> None:
    ((_, annotation),) = annotations_of(annotated(DRAFT, "failed to act"))
    ((x1, y1, x2, y2, x3, y3, x4, y4),) = quads(annotation)
    assert x1 == x3 < x2 == x4
    assert y3 == y4 < y1 == y2


def test_words_over_a_page_end_are_highlighted_on_both_pages() -> None:
    body = (FILLER,) * 9
    last = "so it would have been for all those who were seen that week had it not been so: midwife"
    original = pdf_of((*body, last), ("failed to act as she should have done.",))
    document = read_bytes(original, NAME)
    assert any("midwife failed" in block.text for block in document.blocks)
    found = annotations_of(annotated(original, "midwife failed"))
    assert [page for page, _ in found] == [1, 2]


def test_families_differ_in_lightness_for_grey_printers() -> None:
    weights = (0.299, 0.587, 0.114)
    greys = sorted(
        sum(w * part for w, part in zip(weights, color_of(rule), strict=True))
        for rule in ("BL001", "TA001", "LP001")
    )
    assert all(after - before > 0.1 for before, after in pairwise(greys))
    assert greys[0] > 0.5


@pytest.mark.parametrize(
    ("severity", "stroke"),
    [
        (Severity.ERROR, b"1.40 w [] 0 d"),
        (Severity.NOTE, b"0.90 w [2 2] 0 d"),
        (Severity.WARNING, b""),
    ],
)
def test_severity_shows_as_the_line_below(severity: Severity, stroke: bytes) -> None:
    report = report_of(read_bytes(DRAFT, NAME), "failed to act", severity=severity)
    ((_, annotation),) = annotations_of(annotate_pdf(DRAFT, report, date=DATE))
    drawn = annotation["/AP"]["/N"].get_data()
    assert stroke in drawn
    assert (b" S" in drawn) == bool(stroke)


BOX = Box(10, 20, 30, 25)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_shown_and_stored_points_are_each_others_inverse(turned: int) -> None:
    frame = Frame(-5, 7, 300, 500, turned)
    assert frame.shown(*frame.stored(12, 34)) == (12, 34)


def test_lines_keep_raised_marks_and_begin_anew_further_left() -> None:
    raised, after, below = Box(30, 18, 33, 22), Box(33, 20, 50, 25), Box(10, 30, 20, 35)
    nothing = Box(50, 20, 50, 25)
    assert lines_of([BOX, raised, after, nothing, below]) == [Box(10, 18, 50, 25), below]
