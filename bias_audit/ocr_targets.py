"""Pages and pictures that may hold words, told from the document alone: nothing is opened or decoded here."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from . import places
from .model import Document, Picture, Place
from .parsers import image

LEAST_WIDTH, LEAST_HEIGHT = 200, 80  # pixels that a picture needs to hold words worth reading
_LEAST_SIDE = 16  # smaller ones are bullets and lines, also when all pictures are asked for


@dataclass(frozen=True, slots=True)
class Spot:
    """What to look at: a page of a PDF, a frame of a picture file, a picture, or a picture on a page of a PDF.

    ``data`` indexes the byte strings that go with it, ``number`` counts from 1. The size and the hash tell a
    picture from the others on its page; a picture that turns out smaller than ``least`` is passed over.
    """

    kind: Literal["page", "frame", "picture", "picture on page"]
    data: int = 0
    number: int = 1
    width: int = 0
    height: int = 0
    sha256: str = ""
    least: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True)
class Target:
    """A page or picture to read. ``spot`` is None where it cannot be decoded safely."""

    place: Place
    spot: Spot | None
    whole: bool = False  # a page, or a picture that is the document; else a picture inside
    has_text: bool = True  # the document has text where this stands, which the picture may repeat


def targets(document: Document, data: bytes, every: bool, most_pages: int) -> tuple[list[Target], list[bytes]]:
    """What may hold words, and the byte strings that its spots speak of. ``every``: pages with text, small pictures."""
    if document.media_type.startswith("image/"):
        found = [
            Target(picture.place, Spot("frame", number=number), whole=True, has_text=False)
            for number, picture in enumerate(document.pictures, 1)
        ]
        return found, [data]
    parts = [data]
    found = _pages(document, every, most_pages)
    whole = {target.place.page or 0 for target in found}
    return found + _pictures(document, whole, every, parts), parts


def _pages(document: Document, every: bool, most: int) -> list[Target]:
    """The pages of a PDF that have no readable text, or ``every`` page."""
    bare = frozenset(document.bare_pages)
    heavy = {p.place.page for p in document.pictures if not _safe(p)} if bare or every else set()
    return [
        Target(
            places.page(number),
            None if number in heavy else Spot("page", number=number),
            whole=True,
            has_text=number not in bare,
        )
        for number in (range(1, min(document.units, most) + 1) if every and _is_pdf(document) else sorted(bare))
    ]


def _pictures(document: Document, without: Collection[int], every: bool, parts: list[bytes]) -> list[Target]:
    """The pictures inside a document, each once, but for those on the pages ``without``, which are read as a whole."""
    found: dict[str | bytes, Target] = {}
    for picture in document.pictures:
        if picture.place.page in without or not _large(picture, every):
            continue
        name = picture.sha256 or picture.data
        if picture.data and name not in found:
            spot = Spot("picture", data=len(parts), least=_least(every))
            parts.append(picture.data)
            found[name] = Target(picture.place, spot)
        elif picture.sha256 and _is_pdf(document) and _safe(picture):
            size = picture.width, picture.height
            spot = Spot("picture on page", 0, picture.place.page or 1, *size, picture.sha256)
            found.setdefault(name, Target(picture.place, spot))
    return list(found.values())


def _is_pdf(document: Document) -> bool:
    return document.media_type == "application/pdf"


def _least(every: bool) -> tuple[int, int]:
    return (_LEAST_SIDE, _LEAST_SIDE) if every else (LEAST_WIDTH, LEAST_HEIGHT)


def _large(picture: Picture, every: bool) -> bool:
    width, height = _least(every)
    if not picture.width or not picture.height:
        return True  # not known before it is opened
    return picture.width >= width and picture.height >= height


def _safe(picture: Picture) -> bool:
    return 0 < picture.width * picture.height <= image.MAX_PIXELS
