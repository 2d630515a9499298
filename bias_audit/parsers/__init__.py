"""Readers, one file per format. To add a format: one file with ``parse(data, name)`` and one line here."""

from collections.abc import Callable
from dataclasses import replace

from ..model import Document
from . import (
    archive,
    docx,
    epub,
    html,
    image,
    legacy,
    lines,
    markdown,
    media,
    notebook,
    odf,
    pdf,
    plain,
    pptx,
    rtf,
    table_list,
)
from .sniff import media_type

PARSERS: dict[str, Callable[[bytes, str], Document]] = {
    media.DOCX: docx.parse,
    media.PPTX: pptx.parse,
    media.PDF: pdf.parse,
    media.HTML: html.parse,
    media.MARKDOWN: markdown.parse,
    media.TEXT: plain.parse,
    media.ODT: odf.parse,
    media.ODP: odf.parse,
    media.ODS: odf.parse,
    media.EPUB: epub.parse,
    media.NOTEBOOK: notebook.parse,
    media.RTF: rtf.parse,
    media.CSV: table_list.parse_csv,
    media.XLSX: table_list.parse_xlsx,
    media.DOC: legacy.parse,
    media.PPT: legacy.parse,
    media.PNG: image.parse,
    media.JPEG: image.parse,
    media.TIFF: image.parse,
    media.WEBP: image.parse,
    media.ZIP: archive.parse,  # says how to open it; library.py takes its members
}


def parse(data: bytes, name: str) -> Document:
    """Read a file by what it contains, whatever its name says, with a block for each line that stands for itself.

    Raises ReadError.
    """
    document = PARSERS[media_type(data, name)](data, name)
    blocks = tuple(lines.apart(document.blocks))
    return document if blocks == document.blocks else replace(document, blocks=blocks)
