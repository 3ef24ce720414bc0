"""Telling what is new from what an earlier run already reported."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import click

from scr_lint.cli.draft import Outcome
from scr_lint.config import Config
from scr_lint.counted import counted
from scr_lint.errors import ConfigError
from scr_lint.finding import (
    Actor,
    ActorKind,
    Confidence,
    DocumentReport,
    Earlier,
    Failure,
    Finding,
    Location,
    Severity,
)
from scr_lint.model import Cell
from scr_lint.rulebook import rulebook_for


@dataclass(slots=True)
class Baseline:
    """An earlier run: the findings of each of its drafts by path, and the fingerprints of those accepted.

    Counts what it leaves out.
    """

    drafts: Mapping[str, tuple[Finding, ...]]
    accepted: frozenset[str]
    known: frozenset[str] = field(init=False)
    left_out: int = 0

    def __post_init__(self) -> None:
        self.known = frozenset(f.fingerprint for found in self.drafts.values() for f in found)

    def only_new(self, results: Iterable[Outcome | Failure]) -> Iterator[Outcome | Failure]:
        """The results without findings the earlier run had, which stand beside them as `earlier`."""
        for result in results:
            yield result if isinstance(result, Failure) else self._set_against(result)

    def tell(self) -> None:
        """Say on standard error how many findings were left out."""
        if self.left_out:
            verb = "is" if self.left_out == 1 else "are"
            found = counted(self.left_out, "finding")
            click.echo(f"scr-lint: {found} of the baseline {verb} not shown", err=True)

    def _set_against(self, outcome: Outcome) -> Outcome:
        report = outcome.report
        still = tuple(f for f in report.findings if f.fingerprint in self.known)
        self.left_out += len(still)
        earlier = Earlier(
            path=report.path,
            still=still,
            gone=tuple(self._gone(report, outcome.config)),
            accepted=frozenset(a.fingerprint for a in report.accepted)
            & (self.known | self.accepted),
        )
        new = tuple(f for f in report.findings if f.fingerprint not in self.known)
        return replace(outcome, report=replace(report, findings=new, earlier=earlier))

    def _gone(self, report: DocumentReport, config: Config) -> Iterator[Finding]:
        """What the earlier run found in this draft, that these settings look for and do not find."""
        rules = rulebook_for(config)
        present = {f.fingerprint for f in report.findings}
        present |= {a.fingerprint for a in report.accepted}
        for finding in self.drafts.get(report.path, ()):
            if finding.fingerprint not in present and rules.keeps(finding, config.confidence):
                yield finding


def read_baseline(path: Path | None) -> Baseline | None:
    """The findings of an earlier JSON report, None for None; the file is never written.

    Raises ConfigError when it is no report of `scr-lint --format json`.
    """
    if path is None:
        return None
    try:
        documents = json.loads(path.read_text("utf-8"))["documents"]
        return Baseline(
            {d["path"]: tuple(_finding(f) for f in d["findings"]) for d in documents},
            frozenset(s["fingerprint"] for d in documents for s in d["suppressed"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"is no report of scr-lint; make one with --format json --output {path.name}",
            path=str(path),
        ) from error


def _finding(wire: Mapping[str, Any]) -> Finding:
    """A finding from its JSON; words that --no-snippets held back are ""."""
    actor = wire["actor"]
    changed = {
        "severity": Severity(wire["severity"]),
        "confidence": Confidence(wire["confidence"]),
        "text": wire["text"] or "",
        "sentence": wire["sentence"] or "",
        "actor": actor and Actor(actor["text"] or "", ActorKind(actor["kind"])),
        "location": _location(wire["location"]),
    }
    return Finding(**{**wire, **changed})


def _location(wire: Mapping[str, Any]) -> Location:
    cell = wire["cell"]
    section = tuple(wire["section"] or ())
    return Location(**{**wire, "section": section, "cell": cell and Cell(**cell)})
