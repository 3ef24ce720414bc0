"""What a PDF holds beside its pages' text: comments and form fields, counted for the coverage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral, literal_name

# ISO 32000-1, table 169: annotations that carry a reader's remark or mark. Links, widgets, pop-ups
# (which only show the remark of another) and the like are none.
_REMARKS = frozenset(
    [
        *("Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight"),
        *(
            "Underline",
            "Squiggly",
            "StrikeOut",
            "Stamp",
            "Caret",
            "Ink",
            "FileAttachment",
            "Redact",
        ),
    ]
)
_MOST_ANNOTATIONS = 20_000


@dataclass(slots=True)
class Extras:
    """How many remarks and filled form fields the pages carry."""

    comments: int = 0
    fields: int = 0

    def count(self, page: PDFPage) -> None:
        """Count those of one page."""
        annotations = resolve1(page.annots)
        if not isinstance(annotations, list):
            return
        for reference in annotations[:_MOST_ANNOTATIONS]:
            annotation = resolve1(reference)
            if isinstance(annotation, dict):
                kind = resolve1(annotation.get("Subtype"))
                self._count_one(annotation, literal_name(kind) if kind else "")

    def _count_one(self, annotation: dict[str, Any], kind: str) -> None:
        if kind in _REMARKS:
            self.comments += 1
        elif kind == "Widget" and _is_filled(annotation):
            self.fields += 1


def _is_filled(widget: dict[str, Any]) -> bool:
    """Whether a field has a value of text or a choice; it may stand with its parent (12.7.3.1)."""
    value = widget.get("V")
    if value is None:
        parent = resolve1(widget.get("Parent"))
        value = parent.get("V") if isinstance(parent, dict) else None
    value = resolve1(value)
    return bool(value) and not isinstance(value, PSLiteral)
