"""A check of lemmas: every form of the verbs that review reports turn on, in small sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from words import WORDS

VERBS = WORDS["verbs"]
THIRD = {"have": "has", "do": "does", "go": "goes"}
SENTENCES = (
    ("base", "The agencies could {} it in time."),
    ("third", "Usually the manager {} it in time."),
    ("past", "Yesterday the two officers {} it in time."),
    ("participle", "The social workers have {} it."),
    ("participle", "It was {} by the practitioners."),
    ("gerund", "The social workers are {} it."),
)


@cache
def paradigms() -> tuple[dict[str, str], ...]:
    """The forms of each verb: base, third, past, participle, gerund."""
    pasts = {base: _with_ending(base, "ed") for base in VERBS["regular"]}
    pasts |= {base: f"{base}{base[-1]}ed" for base in VERBS["doubled"]}
    parts = {base: (past, past) for base, past in pasts.items()}
    parts |= {base: (past, part) for base, past, part in map(str.split, VERBS["irregular"])}
    return tuple(
        {
            "base": base,
            "third": THIRD.get(base) or _with_ending(base, "s"),
            "past": past,
            "participle": participle,
            "gerund": _gerund(base),
        }
        for base, (past, participle) in parts.items()
    )


def cases() -> Iterator[tuple[str, str, str]]:
    """Sentence, the word in it that is asked for, and its lemma."""
    for forms in paradigms():
        for name, frame in SENTENCES:
            yield frame.format(forms[name]), forms[name], forms["base"]
    yield from map(tuple, VERBS["function_words"])


def wrong_lemmas(nlp: Language) -> list[str]:
    """A line for each case where the pipeline finds another lemma than the right one."""
    found = []
    every = list(cases())
    for doc, (_, word, lemma) in zip(nlp.pipe(case[0] for case in every), every, strict=True):
        token = next(token for token in doc if token.text == word)
        if token.lemma_ != lemma:
            found.append(f"{word} -> {token.lemma_} ({token.pos_}), not {lemma}: {doc.text}")
    return found


def _gerund(base: str) -> str:
    if base in VERBS["doubled"] or base in VERBS["doubled_gerund"]:
        return f"{base}{base[-1]}ing"
    return "lying" if base == "lie" else _with_ending(base, "ing")


def _with_ending(base: str, ending: str) -> str:
    if base == "die" and ending == "ing":
        return "dying"
    if ending == "s":
        if re.search(r"[^aeiou]y$", base):
            return base[:-1] + "ies"
        return base + ("es" if re.search(r"(s|x|z|ch|sh)$", base) else "s")
    if base.endswith("e") and not (ending == "ing" and base.endswith("ee")):
        return base[:-1] + ending
    if ending == "ed" and re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    return base + ending
