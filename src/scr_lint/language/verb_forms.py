"""What the form of a word tells of verbs: which words are verbs, and which forms are past."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forms:
    """What the forms of verbs tell: irregular pasts and participles, and which words are verbs at all."""

    pasts: frozenset[str]
    participles: frozenset[str]
    unchanged: frozenset[str]
    bases: frozenset[str]
    exceptions: Mapping[str, Sequence[str]]
    adjectives: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        irregulars: Mapping[str, Sequence[str]],
        bases: frozenset[str],
        exceptions: Mapping[str, Sequence[str]],
        *,
        adjectives: frozenset[str] = frozenset(),
        nouns: frozenset[str] = frozenset(),
    ) -> Forms:
        """Make one from the irregular forms of the lexicon, past before participle, and lemma tables."""
        verbs = {
            base: forms for base, forms in irregulars.items() if base in bases and len(base) > 1
        }
        two = [forms for forms in verbs.values() if len(forms) == 2 and forms[0] != forms[1]]
        return cls(
            pasts=frozenset(f[0] for f in two),
            participles=frozenset(f[1] for f in two) - frozenset(verbs),
            unchanged=frozenset(base for base, forms in verbs.items() if base in forms),
            bases=bases,
            exceptions=exceptions,
            adjectives=adjectives,
            nouns=nouns,
        )

    def is_base(self, word: str) -> bool:
        """Whether the word is the base form of a verb."""
        return word in self.bases

    def base_of(self, word: str) -> str:
        """The base of a form in -s, -ed or an irregular one, "" where it is no verb's."""
        if word in self.exceptions:
            return self.exceptions[word][0]
        for ending, rest in (
            ("ies", "y"),
            ("es", "e"),
            ("es", ""),
            ("s", ""),
            ("ied", "y"),
            ("ed", "e"),
            ("ed", ""),
        ):
            if word.endswith(ending) and word[: -len(ending)] + rest in self.bases:
                return word[: -len(ending)] + rest
        return ""

    def is_past(self, word: str) -> bool:
        """Whether the word has the look of a past tense or past participle."""
        if word in self.pasts or word in self.participles or word in self.unchanged:
            return True
        if word.endswith(("s", "ing")):
            return False
        return word in self.exceptions or (word not in self.bases and bool(self.base_of(word)))
