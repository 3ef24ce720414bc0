"""What becomes of a stretch of a Word file: read, or left out for one reason or another."""

from __future__ import annotations

from enum import Enum, auto

from lxml import etree

from scr_lint.docx_names import R_PR, RUN, VAL, w
from scr_lint.docx_pieces import PARAGRAPH, PIECE_TAGS
from scr_lint.readers.docx.fields import lists_entries
from scr_lint.readers.docx.tags import (
    ALTERNATE,
    CHOICE,
    DELETED,
    FALLBACK,
    MOVED_FROM,
    RUBY_TEXT,
    SDT,
    SIMPLE_FIELD,
    VANISH,
    on,
)

_VANISH = "/".join((R_PR, VANISH))
_GALLERY = "/".join((w("sdtPr"), w("docPartObj"), w("docPartGallery")))
_GALLERIES = frozenset(("table of contents", "table of figures", "table of authorities"))


class Fate(Enum):
    """READ, or why not. ELSEWHERE: it is read with a nested paragraph, or is a double."""

    READ = auto()
    DELETED = auto()
    MOVED = auto()
    HIDDEN = auto()
    CONTENTS = auto()
    MERGED = auto()
    RUBY = auto()
    ELSEWHERE = auto()


_BY_TAG = {
    DELETED: Fate.DELETED,
    MOVED_FROM: Fate.MOVED,
    RUBY_TEXT: Fate.RUBY,
}


def own_fate(element: etree._Element) -> Fate:
    """What an element does to all that stands inside it, whatever stands round it."""
    tag = element.tag
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    if tag == RUN:
        return Fate.HIDDEN if on(element.find(_VANISH)) else Fate.READ
    if tag in (CHOICE, FALLBACK):
        return Fate.READ if _chosen(element) else Fate.ELSEWHERE
    if tag == SDT:
        gallery = element.find(_GALLERY)
        listed = gallery is not None and gallery.get(VAL, "").lower() in _GALLERIES
        return Fate.CONTENTS if listed else Fate.READ
    if tag == SIMPLE_FIELD:
        return Fate.CONTENTS if lists_entries(element.get(w("instr"), "")) else Fate.READ
    return Fate.READ


def _chosen(branch: etree._Element) -> bool:
    """One branch of mc:AlternateContent is read: the first choice with text, else the fallback.

    Word would take the first choice it understands (ECMA-376 part 3, 7.6); a choice without text
    holds things such as emoji codes, whose plain form is in the fallback.
    """
    around = branch.getparent()
    if around is None or around.tag != ALTERNATE:
        return True
    branches = [b for b in around if b.tag in (CHOICE, FALLBACK)]
    telling = (b for b in branches if next(b.iter(PARAGRAPH, *PIECE_TAGS), None) is not None)
    return branch is next(telling, None)
