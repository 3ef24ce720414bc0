"""Every file that cannot be read gets one plain sentence, soon and without a traceback."""

from __future__ import annotations

import time
import zlib
from io import BytesIO
from types import SimpleNamespace

import pytest
from pypdf import PdfReader, PdfWriter

from scr_lint.errors import ReadError

DAMAGED = "is damaged or cut short; export or download it again, or use the Word file"
BLANK = "has no text; check that it is the report, or use the Word file"
PAGELESS = "has no pages that can be found; export it again, or use the Word file"
COSTLY = (
    "unpacks to far more than any draft holds; check that it is the report, or use the Word file"
)
SENTENCE = b"BT /F 11 Tf 72 700 Td (The review is about learning.) Tj ET"


def problem_of(read, data):
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.path == "draft.pdf"
    assert "\n" not in str(caught.value)
    return caught.value.problem


def locked(data, password):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(password, "owner", algorithm="AES-256")
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def test_a_file_of_another_kind_is_refused(read):
    assert problem_of(read, b"Dear panel, here is the draft.") == (
        "is not a PDF in spite of its name; "
        "open it in the program it came from and export it as PDF"
    )


@pytest.mark.parametrize(
    "rest", [b"", b"\n1 0 obj\n<<", b"\nrubbish" * 50, b"\nstartxref\n99\n%%EOF"]
)
def test_a_header_with_nothing_behind_it_is_damaged(read, rest):
    assert problem_of(read, b"%PDF-1.7" + rest) == DAMAGED


def test_a_file_cut_short_is_refused_or_read_as_far_as_it_goes(read, one_page):
    data = one_page(SENTENCE)
    outcomes = {outcome(read, data[:end]) for end in range(9, len(data), 7)}
    assert outcomes <= {DAMAGED, PAGELESS, BLANK, "The review is about learning."}
    assert "The review is about learning." in outcomes


def outcome(read, data):
    try:
        return " ".join(block.text for block in read(data).blocks)
    except ReadError as error:
        return error.problem


def test_a_password_is_asked_for_by_name(read, drawn, lines):
    data = locked(drawn(lines(["The review is about learning."])), "secret")
    assert problem_of(read, data) == "is protected by a password; save a copy without one"


def test_a_file_locked_with_an_empty_password_opens(read, drawn, lines):
    data = locked(drawn(lines(["The review is about learning."])), "")
    assert [b.text for b in read(data).blocks] == ["The review is about learning."]


def test_an_unknown_lock_is_named(read, written):
    data = written({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"})
    data = data.replace(b"/Root", b"/Encrypt<</Filter/Odd/V 9>>/Root")
    assert problem_of(read, data) == (
        "is protected in a way scr-lint cannot read; save a copy without protection"
    )


def test_pages_whose_text_is_all_turned_are_named(read, one_page):
    turned = b"BT /F 12 Tf 0 1 -1 0 300 300 Tm (The nurse rang.) Tj ET"
    assert problem_of(read, one_page(turned)) == (
        "has only text turned on its side; turn the pages and save, or use the Word file"
    )


def test_a_scan_without_text_is_named(read, one_page):
    image = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
    image += b"/ColorSpace/DeviceGray/Length 1>>stream\n0\nendstream"
    data = one_page(b"q 595 0 0 842 0 0 cm /I Do Q", more={6: image})
    data = data.replace(b"/Font<</F 5 0 R>>", b"/XObject<</I 6 0 R>>", 1)
    assert problem_of(read, data) == (
        "has no text layer, it looks scanned; run OCR first, or use the Word file"
    )


def test_blank_pages_are_named(read, one_page):
    assert problem_of(read, one_page(b"")) == (
        "has no text; check that it is the report, or use the Word file"
    )


def test_fonts_that_do_not_say_what_they_show_are_named(read, one_page):
    font = b"<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    inner = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd/CIDSystemInfo"
    inner += b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
    data = one_page(
        b"BT /F 11 Tf 72 700 Td <00410042004300440045> Tj ET", font=font, more={6: inner}
    )
    assert problem_of(read, data) == (
        "its fonts carry no readable text; export it again or run OCR"
    )


def test_a_file_without_pages_is_named(read, written):
    data = written({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"})
    assert problem_of(read, data) == PAGELESS


def test_a_page_tree_that_runs_in_circles_ends(read, written):
    data = written({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]>>"})
    assert problem_of(read, data) == PAGELESS


def test_too_many_pages_are_refused(read, written):
    kids = b"<</Type/Page>> " * 10_000
    data = written({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[" + kids + b"]>>"})
    assert problem_of(read, data) == (
        "has more than 2,000 pages; split it, or check that it is the report"
    )


def test_streams_packed_in_streams_are_not_unpacked(read, one_page):
    bomb = zlib.compress(zlib.compress(b"q Q " * 30_000_000, 9), 9)
    data = one_page(bomb, stream=b"/Filter[/FlateDecode/FlateDecode]")
    started = time.monotonic()
    assert problem_of(read, data) == COSTLY
    assert time.monotonic() - started < 10


def test_a_page_of_millions_of_operators_is_given_up(read, one_page, monkeypatch):
    monkeypatch.setattr("scr_lint.readers.pdf.bounds._MOST_OPERATORS", 100_000)
    data = one_page(b"q Q " * 100_000)
    assert problem_of(read, data) == (
        "draws more than any draft does; check that it is the report, or use the Word file"
    )


def test_forms_that_draw_forms_that_draw_forms_are_given_up(read, one_page, monkeypatch):
    monkeypatch.setattr("scr_lint.readers.pdf.bounds._MOST_OPERATORS", 50_000)
    forms = {
        n: b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
        b"/Length 60>>stream\n%s\nendstream" % (n + 1, b"/X Do " * 10)
        for n in range(10, 20)
    }
    data = one_page(b"/X Do", more=forms)
    data = data.replace(b"/Font<</F 5 0 R>>", b"/XObject<</X 10 0 R>>", 1)
    assert problem_of(read, data).startswith("draws more than any draft does")


def test_a_clock_ends_what_nothing_else_does(read, one_page, monkeypatch):
    late = SimpleNamespace(monotonic=lambda: 1e12)
    monkeypatch.setattr("scr_lint.readers.pdf.bounds.time", late)
    assert problem_of(read, one_page(SENTENCE)) == (
        "takes too long to read; check that it is the report, or use the Word file"
    )


def test_deep_nesting_ends(read, one_page):
    deep = b"[" * 50_000 + b"]" * 50_000
    data = one_page(SENTENCE + deep, more={6: deep})
    assert [b.text for b in read(data).blocks] == ["The review is about learning."]


def test_a_mapping_of_billions_of_codes_is_left_aside(read, one_page):
    mapping = b"begincmap 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    stream = b"<</Length %d>>stream\n%s\nendstream" % (len(mapping), mapping)
    data = one_page(SENTENCE, font=font, more={6: stream})
    assert [b.text for b in read(data).blocks] == ["The review is about learning."]


def test_an_absurd_page_size_is_read_all_the_same(read, one_page):
    data = one_page(SENTENCE, page=b"/MediaBox[0 0 1e30 1e30]")
    assert outcome(read, data) in (BLANK, "The review is about learning.")


def test_faulty_operators_cost_only_themselves(read, one_page):
    data = one_page(b"(x) Tf 1 0 cm /Nope Do <</A (b)>> ]] Tj " + SENTENCE)
    assert [b.text for b in read(data).blocks] == ["The review is about learning."]
