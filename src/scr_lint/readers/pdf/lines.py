"""From characters to lines: runs of type on one baseline, then lines with their raised marks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scr_lint.readers.pdf.glyphs import Glyph

# In ems of the type at hand.
_RUN_GAP = 1.0
_RUN_OVERLAP = 0.6
_RAISED = 0.15
# Rows are looked up by height, in points, so that a page of many short runs stays quick.
_SHELF = 20.0
_SMALLER = 0.85
_MARK = re.compile(r"\s*(?:\d{1,3}(?:\s*,\s*\d{1,3})*|[*†‡§]|[ivx]{1,5})[\s,]*")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters drawn one after another on one baseline, without a wide gap.

    `ink` is from the first to the last visible character, None for white space alone.
    """

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    size: float
    baseline: float
    ink: tuple[float, float] | None

    @classmethod
    def of(cls, glyphs: Sequence[Glyph]) -> Run:
        """The run some glyphs make."""
        first, last = glyphs[0], glyphs[-1]
        shown = [g for g in glyphs if not g.text.isspace()]
        ink = (shown[0].left, shown[-1].right) if shown else None
        return cls(tuple(glyphs), first.left, last.right, first.size, first.baseline, ink)

    def text(self) -> str:
        """Its characters."""
        return "".join(g.text for g in self.glyphs)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type in one column. `glyphs` run from left to right without footnote marks.

    `marks` are the footnote marks taken out of it; `opening` is the one it begins with, as a
    footnote does. `bold` tells that all of it is.
    """

    page: int
    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    marks: tuple[str, ...] = ()
    opening: str = ""

    def text(self) -> str:
        """Its characters as drawn; wide gaps are not yet spaces."""
        return "".join(g.text for g in self.glyphs)


def runs_of(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    """The runs in the order drawn. Three or more spaces in a row end a run, as a gap does."""
    held: list[Glyph] = []
    for glyph in glyphs:
        if held and not _follows(held, glyph):
            yield Run.of(held)
            held = []
        held.append(glyph)
    if held:
        yield Run.of(held)


def _follows(held: Sequence[Glyph], glyph: Glyph) -> bool:
    last = held[-1]
    if abs(glyph.baseline - last.baseline) > 0.05 * last.size or glyph.size != last.size:
        return False
    if not -_RUN_OVERLAP * last.size < glyph.left - last.right < _RUN_GAP * last.size:
        return False
    wide = len(held) >= 3 and all(g.text == " " for g in held[-3:])
    return not (wide and glyph.text != " ")


def lines_of(runs: Iterable[Run], page: int) -> list[Line]:
    """The lines runs make, from top to bottom. Runs of large type gather the smaller ones."""
    rows: list[list[Run]] = []
    bands: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    shown = [run for run in runs if run.ink is not None]
    for run in sorted(shown, key=lambda r: (-round(r.size, 1), r.baseline)):
        row = _row(run, bands)
        if row is None:
            top, bottom = run.glyphs[0].top, run.glyphs[0].bottom
            for shelf in range(int(top // _SHELF), int(bottom // _SHELF) + 1):
                bands[shelf].append((top, bottom, len(rows)))
            rows.append([run])
        else:
            rows[row].append(run)
    made = (_line(row, page) for row in rows)
    return sorted((line for line in made if line), key=lambda line: (line.baseline, line.left))


def _row(run: Run, bands: Mapping[int, list[tuple[float, float, int]]]) -> int | None:
    """The row a run shares at least half of its height with, the one it shares most with."""
    first = run.glyphs[0]
    best, most = None, 0.5 * (first.bottom - first.top)
    for shelf in range(int(first.top // _SHELF), int(first.bottom // _SHELF) + 1):
        for top, bottom, index in bands.get(shelf, ()):
            shared = min(bottom, first.bottom) - max(top, first.top)
            if shared > most:
                best, most = index, shared
    return best


def _line(row: Sequence[Run], page: int) -> Line | None:
    """A line, its marks taken out; None when nothing visible is left."""
    row = sorted(row, key=lambda run: run.left)
    size, baseline = _main(row)
    marks: list[str] = []
    opening = ""
    kept: list[Glyph] = []
    for run in row:
        if _is_mark(run, size, baseline):
            found = re.findall(r"\w+|[*†‡§]", run.text())
            marks += found
            opening = opening or (found[0] if not kept else "")
        else:
            kept += run.glyphs
    glyphs = _once(_stripped(sorted(kept, key=lambda g: g.left)))
    if not glyphs:
        return None
    visible = [g for g in glyphs if not g.text.isspace()]
    return Line(
        page=page,
        glyphs=glyphs,
        left=glyphs[0].left,
        right=max(g.right for g in visible),
        top=min(g.top for g in visible),
        bottom=max(g.bottom for g in visible),
        baseline=baseline,
        size=size,
        bold=all(g.face.bold for g in visible if g.text.isalpha()),
        marks=tuple(marks),
        opening=opening,
    )


def _main(row: Sequence[Run]) -> tuple[float, float]:
    """The size and baseline most characters of a row have."""
    weights: Counter[tuple[float, float]] = Counter()
    for run in row:
        weights[round(run.size, 2), run.baseline] += sum(not g.text.isspace() for g in run.glyphs)
    return max(weights, key=lambda key: (weights[key], key[0]))


def _is_mark(run: Run, size: float, baseline: float) -> bool:
    """Whether a run is a footnote mark: raised, smaller, and a number or sign."""
    raised = baseline - run.baseline > _RAISED * size
    smaller = run.size < _SMALLER * size
    return raised and smaller and _MARK.fullmatch(run.text()) is not None


def _stripped(glyphs: list[Glyph]) -> list[Glyph]:
    """Glyphs without white space at either end."""
    start, end = 0, len(glyphs)
    while start < end and glyphs[start].text.isspace():
        start += 1
    while end > start and glyphs[end - 1].text.isspace():
        end -= 1
    return glyphs[start:end]


def _once(glyphs: list[Glyph]) -> tuple[Glyph, ...]:
    """Each character once: some programs print a letter twice to make it bold."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        twin = kept and kept[-1].text == glyph.text
        if twin and glyph.left - kept[-1].left < 0.25 * (glyph.right - glyph.left):
            continue
        kept.append(glyph)
    return tuple(kept)
