"""BL012: agentless wording that hides who did or decided what, the opposite fault to blame."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint.finding import ActorKind, Hit
from scr_lint.language import tree
from scr_lint.language.clause import Clause
from scr_lint.language.moods import Mood
from scr_lint.lexicon.clause_terms import Voice
from scr_lint.rules.entries import EntryHit, as_it_stands, without_overlaps
from scr_lint.rules.evidence import Evidence

CODE, LABEL = "BL012", "obscured"


def obscured_agency(evidence: Evidence) -> Iterator[Hit]:
    """Hits where somebody is shielded: the deed is named, the doer is not."""
    for sentence in evidence.entries:
        hiding = as_it_stands([found for found in sentence if _hides(found)])
        hidden = [(CODE, found.hit(found.entry.confidence)) for found in hiding]
        for _, hit in without_overlaps(hidden):
            yield hit


def _hides(found: EntryHit) -> bool:
    clause = found.clause
    if found.entry.label != LABEL or clause.negated != found.entry.negated:
        return False
    if tree.child(found.head, "obl:agent") is not None or _names_doer(clause):
        return False
    unknown = clause.actor.kind is ActorKind.UNKNOWN
    return unknown and clause.view.is_reports and clause.mood is Mood.STATEMENT


def _names_doer(clause: Clause) -> bool:
    """Whether the subject did it; that of "the referral fell through the net" is what it befell."""
    return bool(clause.actor.text) and clause.voice is not Voice.ACTIVE
