"""Puts right words that a small parser took for another kind of word, where the words beside them tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from scr_lint.language import tree
from scr_lint.language.arcs import SUBJECTS
from scr_lint.language.verb_forms import Forms
from scr_lint.lexicon.pattern import HYPHENS

_AFTER_NOUN = ("to", "by", "of")
_DEGREES = ("more", "most", "less", "least", "very", "so", "too")
_QUALITIES = ("ory", "ary", "ive", "ous", "ful", "less", "able", "ible")
_DEMONSTRATIVES = ("this", "that", "these", "those")
# Behind an adjective that ends what is said of the object.
_ENDS = (
    *("", ".", ",", ";", ":", "and", "but", "or", "that", "in", "for", "because", "given", "as"),
    *("when", "to"),
)
_NOT_NAMES = ("ADV", "ADJ", "INTJ", "X")


class Retagger:
    """Retags one parsed sentence."""

    def __init__(self, forms: Forms, titles: frozenset[str]) -> None:
        self._forms = forms
        self._titles = titles

    def retag(self, doc: Doc) -> None:
        """Puts the tags right, and with them the labels of the words between."""
        if doc[0].pos_ == "VERB" and doc[0].dep_ in SUBJECTS and self._forms.is_base(doc[0].lower_):
            doc[0].pos_ = "NOUN"  # "Blame rests"
        if doc[0].pos_ == "PROPN" and self._is_defined(doc[0]):
            doc[0].pos_ = "NOUN"
        for token in doc:
            self._retag_word(token)
        for first, second in pairwise(doc):
            self._name_title(first, second)
        for first, hyphen, second in zip(doc, doc[1:], doc[2:], strict=False):
            if hyphen.text in HYPHENS and first.is_title and second.is_title:
                _join_name(first, hyphen, second)
            self._nobody_does(first, hyphen, second)
            _set_stance_aside(first, hyphen, second)

    def _name_title(self, title: Token, name: Token) -> None:
        """ "Nurse Bellamy rang": the name was taken for an adverb."""
        if title.lower_ not in self._titles or not title.is_title or not name.is_title:
            return
        if name.pos_ in _NOT_NAMES and not list(name.children):
            name.pos_ = "PROPN"
            _hang(name, title, "flat")

    def _retag_word(self, token: Token) -> None:
        if token.dep_ == "nsubj:outer" and not tree.children(token.head, *SUBJECTS):
            token.dep_ = "nsubj"
        match token.pos_:
            case "ADJ" if tree.children(token, "obl:agent") and tree.children(token, "cop"):
                _make_passive(token)
            case "ADJ" if _is_nominal(token):
                token.pos_ = "NOUN"
            case "ADJ" | "NOUN" if self._is_said_of_object(token):
                _give_object_back(token)
            case "ADJ" | "VERB" if self._is_participle(token) and _follows_copula(token):
                _make_passive(token)
            case "VERB" if _is_governed(token):
                token.pos_ = "NOUN"
            case "VERB" if token.lower_ in self._forms.adjectives and not self._is_verb(token):
                token.pos_ = "ADJ"  # "lay unopened"
            case "NOUN" if self._is_manner(token):
                _give_subject_back(token)
            case "ADV" if token.dep_ == "nsubj" and token.lower_.endswith("ly"):
                token.dep_ = "advmod"
            case "VERB" | "NOUN" if self._is_quality(token):
                token.pos_ = "ADJ"
            case "NOUN" if token.lower_.endswith("ing") and token.dep_ == "obl":
                if tree.children(token, "xcomp"):
                    _make_gerund(token)
            case "ADV" if token.is_title and tree.children(token, "nmod:desc"):
                token.pos_ = "PROPN"  # "Ms Ashe was"

    def _is_defined(self, word: Token) -> bool:
        """ "Neglect is the persistent failure to …": a word that opens its own definition."""
        copula, article = word.nbor(1), word.nbor(2)
        known = self._forms.is_base(word.lower_) or word.lower_ in self._forms.nouns
        return known and copula.lower_ == "is" and article.lower_ in ("a", "an", "any", "the")

    def _is_participle(self, word: Token) -> bool:
        return self._forms.is_past(word.lower_) and word.lower_ not in self._forms.adjectives

    def _is_verb(self, word: Token) -> bool:
        gerund = word.lower_.endswith("ing")
        return gerund or self._forms.is_base(word.lower_) or bool(self._forms.base_of(word.lower_))

    def _is_quality(self, word: Token) -> bool:
        """ "its statutory duty", "a more searching inquiry"."""
        if (
            word.dep_ not in ("amod", "compound")
            or word.head.i < word.i
            or tree.children(word, "case")
        ):
            return False
        if word.pos_ == "VERB":
            return any(c.lower_ in _DEGREES for c in tree.children(word, "advmod"))
        return word.lower_.endswith(_QUALITIES) and word.lower_ not in self._forms.nouns

    def _is_manner(self, word: Token) -> bool:
        """ "The IMR rightly says": the adverb was taken for the subject, and the subject for its modifier."""
        plain = word.lower_.endswith("ly") and word.lower_ not in self._forms.nouns
        return plain and word.dep_ == "nsubj" and bool(tree.children(word, "compound"))

    def _is_said_of_object(self, word: Token) -> bool:
        """ "We find the delay unacceptable": the adjective was taken for the object of the verb."""
        before = word.nbor(-1) if word.i else word
        if word.dep_ != "obj" or word.head.i > before.i or before.head.i != word.i:
            return False
        noun = before.dep_ == "compound" or (
            before.dep_ == "det" and before.lower_ in _DEMONSTRATIVES
        )
        low = word.lower_
        adjective = low in self._forms.adjectives or low.endswith(_QUALITIES)
        is_noun = low in self._forms.nouns
        return noun and adjective and not is_noun and tree.word_after(word) in _ENDS

    def _nobody_does(self, no: Token, one: Token, verb: Token) -> None:
        """ "No one disputes that …": the verb was taken for a noun that is counted."""
        if no.lower_ != "no" or one.lower_ != "one" or one.head.i != verb.i:
            return
        if verb.pos_ == "NOUN" and verb.lower_.endswith("s") and self._forms.base_of(verb.lower_):
            verb.pos_, one.pos_, one.dep_ = "VERB", "PRON", "nsubj"


def _is_nominal(word: Token) -> bool:
    """ "no refusal by the girl", "Housing's refusal to share"."""
    if word.dep_ not in ("ROOT", "obj", "obl", *SUBJECTS) or not tree.children(
        word, "det", "nmod:poss"
    ):
        return False
    return tree.word_after(word) in _AFTER_NOUN and not tree.children(word, "cop", "nsubj")


def _is_governed(word: Token) -> bool:
    """ "held to account": right behind a preposition, and no form in -ing."""
    before = word.nbor(-1) if word.i else word
    governed = before.dep_ == "case" and before.head.i == word.i and before.pos_ == "ADP"
    return governed and word.dep_ in ("obl", "nmod") and not word.lower_.endswith("ing")


def _follows_copula(verb: Token) -> bool:
    """ "The opening was never squandered"; not "The evidence was that the officer failed"."""
    copula = tree.child(verb, "cop")
    if copula is None or copula.i > verb.i:
        return False
    return all(t.pos_ in ("ADV", "PART", "AUX") for t in verb.doc[copula.i + 1 : verb.i])


def _make_passive(verb: Token) -> None:
    """ "was overwritten by the new system"."""
    verb.pos_ = "VERB"
    verb.set_morph("Tense=Past|VerbForm=Part|Voice=Pass")  # type: ignore[attr-defined]
    _relabel(tree.children(verb, "cop"), "aux:pass")
    _relabel(tree.children(verb, "nsubj"), "nsubj:pass")


def _give_subject_back(adverb: Token) -> None:
    """Makes the noun before the adverb the subject, and the adverb the verb's."""
    noun = tree.children(adverb, "compound")[-1]
    others = [c for c in adverb.children if c.i != noun.i]
    _hang(noun, adverb.head, "nsubj")
    for child in others:
        _hang(child, noun, child.dep_)
    adverb.pos_, adverb.dep_ = "ADV", "advmod"


def _give_object_back(adjective: Token) -> None:
    """Makes the noun or "this" before the adjective the object, and the adjective what is said of it."""
    thing, verb = adjective.nbor(-1), adjective.head
    for child in [c for c in adjective.children if c.i < thing.i]:
        _hang(child, thing, child.dep_)
    _hang(thing, verb, "obj")
    thing.pos_ = "PRON" if thing.pos_ == "DET" else thing.pos_
    adjective.pos_, adjective.dep_ = "ADJ", "xcomp"


def _make_gerund(verb: Token) -> None:
    """ "apologised for failing to return her calls"."""
    verb.pos_, verb.dep_ = "VERB", "advcl"
    verb.set_morph("VerbForm=Ger")  # type: ignore[attr-defined]


def _hang(token: Token, head: Token, label: str) -> None:
    """Changes one arc, unless that would make a circle, which spaCy would walk round until it crashes."""
    if token.i == head.i or token not in tree.up(head):
        token.head, token.dep_ = head, label


def _relabel(tokens: Sequence[Token], label: str) -> None:
    for token in tokens:
        token.dep_ = label


def _set_stance_aside(before: Token, whose: Token, stance: Token) -> None:
    """ "The wait is, in my view, unconscionable": the view was taken for the predicate."""
    if before.lower_ != "in" or whose.dep_ != "nmod:poss" or not tree.children(stance, "cop"):
        return
    said = next((c for c in tree.children(stance, "amod") if c.i == stance.i + 2), None)
    if said is None or stance.nbor(1).text != ",":
        return
    below = [c for c in stance.children if c.i < before.i - 1 or c.i > said.i]
    root = stance.head.i == stance.i
    _hang(said, said if root else stance.head, stance.dep_)
    _hang(stance, said, "obl")
    for child in below:
        _hang(child, said, child.dep_)


def _join_name(first: Token, hyphen: Token, second: Token) -> None:
    """ "Ms Oakes-Rudd": a double-barrelled name is one name, which the parser may have torn apart."""
    if first.whitespace_ or hyphen.whitespace_ or "PROPN" not in (first.pos_, second.pos_):
        return
    if second.dep_ in SUBJECTS and second.head not in list(first.subtree):
        _hang(first, second.head, second.dep_)
        for child in list(second.children):
            _hang(child, first, child.dep_)
        first.pos_ = second.pos_ = "PROPN"
        _hang(second, first, "flat")
    if second.head in (first, first.head):
        # The hyphen too, that it stays in the phrase.
        _hang(hyphen, first, "flat")
        _hang(second, first, "flat")
