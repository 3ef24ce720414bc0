"""Numbers an author typed before a paragraph: "4.12 The", "12. The", "(b) The", "iv) The"."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What may begin the prose: a capital, a quotation mark or bracket. After a tab anything may.
_CAPITAL = r"(?=[\"'“\u2018\[(]*[^\W\d_a-zà-öø-ÿ])"
_GAP = rf"(?:[^\S\t]*+\t\s*+(?=\S)|[ \u00a0\u2002\u2003]++{_CAPITAL})"
_ANY_GAP = r"\s++(?=\S)"
_ROMAN = r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})"

_DECIMAL = re.compile(
    rf"\s*+(?P<number>(?:[A-Z]\.?)?[1-9]\d{{0,2}}(?:\.[1-9]\d{{0,2}}){{1,5}}[A-Z]?)[.:]?{_GAP}"
)
_SINGLE = re.compile(rf"\s*+(?P<number>[1-9]\d{{0,2}})(?:[.:]{_GAP}|\t\s*+(?=\S))")
_HEADING = re.compile(rf"\s*+(?P<number>[1-9]\d?) +{_CAPITAL}")
_NAMED = re.compile(rf"\s*[Pp]ara(?:graph)?\s+(?P<number>\d+(?:\.\d+)*)[:.]{_ANY_GAP}")
_BRACKETED = re.compile(
    rf"\s*+(?P<number>\((?:[a-z]{{1,2}}|{_ROMAN}|[A-Z]|\d{{1,3}})\)|(?:[a-z]|{_ROMAN}|[A-Z]|\d{{1,3}})\))"
    rf"{_ANY_GAP}"
)
_DOTTED = re.compile(
    rf"\s*+(?P<number>[a-z]|{_ROMAN})\.{_GAP}|\s*+(?P<tabbed>[A-Z]|[IVX]+)\.\t\s*+(?=\S)"
)
_BULLET = re.compile(r"\s*+(?P<number>[•‣▪●○◦·■□➢✓]|[-\u2013\u2014*o](?=\t))\s++(?=\S)")

# 12.03.2019, 4.12.19, 31.1.2020: day and month in range, and a year that no numbering runs to.
_DATE = re.compile(r"(?:[12]?\d|3[01])\.(?:\d|1[0-2])\.(?:\d{4}|[1-9]\d)")
_CLOCK = re.compile(r"(?:1?\d|2[0-3])\.[0-5]\d")


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number as printed and where the prose after it begins; a typed bullet has number ""."""

    number: str
    prose_start: int
    bullet: bool = False


def typed_number(text: str, *, heading: bool, cell: bool) -> TypedNumber | None:
    """The number typed at the head of a text, None where there is none.

    A heading may have a bare number ("4 Findings"). In a table, "10.30 Mother rang" is a time.
    """
    if (found := _DECIMAL.match(text)) and not _is_date_or_time(found["number"], cell=cell):
        return TypedNumber(found["number"], found.end())
    patterns = (_SINGLE, _NAMED, _BRACKETED, _HEADING) if heading else (_SINGLE, _NAMED, _BRACKETED)
    for pattern in patterns:
        if found := pattern.match(text):
            return TypedNumber(found["number"], found.end())
    if found := _DOTTED.match(text):
        return TypedNumber(found["number"] or found["tabbed"], found.end())
    if found := _BULLET.match(text):
        return TypedNumber("", found.end(), bullet=True)
    return None


def _is_date_or_time(number: str, *, cell: bool) -> bool:
    return bool(_DATE.fullmatch(number)) or (cell and bool(_CLOCK.fullmatch(number)))
