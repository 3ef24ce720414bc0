"""From lines to paragraphs, and paragraphs that go on in the next column or on the next page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from scr_lint.readers.line_ends import breaks_word
from scr_lint.readers.pdf.columns import Stretch
from scr_lint.readers.pdf.lines import Line
from scr_lint.readers.pdf.markers import NONE, Marker, marker
from scr_lint.readers.pdf.spelling import cell_gaps, spelled, text_of

# In ems of the line at hand, or points where named so.
_INDENT_POINTS = 3.0
_USUAL_PITCH = 1.2
_WIDER = 1.22
_OTHER_SIZE = 0.07
_WORD_SPACE = 0.25
_MOST = 0.8
_TERMINAL = tuple(".?!:;")
_CLOSERS = "\"'\u2019\u201d)]"
# Up to where a line could have been broken: Unicode's rules keep "2/52" and "1-2" whole.
_UNBROKEN = re.compile(r"(?:[^\s\-\u2010\u2014/]|\u00a0|[-\u2010\u2014/](?=\d))*[-\u2010\u2014/]?")


class Story(Enum):
    """Which part of the page a paragraph belongs to."""

    BODY = "body"
    CELL = "cell"
    BOX = "box"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are read as one; `margin` is how far right its last line could have gone.

    `column` is from where to where the lines of its column reach.
    """

    lines: tuple[Line, ...]
    marker: Marker = NONE
    margin: float = 0.0
    story: Story = Story.BODY
    column: tuple[float, float] = (0.0, 0.0)

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.lines[0].page

    @property
    def size(self) -> float:
        """The height of type most of its characters have."""
        sizes: Counter[float] = Counter()
        for line in self.lines:
            sizes[round(line.size, 1)] += len(line.glyphs)
        return sizes.most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        """Whether nearly all of it is italic."""
        letters = [g for line in self.lines for g in line.glyphs if g.text.isalpha()]
        return sum(g.face.italic for g in letters) >= _MOST * len(letters) > 0

    @property
    def indent(self) -> float:
        """Where a line that goes on with it begins."""
        if len(self.lines) > 1:
            return self.lines[-1].left
        return self.marker.hang if self.marker else self.lines[0].left


def usual_pitch(stretches: Iterable[Stretch]) -> float:
    """The distance of lines within paragraphs, in ems: the commonest one."""
    steps: Counter[float] = Counter()
    for stretch in stretches:
        for above, below in zip(stretch.lines, stretch.lines[1:], strict=False):
            step = (below.baseline - above.baseline) / above.size
            if below.size == above.size and 0.8 < step < 2.6:
                steps[round(step, 1)] += 1
    return steps.most_common(1)[0][0] if steps else _USUAL_PITCH


def paragraphs(stretch: Stretch, pitch: float, story: Story = Story.BODY) -> Iterator[Paragraph]:
    """The paragraphs of a stretch."""
    reach = _reach(stretch.lines)
    column = (stretch.left, stretch.right)
    for group in _groups(stretch.lines, pitch):
        margin = max(line.right for line in group)
        if story is Story.BODY and len(stretch.lines) > 1:
            margin = max(margin, _margin(reach, group[0]))
        held: list[Line] = []
        first = NONE
        for line in group:
            start = marker(line)
            if held and _begins(line, start, held, first, _limit(stretch, held[-1], margin)):
                limit = _limit(stretch, held[-1], margin)
                yield Paragraph(tuple(held), first, limit, story, column)
                held = []
            if not held:
                first = start
            held.append(line)
        yield Paragraph(tuple(held), first, _limit(stretch, held[-1], margin), story, column)


def _limit(stretch: Stretch, line: Line, margin: float) -> float:
    return min(margin, stretch.limit(line)) if stretch.obstacles else margin


def _reach(lines: Sequence[Line]) -> dict[tuple[int, float], float]:
    """How far right lines go, by where they begin and their size: a shorter one may be indented."""
    reach: dict[tuple[int, float], float] = {}
    for line in lines:
        key = (round(line.left / _INDENT_POINTS), line.size)
        reach[key] = max(reach.get(key, 0.0), line.right)
    return reach


def _margin(reach: Mapping[tuple[int, float], float], line: Line) -> float:
    """The right margin of lines that begin where this one does."""
    place = round(line.left / _INDENT_POINTS)
    near = (reach.get((place + step, line.size), 0.0) for step in (-1, 0, 1))
    return max(line.right, *near)


def _groups(lines: Sequence[Line], pitch: float) -> Iterator[list[Line]]:
    """Lines at the usual distance and in one size of type."""
    group: list[Line] = []
    for line in lines:
        if group and _parts(group, line, pitch):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parts(group: Sequence[Line], line: Line, pitch: float) -> bool:
    above = group[-1]
    size = max(above.size, line.size)
    step = line.baseline - above.baseline
    if abs(above.size - line.size) > _OTHER_SIZE * size or step <= 0:
        return True
    usual = pitch * size
    if len(group) > 1:
        usual = min(usual, 1.15 * (above.baseline - group[-2].baseline))
    return step > _WIDER * max(usual, 1.1 * size)


def _begins(line: Line, start: Marker, held: Sequence[Line], first: Marker, limit: float) -> bool:
    """Whether a line begins a new paragraph below `held`, at the usual distance."""
    above = held[-1]
    full = not fits(line, above, limit)
    shift = line.left - (first.hang if len(held) == 1 and first else above.left)
    if start:
        sibling = bool(first) and abs(line.left - held[0].left) < _INDENT_POINTS
        return start.apart or sibling or not full or abs(shift) > _INDENT_POINTS
    if line.bold != above.bold and not full:
        return True
    same_place = abs(shift) <= _INDENT_POINTS or len(held) == 1 or _centred(above, line)
    return not full or not same_place or _is_next_row(line, held[0])


def _is_next_row(line: Line, first: Line) -> bool:
    """Whether a line has a label and a meaning apart from it, at the places the first line has."""
    meanings = _after_gaps(line)
    return bool(meanings) and any(
        abs(one - other) < _INDENT_POINTS for one in meanings for other in _after_gaps(first)
    )


def _after_gaps(line: Line) -> list[float]:
    """Where the pieces begin that stand as far from the one before as cells do."""
    letters = spelled(line)
    after = (letters[n + 1].glyph for n in cell_gaps(letters))
    return [glyph.left for glyph in after if glyph is not None]


def _centred(above: Line, line: Line) -> bool:
    """Whether two lines have one middle: a heading or title set in the middle of the page."""
    return abs((above.left + above.right) - (line.left + line.right)) < 2 * _INDENT_POINTS


def fits(line: Line, above: Line, limit: float) -> bool:
    """Whether the first word of a line would have had room on the line above.

    Programs fill lines, so where it would have, something made them start a new one: but not where
    a word broken by a hyphen goes on.
    """
    letters = spelled(line)
    text = text_of(letters)
    if breaks_word(above.text(), text):
        return False
    found = _UNBROKEN.match(text)
    end = found.end() if found else len(letters)
    word = [le.glyph for le in letters[:end] if le.glyph]
    width = word[-1].right - word[0].left if word else 0.0
    return above.right + _WORD_SPACE * above.size + width < limit - 0.5


def rejoined(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs with those that a page or column end cut in two put together again."""
    held: Paragraph | None = None
    for paragraph in found:
        if held is not None and _goes_on(held, paragraph):
            held = replace(held, lines=held.lines + paragraph.lines, margin=paragraph.margin)
            continue
        if held is not None:
            yield held
        held = paragraph
    if held is not None:
        yield held


def _goes_on(held: Paragraph, below: Paragraph) -> bool:
    """Whether a paragraph at the head of a column goes on with the one before it."""
    last, first = held.lines[-1], below.lines[0]
    moved = first.page != last.page or first.baseline < last.baseline
    if not moved or below.marker or held.story is not below.story:
        return False
    if abs(held.size - below.size) > _OTHER_SIZE * held.size or held.bold != below.bold:
        return False
    opening = text_of(spelled(first))[:1]
    if not _ends_sentence(last):
        return opening.islower() or not fits(first, last, held.margin)
    same_place = abs(first.left - held.indent) < _INDENT_POINTS or first.page == last.page
    whole = len(held.lines) > 1 and not opening.islower()
    return same_place and whole and not fits(first, last, held.margin)


def _ends_sentence(line: Line) -> bool:
    return line.text().rstrip().rstrip(_CLOSERS).endswith(_TERMINAL)
