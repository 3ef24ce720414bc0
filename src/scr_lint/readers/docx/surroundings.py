"""Where a paragraph stands: in the body, a cell, a text box, and whether that place is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from scr_lint.model import Cell
from scr_lint.readers.docx.fate import Fate, own_fate
from scr_lint.readers.docx.tables import Spot, layout
from scr_lint.readers.docx.tags import BOX, CELL, TABLE


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The place of a paragraph. `room` is the body, note, cell or box it stands in.

    `depth` says how many text boxes are round it; `cell` is None outside tables.
    """

    room: etree._Element
    depth: int = 0
    cell: Cell | None = None
    fate: Fate = Fate.READ


@dataclass(slots=True)
class Survey:
    """The surroundings of every paragraph below one root, worked out from the outside inwards.

    `tables` is how many tables with anything to read were met, also the number of the latest.
    """

    root: etree._Element
    tables: int = 0
    boxes: int = 0
    _known: dict[etree._Element, Surroundings] = field(default_factory=dict)
    _spots: dict[etree._Element, Spot] = field(default_factory=dict)
    _numbers: dict[etree._Element, int] = field(default_factory=dict)

    def around(self, paragraph: etree._Element) -> Surroundings:
        """Where a paragraph below the root stands."""
        unknown = []
        element = paragraph.getparent()
        while element is not None and element not in self._known and element is not self.root:
            unknown.append(element)
            element = element.getparent()
        found = Surroundings(self.root)
        if element is not None and element in self._known:
            found = self._known[element]
        for inner in reversed(unknown):
            found = self._known[inner] = self._within(inner, found)
        return found

    def _within(self, element: etree._Element, outer: Surroundings) -> Surroundings:
        if element.tag == TABLE:
            self._spots.update(layout(element))
            return outer
        if outer.fate is not Fate.READ:
            return outer
        if element.tag == BOX:
            self.boxes += 1
            return Surroundings(element, outer.depth + 1)
        if element.tag == CELL and element in self._spots:
            return self._in_cell(element, outer)
        fate = own_fate(element)
        return outer if fate is Fate.READ else replace(outer, fate=fate)

    def _in_cell(self, element: etree._Element, outer: Surroundings) -> Surroundings:
        spot = self._spots[element]
        if spot.fate is not Fate.READ:
            return replace(outer, fate=spot.fate)
        table = next(element.iterancestors(TABLE))
        if table not in self._numbers:
            self.tables += 1
            self._numbers[table] = self.tables
        return Surroundings(element, outer.depth, Cell(self._numbers[table], spot.row, spot.column))
