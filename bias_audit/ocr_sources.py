"""Pages and pictures that may hold words, and how their pixels are had. Nothing is decoded before it is asked for."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from . import places
from .errors import ReadError
from .model import Document, Picture, Place
from .ocr_engine import MAX_PIXELS, MAX_SIDE, prepared
from .parsers import image
from .parsers.pdf import MAX_PAGES
from .parsers.pdf_page import readable

LEAST_WIDTH, LEAST_HEIGHT = 200, 80  # pixels that a picture needs to hold words worth reading
_LEAST_SIDE = 16  # smaller ones are bullets and lines, also when all pictures are asked for
_DOTS = 150 / 72  # of a rendered page to a point


@dataclass(frozen=True, slots=True)
class Target:
    """A page or picture to read. ``pixels`` gives None where it cannot be decoded, or not safely."""

    place: Place
    pixels: Callable[[], Image.Image | None]
    whole: bool = False  # a page, or a picture that is the document; else a picture inside
    has_text: bool = True  # the document has text where this stands, which the picture may repeat


def frames(document: Document, data: bytes) -> list[Target]:
    """The pages of a picture file."""
    return [
        Target(picture.place, partial(_frame, data, document.name, at), whole=True, has_text=False)
        for at, picture in enumerate(document.pictures)
    ]


def _frame(data: bytes, name: str, at: int) -> Image.Image | None:
    try:
        with image.opened(data, name) as picture:
            if at:
                picture.seek(at)
            return prepared(picture) if _safe(*picture.size) else None
    except ReadError:
        return None


def pictures(document: Document, every: bool) -> list[Target]:
    """The pictures inside a document whose bytes it holds, each once. ``every``: small ones too."""
    found: dict[str, Target] = {}
    for picture in document.pictures:
        if picture.data and _large(picture.width, picture.height, every):
            name = picture.sha256 or hashlib.sha256(picture.data).hexdigest()
            found.setdefault(name, Target(picture.place, partial(_decoded, picture, every)))
    return list(found.values())


def _decoded(picture: Picture, every: bool) -> Image.Image | None:
    try:
        with image.opened(picture.data, picture.place.label, image.INSIDE) as opened:
            return prepared(opened) if _large(*opened.size, every) else None
    except ReadError:
        return None  # damaged, as the reader of the document has said, or a drawing without pixels


def _large(width: int, height: int, every: bool) -> bool:
    if not width or not height:
        return True  # not known before it is opened
    least = (_LEAST_SIDE, _LEAST_SIDE) if every else (LEAST_WIDTH, LEAST_HEIGHT)
    return width >= least[0] and height >= least[1]


def _safe(width: int, height: int) -> bool:
    return 0 < width * height <= image.MAX_PIXELS


def pages(pdf: pdfium.PdfDocument, document: Document, *, bare: bool, every: bool) -> list[Target]:
    """The pages of a PDF that have no readable text (looked for when ``bare``), or ``every`` page."""
    heavy = {p.place.page for p in document.pictures if not _safe(p.width, p.height)}
    found = []
    for number in range(1, min(len(pdf), MAX_PAGES) + 1):
        has_text = not bare or _readable(pdf, number)
        if every or not has_text:
            pixels = partial(_nothing if number in heavy else _rendered, pdf, number)
            found.append(Target(places.page(number), pixels, whole=True, has_text=has_text))
    return found


def page_pictures(pdf: pdfium.PdfDocument, document: Document, without: Collection[int], every: bool) -> list[Target]:
    """The pictures of a PDF, each once, but for those on the pages ``without``, which are read as a whole."""
    found: dict[str, Target] = {}
    for picture in document.pictures:
        fits = _large(picture.width, picture.height, every) and _safe(picture.width, picture.height)
        if picture.sha256 and picture.place.page not in without and fits:
            pixels = partial(_decoded, picture, every) if picture.data else partial(_from_page, pdf, picture)
            found.setdefault(picture.sha256, Target(picture.place, pixels))
    return list(found.values())


def _readable(pdf: pdfium.PdfDocument, number: int) -> bool:
    try:
        page = pdf[number - 1]
    except pdfium.PdfiumError:
        return True  # damaged: the reader has said so
    try:
        return readable(page)
    finally:
        page.close()


def _nothing(pdf: pdfium.PdfDocument, number: int) -> Image.Image | None:
    """What there is of a page that would decode a picture of an unsafe size."""
    return None


def _rendered(pdf: pdfium.PdfDocument, number: int) -> Image.Image | None:
    """A page as a picture, never larger than the recogniser takes."""
    try:
        page = pdf[number - 1]
        try:
            width, height = page.get_size()
            if not (1 <= width <= 1e6 and 1 <= height <= 1e6):
                return None
            most = MAX_PIXELS - 2 * MAX_SIDE  # pdfium rounds both sides up
            scale = min(_DOTS, (most / (width * height)) ** 0.5, (MAX_SIDE - 1) / max(width, height))
            picture: Image.Image = page.render(scale=scale).to_pil()
            return picture.convert("RGB")
        finally:
            page.close()
    except pdfium.PdfiumError:
        return None


def _from_page(pdf: pdfium.PdfDocument, picture: Picture) -> Image.Image | None:
    """A picture that is not stored as a JPEG: pdfium decodes it."""
    try:
        page: Any = pdf[(picture.place.page or 1) - 1]
        try:
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
                if tuple(item.get_px_size()) == (picture.width, picture.height):
                    stream = bytes(item.get_data(decode_simple=False))
                    if hashlib.sha256(stream).hexdigest() == picture.sha256:
                        return prepared(item.get_bitmap().to_pil())
            return None
        finally:
            page.close()
    except (pdfium.PdfiumError, ValueError):
        return None
