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
_NAME = rf"(?:(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+)?(?P<name>{_PART}(?:[-’'](?=[{UPPER}]){_PART})*)"
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s+$")


def people_under_review(
    texts: Iterable[str], words: WordLists, professional_titles: Collection[str]
) -> frozenset[str]:
    """Their surnames and first names, lower case; nobody's who has a professional's title."""
    once = re.compile(
        rf"\b{_NAME}[’']s? (?:{_any(words['once'])})\b|\b(?:death|birth) of {_named('other')}"
    )
    twice = re.compile(
        rf"\b{_NAME}[’']s? (?:{_any(words['twice'])})\b|\b{_named('other')} (?:{_any(words['events'])})\b"
        rf"|\b{_named('third')},? (?:who was )?aged \d"
    )
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(dict.fromkeys(_names(once, text, professional_titles), 2))
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
    before = _WORD_BEFORE.search(text[:place])
    return before[1].lower() if before else ""
