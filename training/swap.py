"""Words of review reports in the place of ordinary verbs and nouns of the treebanks."""

from __future__ import annotations

import random
from dataclasses import replace

from conllu import Sentence, Token
from verbs import paradigms
from words import WORDS

INTRANSITIVE = frozenset(WORDS["swap"]["intransitive"])
VERB_FORMS = {
    "VerbForm=Inf": "base",
    "Tense=Past|VerbForm=Part": "participle",
    "Tense=Past|VerbForm=Part|Voice=Pass": "participle",
    "Tense=Pres|VerbForm=Part": "gerund",
    "VerbForm=Ger": "gerund",
    "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin": "third",
}
CLAUSAL = frozenset({"xcomp", "ccomp", "iobj", "compound:prt", "expl", "csubj", "csubj:pass"})
OBJECTS = frozenset({"obj", "nsubj:pass"})
NOUN_ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj"})
NOUNS = tuple(pair.split("/") for pair in WORDS["swap"]["nouns"])


def swap_verb(sentence: Sentence, rng: random.Random) -> Sentence:
    """A verb of review reports in place of a verb with an object or a passive subject."""
    places = [
        (index, form)
        for index, token in enumerate(sentence.tokens)
        if token.upos == "VERB" and (form := _form(sentence, index, token))
    ]
    if not places:
        return sentence
    index, form = rng.choice(places)
    verb = rng.choice([p for p in paradigms() if p["base"] not in INTRANSITIVE])
    return _put(sentence, index, verb[form], verb["base"])


def swap_noun(sentence: Sentence, rng: random.Random) -> Sentence:
    """A noun of review reports in place of a common noun of the same number."""
    numbers = {"Number=Sing": 0, "Number=Plur": 1}
    places = [
        (index, numbers[token.feats])
        for index, token in enumerate(sentence.tokens)
        if token.upos == "NOUN" and token.deprel in NOUN_ROLES and token.feats in numbers
    ]
    if not places:
        return sentence
    index, number = rng.choice(places)
    noun = rng.choice(NOUNS)
    return _put(sentence, index, noun[number], noun[0])


def _form(sentence: Sentence, index: int, token: Token) -> str | None:
    children = {t.deprel for i, t in enumerate(sentence.tokens) if t.head == index and i != index}
    if token.deprel == "amod" or children & CLAUSAL:
        return None
    if not (children & OBJECTS or "Voice=Pass" in token.feats):
        return None
    if "Tense=Past|VerbForm=Fin" in token.feats:
        return "past"
    return VERB_FORMS.get(token.feats)


def _put(sentence: Sentence, index: int, text: str, lemma: str) -> Sentence:
    tokens = list(sentence.tokens)
    old = tokens[index].text
    shown = text.capitalize() if index == 0 and old[0].isupper() else text
    tokens[index] = replace(tokens[index], text=shown, lemma=lemma)
    if index and tokens[index - 1].text.lower() in {"a", "an"}:
        article = "an" if text[0] in "aeiou" else "a"
        if tokens[index - 1].text[0].isupper():
            article = article.capitalize()
        tokens[index - 1] = replace(tokens[index - 1], text=article)
    return Sentence(tuple(tokens), sentence.source)
