"""A draft as the rules see it: its sentences, parsed where it can matter, and their clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc, Token

from scr_lint.language.clause import Clause, ClauseReader
from scr_lint.language.memory import Memory
from scr_lint.language.people import people_under_review
from scr_lint.language.quotations import quotations_in
from scr_lint.language.sentences import SentenceSplitter
from scr_lint.lexicon.load import LexiconSet
from scr_lint.model import Block, BlockKind, Document, Span

_ENDS = (".", "!", "?")
# So many words make a sentence rather than an outcry.
_SENTENCE = 4
_WHITE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the draft: its block, where it stands there, and its number in the draft.

    It is `quoted` where it stands wholly between quotation marks; `quotes` are the stretches of it that
    belong to a quotation of several sentences, as code points into it.
    """

    block: Block
    span: Span
    index: int
    quoted: bool = False
    quotes: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The sentence's words, exactly as in the block."""
        return self.span.of(self.block.text)

    def in_block(self, span: Span) -> Span:
        """A stretch of the sentence as a stretch of its block."""
        return span.shifted(self.span.start)


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence with its parse.

    The spaCy `doc` is made from the sentence's text, only line breaks, tabs and odd spaces turned to
    spaces, so `token.idx` counts code points from the sentence's start.
    """

    sentence: Sentence
    doc: Doc
    before: str
    reader: ClauseReader
    _clauses: dict[int, Clause] = field(default_factory=dict, repr=False, compare=False)

    def clause(self, predicate: Token) -> Clause:
        """What holds at this predicate; several entries ask at the same, so it is read once."""
        if predicate.i not in self._clauses:
            self._clauses[predicate.i] = self.reader.read(predicate, self.before)
        return self._clauses[predicate.i]

    def span(self, start: int, end: int) -> Span:
        """The tokens `start` to `end` (half-open) as code-point offsets into the sentence."""
        last = self.doc[end - 1]
        return Span(self.doc[start].idx, last.idx + len(last))


class Reading:
    """One draft being read. Sentences are cut once and parsed at most once.

    Holds parses only while the draft is being checked, unless a `memory` keeps them for the next
    reading; the lexicons and the pipeline are shared. A `part` of a draft takes the names of the
    people under review from the memory.
    """

    def __init__(
        self,
        document: Document,
        nlp: Language,
        lexicons: LexiconSet,
        reader: ClauseReader,
        memory: Memory | None = None,
        *,
        part: bool = False,
    ) -> None:
        self.document = document
        self.lexicons = lexicons
        self.memory = memory or Memory()
        if not part:
            texts = (b.text for b in document.blocks)
            titles = reader.actors.professional_titles
            self.memory.people = people_under_review(texts, lexicons.words["people"], titles)
        self.people = self.memory.people
        self.reader = replace(reader, actors=reader.actors.knowing(self.people))
        self._nlp = nlp
        self._words: dict[str, Doc] = {}
        self._parses: dict[int, Doc] = {}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the draft in reading order; a heading or caption is one sentence."""
        splitter = SentenceSplitter.from_words(self.lexicons.words["sentences"])
        out: list[Sentence] = []
        for block in self.document.blocks:
            quotations = tuple(quotations_in(block.text))
            for span in self._cut(block, splitter):
                quoted = any(q.contains(span) for q in quotations)
                quotes = tuple(_common(q, span) for q in quotations if _runs_on(q, span))
                out.append(Sentence(block, span, len(out), quoted, quotes))
        return tuple(out)

    def _cut(self, block: Block, splitter: SentenceSplitter) -> tuple[Span, ...]:
        known = self.memory.of("spans")
        key = (block.text, block.prose_start, block.kind)
        if key not in known:
            known[key] = _spans(block, splitter)
        spans: tuple[Span, ...] = known[key]
        return spans

    @cached_property
    def by_block(self) -> dict[int, tuple[Sentence, ...]]:
        """The sentences of each block, by the block's index."""
        groups: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            groups.setdefault(sentence.block.index, []).append(sentence)
        return {index: tuple(group) for index, group in groups.items()}

    def words(self, sentence: Sentence) -> Doc:
        """The sentence cut into words only; they are used again when it is parsed."""
        text = _as_read(sentence.text)
        if text not in self._words:
            self._words[text] = self._nlp.make_doc(text)
        return self._words[text]

    def parse(self, sentences: Iterable[Sentence]) -> Iterator[ParsedSentence]:
        """The sentences with their parses, in the order given."""
        wanted = tuple(sentences)
        self._fill([s for s in wanted if s.index not in self._parses])
        for sentence in wanted:
            yield ParsedSentence(
                sentence, self._parses[sentence.index], self.text_before(sentence), self.reader
            )

    def text_before(self, sentence: Sentence) -> str:
        """The sentence before in the same block; at a block's start the last of the block before."""
        if sentence.index == 0:
            return ""
        previous = self.sentences[sentence.index - 1]
        return "" if previous.block.kind is BlockKind.HEADING else previous.text

    @property
    def parsed_share(self) -> float:
        """The share of the draft's sentences that have been parsed, 0 to 1."""
        return len(self._parses) / len(self.sentences) if self.sentences else 0.0

    def _fill(self, sentences: Sequence[Sentence]) -> None:
        known = self.memory.of("parses")
        texts = {s.index: _as_read(s.text) for s in sentences}
        here = {text: known[text] for text in texts.values() if text in known}
        new = [text for text in dict.fromkeys(texts.values()) if text not in here]
        docs = [self._words.pop(t) if t in self._words else self._nlp.make_doc(t) for t in new]
        for text, doc in zip(new, self._nlp.pipe(docs, batch_size=256), strict=True):
            here[text] = known[text] = doc
        for index, text in texts.items():
            self._parses[index] = here[text]


def _runs_on(quotation: Span, sentence: Span) -> bool:
    """Whether a quotation that the sentence has a part of reaches into another."""
    return quotation.overlaps(sentence) and not sentence.contains(quotation)


def _common(quotation: Span, sentence: Span) -> Span:
    start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
    return Span(start, end).shifted(-sentence.start)


def _spans(block: Block, splitter: SentenceSplitter) -> tuple[Span, ...]:
    if block.kind in (BlockKind.HEADING, BlockKind.CAPTION):
        text = block.text[block.prose_start :]
        lead = block.prose_start + len(text) - len(text.lstrip())
        return (Span(lead, lead + len(text.strip())),) if text.strip() else ()
    return splitter.split(block.text, block.prose_start)


def _as_read(text: str) -> str:
    """The text as the pipeline is given it: the same length, the same offsets.

    Every white-space character is a plain space, and a sentence in capitals stands in small letters,
    which alone the model and the rules can read.
    """
    spaced = _WHITE.sub(" ", text)
    if not _is_shouted(spaced):
        return spaced
    small = spaced[:1] + spaced[1:].lower()
    return small if len(small) == len(spaced) else spaced


def _is_shouted(text: str) -> bool:
    """Whether a whole sentence, with the mark at its end, is in capitals; a title has no mark."""
    return text.isupper() and text.endswith(_ENDS) and len(text.split()) >= _SENTENCE
