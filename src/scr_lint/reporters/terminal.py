"""The report for a person at a terminal: findings in place, the three questions, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from scr_lint.counted import counted
from scr_lint.finding import DocumentReport, Failure, Report, Severity, by_severity
from scr_lint.reporters import concise
from scr_lint.reporters.clean import one_line
from scr_lint.reporters.left_out import known_before, left_out, nothing_among, nothing_flagged
from scr_lint.reporters.plain_words import NOT_JUDGED, facts, severity_counts
from scr_lint.reporters.screen import Screen, styled
from scr_lint.reporters.style import Part, Style
from scr_lint.reporters.terminal_answers import put_answers
from scr_lint.reporters.terminal_findings import CLOSE, OPEN, put_findings
from scr_lint.reporters.withhold import shareable_draft


def render(report: Report, style: Style) -> str:
    """The report as lines of text; with `style.quiet` one line a finding and the summaries."""
    return "".join(chunks(report.parts, style))


def chunks(parts: Iterable[Part], style: Style) -> Iterator[str]:
    """The same, draft by draft; what was not checked, and the total, come at the end."""
    failures: list[Failure] = []
    total = _Total()
    for part in parts:
        if isinstance(part, Failure):
            failures.append(part)
            continue
        yield _draft(shareable_draft(part, style), style, parted=total.drafts > 0)
        total.add(part)
    yield _end(failures, total, style)


@dataclass(slots=True)
class _Total:
    """What the drafts so far come to together."""

    drafts: int = 0
    known: int = 0
    narrowed: bool = False
    counts: Counter[Severity] = field(default_factory=Counter)

    def add(self, report: DocumentReport) -> None:
        self.drafts += 1
        self.known += known_before(report)
        self.narrowed = self.narrowed or bool(report.narrowing)
        self.counts.update(by_severity(report.findings))

    def said(self) -> str:
        """How many of each severity; where there are none, what that means."""
        return severity_counts(self.counts) or nothing_among(self.known, narrowed=self.narrowed)


def _draft(report: DocumentReport, style: Style, *, parted: bool) -> str:
    screen = Screen(style)
    if style.quiet:
        _put_quietly(screen, report)
    else:
        _put_document(screen, report, style, parted=parted)
    return screen.text()


def _end(failures: Sequence[Failure], total: _Total, style: Style) -> str:
    """What was not checked and, for several drafts, what they come to together."""
    screen = Screen(style)
    several = total.drafts > 1
    if total.drafts and not style.quiet and (several or failures):
        screen.blank()
    for failure in failures:
        screen.put(styled(f"{failure.path}: NOT CHECKED  {failure.message}", "bold red"), rest="  ")
    if several:
        unread = f" · not checked: {len(failures):,}" if failures else ""
        said = f"{counted(total.drafts, 'draft')}: {total.said()}{unread}"
        screen.put(styled(said, "bold"))
    return screen.text()


def _put_quietly(screen: Screen, report: DocumentReport) -> None:
    for finding in report.findings:
        screen.verbatim(concise.line(report.path, finding))
    screen.verbatim(one_line(_summary(report)))


def _put_document(screen: Screen, report: DocumentReport, style: Style, *, parted: bool) -> None:
    if parted:
        screen.blank()
        screen.blank()
    _put_title(screen, report, style)
    put_findings(screen, report)
    put_answers(screen, report)
    _put_coverage(screen, report)
    screen.blank()
    screen.put(styled(_summary(report), "bold"))


def _put_title(screen: Screen, report: DocumentReport, style: Style) -> None:
    screen.heading(report.path, rule="═")
    screen.put(styled(" · ".join(facts(report)), "dim"))
    if report.findings and style.snippets:
        screen.put(styled(f"Flagged words stand between {OPEN} and {CLOSE}.", "dim"))
    screen.blank()


def _put_coverage(screen: Screen, report: DocumentReport) -> None:
    coverage = report.coverage
    if coverage.read:
        screen.put(styled("Read: " + ", ".join(coverage.read), "dim"), rest="  ")
    if coverage.not_read:
        screen.put(styled("Not read: " + ", ".join(coverage.not_read), "dim"), rest="  ")
    screen.put(styled(f"Read, not judged: {NOT_JUDGED}", "dim"), rest="  ")
    for sentence in left_out(report):
        screen.put(styled(sentence), rest="  ")


def _summary(report: DocumentReport) -> str:
    counts = severity_counts(by_severity(report.findings))
    words = counted(report.document.words(), "word")
    if counts:
        said = f"{report.path}: {counts} in {words}"
    else:
        said = f"{report.path}: {words} read. {nothing_flagged(report)}"
    known, accepted = known_before(report), len(report.accepted)
    if counts and known:
        said += f" · known before, not listed: {known:,}"
    return f"{said} · already accepted: {accepted:,}" if accepted else said
