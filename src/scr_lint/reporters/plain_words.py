"""The report's closed sets in words a business manager uses; nothing here comes from a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scr_lint.counted import counted
from scr_lint.finding import Actor, ActorKind, DocumentReport, Severity, Verdict
from scr_lint.sought import WORDS

QUESTIONS: Mapping[int, str] = {
    1: "Has the purpose been communicated to all the necessary parties?",
    2: "Has it been put strongly and positively, from the outset?",
    3: "Have complicating circumstances been honestly acknowledged?",
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.MET: "MET",
    Verdict.PARTLY: "PARTLY MET",
    Verdict.NOT_MET: "NOT MET",
}
MISSING: Mapping[int, str] = {
    1: "Not said to have been told",
    2: "What is missing or weak",
    3: "Not yet acknowledged",
}

_DECIDES = "That is not a verdict on the review: a reader still decides."
NOTHING_FLAGGED = f"Nothing flagged. {_DECIDES}"
NOTHING_CHOSEN = f"Nothing flagged by the rules chosen. {_DECIDES}"
NOT_JUDGED = (
    "headings, captions and recognised block quotations (their wording is never flagged as blame)"
)

_ACTORS: Mapping[ActorKind, str] = {
    ActorKind.INDIVIDUAL: "an individual",
    ActorKind.NAME: "a person by name",
    ActorKind.AGENCY: "an agency",
    ActorKind.SYSTEM: "a system",
    ActorKind.FAMILY: "the child, adult or family",
    ActorKind.PERPETRATOR: "the perpetrator",
    ActorKind.UNKNOWN: "",
}


def actor_words(actor: Actor) -> str:
    """Who, and what kind: "the midwife (an individual)"; "not named" where nobody is."""
    kind = _ACTORS[actor.kind]
    if not actor.text:
        return kind or "not named"
    return f"{actor.text} ({kind})" if kind else actor.text


def sought_words(key: str) -> str:
    """What the marker looked for, in words: "media" is "media interest"."""
    return WORDS.get(key, key.replace("-", " "))


def trail(parts: Iterable[str]) -> str:
    """Headings, and the place under them, outermost first, parted by angle marks."""
    return " \u203a ".join(parts)


def facts(report: DocumentReport) -> list[str]:
    """What kind of draft it is: "46 pages" where the file tells, "11,204 words", "profile scr"."""
    pages = report.document.pages
    size = [counted(pages, "page")] if pages else []
    return [*size, counted(report.document.words(), "word"), f"profile {report.profile}"]


def severity_counts(counts: Mapping[Severity, int]) -> str:
    """ "12 errors, 30 warnings, 4 notes" of counts by severity, zeros left out; "" for none."""
    return ", ".join(counted(number, name) for name, number in counts.items() if number)
