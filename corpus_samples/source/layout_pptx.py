"""Lays out a list of slides as a PowerPoint deck.

A slide is a dict: title, and any of subtitle, bullets (a tab in front makes a second level), table (rows),
picture (drawing, alt), group (labels of grouped shapes), notes, hidden.
"""

import io

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Cm, Pt

from source.archive import set_properties, steady_archive
from source.drawings import png


def pptx_bytes(title: str, slides: list[dict]) -> bytes:
    """Return a .pptx of ``slides``; the notes hold what the teacher says, not what the slide shows."""
    deck = Presentation()
    for number, content in enumerate(slides):
        add_slide(deck, content, first=number == 0)
    set_properties(deck.core_properties, title)
    out = io.BytesIO()
    deck.save(out)
    return steady_archive(out.getvalue())


def add_slide(deck: object, content: dict, first: bool) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[0 if first else 1])
    slide.shapes.title.text = content["title"]
    body = slide.placeholders[1]
    if first:
        body.text = content.get("subtitle", "")
    else:
        size_title(slide.shapes.title)
        fill_bullets(slide, body, content)
    if "table" in content:
        add_table(slide, content["table"], top=4.2 + 1.15 * len(content.get("bullets", ())))
    if "picture" in content:
        add_picture(slide, *content["picture"], wide=first)
    if "group" in content:
        add_group(slide, content["group"])
    if "notes" in content:
        slide.notes_slide.notes_text_frame.text = content["notes"]
    if content.get("hidden"):
        slide._element.set("show", "0")


def size_title(title: object) -> None:
    title.left, title.top, title.width, title.height = Cm(1), Cm(0.7), Cm(23.4), Cm(2.6)
    title.text_frame.paragraphs[0].runs[0].font.size = Pt(34)


def fill_bullets(slide: object, body: object, content: dict) -> None:
    bullets = content.get("bullets")
    if not bullets:
        body._element.getparent().remove(body._element)
        return
    narrow = "picture" in content or "group" in content
    body.left, body.top, body.width, body.height = Cm(1), Cm(3.6), Cm(12.8 if narrow else 23.4), Cm(14)
    frame = body.text_frame
    frame.word_wrap = True
    for number, bullet in enumerate(bullets):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = bullet.lstrip("\t")
        paragraph.level = len(bullet) - len(bullet.lstrip("\t"))
        paragraph.font.size = Pt(20)


def add_table(slide: object, rows: list[list[str]], top: float) -> None:
    shape = slide.shapes.add_table(len(rows), len(rows[0]), Cm(1), Cm(top), Cm(23.4), Cm(len(rows)))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            cell = shape.table.cell(r, c)
            cell.text = text
            cell.text_frame.paragraphs[0].font.size = Pt(14)


def add_picture(slide: object, drawing: str, alt: str | None, wide: bool) -> None:
    left, top, width = (8.2, 13.6, 9.0) if wide else (14.2, 5.0, 10.4)
    shape = slide.shapes.add_picture(io.BytesIO(png(drawing)), Cm(left), Cm(top), width=Cm(width))
    properties = shape._element.nvPicPr.cNvPr
    if alt is None:
        properties.attrib.pop("descr", None)  # python-pptx writes the file name there
    else:
        properties.set("descr", alt)


def add_group(slide: object, labels: list[str]) -> None:
    """Put one rounded box a label in a group, joined by a group inside it for the last two."""
    outer = slide.shapes.add_group_shape()
    inner = outer.shapes.add_group_shape()
    for number, label in enumerate(labels):
        holder = inner if number >= len(labels) - 2 else outer
        shape = holder.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, Cm(14.6), Cm(4.2 + 3.1 * number), Cm(9.8), Cm(2.6))
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor(0x2F, 0x4B, 0x6E)
        shape.text_frame.word_wrap = True
        shape.text_frame.text = label
        shape.text_frame.paragraphs[0].font.size = Pt(16)
