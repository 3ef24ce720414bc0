"""The names of those whose life is under review, told by what is said of them in the draft.

A report that uses real or made-up names gives no other sign that "Mr Pell" is the adult and "Mr Iveson"
a professional: the one has a tenancy, a sister and a death in it, the other has not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from scr_lint.lexicon.load import WordLists

_NAME = r"(?:(?:Mr|Mrs|Ms|Miss)\.?\s+)?(?P<name>[A-Z][a-z]+(?:[-’'][A-Z][a-z]+)?)"
_PROFESSIONAL = re.compile(r"(?:Dr|Doctor|Nurse|PC|DC|DS|DI|Sergeant|Inspector|Professor)\.?\s+$")


def people_under_review(texts: Iterable[str], words: WordLists) -> frozenset[str]:
    """Their surnames and first names, lower case."""
    once = re.compile(
        rf"\b{_NAME}[’']s? (?:{_any(words['once'])})\b|\b(?:death|birth) of {_named('other')}"
    )
    twice = re.compile(
        rf"\b{_NAME}[’']s? (?:{_any(words['twice'])})\b|\b{_named('other')} (?:{_any(words['events'])})\b"
        rf"|\b{_named('third')},? (?:who was )?aged \d"
    )
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(dict.fromkeys(_names(once, text), 2))
        seen.update(_names(twice, text))
    return frozenset(name.lower() for name, count in seen.items() if count > 1)


def _named(group: str) -> str:
    return _NAME.replace("?P<name>", f"?P<{group}>")


def _any(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, phrases))


def _names(pattern: re.Pattern[str], text: str) -> list[str]:
    return [
        next(name for name in found.groups() if name)
        for found in pattern.finditer(text)
        if not _PROFESSIONAL.search(text[: found.start()])
    ]
