"""Lays out the same blocks as ``layout_docx`` as a PDF, in one column or two."""

import io

from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    Image,
    ListFlowable,
    ListItem,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from source.archive import LICENCE
from source.drawings import png

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14.5, spaceAfter=5, alignment=TA_LEFT)
STYLES = {
    "p": BODY,
    "b": ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold"),
    "h1": ParagraphStyle("h1", parent=BODY, fontName="Helvetica-Bold", fontSize=18, leading=22, spaceAfter=8),
    "h2": ParagraphStyle(
        "h2", parent=BODY, fontName="Helvetica-Bold", fontSize=13, leading=16, spaceBefore=8, keepWithNext=1
    ),
    "cell": ParagraphStyle("cell", parent=BODY, fontSize=9.5, leading=12, spaceAfter=0),
    "caption": ParagraphStyle("caption", parent=BODY, fontName="Helvetica-Oblique", fontSize=9, leading=11),
}


def pdf_bytes(title: str, header: str, footer: str, blocks: list[tuple], columns: int = 1) -> bytes:
    """Return a PDF of ``blocks`` in ``columns`` columns with a running header and footer."""
    out = io.BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        invariant=1,
        title=title,
        author="bias-audit project",
        subject=LICENCE,
        lang="en-GB",
    )
    gap, margin = 0.8 * cm, 1.9 * cm
    width = (A4[0] - 2 * margin - gap * (columns - 1)) / columns
    frames = [Frame(margin + n * (width + gap), 2 * cm, width, A4[1] - 4.4 * cm, 0, 0, 0, 0) for n in range(columns)]

    def running(canvas: object, _document: object) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(margin, A4[1] - 1.4 * cm, header)
        canvas.line(margin, A4[1] - 1.6 * cm, A4[0] - margin, A4[1] - 1.6 * cm)
        canvas.drawString(margin, 1.2 * cm, footer)
        canvas.drawRightString(A4[0] - margin, 1.2 * cm, f"Page {canvas.getPageNumber()}")

    document.addPageTemplates(PageTemplate(frames=frames, onPage=running))
    document.build([flowable for block in blocks for flowable in flowables(block, width)])
    return out.getvalue()


def flowables(block: tuple, width: float) -> list:
    kind, *rest = block
    if kind in STYLES:
        return [Paragraph(rest[0], STYLES[kind])]
    if kind in ("ul", "ol"):
        items = [ListItem(Paragraph(text, BODY)) for text in rest[0]]
        start = {"bulletType": "1"} if kind == "ol" else {"bulletType": "bullet", "start": "•"}
        return [ListFlowable(items, leftIndent=14, **start)]
    if kind == "table":
        rows = [[Paragraph(text, STYLES["cell"]) for text in row] for row in rest[0]]
        table = Table(rows, colWidths=[width / len(rows[0])] * len(rows[0]), repeatRows=1)
        table.setStyle(
            TableStyle(
                [
                    ("GRID", (0, 0), (-1, -1), 0.6, colors.black),
                    ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#E4E9F0")),
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ]
            )
        )
        return [table, Spacer(1, 8)]
    if kind == "pic":
        drawing, caption = rest
        picture = Image(io.BytesIO(png(drawing)))
        picture.drawHeight *= width / picture.drawWidth
        picture.drawWidth = width
        return [picture, Paragraph(caption, STYLES["caption"])]
    raise ValueError(f"unknown block {kind!r}")
