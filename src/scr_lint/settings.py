"""Settings from files: `scr-lint.toml`, or `[tool.scr-lint]` in `pyproject.toml`, found upwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import tomli

from scr_lint.config import PROFILES, Config, SectionRule
from scr_lint.errors import ConfigError
from scr_lint.finding import Confidence, Severity
from scr_lint.near_miss import near_miss
from scr_lint.toml_tables import Faults, Table, read_toml

FILE = "scr-lint.toml"
_PYPROJECT = "pyproject.toml"
_TABLE = "scr-lint"
_PLAIN = ("select", "ignore", "confidence", "fail-on", "profile", "severity")
# What may stand in a settings file, under `[[path]]` and under `[[section]]`.
KEYS = (*_PLAIN, "pipeline", "lexicons", "section", "path")
PATH_KEYS = ("match", *_PLAIN)
SECTION_KEYS = ("heading", "ignore")
_CALLED = {"sections": "section"}
DEFAULT = "default"
NEVER = "never"


@dataclass(frozen=True, slots=True)
class Settings:
    """A configuration and where each of its settings comes from, by field name of Config."""

    config: Config = field(default_factory=Config)
    origins: Mapping[str, str] = field(default_factory=dict)

    def overridden(self, origin: str, **values: Any) -> Settings:
        """These settings with `values` put over them."""
        origins = {**self.origins, **dict.fromkeys(values, origin)}
        return Settings(replace(self.config, **values), origins)

    def origin(self, name: str) -> str:
        """Where a setting comes from: a file, the command line, or the default."""
        return self.origins.get(name, DEFAULT)


def find_file(start: Path) -> Path | None:
    """The nearest settings file in the folder of `start` or above it, None where there is none."""
    start = start.resolve()
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        if (folder / FILE).is_file():
            return folder / FILE
        if _speaks_to_us(folder / _PYPROJECT):
            return folder / _PYPROJECT
    return None


def _speaks_to_us(pyproject: Path) -> bool:
    """Whether there is such a file with a table for scr-lint, or a broken one that may have it."""
    try:
        text = pyproject.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    try:
        tool = tomli.loads(text).get("tool")
    except tomli.TOMLDecodeError:
        return f"tool.{_TABLE}" in text
    return isinstance(tool, dict) and _TABLE in tool


def load_settings(file: Path | None, draft: Path | None = None) -> Settings:
    """The settings a file gives for a draft; the defaults for None.

    Raises ConfigError listing every fault of the file: an unknown key with its near miss, a value of
    the wrong kind.
    """
    if file is None:
        return Settings()
    faults = Faults(str(file), ConfigError)
    values = read_toml(file, faults, "settings")
    table = Table(values, "settings", faults)
    if file.name == _PYPROJECT:
        table = table.table("tool").table(_TABLE)
    table.allow(*KEYS)
    given = {**_plain(table), **_beside(table, file.parent)}
    for part in table.tables("path"):
        part.allow(*PATH_KEYS)
        matches = _matches(part.text("match"), draft, file.parent.resolve())
        given = {**given, **(_plain(part) if matches else {})}
    faults.raise_any()
    return Settings().overridden(str(file), **given)


def _plain(table: Table) -> dict[str, Any]:
    """The settings that may also stand under `[[path]]`, by field name; only those given."""
    given: dict[str, Any] = {}
    for key in ("select", "ignore"):
        if table.has(key):
            given[key] = table.texts(key)
    if table.has("confidence"):
        given["confidence"] = table.choice("confidence", Confidence, Confidence.LOW)
    if table.has("fail-on"):
        given["fail_on"] = _fail_on(table)
    if table.has("profile"):
        given["profile"] = _profile(table)
    if table.has("severity"):
        chosen = table.table("severity")
        given["severity"] = tuple(
            (code, chosen.choice(code, Severity, Severity.WARNING)) for code in chosen.names()
        )
    return given


def _fail_on(table: Table) -> Severity | None:
    if table.raw("fail-on") == NEVER:
        return None
    return table.choice("fail-on", Severity, Severity.WARNING, NEVER)


def _beside(table: Table, folder: Path) -> dict[str, Any]:
    """The settings that hold for a whole folder; paths are taken from the settings file's folder."""
    given: dict[str, Any] = {}
    if table.has("pipeline"):
        name = table.text("pipeline")
        given["pipeline"] = str(folder / name) if (folder / name).is_dir() else name
    if table.has("lexicons"):
        given["lexicons"] = tuple(str(folder / name) for name in table.texts("lexicons"))
    if table.has("section"):
        given["sections"] = tuple(_section(part) for part in table.tables("section"))
    return given


def _section(part: Table) -> SectionRule:
    part.allow(*SECTION_KEYS)
    return SectionRule(part.text("heading"), part.texts("ignore"))


def _profile(table: Table) -> str:
    profile = table.raw("profile")
    if profile not in PROFILES:
        known = near_miss(str(profile), PROFILES)
        table.faults.add(table.place, f"no profile is called {profile!r}{known}")
    return str(profile)


def _matches(pattern: str, draft: Path | None, folder: Path) -> bool:
    if draft is None:
        return False
    path = draft.resolve()
    inside = path.relative_to(folder) if path.is_relative_to(folder) else path
    return fnmatch(inside.as_posix(), pattern) or fnmatch(path.name, pattern)


def names() -> tuple[str, ...]:
    """The names of the settings, in order."""
    return tuple(f.name for f in fields(Config))


def key_of(name: str) -> str:
    """What a setting is called in a settings file."""
    return _CALLED.get(name, name.replace("_", "-"))
