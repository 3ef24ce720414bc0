"""What stands on a page: characters with their places, lines drawn, boxes and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from scr_lint.model import Box

# Stands for a character of which the font does not say what it shows; often a bullet.
UNREADABLE = "\ufffd"


class Face(NamedTuple):
    """How a font looks, as far as its name tells."""

    name: str
    bold: bool
    italic: bool = False


class Glyph(NamedTuple):
    """One code point on a page, in points from the page's top left corner.

    `size` is the height of the type as shown; `baseline` is where the letters stand. A NamedTuple
    because a long draft has a million of them, and a frozen dataclass takes four times as long to
    make.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    face: Face

    @property
    def box(self) -> Box:
        """Where the character stands."""
        return Box(self.left, self.top, self.right, self.bottom)


@dataclass(frozen=True, slots=True)
class Edge:
    """A line drawn across (`upright` false) or down the page, from `start` to `end`, at `at`."""

    at: float
    start: float
    end: float
    upright: bool = field(kw_only=True)


@dataclass(slots=True)
class Sheet:
    """All that one page shows, as drawn: nothing is yet in reading order.

    `frames` are rectangles that are filled or outlined; `unreadable` counts characters whose font
    does not say what they are; `watermarks` and `slanted` count characters of large and of small
    type that do not run across the page.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    unreadable: int = 0
    watermarks: int = 0
    slanted: int = 0
