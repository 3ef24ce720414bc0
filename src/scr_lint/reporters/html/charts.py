"""Where findings fall and which rules they come from: numbers for the strip and the bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from scr_lint.counted import counted
from scr_lint.finding import DocumentReport, Finding, by_severity
from scr_lint.model import Block, BlockKind
from scr_lint.reporters.html.view import Bar, Chapter, Lane
from scr_lint.reporters.style import Style

HEAVIEST_FIRST = tuple(by_severity(()))
WHOLE_SCALE = 1000
FIRST_PAGES = "Before the first heading"
# Closer than this, in thousandths of the draft, two numbers under the strip would touch.
_ROOM = 30


def positions(blocks: Sequence[Block]) -> list[float]:
    """Where each block begins, by words read so far: 0 to 1000, and the end as the last."""
    read = list(accumulate((block.words() for block in blocks), initial=0))
    return [WHOLE_SCALE * words / max(read[-1], 1) for words in read]


def lanes_of(
    report: DocumentReport, starts: Sequence[float], evidence: Iterable[tuple[int, int]]
) -> tuple[Lane, ...]:
    """A lane for each severity that has findings in the text, and one for evidence.

    `evidence` holds block and offset of the words found for the three questions.
    """
    placed = [(f.severity, _tick(f, report, starts)) for f in report.findings]
    lanes = [
        _lane(severity, str(severity), [t for s, t in placed if s is severity and t is not None])
        for severity in HEAVIEST_FIRST
    ]
    found = [_at(block, offset, report, starts) for block, offset in evidence]
    lanes.append(_lane("evidence", "place with evidence", found, "places with evidence"))
    return tuple(lane for lane in lanes if lane.ticks)


def _tick(finding: Finding, report: DocumentReport, starts: Sequence[float]) -> int | None:
    block = finding.location.block
    return None if block is None else _at(block, finding.location.start or 0, report, starts)


def _at(block: int, offset: int, report: DocumentReport, starts: Sequence[float]) -> int:
    first, last = starts[block], starts[block + 1]
    within = offset / max(len(report.document.blocks[block].text), 1)
    return round(first + (last - first) * min(within, 1))


def _lane(look: str, noun: str, ticks: Sequence[int], many: str = "") -> Lane:
    label = f"{len(ticks):,} {many}" if many and len(ticks) != 1 else counted(len(ticks), noun)
    quarters = [sum(_quarter(tick) == part for tick in ticks) for part in range(4)]
    names = ("first", "second", "third", "last")
    spread = ", ".join(f"{n} in the {name}" for n, name in zip(quarters, names, strict=True))
    summary = f"{label}; by quarter of the draft: {spread}"
    return Lane(look, label, tuple(sorted(set(ticks))), summary)


def _quarter(tick: int) -> int:
    return min(4 * tick // WHOLE_SCALE, 3)


def chapters_of(
    report: DocumentReport, starts: Sequence[float], targets: Mapping[int, str]
) -> tuple[Chapter, ...]:
    """The draft's outermost sections in order; empty where it has fewer than two.

    `targets` gives the id of a block on the page.
    """
    edges = [*_edges(report.document.blocks), len(report.document.blocks)]
    chapters = [
        _chapter(report, range(first, end), starts, targets) for first, end in pairwise(edges)
    ]
    return tuple(_tagged(chapters)) if len(chapters) > 1 else ()


def _tagged(chapters: Iterable[Chapter]) -> Iterator[Chapter]:
    """The chapters, with the tags left out that have no room beside the one before."""
    free = 0
    for chapter in chapters:
        if chapter.tag and chapter.start >= free:
            free = chapter.start + _ROOM
            yield chapter
        else:
            yield replace(chapter, tag="")


def _edges(blocks: Sequence[Block]) -> Iterator[int]:
    """The indexes at which a section with no other above it begins, the first block among them."""
    for index, block in enumerate(blocks):
        if index == 0 or (block.kind is BlockKind.HEADING and not block.section):
            yield index


def _chapter(
    report: DocumentReport, inside: range, starts: Sequence[float], targets: Mapping[int, str]
) -> Chapter:
    first = report.document.blocks[inside[0]]
    titled = first.kind is BlockKind.HEADING
    title = f"{first.number} {first.text}".strip() if titled else FIRST_PAGES
    findings = [f for f in report.findings if f.location.block in inside]
    return Chapter(
        title=title,
        tag=first.number[:4] if titled else "",
        target=targets.get(first.index, ""),
        start=round(starts[inside[0]]),
        words=sum(report.document.blocks[index].words() for index in inside),
        counts=by_severity(findings),
    )


def bars_of(findings: Sequence[Finding], style: Style) -> tuple[Bar, ...]:
    """A bar for each rule with findings, the longest first."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    longest = max(map(len, by_rule.values()), default=1)
    groups = sorted(by_rule.values(), key=lambda group: (-len(group), group[0].rule))
    return tuple(_bar(group, longest, style) for group in groups)


def _bar(findings: Sequence[Finding], longest: int, style: Style) -> Bar:
    first = findings[0]
    header = style.headers.get(first.rule)
    counts = by_severity(findings)
    ends = [WHOLE_SCALE * n // longest for n in accumulate(counts.values(), initial=0)]
    stretches = zip(counts, pairwise(ends), strict=True)
    return Bar(
        code=first.rule,
        name=first.name,
        summary=header.summary if header else "",
        why=first.why,
        counts=counts,
        parts=tuple((severity, x, end - x) for severity, (x, end) in stretches if end > x),
        total=len(findings),
    )
