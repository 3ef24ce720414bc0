"""A name for a finding that survives moved paragraphs, renumbering and a change of file format."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_LENGTH = 12
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-"}
)


def fingerprints(keys: Iterable[tuple[str, str, str, str]]) -> Iterator[str]:
    """A fingerprint of 12 hexadecimal digits for each (rule, sentence, words, about), in the order given.

    White space, case, quotation marks, dashes, ligatures and soft hyphens do not count, nor does
    anything outside the sentence. A finding about the draft as a whole has neither sentence nor
    words: the rule and what it is about make its fingerprint. The same words flagged by the same rule
    in the same sentence a second time get a fingerprint of their own, by order.
    """
    seen: dict[str, int] = {}
    for rule, sentence, words, about in keys:
        base = "\x1f".join((rule, _folded(sentence), _folded(words), *filter(None, (about,))))
        seen[base] = seen.get(base, 0) + 1
        text = base if seen[base] == 1 else f"{base}\x1f{seen[base]}"
        yield hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


@lru_cache(maxsize=4096)  # an editor asks for the same findings after every change
def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_SAME).replace("\u00ad", "")
    return "".join(plain.casefold().split())
