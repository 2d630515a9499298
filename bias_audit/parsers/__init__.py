"""Readers, one file per format. To add a format: one file with ``parse(data, name)`` and one line here."""

from collections.abc import Callable

from ..model import Document
from . import docx, html, markdown, media, pdf, plain, pptx
from .sniff import media_type

PARSERS: dict[str, Callable[[bytes, str], Document]] = {
    media.DOCX: docx.parse,
    media.PPTX: pptx.parse,
    media.PDF: pdf.parse,
    media.HTML: html.parse,
    media.MARKDOWN: markdown.parse,
    media.TEXT: plain.parse,
}


def parse(data: bytes, name: str) -> Document:
    """Read a file by what it contains, whatever its name says. Raises ReadError."""
    return PARSERS[media_type(data, name)](data, name)
