"""Reading of marked examples: `"The midwife [[failed to record]] the visit."`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scr_lint.model import Span

_MARK = re.compile(r"\[\[(.+?)\]\]")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the spans that must be flagged in it; no spans means it must stay silent."""

    text: str
    marks: tuple[Span, ...]

    @property
    def silent(self) -> bool:
        """Whether nothing may be flagged."""
        return not self.marks

    def marked(self, before: str, after: str) -> str:
        """The sentence with `before` and `after` round the words that must be flagged."""
        text, last = "", 0
        for mark in self.marks:
            text += f"{self.text[last : mark.start]}{before}{mark.of(self.text)}{after}"
            last = mark.end
        return text + self.text[last:]


def parse_example(marked: str) -> Example:
    """The example without its `[[ ]]` marks, and where they stood."""
    plain, marks, last, shift = [], [], 0, 0
    for found in _MARK.finditer(marked):
        plain.append(marked[last : found.start()] + found.group(1))
        start = found.start() - shift
        marks.append(Span(start, start + len(found.group(1))))
        shift += len("[[]]")
        last = found.end()
    plain.append(marked[last:])
    return Example("".join(plain), tuple(marks))
