"""Circumstances that complicate the purpose: mentioned, ruled out, waved away, or owned up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from scr_lint.model import BlockKind, Span
from scr_lint.rules.evidence import FoundPassage
from scr_lint.rules.passages.absent import KINDS, AbsentCircumstances
from scr_lint.rules.passages.aims import denials
from scr_lint.rules.passages.bearings import bears, dismisses
from scr_lint.rules.passages.held_off import WAITED_FOR, held_off
from scr_lint.rules.passages.lines import Line, Lines, spans_overlap
from scr_lint.rules.passages.pressure import presses_review
from scr_lint.sought import Circumstance, Label

_IS_NOT_A = re.compile(
    r"^(?:it|this|(?:this|the) [\w ]{0,40}review) (?:is|was) not (?:an?|the) [^.;:]*?(?=\bbut\b|[.;:]|$)"
)
_OF_NOBODY = re.compile(
    r"(?:and |nor )?(?:there (?:is|are|was|were|has|have|had) (?:been |still )?)?"
    r"(?:no|none|nobody|neither|nothing|not one)\b(?! sooner| doubt)"
)
# "No approach was made while …": what was going on was going on. "Nobody who followed the trial": so too.
_BESIDE_THAT = re.compile(r"\b(?:while|when|until|before|after|because|as|who|so long as)\b")
_CLAUSES = re.compile(r"[;:]| and (?=there |no |nor |neither )")
_NONE = re.compile(r"\W*(?:none|no|nil|not|there (?:were|was|are|is|has been|have been) no)\b")
_PHRASE_END = re.compile(r"[,;:.]|$")
_DOING = re.compile(r" \w+ing\b")
_GERUND = 16
_DENIED_BEFORE = 24
_FOLLOWING = 8
_HOWEVER = re.compile(r"\b(?:however|but|yet|nevertheless|nonetheless)\b")
_TURN_REACH = 30
_NEXT = 3
_LONG_LIST = 10


@dataclass(slots=True)
class _Mention:
    """A sentence that names circumstances, and what the passage says of them."""

    line: Line
    kinds: tuple[str, ...]
    dismissed: list[Line] = field(default_factory=list)
    borne: list[Line] = field(default_factory=list)


class CircumstanceFinder:
    """Finds what the draft says of complicating circumstances."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._absent = AbsentCircumstances(lines)

    def find(self) -> Iterator[FoundPassage]:
        """The tension passages of the draft."""
        mentions = [m for m in map(self._mention, self._lines.all) if m is not None]
        self._read_bearing(mentions)
        for mention in mentions:
            for kind in mention.kinds:
                yield mention.line.passage(Label.TRIGGER, kind)
                for line in mention.dismissed:
                    yield line.passage(Label.DISMISSED, kind)
                for line in mention.borne:
                    yield line.passage(Label.ACKNOWLEDGED, kind)
        for line in self._lines.all:
            if self._absent.rules_out(line):
                yield line.passage(Label.RULED_OUT)

    # --- mentions

    def _mention(self, line: Line) -> _Mention | None:
        if self._is_elsewhere(line) or self._absent.says_none(line):
            return None
        kinds = tuple(kind for kind in KINDS if self._names(line, kind)) or self._headed(line)
        if {Circumstance.DISCIPLINARY, Circumstance.MANAGEMENT} & set(
            kinds
        ) and "ministers" not in line.cues:
            # A regulator that inspects and then acts is one circumstance: its action. A manager who
            # presses on behalf of councillors is pressure from managers.
            kinds = tuple(kind for kind in kinds if kind != Circumstance.GOVERNMENT)
        return _Mention(line, kinds) if kinds else None

    def _headed(self, line: Line) -> tuple[str, ...]:
        """The kinds that only the heading names: "The trial", then "Two of the nurses would …"."""
        before = next(iter(self._lines.before(line, 1)), None)
        first = before is None or before.heading is not line.heading or before.opener
        if not first or not line.under("heading_tension") or self._is_policy(line):
            return ()
        if (
            line.sentence.block.cell is not None
            or "denial" in line.heading
            or _NONE.match(line.text)
        ):
            return ()
        return tuple(
            kind
            for kind in KINDS
            if (spans := line.heading.spans(kind))
            and not spans_overlap(spans[0], line.heading.spans(f"not_{kind}"))
        )

    def _is_elsewhere(self, line: Line) -> bool:
        """Whether the sentence cannot speak of this review's circumstances."""
        if line.sentence.block.quoted or line.opener or line.text.startswith("recommendation"):
            return True
        if line.under("heading_guidance") or self._absent.is_head_of_table(line):
            return True
        if line.under("heading_back_matter") and not line.heading.any("heading_tension"):
            return True
        away = line.under("heading_recommendation", "heading_narrative")
        return away and not self._is_of_review(line)

    def _is_of_review(self, line: Line) -> bool:
        ours = ("own_review", "reviewers_voice", "still_to_come")
        if line.under("heading_tension") or line.cues.any(*ours):
            return True
        return line.cues.any("press_to_report") and line.cues.any("commissioner")

    def _names(self, line: Line, kind: str) -> bool:
        """Whether the sentence speaks of a circumstance of this kind as one of this case."""
        spans = self._spans(line, kind)
        if kind == Circumstance.BELOW_STANDARD and self._is_passed_on(line):
            return True
        # What the reviewer must report to an employer is this review's arrangement, not policy at large.
        ours = kind == Circumstance.BELOW_STANDARD and line.cues.any(
            "own_review", "reviewers_voice"
        )
        if not spans or (self._is_policy(line) and not ours):
            return False
        if kind == Circumstance.BELOW_STANDARD and not line.cues.any(
            "substandard", "employer_named"
        ):
            return False
        if kind in (Circumstance.CRIMINAL, Circumstance.INQUEST) and line.cues.any("outcome"):
            if self._held_off(line, kind) is not None:
                return True
            if "held_proceeding" in line.cues and self._is_about_review(line):
                return True
            if self._is_gone_back_to(line) or (self._is_about_review(line) and bears(line, spans)):
                return True
            return line.cues.any("running") and line.cues.any("of_review")
        return True

    def _is_passed_on(self, line: Line) -> bool:
        """Whether "we reported them to the provider" speaks of practice just found wanting."""
        before = self._lines.before(line, 1)
        wanting = any(x.block == line.block and x.cues.any("substandard") for x in before)
        return wanting and line.cues.any("passes_on") and not line.cues.any("not_below-standard")

    def _is_gone_back_to(self, line: Line) -> bool:
        """Whether the next sentences say what was done until or after that outcome.

        In a section on other proceedings, also what it did to those who took part.
        """
        near = [x for x in self._lines.after(line, _NEXT) if x.block == line.block]
        back = bool(near) and near[0].starts_with("awaited")
        back = back or (line.under("heading_tension") and any(map(bears, near)))
        return back and any(after.cues.any("our_side") for after in near)

    def _spans(self, line: Line, kind: str) -> list[Span]:
        # The words are asked first: to know what a section is about takes longer.
        weak = line.cues.any(f"{kind}-weak") and self._is_about_review(line)
        lists = (kind, f"{kind}-weak") if weak else (kind,)
        excluded = line.cues.spans(f"not_{kind}")
        found = [
            span
            for span in line.cues.spans(*lists)
            if not spans_overlap(span, excluded) and not self._is_denied(line, span)
        ]
        if kind == Circumstance.MEDIA:
            # "The Argus ran …" is a newspaper; "the standard was reported" is not.
            acts = line.cues.spans("paper_acts")
            found += [span for span in acts if _is_titled(span.of(line.sentence.text))]
        if kind == Circumstance.CRIMINAL:
            found = [span for span in found if not _is_given_a_task(line, span)]
        if (waited := self._held_off(line, kind)) is not None:
            found.append(waited)
        if kind == Circumstance.MANAGEMENT and (pressed := presses_review(line)) is not None:
            found.append(pressed)
        return found

    def _held_off(self, line: Line, kind: str) -> Span | None:
        """The words for what the review's work had to wait for, where this sentence says so."""
        if line.under("heading_analysis", "heading_narrative"):
            return None
        return held_off(line, kind, about_review=self._is_about_review(line))

    def _is_about_review(self, line: Line) -> bool:
        """Whether the section, or what stands close by, is about the review and its course."""
        if line.under("heading_tension"):
            return True
        if line.under("heading_analysis", "heading_narrative"):
            return False
        if line.heading.any("process_heading"):
            return True
        near = [line, *self._lines.before(line, 1), *self._lines.after(line, 1)]
        near = [other for other in near if other.block == line.block]
        return any(
            other.cues.any("own_review", "reviewers_voice", "participant_told") for other in near
        )

    def _is_denied(self, line: Line, span: Span) -> bool:
        before = max(0, span.start - _DENIED_BEFORE)
        if list(denials(line, before, span.start)):
            return True
        # "No member of staff has been the subject of disciplinary action": nobody did.
        clause = _CLAUSES.split(line.text[: span.start])[-1].lstrip()
        if _OF_NOBODY.match(clause) and not _BESIDE_THAT.search(clause):
            return not dismisses(line)
        # "It is not an inquest, a hearing or a tribunal": the denial holds for each.
        listed = _IS_NOT_A.search(line.text)
        return listed is not None and listed.start() < span.start < listed.end()

    def _is_policy(self, line: Line) -> bool:
        if self._is_field_talk(line) or line.cues.any("policy_outright"):
            return True
        if self._is_said_by_policy(line):
            return True
        if not line.cues.any("policy") or line.cues.any("past_event"):
            return False
        return all(self._held_off(line, kind) is None for kind in WAITED_FOR)

    def _is_said_by_policy(self, line: Line) -> bool:
        """Whether a procedure says it, there or in "they deal similarly with …" behind it."""
        if line.cues.any("policy_says") and not line.cues.any("own_review", "policy_followed"):
            return True
        before = next(iter(self._lines.before(line, 1)), None)
        if before is None or before.block != line.block or not line.starts_with("policy_goes_on"):
            return False
        return self._is_said_by_policy(before) or before.cues.any("policy_outright", "policy_paper")

    def _is_field_talk(self, line: Line) -> bool:
        """Whether the paragraph speaks of reviews, courts or newspapers at large."""
        if line.cues.any("not_field"):
            return False
        if line.under("heading_tension"):
            return line.cues.any("field_talk")
        return any("field_talk" in other.cues for other in self._lines.by_block[line.block])

    # --- what is said of them

    def _read_bearing(self, mentions: Sequence[_Mention]) -> None:
        by_index = {m.line.sentence.index: m for m in mentions}
        for mention in mentions:
            for line in self._passage(mention, by_index):
                if dismisses(line) and not self._turns_back(line):
                    mention.dismissed.append(line)
                elif self._tells_effect(line, mention):
                    mention.borne.append(line)
        self._read_sweeping(mentions)

    def _tells_effect(self, line: Line, mention: _Mention) -> bool:
        """Whether the sentence says what the circumstances mentioned did to the review."""
        if line is not mention.line:
            return bears(line)
        waited = any(self._held_off(line, kind) is not None for kind in mention.kinds)
        return waited or bears(line, self._naming(mention))

    def _turns_back(self, line: Line) -> bool:
        """ "The draft was not altered. It was, however, discussed with those calls in mind …"."""
        after = next(iter(self._lines.after(line)), None)
        if after is None or after.block != line.block:
            return False
        return _HOWEVER.search(after.text[:_TURN_REACH]) is not None and bears(after)

    def _read_sweeping(self, mentions: Sequence[_Mention]) -> None:
        """ "All of these made people careful": it counts for every kind named before it there."""
        for line in self._lines.all:
            if not line.cues.any("sweeping") or self._is_elsewhere(line):
                continue
            if dismisses(line) or not bears(line):
                continue
            for mention in mentions:
                if self._is_same_part(mention.line, line):
                    mention.borne.append(line)

    def _is_same_part(self, earlier: Line, later: Line) -> bool:
        """Whether both stand in one section, the earlier first."""
        if earlier.sentence.index > later.sentence.index:
            return False
        here, there = earlier.sentence.block.section, later.sentence.block.section
        return here == there or (
            len(here) > 1 and here[:-1] == there[: len(here) - 1] and later.under("heading_tension")
        )

    def _passage(self, mention: _Mention, by_index: dict[int, _Mention]) -> Iterator[Line]:
        """The mention, what leads up to it, and what follows it up to the next kind."""
        line = mention.line
        yield line
        yield from self._lead_up(mention, by_index)
        for other in self._lines.after(line, _FOLLOWING):
            named = by_index.get(other.sentence.index)
            if named is not None and set(named.kinds) - set(mention.kinds):
                if self._is_same_row(line, other) or _feeds(mention, named):
                    yield other
                    continue
                return
            if named is None and other.block != line.block and not self._joins(line, other):
                return
            yield other

    def _lead_up(self, mention: _Mention, by_index: dict[int, _Mention]) -> Iterator[Line]:
        """The sentences before the paragraph's first mention, or the words that lead its list."""
        if mention.line.sentence.block.kind is BlockKind.LIST_ITEM:
            # "These made it harder to keep to learning:" above the items.
            lead = self._lines.lead_of_list(mention.line, _LONG_LIST)
            yield from () if lead is None else (lead,)
        block = self._lines.by_block[mention.line.block]
        earlier = [x for x in block if x.sentence.index < mention.line.sentence.index]
        if not any(x.sentence.index in by_index for x in earlier):
            wanting = Circumstance.BELOW_STANDARD in mention.kinds
            yield from (
                x for x in reversed(earlier[-2:]) if not (wanting and x.cues.any("substandard"))
            )

    def _joins(self, line: Line, other: Line) -> bool:
        """Whether the next paragraph, list item or cell still belongs to the passage."""
        here, there = line.sentence.block, other.sentence.block
        if here.cell is not None and there.cell is not None:
            return self._is_same_row(line, other)
        near = other.block <= line.block + 2
        return near and line.heading is other.heading and line.under("heading_tension")

    def _is_same_row(self, line: Line, other: Line) -> bool:
        here, there = line.sentence.block.cell, other.sentence.block.cell
        if here is None or there is None:
            return False
        return (here.table, here.row) == (there.table, there.row)

    def _naming(self, mention: _Mention) -> tuple[Span, ...]:
        """The words that name the circumstances."""
        spans = tuple(s for kind in mention.kinds for s in self._spans(mention.line, kind))
        if mention.kinds != (Circumstance.MANAGEMENT,) or not spans:
            return spans
        # What those who press want belongs to the pressing: "… wanted those at fault to be exposed".
        last = max(spans, key=lambda s: s.end)
        text = mention.line.text
        stop = _PHRASE_END.search(text, last.end)
        ends = [stop.start() if stop else len(text)]
        ends += [s.start for s in mention.line.cues.within(last.end, len(text), "took_effect")]
        return (*spans, Span(last.start, min(ends)))


def _feeds(mention: _Mention, named: _Mention) -> bool:
    """Whether what was reported to an employer goes on into discipline: one matter, not two."""
    return mention.kinds == (Circumstance.BELOW_STANDARD,) and named.kinds == (
        Circumstance.DISCIPLINARY,
    )


def _is_given_a_task(line: Line, span: Span) -> bool:
    """Whether somebody is charged with doing something, which is no crime."""
    return any(
        span.start <= s.end and s.start <= span.end and not _names_crime(line, s.end)
        for s in line.cues.spans("charged_with")
        if _DOING.match(line.text, s.end)
    )


def _names_crime(line: Line, start: int) -> bool:
    return bool(line.cues.within(start, start + _GERUND, "crime_gerund"))


def _is_titled(words: str) -> bool:
    """Whether the name at one end of the words has a capital letter."""
    ends = words.split()
    return ends[0][0].isupper() or ends[-1][0].isupper()
