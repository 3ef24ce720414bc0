"""Reading order on a page: stretches of lines, in one column or two, with tables between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from scr_lint.model import Box
from scr_lint.readers.pdf.layout import Page, Table
from scr_lint.readers.pdf.lines import Line, Run, lines_of

# A gutter lies in the middle of the page's text; in shares of its width.
_MIDDLE = (0.3, 0.7)
_STEP = 2.0
_NARROWEST_GUTTER = 8.0
_LEAST_LINES = 4
# Lines of prose fill their column; the rows of a list or table without rulings do not.
_FILL = 0.6
_DENSE = 0.6


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

        How much room a program leaves round a box is not known, so the longest line beside it tells.
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


def reading_order(page: Page) -> Iterator[Item]:
    """The stretches and tables of a page as they are read."""
    runs = [run for run in page.runs if run.ink is not None]
    gutter = _gutter(runs, page)
    obstacles = tuple(page.obstacles)
    waiting = sorted(page.tables, key=lambda table: table.box.top)
    for band in _bands(runs, gutter, page):
        lines = lines_of(band, page.number)
        if not lines:
            continue
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        held: list[Line] = []
        for line in lines:
            while waiting and waiting[0].box.top < line.top and _beside(waiting[0], left, right):
                if held:
                    yield Stretch(page.number, tuple(held), left, right, obstacles)
                yield waiting.pop(0)
                held = []
            held.append(line)
        yield Stretch(page.number, tuple(held), left, right, obstacles)
    yield from waiting


def _beside(table: Table, left: float, right: float) -> bool:
    """Whether a table stands in the column from `left` to `right`."""
    return table.box.left < right and left < table.box.right


def _bands(runs: Sequence[Run], gutter: float | None, page: Page) -> Iterator[list[Run]]:
    """The runs in reading order: across the page, or the left column before the right one."""
    if gutter is None:
        yield list(runs)
        return
    across = sorted((r for r in runs if _crosses(r, gutter)), key=lambda r: r.baseline)
    beside = [r for r in runs if not _crosses(r, gutter)]
    spanning: list[Run] = []
    top = 0.0
    for run in [*across, None]:
        bottom = page.height if run is None else run.glyphs[0].top
        band = [r for r in beside if top <= r.baseline < bottom]
        if _is_columns(band, gutter):
            if spanning:
                yield spanning
            yield [r for r in band if r.right <= gutter]
            yield [r for r in band if r.right > gutter]
            spanning = []
        else:
            spanning += band
        if run is not None:
            spanning.append(run)
            top = max(top, run.baseline - 0.5 * run.size)
    if spanning:
        yield spanning


def _crosses(run: Run, gutter: float) -> bool:
    left, right = run.ink or (run.left, run.right)
    return left < gutter < right


def _gutter(runs: Sequence[Run], page: Page) -> float | None:
    """Where two columns of prose part; None where there is one column."""
    if len(runs) < 2 * _LEAST_LINES:
        return None
    left, right = min(r.left for r in runs), max(r.right for r in runs)
    spans = [r.ink or (r.left, r.right) for r in runs]
    at = left + _MIDDLE[0] * (right - left)
    best, most = None, 0
    while at <= left + _MIDDLE[1] * (right - left):
        clear = [r for r, (a, b) in zip(runs, spans, strict=True) if not a < at < b]
        if len(clear) > most and len(clear) > 0.3 * len(runs):
            count = _column_lines(runs, at, page)
            if count > most:
                best, most = at, count
        at += _STEP
    return best


def _column_lines(runs: Sequence[Run], gutter: float, page: Page) -> int:
    """How many runs stand in two columns if the gutter is here."""
    across = sorted((r for r in runs if _crosses(r, gutter)), key=lambda r: r.baseline)
    beside = [r for r in runs if not _crosses(r, gutter)]
    top, count = 0.0, 0
    for run in [*across, None]:
        bottom = page.height if run is None else run.glyphs[0].top
        band = [r for r in beside if top <= r.baseline < bottom]
        if _is_columns(band, gutter):
            count += len(band)
        if run is not None:
            top = max(top, run.baseline - 0.5 * run.size)
    return count


def _is_columns(band: Sequence[Run], gutter: float) -> bool:
    """Whether the runs of a band are two columns of prose on either side of the gutter."""
    lefts = lines_of((r for r in band if r.right <= gutter), 0)
    rights = lines_of((r for r in band if r.right > gutter), 0)
    if min(len(lefts), len(rights)) < _LEAST_LINES:
        return False
    clear = min(line.left for line in rights) - max(line.right for line in lefts)
    return clear >= _NARROWEST_GUTTER and _is_prose(lefts) and _is_prose(rights)


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines fill their width and follow closely on one another."""
    wide = max(line.right for line in lines) - min(line.left for line in lines)
    filled = mean(line.right - line.left for line in lines) >= _FILL * wide
    steps = sorted(b.baseline - a.baseline for a, b in zip(lines, lines[1:], strict=False))
    pitch = steps[len(steps) // 2]
    high = lines[-1].baseline - lines[0].baseline
    return filled and (high <= 0 or (len(lines) - 1) * pitch >= _DENSE * high)
