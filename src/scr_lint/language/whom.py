"""Whom something was done to: "him", "the boy", "Rosa", "Mr and Mrs K", found as one word of a row."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from scr_lint.finding import ActorKind
from scr_lint.language.actors import ActorLexicon
from scr_lint.language.people import UPPER
from scr_lint.language.rows import Row, Unit

_PRONOUNS = frozenset(("him", "her", "them"))
_BEFORE_KIN = frozenset(
    (
        *("the", "this", "that", "these", "those", "a", "an", "both", "all", "every", "such"),
        *("his", "her", "their", "its", "our", "two", "three", "four", "many", "some"),
    )
)
_POSSESSIVES = ("'s", "’s", "'", "’")
_LABEL = re.compile(r"^(?:[A-Z]{1,2}|\d{1,2}|[A-Z]\d{1,2})$")
_NAME = re.compile(rf"^[{UPPER}](?:[’'][{UPPER}])?[^\W\d_]+(?:[-’'][^\W\d_]+)*$")
# Words that may stand between "the" and the noun: "the two older boys".
_BETWEEN = 3
_BETWEEN_TAGS = ("ADJ", "NUM", "NOUN", "PROPN", "CCONJ", "PUNCT")
_LONGEST_NAME = 4
_PART_OF_MORE = ("compound", "nmod:poss", "nmod:desc", "amod")
_OF_PEOPLE = (ActorKind.FAMILY, ActorKind.NAME)


@dataclass(frozen=True, slots=True)
class Whom:
    """Finds those whom something was done to: family and people under review, and people by name.

    `kin` are the nouns for them, every form; `heads` what a letter follows ("Adult B"); `titles` what
    a name follows. Without any, only the pronouns are found.
    """

    kin: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()

    @classmethod
    def from_actors(cls, actors: ActorLexicon) -> Whom:
        """Make one from the lists of actors."""
        family = ActorKind.FAMILY
        return cls(
            kin=frozenset(p.split()[-1] for p, kind in actors.phrases.items() if kind is family),
            heads=frozenset(word for word, kind in actors.heads.items() if kind is family),
            titles=actors.titles | actors.professional_titles,
        )

    def row(self, doc: Doc, actors: ActorLexicon | None = None) -> Row:
        """The words of a tagged sentence, each of those phrases one word.

        With `actors` it is asked who is no such person; without, a phrase counts by its words alone.
        """
        tokens = [token for token in doc if not token.is_space]
        units: list[Unit] = []
        whom = place = 0
        while place < len(tokens):
            end = self._end(tokens, place)
            unit = tokens[place : end or place + 1]
            if end and (actors is None or self._is_person(unit, actors)):
                whom |= 1 << len(units)
            units.append(unit)
            place += len(unit)
        return Row(units, tagged=True, whom=whom)

    def _end(self, tokens: Sequence[Token], start: int) -> int:
        """Where the phrase that begins here ends, another joined to it by "and" included; 0 if none."""
        end = self._single(tokens, start)
        if end and end + 1 < len(tokens) and tokens[end].lower_ == "and":
            return self._single(tokens, end + 1) or end
        return end

    def _single(self, tokens: Sequence[Token], start: int) -> int:
        named = self._named(tokens, start) if start else 0  # any first word has a capital letter
        end = named or self._described(tokens, start)
        if not end and tokens[start].lower_ in _PRONOUNS:
            end = start + 1
        return 0 if end < len(tokens) and tokens[end].lower_ in _POSSESSIVES else end

    def _described(self, tokens: Sequence[Token], start: int) -> int:
        """ "the two older boys", "his wife", "families"."""
        first = tokens[start].lower_
        if first in self.kin and first.endswith(("s", "children", "people")):
            return start + 1
        if first not in _BEFORE_KIN or tokens[start].pos_ == "SCONJ":
            return 0
        for place in range(start + 1, min(start + 2 + _BETWEEN, len(tokens))):
            if tokens[place].lower_ in self.kin:
                return place + 1
            if tokens[place].pos_ not in _BETWEEN_TAGS and tokens[place].dep_ != "amod":
                return 0
        return 0

    def _named(self, tokens: Sequence[Token], start: int) -> int:
        """ "Rosa", "Mrs Khan", "Adult B", "Mr and Mrs K", "Daniel Orme"."""
        words = [t.text for t in tokens[start : start + _LONGEST_NAME]]
        low = words[0].lower().rstrip(".")
        after = [w.lower().rstrip(".") for w in words[1:3]]
        if after[:1] == ["and"] and low in self.titles and after[1:] and after[1] in self.titles:
            return self._named(tokens, start + 2)
        if low in self.heads and len(words) > 1 and _LABEL.match(words[1]):
            return start + 2
        titled = low in self.titles and words[0][0].isupper()
        skip = titled + (titled and words[1:2] == ["."])
        names = list(itertools.takewhile(_NAME.match, words[skip:]))
        return start + skip + len(names) if names else 0

    def _is_person(self, words: Sequence[Token], actors: ActorLexicon) -> bool:
        """Whether the phrase stands for a person by itself: not "the child protection plan", not "Ofsted"."""
        inside = {t.i for t in words}
        heads = [t for t in words if t.head.i not in inside or t.head.i == t.i]
        if any(t.dep_ in _PART_OF_MORE and t.head.i > words[-1].i for t in heads):
            return False
        return any(self._is_one(t, actors) for t in heads)

    def _is_one(self, head: Token, actors: ActorLexicon) -> bool:
        if head.lower_ in _PRONOUNS:
            return True
        kind = actors.kind_of(head)
        return kind in _OF_PEOPLE or (kind is ActorKind.UNKNOWN and head.lower_ in self.kin)
