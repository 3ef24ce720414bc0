"""Two drafts side by side on a terminal: what is fixed, new, still there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scr_lint.finding import Answer, DocumentReport, Finding
from scr_lint.reporters.left_out import left_out
from scr_lint.reporters.plain_words import VERDICTS
from scr_lint.reporters.screen import Screen, styled
from scr_lint.reporters.style import Style


@dataclass(frozen=True, slots=True)
class Comparison:
    """The findings of two drafts, told apart by fingerprint. `still` are as the new draft has them."""

    old: DocumentReport
    new_draft: DocumentReport
    fixed: tuple[Finding, ...]
    new: tuple[Finding, ...]
    still: tuple[Finding, ...]


def render_comparison(comparison: Comparison, style: Style) -> str:
    """The comparison in words, the new findings first, for they are what there is to do."""
    screen = Screen(style)
    for title, findings in (
        ("New", comparison.new),
        ("Fixed", comparison.fixed),
        ("Still there", comparison.still),
    ):
        screen.heading(f"{title}: {len(findings)}")
        if not style.quiet:
            _put(screen, findings, style)
        screen.blank()
    screen.heading("The three questions")
    for before, after in zip(comparison.old.answers, comparison.new_draft.answers, strict=True):
        screen.put(styled(_moved(before, after)), first="  ")
    if comparison.new_draft.narrowing:
        screen.blank()
    for sentence in left_out(comparison.new_draft):
        screen.put(styled(sentence), rest="  ")
    return screen.text()


def _put(screen: Screen, findings: Sequence[Finding], style: Style) -> None:
    for finding in findings:
        place = finding.location.in_words()
        words = f": “{finding.text}”" if finding.text and style.snippets else ""
        line = f"{finding.severity.upper()} {finding.rule} {finding.name}, {place}{words}"
        screen.put(styled(line), first="  ", rest="    ")


def _moved(before: Answer, after: Answer) -> str:
    old, new = VERDICTS[before.verdict], VERDICTS[after.verdict]
    change = f"{old}, as before" if old == new else f"{old} → {new}"
    return f"{after.question} {after.name}: {change}"
