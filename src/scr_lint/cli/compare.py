"""`scr-lint compare`: what is fixed, new, and still there between two drafts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from scr_lint.cli.delivery import deliver, refuse_name, rendered
from scr_lint.cli.draft import Outcome, check_draft
from scr_lint.cli.options import output_options, refuse_idle_quiet, rule_options, style_of
from scr_lint.cli.run import Chooser, Plan, Tally, plan
from scr_lint.cli.screen_text import encoded
from scr_lint.errors import ReadError
from scr_lint.finding import DocumentReport, Earlier, Failure, Finding
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
    reported, as `check` would; SARIF has all three, each with its baseline state.
    """
    refuse_idle_quiet(form, quiet=quiet)
    refuse_name(form, output)
    for path in (old, new):
        if Path(path).is_dir():
            raise ReadError(path, "is a folder; compare takes one old and one new draft")
    planned = plan([old, new], Chooser.from_options(**options), accepted=not no_accepted)
    before, after = _outcomes(planned)
    comparison = _compared(before, after)
    style = style_of(
        color=color,
        output=output,
        quiet=quiet,
        no_snippets=no_snippets,
        headers=planned.headers,
    )
    fresh = replace(after, report=_new_only(comparison))
    tally = Tally()
    parts = tuple(tally.parts([fresh]))
    pieces = (
        [encoded(render_comparison(comparison, style), form, to_file=output is not None)]
        if form == "text"
        else rendered(form, output, parts, style)
    )
    deliver(pieces, output, planned.drafts)
    tally.tell()
    ctx.exit(tally.exit_status())


def _new_only(comparison: Comparison) -> DocumentReport:
    """The new draft's report with the new findings, the others beside them."""
    old, new = comparison.old, comparison.new_draft
    accepted = frozenset(a.fingerprint for a in new.accepted) & _known(old)
    earlier = Earlier(old.path, comparison.still, comparison.fixed, accepted)
    return replace(new, findings=comparison.new, earlier=earlier)


def _outcomes(planned: Plan) -> tuple[Outcome, Outcome]:
    """The old draft's and the new one's. Raises ReadError when either cannot be checked."""
    for failure in planned.failures:
        raise ReadError(failure.path, failure.message)
    outcomes = []
    for task in planned.tasks:
        outcome = check_draft(task)
        if isinstance(outcome, Failure):
            raise ReadError(outcome.path, outcome.message)
        outcomes.append(outcome)
    if len(outcomes) == 1:
        outcomes *= 2  # a draft compared with itself
    if len(outcomes) != 2:
        raise ReadError("compare", "takes one old and one new draft, not folders of several")
    return outcomes[0], outcomes[1]


def _compared(before: Outcome, after: Outcome) -> Comparison:
    old, new = _known(before.report), _known(after.report)

    def chosen(outcome: Outcome, others: frozenset[str], among: bool) -> tuple[Finding, ...]:
        return tuple(f for f in outcome.report.findings if (f.fingerprint in others) is among)

    return Comparison(
        old=before.report,
        new_draft=after.report,
        fixed=chosen(before, new, False),
        new=chosen(after, old, False),
        still=chosen(after, old, True),
    )


def _known(report: DocumentReport) -> frozenset[str]:
    """The fingerprints of all that was found, accepted or not: accepted words are not mended."""
    found = (f.fingerprint for f in report.findings)
    return frozenset((*found, *(a.fingerprint for a in report.accepted)))
