"""Comments that look as if they were to accept a finding, and do nothing: their first word is misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_NAME = "scr-lint"
_CLOSE = 0.75
_COMMENT = re.compile(r"<!--\s*(?P<said>.*?)-->", re.DOTALL)
_FIRST = re.compile(r"\w+(?:[-\u2010-\u2014 _]lint\b)?", re.IGNORECASE)
_ACCEPTS = re.compile(r"\b(?:ignore|accept|disable|allow|(?:BL|LP|TA)\d{3})", re.IGNORECASE)


def misspelt_comments(text: str) -> Iterator[str]:
    """What to say of each such comment in a Markdown or text draft."""
    for found in _COMMENT.finditer(text):
        first = _FIRST.match(found["said"])
        if first is None or not _ACCEPTS.search(found["said"], first.end()):
            continue
        if first[0] != _NAME and _likeness(first[0]) >= _CLOSE:
            line = 1 + text.count("\n", 0, found.start())
            yield (
                f"line {line}: a comment here looks as if it were to accept a finding, and does "
                f"nothing: it has to begin with `<!-- {_NAME}: ignore`"
            )


def _likeness(word: str) -> float:
    return SequenceMatcher(None, word.lower(), _NAME).ratio()
