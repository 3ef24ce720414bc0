"""Every entry's examples: marked words must be flagged exactly, unmarked sentences stay silent."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import pytest

from scr_lint.api import checker_for
from scr_lint.config import Config
from scr_lint.language.reading import Reading
from scr_lint.lexicon import Entry, Example, load_lexicons
from scr_lint.model import Block, BlockKind, Document
from scr_lint.rules import FOUND_BY_ENTRY

LEXICONS = load_lexicons()
ENTRIES = LEXICONS.entries(*FOUND_BY_ENTRY)
EXAMPLES = [(entry, x) for entry in ENTRIES for x in entry.examples]


@dataclass
class Found:
    """What is found in one example: spans by rule, and the ids of the entries that match there."""

    spans: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    entries: set[tuple[str, str]] = field(default_factory=set)


@pytest.fixture(scope="session")
def found_in() -> dict[str, Found]:
    """What is found in the text of each example, all of them read in one go."""
    texts = sorted({x.text for _, x in EXAMPLES})
    blocks: list[Block] = []
    for text in texts:
        blocks.append(Block(len(blocks), BlockKind.HEADING, "Example"))
        blocks.append(Block(len(blocks), BlockKind.PARAGRAPH, text))
    document = Document("examples", "text", tuple(blocks))
    checker = checker_for(Config())
    found = {text: Found() for text in texts}
    for finding in checker.examine(document).findings:
        at = finding.location
        if at.block is not None and at.start is not None and at.end is not None:
            found[document.blocks[at.block].text].spans[finding.rule].append((at.start, at.end))
    reading = Reading(document, checker.nlp, checker.lexicons, checker.reader)
    for hits in checker.finder.find(reading):
        for hit in hits:
            entry = hit.match.entry
            found[hit.parsed.sentence.block.text].entries.add((entry.label, entry.id))
    return found


@pytest.mark.parametrize(
    ("entry", "example"),
    [
        pytest.param(*case, id=f"{case[0].label}/{case[0].id}/{case[1].text[:40]}")
        for case in EXAMPLES
    ],
)
def test_an_example_is_flagged_where_it_is_marked(
    entry: Entry, example: Example, found_in: dict[str, Found]
) -> None:
    expected = [(mark.start, mark.end) for mark in example.marks]
    assert found_in[example.text].spans[LEXICONS.lexicons[entry.label].rule] == expected


@pytest.mark.parametrize("entry", [pytest.param(e, id=f"{e.label}/{e.id}") for e in ENTRIES])
def test_an_entry_is_found_in_an_example_of_its_own(
    entry: Entry, found_in: dict[str, Found]
) -> None:
    marked = [found_in[x.text] for x in entry.examples if x.marks]
    assert any((entry.label, entry.id) in found.entries for found in marked)


def test_no_flagged_words_begin_or_end_with_punctuation() -> None:
    marks = [m.of(x.text) for _, x in EXAMPLES for m in x.marks]
    assert [words for words in marks if words.strip(" .,;:!?") != words] == []
