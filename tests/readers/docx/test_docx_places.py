"""Every character of a block leads back to the piece of the file it came from."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from scr_lint.docx_pieces import PARAGRAPH, Piece, pieces
from scr_lint.model import Block, Document, DocxPlace
from scr_lint.readers.docx import read_docx

from .build import (
    box,
    docx_of,
    field,
    ins,
    moved_from,
    note,
    note_ref,
    old_box,
    p,
    r,
    row,
    sdt,
    struck,
    t,
    table,
)

WORDS = st.text(
    alphabet=st.sampled_from(" ab.é\u00a0\u00ad\U0001f600’\u200b\u0301"), min_size=1, max_size=8
)
PLAIN = st.one_of(
    WORDS.map(t),
    st.sampled_from(
        ["<w:tab/>", "<w:br/>", '<w:br w:type="page"/>', "<w:cr/>", "<w:noBreakHyphen/>",
         "<w:softHyphen/>", '<w:sym w:font="Wingdings" w:char="F0E0"/>', "<w:t> shorn </w:t>",
         "<w:lastRenderedPageBreak/>"]
    ),
)  # fmt: skip
RUN = st.tuples(st.lists(PLAIN, max_size=3).map("".join), st.sampled_from(["", "<w:vanish/>"])).map(
    lambda pair: f"<w:r><w:rPr>{pair[1]}</w:rPr>{pair[0]}</w:r>"
)
PHRASE = st.one_of(
    RUN,
    st.builds(ins, RUN),
    st.builds(moved_from, RUN),
    st.builds(struck, st.just("gone\u00ad ")),
    st.builds(lambda run: field("REF x", "7") + run, RUN),
    st.builds(sdt, RUN),
    st.sampled_from(
        [note_ref(1), box(p("in ", r("<w:tab/>"))), old_box(p(ins("old"))),
         "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"]
    ),
)  # fmt: skip
MARKS = st.sampled_from(["", '<w:del w:id="1"/>', '<w:ins w:id="1"/>'])
PARA = st.builds(lambda phrases, mark: p(*phrases, mark=mark), st.lists(PHRASE, max_size=5), MARKS)
BODY = st.lists(
    st.one_of(PARA, st.builds(sdt, PARA), st.lists(PARA, min_size=1, max_size=2).map(
        lambda made: table(row("".join(f"<w:tc>{one}</w:tc>" for one in made)))
    )),
    max_size=6,
).map("".join)  # fmt: skip


def pieces_of(content: bytes) -> dict[tuple[str, int, int], Piece]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = [n for n in archive.namelist() if n in ("word/document.xml", "word/footnotes.xml")]
        roots = {f"/{name}": etree.fromstring(archive.read(name)) for name in names}
    return {
        (part, piece.paragraph, piece.ordinal): piece
        for part, root in roots.items()
        for piece in pieces(root)
    }


def rebuilt(block: Block, found: dict[tuple[str, int, int], Piece]) -> str:
    """The block's text put together from the pieces its segments name."""
    parts = []
    for segment in block.segments:
        place = segment.place
        assert isinstance(place, DocxPlace)
        parts.append(found[place.part, place.paragraph, place.piece].text[place.start : place.end])
        assert len(parts[-1]) == len(segment.span) > 0
    return "".join(parts)


def characters(document: Document) -> list[tuple[str, int, int, int]]:
    """Every character read, by part, paragraph, piece and offset."""
    places = [s.place for b in document.blocks for s in b.segments]
    return [
        (place.part, place.paragraph, place.piece, at)
        for place in places
        if isinstance(place, DocxPlace)
        for at in range(place.start, place.end)
    ]


@settings(max_examples=300, deadline=None)
@given(BODY)
def test_the_text_of_every_block_can_be_rebuilt_from_its_places(body: str) -> None:
    content = docx_of(body + p("end"), footnotes=note(1, "n\u00ado", p("te")))
    document = read_docx(content, "draft.docx")
    found = pieces_of(content)
    for block in document.blocks:
        assert rebuilt(block, found) == block.text
        ends = [s.span.end for s in block.segments]
        assert [s.span.start for s in block.segments] == [0, *ends[:-1]]
    everything = characters(document)
    assert len(everything) == len(set(everything))


def test_pieces_count_all_below_a_paragraph_and_come_once() -> None:
    body = p("a", box(p("in")), struck("gone"), "b", props="<w:tabs><w:tab/></w:tabs>")
    root = etree.fromstring(_main(docx_of(body)))
    assert [(x.paragraph, x.ordinal, x.text) for x in pieces(root)] == [
        (0, 0, "a"), (0, 3, "gone"), (0, 4, "b"), (1, 0, "in"), (2, 0, "in"),
    ]  # fmt: skip
    paragraphs = list(root.iter(PARAGRAPH))
    assert len(paragraphs) == 3


def test_python_docx_opens_the_same_file_to_the_same_pieces() -> None:
    """The Word-comment reporter will open drafts with python-docx and look pieces up by number."""
    body = p("  a\u00a0 ", r("<w:t> </w:t><w:tab/>"), ins("b"), note_ref(1)) + table(row("c"))
    content = docx_of(body, footnotes=note(1, "n"))
    theirs = docx.Document(BytesIO(content)).element.getroottree().getroot()
    ours = etree.fromstring(_main(content))
    assert [x[:2] + x[3:] for x in pieces(theirs)] == [x[:2] + x[3:] for x in pieces(ours)]


def test_a_draft_made_by_python_docx_is_read() -> None:
    draft = docx.Document()
    draft.add_heading("Findings", 1)
    draft.add_paragraph("The nurse rang.")
    draft.add_paragraph("First", style="List Number")
    draft.add_paragraph("Dot", style="List Bullet")
    stream = BytesIO()
    draft.save(stream)
    blocks = read_docx(stream.getvalue(), "draft.docx").blocks
    assert [(b.kind.value, b.level, b.number, b.text, b.section) for b in blocks] == [
        ("heading", 1, "", "Findings", ()),
        ("paragraph", 0, "", "The nurse rang.", ("Findings",)),
        ("list item", 1, "1", "First", ("Findings",)),
        ("list item", 1, "", "Dot", ("Findings",)),
    ]


def _main(content: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read("word/document.xml")
