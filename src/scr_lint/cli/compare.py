"""`scr-lint compare`: what is fixed, new, and still there between two drafts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from scr_lint import __version__
from scr_lint.cli.options import output_options, rule_options, wants_color
from scr_lint.cli.run import Chooser, Outcome, Run, deliver, run
from scr_lint.errors import ReadError
from scr_lint.finding import Finding
from scr_lint.reporters import REPORTERS, Style
from scr_lint.reporters.comparison import Comparison, render_comparison


@click.command()
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@output_options
@rule_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    old: str,
    new: str,
    form: str,
    output: Path | None,
    no_accepted: bool,
    no_snippets: bool,
    quiet: bool,
    color: str,
    **options: Any,
) -> None:
    """Compare two drafts: what is fixed, what is new, what is still there.

    The exit status is 1 only for new findings. In formats other than text the new findings are
    reported, as `check` would.
    """
    chooser = Chooser.from_options(**options)
    before, after = (_one(draft, chooser, accepted=not no_accepted) for draft in (old, new))
    comparison = _compared(before.outcomes[0], after.outcomes[0])
    style = Style(
        color=wants_color(color, output),
        quiet=quiet,
        snippets=not no_snippets,
        tool=__version__,
        headers=after.headers,
    )
    outcome = after.outcomes[0]
    fresh = replace(outcome, report=replace(outcome.report, findings=comparison.new))
    only_new = replace(after, outcomes=(fresh,))
    text = (
        render_comparison(comparison, style)
        if form == "text"
        else REPORTERS[form](only_new.report, style)
    )
    deliver(text, output, [old, new])
    ctx.exit(only_new.exit_status())


def _one(draft: str, chooser: Chooser, *, accepted: bool) -> Run:
    """The run over one draft. Raises ReadError when it is none, or more than one."""
    done = run([draft], chooser, accepted=accepted)
    for failure in done.failures:
        raise ReadError(failure.path, failure.message)
    if len(done.outcomes) != 1:
        raise ReadError(draft, "holds several drafts; compare takes one old and one new draft")
    return done


def _compared(before: Outcome, after: Outcome) -> Comparison:
    old = {f.fingerprint for f in before.report.findings}
    new = {f.fingerprint for f in after.report.findings}

    def chosen(outcome: Outcome, others: set[str], among: bool) -> tuple[Finding, ...]:
        return tuple(f for f in outcome.report.findings if (f.fingerprint in others) is among)

    return Comparison(
        old=before.report,
        new_draft=after.report,
        fixed=chosen(before, new, False),
        new=chosen(after, old, False),
        still=chosen(after, old, True),
    )
