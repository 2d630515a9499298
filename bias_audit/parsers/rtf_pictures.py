"""Pictures and drawn shapes of rich text, with the words that describe them."""

import binascii
import hashlib
import re
from dataclasses import replace

from ..model import Block, Picture
from . import alt_text
from .rtf_state import Group, Shape, Walk

KINDS = {
    "pngblip": "image/png",
    "jpegblip": "image/jpeg",
    "emfblip": "image/x-emf",
    "wmetafile": "image/x-wmf",
    "dibitmap": "image/bmp",
    "wbitmap": "image/bmp",
    "macpict": "image/x-pict",
}


def keep_shape(walk: Walk, group: Group, shape: Shape) -> None:
    """Keep a picture with its alt text, or the alt text of a drawn shape."""
    words = " ".join(shape.properties.get("wzDescription", "").split())
    decorative = shape.properties.get("fDecorative") == "1"
    quality = alt_text.quality(words, decorative)
    place = walk.flows[-1].place_now()
    if group.capture == "pict":
        if group.in_object:
            return
        data = _bytes(shape)
        walk.uncaptioned.append(len(walk.pictures))
        digest = hashlib.sha256(data).hexdigest() if data else ""
        size = max(shape.width, 0), max(shape.height, 0)
        if shape.kind in ("image/x-emf", "image/x-wmf"):
            size = 0, 0  # hundredths of a millimetre there, not pixels
        walk.pictures.append(Picture(place, words, quality, "", shape.kind, *size, digest, data))
    elif words:
        for index in range(shape.first, len(walk.pictures)):
            if not walk.pictures[index].alt_text:
                walk.pictures[index] = replace(walk.pictures[index], alt_text=words, alt_quality=quality)
    if quality == "written":
        flow = walk.flows[-1]
        flow.boxes.append(Block(words, "alt_text", place, flow.audience))


def _bytes(shape: Shape) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", b"".join(shape.raw))
    return binascii.unhexlify(digits[: len(digits) // 2 * 2])
