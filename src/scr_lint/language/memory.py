"""What was worked out for sentences met before, so that only changed paragraphs cost time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

_SIZE = 20_000


class StoppedError(Exception):
    """Raised by a watch to stop a reading that nobody waits for any more."""


class Recent:
    """Values by key; beyond `size` of them the one longest unused goes."""

    def __init__(self, size: int, watch: Callable[[], None]) -> None:
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._size = size
        self._watch = watch

    def __contains__(self, key: Hashable) -> bool:
        return key in self._values

    def __getitem__(self, key: Hashable) -> Any:
        self._values.move_to_end(key)
        return self._values[key]

    def __setitem__(self, key: Hashable, value: Any) -> None:
        self._watch()
        self._values[key] = value
        self._values.move_to_end(key)
        if len(self._values) > self._size:
            self._values.popitem(last=False)

    def update(self, pairs: Mapping[Any, Any] | Iterable[tuple[Any, Any]]) -> None:
        """Keep all these."""
        for key, value in pairs.items() if isinstance(pairs, Mapping) else pairs:
            self[key] = value


class Memory:
    """Recent values by what they are: parses, entries, cues.

    One memory serves one set of lexicons and one pipeline. Values rest on the words alone, never on
    where a sentence stands, so that a moved paragraph is known again. `people` are the names the
    last whole reading found. `watch` is called whenever something is kept, and may raise StoppedError;
    what was kept stays.
    """

    def __init__(self, size: int = _SIZE, watch: Callable[[], None] = lambda: None) -> None:
        self.people: frozenset[str] = frozenset()
        self._size = size
        self._watch = watch
        self._kinds: dict[str, Recent] = {}

    def of(self, kind: str) -> Recent:
        """The values of one kind."""
        if kind not in self._kinds:
            self._kinds[kind] = Recent(self._size, self._watch)
        return self._kinds[kind]
