"""How paragraphs are set against the running text of their column."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from scr_lint.readers.pdf.headings import Headings
from scr_lint.readers.pdf.lines import Line
from scr_lint.readers.pdf.paragraphs import Paragraph, Story, fits
from scr_lint.readers.pdf.spelling import spelled, text_of
from scr_lint.readers.set_off import Setting

# In points.
_INDENTED = 10.0
_SAME_PLACE = 3.0
_JUSTIFIED = 1.0
_SMALLER = 0.95
# So many paragraphs of several lines show from where to where the running text of a page goes.
_LEAST_RUNNING = 2


@dataclass(frozen=True, slots=True)
class _Measure:
    """From where to where running text goes, in points."""

    left: float
    right: float


def settings(
    paragraphs: Sequence[Paragraph], headings: Headings, body_size: float
) -> Iterator[Setting]:
    """How each paragraph is set."""
    measures = _measures(paragraphs)
    for paragraph in paragraphs:
        text = " ".join(text_of(spelled(line)) for line in paragraph.lines)
        measure = measures.get(_column(paragraph))
        if paragraph.story is not Story.BODY or measure is None:
            yield Setting(text, aside=paragraph.story in (Story.NOTE, Story.BOX))
            continue
        left = min(line.left for line in paragraph.lines)
        running = left < measure.left + _SAME_PLACE and not headings.level(paragraph)
        inset = not paragraph.marker and _is_inset(paragraph, measure)
        yield Setting(
            text,
            running=running,
            narrow=inset and _is_broken_early(paragraph.lines, measure.right),
            inset=inset,
            apart=paragraph.italic or paragraph.size < _SMALLER * body_size,
            left=left,
        )


def _column(paragraph: Paragraph) -> tuple[int, int]:
    return paragraph.page, round(paragraph.column[0])


def _measures(paragraphs: Iterable[Paragraph]) -> dict[tuple[int, int], _Measure]:
    """The measure of each column of each page; that of the draft where a page shows too little."""
    columns: defaultdict[tuple[int, int], list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        if paragraph.story is Story.BODY:
            columns[_column(paragraph)].append(paragraph)
    found = {key: _measure(members) for key, members in columns.items()}
    usual = _measure([p for members in columns.values() for p in members])
    settled = {}
    for key, own in found.items():
        near = usual is not None and abs(key[1] - usual.left) < _SAME_PLACE
        measure = own or (usual if near else None)
        if measure is not None:
            settled[key] = measure
    return settled


def _measure(paragraphs: Sequence[Paragraph]) -> _Measure | None:
    """The measure that most of these paragraphs have; None where too few have several lines."""
    long = [p for p in paragraphs if len(p.lines) > 1]
    if not long:
        return None
    weights: Counter[int] = Counter()
    for paragraph in long:
        weights[round(paragraph.lines[0].left)] += sum(len(line.glyphs) for line in paragraph.lines)
    left = weights.most_common(1)[0][0]
    running = [p for p in long if abs(p.lines[0].left - left) < _SAME_PLACE]
    if len(running) < _LEAST_RUNNING:
        return None
    return _Measure(left, median(max(line.right for line in p.lines) for p in running))


def _is_inset(paragraph: Paragraph, measure: _Measure) -> bool:
    """Whether all lines begin at one place to the right of the running text, and end before it."""
    lefts = [line.left for line in paragraph.lines]
    right = max(line.right for line in paragraph.lines)
    level = max(lefts[1:], default=lefts[0]) - min(lefts) < _SAME_PLACE
    return level and min(lefts) >= measure.left + _INDENTED and right <= measure.right - _INDENTED


def _is_broken_early(lines: Sequence[Line], right: float) -> bool:
    """Whether lines end where running text would have gone on: they have a margin of their own."""
    if any(fits(below, above, right) for above, below in pairwise(lines)):
        return True
    ends = [line.right for line in lines[:-1]]
    return len(ends) > 1 and max(ends) - min(ends) < _JUSTIFIED
