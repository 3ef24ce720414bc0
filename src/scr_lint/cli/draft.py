"""One draft all the way: read, checked, accepted findings set aside, perhaps annotated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scr_lint.accepted import of_another, read_accepted, stale
from scr_lint.cli.annotated import Copy, write_copy
from scr_lint.cli.misspelt import misspelt_comments
from scr_lint.config import Config
from scr_lint.errors import ScrLintError, WriteError
from scr_lint.finding import Acceptance, Confidence, DocumentReport, Failure
from scr_lint.model import Document
from scr_lint.rulebook import rulebook_for
from scr_lint.without_accepted import without_accepted


@dataclass(frozen=True, slots=True)
class Task:
    """A draft to check and how: plain values, so that another process can take it.

    `content` is what standard input gave; else the draft is read from `path`. `cache` is the folder
    of the cache, None for no cache.
    """

    name: str
    path: Path | None
    config: Config
    content: bytes | None = None
    accepted: bool = True
    cache: Path | None = None
    copy: Copy | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A draft's report, the settings it was made under, and what to say on standard error.

    `failure` is set where the draft was checked but something else asked for went wrong.
    """

    report: DocumentReport
    config: Config
    notes: tuple[str, ...] = ()
    failure: Failure | None = None


def check_draft(task: Task) -> Outcome | Failure:
    """The outcome for one draft, or in one line why there is none; nothing else is raised."""
    try:
        return _checked(task)
    except ScrLintError as error:
        return Failure(task.name, _said(error, task))
    except Exception as error:  # one bad draft must not cost the others their check
        return Failure(
            task.name,
            f"could not be checked ({type(error).__name__}: {error}); please report this as a bug",
        )


def _checked(task: Task) -> Outcome:
    from scr_lint.readers import content_of, read_bytes
    from scr_lint.readers.decode import decode_text

    content = task.content
    if content is None:
        assert task.path is not None
        content = content_of(task.path, task.name)
    document = read_bytes(content, task.name)
    report, notes = _examined(document, content, task)
    if document.format in ("markdown", "text"):
        text = decode_text(content, task.name)
        notes += tuple(f"{task.name}: {said}" for said in misspelt_comments(text))
    if task.accepted:
        known = read_accepted(task.path) if task.path else ()
        report = without_accepted(report, known, rulebook_for(task.config).names)
        notes += _useless(known, report, task.config)
    try:
        notes += write_copy(task.copy, content, report) if task.copy else ()
    except WriteError as error:
        return Outcome(_light(report), task.config, notes, _not_annotated(task, error))
    return Outcome(_light(report), task.config, notes)


def _not_annotated(task: Task, error: WriteError) -> Failure:
    return Failure(task.name, f"no annotated copy was written: {_said(error, task)}")


def _said(error: ScrLintError, task: Task) -> str:
    """What went wrong, with the path where it is not the draft's own."""
    return error.said if error.path == task.name else str(error)


def _examined(
    document: Document, content: bytes, task: Task
) -> tuple[DocumentReport, tuple[str, ...]]:
    """What the rules say, from the cache where it has it; with notes on a cache that fails."""
    from scr_lint.cache import Cache, key_of

    key = key_of(content, document.format, task.config) if task.cache else None
    if task.cache is None or key is None:
        return _examine(document, task.config), ()
    cache = Cache(task.cache)
    report = cache.get(key, document)
    if report is not None:
        return report, ()
    report = _examine(document, task.config)
    try:
        cache.put(key, report)
    except WriteError as error:
        return report, (f"{error}; the report was not kept in the cache",)
    return report, ()


def _examine(document: Document, config: Config) -> DocumentReport:
    from scr_lint.api import checker_for

    return checker_for(config).examine(document)


def _useless(
    known: Sequence[Acceptance], report: DocumentReport, config: Config
) -> tuple[str, ...]:
    """Word of acceptances no finding answers to, unless the settings may have left it out."""
    if config.confidence is not Confidence.LOW:
        return ()
    return (*_stale(known, report, config), *_unused(report, config))


def _stale(known: Sequence[Acceptance], report: DocumentReport, config: Config) -> Iterator[str]:
    rules = rulebook_for(config)
    applied = {a.fingerprint for a in report.accepted}
    own = [a for a in known if not of_another(Path(report.path), a)]
    for old in stale(own, report.findings):
        if old.fingerprint not in applied and (old.rule in rules.codes or not old.rule):
            yield (
                f"{report.path}: accepted finding {old.fingerprint} ({old.rule}) is no longer in "
                "the draft; its entry in the side file can go"
            )


def _unused(report: DocumentReport, config: Config) -> Iterator[str]:
    from scr_lint.config import codes_of

    rules = rulebook_for(config)
    for ignore in report.unused:
        if codes_of(ignore.codes, rules.names) <= rules.codes:
            yield (
                f"{report.path}: line {ignore.line}: nothing here for the comment to ignore "
                f"({', '.join(ignore.codes)}); it can go"
            )


def _light(report: DocumentReport) -> DocumentReport:
    """The report without what no reporter asks for: where in a Word or PDF file each letter stood."""
    document = report.document
    if document.format not in ("docx", "pdf"):
        return report
    blocks = tuple(replace(block, segments=()) for block in document.blocks)
    return replace(report, document=replace(document, blocks=blocks))
