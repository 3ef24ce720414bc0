"""Where a paragraph and where a sentence quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from scr_lint.language.tree import whole_text
from scr_lint.model import Span

_OPENING = "“‘«"
_CLOSING = "”»"
# A mark that can only open, or only close. A closing single quote is an apostrophe as often, so it
# counts behind a mark that ends what is said, or behind a word that is no plural.
_OPENS = re.compile(r"(?<![^\s(\[—–-])[\"“«‘'](?=\S)")
_CLOSES = {
    "“": re.compile('[”"]'),
    "«": re.compile("»"),
    '"': re.compile(r"(?<=\S)\""),
    "‘": re.compile(r"(?<=[.,!?…])’|(?<=[^\Ws])’(?!\w)"),
    "'": re.compile(r"(?<=[.,!?…])'|(?<=[^\Ws])'(?!\w)"),
}
# What stands in any sentence with a quotation, and seldom in another: apostrophes are no marks.
_MARK = re.compile(r"[“«‘”»\"`]|(?<![^\s(\[—–-])'|(?<=[^\w\s])’")


def quotations_in(text: str) -> Iterator[Span]:
    """The quotations of a paragraph, marks included: code points into `text`, half-open, in order.

    One that is not closed before the next opens is none, but for a paragraph that opens with a mark
    and never closes it: that goes on in the next one, and is all quoted.
    """
    at = 0
    while opening := _OPENS.search(text, at):
        at = opening.end()
        again = _opened_again(text, opening[0], at)
        closing = _CLOSES[opening[0]].search(text, at)
        if closing and not 0 <= again <= closing.start():
            yield Span(opening.start(), closing.end())
            at = closing.end()
        elif closing is None and opening[0] == "“" and not text[: opening.start()].strip():
            yield Span(opening.start(), len(text))


def _opened_again(text: str, mark: str, at: int) -> int:
    """Where the same mark next opens a quotation, -1 if nowhere."""
    if mark in _OPENING:
        return text.find(mark, at)
    return next((m.start() for m in _OPENS.finditer(text, at) if m[0] == mark == "'"), -1)


def quotation_at(doc: Doc, index: int) -> tuple[int, int] | None:
    """Where the quotation that holds token `index` stands; None if there is none.

    The tokens from the opening mark up to the closing one, which is left out (half-open); a quotation
    that is never closed runs to the end, one that a sentence before opened begins at -1. A closing
    single quote is also an apostrophe, so single quotes count only where they open a word.
    """
    if not _MARK.search(whole_text(doc)):
        return None
    start: int | None = -1 if _is_open_before(doc) else None
    for token in doc:
        if start is None:
            start = token.i if _opens(token) else None
        elif _closes(token, doc[start]) if start >= 0 else _only_closes(token):
            if start < index < token.i:
                return start, token.i
            start = None
    if start is not None and start < index and start >= 0 and doc[start].text in ("“", '"'):
        return start, len(doc)
    return None


def _is_open_before(doc: Doc) -> bool:
    """Whether the first mark of the sentence closes: "It was lazy,” said the niece."."""
    first = next((t for t in doc if _opens(t) or _only_closes(t)), None)
    if first is None or _opens(first):
        return False
    return any(not t.is_punct for t in doc[first.i + 1 :])


def _only_closes(mark: Token) -> bool:
    """Whether a mark closes a quotation, whatever opened it."""
    if mark.text[0] in _CLOSING:
        return True
    behind_stop = _follows_word(mark) and mark.nbor(-1).is_punct
    return (mark.text == '"' and _follows_word(mark)) or (mark.text == "’" and behind_stop)


def _opens(token: Token) -> bool:
    straight = token.text in ('"', "'", "``")
    return token.text[0] in _OPENING or (straight and not _follows_word(token))


def _closes(token: Token, opening: Token) -> bool:
    if token.text[0] in _CLOSING:
        return True
    if opening.text[0] not in _OPENING:
        return token.text in ('"', "'", "''")
    return opening.text == "‘" and token.text == "’" and _follows_word(token)


def _follows_word(token: Token) -> bool:
    return token.i > 0 and not token.nbor(-1).whitespace_ and token.nbor(-1).text not in "([—–-"
