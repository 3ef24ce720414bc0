"""Words put right by the words beside them; the wrong parses are written out, so no weights play a part."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from scr_lint.language.pipeline import load_pipeline
from scr_lint.language.repair import Repair

# Each word as word/tag/label/head, the head counted from 0.
WRONG = [
    (
        "We/PRON/nsubj/1 consider/VERB/ROOT/1 the/DET/det/4 delay/NOUN/compound/4"
        " unacceptable/NOUN/obj/1 ./PUNCT/punct/1",
        "unacceptable",
        ("ADJ", "xcomp"),
    ),
    (
        "We/PRON/nsubj/1 consider/VERB/ROOT/1 this/DET/det/3 careless/ADJ/obj/1 ./PUNCT/punct/1",
        "this",
        ("PRON", "obj"),
    ),
    (
        "The/DET/det/1 entry/NOUN/nsubj/3 was/AUX/cop/3 overwritten/ADJ/ROOT/3 by/ADP/case/6"
        " the/DET/det/6 system/NOUN/obl:agent/3",
        "overwritten",
        ("VERB", "ROOT"),
    ),
    (
        "There/PRON/expl/1 was/VERB/ROOT/1 no/DET/det/3 refusal/ADJ/nsubj/1 by/ADP/case/6"
        " the/DET/det/6 girl/NOUN/obl/1",
        "refusal",
        ("NOUN", "nsubj"),
    ),
    (
        "They/PRON/nsubj/1 apologised/VERB/ROOT/1 for/ADP/case/3 failing/NOUN/obl/1 to/PART/mark/5"
        " ring/VERB/xcomp/3",
        "failing",
        ("VERB", "advcl"),
    ),
    (
        "She/PRON/nsubj:pass/2 was/AUX/aux:pass/2 held/VERB/ROOT/2 to/ADP/case/4"
        " account/VERB/obl/2",
        "account",
        ("NOUN", "obl"),
    ),
    (
        "They/PRON/nsubj/1 neglected/VERB/ROOT/1 their/PRON/nmod:poss/4 statutory/NOUN/amod/4"
        " duty/NOUN/obj/1",
        "statutory",
        ("ADJ", "amod"),
    ),
    (
        "Neglect/PROPN/nsubj/3 is/AUX/cop/3 the/DET/det/3 failure/NOUN/ROOT/3",
        "Neglect",
        ("NOUN", "nsubj"),
    ),
    (
        "No/DET/det/1 one/PRON/nummod/2 disputes/NOUN/ROOT/2 that/PRON/obj/2",
        "disputes",
        ("VERB", "ROOT"),
    ),
    (
        "It/PRON/nsubj/5 is/AUX/cop/5 ,/PUNCT/punct/1 in/ADP/case/5 my/PRON/nmod:poss/5"
        " view/NOUN/ROOT/5 ,/PUNCT/punct/7 unsafe/ADJ/amod/5",
        "unsafe",
        ("ADJ", "ROOT"),
    ),
]
RIGHT = [
    (
        "They/PRON/nsubj/1 found/VERB/ROOT/1 the/DET/det/4 crash/NOUN/compound/4 victim/NOUN/obj/1",
        "victim",
        ("NOUN", "obj"),
    ),
    (
        "The/DET/det/1 nurse/NOUN/nsubj/2 called/VERB/ROOT/2 a/DET/det/5 duty/NOUN/compound/5"
        " officer/NOUN/obj/2",
        "duty",
        ("NOUN", "compound"),
    ),
    (
        "She/PRON/nsubj/2 was/AUX/cop/2 tired/ADJ/ROOT/2 again/ADV/advmod/2",
        "tired",
        ("ADJ", "ROOT"),
    ),
    (
        "They/PRON/nsubj/1 insisted/VERB/ROOT/1 on/ADP/case/3 waiting/VERB/obl/1",
        "waiting",
        ("VERB", "obl"),
    ),
]


@pytest.mark.parametrize(("parse", "word", "expected"), WRONG + RIGHT)
def test_a_word_is_tagged_by_the_words_beside_it(
    parse: str, word: str, expected: tuple[str, str]
) -> None:
    nlp = load_pipeline()
    words, tags, labels, heads = zip(*(w.split("/") for w in parse.split()), strict=True)
    doc = Doc(
        nlp.vocab,
        words=list(words),
        pos=list(tags),
        deps=list(labels),
        heads=[int(head) for head in heads],
    )
    repair = nlp.get_pipe("scr_lint_repair")
    assert isinstance(repair, Repair)
    token = next(t for t in repair(doc) if t.text == word)
    assert (token.pos_, token.dep_) == expected
