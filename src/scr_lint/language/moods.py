"""The mood a predicate stands in: said as fact, asked, supposed, recommended, or only in scope."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon
from scr_lint.lexicon.load import WordLists

_PURPOSE_NOUN_DEPS = (
    "obj",
    "obl",
    "nmod",
    "conj",
    "ccomp",
    "xcomp",
    "acl",
    "advcl",
    "amod",
    "nsubj:pass",
    "acl:relcl",
    "advcl:relcl",
)


class Mood(StrEnum):
    """How a predicate is put forward."""

    STATEMENT = "statement"
    QUESTION = "question"
    CONDITION = "condition"
    RECOMMENDATION = "recommendation"
    PURPOSE = "purpose"


@dataclass(frozen=True, slots=True)
class Moods:
    """The words of `lexicons/language/moods.toml`."""

    inquiry_verbs: frozenset[str]
    inquiry_nouns: frozenset[str]
    scope_subjects: frozenset[str]
    recommend: frozenset[str]
    conditions: frozenset[str]
    general_conditions: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Moods:
        """Make one from the word lists of the lexicon."""
        return cls(**{key: frozenset(words[key]) for key in cls.__slots__})

    def mood_of(self, predicate: Token, actors: ActorLexicon) -> Mood:
        """The mood the predicate stands in."""
        climbed = self._climb(predicate, actors)
        if climbed is not None:
            return climbed
        if predicate.doc.text.rstrip(" \"'”’)").endswith("?"):
            return Mood.QUESTION
        if self._recommended(predicate):
            return Mood.RECOMMENDATION
        return Mood.STATEMENT

    def _climb(self, predicate: Token, actors: ActorLexicon) -> Mood | None:
        lower = predicate
        for upper in tree.up(predicate):
            mark = _mark_of(upper)
            if mark == "whether" or (mark == "if" and upper.dep_ == "ccomp"):
                return Mood.PURPOSE if self._inquires(upper.head, actors) else Mood.QUESTION
            if mark in self.general_conditions and upper.dep_ in (
                "advcl",
                "root",
                "ROOT",
                "acl",
                "parataxis",
            ):
                return Mood.CONDITION
            if upper.dep_ == "advcl" and _inverted(upper):
                return Mood.CONDITION
            if upper.i != lower.i and self._asks_over(lower, upper, actors):
                return Mood.PURPOSE
            if (
                upper.i != lower.i
                and lower.dep_ == "ccomp"
                and upper.lemma_.lower() in ("recommend", "propose", "urge")
            ):
                return Mood.RECOMMENDATION
            lower = upper
        return None

    def _asks_over(self, lower: Token, upper: Token, actors: ActorLexicon) -> bool:
        """ "The panel looked for missed opportunities", "asked how the school had failed"."""
        if lower.dep_ not in _PURPOSE_NOUN_DEPS or upper.lemma_.lower() not in self.inquiry_verbs:
            return False
        if lower.dep_ in ("ccomp", "advcl", "acl") and not _wh_clause(lower):
            return False
        return self._inquires(upper, actors) and (
            lower.dep_ in ("ccomp", "advcl") or _open_noun(lower, upper)
        )

    def _inquires(self, verb: Token, actors: ActorLexicon) -> bool:
        """Whether the verb tells what the review set out to do, not what it found."""
        lemma = verb.lemma_.lower()
        if lemma in self.inquiry_nouns:
            return True
        if lemma not in self.inquiry_verbs:
            return False
        if _infinitive(verb):
            return True
        doer = tree.subject(verb)
        if doer is None and verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
            doer = tree.subject(verb.head)
        if doer is None:
            return verb.dep_ in ("ROOT", "root", "advcl", "acl", "conj", "xcomp")
        return (
            actors.is_review(doer)
            or doer.lemma_.lower() in self.scope_subjects
            or doer.lemma_.lower() in self.inquiry_nouns
        )

    def _recommended(self, predicate: Token) -> bool:
        """ "Agencies should ensure …": a present obligation laid on somebody."""
        for token in tree.up(predicate):
            for aux in tree.children(token, "aux"):
                if aux.lower_ in ("should", "must", "shall", "will") and not _perfect(token, aux):
                    return True
            if token.dep_ not in (
                "xcomp",
                "ccomp",
                "obj",
                "conj",
                "amod",
                "obl",
                "nmod",
                "advcl",
                "acl",
                "acl:relcl",
                "nsubj",
                "nsubj:pass",
            ):
                break
        return False


def _perfect(verb: Token, modal: Token) -> bool:
    return any(
        a.lower_ in ("have", "'ve", "’ve") and a.i > modal.i
        for a in tree.children(verb, "aux", "cop")
    )


def _mark_of(token: Token) -> str:
    found = tree.child(token, "mark")
    return found.lower_ if found is not None else ""


def _inverted(clause: Token) -> bool:
    """ "Had the GP referred her": the auxiliary before the subject, no mark."""
    doer = tree.subject(clause)
    aux = tree.child(clause, "aux", "aux:pass", "cop")
    verb = clause if aux is None else aux
    inverts = verb.lower_ in ("had", "should", "were")
    return inverts and doer is not None and verb.i < doer.i and _mark_of(clause) == ""


def _wh_clause(clause: Token) -> bool:
    """Whether the clause opens with a question word."""
    first = min(clause.subtree, key=lambda t: t.i)
    words = [first, *([first.nbor(1)] if first.i + 1 < len(first.doc) else [])]
    return any(
        t.lower_
        in ("whether", "if", "how", "why", "what", "where", "when", "who", "which", "extent", "to")
        for t in words
    )


def _open_noun(noun: Token, verb: Token) -> bool:
    """A noun that is looked for rather than found: "any failings", "for missed opportunities"."""
    if verb.lemma_.lower() in (
        "look",
        "search",
        "seek",
        "consider",
        "examine",
        "explore",
        "investigate",
        "discuss",
        "inquire",
        "enquire",
        "probe",
        "test",
        "study",
        "reflect",
        "question",
        "assess",
        "review",
        "evaluate",
        "analyse",
    ):
        return True
    determiner = tree.child(noun, "det")
    if determiner is not None and determiner.lower_ in ("any", "whatever", "what", "which"):
        return True
    return _infinitive(verb)


def _infinitive(verb: Token) -> bool:
    """ "to examine": an infinitive with its mark."""
    return "Inf" in verb.morph.get("VerbForm") and tree.child(verb, "mark") is not None
