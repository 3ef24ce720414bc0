"""Numbers as a person writes them: "1 table", "11,204 words", "23rd"."""

from __future__ import annotations

from collections.abc import Mapping

_ENDINGS: Mapping[int, str] = {1: "st", 2: "nd", 3: "rd"}


def counted(number: int, name: str, plural: str = "") -> str:
    """So many of a thing: "1 table", "2 tables", "11,204 words"."""
    return f"{number:,} {name if number == 1 else plural or name + 's'}"


def ordinal(number: int) -> str:
    """ "1st", "12th", "23rd"."""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else _ENDINGS.get(number % 10, 'th')}"
