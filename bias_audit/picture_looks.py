"""One look at a picture: photograph or drawing, how many faces, a grid of colours; and small copies.

Pictures come from files that nobody vouches for, so this runs in a child (isolate.py). Only common formats are
opened, the size is asked of the header before anything is decoded, and whatever goes wrong with one picture concerns
that picture alone.
"""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageOps

from .faces import SIDE, count_faces

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
MOST_BYTES = 12_000_000  # of the file inside the document
MOST_PIXELS = 20_000_000  # asked of the header, before anything is decoded

# A photograph or not, measured on a copy of 256 pixels: see docs/pictures.md.
_MEASURED = 256
_LEAST_SIDE = 64  # below this, icons and photographs look alike
_FLAT = 0.65  # share of neighbours without a difference: from here on it was drawn
_LIVELY = 0.50  # and up to here, with no colour that covers much, a camera saw it
_ONE_COLOUR = 0.30
_STEP = 1  # grey levels (of 255) that count as no difference

GRID = 24  # colours a side of what is compared
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


def thumbnail(data: bytes, side: int) -> bytes:
    """A small PNG made anew from a picture's bytes; b"" when there is nothing that can be shown."""
    small = open_small(data, side)
    if small is None:
        return b""
    written = io.BytesIO()
    small.save(written, "PNG")
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a picture tells; ``grid`` is empty where a comparison by looks would be unsure."""

    photograph: bool | None = None
    faces: int | None = None
    shape: float = 0.0  # width divided by height
    grid: bytes = b""  # GRID by GRID colours, three bytes each


def look(data: bytes) -> Look:
    """Look at a picture's bytes; what is refused or broken tells nothing."""
    image = open_small(data, SIDE)
    if image is None:
        return Look()
    if image.mode == "RGBA":
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    taken = is_photograph(image)
    grid = image.resize((GRID, GRID), Image.Resampling.BILINEAR)
    low, high = grid.convert("L").getextrema()
    contrast = isinstance(low, int) and isinstance(high, int) and high - low >= _LEAST_CONTRAST
    return Look(
        photograph=taken,
        faces=count_faces(image) if taken else None,
        shape=image.width / image.height,
        grid=grid.tobytes() if contrast and min(image.size) >= _LEAST_SIDE else b"",
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
