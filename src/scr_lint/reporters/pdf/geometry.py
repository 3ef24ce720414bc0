"""Carrying boxes from the page as shown back to the page as stored.

The reader's boxes are in points from the top left corner of the MediaBox, turned as /Rotate says;
annotations are in default user space, which is neither turned nor moved (ISO 32000-1, 8.3.2.3).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from scr_lint.model import Box

_SAME_LINE = 0.5


class Point(NamedTuple):
    """A point in default user space."""

    x: float
    y: float


class Quad(NamedTuple):
    """The corners of a stretch of a line, named as a reader of the shown page would."""

    top_left: Point
    top_right: Point
    bottom_left: Point
    bottom_right: Point


@dataclass(frozen=True, slots=True)
class Frame:
    """The MediaBox of a page and how far it is turned clockwise when shown: 0, 90, 180 or 270."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int = 0

    def stored(self, across: float, down: float) -> Point:
        """Where a point of the shown page is stored."""
        match self.turned:
            case 90:
                return Point(self.left + down, self.bottom + across)
            case 180:
                return Point(self.right - across, self.bottom + down)
            case 270:
                return Point(self.right - down, self.top - across)
        return Point(self.left + across, self.top - down)

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Where a stored point is shown: across and down from the top left corner."""
        match self.turned:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
        return x - self.left, self.top - y

    def quad(self, box: Box) -> Quad:
        """The corners of a shown box."""
        return Quad(
            self.stored(box.left, box.top),
            self.stored(box.right, box.top),
            self.stored(box.left, box.bottom),
            self.stored(box.right, box.bottom),
        )


def lines_of(boxes: Iterable[Box]) -> list[Box]:
    """One box for each line that characters, in reading order, stand on.

    A new line begins where a character stands left of the one before, or overlaps the line by less
    than half its height: a footnote mark stays on its line.
    """
    lines: list[Box] = []
    for box in boxes:
        if box.right <= box.left or box.bottom <= box.top:
            continue
        if lines and _continues(lines[-1], box):
            lines[-1] = _around(lines[-1], box)
        else:
            lines.append(box)
    return lines


def bounds(quads: Iterable[Quad]) -> tuple[float, float, float, float]:
    """The smallest upright rectangle round `quads`: left, bottom, right, top."""
    points = [point for quad in quads for point in quad]
    across, up = [p.x for p in points], [p.y for p in points]
    return min(across), min(up), max(across), max(up)


def _continues(line: Box, box: Box) -> bool:
    shared = min(line.bottom, box.bottom) - max(line.top, box.top)
    lower = min(line.bottom - line.top, box.bottom - box.top)
    return shared >= _SAME_LINE * lower and box.right > line.left and box.left >= line.left


def _around(line: Box, box: Box) -> Box:
    return Box(
        min(line.left, box.left),
        min(line.top, box.top),
        max(line.right, box.right),
        max(line.bottom, box.bottom),
    )
