"""The section 1 labels a checker gives to a labelled sentence corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scr_lint.engine import Checker
from scr_lint.language.reading import Reading
from scr_lint.model import Document, Span
from scr_lint.rules.blame import CODES, blame_hits
from scr_lint.scoring.sentences import Judged, LabelledSentence, judge

_LABELS = {code: label for label, code in CODES.items()}


def judge_sentences(checker: Checker, items: Sequence[LabelledSentence]) -> tuple[Judged, ...]:
    """What the blame rules say of each sentence, read together with its neighbours."""

    def find(document: Document) -> Iterator[tuple[str, int, Span]]:
        reading = Reading(document, checker.nlp, checker.lexicons, checker.reader)
        for code, hits in blame_hits(checker.finder.find(reading)).items():
            for hit in hits:
                yield _LABELS[code], hit.block or 0, hit.span

    return judge(items, find)
