"""What a lexicon holds: a rule's header and its entries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scr_lint.finding import ActorKind, Confidence, Severity
from scr_lint.lexicon.clause_terms import Call, Modality, Voice
from scr_lint.lexicon.examples import Example
from scr_lint.lexicon.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `scr-lint explain` tells of a rule beside its entries."""

    flags: tuple[str, ...]
    silent: tuple[str, ...]
    reason: str
    rewrite: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RuleHeader:
    """A rule's fixed properties.

    `level` is "sentence", "passage" or "document". `severity` gives the severity by kind of actor;
    rules that know no actor look up ActorKind.UNKNOWN. `message` is filled with `{words}`,
    `{actor}` and what the rule adds. `why` is the sentence of the Quality Marker behind the rule.
    """

    code: str
    name: str
    level: str
    severity: Mapping[ActorKind, Severity]
    summary: str
    message: str
    instead: str
    why: str
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of wording: patterns, what must hold of their clause, and examples that run as tests.

    `actors` are the kinds of actor it may fire on, empty for all. `of` holds written forms: the word
    must be said of one of these nouns, and of none of those in `not_of`. `about` likewise limits the
    object. `voice` is that of its clause, None for any, and `modal` the modal constructions it may
    stand under, empty for any; `supposed` entries ask that the sentence supposes what did not happen
    ("had she rung, …"). `negated` entries look for a negative statement; those with `denial_inside`
    hold a denial in their own words, so that none is asked about. `called` is what the clause must
    want of the thing. `kind` narrows the label (a party, a circumstance); "" where it has none.
    """

    id: str
    label: str
    patterns: tuple[Pattern, ...]
    examples: tuple[Example, ...]
    confidence: Confidence = Confidence.HIGH
    actors: tuple[ActorKind, ...] = ()
    of: frozenset[str] = frozenset()
    not_of: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    voice: Voice | None = None
    modal: tuple[Modality, ...] = ()
    supposed: bool = False
    negated: bool = False
    denial_inside: bool = False
    called: Call = Call.NONE
    kind: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entries that give one label, in order; `rule` is the code of the file's first rule."""

    label: str
    rule: str
    entries: tuple[Entry, ...]
