"""Where a sentence quotes."""

from __future__ import annotations

from spacy.tokens import Doc, Token

_OPENING = "“‘«"
_CLOSING = "”»"


def quotation_at(doc: Doc, index: int) -> tuple[int, int] | None:
    """Where the quotation that holds token `index` stands; None if there is none.

    The tokens from the opening mark up to the closing one, which is left out (half-open); a quotation
    that is never closed runs to the end. A closing single quote is also an apostrophe, so single
    quotes count only where they open a word.
    """
    start: int | None = None
    for token in doc:
        if start is None:
            start = token.i if _opens(token) else None
        elif _closes(token, doc[start]):
            if start < index < token.i:
                return start, token.i
            start = None
    if start is not None and start < index and doc[start].text in ("“", '"'):
        return start, len(doc)
    return None


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
