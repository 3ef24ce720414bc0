"""`scr-lint evaluate`: how right the rules are, on a corpus somebody labelled."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scr_lint.cli import score_tables as tables
from scr_lint.config import Config
from scr_lint.errors import ReadError

if TYPE_CHECKING:
    from scr_lint.cli.score_tables import PartScores
    from scr_lint.engine import Checker

_KEYS = ".key.toml"


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

    CORPUS is a file of labelled sentences or passages (.jsonl) or of a draft's labelled sentences
    (.labels.jsonl beside the draft), or a folder of these and of drafts with keys (.key.toml
    beside the draft): the verdicts, and the codes or the planted faults a run should find.
    """
    from scr_lint.engine import Checker

    checker = Checker.from_config(Config())
    parts = [part for path in corpus for part in _parts(checker, path)]
    if not parts:
        raise ReadError(str(corpus[0]), "has no labelled sentences, labelled drafts or keys in it")
    if form == "json":
        click.echo(json.dumps([p.values for p in parts], ensure_ascii=False, indent=2))
        return
    for part in parts:
        click.echo("\n".join((*part.rows, *(part.differences if listed else ()))))


def _parts(checker: Checker, path: Path) -> Iterator[PartScores]:
    """The scores of each corpus under `path`."""
    from scr_lint.scoring.labelled_drafts import SUFFIX
    from scr_lint.scoring.passages import holds_passages

    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    plain = [f for f in files if not f.name.endswith(SUFFIX)]
    passages = [f for f in plain if holds_passages(f)]
    yield from _sentences(checker, path, [f for f in plain if f not in passages])
    for file in passages:
        yield _passages(checker, file)
    for file in files:
        if file.name.endswith(SUFFIX):
            yield _labelled_draft(checker, file)
    for folder in sorted({key.parent for key in path.rglob(f"*{_KEYS}")}) if path.is_dir() else ():
        yield from _keyed(checker, folder)


def _sentences(checker: Checker, path: Path, files: Sequence[Path]) -> Iterator[PartScores]:
    """Each file of sentences, and all together where there are several."""
    from scr_lint.scoring.blame_labels import judge_sentences
    from scr_lint.scoring.sentences import Judged, read_sentences

    pooled: list[Judged] = []
    for file in files:
        judged = judge_sentences(checker, read_sentences(file))
        pooled.extend(judged)
        yield tables.of_sentences(str(file), judged)
    if len(files) > 1:
        yield tables.of_sentences(f"{path}: all sentences", pooled)


def _passages(checker: Checker, file: Path) -> PartScores:
    """One file of short passages, each checked inside a small draft."""
    from scr_lint.readers import read_bytes
    from scr_lint.scoring.passages import as_draft, judge_passage, read_passages

    judged = [
        judge_passage(item, checker.check(read_bytes(as_draft(item).encode(), "passage.md")))
        for item in read_passages(file)
    ]
    return tables.of_passages(str(file), tuple(judged))


def _labelled_draft(checker: Checker, labels: Path) -> PartScores:
    from scr_lint.readers import read
    from scr_lint.scoring.labelled_drafts import draft_of, judge_draft

    judged = judge_draft(labels, checker.check(read(draft_of(labels))))
    return tables.of_sentences(str(labels), judged)


def _keyed(checker: Checker, folder: Path) -> Iterator[PartScores]:
    """The drafts with planted faults one by one, those with codes to fire all together."""
    from scr_lint.readers import read
    from scr_lint.scoring.labelled_drafts import draft_beside
    from scr_lint.scoring.planted import score_planted
    from scr_lint.scoring.reviews import ReviewsScore, score_review

    reviews = []
    for file in sorted(folder.glob(f"*{_KEYS}")):
        key, draft = _read_key(file), draft_beside(file, _KEYS)
        report = checker.check(read(draft))
        if "planted" in key:
            yield tables.of_planted(str(draft), score_planted(key, report))
        else:
            reviews.append(score_review(draft.stem, key, report))
    if reviews:
        yield tables.of_reviews(str(folder), ReviewsScore(tuple(reviews)))


def _read_key(file: Path) -> dict[str, Any]:
    """A draft's key. Raises ReadError where it is no TOML or has not what a key has."""
    try:
        key = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReadError(str(file), f"cannot be read as a key: {error}") from error
    needed = ("verdicts",) if "planted" in key else ("verdicts", "codes", "parties", "tensions")
    missing = [name for name in needed if name not in key]
    if missing:
        raise ReadError(str(file), f"is no key of a draft: it has no {' and no '.join(missing)}")
    return key
