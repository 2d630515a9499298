"""From words with positions to paragraphs in reading order: geometry only, nothing of any PDF library.

Coordinates are points as a reader sees the page: x grows to the right, y grows upwards.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .structure import marker_length

_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[A-Z]")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")


@dataclass(slots=True)
class Line:
    """Words that stand beside each other. ``y`` is the baseline, ``cell`` the table cell, -1 for none."""

    text: str
    offset: int
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    cell: int = -1
    upright: bool = True
    item: bool = False  # begins a list item
    skip: int = 0  # characters of a list marker at the start

    @property
    def top(self) -> float:
        """The height of its capitals, roughly."""
        return self.y + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """The depth of its descenders, roughly."""
        return self.y - 0.25 * self.size


@dataclass(slots=True)
class Paragraph:
    """Lines that a person reads as one."""

    lines: list[Line] = field(default_factory=list)

    @property
    def size(self) -> float:
        """The size of most of its text."""
        return max(self.lines, key=lambda line: len(line.text)).size

    @property
    def bold(self) -> bool:
        """Whether every line is bold."""
        return all(line.bold for line in self.lines)


def in_reading_order(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines in groups that stand in one column each, groups in the order a person reads them."""
    groups: list[list[Line]] = []
    waiting: list[list[Line]] = [list(lines)]
    while waiting:
        region = waiting.pop()
        if len(region) < 2:
            groups.append(region)
            continue
        rows = _rows(region)
        parts = _split_into_columns(region, rows)
        if parts is None:
            groups.append([line for row in rows for line in row])
        else:
            waiting.extend(reversed(parts))
    return [group for group in groups if group]


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that overlap in height, from the top of the page; each row from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-line.y, line.x0)):
        if rows and rows[-1][0].y - line.y < 0.45 * min(rows[-1][0].size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.x0)
    return rows


def _split_into_columns(region: Sequence[Line], rows: list[list[Line]]) -> list[list[Line]] | None:
    """Split a region of some rows into bands and columns; ``None`` where it is one column already.

    Going down the rows, a band of columns goes on as long as some upright strip stays empty with text on
    both sides of it; a row across that strip ends the band.
    """
    if len(region) < 6:
        return None
    if all(len(row) == 1 for row in rows):
        # columns whose baselines never meet: look for a strip that is free over the whole region
        strip = _free_strip([(line.x0, line.x1) for line in region], _least_gap(region))
        return _columns(region, strip) if strip else None
    bands: list[tuple[list[list[Line]], tuple[float, float] | None]] = []
    at = 0
    while at < len(rows):
        if len(rows[at]) == 1 and not _leads_into_columns(rows, at):
            if bands and bands[-1][1] is None:
                bands[-1][0].append(rows[at])
            else:
                bands.append(([rows[at]], None))
            at += 1
            continue
        band, strip = _longest_band(rows, at)
        if strip is None:
            if bands and bands[-1][1] is None:
                bands[-1][0].append(rows[at])
            else:
                bands.append(([rows[at]], None))
            at += 1
        else:
            bands.append((band, strip))
            at += len(band)
    split = False
    parts: list[list[Line]] = []
    for band, strip in bands:
        flat = [line for row in band for line in row]
        columns = _columns(flat, strip) if strip else None
        if columns:
            split = True
            parts.extend(columns)
        elif parts and strip is None and bands[0][0] is not band and not split:
            parts[-1].extend(flat)
        else:
            parts.append(flat)
    return parts if split else None


def _leads_into_columns(rows: list[list[Line]], at: int) -> bool:
    """A single line that belongs to one column of the rows right below it (its neighbour starts lower)."""
    if at + 1 >= len(rows) or len(rows[at + 1]) < 2:
        return False
    line, below = rows[at][0], rows[at + 1]
    close = line.y - below[0].y < 1.6 * line.size
    aligned = any(abs(line.x0 - other.x0) < 0.5 * line.size for other in below)
    inside = all(other.x0 <= line.x0 + line.size or line.x1 < other.x0 for other in below)
    return close and aligned and inside


def _longest_band(rows: list[list[Line]], at: int) -> tuple[list[list[Line]], tuple[float, float] | None]:
    taken: list[tuple[float, float]] = []
    gap = _least_gap(rows[at])
    best: tuple[float, float] | None = None
    end = at
    for here in range(at, len(rows)):
        taken.extend((line.x0, line.x1) for line in rows[here])
        strip = _free_strip(taken, gap)
        if strip is None:
            break
        best, end = strip, here + 1
    band = rows[at:end]
    # lines on one side only, below the last row of both and set apart, are not part of the columns
    while len(band) > 1 and best is not None and len(band[-1]) == 1 and len(band[-2]) == 1:
        above, last = band[-2][-1], band[-1][-1]
        if above.y - last.y <= 2.2 * last.size or last.x0 > best[0]:
            break
        band = band[:-1]
    return band, best


def _least_gap(lines: Sequence[Line]) -> float:
    sizes = sorted(line.size for line in lines)
    return max(6.0, 0.9 * sizes[len(sizes) // 2])


def _free_strip(spans: list[tuple[float, float]], least: float) -> tuple[float, float] | None:
    """The widest upright strip that no span touches, with spans on both sides."""
    best: tuple[float, float] | None = None
    reach = None
    for x0, x1 in sorted(spans):
        if reach is not None and x0 - reach >= least and (best is None or x0 - reach > best[1] - best[0]):
            best = (reach, x0)
        reach = x1 if reach is None else max(reach, x1)
    return best


def _columns(band: Sequence[Line], strip: tuple[float, float]) -> list[list[Line]] | None:
    """The two sides of a strip where they are columns of running text; ``None`` where they are table rows."""
    middle = (strip[0] + strip[1]) / 2
    left = [line for line in band if line.x0 < middle]
    right = [line for line in band if line.x0 >= middle]
    if len(left) < 3 or len(right) < 3:
        return None
    if min(line.y for line in left) > max(line.y for line in right) + left[0].size:
        return None
    first_right = min(line.offset for line in right)
    last_left = max(line.offset for line in left)
    in_turn = last_left < first_right or max(line.offset for line in right) < min(line.offset for line in left)
    if in_turn or (_full(left) and _full(right)):
        return [left, right]
    # drawn side by side, row after row, in short pieces: a table without rules, or a form
    drawn = sorted(band, key=lambda line: line.offset)
    turns = sum((one.x0 < middle) != (two.x0 < middle) for one, two in pairwise(drawn))
    return [left, right] if turns <= max(3, 0.15 * len(band)) else None


def _full(side: list[Line]) -> bool:
    """Whether most lines reach across their column, as running text does."""
    left, right = min(line.x0 for line in side), max(line.x1 for line in side)
    width = right - left
    return len(side) >= 4 and sum(line.x1 - line.x0 > 0.7 * width for line in side) >= 0.6 * len(side)


def paragraphs(group: Sequence[Line]) -> list[Paragraph]:
    """Join the lines of one column to paragraphs, in order of their first lines."""
    result: list[Paragraph] = []
    lines = _marked(group)
    right = max((line.x1 for line in lines), default=0.0)
    for line in lines:
        near = () if line.item else reversed(result[-8:])
        home = next((paragraph for paragraph in near if _continues(paragraph, line, right)), None)
        if home is None:
            result.append(Paragraph([line]))
        else:
            home.lines.append(line)
    return result


def _marked(group: Sequence[Line]) -> list[Line]:
    """Lines that know whether they begin a list item; bullets that stand apart mark the lines beside them."""
    bullets = [line for line in group if _is_bullet(line.text)]
    lines = [line for line in group if not _is_bullet(line.text)] if bullets else list(group)
    above = ""
    for line in lines:
        length = marker_length(line.text)
        # "c. " may also be the end of a sentence about vitamin C, broken there
        wrapped = line.text[:1].isalpha() and line.text[length - 2 : length - 1] == "." and above[-1:].islower()
        if length and not wrapped:
            line.item, line.skip = True, length
        elif _SECTION_NUMBER.match(line.text) or any(
            abs(bullet.y - line.y) < 0.6 * line.size and 0 <= line.x0 - bullet.x0 < 6 * line.size for bullet in bullets
        ):
            line.item = True
        above = line.text.rstrip()
    return lines or bullets


def _is_bullet(text: str) -> bool:
    return len(text) <= 5 and marker_length(text + " ") > len(text)


def _continues(paragraph: Paragraph, line: Line, right: float) -> bool:
    lines = paragraph.lines
    first, last = lines[0], lines[-1]
    size = last.size
    drop = last.y - line.y
    if not 0.5 * size < drop <= 2.2 * size:
        return False
    if abs(line.size - size) > 0.12 * size or line.upright != last.upright:
        return False
    open_ended = not _SENTENCE_END.search(last.text.rstrip())
    # "what materials / I will need"; lists of phrases begin with I too, but rarely after a bare letter
    goes_on = open_ended and (line.text[:1].islower() or (line.text[:2] == "I " and last.text.rstrip()[-1:].islower()))
    most = (2.2 if goes_on else 1.85) * size
    if len(lines) > 1:
        before = lines[-2].y - last.y
        most = min(most, 1.3 * before) if drop > 1.05 * before else 2.2 * size
    if drop > most:
        return False
    if line.x0 >= max(one.x1 for one in lines) or line.x1 <= min(one.x0 for one in lines):
        return False
    if first.bold and last.bold and not line.bold and _ends_early(last, line, right):
        return False
    centred = abs((last.x0 + last.x1) - (line.x0 + line.x1)) < 0.8 * size
    if len(lines) > 1:
        aligned = abs(line.x0 - last.x0) < 0.8 * size
    elif first.item:
        aligned = first.x0 - size < line.x0 < first.x0 + 4.5 * size
    else:
        aligned = first.x0 - 5 * size < line.x0 < first.x0 + 0.8 * size
    if not (aligned or centred):
        return False
    if not _ends_early(last, line, right):
        return True
    return goes_on or (open_ended and last.text.rstrip()[-1:] in tuple(",-–\ufffe"))


def _ends_early(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of ``line`` would have fitted behind ``last``: then the break was meant."""
    words = line.text.split(None, 1)
    if not words:
        return True
    per_character = (line.x1 - line.x0) / max(len(line.text), 1)
    return last.x1 + (len(words[0]) + 1.5) * per_character < right
