"""Block quotations without a style of theirs are told by how they are set."""

from __future__ import annotations

import pytest

from .build import p, r, read

BOTH = '<w:ind w:left="850" w:right="850"/>'
LATER = '<w:ind w:start="850" w:end="850"/>'
LEFT = '<w:ind w:left="850"/>'
ITALIC = "<w:i/>"
RUNNING = p("The panel met nine times and read the reviews of all the agencies that had known her.")
LEAD = p("Her daughter wrote:")
SAID = "The police failed my mother."
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Voice"><w:name w:val="Voice"/>'
    f"<w:pPr>{BOTH}</w:pPr><w:rPr>{ITALIC}</w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Louder"><w:basedOn w:val="Voice"/>'
    '<w:name w:val="Louder"/><w:pPr><w:ind w:left="600"/></w:pPr></w:style>'
)


def quoted(*parts, **more):
    return [block.text for block in read("".join(parts), **more).blocks if block.quoted]


@pytest.mark.parametrize("lead", [RUNNING, LEAD])
@pytest.mark.parametrize("props", [BOTH, LATER])
def test_what_is_italic_and_indented_on_both_sides_is_one(lead, props) -> None:
    assert quoted(RUNNING, lead, p(r(SAID, ITALIC), props=props), RUNNING) == [SAID]


@pytest.mark.parametrize("style", ["Voice", "Louder"])
def test_a_style_may_set_it_so(style) -> None:
    assert quoted(RUNNING, LEAD, p(SAID, style=style), RUNNING, styles=STYLES) == [SAID]
    upright = r(SAID, '<w:i w:val="0"/>')
    assert quoted(RUNNING, p(upright, style=style), RUNNING, styles=STYLES) == []


def test_after_a_colon_it_need_not_be_italic() -> None:
    assert quoted(RUNNING, LEAD, p(SAID, props=BOTH), RUNNING) == [SAID]
    assert quoted(RUNNING, RUNNING, p(SAID, props=BOTH), RUNNING) == []


@pytest.mark.parametrize(
    "other",
    [
        p(r(SAID, ITALIC), props=LEFT),
        p(r(SAID, ITALIC)),
        p(r(f"(a) {SAID}", ITALIC), props=BOTH),
        p(r(f"4.12\t{SAID}", ITALIC), props=BOTH),
        f"<w:tbl><w:tr><w:tc>{p(r(SAID, ITALIC), props=BOTH)}</w:tc></w:tr></w:tbl>",
    ],
)
def test_what_is_set_otherwise_or_numbered_is_the_reports_word(other) -> None:
    assert quoted(RUNNING, LEAD, other, RUNNING) == []


def test_one_upright_word_leaves_it_in_doubt() -> None:
    mixed = p(r("The police failed ", ITALIC), r("my mother."), props=BOTH)
    assert quoted(RUNNING, RUNNING, mixed, RUNNING) == []


def test_a_section_that_is_all_set_like_that_is_the_reports_word() -> None:
    heading = p("What we found", props='<w:outlineLvl w:val="0"/>')
    found = p(r(SAID, ITALIC), props=BOTH)
    assert quoted(RUNNING, heading, found, found, RUNNING) == []
    assert quoted(found, found, found) == []
