"""Ending a run wherever a comment begins or ends: "comment ranges stand between runs" (17.13.4).

Runs are split, never rebuilt: every child keeps its element, so that no footnote reference, tab,
break or drawing is lost; only a `w:t` cut in the middle gets a second element.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from scr_lint.docx_names import R_PR, RUN
from scr_lint.docx_pieces import TEXT, contribution
from scr_lint.reporters.docx.names import XML_SPACE

_BLANKS = " \t\r\n"


class Edge(NamedTuple):
    """A place between two characters: `offset` code points into what `element` shows.

    `element` is a child of a run, or something outside runs that is not cut (a formula). What is
    not a `w:t` has the offsets 0 (before it) and 1 (after it) only.
    """

    element: etree._Element
    offset: int


class _Part(NamedTuple):
    start: int
    end: int
    element: etree._Element


@dataclass(slots=True)
class Runs:
    """Cuts asked for, and after `cut` the runs that begin and end at them."""

    _offsets: dict[etree._Element, set[int]] = field(default_factory=dict)
    _beginning: dict[Edge, etree._Element] = field(default_factory=dict)
    _ending: dict[Edge, etree._Element] = field(default_factory=dict)

    def ask(self, edge: Edge) -> None:
        """Let a run begin or end at `edge`."""
        self._offsets.setdefault(edge.element, set()).add(edge.offset)

    def cut(self) -> None:
        """Split every run as asked, each once."""
        runs: dict[etree._Element, None] = {}
        for element in self._offsets:
            run = element.getparent()
            if run is not None and run.tag == RUN:
                runs[run] = None
        for run in runs:
            self._split(run)

    def beginning(self, edge: Edge) -> etree._Element:
        """The run that begins at `edge`, or the element outside runs that does."""
        return self._beginning.get(edge, edge.element)

    def ending(self, edge: Edge) -> etree._Element:
        """The run that ends at `edge`, or the element outside runs that does."""
        return self._ending.get(edge, edge.element)

    def _split(self, run: etree._Element) -> None:
        groups: list[list[etree._Element]] = [[]]
        found: list[tuple[dict[Edge, etree._Element], Edge, int]] = []
        for child in [c for c in run if c.tag != R_PR]:
            offsets = self._offsets.get(child, set())
            for part in _parts(child, offsets):
                if part.start in offsets:
                    if groups[-1]:
                        groups.append([])
                    found.append((self._beginning, Edge(child, part.start), len(groups) - 1))
                groups[-1].append(part.element)
                if part.end in offsets:
                    found.append((self._ending, Edge(child, part.end), len(groups) - 1))
                    groups.append([])
        made = _spread(run, [group for group in groups if group])
        for place, edge, number in found:
            place[edge] = made[number]


def _parts(child: etree._Element, offsets: set[int]) -> Iterator[_Part]:
    """A child of a run in the pieces it is cut into; itself where it is not cut inside."""
    shown = contribution(child) if child.tag == TEXT else "?"
    inner = [offset for offset in sorted(offsets) if 0 < offset < len(shown)]
    if not inner:
        yield _Part(0, len(shown), child)
        return
    # Blanks that Word does not show go: the parts keep theirs, and these would come to light.
    raw = child.text or ""
    text = raw if len(raw) == len(shown) else raw.strip(_BLANKS)
    twin = _like(child)
    for start, end in zip((0, *inner), (*inner, len(text)), strict=True):
        element = deepcopy(twin) if start else child
        element.text = text[start:end]
        if element.text.strip(_BLANKS) != element.text:
            element.set(XML_SPACE, "preserve")
        yield _Part(start, end, element)


def _spread(run: etree._Element, groups: list[list[etree._Element]]) -> list[etree._Element]:
    """One run for each group, alike but for what they hold; the first is `run` itself."""
    properties = run.find(R_PR)
    runs = [run]
    for group in groups[1:]:
        twin = _like(run)
        if properties is not None:
            copy = deepcopy(properties)
            copy.tail = None
            twin.append(copy)
        twin.extend(group)
        runs[-1].addnext(twin)
        runs.append(twin)
    return runs


def _like(element: etree._Element) -> etree._Element:
    """An empty element of the same name and attributes."""
    return etree.Element(element.tag, {str(name): str(value) for name, value in element.items()})
