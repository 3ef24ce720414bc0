"""The mood a predicate stands in: said as fact, asked, supposed, recommended, or only in scope."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon
from scr_lint.language.asides import is_remark, parted
from scr_lint.language.conditions import Conditions
from scr_lint.language.grammar import CONTRASTS, DENIALS, PLAIN_HAVE, QUESTION_WORDS, UNREAL_MODALS
from scr_lint.language.modality import follows_perfect
from scr_lint.lexicon.load import WordLists

_ASKED_FOR = (
    *("obj", "obl", "nmod", "conj", "ccomp", "acl", "advcl", "amod", "nsubj:pass", "acl:relcl"),
    "advcl:relcl",
)
_OBLIGED_THROUGH = (
    *("xcomp", "ccomp", "obj", "conj", "amod", "obl", "nmod", "advcl", "acl", "acl:relcl", "nsubj"),
    "nsubj:pass",
)
_QUESTION_WORDS = QUESTION_WORDS | {"if", "who", "whom", "which", "extent"}
_ITEM = re.compile(
    r"^\W*(?:\(?[a-z0-9]{1,3}[).]\s)?(?:and |or )?(?:whether|"
    r"(?:how|why|what|which|who|to what extent|the extent to which)\b(?=.*(?:[;,]|and|\w)$))",
    re.IGNORECASE,
)
_MIGHT = UNREAL_MODALS | {"may"}
_MODALS = _MIGHT | {"should", "must"}
# "was asked by a journalist whom …": the question still runs on where the words stop.
_PUT_TO = re.compile(
    r"\b(?:ask(?:ed|s)?|wonder(?:ed|s)?)\b[^.;]*?\b(?:whom?|what|why|how|whether)\b[^.;,]*$",
    re.IGNORECASE,
)
# "an inquiry into why …", "to decide who …": asked about, whatever the parse hangs the clause on.
_LOOKED_INTO = re.compile(
    r"\b(?:into (?:whose|who|what|why|how|whether)|"
    r"(?:out|of|about|to|with|over|decide|determine|establish|say|know) who(?:se)?)\b[^.;,]*$",
    re.IGNORECASE,
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
    searching: frozenset[str]
    asking: frozenset[str]
    knowing: frozenset[str]
    mentioning: frozenset[str]
    hypothetical: frozenset[str]
    assenting: frozenset[str]
    recommending: frozenset[str]
    stating: frozenset[str]
    tellers: frozenset[str]
    readings: frozenset[str]
    results: frozenset[str]
    wanting: frozenset[str]
    weighing: frozenset[str]
    named_calls: frozenset[str]
    given: frozenset[str]
    conditions: Conditions
    regretted: re.Pattern[str]
    wondered: re.Pattern[str]

    @classmethod
    def from_words(cls, words: WordLists, conditions: Conditions) -> Moods:
        """Make one from the word lists of the lexicon; `conditions` tells what is only supposed."""
        apart = ("conditions", "regretted", "wondered")
        return cls(
            **{key: frozenset(words[key]) for key in cls.__slots__ if key not in apart},
            conditions=conditions,
            regretted=re.compile(
                rf"\b(?:{'|'.join(words['regretted'])})\b[^.;:,]{{0,60}}\bthat\b[^.;:,]*$",
                re.IGNORECASE,
            ),
            wondered=re.compile(rf"\b(?:{'|'.join(words['wondered'])})\b[^.;:,]*$", re.IGNORECASE),
        )

    def mood_of(self, predicate: Token, actors: ActorLexicon) -> Mood:
        """The mood the predicate stands in."""
        if _ITEM.match(tree.whole_text(predicate.doc)):
            return Mood.PURPOSE
        asked = self._asked(predicate, actors)
        if asked is not None:
            return asked
        before = tree.whole_text(predicate.doc)[: predicate.idx]
        if _PUT_TO.search(before) or _is_looked_into(predicate, before):
            return Mood.QUESTION
        if self.conditions.hold(predicate):
            return Mood.CONDITION
        if _in_question(predicate):
            return Mood.QUESTION
        if self._urged(predicate) or self._obliged(predicate, actors):
            return Mood.RECOMMENDATION
        return Mood.STATEMENT

    def _asked(self, predicate: Token, actors: ActorLexicon) -> Mood | None:
        """PURPOSE or QUESTION where the predicate is asked about or only mentioned, else None."""
        lower = predicate
        for upper in tree.up(predicate):
            mark = tree.mark_of(upper)
            marks = tree.children(upper, "mark")
            whether = any(t.lower_ == "whether" for c in marks for t in c.subtree)
            if whether or (mark == "if" and upper.dep_ == "ccomp"):
                return Mood.PURPOSE if self._inquires(upper.head, actors) else Mood.QUESTION
            if tree.mark_of(lower) in CONTRASTS or is_remark(lower):
                return None  # "…, although the shape of the burn made that untrue"
            if upper.i != lower.i:
                if self._asks_over(lower, upper, actors) or self._mentions(lower, upper, actors):
                    return Mood.PURPOSE
                if self._question_to(lower, upper):
                    return Mood.QUESTION
            if self._is_reading(upper):
                return Mood.PURPOSE
            lower = upper
        return None

    def _asks_over(self, lower: Token, upper: Token, actors: ActorLexicon) -> bool:
        """ "The panel looked for missed opportunities", "asked how the school had failed"."""
        if lower.dep_ not in _ASKED_FOR or upper.lemma_.lower() not in self.inquiry_verbs:
            return False
        if lower.dep_ == "acl:relcl" and upper.pos_ == "NOUN":
            return False
        if lower.dep_ == "conj" and _is_clause(lower) and not _wh_clause(lower):
            return False  # "did not include a date, and was careless"
        clause = lower.dep_ in ("ccomp", "advcl", "acl")
        if clause and (not _wh_clause(lower) or upper.head.pos_ == "ADJ"):
            return False
        if not self._inquires(upper, actors):
            return False
        return lower.dep_ in ("ccomp", "advcl") or self._is_looked_for(lower, upper)

    def _question_to(self, lower: Token, upper: Token) -> bool:
        """ "was asked whom it would blame", "it cannot be known what a visit would have shown"."""
        put_to = upper.dep_ == "xcomp" and upper.head.lemma_.lower() in self.asking
        if put_to and lower.dep_ == "ccomp" and tree.is_infinitive(upper):
            return True  # "The jury was asked to find that …"
        if lower.dep_ != "ccomp" or not _wh_clause(lower):
            return False
        unknown = upper.lemma_.lower() in self.knowing and any(
            c.lower_ in DENIALS for c in upper.children
        )
        return unknown or upper.lemma_.lower() in self.asking

    def _mentions(self, lower: Token, upper: Token, actors: ActorLexicon) -> bool:
        """ "To say that she should have known is …", "it would be tempting to write that …"."""
        if lower.dep_ != "ccomp" or upper.lemma_.lower() not in self.mentioning:
            return False
        if self._is_wanted(upper, actors) or "Imp" in upper.morph.get("Mood", []):
            return True
        if upper.dep_ == "csubj" and upper.head.lemma_.lower() in self.assenting:
            return False
        if tree.is_infinitive(upper) and (
            upper.dep_ in ("csubj", "nsubj:outer") or _wh_clause(lower)
        ):
            return True
        return upper.dep_ in ("xcomp", "csubj", "advcl", "ccomp", "acl", "nmod", "obl") and (
            upper.head.lemma_.lower() in self.hypothetical
        )

    def _is_wanted(self, saying: Token, actors: ActorLexicon) -> bool:
        """ "The mother wanted the report to say that …"."""
        over = saying.head if saying.dep_ == "xcomp" else saying.head.head
        if over.lemma_.lower() not in self.wanting or not tree.is_infinitive(saying):
            return False
        holder = tree.subject(over)
        ours = holder is not None and (holder.lower_ in self.tellers or actors.is_review(holder))
        return not ours and saying.i > over.i

    def _is_reading(self, clause: Token) -> bool:
        """ "An easy reading would be that she failed": what one might say."""
        topic = tree.children(clause, "nsubj", "nsubj:outer", "nsubj:pass")
        would = any(a.lower_ in _MIGHT for a in tree.children(clause, "aux"))
        if not would or not topic or tree.child(clause, "cop") is None:
            return False
        easy = any(c.lemma_.lower() in self.hypothetical for c in tree.children(topic[0], "amod"))
        return tree.mark_of(clause) == "that" and (easy or topic[0].lemma_.lower() in self.readings)

    def _inquires(self, verb: Token, actors: ActorLexicon) -> bool:
        """Whether the verb tells what the review set out to do, not what it found."""
        lemma = verb.lemma_.lower()
        if _is_of_something(verb, actors):
            return False
        if lemma in self.inquiry_nouns:
            owner = tree.child(verb, "nmod:poss")
            return owner is None or owner.pos_ == "PRON" or actors.is_review(owner)
        if lemma not in self.inquiry_verbs:
            return False
        if tree.is_infinitive(verb) and tree.child(verb, "nsubj", "nsubj:pass") is None:
            return True
        if verb.dep_ == "acl" and "Past" in verb.morph.get("Tense", []):
            return False  # "the issue identified": it was found.
        doer = tree.subject(verb)
        if doer is None and verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
            doer = tree.subject(verb.head)
        if doer is None:
            return verb.dep_ in ("ROOT", "root", "advcl", "acl", "conj", "xcomp")
        names = {doer.lemma_.lower(), doer.lower_}
        if names & self.results:
            return False  # "The second finding concerns …"
        return actors.is_review(doer) or bool(names & (self.scope_subjects | self.inquiry_nouns))

    def _is_looked_for(self, noun: Token, verb: Token) -> bool:
        """A noun that is looked for rather than found: "any failings", "for missed opportunities"."""
        if verb.lemma_.lower() in self.searching:
            return True
        determiner = tree.child(noun, "det")
        if determiner is not None and determiner.lower_ in ("any", "whatever", "what", "which"):
            return True
        known = determiner is not None and determiner.lower_ in ("the", "this", "these", "those")
        return tree.is_infinitive(verb) and not (known and verb.dep_ == "acl")

    def _urged(self, predicate: Token) -> bool:
        """ "It is recommended that …", "the police are asked to …", "the first recommendation is …"."""
        if (
            tree.whole_text(predicate.doc)
            .lower()
            .lstrip("0123456789. ")
            .startswith("recommendation")
        ):
            return True
        lower = predicate
        for upper in tree.up(predicate):
            lemma = upper.lemma_.lower()
            if parted(lower, upper):
                return False
            if upper.i != lower.i and lemma in self.recommending and self._is_urging(lower, upper):
                return True
            if upper.i != lower.i and self._is_recommendation(upper):
                return True
            lower = upper
        return False

    def _obliged(self, predicate: Token, actors: ActorLexicon) -> bool:
        """ "Agencies should ensure …", "the Trust ought to …": a present obligation laid on somebody."""
        if any(
            _perfect(predicate, aux)
            for aux in tree.children(predicate, "aux")
            if aux.lower_ in _MODALS
        ):
            return False
        lower = predicate
        for token in tree.up(predicate):
            if parted(lower, token) or _by_rule(token):
                return False
            if token.lower_ in self.given or self._stated(lower, token, actors):
                return False  # "We should not disguise the fact that …": the fact stands.
            if self._binds(token):
                return True
            if token.lower_ == "ought":
                return not follows_perfect(token)
            if token.dep_ not in _OBLIGED_THROUGH:
                return False
            lower = token
        return False

    def _stated(self, clause: Token, verb: Token, actors: ActorLexicon) -> bool:
        """ "It must be said that …", "readers should know that …": said all the same."""
        if verb.lemma_.lower() not in self.stating or tree.mark_of(clause) != "that":
            return False
        teller = tree.child(verb, "nsubj", "nsubj:pass", "expl")
        if clause.dep_ not in ("ccomp", "csubj", "csubj:pass") or clause.i <= verb.i:
            return False
        return teller is None or teller.lower_ in self.tellers or actors.is_review(teller)

    def _is_recommendation(self, predicative: Token) -> bool:
        """ "The second recommendation is for the school to meet new parents"."""
        topic = tree.subject(predicative)
        if topic is None or topic.pos_ != "NOUN" or tree.child(predicative, "cop") is None:
            return False
        return topic.lemma_.lower() in self.named_calls

    def _is_urging(self, lower: Token, upper: Token) -> bool:
        """Whether `upper` urges `lower` now: in the present, not "was asked to" in the past."""
        if upper.pos_ in ("NOUN", "PROPN"):
            named = upper.lemma_.lower() in self.named_calls
            return named and lower.dep_ in ("acl", "csubj", "csubj:pass", "ccomp", "nsubj", "xcomp")
        if lower.dep_ not in ("ccomp", "xcomp", "csubj", "csubj:pass", "advcl", "dep"):
            return False
        if lower.dep_ == "xcomp" and lower.pos_ in tree.NOMINAL:
            return False  # "I would call it a lapse" gives it a name.
        finite = [upper, *tree.children(upper, "aux", "aux:pass")]
        return any("Pres" in t.morph.get("Tense", []) for t in finite) or any(
            t.lower_ in ("would", "will", "should") for t in finite
        )

    def _binds(self, verb: Token) -> bool:
        """Whether a modal lays the verb on somebody: "should check", but not "should have checked"."""
        return not self._is_weighed(verb) and any(
            aux.lower_ in ("should", "must", "shall", "will", "ought") and not _perfect(verb, aux)
            for aux in tree.children(verb, "aux")
        )

    def _is_weighed(self, verb: Token) -> bool:
        """ "This must count as …", "must be regarded as …": a verdict, no obligation."""
        return verb.lemma_.lower() in self.weighing and any(
            c.lower_ in ("as", "among") for t in (verb, *verb.children) for c in t.children
        )

    def is_putative(self, predicate: Token) -> bool:
        """Whether "should have" or "could have" tells what did happen.

        "It is a matter of regret that he should have waited", "it is hard to see how he could have
        waited": said as fact, with surprise or sorrow.
        """
        before = tree.whole_text(predicate.doc)[: predicate.idx]
        return any(told.search(before) is not None for told in (self.regretted, self.wondered))


def _is_clause(word: Token) -> bool:
    """Whether a word has a subject, a copula or an auxiliary of its own."""
    return tree.subject(word) is not None or bool(tree.auxiliaries(word))


def _is_of_something(noun: Token, actors: ActorLexicon) -> bool:
    """ "An asthma review", "the tenancy review": another review than the one that reports."""
    kind = tree.child(noun, "compound") if noun.pos_ == "NOUN" else None
    return kind is not None and f"{kind.lower_} {noun.lower_}" not in actors.review


def _is_looked_into(predicate: Token, before: str) -> bool:
    """Whether it is asked about: not "the enquiry into how she fell was perfunctory"."""
    found = _LOOKED_INTO.search(before)
    subject = tree.subject(predicate)
    return found is not None and (subject is None or subject.idx > found.start())


def _in_question(predicate: Token) -> bool:
    """Whether the sentence, or the quotation the predicate stands in, ends as a question."""
    text = tree.whole_text(predicate.doc)
    if text.rstrip(" \"'”’)").endswith("?"):
        return True
    rest = text[predicate.idx :]
    found = re.search(r"[?][\"'”’]", rest)
    return found is not None and not re.search(r"[.!;][\"'”’ ]", rest[: found.start()])


def _by_rule(token: Token) -> bool:
    """ "Under the procedure …", "…, the contract says": a rule as it stands."""
    ruled = any(tree.case_of(c) == "under" for c in tree.children(token, "obl"))
    return (
        ruled
        or _says_after(token, token.head)
        or any(tree.subject(c) is not None for c in tree.children(token, "parataxis"))
    )


def _says_after(said: Token, verb: Token) -> bool:
    """Whether the verb of saying comes after what is said, its subject between them."""
    sayer = tree.subject(verb) if said.dep_ == "ccomp" else None
    return sayer is not None and said.i < sayer.i < verb.i


def _perfect(verb: Token, modal: Token) -> bool:
    """Whether "have" follows the modal closely: "should, on any view, have been"."""
    after = verb.doc[modal.i + 1 : modal.i + 3]
    if any(t.lower_ in PLAIN_HAVE for t in after):
        return True
    return any(a.lower_ in PLAIN_HAVE and a.i > modal.i for a in tree.children(verb, "aux", "cop"))


def _wh_clause(clause: Token) -> bool:
    """Whether the clause opens with a question word."""
    first = min(clause.subtree, key=lambda t: t.i)
    words = [first, *([first.nbor(1)] if first.i + 1 < len(first.doc) else [])]
    return any(t.lower_ in _QUESTION_WORDS for t in words)
