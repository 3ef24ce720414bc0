"""BL011: a blame finding that points at a person by name."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint.finding import ActorKind, Hit
from scr_lint.rules.evidence import Evidence


def named_individual(evidence: Evidence) -> Iterator[Hit]:
    """One hit for each stretch of blame whose actor is a professional called by name."""
    seen = set()
    for hits in evidence.blame.values():
        for hit in hits:
            named = hit.actor is not None and hit.actor.kind is ActorKind.NAME
            if named and (hit.block, hit.span) not in seen:
                seen.add((hit.block, hit.span))
                yield hit
