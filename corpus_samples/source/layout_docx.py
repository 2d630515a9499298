"""Lays out a list of blocks as a Word document.

A block is a tuple whose first item says what it is:
    ("h1", text)  ("h2", text)  ("p", text)  ("b", text) bold paragraph
    ("ul", [text, …])  ("ol", [text, …])
    ("table", [[cell, …], …])            first row is the header; a cell None joins the one on its left
    ("pic", drawing, alt, caption)       alt: text, None (no alt text at all) or "decorative"
    ("box", [text, …])                   a text box, as Word writes it (with its older twin)
    ("comment", text, comment, author)   a paragraph with a margin comment
"""

import io

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from source.archive import FIXED, set_properties, steady_archive
from source.drawings import png

BOX_XML = """<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5400000" cy="{height}"/>
<wp:docPr id="{number}" name="Text Box {number}"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="F3F6EC"/></a:solidFill>
<a:ln w="9525"><a:solidFill><a:srgbClr val="5B6B3A"/></a:solidFill></a:ln></wps:spPr>
<wps:txbx><w:txbxContent>{lines}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect style="width:425pt;height:{points}pt">
<v:textbox><w:txbxContent>{lines}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback>
</mc:AlternateContent></w:r></w:p>"""

DECORATIVE_XML = """<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">
<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>
</a:ext></a:extLst>"""


def docx_bytes(title: str, header: str, footer: str, blocks: list[tuple]) -> bytes:
    """Return a .docx of ``blocks`` with a running header and footer."""
    document = Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(12)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.header.paragraphs[0].text = header
    section.footer.paragraphs[0].text = footer
    for number, block in enumerate(blocks, start=1):
        add_block(document, number, block)
    set_properties(document.core_properties, title)
    for element in document.part._comments_part.element if any(b[0] == "comment" for b in blocks) else ():
        element.set(qn("w:date"), FIXED.strftime("%Y-%m-%dT%H:%M:%SZ"))
    out = io.BytesIO()
    document.save(out)
    return steady_archive(out.getvalue())


def add_block(document: DocumentObject, number: int, block: tuple) -> None:
    kind, *rest = block
    if kind in ("h1", "h2", "h3"):
        document.add_heading(rest[0], level=int(kind[1]))
    elif kind == "p":
        document.add_paragraph(rest[0])
    elif kind == "b":
        document.add_paragraph().add_run(rest[0]).bold = True
    elif kind in ("ul", "ol"):
        style = "List Bullet" if kind == "ul" else "List Number"
        for item in rest[0]:
            document.add_paragraph(item, style=style)
    elif kind == "table":
        add_table(document, rest[0])
    elif kind == "pic":
        add_picture(document, *rest)
    elif kind == "box":
        add_box(document, number, rest[0])
    elif kind == "comment":
        text, comment, author = rest
        run = document.add_paragraph().add_run(text)
        initials = "".join(word[0] for word in author.split())
        document.add_comment(run, text=comment, author=author, initials=initials)
    else:
        raise ValueError(f"unknown block {kind!r}")


def add_table(document: DocumentObject, rows: list[list]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for r, row in enumerate(rows):
        start = 0
        for c, text in enumerate(row):
            if text is None:
                table.cell(r, start).merge(table.cell(r, c))
                continue
            start = c
            table.cell(r, c).text = text
            if r == 0:
                table.cell(r, c).paragraphs[0].runs[0].bold = True
    document.add_paragraph()


def add_picture(document: DocumentObject, drawing: str, alt: str | None, caption: str) -> None:
    paragraph = document.add_paragraph()
    shape = paragraph.add_run().add_picture(io.BytesIO(png(drawing)), width=Cm(4 if drawing == "band" else 11))
    properties = shape._inline.docPr
    if alt == "decorative":
        properties.append(parse_xml(DECORATIVE_XML))
    elif alt is not None:
        properties.set("descr", alt)
    if caption:
        document.add_paragraph(caption, style="Caption")


def add_box(document: DocumentObject, number: int, lines: list[str]) -> None:
    escaped = (line.replace("&", "&amp;").replace("<", "&lt;") for line in lines)
    inner = "".join(f'<w:p><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>' for line in escaped)
    points = 26 * len(lines) + 14
    xml = BOX_XML.format(lines=inner, number=900 + number, points=points, height=points * 12700)
    document.element.body.insert(-1, parse_xml(xml))  # before the closing section properties
