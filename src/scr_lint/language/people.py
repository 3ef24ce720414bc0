"""The names of those whose life is under review, told by what is said of them in the draft.

A report that uses real or made-up names gives no other sign that "Mr Pell" is the adult and "Mr Iveson"
a professional: the one has a tenancy, a sister and a death in it, the other has not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from scr_lint.lexicon.load import WordLists

_LATIN = tuple(map(chr, range(0x250)))
UPPER = "".join(c for c in _LATIN if c.isupper())
"""The capital letters of languages written in Latin letters."""
_LOWER = "".join(c for c in _LATIN if c.islower())
# "Pell", "McDonald", "Müller", "Smith-Jones", "O'Neill"; no abbreviation.
_PART = rf"(?:[{UPPER}][’'](?=[{UPPER}]))?[{UPPER}][{_LOWER}][^\W\d_]*"
_COURTESY = r"(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+"
_TITLE = rf"(?:{_COURTESY})?"
_NAME = rf"{_TITLE}(?P<name>{_PART}(?:[-’'](?=[{UPPER}]){_PART})*)"
_WHOSE = rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|{_TITLE}{_PART}[’']s|[^\W\d_]+[’']s)"
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s+$")
# No title is longer, so no more of the text need be looked through for one.
_TITLE_LENGTH = 40


def people_under_review(
    texts: Iterable[str], words: WordLists, professional_titles: Collection[str]
) -> frozenset[str]:
    """Their names and those of relatives, lower case; nobody's with a professional title."""
    once = re.compile(
        rf"\b{_NAME}[’']s? (?:{_any(words['once'])})\b|\b(?:death|birth) of {_named('other')}"
    )
    twice = re.compile(
        rf"\b{_NAME}[’']s? (?:{_any(words['twice'])})\b|\b{_named('other')} (?:{_any(words['events'])})\b"
        rf"|\b{_named('third')},? (?:who was )?aged \d"
    )
    kin = rf"(?:(?:own|eldest|elder|older|youngest|younger|late|former|only) )?(?:{_any(words['kin'])})"
    related = re.compile(
        rf"\b{_NAME}, (?:who (?:is|was) )?{_WHOSE} {kin}\b"
        rf"|{_WHOSE} {kin},? {_TITLE}(?:{_PART} )*{_named('other')}\b"
    )
    # Without a title it may be a place: "Safeguarding Adults Review: Overton".
    titled = re.compile(
        rf"\b(?i:{_any(words['reviews'])})(?: ?[:–—-] ?| (?i:{_any(words['about'])}) )"
        rf"{_COURTESY}{_NAME}"
    )
    seen: Counter[str] = Counter()
    for text in texts:
        for known in (once, related, titled):
            seen.update(dict.fromkeys(_names(known, text, professional_titles), 2))
        seen.update(_names(twice, text, professional_titles))
    return frozenset(name.lower() for name, count in seen.items() if count > 1)


def _named(group: str) -> str:
    return _NAME.replace("?P<name>", f"?P<{group}>")


def _any(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, phrases))


def _names(pattern: re.Pattern[str], text: str, professional_titles: Collection[str]) -> list[str]:
    found = pattern.finditer(text)
    return [
        next(name for name in match.groups() if name)
        for match in found
        if _word_before(text, match.start()) not in professional_titles
    ]


def _word_before(text: str, place: int) -> str:
    before = _WORD_BEFORE.search(text[max(place - _TITLE_LENGTH, 0) : place])
    return before[1].lower() if before else ""
