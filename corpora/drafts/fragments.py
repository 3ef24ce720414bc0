"""Small pieces of WordprocessingML that need no state: runs' contents, fields, text boxes."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from source import Block, Span, Style

TEXT_WIDTH = 9026  # twips between the margins of an A4 page
NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="{uri}"'
        for prefix, uri in {
            "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
            "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
            "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
            "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
            "v": "urn:schemas-microsoft-com:vml",
            "o": "urn:schemas-microsoft-com:office:office",
            "w10": "urn:schemas-microsoft-com:office:word",
            "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        }.items()
    )
    + ' mc:Ignorable="w14 wp14"'
)


def xml_part(name: str, inside: str) -> str:
    """A part's root element with every namespace declared."""
    return f"<w:{name} {NAMESPACES}>{inside}</w:{name}>"


def text_element(text: str, tag: str = "t") -> str:
    """A run's text (``delText`` in a deletion)."""
    return f'<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}>'


def field(instruction: str, result: str) -> str:
    """A complex field in one paragraph."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def run_properties(style: Style) -> str:
    """The ``w:rPr`` of a run, nothing for plain text."""
    inside = ""
    if style.link:
        inside += '<w:rStyle w:val="Hyperlink"/>'
    if style.bold:
        inside += "<w:b/>"
    if style.italic:
        inside += "<w:i/>"
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def as_bold(span: Span) -> Span:
    """The span in bold, for header cells."""
    style = Style(bold=True, change=span.style.change, change_id=span.style.change_id)
    return Span(span.text, style, span.footnote)


def column_widths(block: Block) -> list[int]:
    """Column widths after the length of what the columns hold."""
    columns = len(block.rows[0])
    needs = []
    for column in range(columns):
        lengths = [
            len(re.sub(r"\s+", " ", "".join(span.text for span in row[column].spans)))
            for row in block.rows
        ]
        floor = min(22.0, 4.0 + max(lengths))
        needs.append(max(floor, sum(lengths) / len(lengths)) ** 0.6)
    widths = [int(TEXT_WIDTH * need / sum(needs)) for need in needs]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return widths


def text_box(content: str, words: int, number: int) -> str:
    """A floating text box as Word writes it: DrawingML, and VML for older readers."""
    content = f"<w:txbxContent>{content}</w:txbxContent>"
    across, down = 2640000, 900000 + 15500 * words  # English Metric Units
    name, number = f"Text Box {number}", 100 + number
    drawing = (
        '<w:drawing><wp:anchor distT="45720" distB="45720" distL="114300" distR="114300" '
        f'simplePos="0" relativeHeight="25165{number}" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>45720</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{across}" cy="{down}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="bothSides"/>'
        f'<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr '
        'val="EAF1DD"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="4F6228"/>'
        f"</a:solidFill></a:ln></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr "
        'rot="0" vert="horz" wrap="square" lIns="91440" tIns="45720" rIns="91440" '
        'bIns="45720" anchor="t"><a:spAutoFit/></wps:bodyPr></wps:wsp></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing>"
    )
    picture = (
        '<w:pict><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
        'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path '
        f'gradientshapeok="t" o:connecttype="rect"/></v:shapetype><v:shape id="{name}" '
        f'o:spid="_x0000_s{1024 + number}" type="#_x0000_t202" style="position:absolute;'
        f"width:{across // 12700}pt;height:{down // 12700}pt;mso-position-horizontal:right;"
        'mso-position-horizontal-relative:margin" fillcolor="#eaf1dd"><v:textbox>'
        f'{content}</v:textbox><w10:wrap type="square"/></v:shape></w:pict>'
    )
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps">'
        f"{drawing}</mc:Choice><mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent></w:r>"
    )
