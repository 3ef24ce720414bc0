"""Reports of earlier runs, kept in a folder of the user's own, so that a nightly run is quick.

Drafts are confidential. An entry holds places, rules and verdicts; the words come from the draft when
it is read again. Of the draft's own words only those in messages and the actor's name are kept. The
folder is for its owner alone, and an entry's name is a hash that tells nothing of the draft.
"""

from __future__ import annotations

import hashlib
import json
import platform
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from scr_lint.config import Config
from scr_lint.errors import WriteError
from scr_lint.finding import (
    Actor,
    ActorKind,
    Answer,
    Confidence,
    DocumentReport,
    Finding,
    Narrowing,
    Passage,
    Severity,
    Verdict,
)
from scr_lint.lexicon import lexicon_folder
from scr_lint.model import Document, Span
from scr_lint.placing import place
from scr_lint.writing import write_output

_DAYS = 30
_PACKAGE = Path(__file__).parent
# What reads drafts beside the tool itself: another version may see other words in the same bytes.
_READ_WITH = (
    *("spacy", "thinc", "numpy", "markdown-it-py"),
    *("python-docx", "lxml", "pdfminer.six"),
)


@dataclass(frozen=True, slots=True)
class Cache:
    """Reports by key, one file each; a file that cannot be read counts as not there."""

    folder: Path

    def prepare(self) -> None:
        """Make the folder, for its owner alone, and drop what nobody asked for in 30 days.

        Raises WriteError when there can be no such folder.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.folder.chmod(0o700)
            for path in self.folder.glob("*.json"):
                # Another run may drop it first.
                with suppress(FileNotFoundError):
                    if path.stat().st_mtime < time.time() - _DAYS * 86_400:
                        path.unlink()
        except OSError as error:
            raise WriteError(str(self.folder), f"no place for a cache: {error.strerror}") from error

    def get(self, key: str, document: Document) -> DocumentReport | None:
        """What was said of this draft under this key, before anything was set aside."""
        path = self.folder / f"{key}.json"
        try:
            found = _report(json.loads(path.read_text("utf-8")), document)
            path.touch()
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            return None
        return found

    def put(self, key: str, report: DocumentReport) -> None:
        """Keep a report. Raises WriteError when it cannot be written."""
        content = json.dumps(_wire(report), ensure_ascii=False).encode("utf-8", "replace")
        write_output(self.folder / f"{key}.json", content, private=True)


def key_of(content: bytes, form: str, config: Config) -> str | None:
    """A name for the report on these bytes under these settings; None where it may not be kept.

    That is so with a pipeline of the user's own: it may change without changing its name.
    """
    if config.pipeline:
        return None
    settings = repr(replace(config, fail_on=None))
    parts = [_stamp(), form, settings, *(_words(folder) for folder in config.lexicons)]
    return hashlib.sha256("\0".join(parts).encode() + b"\0" + content).hexdigest()


@cache
def _stamp() -> str:
    """The tool as it stands: names, sizes and times of all its files, lexicons and pipeline too.

    With them the versions of Python and of the packages that drafts are read with.
    """
    files = [p for folder in (_PACKAGE, lexicon_folder()) for p in folder.rglob("*") if p.is_file()]
    facts = sorted(
        f"{p} {p.stat().st_size} {p.stat().st_mtime_ns}" for p in files if p.suffix != ".pyc"
    )
    facts += _versions()
    return hashlib.sha256("\n".join(facts).encode("utf-8", "surrogateescape")).hexdigest()


def _versions() -> Iterator[str]:
    yield f"python {platform.python_version()}"
    for package in _READ_WITH:
        with suppress(PackageNotFoundError):
            yield f"{package} {version(package)}"


def _words(folder: str) -> str:
    digest = hashlib.sha256()
    for path in sorted(Path(folder).rglob("*.toml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _wire(report: DocumentReport) -> dict[str, Any]:
    return {
        "profile": report.profile,
        "findings": [_finding_wire(finding) for finding in report.findings],
        "passages": [_passage_wire(passage) for passage in report.passages],
        "answers": [
            {
                "question": answer.question,
                "name": answer.name,
                "verdict": answer.verdict,
                "found": {k: [_passage_wire(p) for p in v] for k, v in answer.found.items()},
                "missing": answer.missing,
            }
            for answer in report.answers
        ],
        "narrowing": asdict(report.narrowing),
    }


_SAME = (
    *("rule", "name", "severity", "confidence", "fingerprint", "message", "instead", "entry"),
    "about",
)


def _finding_wire(finding: Finding) -> dict[str, Any]:
    sentence, actor = finding.sentence_span, finding.actor
    return {
        **{name: getattr(finding, name) for name in (*_SAME, "why")},
        "actor": [actor.text, actor.kind] if actor else None,
        "at": [finding.location.block, finding.location.start or 0, finding.location.end or 0],
        "in": [sentence.start, sentence.end] if sentence else None,
    }


def _passage_wire(passage: Passage) -> list[Any]:
    where = passage.location
    return [passage.label, passage.kind, where.block, where.start, where.end]


def _report(wire: Mapping[str, Any], document: Document) -> DocumentReport:
    return DocumentReport(
        document=document,
        profile=wire["profile"],
        findings=tuple(_finding(found, document) for found in wire["findings"]),
        passages=tuple(_passage(found, document) for found in wire["passages"]),
        answers=tuple(
            Answer(
                question=answer["question"],
                name=answer["name"],
                verdict=Verdict(answer["verdict"]),
                found={
                    k: tuple(_passage(p, document) for p in v) for k, v in answer["found"].items()
                },
                missing=tuple(answer["missing"]),
            )
            for answer in wire["answers"]
        ),
        narrowing=_narrowing(wire["narrowing"]),
    )


def _narrowing(wire: Mapping[str, Any]) -> Narrowing:
    codes = {name: tuple(wire[name]) for name in ("kept", "left", "in_sections")}
    return Narrowing(**codes, confidence=Confidence(wire["confidence"]))


def _finding(wire: Mapping[str, Any], document: Document) -> Finding:
    number, start, end = wire["at"]
    block = None if number is None else document.blocks[number]
    sentence = Span(*wire["in"]) if wire["in"] else None
    return Finding(
        rule=wire["rule"],
        name=wire["name"],
        severity=Severity(wire["severity"]),
        confidence=Confidence(wire["confidence"]),
        fingerprint=wire["fingerprint"],
        message=wire["message"],
        text=Span(start, end).of(block.text) if block else "",
        sentence=sentence.of(block.text) if sentence and block else "",
        instead=wire["instead"],
        entry=wire["entry"],
        why=wire["why"],
        actor=Actor(wire["actor"][0], ActorKind(wire["actor"][1])) if wire["actor"] else None,
        location=place(block, Span(start, end), document.blocks),
        sentence_span=sentence,
        about=wire["about"],
    )


def _passage(wire: list[Any], document: Document) -> Passage:
    label, kind, number, start, end = wire
    block, span = document.blocks[number], Span(start, end)
    return Passage(label, kind, span.of(block.text), place(block, span, document.blocks))
