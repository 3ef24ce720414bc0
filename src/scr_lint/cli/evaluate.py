"""`scr-lint evaluate`: how right the rules are, on a corpus somebody labelled."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scr_lint.config import Config
from scr_lint.errors import ReadError

if TYPE_CHECKING:
    from scr_lint.engine import Checker
    from scr_lint.scoring.counts import Counts
    from scr_lint.scoring.sentences import Judged

BLAME_LABELS = (
    *("fault", "failure", "hindsight", "judgement", "intent", "certainty", "sanction", "family"),
    "missed",
)


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

    CORPUS is a file or folder of labelled sentences (.jsonl), of labelled drafts (.labels.jsonl
    beside the draft), or of drafts with keys (.key.toml). The docs describe the formats.
    """
    from scr_lint.engine import Checker

    checker = Checker.from_config(Config())
    results = [part for path in corpus for part in _parts(checker, path)]
    if not results:
        raise ReadError(str(corpus[0]), "has no labelled sentences, labelled drafts or keys in it")
    if form == "json":
        click.echo(json.dumps([_as_json(*r) for r in results], ensure_ascii=False, indent=2))
        return
    for name, judged in results:
        click.echo("\n".join(_table(name, judged)))
        if listed:
            click.echo("\n".join(_differences(judged)))
    sys.stdout.flush()


def _parts(checker: Checker, path: Path) -> Iterator[tuple[str, Sequence[Judged]]]:
    """Each file's name and what the rules said of its sentences."""
    from scr_lint.readers import read
    from scr_lint.scoring.blame_labels import judge_sentences
    from scr_lint.scoring.labelled_drafts import SUFFIX, draft_of, judge_draft
    from scr_lint.scoring.sentences import read_sentences

    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    sentences = [f for f in files if not f.name.endswith(SUFFIX)]
    pooled: list[Judged] = []
    for file in sentences:
        judged = judge_sentences(checker, read_sentences(file))
        pooled.extend(judged)
        yield str(file), judged
    if len(sentences) > 1:
        yield f"{path}: all sentences", pooled
    for file in files:
        if file.name.endswith(SUFFIX):
            yield str(file), judge_draft(file, checker.check(read(draft_of(file))))


def _scored(judged: Sequence[Judged]) -> dict[str, Counts]:
    from scr_lint.scoring.sentences import ANY, score

    found = {label for j in judged for label in j.item.labels | j.found}
    others = sorted(found - set(BLAME_LABELS))
    blame = score(judged, BLAME_LABELS)
    anything = blame.pop(ANY)
    rest = score(judged, others)
    rest.pop(ANY)
    return {**blame, ANY: anything, **rest}


def _table(name: str, judged: Sequence[Judged]) -> Iterator[str]:
    yield f"\n{name}: {len(judged)} sentences"
    yield f"{'label':24}{'wanted':>7}{'right':>7}{'false':>7}{'missed':>7}  precision          recall             F1     lintscore"
    for label, counts in _scored(judged).items():
        wanted = counts.right + counts.missed
        yield (
            f"{label:24}{wanted:>7}{counts.right:>7}{counts.false_alarms:>7}{counts.missed:>7}  "
            f"{_with_interval(counts.precision, counts.precision_interval()):18} "
            f"{_with_interval(counts.recall, counts.recall_interval()):18} "
            f"{_figure(counts.f1):6} {counts.lintscore:8.1f}"
        )


def _differences(judged: Sequence[Judged]) -> Iterator[str]:
    for one in judged:
        labels = one.item.labels - one.item.maybe
        for label in sorted(labels - one.found):
            yield f"missed       {label:20} {one.item.id}: {one.item.sentence}"
        for label in sorted(one.found - labels - one.item.maybe):
            yield f"false alarm  {label:20} {one.item.id}: {one.item.sentence}"


def _as_json(name: str, judged: Sequence[Judged]) -> dict[str, Any]:
    return {
        "corpus": name,
        "sentences": len(judged),
        "labels": {
            label: {
                "right": c.right,
                "false_alarms": c.false_alarms,
                "missed": c.missed,
                "precision": c.precision,
                "precision_interval": c.precision_interval(),
                "recall": c.recall,
                "recall_interval": c.recall_interval(),
                "f1": c.f1,
                "lintscore": c.lintscore,
            }
            for label, c in _scored(judged).items()
        },
        "differences": [
            {
                "id": j.item.id,
                "sentence": j.item.sentence,
                "wanted": sorted(j.item.labels),
                "found": sorted(j.found),
            }
            for j in judged
            if j.item.labels != j.found
        ],
    }


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _with_interval(value: float | None, interval: tuple[float, float] | None) -> str:
    if value is None or interval is None:
        return "–"
    return f"{value:.2f} ({interval[0]:.2f}–{interval[1]:.2f})"
