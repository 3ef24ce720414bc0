"""What a sentence says that a circumstance did to the review: owned up to, or waved away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scr_lint.model import Span
from scr_lint.rules.passages.lines import Line, column_of, spans_overlap

_BEARINGS = (
    *("bearing_people", "bearing_limits", "bearing_account", "bearing_trust", "bearing_use"),
    *("bearing_expectation", "bearing_cause"),
)
_EFFECTS = ("effect_mind", "effect_less", "effect_why")
# What a circumstance did after all: "it did not change the finding, but it frightened the ward".
_TOLLS = ("bearing_people", "bearing_limits", "bearing_trust")
_TURN = re.compile(r"\b(?:but|yet|however|though|although)\b")
_CLAUSE = re.compile(r"[,;:]| and | but | so ")


def dismisses(line: Line) -> bool:
    """Whether the sentence waves a circumstance away and does not turn back to what it cost."""
    spans = line.cues.spans("dismissed")
    if not spans or line.cues.any("not_dismissed"):
        return False
    turn = _TURN.search(line.text, spans[0].end)
    return turn is None or not line.cues.within(turn.end(), len(line.text), *_TOLLS)


def bears(line: Line, naming: Sequence[Span] = ()) -> bool:
    """Whether the sentence says what a circumstance did to the people or to the work.

    `naming` are the words that name it, where this is the sentence that does: they are no sign
    of its effect. The weaker signs count only in a sentence beside it: there they are mostly
    part of what happened.
    """
    cues = line.cues
    if cues.any("not_bearing"):
        return False
    if not naming and cues.any("other_cause") and not cues.any("links_back"):
        return False
    if cues.any("governance") and not cues.any("bearing_trust"):
        return False
    # In a table the row says what was affected, or the head of the column does.
    beside = column_of(line) > 1
    people = beside or cues.any("borne_on", "role")
    kinds: tuple[str, ...] = _BEARINGS
    if naming and not cues.any("participant", "role"):
        # What a minister or a paper expects is the circumstance, not its effect.
        kinds = tuple(kind for kind in kinds if kind != "bearing_expectation")
    excused = cues.spans("not_bearing_people")
    signs = (
        s
        for s in cues.spans(*kinds)
        if not spans_overlap(s, naming) and not spans_overlap(s, excused)
    )
    if people and any(signs):
        return True
    delays = (s for s in cues.spans("bearing_delay") if not spans_overlap(s, naming))
    if any(delays) and (beside or cues.any("on_review")):
        return True
    if naming or not _is_in_process(line):
        return bool(naming) and _tells_on(line, naming)
    return _has_effect(line) or _tells_of_dealings(line)


def _tells_on(line: Line, naming: Sequence[Span]) -> bool:
    """Whether the sentence that names it goes on, in a clause of its own, to our dealings."""
    if not line.under("heading_tension") or line.cues.any("procedural"):
        return False
    turn = _CLAUSE.search(line.text, max(s.end for s in naming))
    if turn is None:
        return False
    rest = turn.end(), len(line.text)
    sides = ("our_side", "their_side", "effect_said")
    return all(line.cues.within(*rest, side) for side in sides)


def _tells_of_dealings(line: Line) -> bool:
    """Whether it tells, below a heading for such things, what passed between us and them."""
    cues = line.cues
    if not line.under("heading_tension") or cues.any("procedural"):
        return False
    return cues.any("our_side") and cues.any("their_side") and cues.any(*_EFFECTS)


def _has_effect(line: Line) -> bool:
    """The weaker signs: those who took part thought, said or did less than they might."""
    cues = line.cues
    if cues.any("participant", "role") and cues.any("effect_mind", "effect_less", "effect_why"):
        return True
    ours = cues.any("on_review", "review_thing", "reviewers_voice")
    return (
        ours
        and cues.any("effect_less", "effect_why")
        and cues.any(*_BEARINGS, "effect_mind", "effect_why")
    )


def _is_in_process(line: Line) -> bool:
    """Whether the section is about the review and what surrounded it, not about the case."""
    if line.under("heading_tension"):
        return True
    if line.under("heading_narrative", "heading_recommendation"):
        return False
    return line.under("process_heading") or line.cues.any("own_review", "reviewers_voice")
