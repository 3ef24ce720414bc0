"""Reading one paragraph: its text, and for every character the piece it came from."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from scr_lint.docx_names import R_PR, RUN
from scr_lint.docx_pieces import PARAGRAPH, PIECE_TAGS, SOFT_HYPHEN, contribution, is_piece
from scr_lint.model import DocxPlace, Segment, Span
from scr_lint.readers.docx.fate import Fate, own_fate
from scr_lint.readers.docx.fields import Fields
from scr_lint.readers.docx.pages import Pages, is_page_break
from scr_lint.readers.docx.styles import Style, Styles
from scr_lint.readers.docx.surroundings import Surroundings
from scr_lint.readers.docx.tags import (
    DELETED,
    ENDNOTE_REFERENCE,
    FIELD_CHAR,
    FIELD_CODE,
    FOOTNOTE_REFERENCE,
    MOVED_FROM,
    PAGE_MARK,
    RUN_STYLE,
    VANISH,
    on,
    value,
)
from scr_lint.readers.invisible import shown_parts

_FIELD_TAGS = frozenset((FIELD_CHAR, FIELD_CODE))
_NOTE_TAGS = frozenset((FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE))
_EVENTS = (*PIECE_TAGS, *_FIELD_TAGS, *_NOTE_TAGS, PAGE_MARK)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as read, or several joined where the mark between them is struck out.

    `notes` are the references in it; `page` is where its first character stands; `section` counts
    Word's sections from 0. `properties` are those of the paragraph mark that stays.
    """

    surroundings: Surroundings
    properties: etree._Element | None
    style: Style
    text: str
    segments: tuple[Segment, ...]
    notes: tuple[etree._Element, ...]
    page: int
    section: int
    mark: Fate

    def joined(self, following: Paragraph) -> Paragraph:
        """This paragraph and the next as one.

        The mark that stays decides what it is, but for one that is left with no text: Word then
        keeps the look of the paragraph before.
        """
        offset = len(self.text)
        stays = following if following.text or not self.text else self
        moved = (Segment(s.span.shifted(offset), s.place) for s in following.segments)
        return Paragraph(
            following.surroundings,
            stays.properties,
            stays.style,
            self.text + following.text,
            (*self.segments, *moved),
            (*self.notes, *following.notes),
            self.page if self.text else following.page,
            following.section,
            following.mark,
        )


@dataclass(slots=True)
class Tally:
    """What was met on the way, for the coverage note."""

    hidden: int = 0
    contents: int = 0
    ruby: int = 0
    merged: int = 0


@dataclass(slots=True)
class _Draft:
    """A paragraph in the making. Breaks in a text box (`boxed`) do not move the page on."""

    part: str
    paragraph: int
    page: int
    boxed: bool
    length: int = 0
    text: list[str] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)

    def take(self, piece: int, text: str) -> None:
        """Add a stretch of a piece for each part of its text between invisible characters."""
        for start, part in shown_parts(text):
            size = len(part)
            place = DocxPlace(self.part, self.paragraph, piece, start, start + size)
            self.segments.append(Segment(Span(self.length, self.length + size), place))
            self.text.append(part)
            self.length += size

    def drop_last(self) -> None:
        """Take back the latest stretch."""
        self.segments.pop()
        self.length -= len(self.text.pop())


@dataclass(slots=True)
class ParagraphReader:
    """Reads the paragraphs of one story (the body, or one note) in order; fields span several."""

    part: str
    styles: Styles
    fields: Fields
    pages: Pages
    tally: Tally
    looks_for_hidden: bool
    section: int = 0
    _fates: dict[etree._Element, Fate] = field(default_factory=dict)
    _last: Fate = Fate.READ

    def read(
        self,
        paragraph: etree._Element,
        ordinal: int,
        surroundings: Surroundings,
        properties: etree._Element | None,
        style: Style,
    ) -> Paragraph:
        """What a paragraph says that stands in a place which is read."""
        draft = _Draft(self.part, ordinal, self.pages.current, surroundings.depth > 0)
        self._last = Fate.READ
        self._fates = {}
        self._walk(paragraph, draft, style)
        return Paragraph(
            surroundings,
            properties,
            style,
            "".join(draft.text),
            tuple(draft.segments),
            tuple(draft.notes),
            draft.page,
            self.section,
            self._mark(properties, style),
        )

    def _walk(self, paragraph: etree._Element, draft: _Draft, style: Style) -> None:
        run: etree._Element | None = None
        fate = Fate.READ
        number = -1
        trailing = 0
        for element in paragraph.iter(*_EVENTS):
            tag = element.tag
            bears_text = tag in PIECE_TAGS
            if bears_text:
                if not is_piece(element):
                    continue
                number += 1
            parent = element.getparent()
            if parent is not run:
                run, fate = parent, self._fate(parent, paragraph, style)
            if not bears_text:
                self._other(element, fate, draft)
            elif self._is_read(fate):
                trailing = self._take(element, number, draft, trailing)
        for _ in range(trailing):
            draft.drop_last()

    def _take(self, element: etree._Element, number: int, draft: _Draft, trailing: int) -> int:
        """Take up one piece; a page break at either end of a paragraph is no text of it.

        Returns how many page breaks now end the paragraph.
        """
        if is_page_break(element):
            if not draft.boxed:
                self.pages.broken()
            if not draft.length:
                return 0
            draft.take(number, contribution(element))
            return trailing + 1
        if element.tag == SOFT_HYPHEN:
            return trailing
        text = contribution(element)
        if not draft.length:
            draft.page = self.pages.current
        draft.take(number, text)
        if text:
            self.pages.text()
        return 0 if text else trailing

    def _other(self, element: etree._Element, fate: Fate, draft: _Draft) -> None:
        if fate is Fate.ELSEWHERE:
            return
        if element.tag in _FIELD_TAGS:
            self.fields.meet(element)
        elif element.tag == PAGE_MARK:
            if not draft.boxed:
                self.pages.marked()
        elif fate is Fate.READ and not self.fields.in_code:
            draft.notes.append(element)

    def _is_read(self, fate: Fate) -> bool:
        """Whether a piece in a run of this fate is read; what is not is tallied by the paragraph."""
        if fate is Fate.READ and not self.fields.idle:
            if self.fields.in_list:
                fate = Fate.CONTENTS
            elif self.fields.in_code:
                return False
        if fate is not self._last:
            self._last = fate
            self.tally.hidden += fate is Fate.HIDDEN
            self.tally.ruby += fate is Fate.RUBY
            self.tally.contents += fate is Fate.CONTENTS
        return fate is Fate.READ

    def _fate(self, run: etree._Element | None, paragraph: etree._Element, style: Style) -> Fate:
        around = run.getparent() if run is not None and run.tag == RUN else run
        if run is None or around is None:
            return Fate.ELSEWHERE
        fate = Fate.READ if around is paragraph else self._fate_within(around, paragraph)
        if fate is Fate.READ and self.looks_for_hidden and run.tag == RUN:
            return Fate.HIDDEN if self._hides(run, style) else fate
        return fate

    def _fate_within(self, element: etree._Element, paragraph: etree._Element) -> Fate:
        """The fate of what stands directly in `element`, which is somewhere below `paragraph`."""
        if element in self._fates:
            return self._fates[element]
        fate = Fate.READ
        for around in (element, *element.iterancestors()):
            if around.tag == PARAGRAPH:
                fate = fate if around is paragraph else Fate.ELSEWHERE
                break
            own = own_fate(around)
            if own is Fate.ELSEWHERE:
                fate = own
                break
            fate = own if own is not Fate.READ else fate
        self._fates[element] = fate
        return fate

    def _hides(self, run: etree._Element, style: Style) -> bool:
        """Hidden by itself; or by paragraph and character style, which cancel out (17.7.3)."""
        properties = run.find(R_PR)
        if properties is None:
            return style.hidden
        direct = on(properties.find(VANISH))
        if direct is not None:
            return direct
        character = self.styles.character.get(value(properties, RUN_STYLE) or "")
        return style.hidden != (character is not None and character.hidden)

    def _mark(self, properties: etree._Element | None, style: Style) -> Fate:
        """What became of the paragraph mark (17.13.5.15, 17.13.5.21)."""
        of_mark = None if properties is None else properties.find(R_PR)
        if of_mark is None:
            return Fate.HIDDEN if style.hidden else Fate.READ
        if of_mark.find(DELETED) is not None:
            return Fate.DELETED
        if of_mark.find(MOVED_FROM) is not None:
            return Fate.MOVED
        direct = on(of_mark.find(VANISH))
        return Fate.HIDDEN if (style.hidden if direct is None else direct) else Fate.READ
