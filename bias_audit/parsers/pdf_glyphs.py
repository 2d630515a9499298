"""Where glyphs stand on a page of a PDF, and which of the gaps between them part words."""

import re
from itertools import pairwise
from math import isnan

from .pdf_calls import extents, is_generated, origins, sizes

Index = tuple[int, ...]

_TEXT_LINE = re.compile(r"[^\r\n]+")
_SPREAD = re.compile(r"(?<!\S)(?:[^\W\d_]{1,2} ){3,}[^\W\d_]{1,2}(?!\S)")  # l e t t e r s
LONG = 20  # letters: more than nearly any word has
GLUED = re.compile(rf"[^\W\d_]{{{LONG},}}")
_MAY_BE_SPREAD = re.compile(r" [^\W\d_]{1,2} [^\W\d_]{1,2} ")
_LEAST_STEP = 0.035  # in sizes: kerning moves letters by less than word gaps exceed letter gaps
_LEAST_SPREAD_STEP = 0.1  # in sizes: the same where letters stand apart, less evenly
_LONGEST_MEAN = 9  # letters in a word, on average
_WIDEST_LETTER_GAP = 0.6  # in sizes: letters further apart are labels, choices or seats
_COLUMN_GAP = 1.3


def respaced(textpage: int, text: str, index: Index | None, turn: int) -> tuple[str, Index | None]:
    """The text with spaces between words and not between letters, where the gaps between glyphs tell them apart.

    pdfium makes spaces of wide gaps: letters drawn one by one come apart, and words set close stay glued. The
    index then says which of pdfium's characters each is, -1 for a space that pdfium does not have.
    """
    if not _is_odd(text):
        return text, index
    parts: list[tuple[int, int, dict[int, bool]]] = []
    for line in _TEXT_LINE.finditer(text):
        words = line.group()
        if _is_odd(words):
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


def _is_odd(text: str) -> bool:
    """Whether there are glued or spread words: first looked for by what is quicker to see, as few pages have any."""
    if any(map(GLUED.search, [token for token in text.split() if len(token) >= LONG])):
        return True
    return _MAY_BE_SPREAD.search(text) is not None and _SPREAD.search(text) is not None


def _breaks(textpage: int, start: int, words: str, index: Index | None, turn: int) -> dict[int, bool]:
    """What to change: True at a character that ends a word without a space, False at a space within a word."""
    letters = [start + at for at, letter in enumerate(words) if not letter.isspace()]
    places = letters if index is None else [index[at] for at in letters]
    close = [  # a space that is really there parts words for sure
        (first, second, two - 1)
        for (one, two), (first, second) in zip(pairwise(letters), pairwise(places), strict=True)
        if two - one == 1 or (two - one == 2 and is_generated(textpage, first + 1))
    ]
    if not close:
        return {}
    before, after, at = zip(*close, strict=True)
    begins = origins(textpage, after, turn)[0]
    if any(map(isnan, begins)):
        return {}
    ends = zip(begins, extents(textpage, before, turn)[0], sizes(textpage, before), at, strict=True)
    # in sizes, and the character before the next letter
    gaps = [(gap, at) for begin, end, size, at in ends if (gap := (begin - end) / size) < _COLUMN_GAP]
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
