"""BL011: a blame finding that points at a person by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scr_lint.finding import ActorKind, Hit
from scr_lint.rules.evidence import Evidence


def named_individual(evidence: Evidence) -> Iterator[Hit]:
    """One hit for each stretch of blame whose actor is a professional called by name.

    What the entry suggests is for the blame; here the rule's own advice, to use the role, holds.
    """
    seen = set()
    for hits in evidence.blame.values():
        for hit in hits:
            named = hit.actor is not None and hit.actor.kind is ActorKind.NAME
            if named and (hit.block, hit.span) not in seen:
                seen.add((hit.block, hit.span))
                values = {key: value for key, value in hit.values.items() if key != "instead"}
                yield replace(hit, values=values)
