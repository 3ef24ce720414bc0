"""Which parties a sentence names, and whether they hear what the review is for or say it."""

from __future__ import annotations

import re

from scr_lint.model import Span
from scr_lint.rules.passages.lines import Line, spans_overlap

PARTIES = ("board", "leaders", "practitioners", "reviewers", "family")
_SPOKEN_BY = re.compile(
    r"\b(?:by(?! (?:then|now|that (?:time|date|point)|the time)\b)|from|on behalf of)\s+"
    r"(?:(?!(?:to|with|for|in|at|on|by|and then)\b)[\w'-]+\s+){0,6}$"
)
# "agreed by the Board": those who settle the purpose know it.
_SETTLED_BY = re.compile(
    r"\b(?:agreed|approved|adopted|endorsed|settled|accepted|signed(?: off)?|discussed|debated|considered|"
    r"confirmed|ratified|noted|understood|signed up to|attended|joined) "
    r"(?:[\w-]+ ){0,3}by\s+(?:[\w'-]+\s+){0,4}$"
)
_FROM_FIRST_TO_LAST = re.compile(
    r"\b(?:everyone|everybody|all|anyone)\b(?!.*\b(?:heard|had|received|got)\b).* from [\w' -]*$"
)
_WITH_REVIEWER = re.compile(
    r"(?<!discussed )(?<!shared )(?<!agreed )"
    r"\b(?:with|met|saw|meets|sees) (?:the|our|a|an|one of)?\s*(?:lead |independent |overview )?$"
)
# "a talk with one of the two reviewers", "when she came to meet the panel"
_MEETS_THEM = re.compile(
    r"\b(?:with one of (?:the |our )?(?:two |three )?|(?:to|and) (?:meet|see|join|address) (?:the |our )?)$"
)
_GATHERING = re.compile(
    r"^(?:[\w'-]+ ){0,4}?"
    r"(?:meetings?|sessions?|members?|executive|workshop|induction|seminar|conference|sitting|away day|"
    r"agenda|half[- ]day|day|briefings?|plenary|group|forum|discussions?|deliberations|debate|"
    r"contracts?|letters?|instructions|appointments?|events?)\b"
)
# A letter of the board's is one it writes; a reviewer's letter of appointment is one that reaches him.
_PAPERS = re.compile(r"^(?:[\w'-]+ ){0,4}?(?:contracts?|letters?|instructions|appointments?)\b")
_TOLD_BY_OTHERS = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:told|said to|informed|asked|spoke to) "
    r"(?:the |our )?(?:lead |overview )?$"
)
_TOLD_US = re.compile(r"(?:told|explained|said|spelled|spelt|put|briefed|reminded) ")
_NONE_OF = re.compile(r"\b(?:none|neither|nobody|not one|few) (?:of|in) (?:[\w'.]+ ){0,3}$")
# "no equivalent letter was sent to his father"
_NOTHING_SENT = re.compile(
    r"\bno (?:\w+ )?(?:letter|briefing|note|explanation|leaflet|message|meeting|word)s?\b[^;.,]*$"
)
_WHO_KNEW = re.compile(r"\b(?:who|whom|they|we) (?:[\w']+ ){0,7}$")
# "had already explained" is no passive, "had it explained" is one.
_PASSIVE = re.compile(
    r"\b(?:was|were|been|be|being|is|are|got"
    r"|(?:had|has|have)(?! (?:(?:already|also|first|then|since|earlier|previously|just) )?$))\b"
    r"|\bheard (?:me|us|him|her|them)\b"
)
_IS_TOLD = re.compile(
    r"^(?:,[^,;.]{3,40},)?(?: \w+){0,3} (?:was|were|been|is|are|had|has|have|got|heard|received)\b"
    r"(?! (?:\w+ )?(?:grateful|satisfied|confident|aware|sure|explained|told|said|described|set|made|met)\b)"
)
_EACH = re.compile(r"\b(?:each|every) (?:[\w-]+ ){0,3}$")
# "All six said that they had been told …": they speak of what they heard.
_OF_HEARING = re.compile(
    r"(?: that)? (?:they|she|he|all|both|each) (?:\w+ ){0,3}"
    r"(?:been|received|heard|understood|knew|known|were|was|got)\b"
)
_IS_OBJECT = re.compile(r"\b(?:for|with|to|at|among) (?:the |all |every |each )?(?:[\w-]+ )?$")
# "A review team of seven senior managers": the managers are the team.
_MADE_UP_OF = re.compile(
    r"\b(?:team|panel|group|board|committee)s? (?:was |were )?"
    r"(?:(?:made up |drawn |composed |consisting )?(?:of|from)|comprised) (?:[\w-]+ ){0,3}$"
)
# "The panel gave its first morning to it": time is given, nothing told.
_TO_ITSELF = re.compile(
    r"^ (?:up\b|itself|themselves|ourselves|myself|one another|each other"
    r"|(?:[\w'-]+ ){1,4}(?:morning|afternoon|hour|day|meeting|session|half-day|time)s? (?:to|on|over))\b"
)
_BREAKS_OFF = re.compile(
    r"[,;:.]|\b(?:who|to|at|where|by|and|before|when|was|were|she|he|we|i|they)\b"
    r"|(?<!\bof )\b(?:the|an?|our|each)\b"
)
_TO_THEM = re.compile(
    r"\b(?:explained|described|made clear|put|told|set out)\b[^,;]* to (?:them|her|him)\b"
)
_OF_THEM = re.compile(r"^ (?:of|in|at|from|for) (?:[\w'-]+ ){0,3}$")
_TAKE_PART = ("practitioners", "family")
_TOLD_SOON = 45
_OFTEN_IN_PANELS = ("leaders", "practitioners")


# "explained to them that staff …": whoever is spoken of in what is said does not hear it.
_SAID_TO_THEM = re.compile(
    r"\b(?:to|for|told|assured|reminded) (?:them|her|him|us)\b[^;]*? (?:that|what|why|how|whether) [^;]*$"
)


# "Having been told that …, the nurses spoke openly".
_TOLD_FIRST = re.compile(
    r"^(?:having (?:been|had it) |after being |once |when )?"
    r"(?:told|reminded|assured|briefed|informed|explained to)\b.*, (?:the |both |all |each )?$"
)


def named(line: Line, party: str) -> list[Span]:
    """Where the party is named, other bodies and other parties' longer names left out."""
    others = line.cues.spans(f"not_{party}")
    longer = [s for p in PARTIES if p != party for s in line.cues.spans(p)]
    return [
        span
        for span in line.cues.spans(party)
        if not spans_overlap(span, others)
        and not any(o.contains(span) and len(o) > len(span) for o in longer)
        and not _NONE_OF.search(line.text[: span.start])
        and not (party == "family" and _WHO_KNEW.search(line.text[: span.start]))
        and not (party == "board" and _is_led(line, span))
        and not (party in _OFTEN_IN_PANELS and _MADE_UP_OF.search(line.text[: span.start]))
    ]


def named_by_heading(line: Line) -> tuple[str, ...]:
    """The parties that the heading over a line names: "Practitioners.", "The panel"."""
    return tuple(
        party
        for party in PARTIES
        if any(
            not spans_overlap(span, line.heading.spans(f"not_{party}"))
            for span in line.heading.spans(party)
        )
    )


def _is_led(line: Line, span: Span) -> bool:
    """Whether the body only says whose leaders are meant: "the chief officers of the partners"."""
    return any(
        _OF_THEM.match(line.text[leader.end : span.start]) for leader in line.cues.spans("leaders")
    )


def hears(line: Line, party: str) -> bool:
    """Whether the party is told in this sentence, rather than telling or only standing by."""
    if party == "reviewers" and _are_we_told(line):
        return True
    return any(_is_hearer(line, party, span) for span in named(line, party))


def _are_we_told(line: Line) -> bool:
    """Whether those who commission the review tell "me" or "us", who write."""
    return any(
        line.cues.within(0, told.start, "commissioner", "board")
        and not line.cues.any("given_the_floor")
        and not line.cues.within(0, told.start, "practitioners", "family", "leaders")
        for told in line.cues.spans("told_reviewer")
    )


def is_spoken_by(line: Line, span: Span) -> bool:
    """Whether "by" or "from" makes those named the ones who speak or do something."""
    before = line.text[: span.start]
    if not _SPOKEN_BY.search(before) or _SETTLED_BY.search(before):
        return False
    return not _FROM_FIRST_TO_LAST.search(before)


def _is_hearer(line: Line, party: str, span: Span) -> bool:
    after = line.text[span.end :]
    if _TOLD_FIRST.match(line.text[: span.start]):
        return True
    if is_spoken_by(line, span) or _SAID_TO_THEM.search(line.text[: span.start]):
        return False
    if _NOTHING_SENT.search(line.text[: span.start]):
        return False
    if after.startswith(("'s", "' ", "s' ")) or line.text[: span.end].endswith(("'s", "s'")):
        rest = re.sub(r"^(?:'s|'|s')?\s*", "", after)
        if not _GATHERING.match(rest) or (party != "reviewers" and _PAPERS.match(rest)):
            return False
    if party == "reviewers" and _is_bystander(line, span):
        return False
    if _speaks(line, party, span):
        return False
    passed_on = party == "practitioners" and line.cues.within(0, span.start, "asked_to_pass")
    return not passed_on


def _is_bystander(line: Line, span: Span) -> bool:
    """Whether a reviewer is the one who tells others, or is told something by them.

    One reviewer, author or facilitator beside another party is the teller, unless told outright.
    """
    before, after = line.text[: span.start], line.text[span.end :]
    if _TOLD_BY_OTHERS.search(before):
        return True
    if _TOLD_US.match(span.of(line.text)):
        return bool(line.cues.within(0, span.start, "practitioners", "family", "leaders"))
    if _MEETS_THEM.search(before):
        return True
    if line.text[: span.end].endswith("s") or _EACH.search(before):
        return False
    if not line.cues.within(span.start, span.end, "one_reviewer"):
        return False
    if _WITH_REVIEWER.search(before):
        return True
    return not _IS_TOLD.match(after) and not re.search(
        r"\b(?:to|with|told|briefed|instructed|asked) (?:the |our )?[\w-]* ?$", before
    )


def _speaks(line: Line, party: str, span: Span) -> bool:
    """Whether the party is the subject of the telling."""
    cues = line.cues
    if line.text[: span.start].endswith((" to ", " to the ")):
        return False
    if party in _TAKE_PART and cues.within(span.end, span.end + _TOLD_SOON, "told_us"):
        return not cues.within(0, span.start, "tell") and not _TO_THEM.search(line.text, span.end)
    speaking = (v for v in cues.spans("speaking") if v.start == span.end + 1)
    if any(not _OF_HEARING.match(line.text, v.end) for v in speaking):
        return True
    if _IS_OBJECT.search(line.text[: span.start]) or "'" in line.text[span.end - 1 : span.end + 1]:
        return False
    others = party == "reviewers" and (
        any(named(line, p) for p in PARTIES if p != party) or line.cues.any("told_one")
    )
    verbs = ("active_tell", "active_meet") if others else ("active_tell",)
    return any(
        verb.start >= span.end and _is_subject_of(line, span, verb) for verb in cues.spans(*verbs)
    )


def _is_subject_of(line: Line, span: Span, verb: Span) -> bool:
    """Whether nothing but a word or two stands between a party and its verb of telling."""
    between = line.text[span.end : verb.start]
    if between.strip(" ,") == "" and verb.of(line.text).startswith("who"):
        return True
    return (
        len(between.split()) <= 3
        and not _PASSIVE.search(between)
        and not _BREAKS_OFF.search(between)
        and not _TO_ITSELF.match(line.text[verb.end :])
    )
