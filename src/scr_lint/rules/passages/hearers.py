"""Which parties a sentence names, and whether they hear what the review is for or say it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scr_lint.lexicon.load import WordLists
from scr_lint.model import Span
from scr_lint.rules.passages.lines import Line, spans_overlap
from scr_lint.sought import Party

PARTIES = tuple(map(str, Party))
_TAKE_PART = (Party.PRACTITIONERS, Party.FAMILY)
_OFTEN_IN_PANELS = (Party.LEADERS, Party.PRACTITIONERS)
_TOLD_SOON = 45
_SPOKEN_BY = re.compile(
    r"\b(?:by(?! (?:then|now|that (?:time|date|point)|the time)\b)|from|on behalf of)\s+"
    r"(?:(?!(?:to|with|for|in|at|on|by|and then)\b)[\w'-]+\s+){0,6}$"
)
_FROM_FIRST_TO_LAST = re.compile(
    r"\b(?:everyone|everybody|all|anyone)\b(?!.*\b(?:heard|had|received|got)\b).* from [\w' -]*$"
)
_NONE_OF = re.compile(r"\b(?:none|neither|nobody|not one|few) (?:of|in) (?:[\w'.]+ ){0,3}$")
_WHO_KNEW = re.compile(r"\b(?:who|whom|they|we) (?:[\w']+ ){0,7}$")
# "had already explained" is no passive, "had it explained" is one.
_PASSIVE = re.compile(
    r"\b(?:was|were|been|be|being|is|are|got"
    r"|(?:had|has|have)(?! (?:(?:already|also|first|then|since|earlier|previously|just) )?$))\b"
    r"|\bheard (?:me|us|him|her|them)\b"
)
# "Her friends Dana and Lisbet": who they are.
_NAMES = re.compile(r" [A-Z][\w'’-]+(?:(?:,|,? and)? [A-Z][\w'’-]+)*,?")
_EACH = re.compile(r"\b(?:each|every) (?:[\w-]+ ){0,3}$")
_IS_OBJECT = re.compile(r"\b(?:for|with|to|at|among) (?:the |all |every |each )?(?:[\w-]+ )?$")
_BREAKS_OFF = re.compile(
    r"[,;:.]|\b(?:who|to|at|where|by|and|before|when|was|were|she|he|we|i|they)\b"
    r"|(?<!\bof )\b(?:the|an?|our|each)\b"
)
_OF_THEM = re.compile(r"^ (?:of|in|at|from|for) (?:[\w'-]+ ){0,3}$")
_OWNS = re.compile(r"^(?:'s|'|s')?\s*")


@dataclass(frozen=True, slots=True)
class Hearing:
    """Tells hearers from speakers and bystanders by the words of `lexicons/passages/hearing.toml`."""

    settled_by: re.Pattern[str]
    with_reviewer: re.Pattern[str]
    comes_to_meet: re.Pattern[str]
    told_by_others: re.Pattern[str]
    told_us: re.Pattern[str]
    instructed: re.Pattern[str]
    gathering: re.Pattern[str]
    papers: re.Pattern[str]
    nothing_sent: re.Pattern[str]
    time_given: re.Pattern[str]
    made_up_of: re.Pattern[str]
    is_told: re.Pattern[str]
    of_hearing: re.Pattern[str]
    explained_to_them: re.Pattern[str]
    said_to_them: re.Pattern[str]
    told_first: re.Pattern[str]

    @classmethod
    def from_words(cls, words: WordLists) -> Hearing:
        """Make one from the word lists of the lexicon."""
        either = {name: "|".join(listed) for name, listed in words.items()}
        of_board = f"{either['gatherings']}|{either['papers']}"
        patterns = {
            "settled_by": rf"\b(?:{either['settled']}) (?:[\w-]+ ){{0,3}}by\s+(?:[\w'-]+\s+){{0,4}}$",
            "with_reviewer": _none_before(words["shared"])
            + rf"\b(?:with|{either['met']}) (?:the|our|a|an|one of)?\s*(?:(?:{either['met_as']}) )?$",
            "comes_to_meet": r"\b(?:with one of (?:the |our )?(?:two |three )?"
            rf"|(?:to|and) (?:{either['come_to']}) (?:the |our )?)$",
            "told_by_others": _none_before(("was", "were", "been"))
            + rf"\b(?:{either['told_by_others']}) (?:the |our )?(?:(?:{either['told_as']}) )?$",
            "told_us": rf"(?:{either['told_us']}) ",
            "instructed": rf"\b(?:to|with|{either['instructed']}) (?:the |our )?[\w-]* ?$",
            "gathering": rf"^(?:[\w'-]+ ){{0,4}}?(?:{of_board})\b",
            "papers": rf"^(?:[\w'-]+ ){{0,4}}?(?:{either['papers']})\b",
            "nothing_sent": rf"\bno (?:\w+ )?(?:{either['sendings']})s?\b[^;.,]*$",
            "time_given": r"^ (?:up\b|itself|themselves|ourselves|myself|one another|each other"
            rf"|(?:[\w'-]+ ){{1,4}}(?:{either['time_given']})s? (?:to|on|over))\b",
            "made_up_of": rf"\b(?:{either['bodies']})s? (?:was |were )?(?:(?:(?:{either['made_up']}) )?"
            r"(?:of|from)|comprised) (?:[\w-]+ ){0,3}$",
            "is_told": r"^(?:,[^,;.]{3,40},)?(?: \w+){0,3}"
            r" (?:was|were|been|is|are|had|has|have|got|heard|received)\b"
            rf"(?! (?:\w+ )?(?:{either['no_passive']})\b)",
            "of_hearing": r"(?: that)? (?:they|she|he|all|both|each) (?:\w+ ){0,3}"
            rf"(?:been|were|was|got|{either['heard']})\b",
            "explained_to_them": rf"\b(?:{either['explained']})\b[^,;]* to (?:them|her|him)\b",
            "said_to_them": rf"\b(?:to|for|{either['assured']}) (?:them|her|him|us)\b"
            r"[^;]*? (?:that|what|why|how|whether) [^;]*$",
            "told_first": r"^(?:having (?:been|had it) |after being |once |when )?"
            rf"(?:{either['told_first']})\b.*, (?:the |both |all |each )?$",
        }
        return cls(**{name: re.compile(pattern) for name, pattern in patterns.items()})

    def named(self, line: Line, party: str) -> list[Span]:
        """Where the party is named, other bodies and other parties' longer names left out."""
        others = line.cues.spans(f"not_{party}")
        longer = [s for p in PARTIES if p != party for s in line.cues.spans(p)]
        return [
            span
            for span in line.cues.spans(party)
            if not spans_overlap(span, others)
            and not any(o.contains(span) and len(o) > len(span) for o in longer)
            and not _NONE_OF.search(line.text[: span.start])
            and not (party == Party.FAMILY and _WHO_KNEW.search(line.text[: span.start]))
            and not (party == Party.BOARD and _is_led(line, span))
            and not (party in _OFTEN_IN_PANELS and self.made_up_of.search(line.text[: span.start]))
        ]

    def hears(self, line: Line, party: str) -> bool:
        """Whether the party is told in this sentence, rather than telling or only standing by."""
        if party == Party.REVIEWERS and _are_we_told(line):
            return True
        return any(self._is_hearer(line, party, span) for span in self.named(line, party))

    def is_spoken_by(self, line: Line, span: Span) -> bool:
        """Whether "by" or "from" makes those named the ones who speak or do something."""
        before = line.text[: span.start]
        if not _SPOKEN_BY.search(before) or self.settled_by.search(before):
            return False
        return not _FROM_FIRST_TO_LAST.search(before)

    def _is_hearer(self, line: Line, party: str, span: Span) -> bool:
        after = line.text[span.end :]
        if self.told_first.match(line.text[: span.start]):
            return True
        if self.is_spoken_by(line, span) or self.said_to_them.search(line.text[: span.start]):
            return False
        if self.nothing_sent.search(line.text[: span.start]):
            return False
        if after.startswith(("'s", "' ", "s' ")) or line.text[: span.end].endswith(("'s", "s'")):
            rest = _OWNS.sub("", after)
            if not self.gathering.match(rest) or (
                party != Party.REVIEWERS and self.papers.match(rest)
            ):
                return False
        if party == Party.REVIEWERS and self._is_bystander(line, span):
            return False
        if self._speaks(line, party, span):
            return False
        passed_on = party == Party.PRACTITIONERS and line.cues.within(
            0, span.start, "asked_to_pass"
        )
        return not passed_on

    def _is_bystander(self, line: Line, span: Span) -> bool:
        """Whether a reviewer is the one who tells others, or is told something by them.

        One reviewer, author or facilitator beside another party is the teller, unless told outright.
        """
        before, after = line.text[: span.start], line.text[span.end :]
        if self.told_by_others.search(before):
            return True
        if self.told_us.match(span.of(line.text)):
            return bool(line.cues.within(0, span.start, "practitioners", "family", "leaders"))
        if self.comes_to_meet.search(before):
            return True
        if line.text[: span.end].endswith("s") or _EACH.search(before):
            return False
        if not line.cues.within(span.start, span.end, "one_reviewer"):
            return False
        if self.with_reviewer.search(before):
            return True
        return not self.is_told.match(after) and not self.instructed.search(before)

    def _speaks(self, line: Line, party: str, span: Span) -> bool:
        """Whether the party is the subject of the telling."""
        cues = line.cues
        if line.text[: span.start].endswith((" to ", " to the ")):
            return False
        if party in _TAKE_PART and cues.within(span.end, span.end + _TOLD_SOON, "told_us"):
            return not cues.within(0, span.start, "tell") and not self.explained_to_them.search(
                line.text, span.end
            )
        speaking = (v for v in cues.spans("speaking") if v.start == span.end + 1)
        if any(not self.of_hearing.match(line.text, v.end) for v in speaking):
            return True
        if (
            _IS_OBJECT.search(line.text[: span.start])
            or "'" in line.text[span.end - 1 : span.end + 1]
        ):
            return False
        others = party == Party.REVIEWERS and (
            any(self.named(line, p) for p in PARTIES if p != party) or line.cues.any("told_one")
        )
        verbs = ("active_tell", "active_meet") if others else ("active_tell",)
        return any(
            verb.start >= span.end and self._is_subject_of(line, span, verb)
            for verb in cues.spans(*verbs)
        )

    def _is_subject_of(self, line: Line, span: Span, verb: Span) -> bool:
        """Whether nothing but a word or two stands between a party and its verb of telling."""
        names = _NAMES.match(line.sentence.text, span.end, verb.start)
        between = line.text[names.end() if names else span.end : verb.start]
        if between.strip(" ,") == "" and verb.of(line.text).startswith("who"):
            return True
        return (
            len(between.split()) <= 3
            and not _PASSIVE.search(between)
            and not _BREAKS_OFF.search(between)
            and not self.time_given.match(line.text[verb.end :])
        )


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


def _are_we_told(line: Line) -> bool:
    """Whether those who commission the review tell "me" or "us", who write."""
    return any(
        line.cues.within(0, told.start, "commissioner", "board")
        and not line.cues.any("given_the_floor")
        and not line.cues.within(0, told.start, "practitioners", "family", "leaders")
        for told in line.cues.spans("told_reviewer")
    )


def _none_before(words: Iterable[str]) -> str:
    return "".join(rf"(?<!{word} )" for word in words)
