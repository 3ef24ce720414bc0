"""`scr-lint check`: the main job."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scr_lint import __version__
from scr_lint.cli.paths import collect, failure_of
from scr_lint.config import PROFILES, Config
from scr_lint.errors import ReadError, ScrLintError
from scr_lint.finding import DocumentReport, Failure, Report, Severity
from scr_lint.reporters import REPORTERS, Style
from scr_lint.writing import write_output

if TYPE_CHECKING:
    from scr_lint.engine import Checker
    from scr_lint.lexicon import RuleHeader
    from scr_lint.model import Document

OK, FINDINGS, FAILED = 0, 1, 2
_STDIN = "-"
_BINARY = {b"PK\x03\x04": "stdin.docx", b"%PDF": "stdin.pdf"}


def _words(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> tuple[str, ...]:
    return tuple(w.strip() for text in value for w in text.split(",") if w.strip())


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(list(REPORTERS)), default="text", show_default=True, help="How to report.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the report to this file.")
@click.option("--select", multiple=True, callback=_words, metavar="CODES", help="Report only these rules: codes, families (BL, LP, TA) or names, parted by commas.")
@click.option("--ignore", multiple=True, callback=_words, metavar="CODES", help="Leave these rules out.")
@click.option("--profile", type=click.Choice(PROFILES), default="auto", show_default=True, help="The kind of review; auto reads the title page.")
@click.option("--fail-on", type=click.Choice([*(s.value for s in reversed(Severity)), "never"]), default="warning", show_default=True, help="The least severity that makes the exit status 1.")
@click.option("--stdin-filename", metavar="NAME", help="What to call a draft read from standard input (-), its ending telling the format.")
@click.option("--no-snippets", is_flag=True, help="Keep every word of the draft out of the report.")
@click.option("--quiet", "-q", is_flag=True, help="One line a finding and the summary only.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="Use colour; auto: on a terminal, unless NO_COLOR is set.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str,
    fail_on: str,
    stdin_filename: str | None,
    no_snippets: bool,
    quiet: bool,
    color: str,
) -> None:
    """Check drafts: files, folders, or - for standard input."""
    config = Config(
        select=select,
        ignore=ignore,
        fail_on=None if fail_on == "never" else Severity(fail_on),
        profile=profile,
    )
    report, headers = _run(paths, stdin_filename, config)
    style = Style(
        color=_wants_color(color, output),
        quiet=quiet,
        snippets=not no_snippets,
        tool=__version__,
        headers=headers,
    )
    _deliver(REPORTERS[form](report, style), output, paths)
    for failure in report.errors:
        click.echo(f"scr-lint: {failure.path}: {failure.message}", err=True)
    ctx.exit(exit_status(report, config))


def exit_status(report: Report, config: Config) -> int:
    """2 where a path could not be checked, 1 where a finding reaches the threshold, else 0."""
    if report.errors:
        return FAILED
    if config.fail_on is None:
        return OK
    reached = any(f.severity.weight >= config.fail_on.weight for f in report.findings)
    return FINDINGS if reached else OK


def _run(
    paths: Sequence[str], stdin_filename: str | None, config: Config
) -> tuple[Report, Mapping[str, RuleHeader]]:
    from scr_lint.engine import Checker

    files, failures = collect([p for p in paths if p != _STDIN])
    checker = Checker.from_config(config)
    reports = []
    for outcome in _outcomes(checker, _documents(files, _STDIN in paths, stdin_filename)):
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            reports.append(outcome)
    return Report(tuple(reports), tuple(failures)), checker.headers


def _documents(
    files: Iterable[Path], stdin: bool, stdin_filename: str | None
) -> Iterator[Document | Failure]:
    """Each draft as read, or why it could not be."""
    from scr_lint.readers import read, read_bytes

    if stdin:
        content = sys.stdin.buffer.read()
        name = stdin_filename or _BINARY.get(content[:4], "stdin.md")
        try:
            yield read_bytes(content, name)
        except ReadError as error:
            yield failure_of(error)
    for path in files:
        try:
            yield read(path)
        except ReadError as error:
            yield failure_of(error)


def _outcomes(
    checker: Checker, documents: Iterable[Document | Failure]
) -> Iterator[DocumentReport | Failure]:
    """Each draft's report; one that makes a rule crash does not stop the others."""
    for document in documents:
        if isinstance(document, Failure):
            yield document
            continue
        try:
            yield checker.check(document)
        except ScrLintError as error:
            yield Failure(document.name, str(error).removeprefix(f"{document.name}: "))


def _deliver(text: str, output: Path | None, paths: Sequence[str]) -> None:
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    else:
        write_output(output, text.encode(), [Path(p) for p in paths])


def _wants_color(choice: str, output: Path | None) -> bool:
    if choice != "auto":
        return choice == "always"
    if output is not None or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()
