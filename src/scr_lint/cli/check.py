"""`scr-lint check`: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from scr_lint import __version__
from scr_lint.cli.baseline import only_new, read_baseline
from scr_lint.cli.options import output_options, rule_options, wants_color
from scr_lint.cli.run import Chooser, deliver, run, tell_failures
from scr_lint.reporters import REPORTERS, Style


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@output_options
@rule_options
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Report only findings that this earlier JSON report does not have.",
)
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help="What to call a draft read from standard input (-), its ending telling the format.",
)
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
    **options: Any,
) -> None:
    """Check drafts: files, folders, or - for standard input."""
    known = read_baseline(baseline) if baseline else frozenset()
    chooser = Chooser.from_options(**options)
    done = run(paths, chooser, stdin_name=stdin_filename, accepted=not no_accepted)
    done = only_new(done, known) if baseline else done
    style = Style(
        color=wants_color(color, output),
        quiet=quiet,
        snippets=not no_snippets,
        tool=__version__,
        headers=done.headers,
    )
    deliver(REPORTERS[form](done.report, style), output, paths)
    tell_failures(done.failures)
    ctx.exit(done.exit_status())
