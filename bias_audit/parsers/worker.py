"""The child that reads: ``python -m bias_audit.parsers.worker FOLDER KIND``. isolate.py starts it and speaks to it.

Both ways go frames: eight bytes of length, then the bytes. A request is JSON, which says how many frames of bytes
follow it; each of its items is answered by JSON and as many frames as that names. The child ends when its input does.
A "reader" reads documents and looks at pictures, a child for "words" recognises the words in pictures.
"""

import gc
import json
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from ..errors import ReadError
from ..lost_objects import look_seldom
from ..model import Limits
from ..reports.json_report import write_document
from . import archive, limits, media, parse, sniff

_LENGTH = 8
_MOST = 2_000_000_000  # bytes of a frame
Answer = tuple[dict[str, Any], list[bytes]]


def write_frame(stream: BinaryIO, data: bytes) -> None:
    """Write one frame. Raises OSError when nobody reads any longer."""
    stream.write(len(data).to_bytes(_LENGTH, "big"))
    stream.write(data)


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next frame; None when the stream ends before or inside it."""
    head = stream.read(_LENGTH)
    size = int.from_bytes(head, "big")
    if len(head) < _LENGTH or size > _MOST:
        return None
    data = stream.read(size)
    return data if len(data) == size else None


def read_frames(stream: BinaryIO, number: int) -> list[bytes] | None:
    """That many frames; None when the stream ends before."""
    frames: list[bytes] = []
    while len(frames) < number:
        frame = read_frame(stream)
        if frame is None:
            return None
        frames.append(frame)
    return frames


def answer(want: str, item: Any, parts: Sequence[bytes]) -> Answer:
    """What is wanted of an item, as a header and frames; an error is an answer, too."""
    try:
        return _WANTED[want](item, parts)
    except ReadError as error:
        return {"code": error.code, "message": str(error)}, []
    except MemoryError:
        return {"code": "memory"}, []
    except Exception as error:
        return {"code": "mistake", "kind": type(error).__name__, "trace": traceback.format_exc()}, []


def _document(name: Any, parts: Sequence[bytes]) -> Answer:
    return {}, [write_document(parse(parts[0], name)).encode()]


def _members(name: Any, parts: Sequence[bytes]) -> Answer:
    if sniff.media_type(parts[0], name) != media.ZIP:
        return {"members": None}, []
    found = archive.members(parts[0], name)
    return {"members": [member for member, _ in found]}, [part for _, part in found]


def _look(item: Any, parts: Sequence[bytes]) -> Answer:
    from ..picture_looks import look

    seen = look(parts[item])
    return {"photograph": seen.photograph, "faces": seen.faces, "shape": seen.shape}, [seen.grid]


def _thumbnail(side: Any, parts: Sequence[bytes]) -> Answer:
    from ..picture_looks import thumbnail

    return {}, [thumbnail(parts[0], side)]


def _page_picture(item: Any, parts: Sequence[bytes]) -> Answer:
    from .pdf_picture import page_picture

    picture, width, height = page_picture(parts[0], item["page"], item["width"])
    return {"width": width, "height": height}, [picture]


def _boxes(item: Any, parts: Sequence[bytes]) -> Answer:
    from .pdf_picture import boxes_on_page

    return {"boxes": boxes_on_page(parts[0], item["page"], item["stretches"])}, []


def _words(item: Any, parts: Sequence[bytes]) -> Answer:
    from .. import ocr_engine, ocr_lines
    from ..ocr_targets import Spot

    if not ocr_engine.load():
        return {"code": "no-recogniser"}, []
    lines = ocr_engine.look(Spot(**item), parts)
    return {"lines": None if lines is None else ocr_lines.rows(lines)}, []


_WANTED = {
    "document": _document,
    "members": _members,
    "look": _look,
    "thumbnail": _thumbnail,
    "page": _page_picture,
    "boxes": _boxes,
    "words": _words,
}


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while (head := read_frame(requests)) is not None:
        request = json.loads(head)
        parts = read_frames(requests, request["frames"])
        if parts is None:
            return
        for item in request["items"]:
            limits.hold(Limits(**request["limits"]))
            header, frames = answer(request["want"], item, parts)
            limits.release()  # what is left is to hand over what was read
            header |= {"frames": len(frames), "memory": limits.memory_used()}
            write_frame(answers, json.dumps(header).encode())
            for frame in frames:
                write_frame(answers, frame)
            answers.flush()
            del frames
        del parts


def main(folder: Path, kind: str) -> None:
    """Serve on standard input and output, which what is read cannot reach, with ``folder`` to write in."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nothing, standard)
    os.chdir(folder)
    tempfile.tempdir = str(folder)
    _load(kind)
    gc.freeze()
    look_seldom()
    limits.memory_used()  # opens what it reads, while it may
    limits.lock_down(folder)
    write_frame(answers, b"ready")
    answers.flush()
    with suppress(OSError):  # nobody waits for the answer
        serve(requests, answers)
    os.chdir(os.sep)
    shutil.rmtree(folder, ignore_errors=True)


def _load(kind: str) -> None:
    """Load what cannot be loaded any longer when the door is shut, as it changes the environment."""
    if kind == "words":
        from ..ocr_engine import load

        load()
    else:
        from ..faces import available

        available()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
