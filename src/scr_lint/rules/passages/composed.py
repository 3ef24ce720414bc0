"""Aims put together from parts: who speaks, a sign of aiming, and what is aimed at, in any wording.

The frames of `aims` know how statements of purpose are mostly built. Here no order of words is
asked for beyond that the aim follows its sign: the sentence must be about the review, must aim, and
must aim at learning, at improvement or prevention, or at something at odds with them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scr_lint.model import Span
from scr_lint.opening import opening_of
from scr_lint.rules.passages.aims import (
    COMPETING,
    Aim,
    Content,
    contents_of,
    denials,
    is_for_purpose,
    is_hedged,
    stated,
)
from scr_lint.rules.passages.guidance import (
    is_made_own,
    speaks_for_guidance,
    speaks_of_reviews_at_large,
)
from scr_lint.rules.passages.lines import Line, Lines, spans_overlap
from scr_lint.rules.passages.promises import promises
from scr_lint.rules.passages.whose_aim import (
    is_aim_of_what_stood_before,
    is_asked_from_outside,
    names_aim_of_another,
)
from scr_lint.sought import Element, is_complete

NO_AIMS = ("heading_narrative", "heading_guidance", "heading_tension")

_NO_STATEMENT = ("not_statement", "not_aim", "not_aim_duty", "tell_purpose")
_REACH = 130
_NEAR = 60
_NEXT = 12
_BARE = 3
_WINDOW = 3


def composed(line: Line, *, follows: bool) -> Aim | None:
    """The fullest aim that a sign in the sentence leads to.

    `follows` says that "it" in the sentence can only be the review.
    """
    cues = line.cues
    speakers = cues.spans("own_review", "reviewers_voice", "commissioner", "bare_aim")
    if not speakers and not follows:
        return None
    first = 0 if follows else speakers[0].start
    best: tuple[Content, ...] = ()
    for sign in cues.spans("aimed"):
        if sign.end < first:
            continue
        found = tuple(
            content
            for content in stated(line, sign.start, sign.end, reach=_REACH)
            if content.element != COMPETING or not list(denials(line, 0, content.span.start))
        )
        if len({c.element for c in found}) > len({c.element for c in best}):
            best = found
    if not best or not _is_enough(line, best, follows=follows):
        return None
    if is_asked_from_outside(line, best[0].span.start):
        return None
    return Aim(best, is_hedged(line, best))


def _is_enough(line: Line, found: tuple[Content, ...], *, follows: bool) -> bool:
    """Whether the content can only be the review's own aim.

    Two elements are; so is learning for sure; one other element is only where the review itself is
    the speaker and the content is near.
    """
    elements = {c.element for c in found}
    cues = line.cues
    if COMPETING in elements:
        start = min(c.span.start for c in found if c.element == COMPETING)
        wished = cues.within(0, start, "presser") and not cues.any("commission")
        return cues.any("own_review", "reviewers_voice") and not wished
    ours = cues.any("own_review", "bare_aim") or follows
    if not ours and not cues.any("wanting"):
        return False
    if len(elements) > 1 or cues.any("learning_sure"):
        return True
    return ours and any(
        0 <= found[0].span.start - sign.end <= _reach_of(line, sign) for sign in cues.spans("aimed")
    )


def _reach_of(line: Line, sign: Span) -> int:
    """How far from a sign of aiming one element alone may stand: "to" and "for" lead to what is next."""
    return _NEXT if sign in line.cues.spans("purposive") and len(sign) <= _BARE else _NEAR


def hoped(line: Line) -> Aim | None:
    """An aim put as a hope or a possibility, of learning or only of something useful."""
    cues = line.cues
    if not cues.any("frame_hope") or cues.any("not_hope", "asks_whether"):
        return None
    if is_elsewhere(line):
        return None
    frames = [s for s in cues.spans("frame_hope") if not is_for_purpose(line, s)]
    if not frames:
        return None
    start = frames[0].start
    if cues.within(0, frames[0].end, "family"):
        return None
    found = tuple(c for c in contents_of(line) if c.element != COMPETING)
    if any(list(denials(line, start, c.span.start)) for c in found[:1]):
        return None
    ours = cues.any("own_review", "commissioner", "reviewers_voice") or "hedge" in cues
    if found and (ours or cues.any("learning_sure")) and _is_hope(line):
        return Aim(found, hedged=True)
    modest = cues.spans("modest_good")
    if modest and cues.any("own_review", "reviewers_voice") and "hedge" in cues:
        return Aim((Content(Element.LEARNING, modest[0]),), hedged=True)
    return None


def after_colon(line: Line) -> Aim | None:
    """What follows a colon after words for the review's aims or its remit: "Our task was simple: …"."""
    colon = line.text.find(":")
    cues = line.cues
    if colon < 0 or is_elsewhere(line) or cues.any("other_purpose", "other_review"):
        return None
    remits = cues.within(0, colon, "remit")
    ours = cues.within(0, colon, "own_review", "reviewers_voice", "commissioner", "bare_aim")
    if not remits and not (ours and cues.within(0, colon, "aim_noun")):
        return None
    found = stated(line, colon)
    elements = {c.element for c in found}
    sure = len(elements) > 1 or COMPETING in elements or cues.any("learning_sure")
    return Aim(found, is_hedged(line, found)) if found and sure else None


def _is_hope(line: Line) -> bool:
    """Whether it is the review's outcome that is hoped for: lessons, or what the review may do."""
    cues = line.cues
    return cues.any("learning_sure") or (cues.any("own_review") and "hedge" in cues)


def is_elsewhere(line: Line, *more: str) -> bool:
    """Whether the headings say that the section is about something other than the review's aims."""
    if line.heading.any("heading_purpose"):
        return False
    if line.under("heading_analysis", "heading_recommendation", *more):
        return True
    lifted = line.heading.any("process_heading")
    lifted = lifted or ("own_review" in line.cues and "aim_noun" in line.cues)
    return line.under(*NO_AIMS) and not lifted


def opened(lines: Lines, found: Mapping[int, Aim]) -> dict[int, Aim]:
    """Aims in the opening whose parts stand in one sentence or in two or three together.

    Nothing but the parts is asked for: words for the review or its aims, learning for sure, and
    what it leads to. It is looked for only where the opening states no full purpose otherwise.
    """
    opening = opening_of(lines.document)
    early = [
        x
        for x in lines.all
        if opening.holds(x.block, x.sentence.span.start) and not _is_of_others(lines, x)
    ]
    stated_there = {e for x in early for e in _positive(found.get(x.sentence.index))}
    if is_complete(stated_there):
        return {}
    more = {x.sentence.index: aim for x in early if (aim := _plain(x)) is not None}
    if is_complete(stated_there.union(*(_positive(aim) for aim in more.values()))):
        return _added(found, more)
    for place in range(len(early)):
        for size in range(1, _WINDOW + 1):
            aims = _parts(early[place : place + size])
            if aims:
                more.update(aims)
                break
    return _added(found, more)


def _is_of_others(lines: Lines, line: Line) -> bool:
    """Whether guidance speaks in the sentence or is its warrant, or "its aim" is another thing's."""
    if speaks_for_guidance(lines, line) or is_aim_of_what_stood_before(lines, line):
        return True
    return speaks_of_reviews_at_large(line) and not is_made_own(lines, line)


def _added(found: Mapping[int, Aim], more: Mapping[int, Aim]) -> dict[int, Aim]:
    return {k: _joined(found[k], aim) if k in found else aim for k, aim in more.items()}


def _plain(line: Line) -> Aim | None:
    """A sentence of the opening that says of the review itself that it is for learning.

    No sign of aiming is asked for: where a report opens, the review and "learn" in one sentence
    say what it is for, unless the sentence tells of events, results or who was told.
    """
    cues = line.cues
    at_large = cues.any("generic_review") and cues.any("aim_noun")
    if not at_large and not cues.any("own_review", "reviewers_voice"):
        return None
    if not _is_open_to_aims(line) or cues.any(*_NO_STATEMENT):
        return None
    found = tuple(c for c in stated(line, 0) if c.element != COMPETING)
    sure = cues.spans("plainly_learning")
    if not any(c.element == Element.LEARNING and spans_overlap(c.span, sure) for c in found):
        return None
    return Aim(found, is_hedged(line, found))


def _parts(window: Sequence[Line]) -> dict[int, Aim]:
    """The aims of sentences that together make a full purpose; none where they do not."""
    if len({line.block for line in window}) > 1 or not all(map(_is_open_to_aims, window)):
        return {}
    if not any(line.cues.any("open_speaker") for line in window):
        return {}
    learning = "learning_sure" if len(window) == 1 else "learning_firm"
    if not all(any(name in line.cues for line in window) for name in (learning, "open_aim")):
        return {}
    if len(window) > 1 and not any(line.cues.any("aim_noun", "own_review") for line in window):
        return {}
    aims = {}
    for line in window:
        contents = tuple(c for c in stated(line, 0) if c.element != COMPETING)
        if contents:
            hedged = is_hedged(line, contents) and "hedge" in line.cues
            aims[line.sentence.index] = Aim(contents, hedged)
    elements = {e for aim in aims.values() for e in _positive(aim)}
    if not is_complete(elements):
        return {}
    return aims


def _joined(first: Aim, second: Aim) -> Aim:
    """The first aim with what the second adds to it."""
    more = tuple(c for c in second.contents if c.element not in first.elements)
    return replace(first, contents=(*first.contents, *more))


def _is_open_to_aims(line: Line) -> bool:
    """Whether the sentence could be a statement of purpose, whatever it says."""
    block, cues = line.sentence.block, line.cues
    if block.quoted or block.cell is not None or line.opener or is_elsewhere(line):
        return False
    if promises(line) or names_aim_of_another(line):
        return False
    if cues.any("not_open", "no_aim_noun", "other_purpose", "other_review") or _tells_a_party(line):
        return False
    return not (cues.any("source") and cues.any("source_says", "generic_review"))


def _tells_a_party(line: Line) -> bool:
    """Whether it says that somebody was told something, rather than what the review is for."""
    return line.cues.any("tell_purpose") and line.cues.any("leaders", "practitioners", "family")


def _positive(aim: Aim | None) -> frozenset[str]:
    return frozenset() if aim is None or aim.hedged else aim.elements - {COMPETING}
