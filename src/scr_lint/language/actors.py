"""Which kind of actor a phrase names: a role, an agency, a system, the family, someone by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.finding import ActorKind
from scr_lint.language import tree
from scr_lint.lexicon.inflection import Irregulars, forms_of

_KINDS = (
    ActorKind.INDIVIDUAL,
    ActorKind.AGENCY,
    ActorKind.SYSTEM,
    ActorKind.FAMILY,
    ActorKind.PERPETRATOR,
)
_HEADS = (
    ("family_heads", ActorKind.FAMILY),
    ("individual_heads", ActorKind.INDIVIDUAL),
    ("agency_heads", ActorKind.AGENCY),
)
_LABEL = re.compile(r"^(?:[A-Z]{1,2}|\d{1,2}|[A-Z]\d{1,2}|[A-Z][’']?s?)$")
_FLAT = ("flat", "compound", "nmod:desc", "appos", "nummod", "nmod:unmarked", "amod", "list", "dep")


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """The actors of `lexicons/actors.toml`, ready to be looked up by phrase."""

    phrases: Mapping[str, ActorKind]
    longest: int
    heads: Mapping[str, ActorKind]
    codes: re.Pattern[str]
    titles: frozenset[str]
    professional_titles: frozenset[str]
    review: frozenset[str]

    @classmethod
    def from_words(cls, words: Mapping[str, Sequence[str]], irregulars: Irregulars) -> ActorLexicon:
        """Make one from the lists of the lexicon; plurals of the last word are added."""
        phrases = {
            form: kind
            for kind in reversed(_KINDS)
            for form in _plurals(words.get(kind, ()), irregulars)
        }
        codes = "|".join(sorted(words.get("individual_codes", ()), key=len, reverse=True))
        return cls(
            phrases=phrases,
            longest=max(len(p.split()) for p in phrases),
            heads={w: kind for key, kind in _HEADS for w in words.get(key, ())},
            codes=re.compile(rf"^(?:{codes})\d+[A-Za-z]?$"),
            titles=frozenset(words.get("titles", ())),
            professional_titles=frozenset(words.get("professional_titles", ())),
            review=frozenset(_plurals(words.get("review", ()), irregulars)),
        )

    def is_review(self, head: Token) -> bool:
        """Whether the phrase is the review itself or speaks for it ("the panel", "we")."""
        if head.lower_ in ("i", "we", "us"):
            return True
        return any(text in self.review for text in self._texts(head))

    def kind_of(self, head: Token) -> ActorKind:
        """The kind of actor that the noun phrase headed by `head` names; UNKNOWN if none is known.

        A pronoun is UNKNOWN: it needs its antecedent.
        """
        label = self._labelled(head)
        if label is not None:
            return label
        for text in self._texts(head):
            if text in self.phrases:
                return self.phrases[text]
        return self._named(head)

    def mentions(self, text: str) -> Iterable[tuple[str, ActorKind]]:
        """The actors mentioned in running text, in order, found by their words alone."""
        for match in re.finditer(r"\b([A-Z][a-z]+ [A-Z0-9]{1,2})\b|[\w’'&-]+", text):
            pair = match.group(1)
            if pair and pair.split()[0].lower() in self.heads:
                yield pair, self.heads[pair.split()[0].lower()]
        words = re.findall(r"[\w’'&-]+", text)
        position = 0
        while position < len(words):
            size, kind = self._longest_at(words, position)
            if kind is not None:
                yield " ".join(words[position : position + size]), kind
            position += max(size, 1)

    def _longest_at(self, words: Sequence[str], position: int) -> tuple[int, ActorKind | None]:
        for size in range(min(self.longest, len(words) - position), 0, -1):
            text = " ".join(words[position : position + size]).lower()
            if text in self.phrases:
                return size, self.phrases[text]
        return 1, None

    def _labelled(self, head: Token) -> ActorKind | None:
        """ "Child A", "SW1", "School 2": a role with a letter or number."""
        if self.codes.match(head.text):
            return ActorKind.INDIVIDUAL
        family = [head, *tree.children(head, *_FLAT)]
        if head.dep_ in ("flat", "appos", "nmod:desc", "nummod"):
            family.append(head.head)
        words = sorted({t.i: t for t in family}.values(), key=lambda t: t.i)
        for first, second in zip(words, words[1:], strict=False):
            if _LABEL.match(second.text) and first.lower_ in self.heads and first.i == second.i - 1:
                return self.heads[first.lower_]
        before = head.nbor(-1) if head.i > 0 else None
        if before is not None and _LABEL.match(head.text) and before.lower_ in self.heads:
            return self.heads[before.lower_]
        return None

    def _texts(self, head: Token) -> list[str]:
        """Lower-case stretches of the phrase that cover its head, the longest first."""
        words = tree.phrase(head)
        at = head.i - words[0].i
        texts = {}
        for start in range(max(0, at - self.longest + 1), at + 1):
            for end in range(at + 1, min(len(words), start + self.longest) + 1):
                texts[tree.text_of(words[start:end]).lower().replace("’", "'")] = end - start
        return sorted(texts, key=lambda t: (-texts[t], t))

    def _named(self, head: Token) -> ActorKind:
        """A phrase of proper nouns that the lexicon does not know."""
        if head.pos_ != "PROPN" or not head.text[:1].isupper():
            return ActorKind.UNKNOWN
        words = [
            t for t in tree.phrase(head) if t.pos_ in ("PROPN", "NOUN") or t.text[:1].isupper()
        ]
        first = words[0].lower_.rstrip(".") if words else ""
        if first in self.professional_titles and len(words) > 1:
            return ActorKind.NAME
        if first in self.titles and len(words) > 1:
            return ActorKind.NAME
        if len(words) >= 2 and all(t.text[:1].isupper() and not t.text.isupper() for t in words):
            return ActorKind.NAME
        if len(words) == 1 and head.text.isupper() and len(head.text) > 2:
            return ActorKind.AGENCY
        return (
            ActorKind.FAMILY if len(words) == 1 and not head.text.isupper() else ActorKind.UNKNOWN
        )


def _plurals(phrases: Iterable[str], irregulars: Irregulars) -> Iterable[str]:
    for text in phrases:
        words = text.split()
        for form in forms_of(words[-1], irregulars):
            if form == words[-1] or not form.endswith(("ed", "ing")):
                yield " ".join((*words[:-1], form))
