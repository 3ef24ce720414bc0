"""From sentences and a configuration to trained weights."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy
from augment import augment
from confection import Config
from conllu import Sentence, to_examples
from measure import accuracy
from spacy.language import Language
from spacy.training import Example
from spacy.util import load_model_from_config, registry
from thinc.api import Model, NumpyOps, Optimizer, fix_random_seed
from thinc.types import Floats2d, FloatsXd
from tokens import customise_tokenizer


class MatmulOps(NumpyOps):  # type: ignore[misc]
    """thinc's CPU operations with numpy's matrix product, here over twice as fast as BLIS."""

    def gemm(
        self,
        x: Floats2d,
        y: Floats2d,
        out: Floats2d | None = None,
        trans1: bool = False,
        trans2: bool = False,
    ) -> Floats2d:
        """The matrix product of `x` and `y`, either transposed where asked."""
        left, right = x.T if trans1 else x, y.T if trans2 else y
        product: Floats2d = numpy.matmul(left, right, out=out)  # type: ignore[call-overload]
        return product


Batcher = Callable[[Iterator[Example]], Iterator[list[Example]]]


def stream(
    nlp: Language, sentences: Sequence[Sentence], *, plain: float, seed: int
) -> Iterator[Example]:
    """Training examples without end: pass after pass over `sentences`, shuffled.

    A share `plain` of them stays as it is; the others are augmented afresh in every pass.
    """
    rng = random.Random(seed)
    order = list(sentences)
    while True:
        rng.shuffle(order)
        varied = (s if rng.random() < plain else augment(s, rng) for s in order)
        yield from to_examples(nlp, varied)


def initialise(config: Config, sentences: Sequence[Sentence]) -> Language:
    """An untrained pipeline with the labels and transitions of `sentences`."""
    fix_random_seed(config["system"]["seed"])
    nlp = load_model_from_config(config, auto_fill=True)
    customise_tokenizer(nlp)
    ops = MatmulOps()
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model else ():
            node.ops = ops
    nlp.initialize(lambda: to_examples(nlp, sentences))
    return nlp


def learn(
    nlp: Language,
    phase: Mapping[str, Any],
    train: Sequence[Sentence],
    dev: Sequence[Sentence],
    report: Callable[[str], None],
) -> None:
    """Train `nlp` in place for one phase (the trunk or a branch); end with averaged weights.

    A phase starts from the weights as they are, with a new optimizer.
    """
    fix_random_seed(phase["seed"])
    settings = nlp.config["training"].copy()
    settings["optimizer"] = {**settings["optimizer"], "learn_rate": phase["learn_rate"]}
    resolved: dict[str, Any] = registry.resolve(settings)
    optimizer: Optimizer = resolved["optimizer"]
    batcher: Batcher = resolved["batcher"]
    examples = stream(nlp, train, plain=phase["plain"], seed=phase["seed"])
    start, words = time.time(), 0
    losses: dict[str, float] = {}
    for step, batch in enumerate(batcher(examples), start=1):
        nlp.update(batch, drop=phase["dropout"], sgd=optimizer, losses=losses)
        optimizer.step_schedules()  # type: ignore[no-untyped-call]
        words += sum(len(example) for example in batch)
        if step % resolved["eval_frequency"] == 0 or step == phase["steps"]:
            with nlp.use_params(optimizer.averages):
                scores = accuracy(nlp, dev)
            shown = " ".join(f"{name} {value:.2f}" for name, value in scores.items() if value)
            parts = " ".join(f"{name} {value:.0f}" for name, value in losses.items())
            report(
                f"{step:>6} {time.time() - start:>5.0f}s {words:>9} words  {shown}  loss {parts}"
            )
            losses = {}
        if step == phase["steps"]:
            break
    _keep(nlp, optimizer)


def learn_branches(
    nlp: Language,
    branches: Iterable[Mapping[str, Any]],
    train: Sequence[Sentence],
    dev: Sequence[Sentence],
    report: Callable[[str], None],
) -> None:
    """Train several times from the weights as they are; end with the mean of the outcomes."""
    start = [node.get_param(name).copy() for node, name in _parameters(nlp)]
    outcomes: list[list[FloatsXd]] = []
    for branch in branches:
        for (node, name), value in zip(_parameters(nlp), start, strict=True):
            node.set_param(name, value.copy())
        learn(nlp, branch, train, dev, report)
        outcomes.append([node.get_param(name).copy() for node, name in _parameters(nlp)])
    for (node, name), *values in zip(_parameters(nlp), *outcomes, strict=True):
        node.set_param(name, sum(values[1:], values[0]) / len(values))


def _parameters(nlp: Language) -> Iterator[tuple[Model[Any, Any], str]]:
    """Every weight of the trained components, always in the same order."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model else ():
            for name in node.param_names:
                if node.has_param(name):
                    yield node, name


def _keep(nlp: Language, optimizer: Optimizer) -> None:
    """Put the averages in the place of the weights for good."""
    averages = optimizer.averages or {}
    for node, name in _parameters(nlp):
        average = averages.get((node.id, name))
        if average is not None:
            node.set_param(name, average)
