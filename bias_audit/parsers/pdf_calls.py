"""Questions to pdfium about many characters or objects at once.

A page has thousands of them, and a call from Python costs more than its answer. So handles are numbers here, the
calls run in ``map``, and answers land in arrays that are made once, with the ways to every place in them: ctypes
takes longer to make those than to call. Like pdfium itself, this is for one thread at a time.
"""

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress, repeat
from math import hypot, nan
from typing import Any

import pypdfium2.raw as raw

Box = tuple[float, float, float, float]  # x0, bottom, x1, top
Matrix = tuple[float, float, float, float, float, float]

_POINTER = ctypes.c_void_p
_AT_ONCE = 1024  # answers that have a place to land in

Landing = tuple["ctypes.Array[Any]", list[list[Any]]]  # places for answers, and for each argument the ways to them


def by_address(call: object, *takes: type[Any], gives: type[Any] = ctypes.c_int) -> Callable[..., int]:
    """A function of pdfium that takes what ``takes`` says, then whole numbers and ways to places to land in."""
    return ctypes.PYFUNCTYPE(gives, *takes)(address(call))


def address(handle: object) -> int:
    """Where a handle of pdfium points, 0 for nowhere."""
    return ctypes.cast(handle, _POINTER).value or 0  # type: ignore[arg-type]


def _landing(kind: type[Any], each: int, ways: int) -> Landing:
    """Places for answers of ``each`` numbers, to which as many arguments lead as ``ways`` says."""
    array, size = (kind * (each * _AT_ONCE))(), ctypes.sizeof(kind)
    return array, [[ctypes.byref(array, (each * at + way) * size) for at in range(_AT_ONCE)] for way in range(ways)]


_POINTS = _landing(ctypes.c_double, 2, 2)
_BOXES = _landing(ctypes.c_float, 4, 1)  # FS_RECTF: left, top, right, bottom
_BOUNDS_OF = _landing(ctypes.c_float, 4, 4)
_MATRICES = _landing(ctypes.c_float, 6, 1)  # FS_MATRIX: a to f
_CORNERS = _landing(ctypes.c_float, 2, 2)
_MODES = _landing(ctypes.c_int, 2, 2)

# of a text page: its handle goes as ``_POINTER.from_param`` gives it, made once for all calls
_TEXT = by_address(raw.FPDFText_GetText)
_TEXT_INDEX = by_address(raw.FPDFText_GetTextIndexFromCharIndex)
_ORIGIN = by_address(raw.FPDFText_GetCharOrigin)
_EXTENT = by_address(raw.FPDFText_GetLooseCharBox)
_FONT_SIZE = by_address(raw.FPDFText_GetFontSize, gives=ctypes.c_double)
_MATRIX = by_address(raw.FPDFText_GetMatrix)
_WEIGHT = by_address(raw.FPDFText_GetFontWeight)
_GENERATED = by_address(raw.FPDFText_IsGenerated, _POINTER)
_KIND = by_address(raw.FPDFPageObj_GetType, _POINTER)
_BOUNDS = by_address(raw.FPDFPageObj_GetBounds, _POINTER)
_OBJECT_MATRIX = by_address(raw.FPDFPageObj_GetMatrix, _POINTER)
_COUNT = by_address(raw.FPDFPage_CountObjects, _POINTER)
_COUNT_IN_FORM = by_address(raw.FPDFFormObj_CountObjects, _POINTER)
_OBJECT = by_address(raw.FPDFPage_GetObject, gives=_POINTER)  # takes the page as text pages are taken
_OBJECT_IN_FORM = by_address(raw.FPDFFormObj_GetObject, _POINTER, ctypes.c_ulong, gives=_POINTER)
_DRAW_MODE = by_address(raw.FPDFPath_GetDrawMode, _POINTER)
_SEGMENTS = by_address(raw.FPDFPath_CountSegments, _POINTER)
_SEGMENT = by_address(raw.FPDFPath_GetPathSegment, _POINTER, gives=_POINTER)
_SEGMENT_KIND = by_address(raw.FPDFPathSegment_GetType, _POINTER)
_SEGMENT_POINT = by_address(raw.FPDFPathSegment_GetPoint, _POINTER)
_SEGMENT_CLOSES = by_address(raw.FPDFPathSegment_GetClose, _POINTER)


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


def text_of(textpage: int, count: int) -> str | None:
    """The text of a page of ``count`` characters; None where pdfium disagrees with itself about its length."""
    handle = _POINTER.from_param(textpage)
    # pdfium trips over characters without text at either end
    first = next((at for at in range(count) if _TEXT_INDEX(handle, at) >= 0), count)
    last = next((at for at in range(count - 1, first - 1, -1) if _TEXT_INDEX(handle, at) >= 0), -1)
    if first > last:
        return ""
    into = bytearray(2 * (2 * count + 2))
    units = _TEXT(handle, first, last + 1 - first, ctypes.byref(ctypes.c_char.from_buffer(into)))
    if units > _TEXT_INDEX(handle, last) - _TEXT_INDEX(handle, first) + 2:
        return None
    return into[: 2 * max(units - 1, 0)].decode("utf-16-le", "ignore")


def _landed(
    call: Callable[..., int], landing: Landing, of: Sequence[int], *before: Any
) -> tuple[list[int], list[float]]:
    """What a call gives for each of some characters or objects, and the numbers that land, all in one row."""
    array, ways = landing
    found: list[int] = []
    numbers: list[float] = []
    for begin in range(0, len(of), _AT_ONCE):
        some = of[begin : begin + _AT_ONCE]
        found += map(call, *map(repeat, before), some, *ways)
        numbers += array[: len(some) * len(array) // _AT_ONCE]
    return found, numbers


def origins(textpage: int, at: Sequence[int], turn: int) -> tuple[list[float], list[float]]:
    """Where characters begin on their baselines, x and y, as the page is shown; not numbers where that is unknown."""
    found, numbers = _landed(_ORIGIN, _POINTS, at, _POINTER.from_param(textpage))
    x, y = numbers[::2], numbers[1::2]
    if turn and at:
        x, y = map(list, zip(*map(turned, x, y, repeat(turn)), strict=True))
    return _known(x, found), y


def extents(textpage: int, at: Sequence[int], turn: int) -> tuple[list[float], list[float], list[float]]:
    """The right ends, bottoms and tops of characters as the page is shown; not numbers where there are none."""
    found, numbers = _landed(_EXTENT, _BOXES, at, _POINTER.from_param(textpage))
    right, low, high = numbers[2::4], numbers[3::4], numbers[1::4]
    if turn and at:
        left = numbers[::4]
        one, other = (
            list(zip(*map(turned, xs, ys, repeat(turn)), strict=True)) for xs, ys in ((left, low), (right, high))
        )
        right, low, high = (list(map(pick, one[axis], other[axis])) for pick, axis in ((max, 0), (min, 1), (max, 1)))
    return _known(right, found), low, high


def _known(values: list[float], found: list[int]) -> list[float]:
    return values if all(found) else [value if known else nan for value, known in zip(values, found, strict=True)]


def sizes(textpage: int, at: Sequence[int]) -> list[float]:
    """The sizes of characters in points, as they are shown."""
    handle = _POINTER.from_param(textpage)
    turns, numbers = _landed(_MATRIX, _MATRICES, at, handle)
    scales = map(hypot, numbers[2::6], numbers[3::6])
    return [
        min(max(1.0, size * scale if known else size), 2000.0)  # also where it is not a number
        for size, scale, known in zip(map(_FONT_SIZE, repeat(handle), at), scales, turns, strict=True)
    ]


def weights(textpage: int, at: Sequence[int]) -> list[int]:
    """How heavy the fonts of characters are: 400 is regular, 700 bold."""
    return list(map(_WEIGHT, repeat(_POINTER.from_param(textpage)), at))


def is_generated(textpage: int, at: int) -> bool:
    """Whether pdfium made a character up, such as a space for a wide gap."""
    return _GENERATED(textpage, at) == 1


def objects_on(page: int) -> Iterator[tuple[int, int]]:
    """The objects of a page that are not text, each with its kind."""
    return _besides_text(map(_OBJECT, repeat(_POINTER.from_param(page)), range(_COUNT(page))))


def objects_in(form: int) -> Iterator[tuple[int, int]]:
    """The objects of a form that are not text, each with its kind."""
    return _besides_text(map(_OBJECT_IN_FORM, repeat(form), range(_COUNT_IN_FORM(form))))


def _besides_text(objects: Iterable[int]) -> Iterator[tuple[int, int]]:
    items = list(objects)
    kinds = list(map(_KIND, items))
    return compress(zip(items, kinds, strict=True), map(raw.FPDF_PAGEOBJ_TEXT.__ne__, kinds))


def matrix_of(item: int) -> Matrix:
    """What moves an object to its place."""
    (known,), (a, b, c, d, e, f) = _landed(_OBJECT_MATRIX, _MATRICES, [item])
    return (a, b, c, d, e, f) if known else (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def is_stroked(path: int) -> bool:
    """Whether a path shows its line, and not only what it fills."""
    (known,), (_, stroked) = _landed(_DRAW_MODE, _MODES, [path])
    return known == 1 and stroked == 1


def outline(path: int, most: int) -> list[tuple[int, float, float, int]]:
    """The segments of a path (kind, x and y of the end, does it close); none where too many, or where one is bent."""
    count = _SEGMENTS(path)
    if count > most:
        return []
    segments = list(map(_SEGMENT, repeat(path), range(count)))
    kinds = list(map(_SEGMENT_KIND, segments))
    if raw.FPDF_SEGMENT_BEZIERTO in kinds:
        return []
    _, numbers = _landed(_SEGMENT_POINT, _CORNERS, segments)
    return list(zip(kinds, numbers[::2], numbers[1::2], map(_SEGMENT_CLOSES, segments), strict=True))


def bounds(objects: Sequence[int]) -> list[Box | None]:
    """The boxes around objects, before what moves the form that they are in; None where there is none."""
    found, numbers = _landed(_BOUNDS, _BOUNDS_OF, objects)
    boxes = zip(found, numbers[::4], numbers[1::4], numbers[2::4], numbers[3::4], strict=True)
    return [(x0, y0, x1, y1) if known else None for known, x0, y0, x1, y1 in boxes]
