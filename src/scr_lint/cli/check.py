"""`scr-lint check`: the main job."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import click

from scr_lint.cli.annotated import targets
from scr_lint.cli.baseline import read_baseline
from scr_lint.cli.cache import cache_folder
from scr_lint.cli.delivery import bar_for, deliver, names_failures, refuse_name, rendered, watched
from scr_lint.cli.many import results
from scr_lint.cli.options import (
    batch_options,
    output_options,
    refuse_idle,
    refuse_idle_quiet,
    rule_options,
    style_of,
)
from scr_lint.cli.run import STDIN, Chooser, Plan, Tally, plan
from scr_lint.writing import refuse_inputs


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@output_options
@rule_options
@batch_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    form: str,
    output: Path | None,
    no_accepted: bool,
    no_snippets: bool,
    quiet: bool,
    color: str,
    baseline: Path | None,
    stdin_filename: str | None,
    jobs: int,
    use_cache: bool,
    annotate: bool,
    force: bool,
    **options: Any,
) -> None:
    """Check drafts: files, folders, or - for standard input."""
    refuse_idle_quiet(form, quiet=quiet)
    refuse_idle(
        (force and not annotate, "--force goes with --annotate"),
        (
            stdin_filename is not None and STDIN not in paths,
            "--stdin-filename goes with -, a draft from standard input",
        ),
    )
    if not annotate:
        refuse_name(form, output)
    earlier = read_baseline(baseline)
    chooser = Chooser.from_options(**options)
    planned = plan(paths, chooser, stdin_name=stdin_filename, accepted=not no_accepted)
    if use_cache:
        planned = planned.altered(cache=cache_folder())
    if annotate:
        planned, output = _with_copies(planned, output, force=force), None
    if output is not None:
        refuse_inputs(output, planned.drafts)
        refuse_inputs(output, [baseline] if baseline else [], "the baseline")
    tally, bar = Tally(), bar_for(len(planned.tasks))
    found = results(planned.tasks, jobs)
    outcomes = watched(earlier.only_new(found) if earlier else found, bar)
    style = style_of(
        color=color,
        output=output,
        quiet=quiet,
        no_snippets=no_snippets,
        headers=planned.headers,
    )
    parts = tally.parts(chain(planned.failures, outcomes))
    deliver(rendered(form, output, parts, style), output, planned.drafts, bar)
    if earlier:
        earlier.tell()
    tally.tell(failures=not names_failures(form, output))
    ctx.exit(tally.exit_status())


def _with_copies(planned: Plan, output: Path | None, *, force: bool) -> Plan:
    """The plan with annotated copies to be written: beside the drafts, or where `output` says."""
    copies = targets(planned.drafts, output, force=force)
    for draft in planned.drafts:
        if draft not in copies:
            click.echo(f"scr-lint: {draft}: no annotated copy: neither Word nor PDF", err=True)
    tasks = (replace(t, copy=copies.get(t.path)) if t.path else t for t in planned.tasks)
    return replace(planned, tasks=tuple(tasks))
