"""Checked reading of TOML tables: every fault is noted with its place, none stops the reading."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import tomli

from scr_lint.errors import LexiconError, ScrLintError
from scr_lint.near_miss import near_miss

E = TypeVar("E", bound=StrEnum)


class Faults:
    """Gathers what is wrong while files are read, to be raised at once by `raise_any`.

    `title` opens the message; `error` is what is raised.
    """

    def __init__(
        self, title: str = "faulty lexicon", error: type[ScrLintError] = LexiconError
    ) -> None:
        self._title = title
        self._error = error
        self._faults: list[str] = []

    def add(self, place: str, problem: str) -> None:
        """Note one fault; `place` "" is the file that the title names."""
        self._faults.append(f"{place}: {problem}" if place else problem)

    def raise_any(self) -> None:
        """Raise one error that lists all faults, if there are any."""
        if len(self._faults) == 1:
            raise self._error(f"{self._title}: {self._faults[0]}")
        if self._faults:
            raise self._error(f"{self._title}:\n  " + "\n  ".join(self._faults))


def read_toml(path: Path, faults: Faults, place: str | None = None) -> dict[str, Any]:
    """The file's table; {} with a fault noted at `place`, or the file's name, where it is no TOML."""
    try:
        return tomli.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        faults.add(path.name if place is None else place, f"cannot be read: {error}")
        return {}


class Table:
    """One TOML table with the place it stands at; each getter notes a fault and gives a default."""

    def __init__(self, values: Mapping[str, Any], place: str, faults: Faults) -> None:
        self._values = values
        self.place = place
        self.faults = faults

    def allow(self, *keys: str) -> None:
        """Note every key that is not among `keys`."""
        for key in self._values:
            if key not in keys:
                self.faults.add(self.place, f"unknown key {key!r}{near_miss(key, keys)}")

    def text(self, key: str, default: str | None = None) -> str:
        """A string; a fault where it is missing and has no default."""
        value = self._values.get(key, default)
        if not isinstance(value, str):
            self.faults.add(self.place, f"{key!r} must be a string")
            return ""
        return value.strip()

    def flag(self, key: str) -> bool:
        """A boolean, False where missing."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self.faults.add(self.place, f"{key!r} must be true or false")
            return False
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings, empty where missing."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.faults.add(self.place, f"{key!r} must be a list of strings")
            return ()
        return tuple(value)

    def choice(self, key: str, choices: type[E], default: E, *besides: str) -> E:
        """One member of an enumeration; one fault where it is none, or no string.

        `besides` are what the caller takes too, and has looked for: a fault lists them.
        """
        value = self._values.get(key, str(default))
        return self._member(key, value, choices, default, *besides)

    def choices(self, key: str, choices: type[E]) -> tuple[E, ...]:
        """Members of an enumeration, empty where missing."""
        first = next(iter(choices))
        return tuple(self._member(key, value, choices, first) for value in self.texts(key))

    def table(self, key: str) -> Table:
        """A nested table, empty where missing."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            self.faults.add(self.place, f"{key!r} must be a table")
            value = {}
        return Table(value, f"{self.place} {key}", self.faults)

    def tables(self, key: str) -> list[Table]:
        """An array of tables, each placed by its `id` or `code`, else by its number."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            self.faults.add(self.place, f"{key!r} must be an array of tables")
            return []
        return [
            Table(v, f"{self.place} {v.get('id') or v.get('code') or f'{key} {n}'}", self.faults)
            for n, v in enumerate(value, start=1)
        ]

    def raw(self, key: str) -> Any:
        """The value as the file has it, None where it is missing; the caller judges it."""
        return self._values.get(key)

    def has(self, key: str) -> bool:
        """Whether the table gives this key."""
        return key in self._values

    def names(self) -> tuple[str, ...]:
        """The names of the keys, in order."""
        return tuple(self._values)

    def _member(self, key: str, value: Any, choices: type[E], default: E, *besides: str) -> E:
        try:
            return choices(value.strip() if isinstance(value, str) else value)
        except ValueError:
            known = [*(str(c) for c in choices), *besides]
            self.faults.add(self.place, f"{key!r}: {value!r} is not one of {', '.join(known)}")
            return default
