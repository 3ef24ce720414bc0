"""What a kind of review is called, and by whom it is held: one profile for each regime."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from scr_lint.lexicon.home import lexicon_folder
from scr_lint.model import BlockKind, Document
from scr_lint.toml_tables import Faults, Table, read_toml

DEFAULT = "scr"
_TITLE_PAGE_WORDS = 250
_KEYS = ("title", "titles", "initials", "reviews", "boards", "leaders", "reviewers")


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of review.

    `titles` are what its title page says, `initials` their short forms, which count only in
    capitals. `reviews`, `boards`, `leaders` and `reviewers` are its own names for the review and for
    three of the parties, beside those that every review uses.
    """

    name: str
    title: str
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
    """The profile whose name for the review comes first on the draft's title page.

    Where the page does not name the review, its board decides; "scr" if neither does.
    """
    text = _title_page(document)
    profiles = [load_profile(name) for name in profile_names()]
    for names in ("titles", "boards"):
        places = {p.name: _first_place(p, names, text) for p in profiles}
        found = {name: place for name, place in places.items() if place >= 0}
        if found:
            return min(found, key=lambda name: found[name])
    return DEFAULT


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


def _first_place(profile: Profile, names: str, text: str) -> int:
    """Where the first of the profile's titles or boards stands in `text`, -1 for nowhere."""
    phrases = profile.titles if names == "titles" else profile.boards
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    found = [re.search(rf"\b(?:{words})s?\b", text, re.IGNORECASE)]
    if names == "titles":
        initials = "|".join(map(re.escape, profile.initials))
        found.append(re.search(rf"\b(?:{initials})s?\b", text))
    return min((match.start() for match in found if match), default=-1)
