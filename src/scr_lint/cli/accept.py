"""`scr-lint accept`: keep a finding as accepted, with the reason."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from scr_lint.accepted import accept, read_accepted
from scr_lint.cli.options import reading_options
from scr_lint.cli.run import Chooser
from scr_lint.errors import ConfigError
from scr_lint.finding import Confidence, DocumentReport, Finding
from scr_lint.reporters.clean import one_line

_ENOUGH = 4


@click.command()
@click.argument("draft", type=click.Path(path_type=Path))
@click.argument("fingerprint")
@click.option("--reason", required=True, help="Why the wording may stand.")
@click.option("--by", default="", metavar="NAME", help="Who accepts it.")
@reading_options
def command(draft: Path, fingerprint: str, reason: str, by: str, **options: Any) -> None:
    """Accept one finding of DRAFT, named by its FINGERPRINT (the first few digits are enough).

    Any finding may be meant, of rules that the settings leave out too.
    The reason goes into a side file, DRAFT.scr-lint.toml beside the draft; the draft stays as it is.
    A finding accepted before gets the new reason in place of the old one.
    """
    from scr_lint.api import checker_for
    from scr_lint.readers import read

    config = Chooser.from_options(**options).config_for(draft)
    # Whatever some `check --select` or `--config` shows can be accepted.
    every = replace(config, select=(), ignore=(), confidence=Confidence.LOW, sections=())
    report = checker_for(every).check(read(draft))
    finding = _chosen(report, fingerprint.lower())
    before = _accepted_before(draft, finding)
    path = accept(draft, finding, reason, by, datetime.date.today())
    where = finding.location.in_words()
    click.echo(f"Accepted {finding.rule} {finding.name} at {where}: kept in {path}{before}")


def _accepted_before(draft: Path, finding: Finding) -> str:
    """What the finding's new entry replaces; "" where it was not accepted before."""
    for old in read_accepted(draft):
        if old.fingerprint == finding.fingerprint:
            by = f" by {old.by}" if old.by else ""
            return f", in place of the earlier reason{by}: {one_line(old.reason)}"
    return ""


def _chosen(report: DocumentReport, fingerprint: str) -> Finding:
    """The one finding whose fingerprint starts so. Raises ConfigError when there is not just one."""
    if len(fingerprint) < _ENOUGH:
        raise ConfigError(f"give at least {_ENOUGH} digits of the fingerprint")
    found = [f for f in report.findings if f.fingerprint.startswith(fingerprint)]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(f.fingerprint for f in found)
        raise ConfigError(f"several findings begin with {fingerprint}: {several}")
    raise ConfigError(
        f"has no finding {fingerprint}; `scr-lint check` shows each finding's fingerprint",
        path=report.path,
    )
