"""A check of the parses that scr-lint's rules turn on, by the arcs of `constructions.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

SENTENCES = tomllib.loads(
    Path(__file__).with_name("constructions.toml").read_text(encoding="utf-8")
)["sentence"]


def wrong_arcs(nlp: Language) -> tuple[int, list[str]]:
    """How many arcs are expected, and a line for each that the pipeline finds otherwise."""
    wrong = []
    total = 0
    for sentence in SENTENCES:
        doc = nlp(sentence["text"])
        for arc in sentence["arcs"]:
            total += 1
            dependent, relation, head = arc.split()
            token = _find(doc, dependent)
            found = _shown(token)
            if found != (relation, head.split("#")[0]):
                wrong.append(f"{arc}; found {found[0]} {found[1]}: {doc.text}")
    return total, wrong


def _find(doc: Doc, word: str) -> Token:
    text, _, number = word.partition("#")
    same = [token for token in doc if token.text == text]
    return same[int(number or 1) - 1]


def _shown(token: Token) -> tuple[str, str]:
    root = token.head.i == token.i
    return ("root", "ROOT") if root else (token.dep_, token.head.text)
