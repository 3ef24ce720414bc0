"""The pattern language of the lexicons.

A pattern is a row of elements, parted by spaces:

    fail                a word in any of its forms (fail, fails, failed, failing)
    =failing            just this form
    fail|neglect|omit   one of several
    miss/VERB           a word used as this part of speech (VERB, NOUN, ADJ, ADV; PART: a participle,
                        however it is used)
    {practice}          one of a class of words, from classes.toml
    {verb} {noun} {adj} {adv} {any}    any word of that part of speech; any word at all
    {them}              whom something was done to: him, her, them, the boy, Rosa, Adult B, Mr and Mrs K
    very?               may be left out
    ..  ...  ....       up to 3, 7, 15 words, none of them a sentence mark or a semicolon
    [[ ]]               the words to be flagged, where that is not the whole pattern
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from scr_lint.lexicon.inflection import Irregulars, forms_of

TAGS: Mapping[str, tuple[str, ...]] = {
    "VERB": ("VERB", "AUX"),
    "NOUN": ("NOUN", "PROPN"),
    "ADJ": ("ADJ", "PROPN"),
    "ADV": ("ADV",),
    "PART": ("VERB", "ADJ"),
}
_BUILT_IN = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ", "adv": "ADV"}
_WHOM = "{them}"
GAPS = {"..": 3, "...": 7, "....": 15}
HYPHENS = frozenset("-‐‑")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_ELEMENT = re.compile(r"^(?P<words>[^/?]+)(?:/(?P<tag>[A-Z]+))?(?P<optional>\?)?$")


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern.

    `forms` are lower-case written forms, None for any word; `tags` are universal part-of-speech
    tags, None for any. `gap` > 0 makes the element stand for up to that many words of any kind, `whom`
    for a phrase that names a person too, or for that alone where there are no `forms`.
    `literal` says that it must be there and is one of certain words: what a cheap scan can see.
    """

    forms: frozenset[str] | None
    tags: tuple[str, ...] | None = None
    optional: bool = False
    gap: int = 0
    marked: bool = False
    whom: bool = False
    literal: bool = field(init=False)

    def __post_init__(self) -> None:
        sure = self.forms is not None and not self.optional and not self.whom
        words = self.forms if self.forms is not None and sure else ("",)
        literal = all(map(str.isalpha, words)) or all(map(_ALPHANUMERIC.search, words))
        object.__setattr__(self, "literal", literal)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern; `source` is as written in the lexicon."""

    source: str
    elements: tuple[Element, ...]

    @property
    def names_whom(self) -> bool:
        """Whether it asks for whom something was done to."""
        return any(e.whom for e in self.elements)

    @property
    def triggers(self) -> tuple[frozenset[str], ...]:
        """For each word the pattern cannot do without, the forms it may take."""
        return tuple(e.forms for e in self.elements if e.literal and e.forms is not None)


def word_forms(word: str, irregulars: Irregulars) -> frozenset[str]:
    """The lower-case written forms of one word of a pattern: "=word" just that, "not" with its n't."""
    if word.startswith("="):
        return frozenset((word[1:].lower(),))
    if word == "not":
        return frozenset(("not", "n't", "n’t"))
    return forms_of(word, irregulars)


class PatternParser:
    """Parses patterns that may name some classes of words.

    Each word, class and element is worked out once and shared by all patterns that name it: a class
    of words stands in hundreds of them.
    """

    def __init__(self, classes: Mapping[str, Sequence[str]], irregulars: Irregulars) -> None:
        self._classes = classes
        self._irregulars = irregulars
        self._forms: dict[str, frozenset[str]] = {}
        self._elements: dict[tuple[str, bool], tuple[Element, ...]] = {}

    def pattern(self, source: str) -> Pattern:
        """Parse one pattern. Raises ValueError with what is wrong with it."""
        elements: list[Element] = []
        inside, any_mark = False, "[[" in source
        for piece in source.replace("[[", " [[ ").replace("]]", " ]] ").split():
            if piece in ("[[", "]]"):
                if inside == (piece == "[["):
                    raise ValueError(f"unpaired mark in {source!r}")
                inside = not inside
                continue
            elements.extend(_after_to(self._piece(piece, inside or not any_mark), elements))
        if inside:
            raise ValueError(f"unpaired mark in {source!r}")
        pattern = Pattern(source, tuple(elements))
        if not pattern.triggers:
            raise ValueError(f"{source!r} has no word of its own")
        return pattern

    def forms(self, word: str) -> frozenset[str]:
        """The written forms of "word", "=word", "{class}", or several of these parted by "|".

        Raises ValueError for a class that there is not.
        """
        if word not in self._forms:
            self._forms[word] = self._worked_out(word)
        return self._forms[word]

    def _worked_out(self, word: str) -> frozenset[str]:
        if "|" in word:
            return frozenset().union(*map(self.forms, word.split("|")))
        if word.startswith("{"):
            name = word.strip("{}")
            if name not in self._classes:
                raise ValueError(f"unknown class {word}")
            return frozenset().union(*map(self.forms, self._classes[name]))
        return word_forms(word, self._irregulars)

    def _piece(self, piece: str, marked: bool) -> tuple[Element, ...]:
        key = piece, marked
        if key not in self._elements:
            self._elements[key] = tuple(self._parse_element(piece, marked))
        return self._elements[key]

    def _parse_element(self, piece: str, marked: bool) -> list[Element]:
        if piece in GAPS:
            return [Element(None, gap=GAPS[piece], marked=marked)]
        found = _ELEMENT.match(piece)
        if found is None:
            raise ValueError(f"cannot read {piece!r}")
        optional, tag = bool(found["optional"]), found["tag"]
        if tag is not None and tag not in TAGS:
            raise ValueError(f"unknown part of speech {tag!r} in {piece!r}")
        words = found["words"]
        if words == "{any}":
            return [Element(None, None, optional, marked=marked)]
        if words.startswith("{") and words.strip("{}") in _BUILT_IN:
            return [Element(None, TAGS[_BUILT_IN[words.strip("{}")]], optional, marked=marked)]
        if "-" in words and "|" not in words:
            return self._hyphenated(words, optional, marked)
        rest = "|".join(word for word in words.split("|") if word != _WHOM)
        forms = self.forms(rest) if rest else None
        tags = TAGS[tag] if tag else None
        return [Element(forms, tags, optional, marked=marked, whom=rest != words)]

    def _hyphenated(self, words: str, optional: bool, marked: bool) -> list[Element]:
        """ "hard-to-reach" also matches without its hyphens."""
        elements: list[Element] = []
        for part in words.split("-"):
            if elements:
                elements.append(Element(HYPHENS, None, optional=True, marked=marked))
            elements.append(Element(self.forms(part), None, optional, marked=marked))
        return elements


def _after_to(parsed: Sequence[Element], before: Sequence[Element]) -> Sequence[Element]:
    """ "{verb}" after "to" also takes a word the tagger holds for a noun: "failed to ring"."""
    if len(parsed) != 1 or parsed[0].tags != TAGS["VERB"] or parsed[0].forms:
        return parsed
    last = next((e for e in reversed(before) if not e.optional), None)
    if last is None or last.forms != frozenset(("to",)):
        return parsed
    return [replace(parsed[0], tags=("VERB", "AUX", "NOUN", "ADJ"))]
