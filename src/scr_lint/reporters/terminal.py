"""The report for a person at a terminal: findings in place, the three questions, counts."""

from __future__ import annotations

from scr_lint.finding import DocumentReport, Report
from scr_lint.reporters import concise
from scr_lint.reporters.clean import one_line
from scr_lint.reporters.plain_words import NOTHING_FLAGGED, count, severity_counts
from scr_lint.reporters.screen import Screen, styled
from scr_lint.reporters.style import Style
from scr_lint.reporters.terminal_answers import put_answers
from scr_lint.reporters.terminal_findings import CLOSE, OPEN, put_findings
from scr_lint.reporters.withhold import shareable


def render(report: Report, style: Style) -> str:
    """The report as lines of text; with `style.quiet` one line a finding and the summaries."""
    screen = Screen(style)
    report = shareable(report, style)
    for index, document in enumerate(report.documents):
        if style.quiet:
            _put_quietly(screen, document)
        else:
            _put_document(screen, document, style, parted=index > 0)
    _put_end(screen, report, style)
    return screen.text()


def _put_end(screen: Screen, report: Report, style: Style) -> None:
    """Write what was not checked and, for several drafts, what they come to together."""
    several = len(report.documents) > 1
    if report.documents and not style.quiet and (several or report.errors):
        screen.blank()
    for failure in report.errors:
        screen.put(styled(f"NOT CHECKED  {failure.message}", "bold red"), rest="  ")
    if several:
        screen.put(styled(_total(report), "bold"))


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
    put_answers(screen, report.answers)
    _put_coverage(screen, report)
    screen.blank()
    screen.put(styled(_summary(report), "bold"))


def _put_title(screen: Screen, report: DocumentReport, style: Style) -> None:
    screen.heading(report.path, rule="═")
    pages = report.document.pages
    size = [count(pages, "page")] if pages else []
    size += [count(report.document.words(), "word"), f"profile {report.profile}"]
    screen.put(styled(" · ".join(size), "dim"))
    if report.findings and style.snippets:
        screen.put(styled(f"Flagged words stand between {OPEN} and {CLOSE}.", "dim"))
    screen.blank()


def _put_coverage(screen: Screen, report: DocumentReport) -> None:
    coverage = report.coverage
    if coverage.read:
        screen.put(styled("Read: " + ", ".join(coverage.read), "dim"), rest="  ")
    if coverage.not_read:
        screen.put(styled("Not read: " + ", ".join(coverage.not_read), "dim"), rest="  ")


def _summary(report: DocumentReport) -> str:
    counts = severity_counts(Report((report,)))
    words = count(report.document.words(), "word")
    if counts:
        said = f"{report.path}: {counts} in {words}"
    else:
        said = f"{report.path}: {words} read. {NOTHING_FLAGGED}"
    accepted = len(report.suppressed)
    return f"{said} · already accepted: {accepted:,}" if accepted else said


def _total(report: Report) -> str:
    drafts = count(len(report.documents), "draft")
    unread = f" · not checked: {len(report.errors):,}" if report.errors else ""
    return f"{drafts}: {severity_counts(report) or NOTHING_FLAGGED}{unread}"
