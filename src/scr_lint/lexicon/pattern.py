"""The pattern language of the lexicons.

A pattern is a row of elements, parted by spaces:

    fail                a word in any of its forms (fail, fails, failed, failing)
    =failing            just this form
    fail|neglect|omit   one of several
    miss/VERB           a word used as this part of speech (VERB, NOUN, ADJ, ADV; PART: a participle,
                        however it is used)
    {practice}          one of a class of words, from classes.toml
    {verb} {noun} {adj} {adv} {any}    any word of that part of speech; any word at all
    very?               may be left out
    ..  ...  ....       up to 3, 7, 15 words, none of them a sentence mark or a semicolon
    [[ ]]               the words to be flagged, where that is not the whole pattern
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scr_lint.lexicon.inflection import Irregulars, forms_of

TAGS: Mapping[str, tuple[str, ...]] = {
    "VERB": ("VERB", "AUX"),
    "NOUN": ("NOUN", "PROPN"),
    "ADJ": ("ADJ", "PROPN"),
    "ADV": ("ADV",),
    "PART": ("VERB", "ADJ"),
}
_BUILT_IN = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ", "adv": "ADV"}
_GAPS = {"..": 3, "...": 7, "....": 15}
_ELEMENT = re.compile(r"^(?P<words>[^/?]+)(?:/(?P<tag>[A-Z]+))?(?P<optional>\?)?$")


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern.

    `forms` are lower-case written forms, None for any word; `tags` are universal part-of-speech
    tags, None for any. `gap` > 0 makes the element stand for up to that many words of any kind.
    """

    forms: frozenset[str] | None
    tags: tuple[str, ...] | None = None
    optional: bool = False
    gap: int = 0
    marked: bool = False

    @property
    def literal(self) -> bool:
        """Whether the element must be there and is one of certain words: what a cheap scan can see."""
        if self.forms is None or self.optional:
            return False
        return all(any(c.isalnum() for c in form) for form in self.forms)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern; `source` is as written in the lexicon."""

    source: str
    elements: tuple[Element, ...]

    @property
    def triggers(self) -> tuple[frozenset[str], ...]:
        """For each word the pattern cannot do without, the forms it may take."""
        return tuple(e.forms for e in self.elements if e.literal and e.forms is not None)


def parse_pattern(
    source: str, classes: Mapping[str, Sequence[str]], irregulars: Irregulars
) -> Pattern:
    """Parse one pattern. Raises ValueError with what is wrong with it."""
    elements: list[Element] = []
    inside, any_mark = False, "[[" in source
    for piece in source.replace("[[", " [[ ").replace("]]", " ]] ").split():
        if piece in ("[[", "]]"):
            if inside == (piece == "[["):
                raise ValueError(f"unpaired mark in {source!r}")
            inside = not inside
            continue
        parsed = _after_to(_parse_element(piece, classes, irregulars), elements)
        elements.extend(replace(e, marked=inside or not any_mark) for e in parsed)
    if inside:
        raise ValueError(f"unpaired mark in {source!r}")
    pattern = Pattern(source, tuple(elements))
    if not pattern.triggers:
        raise ValueError(f"{source!r} has no word of its own")
    return pattern


def _after_to(parsed: list[Element], before: Sequence[Element]) -> list[Element]:
    """ "{verb}" after "to" also takes a word the tagger holds for a noun: "failed to ring"."""
    required = [e for e in before if not e.optional]
    infinitive = bool(required) and required[-1].forms == frozenset(("to",))
    if infinitive and len(parsed) == 1 and parsed[0].tags == TAGS["VERB"] and not parsed[0].forms:
        return [replace(parsed[0], tags=("VERB", "AUX", "NOUN", "ADJ"))]
    return parsed


def _parse_element(
    piece: str, classes: Mapping[str, Sequence[str]], irregulars: Irregulars
) -> list[Element]:
    if piece in _GAPS:
        return [Element(None, gap=_GAPS[piece])]
    found = _ELEMENT.match(piece)
    if found is None:
        raise ValueError(f"cannot read {piece!r}")
    optional, tag = bool(found["optional"]), found["tag"]
    if tag is not None and tag not in TAGS:
        raise ValueError(f"unknown part of speech {tag!r} in {piece!r}")
    words = found["words"]
    if words == "{any}":
        return [Element(None, optional=optional)]
    if words.strip("{}") in _BUILT_IN and words.startswith("{"):
        return [Element(None, TAGS[_BUILT_IN[words.strip("{}")]], optional)]
    if "-" in words and "|" not in words:
        return _hyphenated(words, tag, optional, irregulars)
    forms = frozenset(
        form for word in words.split("|") for form in _forms(word, classes, irregulars)
    )
    return [Element(forms, TAGS[tag] if tag else None, optional)]


def _hyphenated(
    words: str, tag: str | None, optional: bool, irregulars: Irregulars
) -> list[Element]:
    """ "hard-to-reach" also matches without its hyphens."""
    elements: list[Element] = []
    for part in words.split("-"):
        if elements:
            elements.append(Element(frozenset("-‐‑"), optional=True))
        elements.append(Element(_forms(part, {}, irregulars), None, optional))
    return elements


def _forms(
    word: str, classes: Mapping[str, Sequence[str]], irregulars: Irregulars
) -> frozenset[str]:
    if word.startswith("{"):
        name = word.strip("{}")
        if name not in classes:
            raise ValueError(f"unknown class {word}")
        return frozenset(f for w in classes[name] for f in _forms(w, classes, irregulars))
    if word.startswith("="):
        return frozenset((word[1:].lower(),))
    if word == "not":
        return frozenset(("not", "n't", "n’t"))
    return forms_of(word, irregulars)
