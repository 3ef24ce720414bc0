"""Where the lexicon files are: inside the installed package, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

from scr_lint.errors import LexiconError

_PACKAGE = Path(__file__).resolve().parent.parent


def lexicon_folder() -> Path:
    """The folder of the shipped lexicons.

    A wheel carries them as `scr_lint/lexicons`; a checkout keeps them at its top level. Raises
    LexiconError when neither is there.
    """
    for folder in (_PACKAGE / "lexicons", _PACKAGE.parent.parent / "lexicons"):
        if (folder / "actors.toml").is_file():
            return folder
    raise LexiconError("the lexicons are missing from this installation: install scr-lint again")
