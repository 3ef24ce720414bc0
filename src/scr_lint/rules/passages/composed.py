"""Aims put together from parts: who speaks, a sign of aiming, and what is aimed at, in any wording.

The frames of `aims` know how statements of purpose are mostly built. Here no order of words is
asked for beyond that the aim follows its sign: the sentence must be about the review, must aim, and
must aim at learning, at improvement or prevention, or at something at odds with them.
"""

from __future__ import annotations

from scr_lint.rules.passages.aims import Aim, Content, contents_of, denials, is_hedged, stated
from scr_lint.rules.passages.lines import Line

_REACH = 130
_NEAR = 60


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
            if content.element != "competing" or not list(denials(line, 0, content.span.start))
        )
        if len({c.element for c in found}) > len({c.element for c in best}):
            best = found
    if not best or not _is_enough(line, best, follows=follows):
        return None
    return Aim(best, is_hedged(line, best))


def _is_enough(line: Line, found: tuple[Content, ...], *, follows: bool) -> bool:
    """Whether the content can only be the review's own aim.

    Two elements are; so is learning for sure; one other element is only where the review itself is
    the speaker and the content is near.
    """
    elements = {c.element for c in found}
    cues = line.cues
    if "competing" in elements:
        return cues.any("own_review", "reviewers_voice")
    ours = cues.any("own_review", "bare_aim") or follows
    if not ours and not cues.any("wanting"):
        return False
    if len(elements) > 1 or cues.any("learning_sure"):
        return True
    return ours and any(
        0 <= found[0].span.start - sign.end <= _NEAR for sign in cues.spans("aimed")
    )


def hoped(line: Line) -> Aim | None:
    """An aim put as a hope or a possibility, of learning or only of something useful."""
    cues = line.cues
    if not cues.any("frame_hope") or cues.any("not_hope", "family"):
        return None
    if line.under("heading_recommendation", "heading_narrative"):
        return None
    start = cues.spans("frame_hope")[0].start
    found = tuple(c for c in contents_of(line) if c.element != "competing")
    if any(list(denials(line, start, c.span.start)) for c in found[:1]):
        return None
    ours = cues.any("own_review", "commissioner", "reviewers_voice") or "hedge" in cues
    if found and (ours or cues.any("learning_sure")) and _is_hope(line):
        return Aim(found, hedged=True)
    modest = cues.spans("modest_good")
    if modest and cues.any("own_review") and "hedge" in cues:
        return Aim((Content("learning", modest[0]),), hedged=True)
    return None


def _is_hope(line: Line) -> bool:
    """Whether it is the review's outcome that is hoped for: lessons, or what the review may do."""
    cues = line.cues
    return cues.any("learning_sure") or (cues.any("own_review") and "hedge" in cues)
