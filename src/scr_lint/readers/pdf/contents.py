"""Contents lists: lines that lead to a page number. They are not prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from scr_lint.readers.pdf.columns import Item, Stretch
from scr_lint.readers.pdf.lines import Line
from scr_lint.readers.pdf.spelling import spelled, text_of

_TITLE = re.compile(
    r"(?:\d+\.?\s+)?(?:table of )?contents(?: page)?|list of (?:tables|figures|appendices)",
    re.IGNORECASE,
)
_LEADERS = re.compile(
    r"(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})?\s*$|(?:\u2026\s?){2,}\s*\d{0,4}\s*$"
)
_PAGE_AT_END = re.compile(r"\S\s+(?:page\s+)?\d{1,3}$", re.IGNORECASE)


class Contents:
    """Takes contents lists out of the items of a draft; `found` tells whether there was one."""

    def __init__(self) -> None:
        self.found = False
        self._inside = False
        self._size = 0.0

    def without(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items in order, without the lines of contents lists and their titles."""
        for item in items:
            if not isinstance(item, Stretch):
                self._inside = False
                yield item
                continue
            kept = tuple(self._kept(item.lines))
            if kept:
                yield item if len(kept) == len(item.lines) else replace(item, lines=kept)

    def _kept(self, lines: tuple[Line, ...]) -> Iterator[Line]:
        texts = [text_of(spelled(line)) for line in lines]
        for index, line in enumerate(lines):
            after = texts[index + 1 : index + 3]
            if self._drops(line, texts[index], after, lines[index + 1 : index + 2]):
                self.found = True
            else:
                yield line

    def _drops(self, line: Line, text: str, after: list[str], below: tuple[Line, ...]) -> bool:
        if _TITLE.fullmatch(text.strip()) and any(_leads(t) for t in after):
            self._inside, self._size = True, 0.0
            return True
        if _LEADERS.search(text):
            self._inside, self._size = True, line.size
            return True
        if not self._inside:
            return False
        if _leads(text):
            self._size = line.size
            return True
        wraps = (
            bool(below) and bool(after) and _leads(after[0]) and abs(line.size - self._size) < 0.5
        )
        self._inside = wraps and below[0].baseline - line.baseline < 1.6 * line.size
        return self._inside


def _leads(text: str) -> bool:
    """Whether a line ends with leaders or with the number of a page."""
    return bool(_LEADERS.search(text) or _PAGE_AT_END.search(text))
