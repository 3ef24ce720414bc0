"""Where the cache is kept."""

from __future__ import annotations

from pathlib import Path


def cache_folder() -> Path:
    """The folder of the cache, made ready for this user alone and rid of old entries.

    Raises WriteError when there can be none.
    """
    from platformdirs import user_cache_path

    from scr_lint.cache import Cache

    folder = user_cache_path("scr-lint", appauthor=False) / "reports"
    Cache(folder).prepare()
    return folder
