"""What can go wrong in loading a pipeline is said plainly, as a LanguageError."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import get_current_ops

from scr_lint.errors import LanguageError
from scr_lint.language import repair
from scr_lint.language.pipeline import BUNDLED, keep_whole, load_pipeline


def saved(nlp: Language, folder: Path) -> str:
    nlp.to_disk(folder)
    return str(folder)


def with_parser(*labels: str, parts: tuple[str, ...]) -> Language:
    nlp = spacy.blank("en")
    for part in parts:
        nlp.add_pipe(part)
    parser = nlp.get_pipe("parser")
    for label in labels:
        parser.add_label(label)  # type: ignore[attr-defined]
    return nlp


def test_the_bundled_pipeline_tags_parses_repairs_and_lemmatizes() -> None:
    nlp = load_pipeline()
    doc = nlp("The nurses failed to act.")
    assert [t.lemma_ for t in doc][1:3] == ["nurse", "fail"]
    assert doc[2].dep_ == "ROOT"
    assert repair.NAME in nlp.pipe_names


def test_the_bundled_pipeline_cuts_words_as_spacy_loads_it() -> None:
    as_loaded = spacy.load(BUNDLED)
    keep_whole(as_loaded)
    ours, theirs = (
        nlp.tokenizer.to_bytes(exclude=["vocab"])  # type: ignore[attr-defined]
        for nlp in (load_pipeline(), as_loaded)
    )
    assert ours == theirs


def test_no_one_is_one_word_however_it_is_written() -> None:
    nlp = load_pipeline()
    for text in ("No-one rang.", "It was no-one's fault.", "NO-ONE rang.", "There is no‑one."):
        assert any(t.norm_ == "nobody" for t in nlp.make_doc(text)), text


def test_the_pipeline_multiplies_by_numpy_and_leaves_other_pipelines_alone() -> None:
    ops = get_current_ops()
    parser = load_pipeline().get_pipe("parser")
    assert not parser.model.ops.use_blis  # type: ignore[attr-defined]
    assert get_current_ops() is ops


def test_a_pipeline_is_loaded_once() -> None:
    assert load_pipeline() is load_pipeline()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    name = str(tmp_path / "no-such-pipeline")
    with pytest.raises(LanguageError, match=r"cannot load .*no-such-pipeline"):
        load_pipeline(name)


def test_a_folder_that_holds_no_pipeline_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a pipeline")
    with pytest.raises(LanguageError, match="cannot load"):
        load_pipeline(str(tmp_path))


def test_a_blank_pipeline_lacks_what_is_needed(tmp_path: Path) -> None:
    name = saved(spacy.blank("en"), tmp_path / "blank")
    with pytest.raises(LanguageError, match="has no parser and no lemmatizer and no morphologizer"):
        load_pipeline(name)


def test_a_pipeline_with_other_labels_is_refused(tmp_path: Path) -> None:
    nlp = with_parser("nsubj", "dobj", "pobj", parts=("tagger", "parser"))
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    doc = Doc(
        nlp.vocab, ["It", "rained"], tags=["PRP", "VBD"], heads=[1, 1], deps=["nsubj", "ROOT"]
    )
    lemmas = Lookups()
    lemmas.add_table("lemma_lookup", {"rained": "rain"})
    examples = [Example(doc, doc)]
    for name, part in nlp.pipeline:
        given = {"lookups": lemmas} if name == "lemmatizer" else {}
        part.initialize(lambda: examples, nlp=nlp, **given)  # type: ignore[attr-defined]
    with pytest.raises(LanguageError, match="Universal Dependencies"):
        load_pipeline(saved(nlp, tmp_path / "other"))


@pytest.fixture
def repaired() -> Callable[[str], Doc]:
    return load_pipeline()


@pytest.mark.parametrize("text", ["", " ", "a", "?!", "who who who", "to to to", "and, and, and"])
def test_the_repair_takes_any_text(repaired: Callable[[str], Doc], text: str) -> None:
    doc = repaired(text)
    assert doc.text == text
    assert all(0 <= t.head.i < len(doc) for t in doc)
