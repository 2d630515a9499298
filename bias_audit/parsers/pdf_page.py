"""What stands on one page of a PDF: its lines with positions, its ruled tables, its pictures.

Everything here asks pdfium and gives back plain data, so that no handle outlives the page.
"""

import ctypes
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import hypot, isfinite, nan

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .pdf_layout import Line
from .pdf_tables import (
    MAX_EDGES,
    Box,
    Cell,
    Matrix,
    cell_at,
    cells_between,
    combined,
    moved,
    renumbered,
    rules_of,
    turned,
)

_WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_SOME_LETTERS = re.compile(r"[^\W_]\W*[^\W_]\W*[^\W_]")
_COLUMN_GAP = 1.3  # in sizes: a wider gap between words separates lines
_NARROW, _NARROWEST = 0.3, 0.25  # in sizes: letters of few words are narrower than this, on average and one alone
_LEAST_ADVANCE = 0.2  # in sizes for each letter: less, and the next word may have been drawn over this one
_MAX_OBJECTS = 20_000
_MAX_DEPTH = 4
_SHOWN = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
_MAX_RAW = 8_000_000  # bytes of a picture's stream that are read


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


def readable(page: pdfium.PdfPage) -> bool:
    """Whether a page has letters that can be read: more than a page number or a mark."""
    textpage = page.get_textpage()
    try:
        return _has_letters(textpage.get_text_range())
    finally:
        textpage.close()


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
                    or -0.5 * size < x0 - _extent(textpage, end - 1, index, turn)[0] < _COLUMN_GAP * size
                )
                and (not cells or cell_at(cells, x0 + 0.2 * size, base + 0.3 * size, line.cell) == line.cell)
            ):
                begin, end, begin_x = start, stop, x0
                continue
            _finish(textpage, line, begin, end, text, index, turn)
        x1, low, high = _extent(textpage, stop - 1, index, turn)
        if not isfinite(x1 + low + high):
            line = None
            continue
        size = _size(textpage, first, matrix)
        upright = stop - start < 3 or low - 0.8 * size < base < high + 0.8 * size
        cell = cell_at(cells, x0 + 0.2 * size, base + 0.3 * size) if cells else -1
        line = Line("", start, min(x0, x1), max(x0, x1), base, size, cell=cell, upright=upright)
        lines.append(line)
        begin, end, begin_x = start, stop, x0
    _finish(textpage, line, begin, end, text, index, turn)
    return lines


def _extent(textpage: object, at: int, index: tuple[int, ...] | None, turn: int) -> tuple[float, float, float]:
    """The right end, the bottom and the top of a character as the page is shown; not numbers where it has none."""
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(textpage, at if index is None else index[at], box):
        return nan, nan, nan
    if not turn:
        return box.right, box.bottom, box.top
    corner, other = turned(box.left, box.bottom, turn), turned(box.right, box.top, turn)
    return max(corner[0], other[0]), min(corner[1], other[1]), max(corner[1], other[1])


def _size(textpage: object, at: int, matrix: raw.FS_MATRIX) -> float:
    size = float(raw.FPDFText_GetFontSize(textpage, at))
    if raw.FPDFText_GetMatrix(textpage, at, matrix):
        size *= hypot(matrix.c, matrix.d)
    return min(max(1.0, size), 2000.0)  # also where it is not a number


def _finish(
    textpage: object, line: Line | None, begin: int, end: int, text: str, index: tuple[int, ...] | None, turn: int
) -> None:
    """Give a line what only its end shows; ``begin`` and ``end`` are those of its last word."""
    if line is None:
        return
    line.text = text[line.offset : end]
    if begin != line.offset:
        x1 = _extent(textpage, end - 1, index, turn)[0]
        line.x1 = max(line.x1, x1 if isfinite(x1) else line.x0)
    first, last = (line.offset, end - 1) if index is None else (index[line.offset], index[end - 1])
    line.size = max(line.size, _size(textpage, last, raw.FS_MATRIX()))  # a bullet is often smaller
    weigh = raw.FPDFText_GetFontWeight
    line.bold = weigh(textpage, first) >= 600 and weigh(textpage, last) >= 600


def _drawings(page: pdfium.PdfPage, turn: int) -> tuple[list[Box], list[PageImage]]:
    """Ruling lines (thin boxes) and pictures."""
    edges: list[Box] = []
    images: list[PageImage] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for count, (item, kind, matrix) in enumerate(_objects(page)):
        if count >= _MAX_OBJECTS:
            break
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            image = _image(item)
            if image:
                images.append(image)
        elif kind == raw.FPDF_PAGEOBJ_PATH and len(edges) < MAX_EDGES:
            if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
                continue
            box = (left.value, bottom.value, right.value, top.value)
            if turn or matrix is not None:
                a, b = turned(*moved(*box[:2], matrix), turn), turned(*moved(*box[2:], matrix), turn)
                box = (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
            edges.extend(rules_of(item, box, matrix, turn))
    width, height = page.get_size()
    # lines longer than the page belong to something that is not shown
    return [e for e in edges if e[2] - e[0] <= 1.02 * width and e[3] - e[1] <= 1.02 * height], images


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[object, int, Matrix | None]]:
    """Objects of the page and of the forms in it, with the matrix that moves them to the page."""
    count = raw.FPDFPage_CountObjects(page.raw)
    return _objects_in(page.raw, count, raw.FPDFPage_GetObject, None, 1)


def _objects_in(
    holder: object, count: int, fetch: Callable[[object, int], object], matrix: Matrix | None, depth: int
) -> Iterator[tuple[object, int, Matrix | None]]:
    kind_of, form, shown = raw.FPDFPageObj_GetType, raw.FPDF_PAGEOBJ_FORM, _SHOWN
    for at in range(count):
        item = fetch(holder, at)
        if not item:
            continue
        kind = kind_of(item)
        if kind in shown:
            yield item, kind, matrix
        elif kind == form and depth <= _MAX_DEPTH:
            own = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(item, own)
            within = combined((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
            inner = raw.FPDFFormObj_CountObjects(item)
            yield from _objects_in(item, inner, raw.FPDFFormObj_GetObject, within, depth + 1)


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
