"""The subject of a copula by word order, where the parse of a long subject cannot be trusted."""

from __future__ import annotations

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.language.grammar import INDEFINITE_DETERMINERS, RELATIVES

_BE = ("is", "are", "was", "were", "been", "be", "being", "remained", "remains", "seems", "seemed")
_BETWEEN = ("ADV", "PART", "DET", "AUX", "CCONJ", "ADJ", "PRON")
_RELATIVE = RELATIVES | {"where"}
_IN_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON")
_TIMELESS = ("is", "are", "be", "remains", "seems")
_FAR = 7
_ASIDE = 8
_STANCES = ("view", "opinion", "judgement", "judgment", "mind", "assessment")
_PAIR = 7  # how far before "and" the "between" of a pair may stand


def subject_before(word: Token) -> Token | None:
    """The noun that `word` is predicated of: "the care given on the ward that night was unsafe".

    Goes left from the copula over participles, phrases and relative clauses to the first noun phrase
    of the clause. None where no copula stands before the word, or no noun phrase opens the clause.
    """
    copula = _copula_before(word)
    if copula is None:
        return None
    end = copula.i
    while end > 0:
        start = _segment_start(copula.doc[end - 1])
        head = _opening_noun(copula.doc[start], end)
        if head is not None:
            return None if _of_any(copula.doc[start], copula) else head
        if copula.doc[max(start - 1, 0)].lower_ in (";", ":") or not _can_be_skipped(
            copula.doc[start], end
        ):
            return None
        end = start if start < end else end - 1
        if end > 0 and copula.doc[end - 1].text == ",":
            end -= 1
    return None


def subject_beyond(word: Token, parsed: Token) -> Token | None:
    """What an adjective is predicated of by word order, where the parse has `parsed`, which is nearer.

    "A discharge with no date was premature": the parse takes the date for what was premature.
    """
    topic = subject_before(word) if word.pos_ == "ADJ" else None
    return topic if topic is not None and topic.i < parsed.i else None


def is_said_of_deed(word: Token) -> bool:
    """Whether `word` is predicated of a deed: "closing the case was foolish", "to wait was wrong".

    By the first words of its clause: a gerund or an infinitive, "not", "for a nurse" before it.
    """
    copula = _copula_before(word)
    if copula is None or subject_before(word) is not None:
        return False
    start = _clause_start(copula)
    words = [t for t in word.doc[start : copula.i] if t.lower_ not in ("not", "never")]
    if not words:
        return False
    if words[0].lower_ == "for":
        words = words[next((n for n, t in enumerate(words) if t.lower_ == "to"), 0) :]
    first, second = words[0], words[1] if len(words) > 1 else None
    if first.lower_ == "to":
        return second is not None and second.pos_ in ("VERB", "AUX")
    return first.lower_.endswith("ing") and first.pos_ in ("VERB", "AUX") and second is not None


def _clause_start(copula: Token) -> int:
    """Where the clause begins: the sentence, less its number, or behind a semicolon or ", and"."""
    for token in reversed(copula.doc[: copula.i]):
        joins = token.pos_ == "CCONJ" and token.i > 0 and token.nbor(-1).text == ","
        if joins or token.text in (";", ":"):
            return token.i + 1
    return next((t.i for t in copula.doc if t.pos_ not in ("NUM", "PUNCT", "CCONJ")), 0)


def _of_any(first: Token, copula: Token) -> bool:
    """ "A chronology of six months may be misleading": said in general."""
    return first.lower_ in INDEFINITE_DETERMINERS and copula.lower_ in _TIMELESS


def _copula_before(word: Token) -> Token | None:
    """The form of "be" that the word follows closely; asides between commas, and "in my view", count
    for nothing."""
    doc, at, aside, passed = word.doc, word.i - 1, False, 0
    while at >= 0 and passed <= _FAR and word.i - at <= _FAR + _ASIDE:
        token = doc[at]
        if token.lower_ in _BE and not aside:
            return token
        if token.text == ",":
            aside = not aside
        elif token.lower_ in _STANCES and not aside:
            at -= 2  # "in my view"
        elif not aside and token.pos_ not in _BETWEEN and token.lower_ not in ("of", "-"):
            return None
        passed += not aside
        at -= 1
    return None


def _segment_start(token: Token) -> int:
    """Where the stretch begins that a comma, a conjunction or a relative pronoun opens."""
    at = token.i
    while at > 0:
        here, before = token.doc[at], token.doc[at - 1]
        if here.lower_ in _RELATIVE and here.dep_ not in ("det",):
            return at
        if before.text in (",", ";", ":", "(", ")") or before.pos_ == "SCONJ":
            return at
        pair = any(t.lower_ == "between" for t in token.doc[max(0, at - _PAIR) : at])
        anew = here.pos_ in ("DET", "PRON", "ADV") and not pair
        if before.lower_ == "but" or (before.pos_ == "CCONJ" and anew):
            return at
        at -= 1
    return at


def _opening_noun(first: Token, end: int) -> Token | None:
    """The head of the noun phrase that begins at `first`, None where none does."""
    if first.lower_ in _RELATIVE and first.dep_ != "det":
        return None
    head = None
    for token in first.doc[first.i : end]:
        if token.pos_ == "ADV" and head is None:
            continue
        if token.pos_ not in _IN_PHRASE and token.dep_ not in ("amod", "compound"):
            break
        if token.lower_ in ("to", "not"):
            break
        if head is not None and token.pos_ in ("DET", "PRON"):
            break
        if token.pos_ in (*tree.NOMINAL, "DET") and token.lower_ not in ("'s", "’s"):
            head = token if token.pos_ in tree.NOMINAL else head
    return head


def _can_be_skipped(first: Token, end: int) -> bool:
    """Whether the stretch is a relative clause, a phrase or an aside that hangs on what is before."""
    words = list(first.doc[first.i : end])
    if not words or words[0].pos_ in ("ADP", "VERB", "ADV"):
        return True
    return words[0].lower_ in _RELATIVE and any(t.pos_ in ("VERB", "AUX") for t in words)
