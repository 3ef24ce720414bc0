"""The trained pipeline as it ships: lemmatizer added, measured, documented, swapped into place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.lookups import Lookups
from spacy.pipeline import Lemmatizer
from spacy.util import load_model_from_path

NAME, VERSION = "scr_lint_pipeline", "1.0.0"
LICENCE = "CC BY-SA 4.0"
SOURCES = (
    {
        "name": "UD_English-EWT @ 15d613d8447b3478787d4c278730a1e48a945efb",
        "author": "Natalia Silveira, Timothy Dozat, Christopher Manning, Sebastian Schuster, "
        "Ethan Chi, John Bauer, Miriam Connor, Marie-Catherine de Marneffe, Nathan Schneider, "
        "Samuel Bowman, Hanzhi Zhu, Daniel Galbraith and others",
        "url": "https://github.com/UniversalDependencies/UD_English-EWT",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "UD_English-GUM @ afb41ee9bca57991125814fa04d96a0e61470c8b, genres news, "
        "interview, bio, voyage, textbook and speech",
        "author": "Amir Zeldes and the GUM annotation team",
        "url": "https://github.com/UniversalDependencies/UD_English-GUM",
        "license": "CC BY 4.0 and public-domain texts; annotations CC BY 4.0",
    },
    {
        "name": "spacy-lookups-data 1.0.5, English lemma and norm tables",
        "author": "Explosion; lemma tables from WordNet 3.0, Princeton University",
        "url": "https://github.com/explosion/spacy-lookups-data",
        "license": "MIT; WordNet 3.0 licence",
    },
)


def add_lemmatizer(nlp: Language, lookups: Lookups) -> None:
    """Append spaCy's rule lemmatizer with the tables of `lookups`."""
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True})
    assert isinstance(lemmatizer, Lemmatizer)
    lemmatizer.initialize(lookups=lookups, nlp=nlp)


def describe(nlp: Language, performance: Mapping[str, Any], settings: str) -> None:
    """Fill `meta.json`, and leave in the configuration only what loading needs."""
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        spacy_version=">=3.8.0,<3.9.0",
        description="English for scr-lint: UPOS, morphology, Universal Dependencies, lemmas. "
        "Trained on single sentences. " + settings,
        author="scr-lint contributors",
        email="",
        url="",
        license=LICENCE,
        sources=list(SOURCES),
        performance=dict(performance),
    )
    for section in (
        "training",
        "corpora",
        "pretraining",
        "augmentation",
        "trunk",
        "branches",
        "paths",
        "system",
    ):
        nlp.config.pop(section, None)
    nlp.config["initialize"] = {}


def install(nlp: Language, licence: Path, folder: Path) -> None:
    """Write the pipeline beside `folder`, check that it loads, and put it in its place.

    Its string table holds only what loading adds: labels and tokenizer exceptions, none of the
    words seen in training, which the weights know by hash alone.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".pipeline-") as scratch:
        new, old = Path(scratch) / "new", Path(scratch) / "old"
        nlp.to_disk(new)
        shutil.copy(licence, new / "LICENSE")
        strings = new / "vocab" / "strings.json"
        strings.write_text("[]", encoding="utf-8")
        load_model_from_path(new).vocab.strings.to_disk(strings)
        load_model_from_path(new)
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
