"""Scoring of whole drafts against their keys: verdicts, codes, parties, kinds of circumstance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scr_lint.finding import Answer, DocumentReport, Verdict
from scr_lint.scoring.counts import Counts
from scr_lint.scoring.verdicts import Verdicts, compare_verdicts
from scr_lint.sought import Label, Party, Question

FAMILIES = ("LP", "TA")


@dataclass(frozen=True, slots=True)
class DraftScore:
    """One draft against its key."""

    name: str
    verdicts: Verdicts
    codes: Counts
    codes_wrong: tuple[str, ...]
    parties: Counts
    mentioned: Counts
    acknowledged: Counts

    @property
    def wrong_questions(self) -> tuple[str, ...]:
        """The questions whose verdict differs from the key's."""
        return tuple(q for q, (expected, given) in self.verdicts.items() if expected is not given)


@dataclass(frozen=True, slots=True)
class ReviewsScore:
    """A folder of drafts against their keys."""

    drafts: tuple[DraftScore, ...]

    def accuracy(self, question: str) -> float:
        """The share of drafts whose verdict on this question is the key's."""
        return sum(q.verdicts[question][0] is q.verdicts[question][1] for q in self.drafts) / len(
            self.drafts
        )

    def confusion(self, question: str) -> Mapping[tuple[Verdict, Verdict], int]:
        """How often each (expected, given) pair of verdicts occurs."""
        return Counter(draft.verdicts[question] for draft in self.drafts)

    @property
    def false_met(self) -> float:
        """The share of all verdicts that say "met" where the key does not: the costly mistake."""
        pairs = [pair for draft in self.drafts for pair in draft.verdicts.values()]
        wrong = sum(
            given is Verdict.MET and expected is not Verdict.MET for expected, given in pairs
        )
        return wrong / len(pairs)

    def total(self, part: str) -> Counts:
        """The sum of one count ("codes", "parties", "mentioned", "acknowledged") over all drafts."""
        return sum((getattr(draft, part) for draft in self.drafts), Counts())


def score_review(name: str, key: Mapping[str, Any], report: DocumentReport) -> DraftScore:
    """What a run on the draft says, against its key (corpora/reviews/README.md, "Key format")."""
    told = next(answer for answer in report.answers if answer.name == Question.COMMUNICATION)
    codes, wrong = _codes({finding.rule for finding in report.findings}, key["codes"])
    return DraftScore(
        name=name,
        verdicts=compare_verdicts(key["verdicts"], report),
        codes=codes,
        codes_wrong=wrong,
        parties=_counted(_parties(told), key["parties"]["found"]),
        mentioned=_counted(_kinds(report, Label.TRIGGER), key["tensions"]["mentioned"]),
        acknowledged=_counted(_kinds(report, Label.ACKNOWLEDGED), key["tensions"]["acknowledged"]),
    )


def _codes(said: Collection[str], key: Mapping[str, Any]) -> tuple[Counts, tuple[str, ...]]:
    """Codes that had to fire and those that were not to; a code in neither list does not count."""
    must = [code for code in key["must"] if code[:2] in FAMILIES]
    extra = [code for code in key["must_not"] if code in said]
    missed = [code for code in must if code not in said]
    wrong = (*(f"+{code}" for code in extra), *(f"-{code}" for code in missed))
    return Counts(len(must) - len(missed), len(extra), len(missed)), wrong


def _parties(answer: Answer) -> set[str]:
    return {party for party in answer.found if party != Party.FAMILY}


def _kinds(report: DocumentReport, label: str) -> set[str]:
    return {passage.kind for passage in report.passages if passage.label == label}


def _counted(said: Iterable[str], there: Iterable[str]) -> Counts:
    """What was said against what is there."""
    given, wanted = frozenset(said), frozenset(there)
    return Counts(len(given & wanted), len(given - wanted), len(wanted - given))
