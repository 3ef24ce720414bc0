"""Every entry's examples: marked words must be flagged exactly, unmarked sentences stay silent."""

from __future__ import annotations

import pytest

from scr_lint.language.clause import ClauseReader
from scr_lint.language.pipeline import load_pipeline
from scr_lint.language.reading import Reading
from scr_lint.lexicon import Entry, Example, load_lexicons
from scr_lint.model import Block, BlockKind, Document
from scr_lint.rules.blame import CODES, blame_hits
from scr_lint.rules.entries import EntryFinder

LEXICONS = load_lexicons()


def blame_examples() -> list[tuple[str, Entry, Example]]:
    return [(label, e, x) for label in CODES for e in LEXICONS.entries(label) for x in e.examples]


@pytest.fixture(scope="session")
def found_in() -> dict[str, dict[str, list[tuple[int, int]]]]:
    """Spans flagged by label in every example text, all examples read in one go."""
    texts = sorted({x.text for _, _, x in blame_examples()})
    blocks = []
    for text in texts:
        blocks.append(Block(len(blocks), BlockKind.HEADING, "Example"))
        blocks.append(Block(len(blocks), BlockKind.PARAGRAPH, text))
    nlp = load_pipeline()
    document = Document("examples", "text", tuple(blocks))
    reading = Reading(document, nlp, LEXICONS, ClauseReader.from_lexicons(LEXICONS))
    labels = {code: label for label, code in CODES.items()}
    found: dict[str, dict[str, list[tuple[int, int]]]] = {text: {} for text in texts}
    finder = EntryFinder.from_lexicons(LEXICONS, *CODES)
    for code, hits in blame_hits(finder.find(reading)).items():
        for hit in hits:
            spans = found[document.blocks[hit.block or 0].text].setdefault(labels[code], [])
            spans.append((hit.span.start, hit.span.end))
    return found


@pytest.mark.parametrize(
    ("label", "entry", "example"),
    [
        pytest.param(*case, id=f"{case[0]}/{case[1].id}/{case[2].text[:40]}")
        for case in blame_examples()
    ],
)
def test_an_example_is_flagged_where_it_is_marked(
    label: str,
    entry: Entry,
    example: Example,
    found_in: dict[str, dict[str, list[tuple[int, int]]]],
) -> None:
    expected = [(mark.start, mark.end) for mark in example.marks]
    assert found_in[example.text].get(label, []) == expected


def test_no_flagged_words_begin_or_end_with_punctuation() -> None:
    marks = [m.of(x.text) for _, _, x in blame_examples() for m in x.marks]
    assert [words for words in marks if words.strip(" .,;:!?") != words] == []
