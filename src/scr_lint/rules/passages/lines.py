"""The draft line by line as the passage finders see it: a sentence, its cues, and the headings over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from scr_lint.language.reading import Reading, Sentence
from scr_lint.lexicon.load import WordLists
from scr_lint.model import BlockKind, Document, Span
from scr_lint.rules.evidence import FoundPassage
from scr_lint.rules.passages.cues import CueReader, Cues
from scr_lint.rules.passages.run_in_headings import RunInHeadings


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, list item or table cell, with its cues.

    `heading` has the cues of the nearest heading, a run-in heading ("Why we met. The panel …")
    included; `headings` those of every heading above but the draft's own title. `opener` marks a
    sentence that is itself a run-in heading.
    """

    sentence: Sentence
    cues: Cues
    heading: Cues
    headings: tuple[Cues, ...]
    opener: bool = False

    @property
    def block(self) -> int:
        """The index of the block it stands in."""
        return self.sentence.block.index

    @property
    def text(self) -> str:
        """The sentence in lower case with plain quotes; offsets as in the sentence."""
        return self.cues.text

    def under(self, *names: str) -> bool:
        """Whether a heading above says any of these."""
        return any(cues.any(*names) for cues in self.headings)

    def starts_with(self, name: str) -> bool:
        """Whether a pattern of this list opens the sentence, list marks left out."""
        return any(not self.text[: s.start].strip("()*_ -") for s in self.cues.spans(name)[:1])

    def passage(self, label: str, kind: str = "") -> FoundPassage:
        """The whole sentence as a passage."""
        return FoundPassage(label, kind, self.block, self.sentence.span)


class Lines:
    """The lines of a draft in reading order, and which of them stand together."""

    def __init__(self, reading: Reading, cue_reader: CueReader) -> None:
        self._reading = reading
        self._cues = cue_reader
        self._headings: dict[str, Cues] = {}

    @property
    def document(self) -> Document:
        """The draft."""
        return self._reading.document

    def words(self, name: str) -> WordLists:
        """The word lists of one file of the lexicons."""
        return self._reading.lexicons.words[name]

    @cached_property
    def all(self) -> tuple[Line, ...]:
        """Every line but headings and captions."""
        headings = RunInHeadings.from_words(self.words("run-in-headings"))
        lines: list[Line] = []
        run_in: tuple[tuple[str, ...], Cues] | None = None
        for group in self._reading.by_block.values():
            block = group[0].block
            if block.kind in (BlockKind.HEADING, BlockKind.CAPTION):
                run_in = None
                continue
            opens = headings.opens(group)
            if opens:
                run_in = block.section, self._heading(group[0].text)
            elif run_in is not None and run_in[0] != block.section:
                run_in = None
            above = self._above(block.section, run_in[1] if run_in else None)
            lines.extend(
                Line(s, self._read(s.text), above[-1], above, opens and s is group[0])
                for s in group
            )
        return tuple(lines)

    @cached_property
    def by_block(self) -> Mapping[int, tuple[Line, ...]]:
        """The lines of each block."""
        groups: dict[int, list[Line]] = {}
        for line in self.all:
            groups.setdefault(line.block, []).append(line)
        return {index: tuple(group) for index, group in groups.items()}

    @cached_property
    def rows(self) -> Mapping[tuple[int, int], tuple[Line, ...]]:
        """The cells of each row of each table, by the numbers of table and row (from 1)."""
        rows: dict[tuple[int, int], list[Line]] = {}
        for line in self.all:
            cell = line.sentence.block.cell
            if cell is not None:
                rows.setdefault((cell.table, cell.row), []).append(line)
        return {place: tuple(row) for place, row in rows.items()}

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {line.sentence.index: place for place, line in enumerate(self.all)}

    def before(self, line: Line, count: int = 1) -> tuple[Line, ...]:
        """Up to `count` lines before this one in its section, nearest first."""
        return tuple(self._neighbours(line, -1, count))

    def after(self, line: Line, count: int = 1) -> tuple[Line, ...]:
        """Up to `count` lines after this one in its section, nearest first."""
        return tuple(self._neighbours(line, 1, count))

    def lead_of_list(self, line: Line, reach: int) -> Line | None:
        """The line that leads up to a list item with a colon, at most `reach` lines before it."""
        before = self.before(line, reach)
        lead = next((x for x in before if x.sentence.block.kind is not BlockKind.LIST_ITEM), None)
        return lead if lead is not None and lead.text.rstrip().endswith(":") else None

    def _neighbours(self, line: Line, step: int, count: int) -> Iterator[Line]:
        place = self._places[line.sentence.index]
        for distance in range(1, count + 1):
            other = place + step * distance
            if not 0 <= other < len(self.all):
                return
            if self.all[other].sentence.block.section != line.sentence.block.section:
                return
            yield self.all[other]

    def _above(self, section: Sequence[str], run_in: Cues | None) -> tuple[Cues, ...]:
        inner = [self._heading(text) for text in section if text not in self._titles]
        if run_in is not None:
            inner.append(run_in)
        return tuple(inner) or (Cues("", self._cues),)

    @cached_property
    def _titles(self) -> frozenset[str]:
        """The headings of the title page: the first, and those after it that head no text."""
        titles: list[str] = []
        for block, after in pairwise(self._reading.document.blocks):
            if block.kind is not BlockKind.HEADING:
                break
            if not titles or after.kind is BlockKind.HEADING:
                titles.append(block.text)
        return frozenset(titles)

    def _heading(self, text: str) -> Cues:
        if text not in self._headings:
            self._headings[text] = self._read(text)
        return self._headings[text]

    def _read(self, text: str) -> Cues:
        known = self._reading.memory.of("cues")
        if (self._cues, text) not in known:
            known[self._cues, text] = self._cues.read(text)
        cues: Cues = known[self._cues, text]
        return cues


def column_of(line: Line) -> int:
    """The column of a table that a line stands in, from 1; 0 outside tables."""
    cell = line.sentence.block.cell
    return cell.column if cell is not None else 0


def spans_overlap(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares anything with any of the others."""
    return any(span.overlaps(other) for other in others)
