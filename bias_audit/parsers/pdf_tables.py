"""Ruled tables of a PDF page: from drawn lines to cells, which pdfplumber's own functions find."""

from collections import Counter
from dataclasses import dataclass

import pypdfium2.raw as raw

from .pdf_calls import Box, Matrix, combined, is_stroked, matrix_of, moved, outline, turned

MAX_EDGES = 1_200
RULE_WIDTH, LEAST_RULE = 3, 6  # points: a drawn box that is thin and long enough is a ruling line
_MAX_SEGMENTS = 400
_NEAR = 3  # points: rules that are no further apart lie on one line, or meet
_MOST_RULES, _MOST_CROSSINGS = 300, 4_000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a ruled table, ``row`` and ``column`` counted from 1."""

    table: int
    row: int
    column: int
    box: Box


def sides_of(item: int, matrix: Matrix | None, turn: int) -> list[Box]:
    """The ruling lines that a path draws which is more than a line: the sides of stroked boxes."""
    if not is_stroked(item):
        return []  # shading, or white behind the words
    whole = combined(matrix_of(item), matrix)
    edges: list[Box] = []
    begin = here = (0.0, 0.0)

    def rule(one: tuple[float, float], two: tuple[float, float]) -> None:
        (ax, ay), (bx, by) = one, two
        if (abs(ax - bx) <= 1) != (abs(ay - by) <= 1):
            edges.append((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))

    for kind, x, y, closes in outline(item, _MAX_SEGMENTS):
        point = turned(*moved(x, y, whole), turn)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        else:
            rule(here, point)
        here = point
        if closes:
            rule(here, begin)
            here = begin
    return edges


def cells_between(edges: list[Box]) -> list[Cell]:
    """The cells that ruling lines enclose, table by table from the top of the page."""
    if len(edges) < 4 or len(edges) >= MAX_EDGES:
        return []
    from pdfplumber import table as ruling  # only pages with rules pay for loading it

    drawn = [_as_line(edge) for edge in edges]
    kinds = Counter(edge["orientation"] for edge in drawn)
    if min(kinds["v"], kinds["h"]) < 2:
        return []
    merged = ruling.merge_edges(drawn, _NEAR, _NEAR, _NEAR, _NEAR)
    if len(merged) > _MOST_RULES:
        return []
    crossings = ruling.edges_to_intersections(merged, _NEAR, _NEAR)
    if len(crossings) > _MOST_CROSSINGS:
        return []
    found = ruling.cells_to_tables(ruling.intersections_to_cells(crossings))
    tables = [boxes for boxes in found if len(boxes) >= 3]
    tables.sort(key=lambda boxes: (min(box[1] for box in boxes), min(box[0] for box in boxes)))
    result: list[Cell] = []
    for number, boxes in enumerate(tables, start=1):
        tops = sorted({round(box[1]) for box in boxes})
        lefts = sorted({round(box[0]) for box in boxes})
        for x0, top, x1, bottom in sorted(boxes, key=lambda box: (box[1], box[0])):
            row, column = tops.index(round(top)) + 1, lefts.index(round(x0)) + 1
            result.append(Cell(number, row, column, (x0, -bottom, x1, -top)))
    return result


def _as_line(edge: Box) -> dict[str, float | str]:
    """A ruling line in the words of the table finder, which counts downwards."""
    x0, low, x1, high = edge
    upright = x1 - x0 < high - low
    if upright:
        x0 = x1 = (x0 + x1) / 2
    else:
        low = high = (low + high) / 2
    return {
        "orientation": "v" if upright else "h",
        "object_type": "line",
        "x0": x0,
        "x1": x1,
        "top": -high,
        "bottom": -low,
        "width": x1 - x0,
        "height": high - low,
    }


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
