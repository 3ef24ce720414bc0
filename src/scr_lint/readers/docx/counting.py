"""Counting a draft's numbered paragraphs as Word does, to print the number each one shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scr_lint.readers.docx.number_formats import formatted
from scr_lint.readers.docx.numbering import LEVELS, Num, Nums

_LEVEL = re.compile(r"%([1-9])")
_BULLET = "bullet"
_UNNUMBERED = frozenset((_BULLET, "none"))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph's place in a list: the number it shows, "" for none; `level` from 1.

    `bullet` says that it shows a sign instead. `series` names the definition and level it is
    counted by, the same for a list and for what continues it.
    """

    number: str
    level: int
    series: tuple[str, int]
    bullet: bool = False


@dataclass(slots=True)
class Counter:
    """The counts of one story; lists built on one definition share theirs (17.9.1)."""

    nums: Nums
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def step(self, num_id: int, level: int) -> Numbered:
        """Count one paragraph and say what Word prints before it.

        A level passed over on the way down counts as met: after "1.1" the next heading is "2".
        """
        num = self.nums[num_id]
        counts = self._counts.setdefault(num.abstract, [None] * LEVELS)
        if self._starts_afresh(num_id, num, level):
            counts[level] = None
        for at in range(level):
            if counts[at] is None:
                counts[at] = num.start(at)
        before = counts[level]
        counts[level] = num.start(level) if before is None else before + 1
        for deeper in range(level + 1, LEVELS):
            if num.levels[deeper].restarts_after(level, deeper):
                counts[deeper] = None
        number = printed(_text(num, level, counts))
        bullet = _is_sign(num, level, number)
        return Numbered("" if bullet else number, level + 1, (num.abstract, level), bullet)

    def _starts_afresh(self, num_id: int, num: Num, level: int) -> bool:
        """A level with `w:startOverride` begins anew at its first paragraph only (17.9.26)."""
        if level not in num.starts or (num_id, level) in self._begun:
            return False
        self._begun.add((num_id, level))
        return True


def printed(text: str) -> str:
    """A number without the full stop or colon that only sets it off: "4.12." is "4.12"."""
    return text.strip().rstrip(".:").rstrip()


def _is_sign(num: Num, level: int, number: str) -> bool:
    """Whether a paragraph shows a sign: some programs write bullets as numbers without a digit."""
    if num.levels[level].format == _BULLET:
        return True
    return bool(number) and not any(character.isalnum() for character in number)


def _text(num: Num, level: int, counts: list[int | None]) -> str:
    """The level's pattern filled in; a deeper level shows its first value."""
    own = num.levels[level]

    def shown(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        count = counts[at]
        number = num.start(at) if count is None else count
        plain = own.legal and num.levels[at].format not in _UNNUMBERED
        return formatted(number, "decimal" if plain else num.levels[at].format)

    return _LEVEL.sub(shown, own.text)
