"""The evidence behind an answer, each sentence quoted once with all that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scr_lint.finding import Answer, Passage
from scr_lint.reporters.plain_words import sought_words


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that show the same things: `shows` is "learning and improvement"."""

    shows: str
    passages: tuple[Passage, ...]


def evidence_rows(answer: Answer) -> tuple[Row, ...]:
    """What an answer found, in its order; what is said nowhere in particular has no passages."""
    shown: dict[tuple[str, str], list[str]] = {}
    passages: dict[tuple[str, str], Passage] = {}
    for key, found in answer.found.items():
        for passage in found:
            sentence = (passage.location.label(), passage.text)
            passages.setdefault(sentence, passage)
            if key not in shown.setdefault(sentence, []):
                shown[sentence].append(key)
    rows: dict[tuple[str, ...], list[Passage]] = {
        (key,): [] for key, found in answer.found.items() if not found
    }
    for sentence, keys in shown.items():
        rows.setdefault(tuple(keys), []).append(passages[sentence])
    return tuple(Row(_listed(keys), tuple(group)) for keys, group in rows.items())


def _listed(keys: Sequence[str]) -> str:
    *first, last = map(sought_words, keys)
    return f"{', '.join(first)} and {last}" if first else last
