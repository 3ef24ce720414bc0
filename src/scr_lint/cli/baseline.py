"""Leaving out what an earlier run already reported."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import click

from scr_lint.cli.run import Outcome, Run
from scr_lint.errors import ConfigError


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints of an earlier JSON report; the file is never written.

    Raises ConfigError when it is no report of `scr-lint --format json`.
    """
    try:
        report = json.loads(path.read_text("utf-8"))
        documents = report["documents"]
        return frozenset(f["fingerprint"] for d in documents for f in d["findings"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"{path}: is no report of scr-lint; make one with --format json --output {path.name}"
        ) from error


def only_new(done: Run, known: Collection[str]) -> Run:
    """The run without findings in the baseline; says on standard error how many those were."""
    outcomes = tuple(_without(outcome, known) for outcome in done.outcomes)
    left_out = len(done.report.findings) - sum(len(o.report.findings) for o in outcomes)
    if left_out:
        click.echo(f"scr-lint: {left_out} findings of the baseline are not shown", err=True)
    return replace(done, outcomes=outcomes)


def _without(outcome: Outcome, known: Collection[str]) -> Outcome:
    kept = tuple(f for f in outcome.report.findings if f.fingerprint not in known)
    return replace(outcome, report=replace(outcome.report, findings=kept))
