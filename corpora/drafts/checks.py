"""Holds a draft's key and labels against its source: numbers, words, sentences."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from source import LIST_KINDS, Block, Draft, Span, visible_text

QUESTIONS = ("communication", "strength", "tensions")
VERDICTS = ("met", "partly", "not-met")
WHERE = ("body", "table", "footnote", "text box", "insertion", "list")
BLAME = (
    "fault",
    "failure",
    "hindsight",
    "judgement",
    "intent",
    "certainty",
    "sanction",
    "family",
    "missed",
)
PURPOSE = ("learning", "prevention", "disclaimer", "hedged", "competing")
PARTIES = ("board", "leaders", "practitioners", "reviewers", "family")
TENSION = ("trigger", "acknowledged", "dismissed")
LABELS = frozenset(
    [
        *BLAME,
        *(f"purpose-{kind}" for kind in PURPOSE),
        *(f"communicated-{party}" for party in PARTIES),
        *(f"tension-{kind}" for kind in TENSION),
    ]
)
_CODE = re.compile(r"^(BL0(0[1-9]|1[0-2])|LP00[1-7]|TA00[1-5])$")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of text the key can point at: a paragraph, list item, cell, footnote, box."""

    number: str
    where: str
    text: str
    inserted: tuple[bool, ...]  # one flag a character


def places(draft: Draft) -> list[Place]:
    """Every place of the body in reading order; footnotes follow the block that refers to them."""
    found: list[Place] = []

    def add(spans: tuple[Span, ...], number: str, where: str) -> None:
        text, flags = visible_text(spans), []
        for span in spans:
            if span.style.change != "del":
                flags += [span.style.change == "ins"] * len(span.text)
        if text:
            found.append(Place(number, where, text, tuple(flags)))

    def notes(spans: tuple[Span, ...]) -> None:
        for span in spans:
            if span.footnote:
                add(draft.footnotes[span.footnote], "", "footnote")

    for block in draft.blocks:
        add(block.spans, block.number, "list" if block.kind in LIST_KINDS else _where(block))
        notes(block.spans)
        for row in block.rows:
            for cell in row:
                add(cell.spans, "", "table")
                notes(cell.spans)
        for child in block.children:
            add(child.spans, child.number, "text box")
            notes(child.spans)
    return found


def _where(block: Block) -> str:
    return "heading" if block.kind.startswith("heading") else "body"


def check_key(draft: Draft, path: Path) -> tuple[Counter[str], list[str]]:
    """Count the planted faults by code; report every entry that does not fit the draft."""
    key = tomllib.loads(path.read_text(encoding="utf-8"))
    problems: list[str] = []
    verdicts = key.get("verdicts", {})
    for question in QUESTIONS:
        if verdicts.get(question) not in VERDICTS:
            problems.append(f"{path.name}: verdict of {question!r} is {verdicts.get(question)!r}")
    counts: Counter[str] = Counter()
    known = places(draft)
    for entry in key.get("planted", []):
        code, words = entry.get("code", ""), entry.get("words", "")
        counts[code] += 1
        if not _CODE.match(code):
            problems.append(f"{path.name}: unknown code {code!r}")
        if words and not any(_fits(place, entry) for place in known):
            problems.append(
                f"{path.name}: {code} {entry.get('paragraph', '')!r}: not there: "
                f"{words!r} ({entry.get('where', 'body')})"
            )
        if not words and not code.startswith(("LP", "TA")):
            problems.append(f"{path.name}: {code} has no words")
    return counts, problems


def _fits(place: Place, entry: dict[str, str]) -> bool:
    """Whether the words of a key entry stand in this place."""
    words, where = entry["words"], entry.get("where", "body")
    at = place.text.find(words)
    if at < 0:
        return False
    if where == "insertion":
        return _numbered(place, entry) and any(place.inserted[at : at + len(words)])
    return place.where == where and _numbered(place, entry)


def _numbered(place: Place, entry: dict[str, str]) -> bool:
    """Whether the entry names this place's number; an entry without one fits everywhere."""
    return entry.get("paragraph", place.number) == place.number


def check_labels(draft: Draft, path: Path) -> tuple[int, list[str]]:
    """Count labelled sentences; report those not in the draft, and text left without labels.

    Table cells are exempt from the second check: most hold a name, a role or a date, no sentence.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    problems = [
        f"{path.name}:{i}: unknown label {label!r}"
        for i, row in enumerate(rows, 1)
        for label in row["labels"]
        if label not in LABELS
    ]
    known = {(place.number, squeeze(place.text)) for place in places(draft)}
    for i, row in enumerate(rows, 1):
        number, sentence = row["paragraph"], squeeze(row["sentence"])
        if not any(number == place and sentence in text for place, text in known):
            problems.append(f"{path.name}:{i}: not in {number!r}: {sentence[:70]!r}")
    said = " ".join(squeeze(row["sentence"]) for row in rows)
    for place in places(draft):
        if place.where == "heading" and "glossary" in place.text.lower():
            break
        if place.where not in ("heading", "table") and squeeze(place.text) not in said:
            problems.append(f"{path.name}: not labelled ({place.number!r}): {place.text[:70]!r}")
    return len(rows), problems


def squeeze(text: str) -> str:
    """``text`` with every run of white space as one space."""
    return " ".join(text.split())
