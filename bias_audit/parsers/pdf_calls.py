"""Questions to pdfium about many characters or objects at once.

A page has thousands of them, and a call from Python costs more than its answer. So handles are numbers here, the
calls run in ``map``, and answers land in one array.
"""

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import compress, repeat
from math import hypot, nan
from operator import ne
from typing import Any

import pypdfium2.raw as raw

Box = tuple[float, float, float, float]  # x0, bottom, x1, top
Matrix = tuple[float, float, float, float, float, float]

_POINTER = ctypes.c_void_p


def by_address(call: object, *takes: type[Any], gives: type[Any] = ctypes.c_int) -> Callable[..., int]:
    """A function of pdfium that takes handles as numbers."""
    return ctypes.PYFUNCTYPE(gives, *takes)(address(call))


def address(handle: object) -> int:
    """Where a handle of pdfium points, 0 for nowhere."""
    return ctypes.cast(handle, _POINTER).value or 0  # type: ignore[arg-type]


_ORIGIN = by_address(raw.FPDFText_GetCharOrigin, _POINTER, ctypes.c_int, _POINTER, _POINTER)
_EXTENT = by_address(raw.FPDFText_GetLooseCharBox, _POINTER, ctypes.c_int, _POINTER)
_FONT_SIZE = by_address(raw.FPDFText_GetFontSize, _POINTER, ctypes.c_int, gives=ctypes.c_double)
_MATRIX = by_address(raw.FPDFText_GetMatrix, _POINTER, ctypes.c_int, _POINTER)
_GENERATED = by_address(raw.FPDFText_IsGenerated, _POINTER, ctypes.c_int)
_WEIGHT = by_address(raw.FPDFText_GetFontWeight, _POINTER, ctypes.c_int)
_KIND = by_address(raw.FPDFPageObj_GetType, _POINTER)
_BOUNDS = by_address(raw.FPDFPageObj_GetBounds, *[_POINTER] * 5)
_OBJECT_MATRIX = by_address(raw.FPDFPageObj_GetMatrix, *[_POINTER] * 2)
_COUNT = by_address(raw.FPDFPage_CountObjects, _POINTER)
_COUNT_IN_FORM = by_address(raw.FPDFFormObj_CountObjects, _POINTER)
_OBJECT = by_address(raw.FPDFPage_GetObject, _POINTER, ctypes.c_int, gives=_POINTER)
_OBJECT_IN_FORM = by_address(raw.FPDFFormObj_GetObject, _POINTER, ctypes.c_ulong, gives=_POINTER)
_DRAW_MODE = by_address(raw.FPDFPath_GetDrawMode, *[_POINTER] * 3)
_SEGMENTS = by_address(raw.FPDFPath_CountSegments, _POINTER)
_SEGMENT = by_address(raw.FPDFPath_GetPathSegment, _POINTER, ctypes.c_int, gives=_POINTER)
_SEGMENT_KIND = by_address(raw.FPDFPathSegment_GetType, _POINTER)
_SEGMENT_POINT = by_address(raw.FPDFPathSegment_GetPoint, *[_POINTER] * 3)
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


def origins(textpage: int, at: Sequence[int], turn: int) -> tuple[list[float], list[float]]:
    """Where characters begin on their baselines, x and y, as the page is shown; not numbers where that is unknown."""
    into = (ctypes.c_double * (2 * len(at)))()
    found = list(map(_ORIGIN, repeat(textpage), at, _every(into, 0, 2), _every(into, 1, 2)))
    x, y = into[::2], into[1::2]
    if turn and at:
        x, y = map(list, zip(*map(turned, x, y, repeat(turn)), strict=True))
    return _known(x, found), y


def extents(textpage: int, at: Sequence[int], turn: int) -> tuple[list[float], list[float], list[float]]:
    """The right ends, bottoms and tops of characters as the page is shown; not numbers where there are none."""
    into = (ctypes.c_float * (4 * len(at)))()  # FS_RECTF: left, top, right, bottom
    found = list(map(_EXTENT, repeat(textpage), at, _every(into, 0, 4)))
    right, low, high = into[2::4], into[3::4], into[1::4]
    if turn and at:
        one, other = (
            list(zip(*map(turned, xs, ys, repeat(turn)), strict=True)) for xs, ys in ((into[::4], low), (right, high))
        )
        right, low, high = (list(map(pick, one[axis], other[axis])) for pick, axis in ((max, 0), (min, 1), (max, 1)))
    return _known(right, found), low, high


def _every(into: "ctypes.Array[Any]", first: int, step: int) -> range:
    """The addresses of every so many items of an array."""
    start, size = ctypes.addressof(into), ctypes.sizeof(into._type_)
    return range(start + first * size, start + ctypes.sizeof(into), step * size)


def _known(values: list[float], found: list[int]) -> list[float]:
    return values if all(found) else [value if known else nan for value, known in zip(values, found, strict=True)]


def sizes(textpage: int, at: Sequence[int]) -> list[float]:
    """The sizes of characters in points, as they are shown."""
    into = (ctypes.c_float * (6 * len(at)))()  # FS_MATRIX: a to f
    turns = list(map(_MATRIX, repeat(textpage), at, _every(into, 0, 6)))
    scales = map(hypot, into[2::6], into[3::6])
    return [
        min(max(1.0, size * scale if known else size), 2000.0)  # also where it is not a number
        for size, scale, known in zip(map(_FONT_SIZE, repeat(textpage), at), scales, turns, strict=True)
    ]


def weights(textpage: int, at: Sequence[int]) -> list[int]:
    """How heavy the fonts of characters are: 400 is regular, 700 bold."""
    return list(map(_WEIGHT, repeat(textpage), at))


def is_generated(textpage: int, at: int) -> bool:
    """Whether pdfium made a character up, such as a space for a wide gap."""
    return _GENERATED(textpage, at) == 1


def objects_on(page: int) -> Iterator[tuple[int, int]]:
    """The objects of a page that are not text, each with its kind."""
    return _besides_text(map(_OBJECT, repeat(page), range(_COUNT(page))))


def objects_in(form: int) -> Iterator[tuple[int, int]]:
    """The objects of a form that are not text, each with its kind."""
    return _besides_text(map(_OBJECT_IN_FORM, repeat(form), range(_COUNT_IN_FORM(form))))


def _besides_text(objects: Iterable[int]) -> Iterator[tuple[int, int]]:
    items = list(objects)
    kinds = list(map(_KIND, items))
    return compress(zip(items, kinds, strict=True), map(partial(ne, raw.FPDF_PAGEOBJ_TEXT), kinds))


def matrix_of(item: int) -> Matrix:
    """What moves an object to its place."""
    into = (ctypes.c_float * 6)()
    _OBJECT_MATRIX(item, ctypes.addressof(into))
    return tuple(into)


def is_stroked(path: int) -> bool:
    """Whether a path shows its line, and not only what it fills."""
    into = (ctypes.c_int * 2)()  # filled how, and whether stroked
    return bool(_DRAW_MODE(path, *_every(into, 0, 1)) and into[1])


def outline(path: int, most: int) -> list[tuple[int, float, float, int]]:
    """The segments of a path: kind, x and y of the end, and whether it closes; none where there are too many."""
    count = _SEGMENTS(path)
    if count > most:
        return []
    segments = list(map(_SEGMENT, repeat(path), range(count)))
    into = (ctypes.c_float * (2 * count))()
    list(map(_SEGMENT_POINT, segments, _every(into, 0, 2), _every(into, 1, 2)))
    closes = map(_SEGMENT_CLOSES, segments)
    return list(zip(map(_SEGMENT_KIND, segments), into[::2], into[1::2], closes, strict=True))


def bounds(objects: Sequence[int]) -> list[Box | None]:
    """The boxes around objects, before what moves the form that they are in; None where there is none."""
    into = (ctypes.c_float * (4 * len(objects)))()
    found = list(map(_BOUNDS, objects, *(_every(into, side, 4) for side in range(4))))
    boxes = zip(found, into[::4], into[1::4], into[2::4], into[3::4], strict=True)
    return [(x0, y0, x1, y1) if known else None for known, x0, y0, x1, y1 in boxes]
