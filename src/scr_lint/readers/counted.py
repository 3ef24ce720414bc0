"""Counts in words, for what a reader says of a file."""

from __future__ import annotations


def counted(number: int, name: str, plural: str = "") -> str:
    """A count in words a person would use: "1 table", "2 tables"."""
    return f"{number} {name if number == 1 else plural or name + 's'}"
