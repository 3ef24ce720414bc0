"""A parsed sentence put more plainly, for the patterns of the lexicons to be tried on as well.

Patterns stand in the plainest order: "had been warned of the damp", "abandoned the course". A report
may put an aside in between ("had been warned, twice and in writing, of the damp"), turn the sentence
round ("the course was abandoned by the mother") or make a noun of the verb ("the abandoning of the
course").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from scr_lint.finding import ActorKind
from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon
from scr_lint.language.grammar import DENIALS, MODALS, NONFINITE_AUXILIARIES, RELATIVE_SUBJECTS
from scr_lint.language.rows import BREAKS

# What hangs in the sentence by one of these can be left out of it.
_LOOSE = (
    *("obl", "obl:unmarked", "obl:agent", "advmod", "advcl", "advcl:relcl", "nmod"),
    *("nmod:unmarked", "acl", "acl:relcl", "appos", "parataxis", "discourse", "vocative", "punct"),
)
# These part a clause or another thing from a noun.
_APART = ("acl", "acl:relcl", "appos", "parataxis", "advcl", "punct", "cop", "aux", "nsubj", "expl")
_BRACKETS = ("(", ")")
_OPENS_PHRASE = ("ADP", "SCONJ", "ADV", "VERB")
# As many breaks may stand inside an aside: "by letter, by telephone or in person".
_INNER_BREAKS = 3


def recast(doc: Doc, actors: ActorLexicon | None = None) -> Iterator[list[Token]]:
    """Rows of the sentence's words that say the same: one without asides, one for each passive or gerund.

    A passive is turned round where it tells by whom: that is asked of `actors`. Only the verb and what
    it is done to make the row, for who did it is asked of the clause.
    """
    asides = set(_asides(doc))
    if asides:
        yield [t for t in doc if t.i not in asides and not t.is_space]
    for token in doc:
        if token.lower_.endswith("ing") and tree.word_after(token) == "of":
            yield from _without_of(token)
    if actors is None or not any(t.lower_ == "by" for t in doc):
        return
    for token in doc:
        if token.pos_ == "VERB" and _has_doer(token, actors):
            yield from _turned_round(token)


def _asides(doc: Doc) -> Iterator[int]:
    """The tokens of what stands in brackets, or between commas or dashes and can be left out."""
    breaks = [t.i for t in doc if t.text in BREAKS]
    at = 0
    while at < len(breaks):
        last = min(at + 1 + _INNER_BREAKS, len(breaks) - 1)
        for further in range(last, at, -1):
            start, end = breaks[at], breaks[further]
            if _is_aside(doc[start], doc[end]):
                yield from range(start, end + 1)
                at = further
                break
        at += 1


def _is_aside(first: Token, last: Token) -> bool:
    if first.text in _BRACKETS:
        return (first.text, last.text) == _BRACKETS
    if first.text != last.text:
        return False
    return _parts_verb(first, last) or _can_go(first.doc[first.i + 1 : last.i])


def _parts_verb(first: Token, last: Token) -> bool:
    """Whether a verb goes on behind the marks: "should not, on what was known, have closed".

    What opens there as a sentence does ("should, it was argued, have closed") may be whose view it is.
    """
    if first.i < 2 or last.i + 1 == len(last.doc) or first.nbor(1).pos_ not in _OPENS_PHRASE:
        return False
    before, after = first.nbor(-1), last.nbor(1)
    modal = first.nbor(-2) if before.lower_ in DENIALS else before
    return modal.lower_ in MODALS and after.lower_ in NONFINITE_AUXILIARIES


def _can_go(words: TokenSpan) -> bool:
    """Whether the words hang together, loosely in the sentence, and nothing else hangs on them."""
    inside = range(words.start, words.end)
    for token in words.doc:
        up = token.head.i
        if token.i in inside:
            if token.i == up or (up not in inside and token.dep_ not in _LOOSE):
                return False
        elif up in inside and token.dep_ != "punct":
            return False
    return bool(inside)


def _has_doer(verb: Token, actors: ActorLexicon) -> bool:
    """Whether a passive tells by whom: by somebody, not "by the end of May"."""
    behind = [t for t in tree.by_phrases(verb) if t.i > verb.i]
    known = any(actors.kind_of(t) is not ActorKind.UNKNOWN for t in behind)
    return known and tree.is_passive(verb)


def _turned_round(verb: Token) -> Iterator[list[Token]]:
    """ "was firmly shut by" and "the door of the scheme": the verb, and behind it that noun."""
    thing = tree.subject(verb)
    if thing is None or thing.lower_ in RELATIVE_SUBJECTS:
        over = tree.first_conjunct(verb)
        thing = over.head if over.dep_ in ("acl", "acl:relcl") else tree.subject(over)
    if thing is None or thing.i > verb.i:
        return
    doc, start, end = verb.doc, verb.i, verb.i + 1
    while start and doc[start - 1].dep_ == "advmod" and doc[start - 1].head.i == verb.i:
        start -= 1
    if end < len(doc) and doc[end].dep_ == "compound:prt":
        end += 1
    yield [t for t in (*doc[start:end], *_noun_phrase(thing)) if not t.is_space]


def _without_of(gerund: Token) -> Iterator[list[Token]]:
    """ "The turning of a blind eye": the gerund, and behind it that noun."""
    things = [t for t in tree.children(gerund, "nmod", "obl") if tree.case_of(t) == "of"]
    for thing in things[:1]:
        yield [gerund, *(t for t in _noun_phrase(thing) if t.i > gerund.i + 1 and not t.is_space)]


def _noun_phrase(noun: Token) -> list[Token]:
    """The words in one row round the noun that are of it, its own preposition and clauses left out."""
    inside = {noun.i}
    for below in noun.children:
        if below.dep_ not in _APART and below.dep_ != "case":
            inside.update(t.i for t in below.subtree)
    start, end = noun.i, noun.i + 1
    while start - 1 in inside:
        start -= 1
    while end in inside:
        end += 1
    return list(noun.doc[start:end])
