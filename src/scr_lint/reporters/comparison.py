"""Two drafts side by side on a terminal: what is fixed, new, still there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scr_lint.finding import Answer, DocumentReport, Finding
from scr_lint.reporters import concise
from scr_lint.reporters.left_out import left_out
from scr_lint.reporters.plain_words import VERDICTS
from scr_lint.reporters.screen import Screen, styled
from scr_lint.reporters.style import Style
from scr_lint.reporters.withhold import shareable_draft


@dataclass(frozen=True, slots=True)
class Comparison:
    """The findings of two drafts, told apart by fingerprint. `still` are as the new draft has them."""

    old: DocumentReport
    new_draft: DocumentReport
    fixed: tuple[Finding, ...]
    new: tuple[Finding, ...]
    still: tuple[Finding, ...]


def render_comparison(comparison: Comparison, style: Style) -> str:
    """The comparison in words, the new findings first, for they are what there is to do.

    With `style.quiet` each finding is one line, as `concise` has it, behind the word for its group.
    """
    screen = Screen(style)
    groups = (
        ("New", comparison.new, comparison.new_draft),
        ("Fixed", comparison.fixed, comparison.old),
        ("Still there", comparison.still, comparison.new_draft),
    )
    for title, findings, draft in groups:
        if style.quiet:
            _put_quietly(screen, title, replace(draft, findings=findings), style)
        else:
            screen.heading(f"{title}: {len(findings)}")
            _put(screen, findings, style)
            screen.blank()
    if style.quiet:
        counts = (f"{title}: {len(findings)}" for title, findings, _ in groups)
        screen.put(styled(" · ".join(counts)))
    else:
        screen.heading("The three questions")
    _put_end(screen, comparison)
    return screen.text()


def _put_end(screen: Screen, comparison: Comparison) -> None:
    """The answers before and after, and what the settings left out."""
    for before, after in zip(comparison.old.answers, comparison.new_draft.answers, strict=True):
        screen.put(styled(_moved(before, after)), first="  ")
    if comparison.new_draft.narrowing:
        screen.blank()
    for sentence in left_out(comparison.new_draft):
        screen.put(styled(sentence), rest="  ")


def _put_quietly(screen: Screen, title: str, draft: DocumentReport, style: Style) -> None:
    for finding in shareable_draft(draft, style).findings:
        screen.verbatim(f"{title}: {concise.line(draft.path, finding)}")


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
