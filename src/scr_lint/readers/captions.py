"""Captions: what a paragraph shows that no style names as one ("Figure 3: Visits by month")."""

from __future__ import annotations

import re

_CAPTION = re.compile(
    r"\s*(?i:table|figure|fig\.?|chart|diagram|map|graph|box|photo(?:graph)?|picture|image|illustration)"
    r"\s+(?:\d+[a-z]?|[A-Z])(?:\.\d+)*\b\s*(?P<mark>[:.\u2013\u2014-])?"
)
_MOST_WORDS = 40
_MOST_BARE = 15
_STOPS = (".", ";", ":", "?", "!")


def is_caption(text: str) -> bool:
    """Whether a paragraph is the label of a table or picture, with what it says of it.

    "Figure 3 shows …." is prose: without a mark behind its number a label is short and has no stop.
    """
    found = _CAPTION.match(text)
    words = len(text.split())
    if found is None or words > _MOST_WORDS:
        return False
    bare = words <= _MOST_BARE and not text.rstrip().endswith(_STOPS)
    return found["mark"] is not None or bare
