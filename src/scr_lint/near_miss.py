"""Naming what a mistyped word was probably meant to be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def near_miss(word: str, known: Iterable[str]) -> str:
    """ " (did you mean 'x'?)" for the closest known word, "" where none is close."""
    folded = {k.lower(): k for k in known}
    close = difflib.get_close_matches(word.lower(), list(folded), n=1)
    return f" (did you mean {folded[close[0]]!r}?)" if close else ""
