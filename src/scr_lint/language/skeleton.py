"""The clauses of a sentence by word order: which finite verb goes with which subject.

Reads the chunks from left to right and keeps the clauses still open on a stack. A main clause has one
finite verb; a second one tells that the first was a participle or that a relative clause is over.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from scr_lint.language.chunks import Chunk, Kind
from scr_lint.language.grammar import NOMINATIVES

MAIN, RELATIVE, SUBORDINATE, BARE = "main", "relative", "subordinate", "bare"


@dataclass(slots=True)
class Frame:
    """A clause being read: a relative one hangs on its `antecedent`, `inside` another clause."""

    kind: str
    inside: Frame | None = None
    opener: Chunk | None = None
    antecedent: Chunk | None = None
    subject: Chunk | None = None
    verb: Chunk | None = None
    shared: Frame | None = None
    loose: Chunk | None = None
    after: Kind | None = None
    demoted: list[Chunk] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        """Whether it has a subject and no verb yet."""
        return self.verb is None and (self.subject is not None or self.kind == RELATIVE)


# Behind these a participle says how it was: "felt ignored".
_LINKS = frozenset(
    (
        *("feel", "feels", "felt", "seem", "seems", "seemed", "remain", "remains", "remained"),
        *("look", "looked", "become", "becomes", "became", "appeared", "stayed", "went", "gone"),
        "got",
    )
)
# In front these open a clause that may itself be the subject: "whether they missed it was not asked".
_FRONTED = frozenset(("that", "whether", "what", "how", "why", "who"))


class Skeleton:
    """The clauses of one sentence, in the order in which they open.

    `without_that` tells of a verb whether a clause may stand behind it without "that".
    """

    def __init__(
        self, doc: Doc, chunks: list[Chunk], without_that: Callable[[Token], bool]
    ) -> None:
        self.frames: list[Frame] = []
        self._doc = doc
        self._chunks = chunks
        self._without_that = without_that
        self._stack: list[Frame] = []
        self._governed = False
        self._open(MAIN)
        for at, chunk in enumerate(chunks):
            self._read(at, chunk)

    @property
    def _top(self) -> Frame:
        return self._stack[-1]

    def _open(
        self, kind: str, opener: Chunk | None = None, antecedent: Chunk | None = None
    ) -> Frame:
        frame = Frame(kind, self._stack[-1] if self._stack else None, opener, antecedent)
        self._stack.append(frame)
        self.frames.append(frame)
        return frame

    def _read(self, at: int, chunk: Chunk) -> None:
        before = self._chunks[at - 1] if at else None
        match chunk.kind:
            case Kind.NOUN:
                self._noun(chunk, before)
            case Kind.FINITE:
                self._finite(chunk, before, at)
            case Kind.RELATIVE:
                self._open(RELATIVE, chunk, self._noun_before(at))
            case Kind.OPENER:
                self._opener(chunk)
            case Kind.COMMA:
                self._comma()
            case Kind.STOP:
                self._stack.clear()
                self._open(MAIN)
            case _:
                pass

    def _noun_before(self, at: int) -> Chunk | None:
        return next((c for c in reversed(self._chunks[:at]) if c.kind is Kind.NOUN), None)

    def _opener(self, chunk: Chunk) -> None:
        frame = self._open(SUBORDINATE, chunk)
        if self._doc[chunk.head].lower_ in ("what", "whatever", "whoever"):
            frame.kind = RELATIVE

    def _noun(self, chunk: Chunk, before: Chunk | None) -> None:
        top = self._top
        if before is not None and before.kind in (Kind.PREPOSITION, Kind.NONFINITE):
            return
        if (
            top.subject is not None
            and top.verb is None
            and self._doc[chunk.head].lower_ in NOMINATIVES
        ):
            self._open(BARE, None, before).subject = chunk
            return
        if self._floating(chunk, before) or self._joined_to_governed(chunk, before):
            return
        if top.verb is None and top.subject is None:
            whose = top.opener is not None and self._doc[top.opener.head].lower_ == "whose"
            top.subject, top.after = chunk, before.kind if before is not None else None
            if whose:
                top.antecedent = None
            return
        if top.verb is None:
            if before is not None and before.kind is Kind.NOUN and not self._is_time(chunk):
                self._open(BARE, None, before).subject = chunk
            elif before is not None and before.kind is Kind.COMMA:
                top.loose, top.after = chunk, Kind.COMMA
            return
        top.loose, top.after = chunk, before.kind if before is not None else None

    def _floating(self, chunk: Chunk, before: Chunk | None) -> bool:
        """ "we all learn", "they both left"."""
        word = self._doc[chunk.head].lower_
        return word in ("all", "both", "each") and before is not None and before.kind is Kind.NOUN

    def _joined_to_governed(self, chunk: Chunk, before: Chunk | None) -> bool:
        """ "between the call and the death,": the second noun of a prepositional phrase."""
        at = self._chunks.index(chunk)
        if before is None or before.kind is not Kind.AND or at < 3:
            return False
        if self._top.subject is not None or self._chunks[at - 2].kind is not Kind.NOUN:
            return False
        after = self._chunks[at + 1].kind if at + 1 < len(self._chunks) else None
        return after is not Kind.FINITE

    def _is_time(self, chunk: Chunk) -> bool:
        return "unmarked" in self._doc[chunk.head].dep_

    def _finite(self, chunk: Chunk, before: Chunk | None, at: int) -> None:
        if chunk.subject is not None:
            self._inverted(chunk, before)
            return
        top = self._top
        if top.verb is None:
            if top.loose is not None and top.after is Kind.COMMA and self._adjacent(top.loose, at):
                top.subject = top.loose
            top.loose = None
            self._give(top, chunk)
            return
        if (before is not None and before.kind is Kind.AND) or self._listed(at):
            self._share(chunk, at)
            return
        if (
            self._after_link(chunk, before)
            or self._reduced(chunk, at)
            or self._loose_subject(top, chunk, at)
        ):
            return
        waiting = next((f for f in reversed(self._stack) if f.waits), None)
        if self._said_gap(top, before) and self._more_verbs(at):
            self._open(RELATIVE, None, top.antecedent).verb = chunk
        elif waiting is not None:
            while self._top is not waiting:
                self._stack.pop()
            self._give(waiting, chunk)
        else:
            self._second(chunk, at)

    def _after_link(self, chunk: Chunk, before: Chunk | None) -> bool:
        """ "felt ignored", "remained unanswered": a participle after a linking verb."""
        if before is None or before.kind is not Kind.FINITE or not chunk.ambiguous:
            return False
        return not chunk.auxiliaries and self._doc[before.head].lower_ in _LINKS

    def _said_gap(self, top: Frame, before: Chunk | None) -> bool:
        """ "the doctor that the ward said had gone": the verb after "said" belongs to the doctor."""
        after_verb = before is not None and before is top.verb
        return after_verb and top.kind == RELATIVE and top.subject is not None and self._says(top)

    def _inverted(self, chunk: Chunk, before: Chunk | None) -> None:
        top = self._top
        if top.verb is None and top.subject is None:
            frame = top
        else:
            frame = self._open(
                SUBORDINATE if before is None or before.kind is not Kind.AND else MAIN
            )
        frame.subject, frame.verb = chunk.subject, chunk

    def _give(self, frame: Frame, chunk: Chunk) -> None:
        """The frame gets its verb; a participle with nobody before it is none."""
        if (
            frame.subject is None
            and frame.kind != RELATIVE
            and chunk.ambiguous
            and not chunk.auxiliaries
        ):
            return
        frame.verb = chunk

    def _listed(self, at: int) -> bool:
        """ "knocked, waited and left": a verb after a comma, with a conjunction still to come."""
        if at == 0 or self._chunks[at - 1].kind is not Kind.COMMA or self._top.verb is None:
            return False
        if any(f.waits for f in self._stack):
            return False
        past = [c.kind for c in self._chunks[max(0, at - 6) : at]]
        if any(pair == (Kind.AND, Kind.COMMA) for pair in itertools.pairwise(past)):
            return True
        rest = [c.kind for c in self._chunks[at + 1 : at + 7]]
        return Kind.AND in rest and Kind.STOP not in rest and self._top.loose is None

    def _share(self, chunk: Chunk, at: int) -> None:
        """A coordinated verb: of the clause just read, or after a comma of the one around it."""
        frame = self._top
        comma = at >= 2 and self._chunks[at - 2].kind is Kind.COMMA
        outer = next((f for f in reversed(self._stack[:-1]) if f.verb is not None), None)
        if comma and outer is not None and frame.kind != MAIN:
            while self._top is not outer:
                self._stack.pop()
            frame = outer
        new = Frame(
            frame.kind, frame.inside, frame.opener, frame.antecedent, frame.subject, chunk, frame
        )
        self.frames.append(new)
        self._stack[-1] = new

    def _loose_subject(self, top: Frame, chunk: Chunk, at: int) -> bool:
        """A noun phrase after the last verb that must be the subject of this one."""
        loose = top.loose
        if loose is None or not self._adjacent(loose, at):
            return False
        bottom = self._stack[0]
        if self._clause_subject(top, bottom):
            del self._stack[1:]
            bottom.verb = chunk
            return True
        waiting = any(f.waits for f in self._stack[:-1])
        nominative = self._doc[loose.head].lower_ in NOMINATIVES
        starts = top.after in (Kind.AND, Kind.COMMA)
        if (
            waiting
            and not nominative
            and not (starts and top.after is Kind.AND)
            and not self._more_verbs(at)
        ):
            return False
        if top.after is Kind.AND or top.after is Kind.COMMA:
            if top.kind in (SUBORDINATE, RELATIVE) and top.after is Kind.COMMA and not waiting:
                while len(self._stack) > 1 and self._top.kind != MAIN:
                    self._stack.pop()
            frame = self._open(MAIN)
        elif chunk.ambiguous and not chunk.auxiliaries and not self._says(top) and not nominative:
            return False
        else:
            frame = self._open(SUBORDINATE)
        frame.subject, frame.verb = loose, chunk
        return True

    def _clause_subject(self, top: Frame, bottom: Frame) -> bool:
        """ "Whether they missed it was not asked": a clause in front that is itself the subject."""
        return (
            bottom.subject is None
            and bottom.verb is None
            and top.opener is not None
            and top.opener is self._chunks[0]
            and self._doc[top.opener.head].lower_ in _FRONTED
        )

    def _says(self, frame: Frame) -> bool:
        return frame.verb is not None and self._without_that(self._doc[frame.verb.head])

    def _adjacent(self, noun: Chunk, at: int) -> bool:
        """Whether only phrases that hang on the noun stand between it and the chunk at `at`."""
        between = [c.kind for c in self._chunks[:at] if c.first > noun.last]
        if between[:1] == [Kind.COMMA] and between[-1] is Kind.COMMA and len(between) > 2:
            return True
        return (
            all(
                kind is Kind.PREPOSITION if n % 2 == 0 else kind is Kind.NOUN
                for n, kind in enumerate(between)
            )
            and len(between) % 2 == 0
        )

    def _more_verbs(self, at: int) -> bool:
        for chunk in self._chunks[at + 1 :]:
            if chunk.kind is Kind.FINITE:
                return True
            if chunk.kind in (Kind.RELATIVE, Kind.OPENER, Kind.STOP):
                return False
        return False

    def _second(self, chunk: Chunk, at: int) -> None:
        """A finite verb too many: the one before was a participle, or this one is, or a clause begins."""
        if self._chunks[at - 1].kind is Kind.COMMA and not self._inserted(self._top):
            self._share(chunk, at)
            return
        for frame in reversed(self._stack):
            if self._demotable(frame):
                while self._top is not frame:
                    self._stack.pop()
                self._demote(frame)
                frame.verb = chunk
                return
        if chunk.ambiguous and not chunk.auxiliaries:
            return
        loose = self._top.loose
        frame = self._open(MAIN)
        frame.subject, frame.verb = loose, chunk

    def _inserted(self, frame: Frame) -> bool:
        """Whether the clause's verb follows a comma, as a participle in an insertion does."""
        if frame.verb is None:
            return False
        at = self._chunks.index(frame.verb)
        return at > 0 and self._chunks[at - 1].kind is Kind.COMMA and self._demotable(frame)

    def _demotable(self, frame: Frame) -> bool:
        """Whether the verb of the clause may have been a participle: "sent by the agency"."""
        verb = frame.verb
        if verb is None or not verb.ambiguous or verb.auxiliaries or frame.subject is None:
            return False
        after = self._chunks.index(verb) + 1
        return after >= len(self._chunks) or self._chunks[after].kind is not Kind.NOUN

    def _reduced(self, chunk: Chunk, at: int) -> bool:
        """Whether this is itself a participle after its noun: "the harm caused by the fire"."""
        if not chunk.ambiguous or chunk.auxiliaries or self._chunks[at - 1].kind is not Kind.NOUN:
            return False
        after = self._chunks[at + 1] if at + 1 < len(self._chunks) else None
        return after is not None and self._doc[after.first].lower_ in ("by", "at", "under", "as")

    def _demote(self, frame: Frame) -> None:
        """The frame's verb, and those it was coordinated with, were participles."""
        if frame.verb is not None:
            frame.demoted.append(frame.verb)
        earlier = frame.shared
        while (
            earlier is not None
            and earlier.verb is not None
            and earlier.verb.ambiguous
            and not earlier.verb.auxiliaries
        ):
            frame.demoted.append(earlier.verb)
            earlier.verb = None
            earlier = earlier.shared

    def _comma(self) -> None:
        """Closes the clauses that have their verb, back to one that waits or, in front, to the outermost."""
        waiting = next((f for f in reversed(self._stack) if f.waits), None)
        if waiting is not None:
            while self._top is not waiting:
                self._stack.pop()
            return
        bottom = self._stack[0]
        if bottom.subject is None and bottom.verb is None:
            del self._stack[1:]
        elif (
            self._top.kind == RELATIVE
            and self._top.verb is not None
            and self._inserted_at(self._top)
        ):
            self._stack.pop()

    def _inserted_at(self, frame: Frame) -> bool:
        """Whether the clause opens after a comma, so that the next one closes it."""
        at = self._chunks.index(frame.opener) if frame.opener is not None else 0
        return at > 0 and self._chunks[at - 1].kind is Kind.COMMA
