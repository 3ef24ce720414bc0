"""Whatever the runs and whatever is flagged: text and formatting stay, comments stand on words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from scr_lint.finding import DocumentReport
from scr_lint.model import Span
from scr_lint.placing import place
from scr_lint.readers import read_bytes
from scr_lint.reporters.docx import annotate_docx

from .drafts import DATE, NAME, anchored, docx_of, made, p, part, plain, r

TEXTS = st.text(alphabet="ab é😐’\u00a0", min_size=1, max_size=6)
LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/>"])
INSIDES = st.lists(
    st.one_of(
        TEXTS.map(lambda t: f'<w:t xml:space="preserve">{t}</w:t>'),
        TEXTS.map(lambda t: f"<w:t>{t}</w:t>"),
        st.sampled_from(["<w:tab/>", "<w:br/>", "<w:softHyphen/>", "<w:noBreakHyphen/>"]),
        st.just("<w:lastRenderedPageBreak/>"),
        st.just('<w:footnoteReference w:id="2"/>'),
    ),
    min_size=1,
    max_size=4,
).map("".join)
RUNS = st.builds(r, INSIDES, LOOKS)
WRAPS = st.sampled_from(
    [
        "{}",
        "{}",
        '<w:ins w:id="5">{}</w:ins>',
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr=" REF a ">{}</w:fldSimple>',
        '<w:ins w:id="6"><w:hyperlink w:anchor="b">{}</w:hyperlink></w:ins>',
    ]
)
PARTS = st.lists(st.builds(str.format, WRAPS, RUNS), min_size=1, max_size=6)
SPANS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=6)


@settings(max_examples=300, deadline=None)
@given(PARTS, SPANS)
def test_text_and_formatting_stay_and_comments_stand_on_words(
    parts: list[str], shares: list[tuple[float, float]]
) -> None:
    original = docx_of(p("Title") + p(r("<w:t>x</w:t>"), *parts), footnotes="")
    document = read_bytes(original, NAME)
    block = document.blocks[1]
    findings = []
    for number, pair in enumerate(shares):
        start, end = sorted(round(share * len(block.text)) for share in pair)
        if start < end:
            span = Span(start, end)
            findings.append(made(place(block, span), span.of(block.text), number))
    report = DocumentReport(document, "scr", tuple(findings), (), ())
    copy = annotate_docx(original, report, date=DATE)
    if findings:
        found = anchored(copy)
        assert [found[str(n)] for n in range(len(findings))] == [f.text for f in findings]
    assert plain(part(copy, "word/document.xml")) == plain(part(original, "word/document.xml"))
    assert [b.text for b in read_bytes(copy, NAME).blocks] == [b.text for b in document.blocks]
