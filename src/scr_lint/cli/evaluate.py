"""`scr-lint evaluate`: how right the rules are, on a corpus somebody labelled."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scr_lint.config import Config
from scr_lint.errors import ReadError

if TYPE_CHECKING:
    from scr_lint.engine import Checker
    from scr_lint.scoring.reviews import ReviewsScore
    from scr_lint.scoring.sentences import Judged

    Scores = Sequence[Judged] | ReviewsScore

_KEYS = "*.key.toml"


@click.command()
@click.argument("corpus", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to report.",
)
@click.option("--list", "listed", is_flag=True, help="List every miss and every false alarm.")
def command(corpus: tuple[Path, ...], form: str, listed: bool) -> None:
    """Score the rules against labelled corpora.

    CORPUS is a file or folder of labelled sentences (.jsonl) or of labelled drafts (.labels.jsonl
    beside the draft), or a folder of Markdown drafts with keys (.key.toml).
    """
    from scr_lint.engine import Checker

    checker = Checker.from_config(Config())
    results = [part for path in corpus for part in _parts(checker, path)]
    if not results:
        raise ReadError(str(corpus[0]), "has no labelled sentences, labelled drafts or keys in it")
    if form == "json":
        values = [_as_json(name, scores) for name, scores in results]
        click.echo(json.dumps(values, ensure_ascii=False, indent=2))
    else:
        for name, scores in results:
            click.echo("\n".join(_lines(name, scores, listed)))


def _parts(checker: Checker, path: Path) -> Iterator[tuple[str, Scores]]:
    """The name of each corpus under `path`, and its scores."""
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    yield from _sentences(checker, path, [f for f in files if not _labels_a_draft(f)])
    for file in files:
        if _labels_a_draft(file):
            yield str(file), _draft(checker, file)
    for folder in sorted({key.parent for key in path.rglob(_KEYS)}) if path.is_dir() else ():
        if any(key.with_name(_markdown(key)).is_file() for key in folder.glob(_KEYS)):
            yield from _reviews(checker, folder)


def _sentences(
    checker: Checker, path: Path, files: Sequence[Path]
) -> Iterator[tuple[str, Sequence[Judged]]]:
    """Each file of sentences, and all together where there are several."""
    from scr_lint.scoring.blame_labels import judge_sentences
    from scr_lint.scoring.sentences import read_sentences

    pooled: list[Judged] = []
    for file in files:
        judged = judge_sentences(checker, read_sentences(file))
        pooled.extend(judged)
        yield str(file), judged
    if len(files) > 1:
        yield f"{path}: all sentences", pooled


def _draft(checker: Checker, labels: Path) -> Sequence[Judged]:
    from scr_lint.readers import read
    from scr_lint.scoring.labelled_drafts import draft_of, judge_draft

    return judge_draft(labels, checker.check(read(draft_of(labels))))


def _reviews(checker: Checker, folder: Path) -> Iterator[tuple[str, ReviewsScore]]:
    from scr_lint.readers import read
    from scr_lint.scoring.reviews import score_reviews

    yield str(folder), score_reviews(folder, lambda path: checker.check(read(path)))


def _labels_a_draft(file: Path) -> bool:
    return file.name.endswith(".labels.jsonl")


def _markdown(key: Path) -> str:
    return key.name.removesuffix(".key.toml") + ".md"


def _lines(name: str, scores: Scores, listed: bool) -> Iterator[str]:
    from scr_lint.cli import score_tables as tables
    from scr_lint.scoring.reviews import ReviewsScore

    if isinstance(scores, ReviewsScore):
        yield from tables.reviews_table(name, scores)
        yield from tables.review_differences(scores) if listed else ()
    else:
        yield from tables.sentence_table(name, scores)
        yield from tables.differences(scores) if listed else ()


def _as_json(name: str, scores: Scores) -> dict[str, Any]:
    from scr_lint.cli import score_tables as tables
    from scr_lint.scoring.reviews import ReviewsScore

    if isinstance(scores, ReviewsScore):
        return tables.reviews_as_json(name, scores)
    return tables.sentences_as_json(name, scores)
