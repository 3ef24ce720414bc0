"""Tables for spaCy's rule lemmatizer: the published English ones, trimmed and corrected.

The correction has three sources: British spellings, the training treebanks' own lemmas, and
`EXCEPTIONS`, which win.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from conllu import Sentence, to_doc
from spacy.language import Language
from spacy.lookups import Lookups, load_lookups
from spacy.pipeline import Lemmatizer
from spelling import british
from words import WORDS

Exceptions = dict[str, dict[str, str]]

EXCEPTIONS: Exceptions = WORDS["lemmas"]["exceptions"]
MORE_VERBS = frozenset(WORDS["lemmas"]["more_verbs"])
NOT_BASES = frozenset(WORDS["lemmas"]["not_bases"])
NOUN_ENDS = tuple(WORDS["lemmas"]["noun_ends"])
RULED = ("verb", "noun", "adj", "adv")
LEARNT = ("pron", "det", "adp", "adv", "sconj", "noun", "verb", "aux", "part", "adj")


def lemma_lookups(nlp: Language, train: Iterable[Sentence]) -> Lookups:
    """`lemma_rules`, `lemma_index` and `lemma_exc`, ready for a lemmatizer in mode "rule".

    Needs the package spacy-lookups-data.
    """
    published = load_lookups("en", ["lemma_rules", "lemma_index", "lemma_exc"])
    words = {pos: set(published.get_table("lemma_index")[pos]) for pos in RULED}
    index = _index(words)
    rules = {pos: list(published.get_table("lemma_rules")[pos]) for pos in RULED}
    for pos in LEARNT:
        rules[pos] = [*rules.get(pos, []), ["", ""]]
    exceptions: dict[str, dict[str, list[str]]] = {
        pos: {w: x[-1:] for w, x in published.get_table("lemma_exc")[pos].items() if w.isalpha()}
        for pos in RULED
    }
    _add(exceptions, _british_exceptions(exceptions))
    _add(exceptions, EXCEPTIONS)
    tables = _lookups(rules, index, exceptions)
    _add(exceptions, _treebank_exceptions(nlp, tables, train))
    _add(exceptions, EXCEPTIONS)
    return _lookups(rules, index, exceptions)


def _lookups(
    rules: dict[str, list[list[str]]],
    index: dict[str, dict[str, int]],
    exceptions: dict[str, dict[str, list[str]]],
) -> Lookups:
    lookups = Lookups()
    lookups.add_table("lemma_rules", rules)
    lookups.add_table("lemma_index", index)
    lookups.add_table("lemma_exc", exceptions)
    return lookups


def _index(published: dict[str, set[str]]) -> dict[str, dict[str, int]]:
    """The known base forms that can decide between two candidates, by part of speech.

    Each is a mapping, since the lemmatizer asks `form in index` and a list would be searched.
    """
    verbs = {word for word in published["verb"] if word.isalpha()} | MORE_VERBS
    verbs |= {british(word) for word in verbs}
    nouns = {word for word in published["noun"] if word.isalpha() and word.endswith(NOUN_ENDS)}
    adjectives = {word for word in published["adj"] if word.isalpha() and len(word) <= 8}
    verbs -= {word for word in verbs if _doubling(word) and word + "e" in verbs}
    nouns -= {word for word in nouns if _singulars(word) & published["noun"]}
    adjectives -= {word for word in adjectives if _positives(word) & published["adj"]}
    nouns -= NOT_BASES
    return {
        "verb": dict.fromkeys(sorted(verbs), 1),
        "noun": dict.fromkeys(sorted(nouns | {british(word) for word in nouns}), 1),
        "adj": dict.fromkeys(sorted(adjectives), 1),
    }


def _singulars(noun: str) -> set[str]:
    """What `noun` would be a regular plural of."""
    pairs = (("s", ""), ("es", ""), ("ies", "y"))
    return {noun.removesuffix(old) + new for old, new in pairs if noun.endswith(old)}


def _positives(adjective: str) -> set[str]:
    """What `adjective` would be the comparative or superlative of."""
    stems = {adjective.removesuffix("er"), adjective.removesuffix("est")} - {adjective}
    return stems | {stem + "e" for stem in stems}


def _doubling(verb: str) -> bool:
    """Whether `verb` doubles its last letter, so that "hoping" cannot come from "hop"."""
    return bool(re.fullmatch(r".*[^aeiou][aeiou][^aeiouwxy]", verb))


def _british_exceptions(exceptions: dict[str, dict[str, list[str]]]) -> Exceptions:
    return {
        pos: {
            british(word): british(forms[0])
            for word, forms in table.items()
            if british(word) != word and forms
        }
        for pos, table in exceptions.items()
    }


def _treebank_exceptions(
    nlp: Language, tables: Lookups, sentences: Iterable[Sentence]
) -> Exceptions:
    """Lemmas that the treebanks agree on and the tables get wrong."""
    lemmatizer = nlp.create_pipe("lemmatizer", config={"mode": "rule", "overwrite": True})
    assert isinstance(lemmatizer, Lemmatizer)
    lemmatizer.initialize(lookups=tables, nlp=nlp)
    gold: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    wrong: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        doc = to_doc(nlp.vocab, sentence)
        for token, gold_token in zip(doc, sentence.tokens, strict=True):
            key = (gold_token.upos.lower(), gold_token.text.lower())
            if key[0] in LEARNT and not lemmatizer.is_base_form(token):
                gold[key][gold_token.lemma] += 1
                wrong[key] += lemmatizer.lemmatize(token)[0] != gold_token.lemma
    learnt: Exceptions = {}
    for (pos, word), lemmas in sorted(gold.items()):
        lemma, count = lemmas.most_common(1)[0]
        total = lemmas.total()
        if count >= 2 and count > 0.8 * total and wrong[pos, word] > 0.5 * total:
            learnt.setdefault(pos, {})[word] = lemma
    return learnt


def _add(exceptions: dict[str, dict[str, list[str]]], more: Exceptions) -> None:
    for pos, table in more.items():
        exceptions.setdefault(pos, {}).update({word: [lemma] for word, lemma in table.items()})
