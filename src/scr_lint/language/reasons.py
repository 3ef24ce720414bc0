"""Whether a sentence or a passage gives the reason for what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.lexicon.load import WordLists

_CLAUSES = (
    *("advcl", "obl", "nmod", "acl", "ccomp", "advcl:relcl", "acl:relcl", "obl:agent"),
    "parataxis",
)
_SO_THAT = re.compile(r"\bso \w+ (?:\w+ ){0,6}?that\b", re.IGNORECASE)
_NUMBERS = ("no", "only", "few", "little", "one", "several", "so")


@dataclass(frozen=True, slots=True)
class Reasons:
    """The words of `lexicons/language/reasons.toml`."""

    connectives: re.Pattern[str]
    context: re.Pattern[str]
    pressure: re.Pattern[str]
    causes: frozenset[str]
    forcing: frozenset[str]
    explaining: frozenset[str]
    states: frozenset[str]
    saying: frozenset[str]
    excusing: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Reasons:
        """Make one from the word lists of the lexicon."""
        sets = ("causes", "forcing", "explaining", "states", "saying", "excusing")
        return cls(
            _any_of(words["connectives"]),
            _any_of(words["context"]),
            _any_of(words["pressure"]),
            *(frozenset(words[key]) for key in sets),
        )

    def given_for(self, predicate: Token) -> bool:
        """Whether the predicate's sentence gives the reason for it.

        Not where the predicate is itself the reason given for something else ("died because staff
        failed").
        """
        text = tree.whole_text(predicate.doc)
        if any(_explains(m.start(), m.end(), predicate) for m in self.connectives.finditer(text)):
            return True
        return (
            self._as_clause(predicate)
            or self._beside(predicate)
            or self._caused(predicate)
            or self._explained(predicate)
        )

    def excuses(self, predicate: Token) -> bool:
        """Whether an adverb by it says that there was good reason: "understandably guarded"."""
        return any(t.lower_ in self.excusing for t in predicate.children)

    def explained_in(self, text: str) -> bool:
        """Whether running text asks why or speaks of causes, context or what was seen at the time."""
        return bool(self.connectives.search(text) or self.context.search(text))

    def _as_clause(self, predicate: Token) -> bool:
        """ "…, as she was carrying 32 cases"; not "as the school day ended"."""
        return any(
            tree.mark_of(c) in ("as", "since", "given")
            and not c.is_ancestor(predicate)
            and c.i != predicate.i
            and self._is_reason(c, predicate)
            for t in tree.up(predicate)
            for c in tree.children(t, "advcl", "obl")
        )

    def _is_reason(self, clause: Token, predicate: Token) -> bool:
        """Whether a clause with "as" or "since" tells why, rather than when or how."""
        auxiliaries = tree.auxiliaries(clause)
        if tree.subject(clause) is None or clause.lemma_.lower() in self.saying:
            return False
        if any(a.lower_ in ("should", "ought", "would", "could") for a in auxiliaries):
            return False
        mark = tree.children(clause, "mark")[0]
        after_comma = mark.i > predicate.i and mark.nbor(-1).text == ","
        return after_comma or bool(auxiliaries) or clause.lemma_.lower() in self.states

    def _beside(self, predicate: Token) -> bool:
        """ "being new to the town", "with no deputy in post", "who was tired of forms", "so heavy that"."""
        text = tree.whole_text(predicate.doc)
        if any(m.end() <= predicate.idx for m in _SO_THAT.finditer(text)):
            return True
        return any(
            c.i != predicate.i and not c.is_ancestor(predicate) and self._presses(c)
            for c in _side_clauses(predicate)
        )

    def _presses(self, clause: Token) -> bool:
        if _is_circumstance(clause):
            return True
        words = sorted(clause.subtree, key=lambda t: t.i)
        return clause.dep_ != "obl" and bool(self.pressure.search(tree.text_of(words)))

    def _caused(self, predicate: Token) -> bool:
        """ "delayed by snow", "the rota forced her to leave"."""
        if any(c.lemma_.lower() in self.causes for c in tree.by_phrases(predicate)):
            return True
        return predicate.dep_ == "xcomp" and predicate.head.lemma_.lower() in self.forcing

    def _explained(self, predicate: Token) -> bool:
        """ "which explain why the fax was lost", "explain but do not excuse the delay"."""
        lower = predicate
        for upper in tree.up(predicate):
            if upper.i != lower.i and self._explains(upper) and tree.mark_of(lower) != "that":
                return lower.dep_ in ("ccomp", "obj", "advcl", "advcl:relcl")
            lower = upper if upper.lower_ not in ("why", "how") else lower
        return False

    def _explains(self, verb: Token) -> bool:
        together = [verb, verb.head, *tree.children(verb, "conj")]
        return any(t.lemma_.lower() in self.explaining and t.pos_ == "VERB" for t in together)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)


def _explains(start: int, end: int, predicate: Token) -> bool:
    """Whether the connective at these offsets tells why the predicate holds."""
    fronted = not tree.whole_text(predicate.doc)[:start].strip("0123456789.() ")
    if (not fronted and _in_phrase_after(end, predicate)) or _inside_reason(predicate, start):
        return False
    for t in tree.up(predicate):
        if t.dep_ == "acl:relcl" and t.right_edge.idx + len(t.right_edge) < start:
            return False
    return True


def _in_phrase_after(end: int, predicate: Token) -> bool:
    """Whether the predicate follows the connective before the next comma."""
    between = tree.whole_text(predicate.doc)[end : predicate.idx]
    return predicate.idx >= end and not re.search(r"[,;:]", between)


def _inside_reason(predicate: Token, start: int) -> bool:
    """Whether the predicate stands in the clause or phrase the connective at `start` opens."""
    opener = next((t for t in predicate.doc if t.idx <= start < t.idx + len(t)), None)
    if opener is None:
        return False
    for token in tree.up(opener):
        if token.dep_ in _CLAUSES:
            return token.i == predicate.i or token.is_ancestor(predicate)
    return False


def _side_clauses(predicate: Token) -> Iterator[Token]:
    """The clauses and phrases that stand beside the predicate or on its subject."""
    yield from tree.children(predicate, "advcl", "parataxis", "obl")
    yield from (c for c in tree.children(predicate, "conj") if _contrasts(c))
    subject = tree.subject(predicate)
    if subject is not None:
        yield from tree.children(subject, "acl:relcl", "acl")
        yield from (
            c for c in tree.children(subject, "conj", "amod") if c.pos_ == "ADJ" and c.i > subject.i
        )
    if predicate.dep_ == "advcl" and any(c.lower_ == "when" for c in predicate.children):
        yield from tree.children(predicate.head, "obj", "nsubj")
        if predicate.head.lower_.endswith("ing"):
            yield predicate.head
    if predicate.dep_ == "conj" and predicate.head.i != predicate.i:
        yield from (c for c in tree.children(predicate.head, "conj") if c.i != predicate.i)


def _contrasts(clause: Token) -> bool:
    """ "…, but she was alone": a clause of its own set against what was said."""
    conjunction = tree.child(clause, "cc")
    but = conjunction is not None and conjunction.lower_ in ("but", "although", "though")
    return but and tree.subject(clause) is not None


def _is_circumstance(clause: Token) -> bool:
    """ "Having been told", "being new", "with eleven beds closed", "with no deputy in post"."""
    if clause.dep_ in ("advcl", "acl"):
        perfect = any(a.lower_ in ("having", "being") for a in tree.auxiliaries(clause))
        return (perfect and tree.mark_of(clause) in ("", "that")) or tree.mark_of(clause) == "with"
    if clause.dep_ != "obl" or tree.case_of(clause) != "with":
        return False
    short = any(c.lower_ in _NUMBERS for c in tree.children(clause, "det", "nummod", "amod"))
    return short and clause.i < clause.head.i
