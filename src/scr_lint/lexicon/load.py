"""Loading of lexicon folders into checked values; every fault is reported at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scr_lint.finding import ActorKind, Confidence, Severity
from scr_lint.lexicon.clause_terms import Call, Modality, Voice
from scr_lint.lexicon.entry import Entry, Explanation, Lexicon, RuleHeader
from scr_lint.lexicon.examples import parse_example
from scr_lint.lexicon.home import lexicon_folder
from scr_lint.lexicon.own_cues import check_own_cues
from scr_lint.lexicon.pattern import Pattern, PatternParser
from scr_lint.near_miss import near_miss
from scr_lint.toml_tables import Faults, Table, read_toml

WordLists = Mapping[str, tuple[str, ...]]

_HEADER_KEYS = (
    *("code", "name", "level", "severity", "summary", "message", "instead", "why"),
    *("reason", "flags", "silent", "rewrite"),
)
_SHARED_KEYS = (
    *(
        "actor",
        "of",
        "not_of",
        "about",
        "voice",
        "modal",
        "supposed",
        "negated",
        "denial_inside",
        "called",
    ),
    *("kind", "instead"),
    "confidence",
)
_ENTRY_KEYS = ("id", "label", "family", "match", "examples", *_SHARED_KEYS)
_WORD_FOLDERS = ("language", "passages")
_NOT_ENTRIES = ("classes.toml", "inflections.toml", "actors.toml")


@dataclass(frozen=True, slots=True)
class LexiconSet:
    """All lexicons in force: rule headers by code, entries by label, word lists by file name."""

    headers: Mapping[str, RuleHeader]
    lexicons: Mapping[str, Lexicon]
    words: Mapping[str, WordLists]
    actors: Mapping[str, tuple[str, ...]]
    irregulars: Mapping[str, tuple[str, ...]]

    def entries(self, *labels: str) -> tuple[Entry, ...]:
        """The entries that give any of these labels, in the order of the labels."""
        return tuple(
            e for label in labels if label in self.lexicons for e in self.lexicons[label].entries
        )


def load_lexicons(extra: tuple[Path, ...] = ()) -> LexiconSet:
    """The shipped lexicons, followed by the folders in `extra`, which may add but not replace.

    What a folder of the user's own may add: entries under a label there is, words to a list there is.
    The same folders are read once. Raises LexiconError listing every fault in every file.
    """
    return _loaded(extra)


@cache
def _loaded(extra: tuple[Path, ...]) -> LexiconSet:
    """Apart from `load_lexicons`: a cache would keep `load_lexicons()` and `load_lexicons(())` twice."""
    faults = Faults()
    for folder in extra:
        if not folder.is_dir():
            faults.add(str(folder), "there is no such folder of lexicons")
    files = [
        path for folder in (lexicon_folder(), *extra) for path in sorted(folder.rglob("*.toml"))
    ]
    tables = {path: _read_table(path, faults) for path in files}
    faults.raise_any()
    irregulars = _merged(tables, "inflections.toml")
    actors = _merged(tables, "actors.toml", closed=True)
    parser = PatternParser(_merged(tables, "classes.toml"), irregulars)
    headers: dict[str, RuleHeader] = {}
    entries: dict[str, list[Entry]] = {}
    rules: dict[str, str] = {}
    words: dict[str, dict[str, tuple[str, ...]]] = {}
    for path, table in tables.items():
        own = _is_own(path)
        if path.parent.name in _WORD_FOLDERS:
            _read_words(table, words, path.stem, own=own)
        elif path.parent.name == "profiles":
            if own:
                faults.add(table.place, "a profile cannot be added")
        elif path.name not in _NOT_ENTRIES:
            _read_file(table, parser, headers, entries, rules, own=own)
    _check_ids(entries, faults)
    own_passages = [
        (p.stem, t) for p, t in tables.items() if p.parent.name == "passages" and _is_own(p)
    ]
    check_own_cues([(name, t) for name, t in own_passages if name in words], words, irregulars)
    faults.raise_any()
    lexicons = {
        label: Lexicon(label, rules.get(label, ""), tuple(found))
        for label, found in entries.items()
    }
    return LexiconSet(headers, lexicons, words, actors, irregulars)


def _read_table(path: Path, faults: Faults) -> Table:
    """One file; faults are placed by its name, in a folder of the user's own by its whole path."""
    place = str(path) if _is_own(path) else path.name
    return Table(read_toml(path, faults, place), place, faults)


def _is_own(path: Path) -> bool:
    """Whether a file is of a folder of the user's own."""
    return not path.is_relative_to(lexicon_folder())


def _merged(
    tables: Mapping[Path, Table], name: str, *, closed: bool = False
) -> dict[str, tuple[str, ...]]:
    """The lists of all files of that name; to `closed` ones the user's own add words, no lists."""
    merged: dict[str, tuple[str, ...]] = {}
    for path, table in tables.items():
        if path.name == name:
            if closed and _is_own(path):
                table.allow(*merged)
            _add_lists(merged, table)
    return merged


def _add_lists(lists: dict[str, tuple[str, ...]], table: Table) -> None:
    for key in table.names():
        lists[key] = (*lists.get(key, ()), *table.texts(key))


def _read_words(
    table: Table, words: dict[str, dict[str, tuple[str, ...]]], name: str, *, own: bool
) -> None:
    """The lists of one file, added to those of its name; the user's own may only add to such lists."""
    if own and name not in words:
        table.faults.add(
            table.place, f"there is no file of word lists {name!r}{near_miss(name, words)}"
        )
        return
    lists = words.setdefault(name, {})
    if own:
        table.allow(*lists)
    _add_lists(lists, table)


def _read_file(
    table: Table,
    parser: PatternParser,
    headers: dict[str, RuleHeader],
    entries: dict[str, list[Entry]],
    rules: dict[str, str],
    *,
    own: bool,
) -> None:
    table.allow("label", "rule", "family", "entry")
    if own and table.has("rule"):
        table.faults.add(table.place, "a rule cannot be added or replaced; give entries alone")
    for header_table in table.tables("rule") if not own else ():
        header = _read_header(header_table)
        headers[header.code] = header
        rules.setdefault(table.text("label", ""), header.code)
    families = table.table("family")
    for entry_table in table.tables("entry"):
        family = entry_table.text("family", "")
        if family and not families.has(family):
            table.faults.add(entry_table.place, f"unknown family {family!r}")
        shared = families.table(family) if family else families.table("")
        shared.allow(*_SHARED_KEYS)
        entry = _read_entry(entry_table, shared, table.text("label", ""), parser)
        if own and entry.label not in rules:
            hint = near_miss(entry.label, rules)
            table.faults.add(entry_table.place, f"no rule goes by the label {entry.label!r}{hint}")
        entries.setdefault(entry.label, []).append(entry)


def _read_header(table: Table) -> RuleHeader:
    table.allow(*_HEADER_KEYS)
    by_actor = table.table("severity")
    default = by_actor.choice("unknown", Severity, Severity.WARNING)
    severity = {kind: by_actor.choice(kind, Severity, default) for kind in ActorKind}
    rewrite = tuple(
        (pair[0].strip(), pair[1].strip())
        for pair in (line.split("→", 1) for line in table.texts("rewrite"))
        if len(pair) == 2
    )
    return RuleHeader(
        code=table.text("code"),
        name=table.text("name"),
        level=table.text("level"),
        severity=severity,
        summary=table.text("summary"),
        message=table.text("message"),
        instead=table.text("instead"),
        why=table.text("why"),
        explanation=Explanation(
            table.texts("flags"), table.texts("silent"), table.text("reason"), rewrite
        ),
    )


def _read_entry(table: Table, shared: Table, label: str, parser: PatternParser) -> Entry:
    table.allow(*_ENTRY_KEYS)
    examples = tuple(parse_example(text) for text in table.texts("examples"))
    if all(e.silent for e in examples) or not any(e.silent for e in examples):
        table.faults.add(table.place, "needs a marked and an unmarked example")

    def either(key: str) -> Table:
        return table if table.has(key) else shared

    return Entry(
        id=table.text("id"),
        label=table.text("label", label),
        patterns=_patterns(table, parser),
        examples=examples,
        confidence=either("confidence").choice("confidence", Confidence, Confidence.HIGH),
        actors=either("actor").choices("actor", ActorKind),
        of=_forms(either("of"), "of", parser),
        not_of=_forms(either("not_of"), "not_of", parser),
        about=_forms(either("about"), "about", parser),
        voice=_voice(either("voice")),
        modal=either("modal").choices("modal", Modality),
        supposed=either("supposed").flag("supposed"),
        negated=either("negated").flag("negated"),
        denial_inside=either("denial_inside").flag("denial_inside"),
        called=either("called").choice("called", Call, Call.NONE),
        kind=either("kind").text("kind", ""),
        instead=either("instead").text("instead", ""),
    )


def _voice(table: Table) -> Voice | None:
    return table.choice("voice", Voice, Voice.ACTIVE) if table.has("voice") else None


def _patterns(table: Table, parser: PatternParser) -> tuple[Pattern, ...]:
    patterns = []
    for source in table.texts("match"):
        try:
            patterns.append(parser.pattern(source))
        except ValueError as error:
            table.faults.add(table.place, str(error))
    if not table.texts("match"):
        table.faults.add(table.place, "has nothing to match")
    return tuple(patterns)


def _forms(table: Table, key: str, parser: PatternParser) -> frozenset[str]:
    try:
        return frozenset().union(*map(parser.forms, table.texts(key)))
    except ValueError as error:
        table.faults.add(table.place, f"{key!r}: {error}")
        return frozenset()


def _check_ids(entries: Mapping[str, Sequence[Entry]], faults: Faults) -> None:
    for label, found in entries.items():
        seen: set[Any] = set()
        for entry in found:
            if entry.id in seen:
                faults.add(f"{label} {entry.id}", "this id stands twice under the label")
            seen.add(entry.id)
