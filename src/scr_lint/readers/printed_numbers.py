"""Paragraph numbers typed into the text: "4.12 The …", "(b) the …", "iv) the …"."""

from __future__ import annotations

import re

# A number with a point in it ("4.12", "2.1.3."), a bracketed letter, roman or figure, or a figure
# with a point or bracket. A capital, a quote or white space wider than a space must follow, so that
# "10.30 am" and "2.5 hours" stay text; a date has a year behind its second point.
_TYPED = re.compile(
    r"""^\s*(?P<number>
        \d{1,3}(?:\.\d{1,3}){1,4}(?!\.?\d)\.?
      | \((?:\d{1,3}|[a-zA-Z]|[ivxlc]+)\)
      | (?:\d{1,3}|[a-zA-Z]|[ivxlc]+)\)
      | \d{1,3}\.
      | (?:Para(?:graph)?\.?\s)\d{1,3}(?:\.\d{1,3})*:?
    )(?P<gap>\t\s*|[ \u00a0\u2002\u2003]+)(?=["“‘'(\[]?[A-Z0-9]|(?<=[\t)])\S|(?<=\)[ \u00a0])\S)""",
    re.VERBOSE,
)
_CLOCK = re.compile(r"^\s*\d{1,2}\.\d{2}\s*(?:am|pm|hrs|hours|AM|PM)\b")


def typed_number(text: str) -> tuple[str, int]:
    """The number typed at the start of a paragraph and the offset of the prose after it.

    ("", 0) where there is none. A trailing full stop or colon is not part of a figure's number.
    """
    found = _TYPED.match(text)
    if found is None or _CLOCK.match(text):
        return "", 0
    number = found["number"]
    return (number if number.endswith(")") else number.rstrip(".:")), found.end()
