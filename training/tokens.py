"""The English tokenizer, brought closer to how the treebanks split words."""

from __future__ import annotations

import re

from spacy.attrs import ORTH  # type: ignore[import-not-found]
from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_suffix_regex
from words import WORDS

BOUND_PREFIXES = WORDS["tokens"]["bound_prefixes"]
ABBREVIATIONS = WORDS["tokens"]["abbreviations"]
SPLIT = WORDS["tokens"]["split"]
UNWANTED = frozenset({"and/or"})
KEPT = frozenset({"C++", "w/o"})

_HYPHEN_INFIX = rf"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA}])"
# "Child(ren)", "F-16", "p.m:3", "(a)(b)", '"name"<address>'.
_INFIXES = (
    rf"(?<=[{ALPHA}])\((?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])-(?=[0-9])",
    r"(?<=[a-z])[,:](?=[0-9])",
    r"\)(?=[(.])",
    r"(?<=\))\(",
    r'"(?=<)',
    r'(?<=")<',
)


def customise_tokenizer(nlp: Language) -> None:
    """Change `nlp.tokenizer` in place; its rules are saved with the pipeline.

    Bound prefixes keep their hyphen ("re-referred"), "and/or", "parent(s)", "F-16" and "alot" are
    split, a letter before a full stop is a word of its own ("Child A."), and emoticons holding a
    letter or digit ("8)") are no words.
    """
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError(f"expected spaCy's Tokenizer, found {type(tokenizer).__name__}")
    defaults = nlp.Defaults
    bound = "".join(
        rf"(?<!\b{form})" for p in BOUND_PREFIXES for form in (p, p.capitalize(), p.upper())
    )
    infixes = [f"{bound}{x}" if x == _HYPHEN_INFIX else x for x in defaults.infixes or ()]
    if infixes == list(defaults.infixes or ()):
        raise ValueError("spaCy's hyphen infix has changed: see _HYPHEN_INFIX")
    infixes.extend(_INFIXES)
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    suffixes = [*(defaults.suffixes or ()), r"(?<=^[A-Z])\."]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    rules = {text: rule for text, rule in tokenizer.rules.items() if not _unwanted(text)}
    rules.update({text: [{ORTH: text}] for text in ABBREVIATIONS})
    rules.update(_split_words())
    tokenizer.rules = rules


def _split_words() -> dict[str, list[dict[int, str]]]:
    """Words written as one that are two or three to the treebanks, in small letters and as "Wanna"."""
    return {
        form("".join(words.split())): [{ORTH: part} for part in form(words).split()]
        for words in SPLIT
        for form in (str.lower, str.capitalize)
    }


def _unwanted(text: str) -> bool:
    if text in UNWANTED:
        return True
    if text in KEPT or re.search(r"[A-Za-z]{2}|['’‘°\\]", text):
        return False
    return bool(re.fullmatch(r"(?=.*\w).*[^\w.].*|[0-9OoVv][._]{1,3}[0-9OoVv]", text))
