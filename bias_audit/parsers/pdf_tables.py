"""Ruled tables of a PDF page: from drawn lines to cells, as a reader sees them."""

from dataclasses import dataclass
from itertools import product

import pypdfium2.raw as raw

from .pdf_calls import Box, Matrix, combined, is_stroked, matrix_of, moved, outline, turned

MAX_EDGES = 1_200
RULE_WIDTH, LEAST_RULE = 3, 6  # points: a drawn box that is thin and long enough is a ruling line
_MAX_SEGMENTS = 400
_NEAR = 3  # points: rules that are no further apart lie on one line, or meet
_MOST_RULES, _MOST_CROSSINGS = 300, 4_000

_Point = tuple[float, float]
_Rule = tuple[float, float, float]  # where its line lies, where on it the rule begins and ends; y counts downwards
_Through = tuple[set[int], set[int]]


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
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return []  # a drawing
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
    upright = _merged([((x0 + x1) / 2, -y1, -y0) for x0, y0, x1, y1 in edges if x1 - x0 < y1 - y0])
    level = _merged([(-(y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in edges if x1 - x0 >= y1 - y0])
    if min(len(upright), len(level)) < 2 or len(upright) + len(level) > _MOST_RULES:
        return []
    crossings = _crossings(upright, level)
    if len(crossings) > _MOST_CROSSINGS:
        return []
    tables = [boxes for boxes in _touching(_smallest(crossings)) if len(boxes) >= 3]
    tables.sort(key=lambda boxes: (min(box[1] for box in boxes), min(box[0] for box in boxes)))
    result: list[Cell] = []
    for number, boxes in enumerate(tables, start=1):
        tops = sorted({round(box[1]) for box in boxes})
        lefts = sorted({round(box[0]) for box in boxes})
        for x0, top, x1, bottom in sorted(boxes, key=lambda box: (box[1], box[0])):
            row, column = tops.index(round(top)) + 1, lefts.index(round(x0)) + 1
            result.append(Cell(number, row, column, (x0, -bottom, x1, -top)))
    return result


def _merged(rules: list[_Rule]) -> list[_Rule]:
    """Rules of one direction, those that nearly lie or meet on one line made one."""
    beside: list[list[_Rule]] = []
    for rule in sorted(rules):
        if beside and rule[0] <= beside[-1][-1][0] + _NEAR:
            beside[-1].append(rule)
        else:
            beside.append([rule])
    merged: list[_Rule] = []
    for group in beside:
        at = sum(rule[0] for rule in group) / len(group)
        spans = sorted((begin, end) for _, begin, end in group)
        begin, end = spans[0]
        for next_begin, next_end in spans[1:]:
            if next_begin > end + _NEAR:
                merged.append((at, begin, end))
                begin, end = next_begin, next_end
            end = max(end, next_end)
        merged.append((at, begin, end))
    return merged


def _crossings(upright: list[_Rule], level: list[_Rule]) -> dict[_Point, _Through]:
    """Where rules cross, with the numbers of the upright and of the level ones that go through there."""
    found: dict[_Point, _Through] = {}
    for one, (x, top, bottom) in enumerate(upright):
        for other, (y, left, right) in enumerate(level):
            if top - _NEAR <= y <= bottom + _NEAR and left - _NEAR <= x <= right + _NEAR:
                ups, levels = found.setdefault((x, y), (set(), set()))
                ups.add(one)
                levels.add(other)
    return found


def _smallest(crossings: dict[_Point, _Through]) -> list[Box]:
    """From each crossing the smallest box to the right and below whose sides are ruled: x0, top, x1, bottom."""
    below: dict[float, list[float]] = {}
    beside: dict[float, list[float]] = {}
    for x, y in sorted(crossings):
        below.setdefault(x, []).append(y)
        beside.setdefault(y, []).append(x)
    boxes: list[Box] = []
    for (x0, top), (ups, levels) in crossings.items():
        bottoms = [y for y in below[x0] if y > top and not ups.isdisjoint(crossings[x0, y][0])]
        rights = [x for x in beside[top] if x > x0 and not levels.isdisjoint(crossings[x, top][1])]
        for bottom, x1 in product(bottoms, rights):
            corner_ups, corner_levels = crossings.get((x1, bottom), (set(), set()))
            if not corner_ups.isdisjoint(crossings[x1, top][0]) and not corner_levels.isdisjoint(
                crossings[x0, bottom][1]
            ):
                boxes.append((x0, top, x1, bottom))
                break
    return boxes


def _touching(boxes: list[Box]) -> list[list[Box]]:
    """Boxes in groups that hang together by their corners."""
    at_corner: dict[_Point, list[Box]] = {}
    for box in boxes:
        for corner in product(box[::2], box[1::2]):
            at_corner.setdefault(corner, []).append(box)
    groups: list[list[Box]] = []
    seen: set[Box] = set()
    for box in boxes:
        group = [] if box in seen else [box]
        seen.add(box)
        for member in group:  # it grows meanwhile
            for corner in product(member[::2], member[1::2]):
                beside = [other for other in at_corner[corner] if other not in seen]
                seen.update(beside)
                group += beside
        groups.append(group)
    return groups


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
