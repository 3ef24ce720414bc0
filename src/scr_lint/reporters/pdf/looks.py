"""How a highlight looks: the family by colour, the severity by the line below.

The three colours differ in lightness as well (0.70, 0.80 and 0.92 of white by ITU-R BT.601), so
that they stay apart on a grey printer and for most colour-blind readers; so do the lines. Black
type stays legible where two lie on one another.
"""

from __future__ import annotations

from dataclasses import dataclass

from scr_lint.finding import Severity
from scr_lint.reporters.pdf.geometry import Point, Quad

Color = tuple[float, float, float]

_FAMILIES: dict[str, Color] = {
    "BL": (1.0, 0.58, 0.53),
    "TA": (0.58, 0.88, 0.97),
    "LP": (1.0, 0.97, 0.45),
}
_OTHER: Color = (0.88, 0.88, 0.88)
_DARKER = 0.45
GRAPHICS_STATE = "G"


@dataclass(frozen=True, slots=True)
class _Stroke:
    width: float
    dashes: str


_STROKES: dict[Severity, _Stroke | None] = {
    Severity.ERROR: _Stroke(1.4, "[] 0 d"),
    Severity.WARNING: None,
    Severity.NOTE: _Stroke(0.9, "[2 2] 0 d"),
}


def color_of(rule: str) -> Color:
    """The colour of a rule's family."""
    return _FAMILIES.get(rule[:2], _OTHER)


def drawing(quads: list[Quad], rule: str, severity: Severity) -> bytes:
    """The content stream that draws a highlight over `quads`, in user space."""
    color = color_of(rule)
    steps = [f"/{GRAPHICS_STATE} gs", f"{_numbers(*color)} rg"]
    steps += [_filled(quad) for quad in quads]
    stroke = _STROKES[severity]
    if stroke is not None:
        steps.append(f"{_numbers(*(part * _DARKER for part in color))} RG")
        steps.append(f"{_numbers(stroke.width)} w {stroke.dashes}")
        steps += [_underlined(quad) for quad in quads]
    return "\n".join(steps).encode()


def _filled(quad: Quad) -> str:
    first, *others = quad.top_left, quad.top_right, quad.bottom_right, quad.bottom_left
    return " ".join((_at(first, "m"), *(_at(point, "l") for point in others), "h f"))


def _underlined(quad: Quad) -> str:
    return f"{_at(quad.bottom_left, 'm')} {_at(quad.bottom_right, 'l')} S"


def _at(point: Point, operator: str) -> str:
    return f"{_numbers(point.x, point.y)} {operator}"


def _numbers(*values: float) -> str:
    """Numbers as PDF writes them: no exponents, two decimals are a 36th of a millimetre."""
    return " ".join(f"{value:.2f}" for value in values)
