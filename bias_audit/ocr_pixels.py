"""The pixels of a page or picture, ready for the recogniser. Decodes untrusted bytes: runs in a child (isolate.py)."""

import hashlib
from collections.abc import Sequence
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image, ImageOps

from .errors import ReadError
from .ocr_targets import Spot
from .parsers import image

MAX_PIXELS = 8_000_000  # of what the recogniser is given; larger pictures are scaled down
MAX_SIDE = 4000
_DOTS = 150 / 72  # of a rendered page to a point


def pixels(spot: Spot, parts: Sequence[bytes]) -> Image.Image | None:
    """What there is at ``spot``; None where it cannot be decoded, or not safely."""
    data = parts[spot.data]
    if spot.kind == "page":
        return _on_page(data, spot, _rendered)
    if spot.kind == "picture on page":
        return _on_page(data, spot, _from_page)
    formats = tuple(image.FORMATS) if spot.kind == "frame" else image.INSIDE
    try:
        with image.opened(data, "the picture", formats) as picture:
            if spot.number > 1:
                picture.seek(spot.number - 1)
            width, height = picture.size
            if not 0 < width * height <= image.MAX_PIXELS or width < spot.least[0] or height < spot.least[1]:
                return None
            return prepared(picture)
    except ReadError:
        return None  # damaged, as the reader of the document has said, or a drawing without pixels


def _on_page(data: bytes, spot: Spot, look: Any) -> Image.Image | None:
    try:
        with pdfium.PdfDocument(data) as document:
            page = document[spot.number - 1]
            try:
                found: Image.Image | None = look(page, spot)
                return found
            finally:
                page.close()
    except (pdfium.PdfiumError, ValueError, IndexError):
        return None


def _rendered(page: Any, _: Spot) -> Image.Image | None:
    """A page as a picture, never larger than the recogniser takes."""
    width, height = page.get_size()
    if not (1 <= width <= 1e6 and 1 <= height <= 1e6):
        return None
    most = MAX_PIXELS - 2 * MAX_SIDE  # pdfium rounds both sides up
    scale = min(_DOTS, (most / (width * height)) ** 0.5, (MAX_SIDE - 1) / max(width, height))
    picture: Image.Image = page.render(scale=scale).to_pil()
    return picture.convert("RGB")


def _from_page(page: Any, spot: Spot) -> Image.Image | None:
    """A picture that is not stored as a JPEG: pdfium decodes it."""
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        if tuple(item.get_px_size()) == (spot.width, spot.height):
            stream = bytes(item.get_data(decode_simple=False))
            if hashlib.sha256(stream).hexdigest() == spot.sha256:
                return prepared(item.get_bitmap().to_pil())
    return None


def prepared(image: Image.Image) -> Image.Image:
    """Upright, on white, in colours, and small enough for the recogniser."""
    scale = min(1.0, (MAX_PIXELS / (image.width * image.height)) ** 0.5, MAX_SIDE / max(image.size))
    size = max(1, int(image.width * scale)), max(1, int(image.height * scale))
    if scale < 1:
        image.draft("RGB", size)  # lets a JPEG decode at a fraction of its size
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith(("I", "F")):  # 16 bits and more: to the usual 8
        low, high = image.getextrema()
        image = image.point(lambda v: (v - low) * (255 / max(1, high - low))).convert("L")  # type: ignore[operator]
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    image = image.convert("RGB")
    image.thumbnail((max(size), max(size)), Image.Resampling.LANCZOS)
    return image
