"""Whether a predicate stands in a condition, or in a general statement of what happens whenever."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.language.grammar import CONTRASTS, INDEFINITE_DETERMINERS, UNREAL_MODALS
from scr_lint.lexicon.load import WordLists

_ALWAYS = ("if", "unless", "lest", "provided", "providing", "in case")
_WHEN_PRESENT = ("when", "whenever", "where", "wherever", "once", "until", "before", "after")
_CLAUSES = ("advcl", "ROOT", "root", "acl", "parataxis", "advcl:relcl")
# "… would have rung, had she known".
_TRAILING = re.compile(
    r"\b(?:would|could|might|should)\b[^,;]*?(?<!have)(?<!be)\s(?P<clause>had\s+(?:the|a|an|his|her|"
    r"their|he|she|they|it|any|anyone|anybody|someone|somebody|[A-Z])\b.*)"
)


@dataclass(frozen=True, slots=True)
class Conditions:
    """The words of `lexicons/language/conditions.toml`, in the sentences that suppose something."""

    inverted: re.Pattern[str]
    supposed: re.Pattern[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Conditions:
        """Make one from the word lists of the lexicon."""
        actors, better, acted = ("|".join(words[key]) for key in ("actors", "better", "acted"))
        somebody = (
            r"(?:(?:the|a|an|his|her|their|its|any|those|these|this|that|it|he|she|they|we|there|"
            r"anyone|anybody|someone|somebody|no one|nobody|one|either|both|each|more|"
            rf"{actors})\b|(?-i:[A-Z]))"
        )
        # "Had the GP known …," at the head of a sentence or of a clause behind a comma.
        inverted = (
            r"(?:^|^[\d.]+ |[,;:–—] |\b(?:and|but|or|that|as|because|since) )(?:\(?\w{1,4}\)\s)?"
            rf"(?P<clause>(?:had|were|should)\s+(?!not\b){somebody}[^,;]*)"
        )
        # "If the lists had been compared", "but for the delay", "with more time she might have seen".
        supposed = (
            rf"\bif\b[^;]*?\b(?:had|been|were|was|[a-z]+ed)\b|\bif (?:{acted})\b"
            r"|\b(?:but for|were it not for|had it not been|without|absent|save for)\b"
            r"|(?:^|[,;:–—] |\b(?:and|but|that) )(?:with|given) "
            r"(?:(?:a|an|the|some|any|even|only|just|rather|much|far) )*"
            rf"(?:{better}|more|another|such|this|that)\b"
        )
        return cls(re.compile(inverted, re.IGNORECASE), re.compile(supposed, re.IGNORECASE))

    def suppose_otherwise(self, text: str) -> bool:
        """Whether the sentence supposes what did not happen: "had she rung, …", "with more time …"."""
        inverted = any(m["clause"][:6].lower() != "should" for m in self.inverted.finditer(text))
        return inverted or bool(_TRAILING.search(text)) or bool(self.supposed.search(text))

    def hold(self, predicate: Token) -> bool:
        """Whether the predicate is what is supposed, not what is said to follow or to be so."""
        return (
            _in_marked_clause(predicate) or self._in_inverted(predicate) or _of_anybody(predicate)
        )

    def _in_inverted(self, predicate: Token) -> bool:
        """ "Had the GP referred her, …" and "… would have rung had she known"."""
        if any(aux.lower_ in UNREAL_MODALS for aux in tree.children(predicate, "aux")):
            return False
        text = tree.whole_text(predicate.doc)
        spans = [m.span("clause") for m in self.inverted.finditer(text)]
        trailing = _TRAILING.search(text)
        if trailing:
            spans.append(trailing.span("clause"))
        return not text.rstrip().endswith("?") and any(
            start <= predicate.idx < end and _would_follow(text, start, end) for start, end in spans
        )


def _in_marked_clause(predicate: Token) -> bool:
    for token in tree.up(predicate):
        if tree.starts_afresh(token, "that", "this", "it"):
            return False
        if tree.mark_of(token) in CONTRASTS:
            return False  # "whereas the doctor should have …": said, whatever is supposed before it
        if _as_though(token):
            return True
        mark = _opener(token) or (token.lower_ if _opens_by_itself(token) else "")
        if mark in _ALWAYS and token.dep_ in _CLAUSES and not _question_behind(token):
            return True
        present = tree.is_present(predicate) or tree.is_present(token)
        if mark in _WHEN_PRESENT and token.dep_ in _CLAUSES and present:
            return True
    return False


def _as_though(clause: Token) -> bool:
    """ "spoken of as though it were a failing": likened to it, no more."""
    marks = [c.lower_ for c in clause.children if c.dep_ in ("mark", "fixed", "advmod")]
    likened = "as" in marks and ("though" in marks or "if" in marks)
    return likened and any(c.lower_ == "it" for c in tree.children(clause, "nsubj"))


def _opens_by_itself(word: Token) -> bool:
    """ "provided that …"; not "the clinic provided care", which has a subject before it."""
    own = tree.child(word, "nsubj", "nsubj:pass")
    return word.lower_ in _ALWAYS and (own is None or own.i > word.i)


def _opener(clause: Token) -> str:
    """The word that opens a clause: its mark, or "when" and "where" as adverbs."""
    mark = tree.mark_of(clause)
    if mark:
        first = next((c for c in clause.children if c.lower_ == "in" and c.dep_ == "mark"), None)
        return "in case" if first is not None and first.nbor(1).lower_ == "case" else mark
    adverb = next((c for c in tree.children(clause, "advmod") if c.i < clause.i), None)
    return adverb.lower_ if adverb is not None else ""


def _question_behind(clause: Token) -> bool:
    """ "ask if": an embedded question, which is no condition."""
    return clause.dep_ == "ccomp"


def _would_follow(text: str, start: int, end: int) -> bool:
    """Whether the rest of the sentence tells what would have come of it."""
    rest = text[:start] + text[end:]
    return re.search(r"\b(?:would|could|might|may|will|should|can|must)\b", rest) is not None


def _of_anybody(predicate: Token) -> bool:
    """ "Any team that fails to plan …", "a worker who misses a visit …": whoever it may be, in general."""
    for token in tree.up(predicate):
        if token.dep_ == "acl:relcl" and tree.is_present(predicate):
            determiner = tree.child(token.head, "det")
            general = determiner is not None and determiner.lower_ in INDEFINITE_DETERMINERS
            return general and token.head.dep_ in ("nsubj", "nsubj:pass")
    return False
