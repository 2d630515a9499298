"""What stands on one page of a PDF: its lines with positions, its ruled tables, its pictures.

Everything here asks pdfium and gives back plain data, so that no handle outlives the page.
"""

import ctypes
import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise
from math import isfinite
from operator import sub

import pypdfium2.raw as raw

from .pdf_calls import (
    Box,
    Matrix,
    address,
    bounds,
    combined,
    extents,
    matrix_of,
    moved,
    objects_in,
    objects_on,
    origins,
    sizes,
    text_of,
    turned,
    weights,
)
from .pdf_glyphs import respaced
from .pdf_layout import Line
from .pdf_tables import (
    LEAST_RULE,
    MAX_EDGES,
    RULE_WIDTH,
    Cell,
    CellAt,
    cell_finder,
    cells_between,
    renumbered,
    sides_of,
)

_BREAK = re.compile(r"[\n\ufffe]")
_WORD = re.compile(r"([^\s\ufffe]+\ufffe?|\ufffe)")
_SOME_LETTERS = re.compile(r"[^\W_]\W*[^\W_]\W*[^\W_]")
_COLUMN_GAP = 1.3  # in sizes: a wider gap between words separates lines
_NARROW = 0.3  # in sizes: a word of letters narrower than this on average is rare
_LEAST_ADVANCE = 0.2  # in sizes for each letter: less, and the next word may have been drawn over this one
_MAX_OBJECTS = 20_000
_MAX_DEPTH = 4
_SHOWN = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
_MAX_RAW = 8_000_000  # bytes of a picture's stream that are read


# of a line: its first word and the one behind its last, the size of its letters, whether they are upright, its cell
_Span = tuple[int, int, float, bool, int]


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


def read_page(document: object, at: int) -> PageText | None:
    """Page ``at`` (from 0) with coordinates as it is shown; None where pdfium cannot read it.

    The handles are pdfium's own: what pypdfium2 wraps around them takes a tenth of the time that pdfium takes.
    """
    if not (page := raw.FPDF_LoadPage(document, at)):
        return None
    try:
        if not (textpage := raw.FPDFText_LoadPage(page)):
            return None
        try:
            return _read(page, textpage)
        finally:
            raw.FPDFText_ClosePage(textpage)
    finally:
        raw.FPDF_ClosePage(page)


def _read(page: object, textpage: object) -> PageText | None:
    handle = address(textpage)
    count = raw.FPDFText_CountChars(textpage)
    text = text_of(handle, count)
    if text is None:
        return None
    index = _index(textpage, text) if count != len(text) else None
    turn = 90 * raw.FPDFPage_GetRotation(page)
    text, index = respaced(handle, text, index, turn)
    words = _words(handle, text, index, turn)
    width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    edges, images = _drawings(address(page), turn, rules=len(words.starts) > 1)
    # lines longer than the page belong to something that is not shown
    cells = cells_between([e for e in edges if e[2] - e[0] <= 1.02 * width and e[3] - e[1] <= 1.02 * height])
    lines = _lines(handle, words, cells)
    if cells:
        # boxes without words are frames and charts, not tables
        filled = Counter(cells[line.cell].table for line in lines if line.cell >= 0)
        kept = {table for table, lines_in in filled.items() if lines_in > 1}
        if any(cell.table not in kept for cell in cells):
            cells = renumbered([cell for cell in cells if cell.table in kept])
            lines = _lines(handle, words, cells)
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


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a page, by columns: where they are in the text, and on the page."""

    text: str
    starts: list[int]
    stops: list[int]
    first: list[int]  # their first and last characters, as pdfium counts
    last: list[int]
    x0: list[float]
    x1: list[float]
    base: list[float]
    low: list[float]  # of the last character, as ``high``
    high: list[float]
    gaps: list[float]  # to the next word
    known: bool  # all of these places are numbers
    stretches: list[tuple[int, int]]  # of words between which the file breaks no line


def _words(textpage: int, text: str, index: tuple[int, ...] | None, turn: int) -> _Words:
    ends = list(accumulate(map(len, _WORD.split(text))))  # of the space before a word, then of the word
    starts, stops = ends[:-1:2], ends[1::2]
    breaks = (bisect_left(starts, found.end()) for found in _BREAK.finditer(text))
    stretches = [(begin, end) for begin, end in pairwise((0, *breaks, len(starts))) if begin < end]
    first = starts if index is None else [index[start] for start in starts]
    last = [stop - 1 for stop in stops] if index is None else [index[stop - 1] for stop in stops]
    x0, base = origins(textpage, first, turn)
    x1, low, high = extents(textpage, last, turn)
    gaps = list(map(sub, x0[1:], x1))
    known = isfinite(sum(map(sum, (x0, x1, base, low, high))))
    return _Words(text, starts, stops, first, last, x0, x1, base, low, high, gaps, known, stretches)


def _lines(textpage: int, words: _Words, cells: list[Cell]) -> list[Line]:
    """Stretches of words without a gap as wide as one between columns, in the order of the file."""
    spans: list[_Span] = []
    heights = sizes(textpage, [words.first[begin] for begin, _ in words.stretches])
    cell_at = cell_finder(cells) if cells else None
    for (begin, end), size in zip(words.stretches, heights, strict=True):
        if not cell_at and _is_one_line(words, begin, end, size):
            spans.append((begin, end, size, True, -1))
        else:
            spans += _parted(textpage, words, begin, end, size, cell_at)
    ends = sizes(textpage, [words.last[end - 1] for _, end, *_ in spans])
    heavy = weights(textpage, [words.first[begin] for begin, *_ in spans])
    lines: list[Line] = []
    for (begin, end, size, upright, cell), size_at_end, weight in zip(spans, ends, heavy, strict=True):
        start, stop = words.starts[begin], words.stops[end - 1]
        x0, x1, right = words.x0[begin], words.x1[begin], words.x1[end - 1]
        lines.append(
            Line(
                words.text[start:stop],
                start,
                min(x0, x1),
                max(x0, x1, right) if isfinite(right) else max(x0, x1),
                words.base[begin],
                max(size, size_at_end),  # a bullet is often smaller
                weight >= 600 and weights(textpage, [words.last[end - 1]])[0] >= 600,
                cell,
                upright,
            )
        )
    return lines


def _is_one_line(words: _Words, begin: int, end: int, size: float) -> bool:
    """Whether a stretch of words has one baseline and no wide gap."""
    base = words.base[begin:end]
    if not words.known:
        places = sum(words.x0[begin:end]) + sum(words.x1[begin:end]) + sum(base)
        if not isfinite(places + words.low[begin] + words.high[begin]):
            return False
    gaps = words.gaps[begin : end - 1] or [0.0]
    return (
        -0.5 * size < min(gaps)
        and max(gaps) < _COLUMN_GAP * size
        and -0.55 * size < min(base) - base[0]
        and max(base) - base[0] < 0.55 * size
        and _is_upright(words, begin, size)
    )


def _is_upright(words: _Words, at: int, size: float) -> bool:
    return (
        words.stops[at] - words.starts[at] < 3
        or words.low[at] - 0.8 * size < words.base[at] < words.high[at] + 0.8 * size
    )


def _parted(textpage: int, words: _Words, begin: int, end: int, size: float, cell_at: CellAt | None) -> Iterator[_Span]:
    """The lines in a stretch of words, looked at one by one; ``size`` is that of the first."""
    start, upright, cell = -1, True, -1
    for at in range(begin, end):
        x0, base = words.x0[at], words.base[at]
        if start >= 0:
            if (
                upright
                and -0.55 * size < base - words.base[start] < 0.55 * size
                and _is_beside(words, at, size)
                and (cell_at is None or cell_at(x0 + 0.2 * size, base + 0.3 * size, cell) == cell)
            ):
                continue
            yield start, at, size, upright, cell
        start = -1
        if isfinite(x0 + base + words.x1[at] + words.low[at] + words.high[at]):
            start, size = at, size if at == begin else sizes(textpage, [words.first[at]])[0]
            upright = _is_upright(words, at, size)
            cell = cell_at(x0 + 0.2 * size, base + 0.3 * size, -1) if cell_at else -1
    if start >= 0:
        yield start, end, size, upright, cell


def _is_beside(words: _Words, at: int, size: float) -> bool:
    """Whether there is no wide gap between a word and the one before it."""
    letters, x0, before = words.stops[at - 1] - words.starts[at - 1], words.x0[at], words.x0[at - 1]
    return (
        _LEAST_ADVANCE * letters * size < x0 - before < (_NARROW * letters + 1.2) * size
        or -0.5 * size < x0 - words.x1[at - 1] < _COLUMN_GAP * size
    )


def _drawings(page: int, turn: int, *, rules: bool) -> tuple[list[Box], list[PageImage]]:
    """Ruling lines (thin boxes) where they are asked for, and pictures."""
    images: list[PageImage] = []
    paths: list[tuple[int, Matrix | None]] = []
    for item, kind, matrix in islice(_shown(objects_on(page), None, 1), _MAX_OBJECTS):
        if kind == raw.FPDF_PAGEOBJ_PATH:
            paths.append((item, matrix))
        elif image := _image(ctypes.cast(item, raw.FPDF_PAGEOBJECT)):
            images.append(image)
    edges: list[Box] = []
    for begin in range(0, len(paths) if rules else 0, MAX_EDGES):
        if len(edges) >= MAX_EDGES:  # a drawing
            return [], images
        some = paths[begin : begin + MAX_EDGES]
        for (item, matrix), box in zip(some, bounds([item for item, _ in some]), strict=True):
            if box is not None:
                edges += _rules(item, box, matrix, turn)
    return edges, images


def _rules(item: int, box: Box, matrix: Matrix | None, turn: int) -> list[Box]:
    """The ruling lines that a path is, or draws."""
    x0, y0, x1, y1 = box
    if turn or matrix is not None:
        (ax, ay), (bx, by) = (turned(*moved(*at, matrix), turn) for at in ((x0, y0), (x1, y1)))
        x0, y0, x1, y1 = min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
    if x1 - x0 > RULE_WIDTH and y1 - y0 > RULE_WIDTH:
        return sides_of(item, matrix, turn)
    return [(x0, y0, x1, y1)] if x1 - x0 >= LEAST_RULE or y1 - y0 >= LEAST_RULE else []


def _shown(
    objects: Iterator[tuple[int, int]], matrix: Matrix | None, depth: int
) -> Iterator[tuple[int, int, Matrix | None]]:
    """Paths and pictures among objects and in the forms there, with the matrix that moves them to the page."""
    for item, kind in objects:
        if kind in _SHOWN:
            yield item, kind, matrix
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth <= _MAX_DEPTH:
            yield from _shown(objects_in(item), combined(matrix_of(item), matrix), depth + 1)


def _image(item: object) -> PageImage | None:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFImageObj_GetImagePixelSize(item, width, height) or min(width.value, height.value) < 16:
        return None
    size = raw.FPDFImageObj_GetImageDataRaw(item, None, 0)
    digest, data = "", b""
    if 0 < size <= _MAX_RAW:
        buffer = bytearray(size)
        raw.FPDFImageObj_GetImageDataRaw(item, ctypes.byref(ctypes.c_char.from_buffer(buffer)), size)
        data = bytes(buffer)
        digest = hashlib.sha256(data).hexdigest()
    jpeg = data if data.startswith(b"\xff\xd8\xff") else b""
    return PageImage(width.value, height.value, digest, jpeg)
