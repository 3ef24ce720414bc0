"""What pages repeat: running headers and footers, page numbers, and stamps behind the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_lint.readers.pdf.layout import Page
from scr_lint.readers.pdf.lines import Run

# Headers and footers stand in this share of the page's height at its top and bottom.
_ZONE = 0.12
_SAME_LINE = 3.0
_STAMP = 1.8
_STAMP_PAGES = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\s|\-\u2013\u2014\[(]*(?:page|p\.?|pg\.?)?\s*(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?:\s*(?:of|/)\s*\d{1,4})?[\s|\-\u2013\u2014\])]*",
    re.IGNORECASE,
)

Places = dict[str, list[tuple[int, float]]]


@dataclass(slots=True)
class Furniture:
    """What was taken off the pages."""

    running: bool = False
    numbers: bool = False
    stamps: int = 0


def take_off(pages: Sequence[Page], body_size: float) -> Furniture:
    """Take headers, footers, page numbers and repeated stamps off the pages' bodies."""
    places: Places = defaultdict(list)
    for page in pages:
        for run in page.runs:
            if _in_zone(run, page) or run.size > _STAMP * body_size:
                places[_key(run)].append((page.number, run.baseline))
    taken = Furniture()
    for page in pages:
        bands = [run.baseline for run in page.runs if _is_running(run, page, places)]
        kept = []
        for run in page.runs:
            if _stays(run, page, places, bands, body_size, taken):
                kept.append(run)
        page.runs = kept
    return taken


def _stays(
    run: Run, page: Page, places: Places, bands: list[float], body_size: float, taken: Furniture
) -> bool:
    """Whether a run belongs to the body; what does not is noted in `taken`."""
    if not _in_zone(run, page):
        stamp = run.size > _STAMP * body_size and _repeats(run, page, places, _STAMP_PAGES)
        taken.stamps += stamp
        return not stamp
    if any(abs(run.baseline - band) < _SAME_LINE for band in bands):
        taken.running = True
        return False
    if _PAGE_NUMBER.fullmatch(run.text()) and _is_outermost(run, page):
        taken.numbers = True
        return False
    return True


def _is_running(run: Run, page: Page, places: Places) -> bool:
    return _in_zone(run, page) and run.ink is not None and _repeats(run, page, places, 2)


def _repeats(run: Run, page: Page, places: Places, least: int) -> bool:
    """Whether the same words stand at the same height on at least `least` pages."""
    found = {
        number for number, at in places[_key(run)] if abs(at - run.baseline) < _SAME_LINE
    }
    return len(found | {page.number}) >= least


def _key(run: Run) -> str:
    return _DIGITS.sub("#", " ".join(run.text().split())).casefold()


def _in_zone(run: Run, page: Page) -> bool:
    return not _ZONE * page.height < run.baseline < (1 - _ZONE) * page.height


def _is_outermost(run: Run, page: Page) -> bool:
    """Whether a run stands alone on the page's first or last line."""
    others = [r.baseline for r in page.runs if r is not run and r.ink is not None]
    alone = all(abs(at - run.baseline) > _SAME_LINE for at in others)
    return alone and (run.baseline <= min(others, default=0) or run.baseline >= max(others, default=0))


def shown_text(pages: Sequence[Page]) -> Iterator[Run]:
    """The visible runs of all pages' bodies."""
    for page in pages:
        yield from (run for run in page.runs if run.ink is not None)
