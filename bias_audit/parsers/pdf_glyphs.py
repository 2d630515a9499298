"""Where glyphs stand on a page of a PDF, and which of the gaps between them part words."""

import ctypes
import re
from itertools import pairwise
from math import hypot, nan

import pypdfium2.raw as raw

from .pdf_tables import turned

Index = tuple[int, ...]

_TEXT_LINE = re.compile(r"[^\r\n]+")
_SPREAD = re.compile(r"(?<!\S)(?:[^\W\d_]{1,2} ){3,}[^\W\d_]{1,2}(?!\S)")  # l e t t e r s
LONG = 20  # letters: more than nearly any word has
GLUED = re.compile(rf"[^\W\d_]{{{LONG},}}")
_LEAST_STEP = 0.035  # in sizes: kerning moves letters by less than word gaps exceed letter gaps
_LEAST_SPREAD_STEP = 0.1  # in sizes: the same where letters stand apart, less evenly
_LONGEST_MEAN = 9  # letters in a word, on average
_WIDEST_LETTER_GAP = 0.6  # in sizes: letters further apart are labels, choices or seats
_COLUMN_GAP = 1.3


def extent(textpage: object, at: int, turn: int) -> tuple[float, float, float]:
    """The right end, the bottom and the top of a character as the page is shown; not numbers where it has none."""
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(textpage, at, box):
        return nan, nan, nan
    if not turn:
        return box.right, box.bottom, box.top
    corner, other = turned(box.left, box.bottom, turn), turned(box.right, box.top, turn)
    return max(corner[0], other[0]), min(corner[1], other[1]), max(corner[1], other[1])


def size_of(textpage: object, at: int, matrix: raw.FS_MATRIX) -> float:
    """The size of a character in points, as it is shown."""
    found = float(raw.FPDFText_GetFontSize(textpage, at))
    if raw.FPDFText_GetMatrix(textpage, at, matrix):
        found *= hypot(matrix.c, matrix.d)
    return min(max(1.0, found), 2000.0)  # also where it is not a number


def respaced(textpage: object, text: str, index: Index | None, turn: int) -> tuple[str, Index | None]:
    """The text with spaces between words and not between letters, where the gaps between glyphs tell them apart.

    pdfium makes spaces of wide gaps: letters drawn one by one come apart, and words set close stay glued. The
    index then says which of pdfium's characters each is, -1 for a space that pdfium does not have.
    """
    if max(map(len, text.split()), default=0) < LONG and not _SPREAD.search(text):
        return text, index
    parts: list[tuple[int, int, dict[int, bool]]] = []
    for line in _TEXT_LINE.finditer(text):
        words = line.group()
        if GLUED.search(words) or _SPREAD.search(words):
            breaks = _breaks(textpage, line.start(), words, index, turn)
            if breaks:
                parts.append((*line.span(), breaks))
    if not parts:
        return text, index
    letters: list[str] = []
    places: list[int] = []
    done = 0
    for start, stop, breaks in (*parts, (len(text), len(text), {})):
        for at in range(done, stop):
            parted = breaks.get(at) if at >= start else None
            if parted is False and text[at] == " ":
                continue
            letters.append(text[at])
            places.append(at if index is None else index[at])
            if parted and text[at] != " ":
                letters.append(" ")
                places.append(-1)
        done = stop
    return "".join(letters), tuple(places)


def _breaks(textpage: object, start: int, words: str, index: Index | None, turn: int) -> dict[int, bool]:
    """What to change: True at a character that ends a word without a space, False at a space within a word."""
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    gaps: list[tuple[float, int]] = []  # in sizes, and the character before the next letter
    letters = [start + at for at, letter in enumerate(words) if not letter.isspace()]
    for one, two in pairwise(letters):
        first, second = (one, two) if index is None else (index[one], index[two])
        if two - one > 2 or (two - one == 2 and raw.FPDFText_IsGenerated(textpage, first + 1) != 1):
            continue  # a space that is really there
        right = extent(textpage, first, turn)[0]
        if not raw.FPDFText_GetCharOrigin(textpage, second, x, y):
            return {}
        gap = (turned(x.value, y.value, turn)[0] - right) / size_of(textpage, first, matrix)
        if gap < _COLUMN_GAP:
            gaps.append((gap, two - 1))
    widths = sorted(gap for gap, _ in gaps)
    # between the widest letter gap and the narrowest word gap lies the largest step; words have letters enough
    half = len(widths) // 2
    steps = [(wide - narrow, narrow) for narrow, wide in pairwise(widths[half:])]
    step, widest = max(steps, default=(0.0, 0.0))
    if spread := _SPREAD.search(words) is not None:
        if step < _LEAST_SPREAD_STEP:
            widest = widths[-1] if widths else 0.0
        if widest > _WIDEST_LETTER_GAP:
            return {}
    parted = {at for gap, at in gaps if gap > widest}
    if not spread and (step < _LEAST_STEP or len(gaps) > _LONGEST_MEAN * (len(parted) + 1)):
        return {}  # a long word, or one whose letters show no gaps
    spaced = {at for _, at in gaps if words[at - start] == " "}
    return dict.fromkeys(spaced - parted, False) | dict.fromkeys(parted - spaced, True)
