"""Small pictures for the page, made anew from the document's own, which are never trusted as they are."""

import base64
import io
import warnings

from PIL import Image

from ..model import Picture

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
MOST_BYTES = 12_000_000  # of the file inside the document
MOST_PIXELS = 20_000_000  # asked of the header, before anything is decoded
SIDE = 360  # pixels of the longer side of a thumbnail


def thumbnail(picture: Picture) -> str:
    """A ``data:`` address of a small PNG, or "" when there are no bytes, too many, or not of a picture."""
    if not picture.data or len(picture.data) > MOST_BYTES:
        return ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is far lower
            with Image.open(io.BytesIO(picture.data), formats=FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    return ""
                image.draft("RGB", (SIDE, SIDE))  # lets a JPEG decode at a fraction of its size
                small = image.convert("RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB")
        small.thumbnail((SIDE, SIDE))
        written = io.BytesIO()
        small.save(written, "PNG")
    except Exception:  # a broken picture fails in many ways, and none of them matters here
        return ""
    return "data:image/png;base64," + base64.b64encode(written.getvalue()).decode("ascii")
