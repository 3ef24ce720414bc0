"""Who says what a sentence reports, and whether the review makes it its own."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from scr_lint.finding import ActorKind
from scr_lint.language import tree
from scr_lint.language.actors import ActorLexicon
from scr_lint.language.grammar import DENIALS, NEGATIVES, RELATIVE_SUBJECTS, UNREAL_MODALS
from scr_lint.lexicon.load import WordLists

_NOT = DENIALS | {"neither", "nor"}
_OWN_WORDS = ("my", "our", "its")
_BY_ITSELF = ("it", "this", "which", "that", "what")
_NEAR = 6
_NONE = _NOT | {"no", "nothing", "none"}
_SELF = frozenset(("i", "we", "us", "me"))
# "The view of the mother", "a strong feeling among the teachers".
_WHOSE = ("of", "by", "from", "among", "amongst")
_SHE = ("he", "she", "they", "it", "this", "that", "these")


@dataclass(frozen=True, slots=True)
class Speakers:
    """The words of `lexicons/language/views.toml` that tell whose word is the report's own."""

    own: frozenset[str]
    own_review: frozenset[str]
    adoption: frozenset[str]
    rightly: frozenset[str]
    right: frozenset[str]
    dissent: frozenset[str]
    nouns: frozenset[str]
    claims: frozenset[str]
    outside: frozenset[str]
    in_sight: frozenset[str]
    shared_names: frozenset[str]
    forming: frozenset[str]
    made_by_things: frozenset[str]
    reviewing: frozenset[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Speakers:
        """Make one from the word lists of the lexicon."""
        return cls(**{key: frozenset(words[key]) for key in cls.__slots__})

    def is_own(self, speaker: Token, actors: ActorLexicon) -> bool:
        """Whether what this speaker says is the report's own word."""
        low = speaker.lemma_.lower()
        if any(
            c.lower_ in self.outside for c in tree.children(speaker, "compound", "amod", "nmod")
        ):
            return False
        if low in self.own_review or speaker.lower_ in self.own_review:
            return True
        if low in self.shared_names or low in _BY_ITSELF:
            return actors.is_review(speaker) or low in _BY_ITSELF
        return actors.is_review(speaker) or low in self.own

    def is_review(self, speaker: Token, actors: ActorLexicon) -> bool:
        """Whether it is the review itself that speaks."""
        return actors.is_review(speaker) or speaker.lemma_.lower() in self.own_review

    def holds_view(self, noun: Token) -> bool:
        """ "the mother's view", "her complaint", "the claim": a noun for what somebody else thinks."""
        lemma = noun.lemma_.lower()
        if lemma not in self.nouns or noun.pos_ not in ("NOUN", "PROPN", "VERB"):
            return False
        if any(c.lower_ in self.in_sight for c in noun.children):
            return False
        owner = tree.child(noun, "nmod:poss") or next(
            (c for c in tree.children(noun, "nmod") if tree.case_of(c) in _WHOSE),
            None,
        )
        owner = owner or (_giver(noun) if lemma not in self.made_by_things else None)
        if lemma == "evidence" and (owner is None or owner.dep_ != "nmod:poss"):
            return False  # "the evidence was that …" is nobody's in particular
        if owner is None:
            return lemma in self.claims or self._is_formed(noun)
        return owner.lower_ not in _OWN_WORDS and owner.lemma_.lower() not in self.own_review

    def _is_formed(self, noun: Token) -> bool:
        """ "The social worker formed the view that …", "is of the view": its verb's subject tells whose."""
        if tree.child(noun, "cop") is not None and tree.case_of(noun) == "of":
            owner = tree.subject(noun)
            if owner is None or owner.lower_ in _BY_ITSELF:  # "it is of concern that …"
                return False
            return owner.lemma_.lower() not in self.own_review
        if noun.dep_ != "obj" or noun.head.lemma_.lower() not in self.forming:
            return False
        owner = speaker_of(noun.head)
        return owner is not None and owner.lemma_.lower() not in self.own_review

    def adopts(self, saying: Token, actors: ActorLexicon) -> bool:
        """Whether the review agrees, in the same sentence, with what `saying` (verb or noun) puts."""
        if any(c.lower_ in self.rightly for c in tree.children(saying, "advmod")):
            return True
        if tree.is_infinitive(saying) and saying.head.lower_ in self.right:
            return not any(c.lower_ in _NOT for c in saying.head.children)
        return any(
            self._agrees(t, actors) or self._is_right(t, saying) or self._does_not_differ(t)
            for t in saying.doc
        )

    def _agrees(self, verb: Token, actors: ActorLexicon) -> bool:
        """ "the panel agrees", "one that this review endorses"."""
        if verb.lemma_.lower() not in self.adoption or verb.pos_ not in ("VERB", "NOUN"):
            return False
        speaker = speaker_of(verb)
        if speaker is None or not self.is_review(speaker, actors):
            return False
        return not any(c.lower_ in _NOT for c in verb.children)

    def _does_not_differ(self, verb: Token) -> bool:
        """ "I have no reason to differ", "nothing leads us to doubt it"."""
        if verb.lemma_.lower() not in self.dissent or verb.pos_ != "VERB":
            return False
        before = {t.lower_ for t in verb.doc[max(0, verb.i - _NEAR) : verb.i]}
        ours = before & _SELF or before & self.reviewing
        return bool(before & _NONE) and bool(ours)

    def _is_right(self, word: Token, saying: Token) -> bool:
        """ "…, and she is right", "finds the account persuasive"."""
        if (
            word.lower_ not in self.right
            or word.i < saying.i
            or any(c.lower_ in _NOT for c in word.children)
        ):
            return False
        doer = tree.subject(word)
        return doer is not None and (doer.lower_ in _SHE or self.holds_view(doer))


def _giver(account: Token) -> Token | None:
    """ "The account given by the father"."""
    given = tree.child(account, "acl")
    follows = given is not None and given.i == account.i + 1
    return tree.child(given, "obl:agent") if given is not None and follows else None


def speaker_of(verb: Token) -> Token | None:
    """The subject of a verb of saying, taken over through coordination."""
    found = tree.subject(verb)
    if found is not None and found.lower_ in RELATIVE_SUBJECTS and verb.dep_ == "acl:relcl":
        return verb.head
    if found is not None or verb.head.i == verb.i:
        return found
    if verb.dep_ in ("conj", "xcomp", "advcl"):
        return speaker_of(verb.head)
    return verb.head if verb.dep_ == "acl" else None


def names_someone(token: Token, actors: ActorLexicon) -> bool:
    """Whether the phrase names somebody who can have a view."""
    if token.pos_ in ("PROPN", "PRON"):
        return True
    return actors.kind_of(token) not in (ActorKind.UNKNOWN, ActorKind.SYSTEM)


def is_nobody(speaker: Token) -> bool:
    """ "Nobody disputes that …", "neither agency told the panel that …"."""
    determiners = tree.children(speaker, "det", "cc:preconj")
    return any(t.lower_ in NEGATIVES for t in (speaker, *determiners))


def is_anybody(speaker: Token, verb: Token) -> bool:
    """ "Anyone who looked could see that …": so it is, for whoever cared to look."""
    anyone = speaker.lower_ in ("anyone", "anybody") or any(
        c.lower_ == "any" for c in tree.children(speaker, "det")
    )
    return anyone and any(c.lower_ in UNREAL_MODALS for c in tree.children(verb, "aux"))
