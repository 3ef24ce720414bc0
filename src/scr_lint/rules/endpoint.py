"""BL010: a problem in practice is stated and the passage never asks why.

A passage is the paragraph and the sentence that opens the next one. Blame has rules of its own; this
one looks at problems told as plain fact, which is where an inquiry starts, and asks whether it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_lint.finding import Confidence, Hit
from scr_lint.language.moods import Mood
from scr_lint.model import Block, BlockKind
from scr_lint.rules.entries import EntryHit
from scr_lint.rules.evidence import Evidence

LABEL = "problem"
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def error_as_endpoint(evidence: Evidence) -> Iterator[Hit]:
    """One hit for each paragraph that stops at a problem, at its first statement."""
    words = evidence.reading.lexicons.words["passages"]
    asks = re.compile("|".join(words["sections"]), re.IGNORECASE)
    blamed = {hit.block for hits in evidence.blame.values() for hit in hits}
    done: set[int] = set()
    for sentence in evidence.entries:
        for found in sentence:
            block = found.parsed.sentence.block
            if block.index in done | blamed or not _is_problem(found, asks):
                continue
            if not evidence.reading.reader.reasons.explained_in(_passage(evidence, block)):
                done.add(block.index)
                yield found.hit(Confidence.MEDIUM)


def _is_problem(found: EntryHit, asks: re.Pattern[str]) -> bool:
    """Whether it is a problem told as fact in a part of the report that should ask why."""
    clause, block = found.clause, found.parsed.sentence.block
    if found.entry.label != LABEL or clause.negated != found.entry.negated:
        return False
    if not clause.view.is_reports or clause.mood is not Mood.STATEMENT or clause.reason:
        return False
    in_section = not block.section or any(asks.search(heading) for heading in block.section)
    return block.kind in _PROSE and in_section


def _passage(evidence: Evidence, block: Block) -> str:
    """The words of the paragraph, and how the next one in its section begins."""
    following = evidence.reading.by_block.get(block.index + 1, ())
    beside = [s for s in following[:1] if s.block.section == block.section]
    return "\n".join([block.text, *(s.text for s in beside)])
