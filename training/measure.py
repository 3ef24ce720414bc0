"""Accuracy, speed, load time and lemmas of a pipeline."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import spacy
from conllu import Sentence, read_split, to_examples
from spacy.language import Language

MEASURES = {"UPOS": "pos_acc", "UAS": "dep_uas", "LAS": "dep_las", "lemma": "lemma_acc"}


def accuracy(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """UPOS, UAS, LAS and lemma accuracy in percent by spaCy's own scorer.

    Each sentence is a document of its own, split into words by the pipeline's tokenizer; words
    that do not align with the treebank's count against it. UAS and LAS leave punctuation out.
    """
    scores = nlp.evaluate(list(to_examples(nlp, sentences)))
    return {name: round(100 * float(scores.get(key) or 0), 2) for name, key in MEASURES.items()}


def accuracies(nlp: Language, treebank: Path) -> dict[str, dict[str, float]]:
    """`accuracy` on the dev and test splits, pooled and by treebank."""
    table: dict[str, dict[str, float]] = {}
    for split in ("dev", "test"):
        sentences = read_split(treebank, split)
        table[f"all {split}"] = accuracy(nlp, sentences)
        for source in sorted({sentence.source for sentence in sentences}):
            part = [sentence for sentence in sentences if sentence.source == source]
            table[f"{source.upper()} {split}"] = accuracy(nlp, part)
    return table


def words_per_second(nlp: Language, sentences: Sequence[Sentence], *, rounds: int = 3) -> float:
    """Best of `rounds` runs of `nlp.pipe` over single-sentence texts, after a warm-up."""
    texts = [sentence.text for sentence in sentences]
    words = 0
    for _ in nlp.pipe(texts[:500]):
        pass
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        best = min(best, time.perf_counter() - start)
    return words / best


def load_seconds(path: Path, *, rounds: int = 3) -> float:
    """Best of `rounds` loads of the pipeline at `path`, spaCy being imported already."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        spacy.load(path)
        best = min(best, time.perf_counter() - start)
    return best


def megabytes(path: Path) -> float:
    """Size of all files under `path`."""
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6
