"""British spelling of American words, by a short list and a few endings."""

from __future__ import annotations

import re
from functools import lru_cache

WORDS = {
    "behavior": "behaviour", "color": "colour", "favor": "favour", "favorite": "favourite",
    "honor": "honour", "labor": "labour", "neighbor": "neighbour", "harbor": "harbour",
    "rumor": "rumour", "humor": "humour", "endeavor": "endeavour", "flavor": "flavour",
    "vapor": "vapour", "savior": "saviour", "center": "centre", "theater": "theatre",
    "meter": "metre", "liter": "litre", "fiber": "fibre", "defense": "defence",
    "offense": "offence", "license": "licence", "pretense": "pretence", "program": "programme",
    "catalog": "catalogue", "dialog": "dialogue", "analog": "analogue", "gray": "grey",
    "skeptical": "sceptical", "skeptic": "sceptic", "maneuver": "manoeuvre", "mom": "mum",
    "judgment": "judgement", "acknowledgment": "acknowledgement", "enroll": "enrol",
    "enrollment": "enrolment", "fulfill": "fulfil", "skillful": "skilful", "jewelry": "jewellery",
    "traveler": "traveller", "traveled": "travelled", "traveling": "travelling",
    "canceled": "cancelled", "canceling": "cancelling", "counselor": "counsellor",
    "counseling": "counselling", "labeled": "labelled", "labeling": "labelling",
    "modeling": "modelling", "modeled": "modelled", "signaled": "signalled",
    "anesthetic": "anaesthetic", "pediatric": "paediatric", "pediatrician": "paediatrician",
    "orthopedic": "orthopaedic", "gynecology": "gynaecology", "hemorrhage": "haemorrhage",
    "diarrhea": "diarrhoea", "tire": "tyre", "plow": "plough", "pajamas": "pyjamas",
    "aging": "ageing",
    "among": "amongst", "toward": "towards",
    "afterward": "afterwards", "gotten": "got",
}  # fmt: skip
NOT_ISE = frozenset("size seize prize capsize maize citizen denizen bizet horizon".split())
_IZE = re.compile(r"^([a-z]{3,})iz(e|ed|es|ing|er|ers|ation|ations|ational)$")
_YZE = re.compile(r"^([a-z]+ly)z(e|ed|es|ing)$")


@lru_cache(maxsize=50_000)
def british(word: str) -> str:
    """The British spelling of `word`, keeping its capitals; `word` itself where none is known."""
    lower = word.lower()
    changed = _british_lower(lower)
    if changed == lower:
        return word
    if word.isupper():
        return changed.upper()
    return changed.capitalize() if word[0].isupper() else changed


def _british_lower(word: str) -> str:
    if word in WORDS:
        return WORDS[word]
    if word.endswith("s") and word[:-1] in WORDS:
        return WORDS[word[:-1]] + "s"
    for ending in ("ed", "ing", "al", "able", "ful", "hood", "ly"):
        stem = word.removesuffix(ending)
        if stem != word and stem.endswith("or") and stem in WORDS:
            return WORDS[stem] + ending
    if word not in NOT_ISE:
        word = _IZE.sub(r"\1is\2", word)
        word = _YZE.sub(r"\1s\2", word)
    return word
