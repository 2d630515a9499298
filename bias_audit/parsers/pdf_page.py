"""What stands on one page of a PDF: its lines with positions, its ruled tables, its pictures.

Everything here asks pdfium and gives back plain data, so that no handle outlives the page.
"""

import ctypes
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from math import isfinite

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .pdf_glyphs import extent, respaced, size_of
from .pdf_layout import Line
from .pdf_tables import (
    LEAST_RULE,
    MAX_EDGES,
    RULE_WIDTH,
    Box,
    Cell,
    Matrix,
    address,
    by_address,
    cell_at,
    cells_between,
    combined,
    moved,
    renumbered,
    sides_of,
    turned,
)

_WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_SOME_LETTERS = re.compile(r"[^\W_]\W*[^\W_]\W*[^\W_]")
_COLUMN_GAP = 1.3  # in sizes: a wider gap between words separates lines
_NARROW = 0.3  # in sizes: a word of letters narrower than this on average is rare
_LEAST_ADVANCE = 0.2  # in sizes for each letter: less, and the next word may have been drawn over this one
_MAX_OBJECTS = 20_000
_MAX_DEPTH = 4
_SHOWN = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
_MAX_RAW = 8_000_000  # bytes of a picture's stream that are read


_OBJECT = by_address(raw.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_int, gives=ctypes.c_void_p)
_OBJECT_IN_FORM = by_address(raw.FPDFFormObj_GetObject, ctypes.c_void_p, ctypes.c_ulong, gives=ctypes.c_void_p)
_KIND = by_address(raw.FPDFPageObj_GetType, ctypes.c_void_p)
_BOUNDS = by_address(raw.FPDFPageObj_GetBounds, *[ctypes.c_void_p] * 5)


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture on a page: pixels, and the stream as it is in the file when it is a JPEG."""

    width: int
    height: int
    sha256: str
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as found, not yet in order. ``index`` maps text offsets to pdfium's where they differ."""

    lines: tuple[Line, ...]
    cells: tuple[Cell, ...]
    images: tuple[PageImage, ...]
    readable: bool
    index: tuple[int, ...] | None
    height: float


def read_page(page: pdfium.PdfPage) -> PageText:
    """Read a page. Coordinates are those of the page as it is shown."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        count = textpage.count_chars()
        index = None
        if count != len(text):
            index = _index(textpage.raw, text)
        turn = page.get_rotation()
        text, index = respaced(textpage.raw, text, index, turn)
        edges, images = _drawings(page, turn)
        cells = cells_between(edges)
        lines = _lines(textpage.raw, text, index, turn, cells)
        if cells:
            # boxes without words are frames and charts, not tables
            filled = Counter(cells[line.cell].table for line in lines if line.cell >= 0)
            kept = {table for table, lines_in in filled.items() if lines_in > 1}
            if any(cell.table not in kept for cell in cells):
                cells = renumbered([cell for cell in cells if cell.table in kept])
                lines = _lines(textpage.raw, text, index, turn, cells)
    finally:
        textpage.close()
    _, height = page.get_size()
    return PageText(tuple(lines), tuple(cells), tuple(images), _has_letters(text), index, height)


def _has_letters(text: str) -> bool:
    return _SOME_LETTERS.search(text) is not None


def _index(textpage: object, text: str) -> tuple[int, ...]:
    """pdfium's character index for each character of ``text``, which pdfium counts in UTF-16 units."""
    found: list[int] = []
    units = 0
    for character in text:
        found.append(raw.FPDFText_GetCharIndexFromTextIndex(textpage, units))
        units += 2 if ord(character) > 0xFFFF else 1
    return tuple(found)


def _lines(textpage: object, text: str, index: tuple[int, ...] | None, turn: int, cells: list[Cell]) -> list[Line]:
    """Stretches of words without a gap as wide as one between columns, in the order of the file.

    Where a word ends is asked only where the beginnings of it and of the next one leave the gap in doubt.
    """
    lines: list[Line] = []
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    origin = raw.FPDFText_GetCharOrigin
    line: Line | None = None
    begin, end, begin_x = 0, 0, 0.0  # of the last word in the line
    for word in _WORD.finditer(text):
        start, stop = word.span()
        first = start if index is None else index[start]
        found = origin(textpage, first, x, y)
        x0, base = turned(x.value, y.value, turn) if turn else (x.value, y.value)
        if not (found and isfinite(x0 + base)):
            _finish(textpage, line, begin, end, text, index, turn)
            line = None
            continue
        if line is not None:
            size = line.size
            letters = end - begin
            if (
                -0.55 * size < base - line.y < 0.55 * size
                and line.upright
                and text[end - 1] != "\ufffe"
                and "\n" not in text[end:start]
                and (
                    _LEAST_ADVANCE * letters * size < x0 - begin_x < (_NARROW * letters + 1.2) * size
                    or -0.5 * size
                    < x0 - extent(textpage, end - 1 if index is None else index[end - 1], turn)[0]
                    < _COLUMN_GAP * size
                )
                and (not cells or cell_at(cells, x0 + 0.2 * size, base + 0.3 * size, line.cell) == line.cell)
            ):
                begin, end, begin_x = start, stop, x0
                continue
            _finish(textpage, line, begin, end, text, index, turn)
        x1, low, high = extent(textpage, stop - 1 if index is None else index[stop - 1], turn)
        if not isfinite(x1 + low + high):
            line = None
            continue
        size = size_of(textpage, first, matrix)
        upright = stop - start < 3 or low - 0.8 * size < base < high + 0.8 * size
        cell = cell_at(cells, x0 + 0.2 * size, base + 0.3 * size) if cells else -1
        line = Line("", start, min(x0, x1), max(x0, x1), base, size, cell=cell, upright=upright)
        lines.append(line)
        begin, end, begin_x = start, stop, x0
    _finish(textpage, line, begin, end, text, index, turn)
    return lines


def _finish(
    textpage: object, line: Line | None, begin: int, end: int, text: str, index: tuple[int, ...] | None, turn: int
) -> None:
    """Give a line what only its end shows; ``begin`` and ``end`` are those of its last word."""
    if line is None:
        return
    line.text = text[line.offset : end]
    if begin != line.offset:
        x1 = extent(textpage, end - 1 if index is None else index[end - 1], turn)[0]
        line.x1 = max(line.x1, x1 if isfinite(x1) else line.x0)
    first, last = (line.offset, end - 1) if index is None else (index[line.offset], index[end - 1])
    line.size = max(line.size, size_of(textpage, last, raw.FS_MATRIX()))  # a bullet is often smaller
    weigh = raw.FPDFText_GetFontWeight
    line.bold = weigh(textpage, first) >= 600 and weigh(textpage, last) >= 600


def _drawings(page: pdfium.PdfPage, turn: int) -> tuple[list[Box], list[PageImage]]:
    """Ruling lines (thin boxes) and pictures."""
    edges: list[Box] = []
    images: list[PageImage] = []
    bounds = (ctypes.c_float * 4)()
    into = [ctypes.addressof(bounds) + 4 * at for at in range(4)]
    for item, kind, matrix in islice(_objects(page), _MAX_OBJECTS):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            image = _image(ctypes.cast(item, raw.FPDF_PAGEOBJECT))
            if image:
                images.append(image)
        elif len(edges) < MAX_EDGES and _BOUNDS(item, *into):
            x0, y0, x1, y1 = bounds
            if turn or matrix is not None:
                (ax, ay), (bx, by) = (turned(*moved(*at, matrix), turn) for at in ((x0, y0), (x1, y1)))
                x0, y0, x1, y1 = min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
            if x1 - x0 <= RULE_WIDTH or y1 - y0 <= RULE_WIDTH:
                if x1 - x0 >= LEAST_RULE or y1 - y0 >= LEAST_RULE:
                    edges.append((x0, y0, x1, y1))
            else:
                edges.extend(sides_of(item, matrix, turn))
    width, height = page.get_size()
    # lines longer than the page belong to something that is not shown
    return [e for e in edges if e[2] - e[0] <= 1.02 * width and e[3] - e[1] <= 1.02 * height], images


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[int, int, Matrix | None]]:
    """Objects of the page and of the forms in it, with the matrix that moves them to the page."""
    count = raw.FPDFPage_CountObjects(page.raw)
    return _objects_in(address(page.raw), count, _OBJECT, None, 1)


def _objects_in(
    holder: int, count: int, fetch: Callable[[int, int], int], matrix: Matrix | None, depth: int
) -> Iterator[tuple[int, int, Matrix | None]]:
    for at in range(count):
        item = fetch(holder, at)
        kind = _KIND(item) if item else raw.FPDF_PAGEOBJ_UNKNOWN
        if kind in _SHOWN:
            yield item, kind, matrix
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth <= _MAX_DEPTH:
            form = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
            own = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(form, own)
            within = combined((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
            yield from _objects_in(item, raw.FPDFFormObj_CountObjects(form), _OBJECT_IN_FORM, within, depth + 1)


def _image(item: object) -> PageImage | None:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFImageObj_GetImagePixelSize(item, width, height) or min(width.value, height.value) < 16:
        return None
    size = raw.FPDFImageObj_GetImageDataRaw(item, None, 0)
    digest, data = "", b""
    if 0 < size <= _MAX_RAW:
        buffer = (ctypes.c_ubyte * size)()
        raw.FPDFImageObj_GetImageDataRaw(item, buffer, size)
        data = bytes(buffer)
        digest = hashlib.sha256(data).hexdigest()
    jpeg = data if data.startswith(b"\xff\xd8\xff") else b""
    return PageImage(width.value, height.value, digest, jpeg)
