"""Reading order on a page: stretches of lines, in one column or two, with tables between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import mean, median

from scr_lint.model import Box
from scr_lint.readers.pdf.layout import Page, Table
from scr_lint.readers.pdf.lines import Line, Run, lines_of
from scr_lint.readers.pdf.unruled import unruled_tables

# A gutter lies in the middle of the page's text; in shares of its width.
_MIDDLE = (0.3, 0.7)
_STEP = 2.0
# LibreOffice leaves 8 points between the columns of a web page, less what letters stick out.
_NARROWEST_GUTTER = 6.0
_LEAST_LINES = 4
# A line across costs as much as this many lines in columns gain, when gutters are compared.
_CROSSING = 0.5
_STRAY = 1
# Lines of prose fill their column; the rows of a list or table without rulings do not.
_FILL = 0.6
_DENSE = 0.4
# Many lines of prose begin within a sentence, few of a table's cells do.
_RUNNING = 0.2
# So many paragraphs that begin level on both sides, besides the first, are rows of a table.
_LEAST_ROWS = 2
_LEVEL = 0.9


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that follow one another in one column of one page."""

    page: int
    lines: tuple[Line, ...]
    left: float
    right: float
    obstacles: tuple[Box, ...] = ()

    def limit(self, line: Line) -> float:
        """How far to the right a line could have gone: to the margin, or to what it flows round.

        How much room a program leaves round a box is not known: the longest line beside it tells.
        """
        limit = self.right
        for box in self.obstacles:
            if _flows_by(line, box):
                near = [other.right for other in self.lines if _flows_by(other, box)]
                limit = min(limit, max(near))
        return limit


def _flows_by(line: Line, box: Box) -> bool:
    """Whether a line stands to the left of a box, or level with the room round it."""
    room = 1.2 * line.size
    level = box.top - room < line.bottom and line.top < box.bottom + room
    return level and line.right <= box.left + 1


Item = Stretch | Table


def reading_order(page: Page, gutter: float | None) -> Iterator[Item]:
    """The stretches and tables of a page as they are read, in two columns if it has a gutter."""
    runs = [run for run in page.runs if run.ink is not None]
    tables = sorted(page.tables, key=lambda table: (table.box.top, table.box.left))
    for band in [_Band(runs, tables)] if gutter is None else _bands(runs, tables, gutter, page):
        yield from _in_order(band, page)


@dataclass(slots=True)
class _Band:
    """Runs and tables of one column, or of the whole width, between two heights."""

    runs: list[Run] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.runs or self.tables)

    def take(self, other: _Band) -> None:
        """Add what another band holds."""
        self.runs += other.runs
        self.tables += other.tables


def _in_order(band: _Band, page: Page) -> Iterator[Item]:
    """The lines of a band with its tables where they stand between them."""
    runs, unruled = unruled_tables(band.runs, page.number)
    lines = lines_of(runs, page.number)
    left = min((line.left for line in lines), default=0.0)
    right = max((line.right for line in lines), default=page.width)
    waiting = sorted([*band.tables, *unruled], key=lambda table: table.box.top)
    held: list[Line] = []
    for line in lines:
        while waiting and waiting[0].box.top < line.top:
            if held:
                yield Stretch(page.number, tuple(held), left, right, tuple(page.obstacles))
            yield waiting.pop(0)
            held = []
        held.append(line)
    if held:
        yield Stretch(page.number, tuple(held), left, right, tuple(page.obstacles))
    yield from waiting


def _bands(
    runs: Sequence[Run], tables: Sequence[Table], gutter: float, page: Page
) -> Iterator[_Band]:
    """What stands across the page and, between, the left column before the right one."""
    spanning = _Band()
    for left, right, across in _levels(runs, tables, gutter, page):
        if left and right and _is_clear(left.runs, right.runs):
            if spanning:
                yield spanning
            yield left
            yield right
            spanning = _Band()
        else:
            spanning.take(left)
            spanning.take(right)
        spanning.take(across)
    if spanning:
        yield spanning


def _levels(
    runs: Sequence[Run], tables: Sequence[Table], gutter: float, page: Page
) -> Iterator[tuple[_Band, _Band, _Band]]:
    """From the top: what stands left and right of the gutter, and then what crosses it."""
    wide = [t for t in tables if t.box.left < gutter < t.box.right]
    across: list[tuple[float, float, Run | Table]] = [(t.box.top, t.box.bottom, t) for t in wide]
    for run in runs:
        if _crosses(run, gutter):
            across.append((run.glyphs[0].top, run.baseline - 0.5 * run.size, run))
    across.sort(key=lambda entry: entry[0])
    top = 0.0
    for bottom, after, crossing in [*across, (page.height, page.height, None)]:
        beside = [r for r in runs if top <= r.baseline < bottom and not _crosses(r, gutter)]
        level = [t for t in tables if t not in wide and top <= t.box.top < bottom]
        left = _Band([r for r in beside if r.right <= gutter], [])
        left.tables = [t for t in level if t.box.right <= gutter]
        right = _Band([r for r in beside if r.right > gutter], [])
        right.tables = [t for t in level if t.box.left >= gutter]
        crossed = _Band([crossing] if isinstance(crossing, Run) else [], [])
        crossed.tables = [crossing] if isinstance(crossing, Table) else []
        yield left, right, crossed
        top = max(top, after)


def _is_clear(lefts: Sequence[Run], rights: Sequence[Run]) -> bool:
    """Whether there is room between what stands left and right."""
    if not lefts or not rights:
        return True
    end = max((run.ink or (0.0, run.right))[1] for run in lefts)
    return min(run.left for run in rights) - end >= _NARROWEST_GUTTER


def gutters(pages: Sequence[Page]) -> list[float | None]:
    """For each page where its columns part; None where it has one.

    A page with too little text to tell is taken to be set as the page before or after it.
    """
    found = [_gutter([r for r in page.runs if r.ink is not None], page) for page in pages]
    usual = median([g for g in found if g is not None] or [0.0])
    settled = list(found)
    for index, page in enumerate(pages):
        own = found[index]
        near = any(g is not None for g in found[max(index - 1, 0) : index + 2])
        odd = own is None or abs(own - usual) > _NARROWEST_GUTTER
        if near and odd and _could_part(page, usual):
            settled[index] = usual
    return settled


def _could_part(page: Page, gutter: float) -> bool:
    """Whether what a page holds could stand in columns that part at the gutter."""
    runs = [run for run in page.runs if run.ink is not None]
    boxes = [table.box for table in page.tables]
    across = sum(_crosses(r, gutter) for r in runs) + sum(b.left < gutter < b.right for b in boxes)
    right = any(r.left > gutter for r in runs) or any(b.left > gutter for b in boxes)
    return right and across <= 0.2 * (len(runs) + len(boxes))


def _crosses(run: Run, gutter: float) -> bool:
    left, right = run.ink or (run.left, run.right)
    return left < gutter < right


def _gutter(runs: Sequence[Run], page: Page) -> float | None:
    """Where two columns of prose part; None where there is one column."""
    if len(runs) < 2 * _LEAST_LINES:
        return None
    left, right = min(r.left for r in runs), max(r.right for r in runs)
    spans = [r.ink or (r.left, r.right) for r in runs]
    best, most = None, 0.0
    for at, across in _clearest(spans, left, right):
        score = _column_lines(runs, at, page) - _CROSSING * across
        if score > most:
            best, most = at, score
    return best


def _clearest(
    spans: Sequence[tuple[float, float]], left: float, right: float
) -> Iterator[tuple[float, int]]:
    """Places near the middle that few runs cross, and how many do: the middles of clear strips."""
    start, end = (left + share * (right - left) for share in _MIDDLE)
    places = [start + _STEP * step for step in range(int((end - start) / _STEP) + 1)]
    counts = [sum(a < at < b for a, b in spans) for at in places]
    fewest = min(counts)
    if fewest >= 0.7 * len(spans):
        return
    strip: list[float] = []
    for at, count in [*zip(places, counts, strict=True), (end, len(spans) + 1)]:
        if count <= fewest + _STRAY:
            strip.append(at)
        elif strip:
            middle = strip[len(strip) // 2]
            yield middle, sum(a < middle < b for a, b in spans)
            strip = []


def _column_lines(runs: Sequence[Run], gutter: float, page: Page) -> int:
    """How many runs stand in two columns if the gutter is here."""
    return sum(
        len(left.runs) + len(right.runs)
        for left, right, _ in _levels(runs, (), gutter, page)
        if _is_columns(left.runs, right.runs)
    )


def _is_columns(left: Sequence[Run], right: Sequence[Run]) -> bool:
    """Whether the runs on either side of a gutter are two columns of prose."""
    if min(len(left), len(right)) < _LEAST_LINES or not _is_clear(left, right):
        return False
    lefts, rights = lines_of(left, 0), lines_of(right, 0)
    if min(len(lefts), len(rights)) < _LEAST_LINES:
        return False
    return _is_prose(lefts) and _is_prose(rights) and not _are_rows(lefts, rights)


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines fill their width and follow closely on one another."""
    wide = max(line.right for line in lines) - min(line.left for line in lines)
    filled = mean(line.right - line.left for line in lines) >= _FILL * wide
    running = sum(line.text()[:1].islower() for line in lines) >= _RUNNING * len(lines)
    steps = sorted(b.baseline - a.baseline for a, b in pairwise(lines))
    pitch = steps[len(steps) // 2]
    high = lines[-1].baseline - lines[0].baseline
    return filled and running and (high <= 0 or (len(lines) - 1) * pitch >= _DENSE * high)


def _are_rows(lefts: Sequence[Line], rights: Sequence[Line]) -> bool:
    """Whether paragraphs on either side begin level with one another, as the cells of rows do.

    Where some cells are empty one side has fewer, and those it has are level.
    """
    left, right = (_paragraph_heads(lines) for lines in (lefts, rights))
    level = sum(any(abs(a - b) < 1 for b in right) for a in left)
    fewer, more = sorted((len(left), len(right)))
    return level >= max(_LEAST_ROWS, _LEVEL * fewer, 0.5 * more)


def _paragraph_heads(lines: Sequence[Line]) -> list[float]:
    """The baselines of lines with more room above them than is usual here; not the first."""
    steps = [below.baseline - above.baseline for above, below in pairwise(lines)]
    usual = sorted(steps)[len(steps) // 4]
    return [
        line.baseline for line, step in zip(lines[1:], steps, strict=True) if step > 1.2 * usual
    ]
