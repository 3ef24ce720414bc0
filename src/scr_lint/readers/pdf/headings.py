"""Telling headings by the size and weight of their type, and their levels by comparing them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scr_lint.readers.pdf.paragraphs import Paragraph, Story
from scr_lint.readers.pdf.spelling import cell_gaps, spelled, text_of

_LARGER = 1.08
_MOST_WORDS = 25
_MOST_LINES = 4
_SAME_SIZE = 0.6
_DEEPEST = 6
# A page with less prose than this is a cover: its largest type is the title, the rest is not.
_COVER_WORDS = 150
_COVER_PARAGRAPH = 45
_SENTENCE = (".", ";", ":", ",")
_LABEL = re.compile(r"(?:[^\W\d_]+ )?(?:[\dA-Z][\d.]*|[IVX]+)[.:]?")


@dataclass(frozen=True, slots=True)
class Style:
    """How a heading looks."""

    size: float
    bold: bool


class Headings:
    """The headings of a draft and their levels, from 1."""

    def __init__(self, paragraphs: Sequence[Paragraph], body_size: float) -> None:
        self._body_size = body_size
        body = [p for p in paragraphs if p.story is Story.BODY]
        self._cover = _cover(body)
        self._title = max((p.size for p in body if p.page == self._cover), default=0.0)
        looking = [p for p in body if self._looks(p)]
        inner = [p for p in looking if p.page != self._cover]
        self._ranks = _ranked(_style(p) for p in inner)

    def level(self, paragraph: Paragraph) -> int:
        """The level of a heading; 0 where a paragraph is none."""
        if not self._looks(paragraph):
            return 0
        if paragraph.page == self._cover:
            return 1
        style = _style(paragraph)
        for rank, known in enumerate(self._ranks, 1):
            if _alike(style, known):
                return min(rank, _DEEPEST)
        return 1

    def is_title(self, paragraph: Paragraph) -> bool:
        """Whether a heading is the title on the cover, under which nothing is filed."""
        return paragraph.page == self._cover

    def _looks(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is set as a heading."""
        marker = paragraph.marker
        if paragraph.story is not Story.BODY or marker.bullet or len(paragraph.lines) > _MOST_LINES:
            return False
        text = " ".join(text_of(spelled(line)) for line in paragraph.lines)
        if len(text.split()) > _MOST_WORDS or text.endswith(_SENTENCE) or not _has_words(text):
            return False
        if _is_row(paragraph):
            return False
        if paragraph.page == self._cover:
            return paragraph.size >= self._title > _LARGER * self._body_size
        larger = paragraph.size > _LARGER * self._body_size
        weighty = paragraph.bold and paragraph.size > 0.95 * self._body_size
        return (larger or weighty) and not marker.number.endswith(")")


def _is_row(paragraph: Paragraph) -> bool:
    """Whether a line holds several cells side by side; a label such as "Chapter 4" is none."""
    for line, start in zip(paragraph.lines, (paragraph.marker.end, 0, 0, 0), strict=False):
        letters = spelled(line)
        gaps = cell_gaps(letters, start)
        if gaps and not (len(gaps) == 1 and _LABEL.fullmatch(text_of(letters[: gaps[0]]).strip())):
            return True
    return False


def _has_words(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _style(paragraph: Paragraph) -> Style:
    return Style(round(paragraph.size, 1), paragraph.bold)


def _alike(one: Style, other: Style) -> bool:
    return abs(one.size - other.size) < _SAME_SIZE and one.bold == other.bold


def _ranked(styles: Iterable[Style]) -> list[Style]:
    """The styles of headings, the weightiest first, each once."""
    ranks: list[Style] = []
    for style in sorted(set(styles), key=lambda s: (-s.size, not s.bold)):
        if not any(_alike(style, known) for known in ranks):
            ranks.append(style)
    return ranks


def _cover(body: Sequence[Paragraph]) -> int:
    """The number of the cover page; 0 where there is none."""
    first = [p for p in body if p.page == 1]
    others = any(p.page > 1 for p in body)
    words = [len(" ".join(line.text() for line in p.lines).split()) for p in first]
    short = sum(words) <= _COVER_WORDS and max(words, default=0) <= _COVER_PARAGRAPH
    return 1 if others and first and short else 0
