"""Whether a thing is called for or spoken against: "should go", "we expect …", "it is wrong that …"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.finding import ActorKind
from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon
from scr_lint.language.grammar import (
    ADVERBIAL_OPENERS,
    DENIALS,
    INDEFINITE_DETERMINERS,
    NEGATIVES,
    WHOLE_MODALS,
)
from scr_lint.lexicon.clause_terms import Call
from scr_lint.lexicon.load import WordLists

# Not "when" and "where": "we expect that, where possible, she goes" asks nothing.
_OPENERS = ("whether", "if", "how", "why", "what", "who", "which")
_TOPICS = ("about", "on", "over", "regarding", "concerning", "under", "after", "before", "during")
_CLAUSES = ("ccomp", "csubj", "csubj:pass", "advcl", "xcomp", "acl", "nsubj", "nsubj:pass", "obl")
_SETTING_APART = ADVERBIAL_OPENERS | {"when", "once", "where", "whereas", "than", "without"}
_DENIALS = DENIALS | NEGATIVES
_OF_NOUN = ("acl", "acl:relcl", "ccomp", "nmod", "csubj", "nsubj")
_WAYS = ("way", "practice")
_WILL = ("will", "may", "would", "might")
_HAVE_TO = ("have", "need", "deserve", "ought", "require", "go")


@dataclass(frozen=True, slots=True)
class Calls:
    """The words of `lexicons/language/calls.toml`."""

    modals: frozenset[str]
    denying_modals: frozenset[str]
    doubting: frozenset[str]
    unsure: frozenset[str]
    verbs: frozenset[str]
    aimed: frozenset[str]
    nouns: frozenset[str]
    grounds: frozenset[str]
    fitting: frozenset[str]
    unfitting: frozenset[str]
    bearable: frozenset[str]
    deserving: frozenset[str]
    securing: frozenset[str]
    callers: frozenset[str]
    resolve: frozenset[str]
    courses: frozenset[str]
    concessions: frozenset[str]
    manners: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Calls:
        """Make one from the word lists of the lexicon."""
        return cls(**{key: frozenset(words[key]) for key in cls.__slots__})

    def call_of(
        self,
        predicate: Token,
        denies: Callable[[Token], bool],
        actors: ActorLexicon,
        *,
        in_own_voice: bool,
    ) -> Call:
        """Whether the sentence calls for what `predicate` says, or against it.

        "It is a scandal that she was not dismissed" calls for the dismissal, "she should not return"
        speaks against the return. Where the sentence is not `in_own_voice`, only the review's own
        asking and expecting counts.
        """
        denied, lower, asked = denies(predicate), predicate, False
        if in_own_voice and self._is_doubted(predicate, denies):
            return Call.AGAINST
        if in_own_voice and self._is_minded_after(predicate):
            return _call(wanted=denied)
        for upper in tree.up(predicate):
            if upper.i != lower.i and self._calls(lower, upper, actors):
                return _call(wanted=not (denied or self._is_denied(upper, denies)))
            if in_own_voice and upper.i != lower.i and lower.dep_ in _CLAUSES:
                if self._minds(lower, upper):
                    return _call(wanted=denied or denies(lower))
                if self._cannot_bear(lower, upper, denies):
                    return _call(wanted=_is_denied_itself(lower))
            if upper.i != lower.i and _stands_apart(lower) and not self._is_wish(lower, upper):
                return Call.NONE
            asked = asked or _is_asked(upper)
            if in_own_voice and not asked and self._wants(lower, upper, denied):
                return _call(wanted=not (denied or self._is_denied(upper, denies)))
            lower = upper
        return Call.NONE

    def is_way_of_working(self, barred: Token, actors: ActorLexicon) -> bool:
        """Whether "must never …" says how work is to be done, and bars nobody from it.

        "Nurses must never be left in charge of two wards", "the Trust must never work like this again".
        """
        doers = [s for t in tree.up(barred) if (s := tree.subject(t)) is not None][:1]
        doers += tree.children(barred, "obl:agent")
        if any(_is_anybody(doer) for doer in doers):
            return True
        return self._has_manner(barred) or any(self._is_trade(barred, d, actors) for d in doers)

    def _has_manner(self, barred: Token) -> bool:
        for c in tree.children(barred, "obl", "obl:unmarked", "advcl", "nmod"):
            pointed = c.lower_ in _WAYS and tree.child(c, "det") is not None
            if pointed or {tree.case_of(c), tree.mark_of(c)} & self.manners:
                return True
        return False

    def _is_trade(self, barred: Token, doer: Token, actors: ActorLexicon) -> bool:
        """ "The school must never serve nuts again": no more than what a body does."""
        done = tree.child(barred, "obj")
        if done is None or actors.kind_of(doer) is not ActorKind.AGENCY:
            return False
        return done.lemma_.lower() not in self.concessions

    def _wants(self, lower: Token, upper: Token, denied: bool) -> bool:
        if self._is_obliged(upper, denied) and self._reaches(lower, upper):
            return True
        if upper.i == lower.i:
            return self._is_topic(upper) or self._is_course(upper)
        if self._has_to(lower, upper):
            return True
        if upper.lemma_.lower() in self.deserving:
            return lower.dep_ not in ("nsubj", "nsubj:pass") or tree.is_passive(upper)
        topic = tree.subject(upper)
        if topic is not None and topic.i != lower.i and topic.lemma_.lower() in self.nouns:
            return lower.dep_ in _CLAUSES
        if self._is_wish(lower, upper) or self._is_case_for(lower, upper):
            return True
        return lower.dep_ in _CLAUSES and bool(_words_at(upper, lower) & self.fitting)

    def _is_wish(self, lower: Token, upper: Token) -> bool:
        """ "It is time that she resigned", "our expectation that he goes"."""
        return upper.lemma_.lower() in self.nouns and lower.dep_ in _OF_NOUN

    def _is_case_for(self, lower: Token, upper: Token) -> bool:
        """ "There is a case for action against her"."""
        return (
            upper.lemma_.lower() in self.grounds
            and lower.dep_ in ("nmod", "acl")
            and (tree.case_of(lower) == "for" or tree.mark_of(lower) == "for")
        )

    def _is_doubted(self, predicate: Token, denies: Callable[[Token], bool]) -> bool:
        """ "I doubt whether he should teach", "I do not see how she can continue"."""
        lower, open_ = predicate, False
        for upper in tree.up(predicate):
            lemma = upper.lemma_.lower()
            apart = upper.i != lower.i and lower.dep_ not in ("ccomp", "csubj", "advcl", "xcomp")
            if apart:
                return False
            if upper.i != lower.i and open_ and _is_now_or_plain(upper):
                if lemma in self.doubting and not denies(upper):
                    return True
                if lemma in self.unsure and denies(upper):
                    return not denies(predicate)
            open_ = open_ or any(c.lower_ in WHOLE_MODALS for c in tree.children(upper, "aux"))
            lower = upper
        return False

    def _is_obliged(self, token: Token, denied: bool) -> bool:
        """ "should be dismissed", "must now answer", "cannot remain"."""
        modals = self.modals | self.denying_modals if denied else self.modals
        return any(c.lower_ in modals for c in tree.children(token, "aux"))

    def _reaches(self, lower: Token, upper: Token) -> bool:
        """Whether an obligation at `upper` is one to do `lower`: not "should note that he was dismissed"."""
        return lower.dep_ != "ccomp" or upper.i == lower.i or upper.lemma_.lower() in self.securing

    def _has_to(self, lower: Token, upper: Token) -> bool:
        """ "ought to go", "has to answer", "needs to explain herself", "is to be hoped"."""
        return (
            (upper.lemma_.lower() in _HAVE_TO or _will_want(upper))
            and lower.dep_ in ("xcomp", "ccomp", "obj", "advcl")
            and (tree.is_infinitive(lower) or lower.dep_ == "obj")
            and upper.lower_ not in ("had", "going")
        )

    def _is_topic(self, noun: Token) -> bool:
        """ "dismissal is overdue": a predicative said of the thing itself."""
        over = noun.head
        said = {over, *tree.children(over, "amod")}
        return noun.dep_ in ("nsubj", "nsubj:pass") and any(
            t.lemma_.lower() in self.fitting or t.lower_ in self.fitting for t in said
        )

    def _is_course(self, predicate: Token) -> bool:
        """ "The proper course is to suspend him", "the least that is due is a warning"."""
        course = tree.subject(predicate)
        if course is None or course.lemma_.lower() not in self.courses:
            return False
        said = {course.lower_, *(t.lower_ for t in tree.children(course, "amod"))}
        return bool(said & self.fitting) and _is_now_or_plain(predicate)

    def _calls(self, lower: Token, upper: Token, actors: ActorLexicon) -> bool:
        """ "The panel expects the Trust to act", "it is recommended that …"."""
        lemma = upper.lemma_.lower()
        if lemma == "let" and lower.dep_ in ("xcomp", "ccomp") and _is_bidding(upper):
            return True
        if lemma not in self.verbs or not self._is_aimed(upper, lemma):
            return False
        if lower.dep_ == "obl" and tree.case_of(lower) in _TOPICS:
            return False
        if tree.mark_of(lower) in _OPENERS or lower.doc[_first(lower)].lower_ in _OPENERS:
            return False
        if any(_is_asked(t) for t in tree.up(upper)):
            return False
        caller = _caller_of(upper)
        if caller is None:
            return not tree.is_passive(upper) or _is_now(upper)
        return self._is_caller(caller, actors)

    def _is_aimed(self, verb: Token, lemma: str) -> bool:
        """ "look to", "call for", "see to it": verbs that call only with what follows them."""
        if lemma not in self.aimed:
            return True
        after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
        return any(word in ("to", "for", "on", "upon") for word in after)

    def _is_caller(self, caller: Token, actors: ActorLexicon) -> bool:
        words = {caller.lower_, caller.lemma_.lower()}
        return bool(words & self.callers) or actors.is_review(caller)

    def _minds(self, lower: Token, upper: Token) -> bool:
        """ "It is regrettable that …", "would be surprised if …", "cannot understand why …"."""
        return bool(_words_at(upper, lower) & self.unfitting)

    def _is_minded_after(self, predicate: Token) -> bool:
        """ "He was promoted, which we find extraordinary"."""
        return any(
            any(c.lower_ == "which" for c in clause.subtree)
            and bool({t.lemma_.lower() for t in (clause, *clause.children)} & self.unfitting)
            for over in (predicate, *tree.children(predicate, "obj", "obl", "xcomp"))
            for clause in tree.children(over, "advcl:relcl", "acl:relcl", "parataxis")
            if clause.i > predicate.i
        )

    def _cannot_bear(self, lower: Token, upper: Token, denies: Callable[[Token], bool]) -> bool:
        """ "I cannot accept that …", "it is not enough that …"."""
        return bool(_words_at(upper, lower) & self.bearable) and denies(upper)

    def _is_denied(self, upper: Token, denies: Callable[[Token], bool]) -> bool:
        """Whether the call itself is denied; "be in no doubt that" denies nothing."""
        return upper.lemma_.lower() not in self.resolve and denies(upper)


def _words_at(upper: Token, lower: Token) -> set[str]:
    """The word over a clause, and what is found of the clause: "finds it remarkable that …"."""
    beside = [c for c in tree.children(upper, "xcomp", "obl") if c.i < lower.i]
    return {upper.lemma_.lower(), upper.lower_, *(c.lower_ for c in beside)}


def _is_denied_itself(clause: Token) -> bool:
    """Whether a denial stands in the clause, and not only above it."""
    subject = tree.subject(clause)
    words = [*clause.children, *([subject, *subject.children] if subject is not None else [])]
    return any(t.lower_ in _DENIALS for t in words)


def _call(*, wanted: bool) -> Call:
    return Call.FOR if wanted else Call.AGAINST


def _is_anybody(doer: Token) -> bool:
    """ "Staff", "a nurse", "no nurse", "social workers": whoever it is, not those of this case."""
    if tree.children(doer, "acl", "acl:relcl") or any(
        tree.case_of(c) == "of" for c in tree.children(doer, "nmod")
    ):
        return False
    if doer.lower_ in NEGATIVES:
        return True
    opening = doer.i == doer.left_edge.i == 0 or doer.pos_ == "NOUN"
    if doer.pos_ not in ("NOUN", "PROPN") or not opening:
        return False
    owned = tree.children(doer, "nmod:poss", "nummod")
    determiners = {c.lower_ for c in tree.children(doer, "det", "nummod")}
    many = "Plur" in doer.morph.get("Number", []) or doer.lower_ == "staff"
    return bool(determiners & (INDEFINITE_DETERMINERS | {"one"})) or (
        many and not owned and not determiners
    )


def _is_asked(clause: Token) -> bool:
    """ "whether she should be dismissed"."""
    mark = tree.mark_of(clause)
    if mark == "whether":
        return True
    if clause.dep_ not in ("ccomp", "conj"):
        return False
    opened = any(c.lower_ in _OPENERS and c.i < clause.i for c in clause.children)
    return (mark == "if" and clause.dep_ == "ccomp") or opened


def _stands_apart(clause: Token) -> bool:
    """Whether what is wanted above a clause is not wanted of it: "after he was dismissed, …"."""
    if clause.dep_ == "acl:relcl" or clause.dep_ == "parataxis":
        return True
    if clause.dep_ == "advcl":
        return tree.mark_of(clause) in _SETTING_APART
    if clause.dep_ != "conj" or clause.pos_ not in ("VERB", "AUX"):
        return False
    finite = tree.children(clause, "aux", "aux:pass", "cop") or "Fin" in clause.morph.get(
        "VerbForm", []
    )
    return tree.subject(clause) is not None and bool(finite)


def _is_now(verb: Token) -> bool:
    """ "is asked to", "would be invited to", not "was asked to"."""
    return any(
        "Pres" in t.morph.get("Tense", []) or t.lower_ in ("would", "should", "must", "be")
        for t in tree.children(verb, "aux", "aux:pass")
    )


def _is_bidding(verb: Token) -> bool:
    """ "Let those responsible be called to account"."""
    return verb.i == verb.sent.start and tree.subject(verb) is None


def _will_want(verb: Token) -> bool:
    """ "The employer will want to ask …": a call, politely put."""
    return verb.lemma_.lower() in ("want", "wish") and any(
        c.lower_ in _WILL for c in tree.children(verb, "aux")
    )


def _is_now_or_plain(verb: Token) -> bool:
    """Whether a doubt is held now: "I doubt", "I am not sure", "cannot see"; not "doubted"."""
    finite = [verb, *tree.children(verb, "aux", "cop")]
    return not any("Past" in t.morph.get("Tense", []) for t in finite if t.pos_ != "ADJ")


def _first(clause: Token) -> int:
    return min(t.i for t in clause.subtree)


def _caller_of(verb: Token) -> Token | None:
    """Who calls: the verb's subject, its agent in the passive, or the subject of the verb it hangs on."""
    if tree.is_passive(verb):
        return next(iter(tree.by_phrases(verb)), None)
    for token in tree.up(verb):
        found = tree.subject(token)
        if found is not None:
            return found
        if token.dep_ == "acl" and token.head.pos_ in tree.NOMINAL and token.lower_.endswith("ing"):
            return token.head  # "signatures calling for dismissals"
        if token.dep_ not in ("conj", "xcomp", "advcl", "acl"):
            return None
    return None
