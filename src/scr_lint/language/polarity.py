"""Whether a predicate is denied: "did not fail", "no evidence that staff failed", "without blame"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.language import tree
from scr_lint.language.asides import parted
from scr_lint.language.denials import (
    anything_but,
    denied_copula,
    far_from,
    in_or_list,
    more_than,
    no_evidence,
    not_all,
    or_that,
    own_nor,
    second_content,
    set_against,
    still_less,
    stray_not,
    such_as_never,
    unavoidable,
)
from scr_lint.language.grammar import ADVERBIAL_OPENERS, QUESTION_WORDS, RELATIVE_PRONOUNS
from scr_lint.language.word_order import subject_beyond
from scr_lint.lexicon.load import WordLists

_CARRIED = (
    *("xcomp", "ccomp", "acl", "advcl", "csubj", "csubj:pass", "obj", "obl", "nmod"),
    *("nsubj:pass", "nsubj", "obl:agent"),
)
_NOMINAL_PLACES = ("obj", "obl", "nmod", "nsubj", "nsubj:pass")
_PREDICATIVE = ("VERB", "AUX", "ADJ")
_OPEN_QUESTION = QUESTION_WORDS | {"if"}
# "Stops short of saying", "should not be read as saying".
_OF_CONTENT = ("of", "as")
# "At no point", "in no sense".
_TO_A_POINT = ("at", "in", "on", "by", "under", "to")
_CAUSES = ("due", "because", "owing", "thanks")


@dataclass(frozen=True, slots=True)
class Negation:
    """The negating words of `lexicons/language/negation.toml`."""

    adverbs: frozenset[str]
    determiners: frozenset[str]
    connectives: frozenset[str]
    prepositions: frozenset[str]
    instead: frozenset[str]
    carriers: frozenset[str]
    deny: frozenset[str]
    unfair: frozenset[str]
    borne: frozenset[str]
    no_point: frozenset[str]
    made: frozenset[str]
    granted: frozenset[str]
    scarce: frozenset[str]
    falsely: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Negation:
        """Make one from the word lists of the lexicon."""
        return cls(**{key: frozenset(words[key]) for key in cls.__slots__})

    def denies(self, predicate: Token) -> bool:
        """Whether the sentence denies what `predicate` says.

        Climbs from the predicate through the words that carry a denial down to it ("evidence",
        "suggest", "say"); two denials make an assertion.
        """
        count = (
            self._count(predicate)
            or denied_copula(predicate)
            or no_evidence(predicate)
            or self._at_no_point(predicate)
        )
        return count % 2 == 1

    def _count(self, predicate: Token) -> int:
        count = self._own(predicate) + self._empty_antecedent(predicate) + anything_but(predicate)
        lower = predicate
        for upper in tree.up(predicate):
            if upper.i == lower.i:
                continue
            if parted(lower, upper) or set_against(lower):
                break
            if second_content(lower):
                lower = upper  # what denies the first content denies this one, but not with its own words
                continue
            if not self._carries(lower, upper):
                break
            count += self._own(upper, below=lower) + self._denied_by(lower, upper)
            lower = upper
        return count

    def _denied_by(self, lower: Token, upper: Token) -> bool:
        """Whether `upper` is itself a word of denial: "deny that …", "it would be wrong to say …"."""
        lemma = upper.lemma_.lower()
        if upper.lower_ in self.determiners and upper.pos_ == "PRON":
            return True
        if self._hardly_shown(lower, upper) or self._falsely_said(lower, upper):
            return True
        if lemma == "question":
            return tree.case_of(upper) == "in"
        if lemma == "doubt":
            return not self._scarce_at(upper)  # "little doubt that" is none
        if lower.dep_ == "nsubj" or tree.case_of(upper) == "beyond":
            return False  # "That it was missed is beyond dispute."
        if lemma in self.unfair or upper.lower_ in self.unfair:
            doer = tree.child(upper, "expl", "nsubj", "nsubj:pass")
            return doer is None or doer.lower_ in ("it", "this", "that", "which")
        return lemma in self.deny and not (lemma == "clear" and upper.pos_ == "ADJ")

    def _hardly_shown(self, lower: Token, evidence: Token) -> bool:
        """ "There is little evidence that …", "little suggests that …"; not "scant regard paid to …"."""
        content = tree.mark_of(lower) in ("that", "to") or tree.case_of(lower) == "of"
        shown = self._is_carrier(evidence) and evidence.lemma_.lower() != "doubt"
        return content and shown and self._scarce_at(evidence)

    def _scarce_at(self, noun: Token) -> bool:
        return any(c.lower_ in self.scarce for c in tree.children(noun, "amod", "det", "nsubj"))

    def _falsely_said(self, said: Token, verb: Token) -> bool:
        """ "It was wrongly assumed that …"."""
        return said.dep_ == "ccomp" and any(c.lower_ in self.falsely for c in verb.children)

    def _carries(self, lower: Token, upper: Token) -> bool:
        """Whether a denial of `upper` denies `lower` too."""
        if lower.dep_ == "conj":
            return or_that(lower) or not self._fresh_clause(lower)
        if lower.dep_ == "amod" or (lower.dep_ == "advmod" and lower.lower_ == "far"):
            return True  # "would not go so far as to say that …"
        if lower.dep_ not in _CARRIED or self._asked(lower):
            return False
        if lower.pos_ in tree.NOMINAL and lower.dep_ in _NOMINAL_PLACES:
            return self._nominal_carries(lower, upper)
        if lower.dep_ == "xcomp" and lower.pos_ in _PREDICATIVE:
            return True
        if upper.lower_ in self.determiners and upper.pos_ == "PRON":
            return True
        if upper.lemma_.lower() in self.granted:
            return False
        if upper.lemma_.lower() in self.no_point and tree.case_of(upper) in _TO_A_POINT:
            return True  # "was in no way to blame"
        if lower.dep_ == "csubj" and tree.child(upper, "expl") is not None:
            return True
        return self._is_carrier(upper) or self._falsely_said(lower, upper)

    def _asked(self, lower: Token) -> bool:
        """ "did not consider whether …", "did not act because …": nothing is said of what follows."""
        mark = tree.mark_of(lower)
        if mark in _OF_CONTENT and (tree.is_infinitive(lower) or lower.lower_.endswith("ing")):
            return False
        if mark in _OPEN_QUESTION or mark in ADVERBIAL_OPENERS:
            return True
        asked = any(c.lower_ in _OPEN_QUESTION for c in tree.children(lower, "advmod"))
        return asked or (lower.dep_ == "advcl" and not tree.is_infinitive(lower))

    def _nominal_carries(self, lower: Token, upper: Token) -> bool:
        if tree.case_of(lower) in _CAUSES:
            return False
        if lower.dep_ == "obl" and tree.case_of(lower) == "out":
            return True  # "did not act out of malice", "no teacher acted out of malice"
        if lower.dep_ in ("nsubj", "nsubj:pass"):
            copula = upper.pos_ in _PREDICATIVE and tree.child(upper, "cop", "expl") is not None
            claim = self._is_carrier(lower) and upper.pos_ == "VERB"
            found = lower.dep_ == "nsubj:pass" and self._makes(upper)
            return copula or claim or self._bears(upper) or found
        if lower.dep_ == "obj" and upper.pos_ in ("VERB", "AUX"):
            return self._makes(upper) and not such_as_never(lower)
        return self._is_carrier(upper)

    def _makes(self, verb: Token) -> bool:
        """Whether the verb tells that there is such a thing: "found", "made", "amounted to"."""
        return verb.lemma_.lower() in self.made

    def _bears(self, verb: Token) -> bool:
        return verb.lemma_.lower() in self.borne

    def _is_carrier(self, token: Token) -> bool:
        return token.lemma_.lower() in self.carriers or token.lemma_.lower() in self.deny

    def _fresh_clause(self, token: Token) -> bool:
        """Whether a coordinated predicate starts anew: its own subject, or set against with "but"."""
        if tree.subject(token) is not None or own_nor(token):
            return True
        if in_or_list(token):
            return False
        return token.pos_ in ("VERB", "AUX", "ADJ") or tree.child(token, "cop") is not None

    def _own(self, token: Token, below: Token | None = None) -> int:
        """How many negations stand right at this word; those of the word `below` are counted there."""
        beside = (*tree.auxiliaries(token), *tree.children(token, "advmod"))
        nearby = [c for a in beside for c in a.children]
        return sum(
            self._negates(c, token)
            for c in (*token.children, *nearby)
            if below is None or c.i != below.i
        ) + stray_not(token)

    def _negates(self, c: Token, token: Token) -> bool:
        low = c.lower_
        match c.dep_:
            case "advmod":
                word = low in self.adverbs or low in self.connectives
                return (word and not self._only(c)) or far_from(c, token) or still_less(c)
            case "det" | "cc:preconj":
                return (low in self.determiners or low in self.connectives) and not more_than(c)
            case "cc":
                return low in self.connectives or self._instead_of(c, token)
            case "case" | "mark":
                bare = low in self.prepositions and not unavoidable(token)
                return bare or self._instead_of(c, token)
            case "nsubj" | "nsubj:pass" | "obj":
                none = self._empty(c) or not_all(c)
                return none and subject_beyond(token, c) is None
            case "obl" | "obl:agent" | "nmod":
                return self._empty_phrase(c, token)
            case "nmod:poss":
                return self._empty(c)
        return False

    def _instead_of(self, word: Token, token: Token) -> bool:
        """ "rather than blame"; between two actors it denies nothing."""
        gerund = token.lower_.endswith("ing")
        return word.lower_ in self.instead and (
            gerund or token.pos_ not in _PREDICATIVE or word.dep_ != "cc"
        )

    def _empty(self, noun: Token) -> bool:
        """ "nobody", "no individual", "none of the staff", "neither agency"; not "nothing but"."""
        doc, after = noun.doc, noun.i + 1
        if after < len(doc) and doc[after].lower_ in ("but", "except", "short"):
            return False
        if noun.lower_ in self.determiners and noun.pos_ in (
            "PRON",
            "NOUN",
            "DET",
            "CCONJ",
            "ADV",
            "ADJ",
        ):
            return True
        return any(
            c.dep_ in ("det", "cc:preconj", "advmod")
            and c.lower_ in self.determiners
            and not more_than(c)
            for c in noun.children
        )

    def _empty_phrase(self, noun: Token, token: Token) -> bool:
        """ "at no point", "read by no one", "rests with no single agency"."""
        named = token.pos_ in ("NOUN", "PROPN") and tree.child(token, "cop") is None
        if named or not self._empty(noun):
            return False
        case = tree.case_of(noun)
        point = noun.lemma_.lower() in self.no_point and case in _TO_A_POINT
        return point or (case == "by" and tree.is_passive(token)) or self._bears(token)

    def _at_no_point(self, predicate: Token) -> int:
        """1 for the verb of "At no point, on the evidence we have seen, did she …".

        The parse hangs the point on the aside.
        """
        if predicate.dep_ not in ("ROOT", "root") or len(predicate.doc) < 3:
            return 0
        opening, no, noun = predicate.doc[:3]
        fronted = opening.lower_ in _TO_A_POINT and no.lower_ == "no"
        return int(fronted and noun.lemma_.lower() in self.no_point)

    def _empty_antecedent(self, predicate: Token) -> bool:
        """ "nobody on the ward who had read it", "no route by which they could have met"."""
        noun = predicate.head
        if predicate.dep_ not in ("acl:relcl", "acl", "nmod") or noun.i == predicate.i:
            return False
        if self._carries(predicate, noun):
            return False  # counted where the denials above are
        if predicate.dep_ == "nmod":  # "nobody at fault", "no one to blame"
            return tree.case_of(predicate) in ("at", "to") and self._empty(noun)
        over = noun.head if noun.dep_ in ("nmod", "obl") else noun
        if over.dep_ == "nmod" and over.head.pos_ in tree.NOMINAL:
            over = over.head  # "no act on the part of the staff that contributed"
        if tree.child(over, "expl") is not None:
            over = tree.child(over, "nsubj") or over
        none = any(c.lower_ == "no" for n in (noun, over) for c in tree.children(n, "det"))
        related = any(
            c.lower_ in RELATIVE_PRONOUNS and c.dep_ != "mark" for c in predicate.children
        )
        if noun.lower_ in self.determiners or (none and related):
            return True
        return over.lower_ in self.determiners and over.pos_ == "PRON"

    def _only(self, negation: Token) -> bool:
        """ "not only", "not just", "more likely than not": no denial."""
        if negation.i > 0 and negation.nbor(-1).lower_ == "than":
            return True
        return tree.word_after(negation) in (
            "only",
            "just",
            "simply",
            "merely",
            "solely",
            "least",
            "infrequently",
            "surprisingly",
            "until",
        )
