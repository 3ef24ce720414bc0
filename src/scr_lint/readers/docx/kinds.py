"""Telling headings and titles from paragraphs in their styles."""

from __future__ import annotations

from lxml import etree

from scr_lint.docx_names import w
from scr_lint.readers.docx.styles import Style
from scr_lint.readers.docx.tags import value, whole

# Drafts number paragraphs "4.12" by giving them a heading style; nobody reads those as headings.
_LONG_HEADING = 25
_SENTENCE_END = (".", "?", "!", ";", ":", ".”", ".\u2019", '."')
_BODY_LEVEL = 9


def heading_level(properties: etree._Element | None, style: Style, text: str) -> int:
    """The heading level from 1; 0 where a reader would see no heading."""
    own = whole(value(properties, w("outlineLvl")))
    level = style.outline
    if own is not None:
        level = own + 1 if 0 <= own < _BODY_LEVEL else 0
    return 0 if level and _reads_as_prose(text) else level


def is_title(style: Style, text: str) -> bool:
    """Whether a paragraph in a title style is short enough to be one."""
    return style.title and not _reads_as_prose(text)


def _reads_as_prose(text: str) -> bool:
    return len(text.split()) > _LONG_HEADING and text.rstrip().endswith(_SENTENCE_END)
