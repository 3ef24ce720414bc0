"""Sentences of a CoNLL-U treebank as plain values, and as spaCy documents."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word; `head` is a 0-based index, the root's own for the root."""

    text: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space_after: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence; `source` names the treebank it came from."""

    tokens: tuple[Token, ...]
    source: str

    @property
    def text(self) -> str:
        """The words as written, without the space after the last one."""
        return "".join(t.text + " " * t.space_after for t in self.tokens).rstrip(" ")

    @property
    def root(self) -> int:
        """Index of the first token that is its own head."""
        return next(i for i, token in enumerate(self.tokens) if token.head == i)


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Sentences of one CoNLL-U file (`.xz` or plain), in file order."""
    opener = lzma.open if path.suffix == ".xz" else open
    source = path.name.split("-")[0].split(".")[0]
    rows: list[list[str]] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                yield Sentence(_tokens(rows), source)
                rows = []
    if rows:
        yield Sentence(_tokens(rows), source)


def _tokens(rows: list[list[str]]) -> tuple[Token, ...]:
    return tuple(
        Token(
            text=row[1],
            lemma=row[2],
            upos=row[3],
            feats="" if row[5] == "_" else row[5],
            head=int(row[6]) - 1 if row[6] != "0" else index,
            deprel=row[7],
            space_after="SpaceAfter=No" not in row[9],
        )
        for index, row in enumerate(rows)
    )


def read_split(folder: Path, split: str) -> list[Sentence]:
    """The `train`, `dev` or `test` sentences of every treebank in `folder`."""
    paths = sorted(folder.glob(f"*-{split}.conllu*"))
    if not paths:
        raise FileNotFoundError(f"no *-{split}.conllu or .conllu.xz file in {folder}")
    return [sentence for path in paths for sentence in read_sentences(path)]


def to_doc(vocab: Vocab, sentence: Sentence) -> Doc:
    """The sentence as a gold document, one token for each treebank word."""
    tokens = sentence.tokens
    spaces = [token.space_after for token in tokens]
    spaces[-1] = False
    return Doc(
        vocab,
        words=[token.text for token in tokens],
        spaces=spaces,
        pos=[token.upos for token in tokens],
        morphs=[token.feats for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=[token.head for token in tokens],
        deps=["ROOT" if t.head == i else t.deprel for i, t in enumerate(tokens)],
    )


def to_examples(nlp: Language, sentences: Iterable[Sentence]) -> Iterator[Example]:
    """Pairs of the pipeline's own tokenisation and the treebank's annotation."""
    for sentence in sentences:
        reference = to_doc(nlp.vocab, sentence)
        yield Example(nlp.make_doc(reference.text), reference)
