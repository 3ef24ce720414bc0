"""Variations of training sentences: how review reports differ from the treebanks.

Each function takes a sentence and a source of randomness and returns a sentence, the same one
where it does not apply. Nothing here is ever applied to development or test sentences.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from conllu import Sentence, Token
from spelling import british
from swap import swap_noun, swap_verb
from words import WORDS

SING = "Number=Sing"
NAMES = WORDS["names"]
LETTERS = "ABCDEFGHJKLMNPQRSTWXYZ"
NAME_ROLES = frozenset(
    {"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "iobj", "nmod:poss", "conj"}
)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")

Change = Callable[[Sentence, random.Random], Sentence]


def change_case(sentence: Sentence, rng: random.Random) -> Sentence:
    """All small letters, all capitals, or a capital on every word."""
    change = rng.choice((str.lower, str.upper, _capital))
    return _with_texts(sentence, [change(token.text) for token in sentence.tokens])


def spell_british(sentence: Sentence, rng: random.Random) -> Sentence:
    """British spelling in place of American, in words and lemmas."""
    tokens = tuple(
        replace(token, text=british(token.text), lemma=british(token.lemma))
        for token in sentence.tokens
    )
    return Sentence(tokens, sentence.source)


def curl_quotes(sentence: Sentence, rng: random.Random) -> Sentence:
    """Typographic quotation marks and apostrophes for straight ones."""
    texts = []
    spaced = True
    for token in sentence.tokens:
        text = token.text
        opening = spaced and not token.space_after
        if text in {'"', "``", "''"}:
            text = "“" if opening else "”"
        elif text in {"'", "`"}:
            text = "‘" if opening else "’"
        texts.append(text.replace("'", "’"))
        spaced = token.space_after
    return _with_texts(sentence, texts)


def number_paragraph(sentence: Sentence, rng: random.Random) -> Sentence:
    """A paragraph number or list letter in front, a `discourse` child of the root."""
    chapter, paragraph = rng.randint(1, 14), rng.randint(1, 60)
    digit = "NumForm=Digit|NumType=Card"
    label, feats = rng.choice(
        (
            (f"{chapter}.{paragraph}", digit),
            (f"{chapter}.{paragraph}", digit),
            (f"{chapter}.{paragraph % 10}.{rng.randint(1, 12)}", digit),
            (str(paragraph), digit),
            (rng.choice("abcdefgh"), ""),
            (rng.choice(ROMAN), "NumForm=Roman|NumType=Card"),
        )
    )
    dotted = "." in label
    before, after = (
        ("", "") if dotted else rng.choice((("(", ")"), ("", ")"), ("", "."), ("", ".")))
    )
    place = len(before)
    opening: list[Token] = []
    if before:
        opening.append(Token("(", "(", "PUNCT", "", place, "punct", space_after=False))
    size = 1 + len(before) + len(after)
    head = sentence.root + size
    opening.append(Token(label, label, "NUM", feats, head, "discourse", not after))
    if after:
        opening.append(Token(after, after, "PUNCT", "", place, "punct"))
    tail = (replace(token, head=token.head + size) for token in sentence.tokens)
    return Sentence((*opening, *tail), sentence.source)


def name_kin(sentence: Sentence, rng: random.Random) -> Sentence:
    """A kinship word without article in place of a name or of `he` or `she`."""
    kin = rng.choice(NAMES["kin"])
    feats = "Number=Plur" if kin.endswith("ents") else SING
    if rng.random() < 0.2:
        new = [
            Token("Maternal", "maternal", "ADJ", "Degree=Pos", 1, "amod"),
            Token("Grandmother", "Grandmother", "PROPN", SING, 1, ""),
        ]
    else:
        new = [Token(kin, kin, "PROPN", feats, 0, "")]
    return _rename(sentence, rng, new)


def name_pseudonym(sentence: Sentence, rng: random.Random) -> Sentence:
    """A pseudonym ("Child A", "Ms C", "SW1") in place of a name or of `he` or `she`."""
    letter = rng.choice(LETTERS)
    kind = rng.random()
    if kind < 0.55:
        person = rng.choice(NAMES["persons"])
        mark = letter if rng.random() < 0.8 else str(rng.randint(1, 9))
        upos, feats = ("PROPN", SING) if mark == letter else ("NUM", "NumForm=Digit|NumType=Card")
        new = [
            Token(person, person, "PROPN", SING, 0, ""),
            Token(mark, mark, upos, feats, 0, "flat"),
        ]
    elif kind < 0.8:
        title = rng.choice(NAMES["titles"])
        new = [
            Token(title, title, "PROPN", SING, 1, "nmod:desc"),
            Token(letter, letter, "PROPN", SING, 1, ""),
        ]
    else:
        code = f"{rng.choice(NAMES['codes'])}{rng.randint(1, 9)}"
        new = [Token(code, code, "PROPN", SING, 0, "")]
    return _rename(sentence, rng, new)


def name_agency(sentence: Sentence, rng: random.Random) -> Sentence:
    """An agency ("CSC", "the CMHT", "Midlands Police") in place of a name."""
    if rng.random() < 0.5:
        agency = rng.choice(NAMES["agencies"])
        feats = "Abbr=Yes|Number=Sing" if agency.isupper() else SING
        new = [Token(agency, agency, "PROPN", feats, 0, "")]
    else:
        first, second = rng.choice(NAMES["bodies"]).split()
        new = [
            Token(first, first, "PROPN", SING, 1, "compound"),
            Token(second, second, "PROPN", SING, 1, ""),
        ]
    if rng.random() < 0.45:
        the = Token("the", "the", "DET", "Definite=Def|PronType=Art", 0, "det")
        new = [replace(the, head=1 + _top(new))] + [replace(t, head=t.head + 1) for t in new]
    return _rename(sentence, rng, new, pronouns=False)


CHANGES: tuple[tuple[float, Change], ...] = (
    (0.15, swap_verb),
    (0.15, swap_noun),
    (0.10, name_agency),
    (0.20, name_pseudonym),
    (0.12, name_kin),
    (0.50, spell_british),
    (0.30, curl_quotes),
    (0.06, change_case),
    (0.06, number_paragraph),
)


def augment(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence with every change of `CHANGES` tried at its own probability."""
    for probability, change in CHANGES:
        if rng.random() < probability:
            sentence = change(sentence, rng)
    return sentence


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if text[:1] not in "'’n" else text


def _with_texts(sentence: Sentence, texts: Sequence[str]) -> Sentence:
    tokens = (replace(t, text=x) for t, x in zip(sentence.tokens, texts, strict=True))
    return Sentence(tuple(tokens), sentence.source)


def _top(tokens: Sequence[Token]) -> int:
    return next(i for i, token in enumerate(tokens) if token.head == i)


def _name_span(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Ends of the bare name headed at `index`, None where it carries anything else."""
    tokens = sentence.tokens
    token = tokens[index]
    if token.upos != "PROPN" or token.feats != SING or token.deprel not in NAME_ROLES:
        return None
    inner = {"flat", "compound", "nmod:desc"}
    members = {index}
    for place, token in enumerate(tokens):
        if token.head == index and place != index and token.deprel != "punct":
            if token.deprel in inner and token.upos == "PROPN":
                members.add(place)
            elif token.deprel not in {"case", "acl:relcl", "appos", "conj", "cc"}:
                return None
    for place, token in enumerate(tokens):
        if token.head in members - {index} and token.head != place:
            return None
    start, end = min(members), max(members) + 1
    return (start, end) if end - start == len(members) else None


def _rename(
    sentence: Sentence, rng: random.Random, new: list[Token], *, pronouns: bool = True
) -> Sentence:
    tokens = sentence.tokens
    spans: list[tuple[int, int, int]] = []
    for index, token in enumerate(tokens):
        span = _name_span(sentence, index)
        if span:
            spans.append((*span, index))
        elif (
            pronouns
            and token.text.lower() in {"he", "she"}
            and token.deprel in NAME_ROLES
            and not any(t.head == index and i != index for i, t in enumerate(tokens))
        ):
            spans.append((index, index + 1, index))
    return _splice(sentence, *rng.choice(spans), new) if spans else sentence


def _splice(sentence: Sentence, start: int, end: int, top: int, new: list[Token]) -> Sentence:
    """Replace tokens `start` to `end`, headed by `top`, with the tokens of `new`."""
    tokens, grown = sentence.tokens, len(new) - (end - start)
    new_top = start + _top(new)

    def moved(head: int) -> int:
        return new_top if start <= head < end else head + grown * (head >= end)

    inserted = [replace(token, head=token.head + start) for token in new]
    inserted[new_top - start] = replace(
        inserted[new_top - start], head=moved(tokens[top].head), deprel=tokens[top].deprel
    )
    inserted[-1] = replace(inserted[-1], space_after=tokens[end - 1].space_after)
    if start == 0:
        first = inserted[0].text
        inserted[0] = replace(inserted[0], text=first[:1].upper() + first[1:])
    kept = [replace(token, head=moved(token.head)) for token in tokens]
    return Sentence((*kept[:start], *inserted, *kept[end:]), sentence.source)
