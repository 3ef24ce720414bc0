"""Finding lexicon entries in a draft: cheaply by words first, then in the parsed sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from scr_lint.finding import ActorKind, Confidence, Hit
from scr_lint.language.actors import ActorLexicon
from scr_lint.language.clause import Clause
from scr_lint.language.grammar import DENIALS, NOUNS
from scr_lint.language.matching import Match, PatternMatcher
from scr_lint.language.reading import ParsedSentence, Reading, Sentence
from scr_lint.language.said_of import head_of, object_of, said_of
from scr_lint.language.tree import whole_text
from scr_lint.language.whom import Whom
from scr_lint.language.word_order import is_said_of_deed
from scr_lint.lexicon.entry import Entry
from scr_lint.lexicon.load import LexiconSet
from scr_lint.model import BlockKind, Span

_Key = tuple[str, str, tuple[Span, ...], tuple[str, ...]]
_NOT_PROSE = (BlockKind.HEADING, BlockKind.CAPTION)
_WHOSE = ("his", "her", "their")
_GUESSED = (ActorKind.INDIVIDUAL, ActorKind.NAME)
_CONTENT = (*NOUNS, "VERB", "ADJ", "ADV")
_SMALL = (
    "of",
    "to",
    "and",
    "or",
    "the",
    "for",
    "in",
    "on",
    "a",
    "with",
    "by",
    "at",
    ",",
    ":",
    "-",
    "–",
    "&",
)


@dataclass(frozen=True, slots=True)
class EntryHit:
    """An entry found in a sentence, with its clause."""

    match: Match
    head: Token
    clause: Clause
    parsed: ParsedSentence

    @property
    def entry(self) -> Entry:
        """The lexicon entry that matched."""
        return self.match.entry

    @property
    def denial(self) -> bool:
        """Whether a word of denial stands in the words that matched: "nobody who saw it could …"."""
        return self._holds(self.parsed.reader.negation.determiners)

    @property
    def any_denial(self) -> bool:
        """Whether any word that denies stands in the words that matched, "not" and its like too."""
        negation = self.parsed.reader.negation
        return self._holds(negation.determiners | negation.adverbs | negation.prepositions)

    @property
    def actor_words(self) -> TokenSpan | None:
        """The words that name the actor, None where nobody is named."""
        span = self.clause.actor_span
        return self.parsed.doc.char_span(span.start, span.end) if span is not None else None

    def _holds(self, denials: frozenset[str]) -> bool:
        words = self.parsed.doc[self.match.start : self.match.end]
        return any(t.lower_ in denials for t in words)

    def moved_to(self, sentence: Sentence) -> EntryHit:
        """The same hit in a sentence of the same words that stands elsewhere."""
        if sentence is self.parsed.sentence:
            return self
        return replace(self, parsed=replace(self.parsed, sentence=sentence))

    def hit(self, confidence: Confidence) -> Hit:
        """The hit a rule yields for it."""
        span = self.parsed.span(self.match.marked_start, self.match.marked_end)
        instead = {"instead": self.entry.instead} if self.entry.instead else {}
        return Hit(
            block=self.parsed.sentence.block.index,
            span=self.parsed.sentence.in_block(span),
            sentence=self.parsed.sentence.span,
            entry=f"{self.entry.label}/{self.entry.id}",
            actor=self.clause.actor,
            reason=self.clause.reason,
            confidence=confidence,
            values=instead,
        )


@dataclass(frozen=True, slots=True)
class EntryFinder:
    """Some labels' entries made ready once, to be found by words first and then in the parse."""

    matcher: PatternMatcher

    @classmethod
    def from_lexicons(cls, lexicons: LexiconSet, actors: ActorLexicon, *labels: str) -> EntryFinder:
        """Make ready the entries that give any of `labels`; `actors` are those of the lexicons."""
        return cls(PatternMatcher(lexicons.entries(*labels), Whom.from_actors(actors)))

    def find(self, reading: Reading) -> Iterator[tuple[EntryHit, ...]]:
        """For each sentence of prose with any, the entries whose own conditions hold, in order."""
        known = reading.memory.of("entries")
        prose = [(s, _key(s, reading)) for s in reading.sentences if is_prose(s)]
        here: dict[_Key, tuple[EntryHit, ...]] = {k: known[k] for _, k in prose if k in known}
        open_ = []
        for sentence, key in prose:
            if key in here:
                continue
            here[key] = ()
            numbers = self._likely(sentence, reading)
            if numbers:
                open_.append((sentence, key, numbers))
            else:
                known[key] = ()
        parses = reading.parse(s for s, _, _ in open_)
        for parsed, (_, key, numbers) in zip(parses, open_, strict=True):
            here[key] = known[key] = self._hits(parsed, numbers)
        for sentence, key in prose:
            if here[key]:
                yield tuple(hit.moved_to(sentence) for hit in here[key])

    def _likely(self, sentence: Sentence, reading: Reading) -> tuple[int, ...]:
        """The patterns that match by words alone: without one, a sentence need not be parsed."""
        numbers = self.matcher.gate.candidates(sentence.text)
        return self.matcher.by_words(reading.words(sentence), numbers) if numbers else ()

    def _hits(self, parsed: ParsedSentence, numbers: Sequence[int]) -> tuple[EntryHit, ...]:
        matches = tuple(self.matcher.find(parsed.doc, numbers, parsed.reader.actors))
        if not matches:
            return ()
        other_senses = parsed.reader.senses.spans(whole_text(parsed.doc))
        return tuple(hit for m in matches for hit in _fitting(m, parsed, other_senses))


def _key(sentence: Sentence, reading: Reading) -> _Key:
    """All that an entry in a sentence rests on: its words, those before, quotations, people it names."""
    text, before = sentence.text, reading.text_before(sentence)
    low = f"{text} {before}".lower() if reading.people else ""
    return text, before, sentence.quotes, tuple(n for n in sorted(reading.people) if n in low)


def is_prose(sentence: Sentence) -> bool:
    """Whether a sentence is the report's own running text: no heading, caption or quotation."""
    quoted = sentence.quoted or sentence.block.quoted
    return sentence.block.kind not in _NOT_PROSE and not quoted


def _fitting(
    match: Match, parsed: ParsedSentence, other_senses: Iterable[Span]
) -> Iterable[EntryHit]:
    """The match, if the entry's conditions on actor, voice, modal, bearer and object hold.

    Not where its words belong to a term of another sense, which stand at `other_senses`, or to a
    quotation of several sentences.
    """
    entry = match.entry
    words = parsed.doc[match.marked_start : match.marked_end]
    flagged = parsed.span(match.marked_start, match.marked_end)
    if is_title(words) or any(map(flagged.overlaps, (*other_senses, *parsed.sentence.quotes))):
        return
    head = head_of(words, denied=entry.negated)
    if entry.of and not said_of(head, entry.of):
        return
    if entry.not_of and not is_said_of_deed(head) and said_of(head, entry.not_of):
        return
    if entry.about and not object_of(head, entry.about):
        return
    conditions = parsed.reader.moods.conditions
    if entry.supposed and not conditions.suppose_otherwise(whole_text(parsed.doc)):
        return
    clause = _clause_at(head, parsed)
    if entry.modal and clause.modality not in entry.modal:
        return
    if entry.actors and not _may_be(clause, entry.actors, parsed):
        return
    if entry.voice and entry.voice != clause.voice:
        return
    yield EntryHit(match, head, clause, parsed)


def _may_be(clause: Clause, kinds: Collection[ActorKind], parsed: ParsedSentence) -> bool:
    """Whether the actor is of one of these kinds.

    A "she" whose antecedent stands in another sentence is only guessed at: as good as unknown. So is
    whose work "her record" is.
    """
    if clause.actor.kind in kinds:
        return True
    pronoun = clause.actor.text.lower()
    guessed = pronoun in _WHOSE or (pronoun in ("he", "she") and clause.actor.kind in _GUESSED)
    here = clause.antecedent.lower() in parsed.sentence.text.lower()
    return guessed and not here and ActorKind.UNKNOWN in kinds


def _clause_at(head: Token, parsed: ParsedSentence) -> Clause:
    """The clause of the head; of an adverb that judges a deed, the deed's: "wrongly concluded".

    What is denied behind the adverb is not the verdict: "inexcusably, the desk did not ring".
    """
    verb = head.head
    if not head.lower_.endswith("ly") or head.dep_ != "advmod" or verb.pos_ not in ("VERB", "AUX"):
        return parsed.clause(head)
    clause = parsed.clause(verb)
    denied_later = any(c.lower_ in DENIALS and c.i > head.i for c in verb.children)
    return replace(clause, negated=False) if denied_later else clause


def is_title(words: TokenSpan) -> bool:
    """Whether the words are part of a title or a proper name: "Failure to Attend Procedure".

    Every content word is capitalised, and so is a neighbour; at the head of a sentence two
    capitalised neighbours are asked for, for there the first word proves nothing.
    """
    content = [t for t in words if t.pos_ in _CONTENT]
    if not content or not all(t.text[:1].isupper() for t in content):
        return False
    beside = _capitalised_run(words)
    return beside >= (2 if words.start == 0 or len(content) == 1 else 1)


def _capitalised_run(words: TokenSpan) -> int:
    """How many capitalised content words stand right beside the words, small words passed over."""
    doc, count = words.doc, 0
    for step, at in ((-1, words.start - 1), (1, words.end)):
        while 0 <= at < len(doc) and (doc[at].text[:1].isupper() or doc[at].lower_ in _SMALL):
            count += doc[at].lower_ not in _SMALL and at > 0
            at += step
    return count


def as_it_stands(found: Sequence[EntryHit]) -> list[EntryHit]:
    """The hits in their order; of a recast sentence only those that tell what no other hit tells."""
    plain = [hit.match for hit in found if not hit.match.recast]
    return [hit for hit in found if not (hit.match.recast and any(map(hit.match.repeats, plain)))]


def without_overlaps(found: Iterable[tuple[str, Hit]]) -> list[tuple[str, Hit]]:
    """One hit a place and rule, in order: the longest, and of equals the most confident."""
    kept: list[tuple[str, Hit]] = []
    for code, hit in sorted(
        found, key=lambda pair: (-len(pair[1].span), -pair[1].confidence.weight, pair[1].span)
    ):
        if not any(code == other and hit.span.overlaps(one.span) for other, one in kept):
            kept.append((code, hit))
    return sorted(kept, key=lambda pair: pair[1].span)
