"""From a stretch of a block to the elements of document.xml its words stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from scr_lint.docx_names import ID, RUN, w
from scr_lint.docx_pieces import PARAGRAPH, TEXT, Piece, pieces
from scr_lint.errors import WriteError
from scr_lint.model import Block, DocxPlace, Span
from scr_lint.reporters.docx.package import Package
from scr_lint.reporters.docx.runs import Edge

# Where the marks of a comment may stand beside runs (CT_P and EG_PContent, ECMA-376 part 1, A.1).
# All else, a formula or a choice between two versions of a thing, is marked from outside.
_OPEN = frozenset(
    map(
        w,
        (
            "ins", "moveTo", "hyperlink", "sdt", "sdtContent", "fldSimple", "smartTag",
            "customXml", "dir", "bdo",
        ),
    )
)  # fmt: skip
_STRUCK = frozenset((w("del"), w("moveFrom")))
_NOTES = {
    "footnotes": ("footnote", "footnoteReference"),
    "endnotes": ("endnote", "endnoteReference"),
}


class Anchor(NamedTuple):
    """Where a comment begins and ends. `exact` is False where it cannot stand on its very words."""

    first: Edge
    last: Edge
    exact: bool


@dataclass(slots=True)
class Places:
    """The parts findings stand in, with their pieces; parsed when first asked for."""

    package: Package
    main: str
    root: etree._Element
    _notes: Mapping[str, str] = field(default_factory=dict)
    _pieces: dict[str, dict[tuple[int, int], Piece]] = field(default_factory=dict)
    _references: dict[tuple[str, str], etree._Element] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> Places:
        """The places of a draft. Raises WriteError when it has no main part."""
        main = next((n.target for n in package.links("/") if n.kind == "officeDocument"), "")
        if not package.has(main):
            raise WriteError(package.name, "holds no main document part")
        notes = {n.target.lower(): n.kind for n in package.links(main) if n.kind in _NOTES}
        places = cls(package, main, package.xml(main), notes)
        places._note_references()
        return places

    def anchor(self, block: Block, span: Span) -> Anchor:
        """Where a comment on `span` goes.

        Raises WriteError when the draft is not as it was read.
        """
        spots = [(s.span.of(block.text), s.place) for s in block.locate(span)]
        anchors = [self._spot(text, p) for text, p in spots if isinstance(p, DocxPlace)]
        if not anchors:
            raise self._changed()
        exact = all(anchor.exact for anchor in anchors)
        return Anchor(anchors[0].first, anchors[-1].last, exact)

    def _spot(self, text: str, place: DocxPlace) -> Anchor:
        piece = self._piece(place)
        if piece is None or piece.text[place.start : place.end] != text:
            raise self._changed()
        if place.part.lower() != self.main.lower():
            return self._at_reference(piece.element, place.part)
        element, exact = _holder(piece.element)
        if element is piece.element and element.tag == TEXT:
            return Anchor(Edge(element, place.start), Edge(element, place.end), exact)
        return Anchor(Edge(element, 0), Edge(element, 1), exact)

    def _piece(self, place: DocxPlace) -> Piece | None:
        part = place.part.lower()
        if part not in self._pieces:
            if not self.package.has(part):
                return None
            root = self.root if part == self.main.lower() else self.package.xml(part)
            self._pieces[part] = {(p.paragraph, p.ordinal): p for p in pieces(root)}
        return self._pieces[part].get((place.paragraph, place.piece))

    def _at_reference(self, element: etree._Element, part: str) -> Anchor:
        """Word knows no comments in notes: one stands on the reference to the note instead."""
        kind = self._notes.get(part.lower(), "")
        tag, _ = _NOTES.get(kind, ("", ""))
        note = next(element.iterancestors(w(tag)), None) if tag else None
        reference = None if note is None else self._references.get((kind, note.get(ID, "")))
        if reference is None:
            raise self._changed()
        holder, _ = _holder(reference)
        return Anchor(Edge(holder, 0), Edge(holder, 1), exact=False)

    def _note_references(self) -> None:
        """The first reference to each note that is not struck out."""
        for kind, (_, reference) in _NOTES.items():
            for element in self.root.iter(w(reference)):
                if not any(a.tag in _STRUCK for a in element.iterancestors()):
                    self._references.setdefault((kind, element.get(ID, "")), element)

    def _changed(self) -> WriteError:
        return WriteError(self.package.name, "has changed since it was checked; check it again")


def _holder(element: etree._Element) -> tuple[etree._Element, bool]:
    """The outermost thing round `element` that marks can stand beside, and whether that is exact.

    A child of a run, or something outside runs. Word knows no comments in text boxes (their text
    is a paragraph inside a paragraph's run), so there it is what holds the box.
    """
    chain = [element, *element.iterancestors()]
    outermost = max(n for n, around in enumerate(chain) if around.tag == PARAGRAPH)
    boxed = any(around.tag == PARAGRAPH for around in chain[:outermost])
    for at in range(outermost - 1, 0, -1):
        if chain[at].tag == RUN:
            return chain[at - 1], not boxed
        if chain[at].tag not in _OPEN:
            return chain[at], not boxed
    return element, not boxed
