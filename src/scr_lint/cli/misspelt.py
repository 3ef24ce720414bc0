"""Comments that look as if they were to accept a finding, and do nothing: their first word is misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_NAME = "scr-lint"
_CLOSE = 0.75
_OPEN, _CLOSED = "<!--", "-->"
_FIRST = re.compile(r"\w+(?:[-\u2010-\u2014 _]lint\b)?", re.IGNORECASE)
_ACCEPTS = re.compile(r"\b(?:ignore|accept|disable|allow|(?:BL|LP|TA)\d{3})", re.IGNORECASE)


def misspelt_comments(text: str) -> Iterator[str]:
    """What to say of each such comment in a Markdown or text draft."""
    for start, said in _comments(text):
        first = _FIRST.match(said)
        if first is None or not _ACCEPTS.search(said, first.end()):
            continue
        if first[0] != _NAME and _likeness(first[0]) >= _CLOSE:
            line = 1 + text.count("\n", 0, start)
            yield (
                f"line {line}: a comment here looks as if it were to accept a finding, and does "
                f"nothing: it has to begin with `<!-- {_NAME}: ignore`"
            )


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """Where each comment begins, and what it says; one that is never closed ends the search."""
    start = text.find(_OPEN)
    while start >= 0:
        end = text.find(_CLOSED, start)
        if end < 0:
            return
        yield start, text[start + len(_OPEN) : end].lstrip()
        start = text.find(_OPEN, end)


def _likeness(word: str) -> float:
    return SequenceMatcher(None, word.lower(), _NAME).ratio()
