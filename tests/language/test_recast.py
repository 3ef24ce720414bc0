"""Sentences put more plainly; the trees are written out, so no weights play a part."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from scr_lint.language.clause import ClauseReader
from scr_lint.language.pipeline import load_pipeline
from scr_lint.language.recast import recast

ACTORS = ClauseReader.from_lexicons().actors


def doc_of(words: str) -> Doc:
    """Each word as word/tag/label/head, the head counted from 0."""
    split = [word.split("/") for word in words.split()]
    texts, tags, labels, heads = zip(*split, strict=True)
    return Doc(
        load_pipeline().vocab,
        words=list(texts),
        pos=list(tags),
        deps=list(labels),
        heads=[int(head) for head in heads],
    )


def rows(words: str) -> list[str]:
    return [" ".join(t.text for t in row) for row in recast(doc_of(words), ACTORS)]


WARNED = (
    "They/PRON/nsubj:pass/{verb} had/AUX/aux/{verb} been/AUX/aux:pass/{verb}"
    " warned/VERB/ROOT/{verb}"
)


@pytest.mark.parametrize(("first", "last"), [(",", ","), ("–", "–"), ("(", ")")])
def test_an_aside_is_left_out(first: str, last: str) -> None:
    aside = f"{first}/PUNCT/punct/6 in/ADP/case/6 writing/NOUN/obl/3 {last}/PUNCT/punct/6"
    words = f"{WARNED.format(verb=3)} {aside} of/ADP/case/9 damp/NOUN/obl/3"
    assert rows(words) == ["They had been warned of damp"]


def test_an_aside_may_have_commas_of_its_own() -> None:
    aside = (
        ",/PUNCT/punct/6 by/ADP/case/6 letter/NOUN/obl/3 ,/PUNCT/punct/9 by/ADP/case/9"
        " telephone/NOUN/conj/6 and/CCONJ/cc/12 in/ADP/case/12 person/NOUN/conj/6 ,/PUNCT/punct/6"
    )
    words = f"{WARNED.format(verb=3)} {aside} of/ADP/case/15 damp/NOUN/obl/3"
    assert rows(words) == ["They had been warned of damp"]


def test_members_of_a_list_and_objects_are_no_asides() -> None:
    listed = (
        "Nurses/NOUN/nsubj/6 ,/PUNCT/punct/2 doctors/NOUN/conj/0 ,/PUNCT/punct/5 and/CCONJ/cc/5"
        " porters/NOUN/conj/0 failed/VERB/ROOT/6"
    )
    said = (
        "She/PRON/nsubj/1 said/VERB/ROOT/1 ,/PUNCT/punct/5 they/PRON/nsubj/5 had/AUX/aux/5"
        " failed/VERB/ccomp/1 ,/PUNCT/punct/1 today/NOUN/obl:unmarked/1"
    )
    assert rows(listed) == rows(said) == []


def test_what_something_else_hangs_on_stays() -> None:
    words = (
        "The/DET/det/1 nurse/NOUN/nsubj/6 ,/PUNCT/punct/4 then/ADV/advmod/4 asked/VERB/advcl/6"
        " ,/PUNCT/punct/4 denied/VERB/ROOT/6 seeing/VERB/xcomp/4"
    )
    assert rows(words) == []


def test_a_passive_that_says_by_whom_is_turned_round() -> None:
    words = (
        "The/DET/det/1 course/NOUN/nsubj:pass/6 which/PRON/nsubj/3 ran/VERB/acl:relcl/1"
        " was/AUX/aux:pass/6 quickly/ADV/advmod/6 abandoned/VERB/ROOT/6 by/ADP/case/9"
        " the/DET/det/9 mother/NOUN/obl:agent/6"
    )
    assert rows(words) == ["quickly abandoned The course"]


def test_a_relative_passive_takes_what_it_hangs_on() -> None:
    words = (
        "It/PRON/nsubj/3 was/AUX/cop/3 a/DET/det/3 course/NOUN/ROOT/3 that/PRON/nsubj:pass/6"
        " was/AUX/aux:pass/6 abandoned/VERB/acl:relcl/3 by/ADP/case/9 the/DET/det/9"
        " mother/NOUN/obl:agent/6"
    )
    assert rows(words) == ["abandoned a course"]


def test_a_gerund_has_what_it_is_done_to_behind_it() -> None:
    words = (
        "The/DET/det/1 abandoning/NOUN/nsubj/8 of/ADP/case/4 the/DET/det/4 course/NOUN/nmod/1"
        " by/ADP/case/7 the/DET/det/7 mother/NOUN/nmod/1 mattered/VERB/ROOT/8"
    )
    assert rows(words) == ["abandoning the course"]


def test_by_a_time_is_by_nobody() -> None:
    words = (
        "The/DET/det/1 course/NOUN/nsubj:pass/3 was/AUX/aux:pass/3 abandoned/VERB/ROOT/3"
        " by/ADP/case/6 the/DET/det/6 end/NOUN/obl/3 of/ADP/case/8 May/PROPN/nmod/6"
    )
    assert rows(words) == []
