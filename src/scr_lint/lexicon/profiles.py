"""What a kind of review is called, and by whom it is held: one profile for each regime."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from scr_lint.lexicon.fields import Faults, Table, read_toml
from scr_lint.lexicon.home import lexicon_folder
from scr_lint.model import BlockKind, Document

DEFAULT = "scr"
_TITLE_PAGE_WORDS = 250
_KEYS = ("title", "basis", "titles", "initials", "reviews", "boards", "leaders", "reviewers")


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of review.

    `titles` are what its title page says, `initials` their short forms, which count only in
    capitals. `reviews`, `boards`, `leaders` and `reviewers` are its own names for the review and for
    three of the parties, beside those that every review uses.
    """

    name: str
    title: str
    basis: str
    titles: tuple[str, ...]
    initials: tuple[str, ...]
    reviews: tuple[str, ...]
    boards: tuple[str, ...]
    leaders: tuple[str, ...]
    reviewers: tuple[str, ...]


@cache
def profile_names() -> tuple[str, ...]:
    """The profiles that are shipped, in order of name."""
    return tuple(sorted(path.stem for path in (lexicon_folder() / "profiles").glob("*.toml")))


@cache
def load_profile(name: str) -> Profile:
    """The profile of that name. Raises LexiconError listing every fault of its file."""
    faults = Faults()
    path = lexicon_folder() / "profiles" / f"{name}.toml"
    table = Table(read_toml(path, faults), path.name, faults)
    table.allow(*_KEYS)
    profile = Profile(
        name=name,
        title=table.text("title"),
        basis=table.text("basis"),
        titles=table.texts("titles"),
        initials=table.texts("initials"),
        reviews=table.texts("reviews"),
        boards=table.texts("boards"),
        leaders=table.texts("leaders"),
        reviewers=table.texts("reviewers"),
    )
    faults.raise_any()
    return profile


def detect_profile(document: Document) -> str:
    """The profile whose name for the review comes first on the draft's title page; "scr" if none."""
    text = _title_page(document)
    places = {name: _first_place(load_profile(name), text) for name in profile_names()}
    found = {name: place for name, place in places.items() if place >= 0}
    return min(found, key=lambda name: found[name]) if found else DEFAULT


def _title_page(document: Document) -> str:
    """The draft's first words, headings first: a title says what the review is."""
    taken, words = [], 0
    for block in document.blocks:
        taken.append(block)
        words += block.words()
        if words >= _TITLE_PAGE_WORDS:
            break
    headings = [b.text for b in taken if b.kind is BlockKind.HEADING][:3]
    return "\n".join([*headings, *(b.text for b in taken)])


def _first_place(profile: Profile, text: str) -> int:
    """Where the profile's first title stands in `text`, -1 for nowhere."""
    titles = "|".join(re.escape(title).replace(r"\ ", r"\s+") for title in profile.titles)
    initials = "|".join(map(re.escape, profile.initials))
    found = [
        re.search(rf"\b(?:{titles})s?\b", text, re.IGNORECASE),
        re.search(rf"\b(?:{initials})s?\b", text),
    ]
    return min((match.start() for match in found if match), default=-1)
