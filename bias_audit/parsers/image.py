"""Pictures as documents: a photographed or scanned page. They hold no text; ``ocr.recognise`` reads them."""

import hashlib
import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PIL import Image

from .. import places
from ..errors import Damaged, ReadError, TooLarge
from ..model import Document, Picture, Place, ReadingWarning
from . import media

MAX_PIXELS = 80_000_000  # an A3 page at 600 dots per inch; more is a mistake or a trap
FORMATS = {"PNG": media.PNG, "JPEG": media.JPEG, "TIFF": media.TIFF, "WEBP": media.WEBP}
INSIDE = (*FORMATS, "GIF", "BMP")  # what documents hold besides


def parse(data: bytes, name: str) -> Document:
    """Read a picture file: a page for each frame of a TIFF, no blocks. Raises ``Damaged`` or ``TooLarge``."""
    digest = hashlib.sha256(data).hexdigest()
    with opened(data, name) as image:
        kind = FORMATS[image.format or ""]
        frames = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
        pictures = tuple(
            Picture(
                place(number, frames),
                alt_quality="not checkable",
                media_type=kind,
                width=image.width,
                height=image.height,
                sha256=digest if frames == 1 else "",
                data=data if frames == 1 else b"",
            )
            for number in range(1, frames + 1)
        )
        image.load()  # a file that breaks off says so here
    return Document(name, kind, digest, (), pictures, (unread(frames),), frames if frames > 1 else 0)


def place(number: int, frames: int) -> Place:
    """Where the words of a frame stand."""
    return places.page(number) if frames > 1 else places.part("picture")


def unread(frames: int) -> ReadingWarning:
    """What a report says when nobody looked for words in the picture."""
    what = f"This is a picture of {frames} pages" if frames > 1 else "This is a picture"
    return ReadingWarning(
        "no-text-pages",
        f"{what} without text of its own, and words in pictures were not looked for: nothing in it was "
        "checked. If you have the document it was made from, use that instead.",
        frames,
    )


@contextmanager
def opened(data: bytes, name: str, formats: Sequence[str] = tuple(FORMATS)) -> Iterator[Image.Image]:
    """The picture, of a size that is safe to decode. What breaks inside the block becomes ``Damaged``."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=tuple(formats))
        with image:
            if image.width * image.height > MAX_PIXELS:
                raise _too_large(name)
            yield image
    except ReadError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_large(name) from error
    except MemoryError:
        raise
    except Exception as error:  # Pillow's readers raise whatever odd bytes make them raise
        raise Damaged(
            f"{name} is a picture that is damaged or was not copied fully, so it cannot be opened. Fetch it "
            "again from where it came from, or save a fresh copy."
        ) from error


def _too_large(name: str) -> TooLarge:
    return TooLarge(
        f"{name} is a picture of more than {MAX_PIXELS // 1_000_000} million pixels, too large to be read safely. "
        "Save a smaller copy (150 dots per inch are enough), then try again."
    )
