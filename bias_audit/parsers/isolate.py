"""Reads files and pictures in child processes, so that none can stop, fill or mislead the program that asked.

What a child answers is checked before it is used, and an answer that makes no sense is none.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from ..errors import Crashed, Damaged, Empty, Encrypted, Internal, ReadError, TooLarge, TooSlow, UnsupportedFormat
from ..model import Document, Limits
from ..ocr_lines import Seen, from_rows
from ..ocr_targets import Spot
from ..picture_looks import GRID, Look
from .children import Request, answers
from .pdf_picture import MOST_BOXES, Box, Stretch
from .worker import Answer

_SHOWN_WITHIN = 20  # seconds for the picture of a page: somebody is waiting for it
_RECOGNISER_TAKES = 2000  # megabytes of address space that it takes on top of the limit of memory
_ERRORS = {kind.code: kind for kind in (ReadError, UnsupportedFormat, Encrypted, Damaged, Empty, TooLarge)}

LOG = logging.getLogger(__name__)


def parse(data: bytes, name: str, limits: Limits) -> Document:
    """Read the bytes of a file called ``name`` in a child. Raises ReadError."""
    from ..reports.json_report import read_document

    _, frames = _read("document", data, name, limits)
    return read_document(frames[0])


def members(data: bytes, name: str, limits: Limits) -> tuple[tuple[str, bytes], ...] | None:
    """The files of a zip archive, as ``archive.members`` gives them; None when it is something else.

    Raises ReadError when it cannot be unpacked.
    """
    header, frames = _read("members", data, name, limits)
    return None if header["members"] is None else tuple(zip(header["members"], frames, strict=True))


def looks(pictures: Sequence[bytes], limits: Limits) -> Iterator[Look]:
    """A look at each picture; what ends the child tells nothing."""
    for answer in answers(Request("look", range(len(pictures)), pictures, limits)):
        yield Look() if isinstance(answer, str) else _look(*answer)


def _look(header: dict[str, Any], frames: list[bytes]) -> Look:
    photograph, faces, shape = (header.get(key) for key in ("photograph", "faces", "shape"))
    sound = photograph in (True, False, None) and (faces is None or isinstance(faces, int))
    if not sound or not isinstance(shape, float) or len(frames) != 1 or len(frames[0]) not in (0, 3 * GRID * GRID):
        return Look()
    return Look(photograph, faces, shape, frames[0] if shape > 0 else b"")


def thumbnail(data: bytes, side: int, limits: Limits) -> bytes:
    """A small PNG of a picture; b"" when there is nothing that can be shown."""
    [answer] = answers(Request("thumbnail", [side], [data], limits))
    return b"" if isinstance(answer, str) or not answer[1] else answer[1][0]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of a PDF as a WebP picture, with its size in pixels."""

    data: bytes
    width: int
    height: int


def page_picture(data: bytes, number: int, width: int, limits: Limits) -> PagePicture | None:
    """A page of a PDF as it looks, about ``width`` pixels wide; None when it cannot be drawn, or not in time."""
    items = [{"page": number, "width": width}]
    [answer] = answers(Request("page", items, [data], _for_show(limits)))
    return None if isinstance(answer, str) else _page_picture(*answer)


def _page_picture(header: dict[str, Any], frames: list[bytes]) -> PagePicture | None:
    width, height = header.get("width"), header.get("height")
    sound = isinstance(width, int) and isinstance(height, int) and min(width, height) > 0
    if not sound or len(frames) != 1 or frames[0][:4] + frames[0][8:12] != b"RIFFWEBP":
        return None
    return PagePicture(frames[0], header["width"], header["height"])


def boxes(data: bytes, number: int, stretches: Sequence[Stretch], limits: Limits) -> tuple[tuple[Box, ...], ...]:
    """Where stretches of characters stand on a page of a PDF: boxes for each, none where they cannot be told."""
    items = [{"page": number, "stretches": stretches}]
    [answer] = answers(Request("boxes", items, [data], _for_show(limits)))
    found = () if isinstance(answer, str) else _boxes(answer[0].get("boxes"))
    return found if len(found) == len(stretches) else ((),) * len(stretches)


def _boxes(rows: Any) -> tuple[tuple[Box, ...], ...]:
    try:
        found = tuple(tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in row) for row in rows)
    except (ValueError, TypeError):
        return ()
    sound = all(0 <= a < c <= 1 and 0 <= b < d <= 1 for row in found for a, b, c, d in row)
    return found if sound and all(len(row) <= MOST_BOXES for row in found) else ()


def _for_show(limits: Limits) -> Limits:
    return replace(limits, seconds=min(limits.seconds, _SHOWN_WITHIN))


def words(spots: Sequence[Spot], parts: Sequence[bytes], limits: Limits) -> Iterator[tuple[Seen, ...] | None]:
    """The lines of words at each spot; None where it cannot be decoded, takes too long or ends the child.

    Raises ImportError where the recogniser cannot be loaded.
    """
    own = replace(limits, seconds=limits.picture_seconds, megabytes=limits.megabytes + _RECOGNISER_TAKES)
    for answer in answers(Request("words", [asdict(spot) for spot in spots], parts, own, "words")):
        if isinstance(answer, str):
            yield None
        elif answer[0].get("code") == "no-recogniser":
            raise ImportError("the recogniser cannot be loaded")
        else:
            yield _lines(answer[0])


def _lines(header: dict[str, Any]) -> tuple[Seen, ...] | None:
    if header.get("code") == "mistake":
        LOG.info("internal error at a picture: %s", header["trace"])
    try:
        return from_rows(header["lines"])
    except (KeyError, ValueError, TypeError):
        return None


def _read(want: str, data: bytes, name: str, limits: Limits) -> Answer:
    """The one answer to a question about a whole file. Raises ReadError."""
    [answer] = answers(Request(want, [name], [data], limits))
    if answer == "late":
        raise TooSlow(
            f"{name} took longer than {limits.seconds} seconds to read, so it was left. "
            "Split it into parts, or save it in another format, and try those."
        )
    if answer == "memory":
        raise TooLarge(f"{name} needs more than {limits.megabytes:,} megabytes of memory. Try a part of it.")
    if isinstance(answer, str):
        raise Crashed(
            f"{name} made the reader stop. It may be damaged, or need more memory than it may have: open "
            "it, save it under a new name, try that."
        )
    if "code" in answer[0]:
        raise _error(answer[0], name)
    return answer


def _error(header: dict[str, Any], name: str) -> ReadError:
    if header["code"] == "mistake":
        LOG.info("internal error at %s: %s", name, header["trace"])  # silent unless logging is set up
        return Internal(
            f"{name} could not be checked because of a mistake in this tool ({header['kind']}). "
            "The file itself may be fine. Please report it, with the kind of file."
        )
    return _ERRORS[header["code"]](header["message"])
