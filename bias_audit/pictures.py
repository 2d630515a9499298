"""A document's pictures: which are the same, which are photographs, how many faces those show; small copies.

Nothing is decoded here: a child of ours looks at the pictures (isolate.py) and says what picture_looks.py saw.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image, ImageChops, ImageStat

from .model import Limits, Picture
from .parsers import isolate
from .picture_looks import GRID, Look

_USUAL = Limits()
SIDE = 360  # pixels of the longer side of a thumbnail

# The same picture saved again differs by this much at most, on a grid of 24 by 24 colours.
_MOST_APART, _MEAN_APART = 14, 2.0  # levels of 255
_SHAPES_APART = 0.03  # of width divided by height, in proportion


def thumbnail(data: bytes, side: int = SIDE, limits: Limits = _USUAL) -> bytes:
    """A small PNG made anew from a picture's bytes; b"" when there is nothing that can be shown."""
    return isolate.thumbnail(data, side, limits) if data else b""


def inventory(pictures: Sequence[Picture], limits: Limits = _USUAL) -> tuple[Picture, ...]:
    """The pictures with ``duplicate_of``, ``photograph`` and ``faces`` filled in where they can be told.

    Needs their ``data``. ``duplicate_of`` is the index of the first picture that is the same one, by its bytes or,
    saved again at another size or quality, by its looks.
    """
    digests = [hashlib.sha256(picture.data).hexdigest() if picture.data else "" for picture in pictures]
    different = {digest: picture.data for digest, picture in zip(digests, pictures, strict=True) if digest}
    looks = dict(zip(different, isolate.looks(list(different.values()), limits), strict=True))
    first: list[tuple[int, str]] = []  # index and hash of each picture that is not one of those before it
    noted: list[Picture] = []
    for index, (digest, picture) in enumerate(zip(digests, pictures, strict=True)):
        if not digest:
            noted.append(picture)
            continue
        look = looks[digest]
        same = next((at for at, d in first if d == digest or _same(looks[d], look)), None)
        if same is None:
            first.append((index, digest))
        noted.append(replace(picture, duplicate_of=same, photograph=look.photograph, faces=look.faces))
    return tuple(noted)


def _same(one: Look, other: Look) -> bool:
    if not one.grid or not other.grid or abs(one.shape / other.shape - 1) > _SHAPES_APART:
        return False
    apart = ImageStat.Stat(ImageChops.difference(*(Image.frombytes("RGB", (GRID, GRID), x.grid) for x in (one, other))))
    return max(high for _, high in apart.extrema) <= _MOST_APART and max(apart.mean) <= _MEAN_APART
