"""Scores as tables for a person and as values for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scr_lint.scoring.counts import Counts, wilson
from scr_lint.scoring.passages import JudgedPassage, score_passages
from scr_lint.scoring.planted import PlantedScore
from scr_lint.scoring.reviews import ReviewsScore
from scr_lint.scoring.sentences import ANY, Judged, score
from scr_lint.scoring.verdicts import QUESTIONS, Verdicts

_HEADINGS = (
    f"{'label':28}{'wanted':>7}{'right':>7}{'false':>7}{'missed':>7}  "
    f"{'precision':18} {'recall':18} {'F1':6} lintscore"
)


@dataclass(frozen=True, slots=True)
class PartScores:
    """One corpus scored: the rows of its table, what differs from the labels, and plain values."""

    rows: tuple[str, ...]
    differences: tuple[str, ...]
    values: Mapping[str, Any]


def of_sentences(name: str, judged: Sequence[Judged]) -> PartScores:
    """Labelled sentences: one line a label, with 95 % intervals."""
    rows, values = tuple(_sentence_rows(name, judged)), _sentence_values(name, judged)
    return PartScores(rows, tuple(_sentence_differences(judged)), values)


def of_reviews(name: str, result: ReviewsScore) -> PartScores:
    """Drafts with keys: verdicts by question with their confusion, false "met" apart, then the rest."""
    rows, values = tuple(_review_rows(name, result)), _review_values(name, result)
    return PartScores(rows, tuple(_review_differences(result)), values)


def of_planted(name: str, result: PlantedScore) -> PartScores:
    """A draft with planted faults: its verdicts, and how many faults are found, by code."""
    rows, values = tuple(_planted_rows(name, result)), _planted_values(name, result)
    return PartScores(rows, tuple(_planted_differences(result)), values)


def of_passages(name: str, judged: tuple[JudgedPassage, ...]) -> PartScores:
    """Short passages: one line a label of sections 2 and 3, and the passages that came out otherwise."""
    counts = score_passages(judged)
    rows = [f"\n{name}: {len(judged)} passages", _HEADINGS]
    rows += [_row(label, count) for label, count in counts.items()]
    values = {
        "corpus": name,
        "passages": len(judged),
        "labels": {label: _values(count) for label, count in counts.items()},
    }
    return PartScores(tuple(rows), tuple(_passage_differences(judged)), values)


def _passage_differences(judged: Sequence[JudgedPassage]) -> Iterator[str]:
    """Each passage with a label too many ("+") or too few ("-")."""
    for one in judged:
        extra, lacking = sorted(one.found - one.item.labels), sorted(one.item.labels - one.found)
        if extra or lacking:
            wrong = (*(f"+{label}" for label in extra), *(f"-{label}" for label in lacking))
            yield f"{one.item.id}: {'; '.join(wrong)}: {' '.join(one.item.text.split())}"


def _scored(judged: Sequence[Judged]) -> dict[str, Counts]:
    """Counts by label: the blame labels, any of them, then whatever other labels occur."""
    from scr_lint.rules.blame import CODES

    found = {label for j in judged for label in j.item.labels | j.found}
    others = sorted(found - CODES.keys())
    blame = score(judged, tuple(CODES))
    anything = blame.pop(ANY)
    rest = score(judged, others)
    rest.pop(ANY)
    return {**blame, ANY: anything, **rest}


def _sentence_rows(name: str, judged: Sequence[Judged]) -> Iterator[str]:
    yield f"\n{name}: {len(judged)} sentences"
    yield _HEADINGS
    for label, counts in _scored(judged).items():
        yield _row(label, counts)


def _review_rows(name: str, result: ReviewsScore) -> Iterator[str]:
    total = len(result.drafts)
    yield f"\n{name}: {total} drafts"
    for question in QUESTIONS:
        right = sum(question not in draft.wrong_questions for draft in result.drafts)
        share = _with_interval(right / total, wilson(right, total))
        yield f"verdict on {question}: {right} of {total} right {share}"
        for (wanted, given), number in sorted(result.confusion(question).items()):
            if wanted is not given:
                yield f"    {number} × {wanted} taken for {given}"
    yield f'false "met": {result.false_met:.1%} of all verdicts'
    yield _HEADINGS
    for part in ("codes", "parties", "mentioned", "acknowledged"):
        yield _row(part, result.total(part))


def _review_differences(result: ReviewsScore) -> Iterator[str]:
    """Each draft with a wrong verdict or a wrong code: "+" fired and must not, "-" the other way."""
    for draft in result.drafts:
        wrong = _wrong_verdicts(draft.verdicts)
        if wrong or draft.codes_wrong:
            yield f"{draft.name}: {'; '.join([*wrong, *draft.codes_wrong])}"


def _wrong_verdicts(verdicts: Verdicts) -> list[str]:
    return [f"{q}: wanted {w}, given {g}" for q, (w, g) in verdicts.items() if w is not g]


def _planted_rows(name: str, result: PlantedScore) -> Iterator[str]:
    found, total = len(result.found), len(result.found) + len(result.missed)
    share = _with_interval(found / total, wilson(found, total)) if total else "–"
    yield f"\n{name}: {found} of {total} planted faults found at their place {share}"
    yield f"verdicts: {'; '.join(_wrong_verdicts(result.verdicts)) or 'all three right'}"
    for code, counts in result.by_code().items():
        yield f"{code:28}{counts.right + counts.missed:>7}{counts.right:>7}"


def _planted_differences(result: PlantedScore) -> Iterator[str]:
    for fault in result.missed:
        yield f"missed       {fault.code:20} ¶{fault.paragraph or '–'}: {fault.words}"


def _planted_values(name: str, result: PlantedScore) -> dict[str, Any]:
    return {
        "corpus": name,
        "verdicts": {q: {"wanted": w, "given": g} for q, (w, g) in result.verdicts.items()},
        "planted": {
            code: {"found": counts.right, "missed": counts.missed}
            for code, counts in result.by_code().items()
        },
    }


def _review_values(name: str, result: ReviewsScore) -> dict[str, Any]:
    """The scores of a folder of drafts as plain values."""
    return {
        "corpus": name,
        "drafts": len(result.drafts),
        "verdict_accuracy": {q: result.accuracy(q) for q in QUESTIONS},
        "confusion": {
            q: [
                {"wanted": str(wanted), "given": str(given), "drafts": number}
                for (wanted, given), number in sorted(result.confusion(q).items())
            ]
            for q in QUESTIONS
        },
        "false_met": result.false_met,
        **{
            part: _values(result.total(part))
            for part in ("codes", "parties", "mentioned", "acknowledged")
        },
    }


def _sentence_differences(judged: Sequence[Judged]) -> Iterator[str]:
    """Every miss and every false alarm, with its sentence."""
    for one, missed, false_alarms in _wrong(judged):
        for label in missed:
            yield f"missed       {label:20} {one.item.id}: {one.item.sentence}"
        for label in false_alarms:
            yield f"false alarm  {label:20} {one.item.id}: {one.item.sentence}"


def _wrong(judged: Sequence[Judged]) -> Iterator[tuple[Judged, list[str], list[str]]]:
    """Each sentence judged wrongly: the labels missed, and the false alarms; "maybe" counts as neither."""
    for one in judged:
        missed = sorted(one.item.labels - one.item.maybe - one.found)
        false_alarms = sorted(one.found - one.item.labels - one.item.maybe)
        if missed or false_alarms:
            yield one, missed, false_alarms


def _sentence_values(name: str, judged: Sequence[Judged]) -> dict[str, Any]:
    """The scores of a sentence corpus as plain values."""
    return {
        "corpus": name,
        "sentences": len(judged),
        "labels": {label: _values(counts) for label, counts in _scored(judged).items()},
        "differences": [
            {
                "id": one.item.id,
                "sentence": one.item.sentence,
                "wanted": sorted(one.item.labels),
                "found": sorted(one.found),
            }
            for one, _, _ in _wrong(judged)
        ],
    }


def _values(counts: Counts) -> dict[str, Any]:
    return {
        "right": counts.right,
        "false_alarms": counts.false_alarms,
        "missed": counts.missed,
        "precision": counts.precision,
        "precision_interval": counts.precision_interval(),
        "recall": counts.recall,
        "recall_interval": counts.recall_interval(),
        "f1": counts.f1,
        "lintscore": counts.lintscore,
    }


def _row(label: str, counts: Counts) -> str:
    return (
        f"{label:28}{counts.right + counts.missed:>7}{counts.right:>7}{counts.false_alarms:>7}"
        f"{counts.missed:>7}  "
        f"{_with_interval(counts.precision, counts.precision_interval()):18} "
        f"{_with_interval(counts.recall, counts.recall_interval()):18} "
        f"{_figure(counts.f1):6} {counts.lintscore:8.1f}"
    )


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _with_interval(value: float | None, interval: tuple[float, float] | None) -> str:
    if value is None or interval is None:
        return "–"
    return f"{value:.2f} ({interval[0]:.2f}–{interval[1]:.2f})"
