"""Checking the drafts a command names, each under its own settings."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scr_lint.accepted import read_accepted, stale
from scr_lint.cli.options import NEVER
from scr_lint.cli.paths import collect
from scr_lint.config import Config
from scr_lint.errors import ReadError, ScrLintError
from scr_lint.finding import DocumentReport, Failure, Report, Severity, Suppression
from scr_lint.settings import Settings, find_file, load_settings
from scr_lint.writing import write_output

if TYPE_CHECKING:
    from scr_lint.lexicon import RuleHeader
    from scr_lint.model import Document

OK, FINDINGS, FAILED = 0, 1, 2
STDIN = "-"
_BINARY = {b"PK\x03\x04": "stdin.docx", b"%PDF": "stdin.pdf"}


@dataclass(frozen=True, slots=True)
class Chooser:
    """Gives each draft its settings: a file's, with the command line's over them."""

    file: Path | None
    given: Mapping[str, Any]

    @classmethod
    def from_options(cls, config_file: Path | None, fail_on: str | None, **options: Any) -> Chooser:
        """Make one from the options of the command line, those that are None not being given."""
        given = {key: value for key, value in options.items() if value is not None}
        if fail_on is not None:
            given["fail_on"] = None if fail_on == NEVER else Severity(fail_on)
        return cls(config_file, given)

    def settings_for(self, draft: Path | None) -> Settings:
        """The settings for a draft; for None those of the current folder."""
        file = self.file or find_file(draft or Path.cwd())
        return load_settings(file, draft).overridden("command line", **self.given)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A draft's report and the settings it was made under."""

    report: DocumentReport
    config: Config


@dataclass(frozen=True, slots=True)
class Run:
    """All outcomes of a command, and the paths that could not be checked."""

    outcomes: tuple[Outcome, ...]
    failures: tuple[Failure, ...]
    headers: Mapping[str, RuleHeader]

    @property
    def report(self) -> Report:
        """The report of the whole run."""
        return Report(tuple(o.report for o in self.outcomes), self.failures)

    def exit_status(self) -> int:
        """2 where a path could not be checked, 1 where a finding reaches its threshold, else 0."""
        if self.failures:
            return FAILED
        return FINDINGS if any(map(_reached, self.outcomes)) else OK


def _reached(outcome: Outcome) -> bool:
    least = outcome.config.fail_on
    if least is None:
        return False
    return any(f.severity.weight >= least.weight for f in outcome.report.findings)


def run(
    paths: Sequence[str], chooser: Chooser, *, stdin_name: str | None = None, accepted: bool = True
) -> Run:
    """Check everything `paths` name; a draft that cannot be checked does not stop the others.

    `accepted` False counts accepted findings like any other. Raises ConfigError, LexiconError or
    LanguageError when the settings are not right.
    """
    from scr_lint.api import checker_for

    files, failures = collect([p for p in paths if p != STDIN])
    outcomes, headers = [], dict(checker_for(chooser.settings_for(None).config).headers)
    for path, document in _documents(files, STDIN in paths, stdin_name):
        if isinstance(document, Failure):
            failures.append(document)
            continue
        config = chooser.settings_for(path).config
        checker = checker_for(config)
        headers |= checker.headers
        try:
            known = read_accepted(path) if path and accepted else ()
            report = checker.check(document, known)
        except ScrLintError as error:
            failures.append(Failure(document.name, str(error).removeprefix(f"{document.name}: ")))
            continue
        _tell_stale(known, report)
        outcomes.append(Outcome(report, config))
    return Run(tuple(outcomes), tuple(failures), headers)


def _documents(
    files: Iterable[Path], stdin: bool, stdin_name: str | None
) -> Iterator[tuple[Path | None, Document | Failure]]:
    """Each draft as read, or why it could not be; the path is None for standard input."""
    from scr_lint.readers import read, read_bytes

    if stdin:
        content = sys.stdin.buffer.read()
        name = stdin_name or _BINARY.get(content[:4], "stdin.md")
        try:
            yield None, read_bytes(content, name)
        except ReadError as error:
            yield None, Failure(error.path, error.problem)
    for path in files:
        try:
            yield path, read(path)
        except ReadError as error:
            yield path, Failure(error.path, error.problem)


def _tell_stale(known: Sequence[Suppression], report: DocumentReport) -> None:
    """Say which accepted findings the draft no longer has."""
    for old in () if not known else stale_in(known, report):
        click.echo(
            f"scr-lint: {report.path}: accepted finding {old.fingerprint} ({old.rule}) is no longer "
            "in the draft; its entry in the side file can go",
            err=True,
        )


def stale_in(known: Sequence[Suppression], report: DocumentReport) -> tuple[Suppression, ...]:
    """The accepted findings that neither stand in the report nor were set apart in it."""
    applied = {s.fingerprint for s in report.suppressed}
    return tuple(s for s in stale(known, report.findings) if s.fingerprint not in applied)


def deliver(text: str, output: Path | None, inputs: Iterable[str]) -> None:
    """Write a report to standard output or, atomically, to a file that is not one of the drafts."""
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    else:
        write_output(output, text.encode(), [Path(p) for p in inputs])


def tell_failures(failures: Iterable[Failure]) -> None:
    """One line on standard error for each path that could not be checked."""
    for failure in failures:
        click.echo(f"scr-lint: {failure.path}: {failure.message}", err=True)
