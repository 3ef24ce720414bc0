"""British spelling of American words, by a short list and a few endings."""

from __future__ import annotations

import re
from functools import lru_cache

from words import WORDS

BRITISH = WORDS["british"]
NOT_ISE = frozenset({"size", "seize", "prize", "capsize", "maize", "citizen", "denizen", "horizon"})
_IZE = re.compile(r"^([a-z]{3,})iz(e|ed|es|ing|er|ers|ation|ations|ational)$")
_YZE = re.compile(r"^([a-z]+ly)z(e|ed|es|ing)$")


@lru_cache(maxsize=50_000)
def british(word: str) -> str:
    """The British spelling of `word`, keeping its capitals; `word` itself where none is known."""
    lower = word.lower()
    changed = _british_lower(lower)
    if changed == lower:
        return word
    if word.isupper():
        return changed.upper()
    return changed.capitalize() if word[0].isupper() else changed


def _british_lower(word: str) -> str:
    if word in BRITISH:
        return str(BRITISH[word])
    if word.endswith("s") and word[:-1] in BRITISH:
        return f"{BRITISH[word[:-1]]}s"
    for ending in ("ed", "ing", "al", "able", "ful", "hood", "ly"):
        stem = word.removesuffix(ending)
        if stem != word and stem.endswith("or") and stem in BRITISH:
            return f"{BRITISH[stem]}{ending}"
    if word not in NOT_ISE:
        word = _IZE.sub(r"\1is\2", word)
        word = _YZE.sub(r"\1s\2", word)
    return word
