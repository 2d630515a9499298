"""A page of a PDF as it looks, and where on it some of its characters stand. Reads untrusted bytes: runs in a child."""

import ctypes
import io
from collections.abc import Sequence
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

Box = tuple[float, float, float, float]  # left, top, right, bottom, as parts of the page's width and height
Stretch = Sequence[tuple[int, int]]  # characters of the page as pdfium counts them: (first, how many)

MOST_PIXELS = 6_000_000
_MOST_SIDE = 12_000  # pixels: WebP takes 16,383
MOST_BOXES = 60  # of one stretch
_MOST_CHARACTERS = 4000
_FINE = 100_000  # steps a side, as pdfium gives device positions in whole numbers
_SAME_LINE = 0.5  # of the lower of two boxes: they share so much of their height


def page_picture(data: bytes, number: int, width: int) -> tuple[bytes, int, int]:
    """Page ``number`` (from 1) as WebP, about ``width`` pixels wide, and its size; no bytes when it cannot be drawn."""
    try:
        with pdfium.PdfDocument(data) as document:
            page = document[number - 1]
            try:
                across, down = page.get_size()
                if not (1 <= across <= 1e6 and 1 <= down <= 1e6):
                    return b"", 0, 0
                scale = min(width / across, _MOST_SIDE / down, (MOST_PIXELS / (across * down)) ** 0.5)
                picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
            finally:
                page.close()
    except (pdfium.PdfiumError, ValueError, IndexError):
        return b"", 0, 0
    written = io.BytesIO()
    picture.save(written, "WEBP", quality=80, method=2)
    return written.getvalue(), picture.width, picture.height


def boxes_on_page(data: bytes, number: int, stretches: Sequence[Stretch]) -> list[list[Box]]:
    """For each stretch of characters its boxes on page ``number``, one a line; none where they cannot be told."""
    try:
        with pdfium.PdfDocument(data) as document:
            page = document[number - 1]
            try:
                textpage = page.get_textpage()
                try:
                    return [_boxes(page.raw, textpage.raw, stretch) for stretch in stretches]
                finally:
                    textpage.close()
            finally:
                page.close()
    except (pdfium.PdfiumError, ValueError, IndexError):
        return [[] for _ in stretches]


def _boxes(page: Any, textpage: Any, stretch: Stretch) -> list[Box]:
    """Characters of one line share a box; the lines are told before the page is turned."""
    indices = [at for first, count in stretch for at in range(first, first + count)][:_MOST_CHARACTERS]
    lines: list[Box] = []
    found = raw.FS_RECTF()
    for index in indices:
        if not raw.FPDFText_GetLooseCharBox(textpage, index, found) or found.left == found.right:
            continue
        box = found.left, found.bottom, found.right, found.top
        if lines and _on_one_line(lines[-1], box):
            a, b, c, d = lines.pop()
            box = min(a, box[0]), min(b, box[1]), max(c, box[2]), max(d, box[3])
        lines.append(box)
    return [shown for line in lines[:MOST_BOXES] if (shown := _as_shown(page, line))]


def _on_one_line(one: Box, other: Box) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > _SAME_LINE * min(one[3] - one[1], other[3] - other[1])


def _as_shown(page: Any, box: Box) -> Box | None:
    """A box in points as parts of the page, which may be turned or cut; None for what stands beside it."""
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for across, up in (box[:2], box[2:]):
        raw.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, across, up, x, y)
        corners.append((x.value / _FINE, y.value / _FINE))
    (x0, x1), (y0, y1) = (sorted(min(max(corner[side], 0.0), 1.0) for corner in corners) for side in (0, 1))
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None
