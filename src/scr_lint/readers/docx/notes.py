"""Footnotes and endnotes: where each stands in its part, and the mark it is printed with."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from scr_lint.docx_names import ID, w
from scr_lint.docx_pieces import PARAGRAPH, contribution, is_piece
from scr_lint.readers.docx.number_formats import formatted
from scr_lint.readers.docx.package import Part
from scr_lint.readers.docx.pages import sections
from scr_lint.readers.docx.tags import value, whole

_CHICAGO = "*†‡§"
_OWN_MARK = w("customMarkFollows")


@dataclass(frozen=True, slots=True)
class NoteFormat:
    """How notes of one kind are counted: format, first number, and where the count restarts."""

    format: str
    start: int = 1
    restart: str = "continuous"

    def mark(self, count: int) -> str:
        """The mark of the `count`-th note, from 1, since the last restart."""
        number = self.start + count - 1
        if self.format == "chicago":
            times, place = divmod(max(number, 1) - 1, len(_CHICAGO))
            return _CHICAGO[place] * (times + 1)
        return formatted(number, self.format)


@dataclass(slots=True)
class Notes:
    """The notes of one kind, handed out in the order of their references, each once."""

    part: Part
    kind: str
    formats: tuple[NoteFormat, ...]
    _elements: dict[str, etree._Element] = field(default_factory=dict)
    _ordinals: dict[etree._Element, int] = field(default_factory=dict)
    _count: int = 0
    _since: tuple[int, int] = (0, 1)

    def __post_init__(self) -> None:
        for element in self.part.root.iterchildren(w(self.kind)):
            if element.get(w("type"), "normal") == "normal":
                self._elements.setdefault(element.get(ID, ""), element)
        self._ordinals = {p: at for at, p in enumerate(self.part.root.iter(PARAGRAPH))}

    def ordinal(self, paragraph: etree._Element) -> int:
        """The ordinal of a paragraph among all of the part."""
        return self._ordinals[paragraph]

    def mark(self, reference: etree._Element, section: int, page: int) -> str:
        """The mark a reference is printed with; one of the author's own does not count."""
        if _is_on(reference.get(_OWN_MARK)):
            return _own_mark(reference)
        style = self.formats[min(section, len(self.formats) - 1)]
        before = self._since
        self._since = (section, page)
        restarts = (style.restart == "eachSect" and section != before[0]) or (
            style.restart == "eachPage" and page != before[1]
        )
        self._count = 1 if restarts else self._count + 1
        return style.mark(self._count)

    def take(self, reference: etree._Element) -> etree._Element | None:
        """The note a reference leads to; None where there is none or it was read before."""
        return self._elements.pop(reference.get(ID, ""), None)


def read_notes(
    part: Part | None, kind: str, settings: Part | None, body: etree._Element
) -> Notes | None:
    """The "footnote" or "endnote" part, None where the draft has none."""
    if part is None:
        return None
    format_of = partial(_format, kind, general=None if settings is None else settings.root)
    formats = tuple(map(format_of, sections(body)))
    return Notes(part, kind, formats or (format_of(None),))


def _is_on(text: str | None) -> bool:
    """An on/off attribute, off where absent."""
    return text is not None and text not in ("0", "false", "off")


def _format(
    kind: str, section: etree._Element | None, *, general: etree._Element | None
) -> NoteFormat:
    """A section's own say goes before the draft's (17.11.17 to 17.11.20); endnotes are roman."""
    name = w(f"{kind}Pr")
    own = None if section is None else section.find(name)
    common = None if general is None else general.find(name)

    def say(what: str) -> str | None:
        return value(own, w(what)) or value(common, w(what))

    usual = "decimal" if kind == "footnote" else "lowerRoman"
    return NoteFormat(
        say("numFmt") or usual, whole(say("numStart")) or 1, say("numRestart") or "continuous"
    )


def _own_mark(reference: etree._Element) -> str:
    """The text that follows the reference in its run (17.11.14)."""
    after = (e for e in reference.itersiblings() if is_piece(e))
    return "".join(map(contribution, after)).strip()
