"""Where a paragraph quotes, and that nothing in a quotation of several sentences is the report's."""

from __future__ import annotations

import pytest

from scr_lint import lint_text
from scr_lint.language.quotations import quotations_in

_QUOTED = [
    "The manager said: “I failed her. The ward failed her too. We failed.”",
    'The manager said: "I failed her. The ward failed her too. We failed."',
    "‘The council failed her. It was lazy,’ said the niece.",
    "“The ward failed her. It was lazy. Nobody came.",
    "Her son said: ‘The police failed her. They did not care.’",
    "Her son said: ‘They didn’t care. The boys’ home failed her.’",
    "Her son said: 'The police failed her. They did not care.'",
    "'The police failed her. They didn't care,' said her son.",
    "Her son told us that ‘the police failed her. They did not care’.",
]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said: “I rang. I left.” It was late. “No.”", ["“I rang. I left.”", "“No.”"]),
        ('She said "it rang. I left" and "no".', ['"it rang. I left"', '"no"']),
        ("The boys’ home. ‘I rang. I left,’ she said.", ["‘I rang. I left,’"]),
        ("A “mark that never closes. Then “one” that does.", ["“one”"]),
        ("“Goes on in the next paragraph. And on.", ["“Goes on in the next paragraph. And on."]),
        ('A stray ” and a 5" pipe.', []),
        (
            "Her 'at risk' list. The boys' home. 'I rang. I left,' he said.",
            ["'at risk'", "'I rang. I left,'"],
        ),
        ("The ’90s. A ‘child in need’. It was late.", ["‘child in need’"]),
        ("Since the '90s. It was late.", []),
    ],
)
def test_quotations_of_a_paragraph(text: str, quoted: list[str]) -> None:
    assert [span.of(text) for span in quotations_in(text)] == quoted


@pytest.mark.parametrize("text", _QUOTED)
def test_what_stands_in_a_quotation_is_no_blame_of_the_reports(text: str) -> None:
    assert not [f for f in lint_text(text).findings if f.rule.startswith("BL00")]


@pytest.mark.parametrize(
    "text",
    [
        "The niece said: “He rang. He left.” The ward failed her.",
        "The note read “home” and the ward failed her.",
        "A “mark that never closes. The ward failed her.",
        "He was 'at risk'. The ward failed her. 'No.'",
        "The boys' home shut in the '90s. The ward failed her. She said 'No.'",
        "Three ‘home visits’ were noted. The ward failed her.",
    ],
)
def test_what_stands_beside_a_quotation_is(text: str) -> None:
    assert [f.text for f in lint_text(text).findings if f.rule == "BL002"] == ["failed"]
