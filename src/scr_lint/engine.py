"""The run: read, find, choose, place, sort, answer. Rules yield hits; findings are made only here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from spacy.language import Language

from scr_lint import marker
from scr_lint.config import Config
from scr_lint.errors import RuleError, ScrLintError
from scr_lint.finding import (
    Acceptance,
    Actor,
    ActorKind,
    DocumentReport,
    Finding,
    Hit,
    Passage,
)
from scr_lint.fingerprint import fingerprints
from scr_lint.language.clause import ClauseReader
from scr_lint.language.memory import Memory, StoppedError
from scr_lint.language.pipeline import load_pipeline
from scr_lint.language.reading import Reading
from scr_lint.lexicon import LexiconSet, RuleHeader
from scr_lint.lexicon.profiles import detect_profile, load_profile
from scr_lint.model import Block, Document
from scr_lint.placing import place
from scr_lint.rulebook import Rulebook, rulebook_for
from scr_lint.rules import CHECKS, FOUND_BY_ENTRY, Check, Evidence, FoundPassage
from scr_lint.rules.blame import blame_hits
from scr_lint.rules.entries import EntryFinder
from scr_lint.rules.passages import PassageFinder
from scr_lint.without_accepted import without_accepted


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks drafts; holds what all drafts share: settings, lexicons, the pipeline."""

    config: Config
    rules: Rulebook
    nlp: Language
    reader: ClauseReader
    finder: EntryFinder
    passages: PassageFinder

    @classmethod
    def from_config(cls, config: Config) -> Checker:
        """Load what the settings ask for.

        Raises ConfigError, LexiconError or LanguageError when something of it is not right.
        """
        rules = rulebook_for(config)
        lexicons = rules.lexicons
        nlp = load_pipeline(config.pipeline, config.lexicons)
        reader = ClauseReader.from_lexicons(lexicons)
        finder = EntryFinder.from_lexicons(lexicons, reader.actors, *FOUND_BY_ENTRY)
        return cls(config, rules, nlp, reader, finder, PassageFinder(lexicons))

    @property
    def lexicons(self) -> LexiconSet:
        """All words the rules go by."""
        return self.rules.lexicons

    @property
    def headers(self) -> Mapping[str, RuleHeader]:
        """The headers of the rules in force, by code."""
        return self.rules.headers

    @property
    def names(self) -> Mapping[str, str]:
        """Every rule's name by code, those not chosen included."""
        return self.rules.names

    def check(self, document: Document, accepted: Sequence[Acceptance] = ()) -> DocumentReport:
        """Everything the rules say about one draft, accepted findings set aside.

        Accepted are those in `accepted` and those the draft's own ignore comments name. Raises
        RuleError when a rule crashes, ConfigError for a comment with a code that no rule has.
        """
        return without_accepted(self.examine(document), accepted, self.names)

    def examine(self, document: Document, memory: Memory | None = None) -> DocumentReport:
        """Everything the rules say about one draft, whatever anybody accepted.

        `memory` and errors are those of `find`.
        """
        return self.kept(self.find(document, memory))

    def find(self, document: Document, memory: Memory | None = None) -> DocumentReport:
        """The same with findings that the settings leave out for their section or confidence.

        A `memory` that serves this checker alone makes the next search of much the same draft quick.
        Raises RuleError when a rule crashes.
        """
        profile = self.config.profile
        if profile == "auto":
            profile = detect_profile(document)
        with _telling_of_crash(document, "the reading of its sentences"):
            evidence = self._evidence(document, profile, memory)
        hits = {code: _run(code, check, evidence) for code, check in CHECKS.items()}
        passages = tuple(_placed(passage, document) for passage in evidence.passages)
        return DocumentReport(
            document=document,
            profile=profile,
            findings=self._findings(document, hits),
            passages=passages,
            answers=marker.answers(document, passages),
            narrowing=self.rules.narrowing(self.config.confidence),
        )

    def kept(self, report: DocumentReport) -> DocumentReport:
        """What `find` gave without the findings that the settings leave out."""
        least = self.config.confidence
        findings = tuple(f for f in report.findings if self.rules.keeps(f, least))
        return replace(report, findings=findings)

    def recheck(self, document: Document, changed: range, memory: Memory) -> tuple[Finding, ...]:
        """What BL001 to BL009 say of some blocks of a draft that `memory` knows from a whole reading.

        As in `find`, none is left out for its section or confidence.
        """
        blocks = document.blocks[max(changed.start - 1, 0) : changed.stop]
        part = replace(document, blocks=blocks)
        reading = Reading(part, self.nlp, self.lexicons, self.reader, memory, part=True)
        findings = self._findings(document, blame_hits(self.finder.find(reading)))
        return tuple(f for f in findings if f.location.block in changed)

    def _evidence(self, document: Document, profile: str, memory: Memory | None) -> Evidence:
        reading = Reading(document, self.nlp, self.lexicons, self.reader, memory)
        entries = tuple(self.finder.find(reading))
        return Evidence(
            reading=reading,
            entries=entries,
            passages=self.passages.find(reading, load_profile(profile)),
            blame=blame_hits(entries),
            rules=self.rules,
        )

    def _findings(
        self, document: Document, hits: Mapping[str, tuple[Hit, ...]]
    ) -> tuple[Finding, ...]:
        chosen = sorted(
            ((code, hit) for code in self.rules.codes if code in hits for hit in hits[code]),
            key=lambda pair: _reading_order(*pair),
        )
        return with_fingerprints([self._finding(code, hit, document) for code, hit in chosen])

    def _finding(self, code: str, hit: Hit, document: Document) -> Finding:
        header = self.lexicons.headers[code]
        block = None if hit.block is None else document.blocks[hit.block]
        words = hit.span.of(block.text) if block else ""
        return Finding(
            rule=code,
            name=header.name,
            severity=self.rules.severity(code, hit),
            confidence=hit.confidence,
            fingerprint="",
            message=_message(header, hit, words),
            text=words,
            sentence=_sentence(hit, block),
            instead=hit.values.get("instead", header.instead),
            entry=hit.entry,
            why=header.why,
            actor=hit.actor if _is_known(hit.actor) else None,
            location=place(block, hit.span, document.blocks),
            sentence_span=hit.sentence if block else None,
            about=hit.about,
        )


def with_fingerprints(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, each with the fingerprint it has among all of the draft, in reading order.

    The same words in the same sentence again are told apart by order: leave none out before. The
    message does not count: its numbers and lists change while the draft gets better.
    """
    marks = fingerprints((f.rule, f.sentence, f.text, f.about) for f in findings)
    return tuple(
        f if f.fingerprint == mark else replace(f, fingerprint=mark)
        for f, mark in zip(findings, marks, strict=True)
    )


def _run(code: str, check: Check, evidence: Evidence) -> tuple[Hit, ...]:
    """One rule's hits."""
    way_out = f"leave it out with --ignore {code} and "
    with _telling_of_crash(evidence.reading.document, f"rule {code}", way_out):
        return tuple(check(evidence))


@contextmanager
def _telling_of_crash(document: Document, part: str, way_out: str = "") -> Iterator[None]:
    """Turn a crash into a RuleError that names the draft and what crashed."""
    try:
        yield
    except (ScrLintError, StoppedError):
        raise
    except Exception as error:
        raise RuleError(
            document.name,
            f"{part} crashed ({type(error).__name__}: {error}); {way_out}report it as a bug",
        ) from error


def _reading_order(code: str, hit: Hit) -> tuple[int, int, str, str]:
    """The draft as a whole first, then by place."""
    block = -1 if hit.block is None else hit.block
    return block, hit.span.start, code, hit.about


def _message(header: RuleHeader, hit: Hit, words: str) -> str:
    values = {"words": " ".join(words.split()), "actor": _named(hit.actor), **hit.values}
    return header.message.format_map(values)


def _is_known(actor: Actor | None) -> bool:
    """Whether the actor is somebody, or a system, rather than whatever the verb has for a subject."""
    return actor is not None and bool(actor.text) and actor.kind is not ActorKind.UNKNOWN


def _named(actor: Actor | None) -> str:
    """The actor in running text."""
    return f"“{actor.text}”" if actor is not None and _is_known(actor) else "those involved"


def _sentence(hit: Hit, block: Block | None) -> str:
    return hit.sentence.of(block.text) if block else ""


def _placed(found: FoundPassage, document: Document) -> Passage:
    block = document.blocks[found.block]
    where = place(block, found.span, document.blocks)
    return Passage(found.label, found.kind, found.span.of(block.text), where)
