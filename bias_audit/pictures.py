"""A document's pictures: which are the same, which are photographs, how many faces those show; small copies.

Pictures come from files that nobody vouches for: only common formats are opened, the size is asked of the header
before anything is decoded, and whatever goes wrong with one picture concerns that picture alone.
"""

import hashlib
import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image, ImageChops, ImageOps, ImageStat

from .faces import SIDE as LOOK
from .faces import count_faces
from .model import Picture

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
MOST_BYTES = 12_000_000  # of the file inside the document
MOST_PIXELS = 20_000_000  # asked of the header, before anything is decoded
SIDE = 360  # pixels of the longer side of a thumbnail

# A photograph or not, measured on a copy of 256 pixels: see docs/pictures.md.
_MEASURED = 256
_LEAST_SIDE = 64  # below this, icons and photographs look alike
_FLAT = 0.65  # share of neighbours without a difference: from here on it was drawn
_LIVELY = 0.50  # and up to here, with no colour that covers much, a camera saw it
_ONE_COLOUR = 0.30
_STEP = 1  # grey levels (of 255) that count as no difference

# The same picture saved again differs by this much at most, on a grid of 24 by 24 colours.
_GRID = 24
_MOST_APART, _MEAN_APART = 14, 2.0  # levels of 255
_SHAPES_APART = 0.03  # of width divided by height, in proportion
_LEAST_CONTRAST = 96  # a picture paler than this is compared by its bytes alone


def open_small(data: bytes, side: int) -> Image.Image | None:
    """A picture's bytes as an upright RGB or RGBA image of at most ``side`` pixels a side; None when refused.

    Refused: no bytes, more than MOST_BYTES, more than MOST_PIXELS, other formats, broken files.
    """
    if not data or len(data) > MOST_BYTES:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # broken metadata; and the library's size limit, as ours is far lower
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    return None
                image.draft("RGB", (side, side))  # lets a JPEG decode at a fraction of its size
                clear = "A" in image.getbands() or "transparency" in image.info
                small = ImageOps.exif_transpose(image).convert("RGBA" if clear else "RGB")
        small.thumbnail((side, side))
    except Exception:  # a broken picture fails in many ways, and none of them matters here
        return None
    return small


def thumbnail(data: bytes, side: int = SIDE) -> bytes:
    """A small PNG made anew from a picture's bytes; b"" when there is nothing that can be shown."""
    small = open_small(data, side)
    if small is None:
        return b""
    written = io.BytesIO()
    small.save(written, "PNG")
    return written.getvalue()


def inventory(pictures: Sequence[Picture]) -> tuple[Picture, ...]:
    """The pictures with ``duplicate_of``, ``photograph`` and ``faces`` filled in where they can be told.

    Needs their ``data``. ``duplicate_of`` is the index of the first picture that is the same one, by its bytes or,
    saved again at another size or quality, by its looks.
    """
    looks: dict[str, _Look] = {}
    first: list[tuple[int, str]] = []  # index and hash of each picture that is not one of those before it
    noted: list[Picture] = []
    for index, picture in enumerate(pictures):
        if not picture.data:
            noted.append(picture)
            continue
        digest = hashlib.sha256(picture.data).hexdigest()
        if digest not in looks:
            looks[digest] = _look(picture.data)
        look = looks[digest]
        same = next((at for at, d in first if d == digest or _same(looks[d], look)), None)
        if same is None:
            first.append((index, digest))
        noted.append(replace(picture, duplicate_of=same, photograph=look.photograph, faces=look.faces))
    return tuple(noted)


@dataclass(frozen=True, slots=True)
class _Look:
    """What one look at a picture tells; ``grid`` is None where a comparison by looks would be unsure."""

    photograph: bool | None = None
    faces: int | None = None
    grid: Image.Image | None = None
    shape: float = 0.0


def _look(data: bytes) -> _Look:
    image = open_small(data, LOOK)
    if image is None:
        return _Look()
    if image.mode == "RGBA":
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    taken = is_photograph(image)
    grid = image.resize((_GRID, _GRID), Image.Resampling.BILINEAR)
    low, high = grid.convert("L").getextrema()
    contrast = isinstance(low, int) and isinstance(high, int) and high - low >= _LEAST_CONTRAST
    return _Look(
        photograph=taken,
        faces=count_faces(image) if taken else None,
        grid=grid if contrast and min(image.size) >= _LEAST_SIDE else None,
        shape=image.width / image.height,
    )


def is_photograph(image: Image.Image) -> bool | None:
    """Whether an RGB image came from a camera or was drawn; None when the measures leave it open.

    Drawn pictures have flat areas and few colours; in a photograph hardly two neighbours are the same. A painted
    scene can pass for a photograph, and a photograph cut out on white for neither.
    """
    if min(image.size) < _LEAST_SIDE:
        return None
    small = image.copy()
    small.thumbnail((_MEASURED, _MEASURED))
    grey = small.convert("L")
    width, height = grey.size
    across = ImageChops.difference(grey.crop((1, 0, width, height)), grey.crop((0, 0, width - 1, height)))
    down = ImageChops.difference(grey.crop((0, 1, width, height)), grey.crop((0, 0, width, height - 1)))
    flat = sum(_flat(difference) for difference in (across, down)) / 2
    colours = small.getcolors(_MEASURED * _MEASURED) or [(0, None)]
    commonest = max(number for number, _ in colours) / (width * height)
    if flat >= _FLAT:
        return False
    return True if flat <= _LIVELY and commonest <= _ONE_COLOUR else None


def _flat(difference: Image.Image) -> float:
    return sum(difference.histogram()[: _STEP + 1]) / (difference.width * difference.height)


def _same(one: _Look, other: _Look) -> bool:
    if one.grid is None or other.grid is None or abs(one.shape / other.shape - 1) > _SHAPES_APART:
        return False
    apart = ImageStat.Stat(ImageChops.difference(one.grid, other.grid))
    return max(high for _, high in apart.extrema) <= _MOST_APART and max(apart.mean) <= _MEAN_APART
