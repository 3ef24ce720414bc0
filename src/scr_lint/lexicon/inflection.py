"""The written forms of a word: what a text may show where a lexicon gives the base form.

Patterns match on forms, so that they fire whatever the tagger makes of a word. Forms that English
does not have ("ignoreed") are harmless, for no draft has them; irregular forms are data
(`lexicons/inflections.toml`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh")

Irregulars = Mapping[str, Sequence[str]]


def forms_of(word: str, irregulars: Irregulars) -> frozenset[str]:
    """Every lower-case form of the base form `word`, itself included.

    A word with listed irregular forms takes those beside its -s and -ing forms, or none where the list
    is empty ("the"); of one with hyphens
    the first part or the last is inflected ("slip-ups", "passers-by"); one that is no plain word (a
    number, "&") has only itself.
    """
    word = word.lower()
    if "-" in word:
        return _of_hyphenated(word.split("-"), irregulars)
    if not word.isalpha() or len(word) < 3 or irregulars.get(word) == ():
        return frozenset((word, *irregulars.get(word, ())))
    forms = {word, _with_s(word), *_with_suffix(word, "ing")}
    if word in irregulars:
        forms.update(irregulars[word])
    else:
        forms.update(_with_suffix(word, "ed"))
    return frozenset(forms)


def _of_hyphenated(parts: Sequence[str], irregulars: Irregulars) -> frozenset[str]:
    first, last = (forms_of(part, irregulars) | {_with_s(part)} for part in (parts[0], parts[-1]))
    firsts = {"-".join((form, *parts[1:])) for form in first}
    return frozenset(firsts | {"-".join((*parts[:-1], form)) for form in last})


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_SIBILANTS) else "s")


def _with_suffix(word: str, suffix: str) -> set[str]:
    """The word with -ed or -ing: e dropped, y changed, and with the last consonant doubled too."""
    if word.endswith("ie") and suffix == "ing":
        return {word[:-2] + "ying"}
    if word.endswith("ee"):
        return {word + (suffix if suffix == "ing" else "d")}
    if word.endswith("e"):
        return {word[:-1] + suffix}
    if word.endswith("y") and word[-2] not in _VOWELS and suffix == "ed":
        return {word[:-1] + "ied"}
    forms = {word + suffix}
    if word[-1] not in _VOWELS + "wxy" and word[-2] in _VOWELS:
        forms.add(word + word[-1] + suffix)
    return forms
