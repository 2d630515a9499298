"""Ruled tables of a PDF page: from drawn lines to cells, which pdfplumber's own functions find."""

import ctypes
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw
from pdfplumber import table as ruling

Box = tuple[float, float, float, float]  # x0, bottom, x1, top
Matrix = tuple[float, float, float, float, float, float]

MAX_EDGES = 1_200
RULE_WIDTH, LEAST_RULE = 3, 6  # points: a drawn box that is thin and long enough is a ruling line
_MAX_SEGMENTS = 400


def by_address(call: object, *takes: type[Any], gives: type[Any] = ctypes.c_int) -> Callable[..., int]:
    """A function of pdfium that takes handles as numbers: pages have thousands of objects, and wrapping is slow."""
    return ctypes.PYFUNCTYPE(gives, *takes)(address(call))


def address(handle: object) -> int:
    """Where a handle of pdfium points, 0 for nowhere."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


_DRAW_MODE = by_address(raw.FPDFPath_GetDrawMode, *[ctypes.c_void_p] * 3)
_MODE = (ctypes.c_int * 2)()  # filled how, and whether stroked
_MODE_AT = (ctypes.addressof(_MODE), ctypes.addressof(_MODE) + ctypes.sizeof(ctypes.c_int))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a ruled table, ``row`` and ``column`` counted from 1."""

    table: int
    row: int
    column: int
    box: Box


def turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of the page's own system as shown after a clockwise turn."""
    if turn == 90:
        return y, -x
    if turn == 180:
        return -x, -y
    if turn == 270:
        return -y, x
    return x, y


def combined(inner: Matrix, outer: Matrix | None) -> Matrix:
    """One matrix that moves as ``inner``, then ``outer``."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def moved(x: float, y: float, matrix: Matrix | None) -> tuple[float, float]:
    """A point moved by a matrix."""
    if matrix is None:
        return x, y
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def sides_of(item: int, matrix: Matrix | None, turn: int) -> list[Box]:
    """The ruling lines that a path draws which is more than a line: the sides of stroked boxes."""
    if not _DRAW_MODE(item, *_MODE_AT) or not _MODE[1]:
        return []  # shading, or white behind the words
    path = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
    count = raw.FPDFPath_CountSegments(path)
    if count > _MAX_SEGMENTS:
        return []
    own = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, own)
    whole = combined((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    edges: list[Box] = []
    begin = here = (0.0, 0.0)

    def rule(one: tuple[float, float], two: tuple[float, float]) -> None:
        (ax, ay), (bx, by) = one, two
        if (abs(ax - bx) <= 1) != (abs(ay - by) <= 1):
            edges.append((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))

    for at in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = turned(*moved(x.value, y.value, whole), turn)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return []  # a drawing
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        else:
            rule(here, point)
        here = point
        if raw.FPDFPathSegment_GetClose(segment):
            rule(here, begin)
            here = begin
    return edges


def cells_between(edges: list[Box]) -> list[Cell]:
    """The cells that ruling lines enclose, table by table from the top of the page."""
    if len(edges) < 4 or len(edges) >= MAX_EDGES:
        return []
    drawn = []
    for x0, y0, x1, y1 in edges:
        upright = x1 - x0 < y1 - y0
        middle = (x0 + x1) / 2 if upright else (y0 + y1) / 2
        x0, x1 = (middle, middle) if upright else (x0, x1)
        low, high = (y0, y1) if upright else (middle, middle)
        drawn.append(
            {
                "orientation": "v" if upright else "h",
                "object_type": "line",
                "x0": x0,
                "x1": x1,
                "top": -high,  # the table finder counts downwards
                "bottom": -low,
                "width": x1 - x0,
                "height": high - low,
            }
        )
    kinds = Counter(edge["orientation"] for edge in drawn)
    if kinds["v"] < 2 or kinds["h"] < 2:
        return []
    merged = ruling.merge_edges(drawn, 3, 3, 3, 3)
    if len(merged) > 300:
        return []
    crossings = ruling.edges_to_intersections(merged, 3, 3)
    if len(crossings) > 4000:
        return []
    tables = ruling.cells_to_tables(ruling.intersections_to_cells(crossings))
    result: list[Cell] = []
    number = 0
    for boxes in sorted(tables, key=lambda boxes: (min(box[1] for box in boxes), min(box[0] for box in boxes))):
        if len(boxes) < 3:
            continue
        number += 1
        tops = sorted({round(box[1]) for box in boxes})
        lefts = sorted({round(box[0]) for box in boxes})
        for x0, top, x1, bottom in sorted(boxes, key=lambda box: (box[1], box[0])):
            row, column = tops.index(round(top)) + 1, lefts.index(round(x0)) + 1
            result.append(Cell(number, row, column, (x0, -bottom, x1, -top)))
    return result


def renumbered(cells: list[Cell]) -> list[Cell]:
    """Cells with their tables counted from 1 without gaps."""
    numbers = {table: at for at, table in enumerate(sorted({cell.table for cell in cells}), start=1)}
    return [Cell(numbers[cell.table], cell.row, cell.column, cell.box) for cell in cells]


def cell_at(cells: list[Cell], x: float, y: float, likely: int = -1) -> int:
    """The index of the cell at a point, -1 for none; ``likely`` is looked at first."""
    if likely >= 0:
        x0, bottom, x1, top = cells[likely].box
        if x0 <= x <= x1 and bottom <= y <= top:
            return likely
    for at, cell in enumerate(cells):
        x0, bottom, x1, top = cell.box
        if x0 <= x <= x1 and bottom <= y <= top:
            return at
    return -1
