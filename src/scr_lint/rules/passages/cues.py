"""Cues: the words by which passages are found, as lists of patterns, each list with a meaning.

The patterns are those of the lexicons without parts of speech, and `{name}` stands for any pattern
of another list. They are looked for in the words alone, so a draft need not be parsed for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scr_lint.lexicon.inflection import Irregulars, forms_of
from scr_lint.model import Span

CueLists = Mapping[str, Sequence[str]]

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = r"[^\w.;:!?]+"
_ANY_WORD = r"[\w][\w'-]*"
_GAPS = {"..": 3, "...": 7, "....": 14}
_DENIALS = frozenset(("not", "never", "cannot", "t"))
_PLAIN = str.maketrans("‘’“”‐‑\u00a0\n\t", "''\"\"--   ")


def plain(text: str) -> str:
    """The text in lower case with plain quotes, hyphens and spaces; offsets stay as they are."""
    low = text.translate(_PLAIN).lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_PLAIN))


@dataclass(frozen=True, slots=True)
class _Piece:
    """One place of a pattern: its expression, and the words one of which must be there."""

    expression: str
    words: frozenset[str] = frozenset()
    optional: bool = False
    gap: int = 0


@dataclass(frozen=True, slots=True)
class _Cue:
    """One compiled pattern of a list."""

    name: str
    expression: re.Pattern[str]
    needed: tuple[frozenset[str], ...]

    def possible(self, words: frozenset[str]) -> bool:
        return all(not forms.isdisjoint(words) for forms in self.needed)


class Cues:
    """The cues of one sentence: for each list, where its patterns stand."""

    def __init__(self, text: str, found: Mapping[str, tuple[Span, ...]]) -> None:
        self.text = text
        self._found = found

    def __contains__(self, name: str) -> bool:
        return name in self._found

    def any(self, *names: str) -> bool:
        """Whether a pattern of any of these lists is there."""
        return any(name in self._found for name in names)

    def spans(self, *names: str) -> tuple[Span, ...]:
        """Where patterns of these lists stand, in order."""
        return tuple(sorted(s for name in names for s in self._found.get(name, ())))

    def within(self, start: int, end: int, *names: str) -> tuple[Span, ...]:
        """Where they stand inside `[start, end)`."""
        return tuple(s for s in self.spans(*names) if start <= s.start and s.end <= end)


class CueReader:
    """Finds cues in sentences; what cannot be there by its words alone is not looked for."""

    def __init__(self, lists: CueLists, irregulars: Irregulars) -> None:
        self._lists = lists
        self._irregulars = irregulars
        self._pieces: dict[str, _Piece] = {}
        self._by_word: dict[str, list[_Cue]] = {}
        for name, sources in lists.items():
            for source in sources:
                self._add(self._compile(name, source))

    def read(self, text: str) -> Cues:
        """The cues of one sentence or heading."""
        low = plain(text)
        words = frozenset(_WORD.findall(low))
        found: dict[str, set[Span]] = {}
        for cue in {id(c): c for w in words for c in self._by_word.get(w, ())}.values():
            if cue.possible(words):
                for match in cue.expression.finditer(low):
                    found.setdefault(cue.name, set()).add(Span(*match.span()))
        return Cues(low, {name: tuple(sorted(spans)) for name, spans in found.items()})

    def _add(self, cue: _Cue) -> None:
        rarest = min(cue.needed, key=lambda forms: (len(forms) > 12, -max(map(len, forms)), len(forms)))
        for form in rarest:
            self._by_word.setdefault(form, []).append(cue)

    def _compile(self, name: str, source: str) -> _Cue:
        pieces = [self._piece(piece) for piece in source.split()]
        needed = tuple(p.words for p in pieces if p.words and not p.optional and not p.gap)
        if not needed:
            raise ValueError(f"{name}: {source!r} has no word of its own")
        return _Cue(name, re.compile(rf"(?<![\w-]){_joined(pieces)}(?!\w)"), needed)

    def _piece(self, source: str) -> _Piece:
        if source in _GAPS:
            return _Piece(_ANY_WORD, gap=_GAPS[source])
        if source not in self._pieces:
            optional = source.endswith("?")
            body = source.rstrip("?")
            made = self._list_piece(body[1:-1]) if body.startswith("{") else self._word_piece(body)
            self._pieces[source] = _Piece(made.expression, made.words, optional)
        return self._pieces[source]

    def _list_piece(self, name: str) -> _Piece:
        expressions, words = [], set()
        for source in self._lists[name]:
            pieces = [self._piece(piece) for piece in source.split()]
            expressions.append(_joined(pieces))
            words |= next(p.words for p in pieces if p.words and not p.optional and not p.gap)
        longest_first = sorted(expressions, key=len, reverse=True)
        return _Piece(f"(?:{'|'.join(longest_first)})", frozenset(words))

    def _word_piece(self, source: str) -> _Piece:
        alternatives = source.split("|")
        forms = {form for word in alternatives for form in self._forms(word)}
        expression = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
        words = frozenset(max(_WORD.findall(form), key=len) for form in forms)
        if "not" in alternatives:
            expression += r"|never|cannot|\w+n't"
            words |= _DENIALS
        return _Piece(rf"(?:{expression})(?:'s|')?", words)

    def _forms(self, word: str) -> Iterable[str]:
        if word.startswith("="):
            return (word[1:],)
        if "-" in word:
            head, last = word.rsplit("-", 1)
            return [f"{head}-{form}" for form in forms_of(last, self._irregulars)]
        return [form.replace("’", "'") for form in forms_of(word, self._irregulars)]


def _joined(pieces: Sequence[_Piece]) -> str:
    """The expression for pieces in a row, with white space, commas, quotes or dashes between them."""
    return "".join(_expressions(pieces))


def _expressions(pieces: Sequence[_Piece]) -> Iterator[str]:
    begun = False
    for piece in pieces:
        if piece.gap:
            yield f"(?:{_BETWEEN}{piece.expression}){{0,{piece.gap}}}?"
        elif begun:
            whole = f"{_BETWEEN}{piece.expression}(?!\\w)"
            yield f"(?:{whole})?" if piece.optional else whole
        elif piece.optional:
            yield f"(?:{piece.expression}{_BETWEEN})?"
        else:
            yield f"{piece.expression}(?!\\w)"
            begun = True
