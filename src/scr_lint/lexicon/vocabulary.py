"""The words of all lexicons in all their forms: what the rules can know a word by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scr_lint.lexicon.inflection import forms_of
from scr_lint.lexicon.load import LexiconSet, load_lexicons

_WORD = re.compile(r"(?<![{\w'’.-])[^\W\d_]{2,}(?:-[^\W\d_]+)*(?![}\w'’.-])")
_EXPRESSION = "(?"  # of the few lists of regular expressions: "fail(?:ed|ure)"
_ABBREVIATIONS = "sentences"


@cache
def vocabulary() -> frozenset[str]:
    """Every form, in small letters, of every word the shipped lexicons name; "half-hearted" is one."""
    lexicons = load_lexicons()
    texts = (text for text in _texts(lexicons) if _EXPRESSION not in text)
    written = {word.lower() for text in texts for word in _WORD.findall(text)}
    forms = (forms_of(word, lexicons.irregulars) for word in written)
    classes = (form for form in _class_forms(lexicons) if form.isalpha() and len(form) > 1)
    return frozenset().union(*forms, classes)


def _texts(lexicons: LexiconSet) -> Iterator[str]:
    """The word lists and the patterns as they are written."""
    for lists in (*lexicons.words.items(), ("actors", lexicons.actors)):
        if lists[0] != _ABBREVIATIONS:
            yield from (text for texts in lists[1].values() for text in texts)
    for lexicon in lexicons.lexicons.values():
        yield from (pattern.source for entry in lexicon.entries for pattern in entry.patterns)


def _class_forms(lexicons: LexiconSet) -> Iterator[str]:
    """The forms of the words that entries name by a class, or are about."""
    for lexicon in lexicons.lexicons.values():
        for entry in lexicon.entries:
            for forms in (entry.of, entry.not_of, entry.about):
                yield from forms
            for pattern in entry.patterns:
                yield from (form for e in pattern.elements for form in e.forms or ())
