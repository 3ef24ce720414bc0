"""What pages repeat: running headers and footers, page numbers, and stamps behind the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_lint.readers.pdf.layout import Page
from scr_lint.readers.pdf.lines import Run, lines_of

# Headers and footers stand in this share of the page's height at its top and bottom.
_ZONE = 0.12
_SAME_LINE = 3.0
_STAMP = 1.8
_STAMP_PAGES = 3
# Fewer are the number of a paragraph or item, which often stands at the same height on two pages.
_LEAST_LETTERS = 3
_LEAST_SIGNS = 7
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\s|\-\u2013\u2014\[(]*(?:page|p\.?|pg\.?)?\s*(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?:\s*(?:of|/)\s*\d{1,4})?[\s|\-\u2013\u2014\])]*",
    re.IGNORECASE,
)

# For each text, at which height it stands on which pages.
Places = dict[tuple[str, int], set[int]]


@dataclass(slots=True)
class Furniture:
    """What was taken off the pages."""

    running: bool = False
    numbers: bool = False
    stamps: int = 0


def take_off(pages: Sequence[Page], body_size: float) -> Furniture:
    """Take headers, footers, page numbers and repeated stamps off the pages' bodies and boxes."""
    places: Places = defaultdict(set)
    for page in pages:
        for run in _runs(page):
            if _in_zone(run, page) or run.size > _STAMP * body_size:
                places[_key(run), _shelf(run)].add(page.number)
    taken = Furniture()
    for page in pages:
        bands = _bands(page, places, taken)
        page.runs = [r for r in page.runs if _stays(r, page, places, bands, body_size, taken)]
        for box in page.boxes:
            usual = Counter(round(run.size, 1) for run in box.runs).most_common(1)[0][0]
            box.runs[:] = [
                run
                for run in box.runs
                if not _in_bands(run, bands)
                or (abs(run.size - usual) < 0.2 and not _repeats(run, page, places, 2))
            ]
    return taken


def _runs(page: Page) -> Iterator[Run]:
    """The visible runs of a page's body and of its boxes."""
    yield from (run for run in page.runs if run.ink is not None)
    for box in page.boxes:
        yield from (run for run in box.runs if run.ink is not None)


def _bands(page: Page, places: Places, taken: Furniture) -> list[float]:
    """The baselines of headers and footers, from the page's edge to the first other line."""
    runs = [run for run in page.runs if run.ink is not None and _in_zone(run, page)]
    rows = lines_of(runs, page.number)
    heads = [row for row in rows if row.baseline < page.height / 2]
    feet = [row for row in reversed(rows) if row not in heads]
    found: list[float] = []
    for edge in (heads, feet):
        for row in edge:
            members = [run for run in runs if row.top <= run.baseline <= row.bottom]
            running = [run for run in members if _is_running(run, page, places)]
            numbers = [run for run in members if _PAGE_NUMBER.fullmatch(run.text())]
            if not running and len(numbers) < len(members):
                break
            taken.running |= any(run not in numbers for run in running)
            taken.numbers |= bool(numbers)
            found += (run.baseline for run in members)
    return found


def _in_bands(run: Run, bands: Sequence[float]) -> bool:
    return any(abs(run.baseline - band) < _SAME_LINE for band in bands)


def _stays(
    run: Run, page: Page, places: Places, bands: list[float], body_size: float, taken: Furniture
) -> bool:
    """Whether a run belongs to the body; a stamp that does not is noted in `taken`."""
    if _in_bands(run, bands):
        return False
    stamp = run.size > _STAMP * body_size and _repeats(run, page, places, _STAMP_PAGES)
    taken.stamps += stamp
    return not stamp


def _is_running(run: Run, page: Page, places: Places) -> bool:
    text = "".join(run.text().split())
    telling = (
        sum(letter.isalpha() for letter in text) >= _LEAST_LETTERS or len(text) >= _LEAST_SIGNS
    )
    return telling and _repeats(run, page, places, 2)


def _repeats(run: Run, page: Page, places: Places, least: int) -> bool:
    """Whether the same words stand at the same height on at least `least` pages."""
    key, shelf = _key(run), _shelf(run)
    near = [places.get((key, shelf + step), set()) for step in (-1, 0, 1)]
    return max(map(len, near)) >= least or len({page.number}.union(*near)) >= least


def _shelf(run: Run) -> int:
    return round(run.baseline / _SAME_LINE)


def _key(run: Run) -> str:
    return _DIGITS.sub("#", " ".join(run.text().split())).casefold()


def _in_zone(run: Run, page: Page) -> bool:
    return not _ZONE * page.height < run.baseline < (1 - _ZONE) * page.height


def shown_text(pages: Sequence[Page]) -> Iterator[Run]:
    """The visible runs of all pages' bodies."""
    for page in pages:
        yield from (run for run in page.runs if run.ink is not None)
