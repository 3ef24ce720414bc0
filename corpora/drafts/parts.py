"""The parts of the Word package that hardly depend on the text: styles, numbering, headers."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from fragments import NAMESPACES
from wordml import BULLET_NUM, HEADING_NUM

MARKING = "OFFICIAL SENSITIVE – DRAFT v3"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DATE = "2016-11-28T09:00:00Z"


def styles() -> str:
    """word/styles.xml."""
    space = '<w:spacing w:before="{}" w:after="{}"/>'
    heading = "<w:keepNext/><w:keepLines/>"
    hanging = '<w:ind w:left="720" w:hanging="720"/>'
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    toc_tabs = (
        '<w:tabs><w:tab w:val="left" w:pos="480"/>'
        '<w:tab w:val="right" w:leader="dot" w:pos="9016"/></w:tabs>'
    )
    navy = '<w:color w:val="1F3864"/>'
    entries = [
        _style(
            "Title",
            "Title",
            '<w:spacing w:before="2400" w:after="480"/><w:jc w:val="center"/>',
            f'<w:b/>{navy}<w:sz w:val="52"/>',
        ),
        _style(
            "CoverText",
            "Cover Text",
            '<w:spacing w:after="240"/><w:jc w:val="center"/>',
            '<w:sz w:val="28"/>',
        ),
        _style(
            "Heading1",
            "heading 1",
            heading
            + number.format(0, HEADING_NUM)
            + space.format(360, 200)
            + '<w:outlineLvl w:val="0"/>',
            f'<w:b/>{navy}<w:sz w:val="32"/>',
        ),
        _style(
            "Heading2",
            "heading 2",
            heading + space.format(240, 120) + '<w:outlineLvl w:val="1"/>',
            f'<w:b/>{navy}<w:sz w:val="26"/>',
        ),
        _style("NumberedParagraph", "Numbered Paragraph", number.format(1, HEADING_NUM)),
        _style("TypedNumber", "Typed Number", hanging),
        _style("ListParagraph", "List Paragraph", '<w:ind w:left="1134"/><w:contextualSpacing/>'),
        _style("Quote", "Quote", '<w:ind w:left="1134" w:right="567"/>', "<w:i/>"),
        _style(
            "TableText",
            "Table Text",
            '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>',
            '<w:sz w:val="20"/>',
        ),
        _style(
            "TOCHeading", "TOC Heading", space.format(240, 240), f'<w:b/>{navy}<w:sz w:val="32"/>'
        ),
        _style("TOC1", "toc 1", toc_tabs + '<w:spacing w:after="100"/>'),
        _style("TOC2", "toc 2", toc_tabs + '<w:spacing w:after="100"/><w:ind w:left="480"/>'),
        _style(
            "FootnoteText",
            "footnote text",
            '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
            '<w:sz w:val="18"/>',
        ),
        _style("CommentText", "annotation text", "", '<w:sz w:val="20"/>'),
        _style(
            "Header",
            "header",
            '<w:tabs><w:tab w:val="right" w:pos="9026"/></w:tabs>',
            '<w:sz w:val="18"/>',
        ),
        _style(
            "Footer",
            "footer",
            '<w:tabs><w:tab w:val="right" w:pos="9026"/></w:tabs>',
            '<w:sz w:val="18"/>',
        ),
        _character("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
        _character("CommentReference", "annotation reference", '<w:sz w:val="16"/>'),
        _character("Hyperlink", "Hyperlink", '<w:color w:val="0563C1"/><w:u w:val="single"/>'),
    ]
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" '
        'w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" '
        'w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="160" '
        'w:line="276" w:lineRule="auto"/></w:pPr></w:style><w:style '
        'w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name '
        'w:val="Default Paragraph Font"/></w:style><w:style w:type="table" w:default="1" '
        'w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" '
        'w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" '
        'w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" '
        'w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr></w:style>"
        f"{''.join(entries)}</w:styles>"
    )


def _style(name: str, title: str, paragraph: str, run: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def _character(name: str, title: str, run: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{title}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{run}</w:rPr></w:style>'
    )


def numbering(lists: dict[int, str]) -> str:
    """word/numbering.xml; ``lists`` maps each lettered list's number id to its kind."""
    abstract = [
        _abstract(
            0,
            "multilevel",
            _level(0, "decimal", "%1", 720, 720, "Heading1")
            + _level(1, "decimal", "%1.%2", 720, 720, "NumberedParagraph"),
        ),
        _abstract(1, "hybridMultilevel", _level(0, "bullet", "•", 1134, 414)),
        _abstract(2, "hybridMultilevel", _level(0, "lowerLetter", "(%1)", 1134, 414)),
        _abstract(3, "hybridMultilevel", _level(0, "lowerRoman", "(%1)", 1701, 567)),
    ]
    kinds = {"letter": 2, "roman": 3}
    numbers = [
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/></w:num>'
        for number, kind in ((HEADING_NUM, 0), (BULLET_NUM, 1))
    ]
    numbers += [
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kinds[kind]}"/><w:lvlOverride '
        'w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number, kind in sorted(lists.items())
    ]
    return f"<w:numbering {NAMESPACES}>{''.join(abstract + numbers)}</w:numbering>"


def _abstract(number: int, kind: str, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(level: int, form: str, text: str, left: int, hanging: int, style: str = "") -> str:
    link = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{link}<w:lvlText '
        f'w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" '
        f'w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def header(title: str, first: bool) -> str:
    """A header: the marking, and after the first page the short title too."""
    left = "" if first else escape(title)
    return (
        f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t>{left}'
        f"</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{MARKING}</w:t></w:r></w:p></w:hdr>"
    )


def footer(title: str) -> str:
    """The footer: short title, "Page n of m"."""

    def field(code: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText '
            f'xml:space="preserve"> {code} </w:instrText></w:r><w:r><w:fldChar '
            'w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar '
            'w:fldCharType="end"/></w:r>'
        )

    def run(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    return (
        f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{run(title)}'
        f"<w:r><w:tab/></w:r>{run('Page ')}{field('PAGE')}{run(' of ')}{field('NUMPAGES')}"
        "</w:p></w:ftr>"
    )


def settings() -> str:
    """word/settings.xml: change tracking is on."""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:trackRevisions/>'
        '<w:defaultTabStop w:val="720"/><w:footnotePr><w:footnote w:id="-1"/>'
        '<w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/></w:settings>'
    )


def content_types() -> str:
    """[Content_Types].xml."""
    parts = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        "settings": "settings",
        "footnotes": "footnotes",
        "comments": "comments",
        "header1": "header",
        "header2": "header",
        "footer1": "footer",
    }
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for part, kind in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="xml" ContentType="application/xml"/>{overrides}<Override '
        'PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def package_relations() -> str:
    """_rels/.rels."""
    return _relations(
        [
            ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml", False),
            (
                "rId2",
                f"{_PACKAGE}/relationships/metadata/core-properties",
                "docProps/core.xml",
                False,
            ),
            ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml", False),
        ]
    )


def document_relations(links: list[str]) -> str:
    """word/_rels/document.xml.rels."""
    base = f"{_OFFICE}/relationships"
    entries = [
        (f"rId{kind.title()}", f"{base}/{kind}", f"{kind}.xml", False)
        for kind in ("styles", "numbering", "settings", "footnotes", "comments")
    ]
    entries += [
        ("rIdHeader", f"{base}/header", "header1.xml", False),
        ("rIdHeaderFirst", f"{base}/header", "header2.xml", False),
        ("rIdFooter", f"{base}/footer", "footer1.xml", False),
    ]
    return _relations(entries + _links(links))


def footnote_relations(links: list[str]) -> str:
    """word/_rels/footnotes.xml.rels: the links, under the ids they have in the document."""
    return _relations(_links(links))


def _links(links: list[str]) -> list[tuple[str, str, str, bool]]:
    kind = f"{_OFFICE}/relationships/hyperlink"
    return [(f"rIdLink{i}", kind, link, True) for i, link in enumerate(links)]


def _relations(entries: list[tuple[str, str, str, bool]]) -> str:
    lines = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target={quoteattr(target)}'
        f"{' TargetMode=' + quoteattr('External') if external else ''}/>"
        for name, kind, target, external in entries
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def core_properties(title: str) -> str:
    """docProps/core.xml with fixed dates."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>Lead Reviewer</dc:creator>"
        "<cp:lastModifiedBy>Business Unit</cp:lastModifiedBy><cp:revision>3</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_DATE}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_DATE}</dcterms:modified>'
        "<dc:language>en-GB</dc:language></cp:coreProperties>"
    )


def app_properties() -> str:
    """docProps/app.xml."""
    return (
        f'<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion>"
        "</Properties>"
    )
