"""Checks what a folder of the user's own adds to the lists in `lexicons/passages/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from scr_lint.lexicon.cue_pattern import CUE_FILES, CueParser, cue_lists
from scr_lint.lexicon.inflection import Irregulars
from scr_lint.toml_tables import Table

# Its words are regular expressions.
_EXPRESSIONS = "hearing"


def check_own_cues(
    own: Sequence[tuple[str, Table]],
    words: Mapping[str, Mapping[str, tuple[str, ...]]],
    irregulars: Irregulars,
) -> None:
    """Note what is wrong with the lists in these files, each given by the name of its file.

    `words` are all lists in force, by file. Faults go to the tables' own.
    """
    if not own:
        return
    parser = CueParser(cue_lists(words), irregulars)
    for file, table in own:
        if file in CUE_FILES:
            problems = _in_cues(table, parser)
        elif file == _EXPRESSIONS:
            problems = _in_expressions(table)
        else:
            continue
        for problem in dict.fromkeys(problems):
            table.faults.add(table.place, problem)


def _in_cues(table: Table, parser: CueParser) -> Iterable[str]:
    for name in table.names():
        for source in table.texts(name):
            try:
                parser.cue(name, source)
            except ValueError as error:
                yield str(error)


def _in_expressions(table: Table) -> Iterable[str]:
    for name in table.names():
        for source in table.texts(name):
            try:
                re.compile(source)
            except re.error as error:
                yield f"{name}: {source!r} is no regular expression: {error}"
