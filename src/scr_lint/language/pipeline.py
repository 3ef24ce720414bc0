"""Loading of the English pipeline: the bundled one, or another that can answer the same questions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scr_lint.errors import LanguageError

if TYPE_CHECKING:
    from spacy.language import Language

BUNDLED = Path(__file__).resolve().parent / "pipeline"
_NEEDED = ("parser", "lemmatizer")
_EMPTY = "scr_lint_empty_tokenizer"
# Tokenizers part a word at its hyphens; this one the word lists know, and the model in its other spelling.
_NOBODY = ("no-one", "No-one", "NO-ONE", "no‑one", "No‑one")


def load_pipeline(name: str = "", lexicons: tuple[str, ...] = ()) -> Language:
    """The spaCy pipeline to parse with; "" is the bundled one, else a package name or a folder.

    `lexicons` are folders of the user's own: their words count in the repair of parses too. The same
    pipeline is loaded once. Raises LanguageError when it cannot be loaded, lacks a parser, a tagger or
    a lemmatizer, or labels dependencies otherwise than Universal Dependencies.
    """
    return _loaded(name, lexicons)


@cache
def _loaded(name: str, lexicons: tuple[str, ...]) -> Language:
    """Apart from `load_pipeline`, whose callers may leave out what is empty."""
    import spacy

    config = {} if name else _without_tokenizer()
    try:
        with _quick_product():
            nlp = spacy.load(name or BUNDLED, exclude=["ner", "senter", "textcat"], config=config)
    except (OSError, ValueError) as error:
        where = repr(name) if name else "the bundled English pipeline"
        raise LanguageError(f"cannot load {where}: {error}") from error
    _check(nlp, name or "the bundled English pipeline")
    keep_whole(nlp)
    from scr_lint.language import repair

    nlp.add_pipe(repair.NAME, before="lemmatizer", config={"lexicons": list(lexicons)})
    return nlp


@contextmanager
def _quick_product() -> Iterator[None]:
    """Models made inside multiply matrices by numpy, not by thinc's own BLIS: a third less time.

    A machine for which thinc knows something better (Apple's Accelerate) keeps it.
    """
    from thinc.api import NumpyOps, get_current_ops, use_ops

    if type(get_current_ops()) is not NumpyOps:
        yield
        return
    with use_ops("numpy", use_blis=False):
        yield


def _without_tokenizer() -> dict[str, Any]:
    """The setting that has spaCy make an empty tokenizer, to be filled from the bundled file.

    Else it makes its own for English first, of as many special cases, and throws it away: 0.1 s.
    """
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
    from spacy.util import registry

    registry.tokenizers(_EMPTY, func=lambda: lambda nlp: Tokenizer(nlp.vocab))
    return {"nlp": {"tokenizer": {"@tokenizers": _EMPTY}}}


def keep_whole(nlp: Language) -> None:
    """Have the pipeline's tokenizer leave "no-one" one word, which the model takes for "nobody"."""
    from spacy.tokenizer import Tokenizer

    if isinstance(nlp.tokenizer, Tokenizer):
        for written in _NOBODY:
            nlp.tokenizer.add_special_case(written, [{"ORTH": written, "NORM": "nobody"}])


def _check(nlp: Language, name: str) -> None:
    missing = [part for part in _NEEDED if part not in nlp.pipe_names]
    if "morphologizer" not in nlp.pipe_names and "tagger" not in nlp.pipe_names:
        missing.append("morphologizer")
    if missing:
        raise LanguageError(
            f"{name} has no {' and no '.join(missing)}; scr-lint cannot work with it"
        )
    labels = set(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]
    if not {"nsubj", "obj", "obl"} <= labels:
        raise LanguageError(
            f"{name} does not label its parses with Universal Dependencies (no 'obj', 'obl'): "
            "name a pipeline trained on a UD treebank"
        )
