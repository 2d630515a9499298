"""Ruled tables of a PDF page: from drawn lines to cells, with pdfplumber's own functions where they are quick."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import Any

import pypdfium2.raw as raw

from .pdf_calls import Box, Matrix, combined, is_stroked, matrix_of, moved, outline, turned

MAX_EDGES = 1_200
RULE_WIDTH, LEAST_RULE = 3, 6  # points: a drawn box that is thin and long enough is a ruling line
_MAX_SEGMENTS = 400
_NEAR = 3  # points: rules that are no further apart lie on one line, or meet
_BANDS = 64
_MOST_RULES, _MOST_CROSSINGS = 300, 4_000

Point = tuple[float, float]
Crossings = dict[Point, tuple[set[Box], set[Box]]]  # with the upright and the level lines that meet there
CellAt = Callable[[float, float, int], int]  # the index of the cell at x and y, -1 for none; the third one first


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
    meeting = crossings(merged)
    if len(meeting) > _MOST_CROSSINGS:
        return []
    found = ruling.cells_to_tables(smallest_cells(meeting))
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


def crossings(rules: list[dict[str, Any]]) -> Crossings:
    """Where an upright and a level line meet."""
    uprights, levels = (
        [(e["x0"], e["top"], e["x1"], e["bottom"]) for e in rules if e["orientation"] == o] for o in "vh"
    )
    found: Crossings = {}
    for upright in uprights:
        x, top, _, bottom = upright
        for level in levels:
            x0, y, x1, _ = level
            if top <= y + _NEAR and bottom >= y - _NEAR and x0 - _NEAR <= x <= x1 + _NEAR:
                through = found.setdefault((x, y), (set(), set()))
                through[0].add(upright)
                through[1].add(level)
    return found


def smallest_cells(meeting: Crossings) -> list[Box]:
    """The smallest cell below and beside each crossing: those that pdfplumber finds, which compares all lines anew."""
    columns: dict[float, list[Point]] = {}
    rows: dict[float, list[Point]] = {}
    cells: list[Box] = []
    for point in sorted(meeting, reverse=True):
        upright, level = meeting[point]
        column, row = columns.setdefault(point[0], []), rows.setdefault(point[1], [])
        below = [other for other in reversed(column) if not upright.isdisjoint(meeting[other][0])]
        beside = [other for other in reversed(row) if not level.isdisjoint(meeting[other][1])]
        column.append(point)
        row.append(point)
        for under, right in product(below, beside):
            corner = right[0], under[1]
            down, across = meeting.get(corner, (set(), set()))
            if not (down.isdisjoint(meeting[right][0]) or across.isdisjoint(meeting[under][1])):
                cells.append((*point, *corner))
                break
    return cells[::-1]


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


def cell_finder(cells: list[Cell]) -> CellAt:
    """What finds the first of some cells at a point, looked up by the bands of the page that they reach into."""
    low, high = min(cell.box[1] for cell in cells), max(cell.box[3] for cell in cells)
    step = (high - low) / _BANDS or 1.0
    bands: list[list[tuple[int, Box]]] = [[] for _ in range(_BANDS + 1)]
    for at, cell in enumerate(cells):
        for band in range(int((cell.box[1] - low) / step), int((cell.box[3] - low) / step) + 1):
            bands[band].append((at, cell.box))

    def cell_at(x: float, y: float, likely: int) -> int:
        if likely >= 0:
            x0, bottom, x1, top = cells[likely].box
            if x0 <= x <= x1 and bottom <= y <= top:
                return likely
        for at, (x0, bottom, x1, top) in bands[int((y - low) / step)] if low <= y <= high else ():
            if x0 <= x <= x1 and bottom <= y <= top:
                return at
        return -1

    return cell_at
