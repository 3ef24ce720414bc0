"""JSON written piece by piece: what is long is never whole in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from scr_lint.reporters.clean import encodable


@dataclass(frozen=True, slots=True)
class Members:
    """An object whose members are made one after the other, each written before the next is made."""

    pairs: Iterable[tuple[str, Any]]


def pieces(value: Any, depth: int = 0) -> Iterator[str]:
    """The text that `json.dumps` gives for `value` at an indent of 2, in pieces.

    An iterator becomes an array, item by item, `Members` an object; either may hold further ones.
    """
    if isinstance(value, Members):
        named = ((f"{json.dumps(key)}: ", member) for key, member in value.pairs)
        yield from _within("{}", named, depth)
    elif isinstance(value, Iterator):
        yield from _within("[]", (("", item) for item in value), depth)
    else:
        # Line ends within strings are escaped, so every one here is of the layout.
        text = json.dumps(value, ensure_ascii=False, indent=2).replace("\n", _line(depth))
        yield encodable(text)


def _within(brackets: str, parts: Iterable[tuple[str, Any]], depth: int) -> Iterator[str]:
    before = brackets[0]
    for lead, value in parts:
        yield f"{before}{_line(depth + 1)}{lead}"
        yield from pieces(value, depth + 1)
        before = ","
    yield brackets if before == brackets[0] else f"{_line(depth)}{brackets[1]}"


def _line(depth: int) -> str:
    return "\n" + "  " * depth
