"""Leaving out findings that somebody accepted: in the side file, or by a comment in the draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scr_lint.config import codes_of
from scr_lint.errors import ConfigError
from scr_lint.finding import Acceptance, DocumentReport
from scr_lint.model import Document, Ignore


def without_accepted(
    report: DocumentReport, accepted: Sequence[Acceptance], names: Mapping[str, str]
) -> DocumentReport:
    """The report with accepted findings moved to `accepted`, and comments without use noted.

    `names` has every rule's name by code. Raises ConfigError, naming the line, for a comment with a
    code that no rule has.
    """
    present = {f.fingerprint for f in report.findings}
    answered = {a.fingerprint: a for a in accepted if a.fingerprint in present}
    unused = []
    for ignore, codes in _resolved(report.document, names):
        meant = [f for f in report.findings if f.location.block == ignore.block and f.rule in codes]
        if not meant:
            unused.append(ignore)
        for finding in meant:
            by_comment = Acceptance(finding.fingerprint, finding.rule, ignore.reason)
            answered.setdefault(finding.fingerprint, by_comment)
    return replace(
        report,
        findings=tuple(f for f in report.findings if f.fingerprint not in answered),
        accepted=tuple(answered.values()),
        unused=tuple(unused),
    )


def _resolved(document: Document, names: Mapping[str, str]) -> list[tuple[Ignore, frozenset[str]]]:
    """Each ignore comment with the codes of the rules it names."""
    resolved = []
    for ignore in document.ignores:
        try:
            resolved.append((ignore, codes_of(ignore.codes, names)))
        except ConfigError as error:
            raise ConfigError(str(error), path=document.name, line=ignore.line) from error
    return resolved
