"""The child that parses: ``python -m bias_audit.parsers.worker FOLDER``. isolate.py starts it and speaks to it.

Both ways go frames: eight bytes of length, then the bytes. A request is two frames, JSON and the file's bytes;
an answer is JSON and as many frames as it names. The child ends when its input does.
"""

import gc
import json
import os
import shutil
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from ..errors import ReadError
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


def answer(request: dict[str, Any], data: bytes) -> Answer:
    """The header and the frames that answer a request; an error is an answer, too."""
    name = request["name"]
    try:
        if request["want"] == "document":
            return {"frames": 1}, [write_document(parse(data, name)).encode()]
        if sniff.media_type(data, name) != media.ZIP:
            return {"frames": 0, "members": None}, []
        found = archive.members(data, name)
        return {"frames": len(found), "members": [member for member, _ in found]}, [part for _, part in found]
    except ReadError as error:
        return {"code": error.code, "message": str(error)}, []
    except MemoryError:
        return {"code": "memory"}, []
    except Exception as error:
        return {"code": "mistake", "kind": type(error).__name__, "trace": traceback.format_exc()}, []


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while (head := read_frame(requests)) is not None and (data := read_frame(requests)) is not None:
        request = json.loads(head)
        limits.hold(Limits(**request["limits"]))
        header, frames = answer(request, data)
        del data
        limits.release()  # what is left is to hand over what was read
        header["memory"] = limits.memory_used()
        write_frame(answers, json.dumps(header).encode())
        for frame in frames:
            write_frame(answers, frame)
        answers.flush()


def main(folder: Path) -> None:
    """Serve on standard input and output, which what is parsed cannot reach, with ``folder`` to write in."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nothing, standard)
    os.chdir(folder)
    tempfile.tempdir = str(folder)
    gc.freeze()  # one file makes many small lasting objects: looking for lost ones often took half of its time
    gc.set_threshold(200_000, 20, 100)
    limits.memory_used()  # opens what it reads, while it may
    limits.lock_down(folder)
    write_frame(answers, b"ready")
    answers.flush()
    with suppress(OSError):  # nobody waits for the answer
        serve(requests, answers)
    os.chdir(os.sep)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
