"""The marks of a comment in the text: where it begins, where it ends, and the reference to it.

ECMA-376 part 1, 17.13.4.3 to 17.13.4.5. Word writes the reference, in a run of its own, behind the
end; two comments that end together have end, reference, end, reference.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from scr_lint.docx_names import ID, R_PR, RUN, VAL, w
from scr_lint.docx_pieces import PARAGRAPH
from scr_lint.reporters.docx.names import RANGE_END, RANGE_START, REFERENCE
from scr_lint.reporters.docx.places import Anchor
from scr_lint.reporters.docx.runs import Runs

# Word writes the inside of these anew (17.5.2, 17.16.19): a reference there would be lost with it.
_REWRITTEN = frozenset((w("sdt"), w("fldSimple")))


@dataclass(slots=True)
class Marks:
    """Sets marks beside runs that have been cut; `style` is that of references, "" for none."""

    runs: Runs
    style: str
    _behind: dict[etree._Element, etree._Element] = field(default_factory=dict)

    def set(self, anchor: Anchor, number: int) -> None:
        """Mark one comment. Call in the order of their numbers."""
        first, last = self.runs.beginning(anchor.first), self.runs.ending(anchor.last)
        first.addprevious(_mark(RANGE_START, number))
        self._put_behind(last, _mark(RANGE_END, number))
        self._put_behind(_lasting(last), self._reference(number))

    def _put_behind(self, element: etree._Element, mark: etree._Element) -> None:
        """Behind `element` and the marks already put there."""
        self._behind.get(element, element).addnext(mark)
        self._behind[element] = mark

    def _reference(self, number: int) -> etree._Element:
        run = etree.Element(RUN)
        if self.style:
            properties = etree.SubElement(run, R_PR)
            etree.SubElement(properties, w("rStyle")).set(VAL, self.style)
        run.append(_mark(REFERENCE, number))
        return run


def marked(root: etree._Element) -> set[int]:
    """The numbers of the comments marked in the text."""
    return {number_of(mark) for mark in root.iter(RANGE_START, RANGE_END, REFERENCE)}


def number_of(element: etree._Element) -> int:
    """The `w:id` of a mark or comment; -1 where it has none that is a number."""
    try:
        return int(element.get(ID, ""))
    except ValueError:
        return -1


def _mark(tag: str, number: int) -> etree._Element:
    mark = etree.Element(tag)
    mark.set(ID, str(number))
    return mark


def _lasting(element: etree._Element) -> etree._Element:
    """The outermost thing round `element`, in its paragraph, that Word writes anew; else itself."""
    lasting = element
    for around in element.iterancestors():
        if around.tag == PARAGRAPH:
            break
        if around.tag in _REWRITTEN:
            lasting = around
    return lasting
