"""Leaving out what an earlier run already reported."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from scr_lint.cli.draft import Outcome
from scr_lint.errors import ConfigError
from scr_lint.finding import Failure


@dataclass(slots=True)
class Baseline:
    """The fingerprints of an earlier run; counts what it leaves out."""

    known: frozenset[str]
    left_out: int = 0

    def only_new(self, results: Iterable[Outcome | Failure]) -> Iterator[Outcome | Failure]:
        """The results without findings the earlier run had."""
        for result in results:
            yield result if isinstance(result, Failure) else self._without(result)

    def tell(self) -> None:
        """Say on standard error how many findings were left out."""
        if self.left_out:
            text = f"scr-lint: {self.left_out} findings of the baseline are not shown"
            click.echo(text, err=True)

    def _without(self, outcome: Outcome) -> Outcome:
        findings = outcome.report.findings
        kept = tuple(f for f in findings if f.fingerprint not in self.known)
        self.left_out += len(findings) - len(kept)
        return replace(outcome, report=replace(outcome.report, findings=kept))


def read_baseline(path: Path | None) -> Baseline:
    """The findings of an earlier JSON report, none for None; the file is never written.

    Raises ConfigError when it is no report of `scr-lint --format json`.
    """
    if path is None:
        return Baseline(frozenset())
    try:
        documents = json.loads(path.read_text("utf-8"))["documents"]
        return Baseline(frozenset(f["fingerprint"] for d in documents for f in d["findings"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"{path}: is no report of scr-lint; make one with --format json --output {path.name}"
        ) from error
