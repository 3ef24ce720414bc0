"""What a command is to check, each draft under its own settings, and what the run comes to."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scr_lint.cli.draft import Outcome, Task
from scr_lint.cli.paths import collect
from scr_lint.config import Config
from scr_lint.errors import ConfigError
from scr_lint.finding import Confidence, DocumentReport, Failure, Severity
from scr_lint.readers.dispatch import LARGEST
from scr_lint.rulebook import rulebook_for
from scr_lint.settings import DEFAULT, NEVER, Settings, find_file, load_settings

if TYPE_CHECKING:
    from scr_lint.lexicon import RuleHeader

OK, FINDINGS, FAILED = 0, 1, 2
STDIN = "-"
COMMAND_LINE = "command line"
_NAMING_RULES = ("select", "ignore", "severity", "sections")
_BINARY = {b"PK\x03\x04": "stdin.docx", b"%PDF": "stdin.pdf"}


@dataclass(frozen=True, slots=True)
class Chooser:
    """Gives each draft its settings: a file's, with the command line's over them."""

    file: Path | None
    given: Mapping[str, Any]

    @classmethod
    def from_options(
        cls,
        config_file: Path | None,
        *,
        fail_on: str | None = None,
        confidence: str | None = None,
        **options: Any,
    ) -> Chooser:
        """Make one from the options of the command line, those that are None not being given."""
        given = {key: value for key, value in options.items() if value is not None}
        if fail_on is not None:
            given["fail_on"] = None if fail_on == NEVER else Severity(fail_on)
        if confidence is not None:
            given["confidence"] = Confidence(confidence)
        return cls(config_file, given)

    def settings_for(self, draft: Path | None) -> Settings:
        """The settings for a draft; for None those of the current folder."""
        file = self.file or find_file(draft or Path.cwd())
        return load_settings(file, draft).overridden(COMMAND_LINE, **self.given)

    def config_for(self, draft: Path | None) -> Config:
        """The configuration for a draft, its codes and lexicons known to be right.

        Raises ConfigError or LexiconError when something of it is not.
        """
        return self.checked_settings_for(draft).config

    def checked_settings_for(self, draft: Path | None) -> Settings:
        """The settings for a draft, their codes and lexicons known to be right.

        Raises ConfigError, naming the file a wrong code stands in, or LexiconError.
        """
        settings = self.settings_for(draft)
        try:
            rulebook_for(settings.config)
        except ConfigError:
            _refuse_by_origin(settings)
            raise
        return settings


def _refuse_by_origin(settings: Settings) -> None:
    """Raise ConfigError for the first setting that names no rule, with the file that gives it."""
    for name in _NAMING_RULES:
        value, origin = getattr(settings.config, name), settings.origin(name)
        alone = replace(Config(lexicons=settings.config.lexicons), **{name: value})
        try:
            rulebook_for(alone)
        except ConfigError as error:
            file = "" if origin in (DEFAULT, COMMAND_LINE) else origin
            raise ConfigError(error.problem, path=file) from error


@dataclass(frozen=True, slots=True)
class Plan:
    """The drafts a command is to check, and the paths it cannot."""

    tasks: tuple[Task, ...]
    failures: tuple[Failure, ...] = ()

    @property
    def drafts(self) -> tuple[Path, ...]:
        """The files to be read."""
        return tuple(task.path for task in self.tasks if task.path is not None)

    @property
    def headers(self) -> Mapping[str, RuleHeader]:
        """The rules in force for any of the drafts."""
        configs = {task.config for task in self.tasks} or {Config()}
        return {code: h for c in configs for code, h in rulebook_for(c).headers.items()}

    def altered(self, **values: Any) -> Plan:
        """The same plan with something changed in every task."""
        return replace(self, tasks=tuple(replace(task, **values) for task in self.tasks))


def plan(
    paths: Sequence[str], chooser: Chooser, *, stdin_name: str | None = None, accepted: bool = True
) -> Plan:
    """All that `paths` name, in their order, each with its settings, which are known to be right.

    `accepted` False counts accepted findings like any other. Raises ConfigError or LexiconError when
    settings are not right: better now than in the middle of a report.
    """
    files, failures = collect([p for p in paths if p != STDIN])
    tasks = [Task(str(f), f, chooser.config_for(f), accepted=accepted) for f in files]
    if STDIN in paths:
        before, _ = collect(paths[: paths.index(STDIN)])
        content = sys.stdin.buffer.read(LARGEST + 1)
        name = stdin_name or _BINARY.get(content[:4], "stdin.md")
        config = chooser.config_for(Path(stdin_name) if stdin_name else None)
        tasks.insert(len(before), Task(name, None, config, content, accepted))
    return Plan(tuple(tasks), tuple(failures))


@dataclass(slots=True)
class Tally:
    """What a run has come to so far: what to say on standard error, and the exit status."""

    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    reached: bool = False

    def parts(self, results: Iterable[Outcome | Failure]) -> Iterator[DocumentReport | Failure]:
        """What reporters take, counted as it passes."""
        for result in results:
            if isinstance(result, Failure):
                self.failures.append(result)
                yield result
                continue
            self.notes += result.notes
            self.reached = self.reached or _reached(result)
            yield result.report
            if result.failure is not None:
                self.failures.append(result.failure)
                yield result.failure

    def tell(self, *, failures: bool = True) -> None:
        """One line on standard error for each note and, as told, each path that was not checked."""
        for note in self.notes:
            click.echo(f"scr-lint: {note}", err=True)
        for failure in self.failures if failures else ():
            click.echo(f"scr-lint: {failure.path}: {failure.message}", err=True)

    def exit_status(self) -> int:
        """2 where a path could not be checked, 1 where a finding reaches its threshold, else 0."""
        if self.failures:
            return FAILED
        return FINDINGS if self.reached else OK


def _reached(outcome: Outcome) -> bool:
    least = outcome.config.fail_on
    if least is None:
        return False
    return any(f.severity.weight >= least.weight for f in outcome.report.findings)
