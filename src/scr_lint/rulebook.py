"""The rules a configuration chooses: known without the language pipeline, so quick to check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scr_lint.config import PROFILES, Config, chosen_rules, codes_of
from scr_lint.errors import ConfigError
from scr_lint.finding import ActorKind, Confidence, Finding, Hit, Narrowing, Severity
from scr_lint.lexicon import LexiconSet, RuleHeader, load_lexicons
from scr_lint.near_miss import near_miss


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The lexicons and the rules in force.

    `left_out` pairs words of headings with codes; `fixed` is the severity, by code, of rules that the
    settings give one, whoever the actor.
    """

    lexicons: LexiconSet
    codes: frozenset[str]
    left_out: tuple[tuple[str, frozenset[str]], ...]
    fixed: Mapping[str, Severity]

    @property
    def headers(self) -> Mapping[str, RuleHeader]:
        """The headers of the rules in force, by code."""
        return {code: h for code, h in self.lexicons.headers.items() if code in self.codes}

    @property
    def names(self) -> Mapping[str, str]:
        """Every rule's name by code, those not chosen included."""
        return {code: header.name for code, header in self.lexicons.headers.items()}

    def narrowing(self, least: Confidence) -> Narrowing:
        """What these rules, at this least confidence, leave out."""
        return Narrowing(
            kept=tuple(sorted(self.codes)),
            left=tuple(sorted(self.lexicons.headers.keys() - self.codes)),
            confidence=least,
            in_sections=tuple(sorted({code for _, codes in self.left_out for code in codes})),
        )

    def severity(self, code: str, hit: Hit) -> Severity:
        """How much a hit of a rule weighs: by its actor, and a step less where the reason is given."""
        if code in self.fixed:
            return self.fixed[code]
        kind = hit.actor.kind if hit.actor else ActorKind.UNKNOWN
        severity = self.lexicons.headers[code].severity[kind]
        return severity.lowered() if hit.reason else severity

    def keeps(self, finding: Finding, least: Confidence) -> bool:
        """Whether a finding is of a rule in force, sure enough, and not in a section left out."""
        if finding.rule not in self.codes or finding.confidence.weight < least.weight:
            return False
        headings = [heading.casefold() for heading in finding.location.section]
        return not any(
            finding.rule in codes and any(words in heading for heading in headings)
            for words, codes in self.left_out
        )


@lru_cache(maxsize=16)
def rulebook_for(config: Config) -> Rulebook:
    """The rules these settings choose.

    Raises ConfigError for a code no rule has or a profile there is not, LexiconError for a faulty
    lexicon.
    """
    if config.profile not in PROFILES:
        hint = near_miss(config.profile, PROFILES)
        raise ConfigError(f"no profile is called {config.profile!r}{hint}")
    lexicons = load_lexicons(tuple(Path(folder) for folder in config.lexicons))
    names = {code: header.name for code, header in lexicons.headers.items()}
    fixed = {code: to for word, to in config.severity for code in codes_of([word], names)}
    left_out = tuple((s.heading.casefold(), codes_of(s.ignore, names)) for s in config.sections)
    return Rulebook(lexicons, chosen_rules(config, names), left_out, fixed)
