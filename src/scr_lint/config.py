"""The settings of a run, and which rules they choose."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from scr_lint.errors import ConfigError
from scr_lint.finding import Confidence, Severity
from scr_lint.near_miss import near_miss

PROFILES = ("auto", "scr", "lcspr", "sar", "dhr", "cpr")


@dataclass(frozen=True, slots=True)
class SectionRule:
    """Rules left out of some sections: those with a heading that holds `heading`, in any case."""

    heading: str
    ignore: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force. The defaults live here and nowhere else.

    `select` and `ignore` hold codes ("BL002"), families ("BL") or names ("failure"); an empty
    `select` means every rule. `confidence` is the least to report. `fail_on` None means that findings
    never fail a run. `severity` pairs codes, families and names with the severity to report them at,
    whoever the actor; of two that fit a rule the later holds.
    `pipeline` names another spaCy pipeline, "" the bundled one. `lexicons` are folders that add to
    the shipped ones. `sections` leave rules out of parts of a draft.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    confidence: Confidence = Confidence.LOW
    fail_on: Severity | None = Severity.WARNING
    profile: str = "auto"
    severity: tuple[tuple[str, Severity], ...] = ()
    pipeline: str = ""
    lexicons: tuple[str, ...] = ()
    sections: tuple[SectionRule, ...] = ()


def chosen_rules(config: Config, names: Mapping[str, str]) -> frozenset[str]:
    """The codes of the rules to report, given every rule's name by code.

    Raises ConfigError for a code, family or name that no rule has.
    """
    selected = codes_of(config.select, names) if config.select else frozenset(names)
    return selected - codes_of(config.ignore, names)


def codes_of(wanted: Collection[str], names: Mapping[str, str]) -> frozenset[str]:
    """The codes that some codes, families and names stand for.

    Raises ConfigError, with the near miss, for one that no rule has.
    """
    return frozenset(code for word in wanted for code in _codes_of(word, names))


def _codes_of(word: str, names: Mapping[str, str]) -> frozenset[str]:
    found = frozenset(
        code for code, name in names.items() if word.upper() in (code, code[:2]) or word == name
    )
    if not found:
        known = [*names, *names.values(), *{code[:2] for code in names}]
        raise ConfigError(
            f"no rule is called {word!r}{near_miss(word, known)}; `scr-lint rules` lists them"
        )
    return found
