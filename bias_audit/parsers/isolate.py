"""Parses files in a child process of ours, so that no file can stop, fill or mislead the program that asked.

Children are reused, one file at a time each, and replaced after a while. Nothing is pickled.
"""

import atexit
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from ..errors import Crashed, Damaged, Empty, Encrypted, Internal, ReadError, TooLarge, TooSlow, UnsupportedFormat
from ..model import Document, Limits
from .worker import read_frame, write_frame

MOST_FILES = 200  # parsed by one child
MOST_MEMORY = 600  # megabytes that a child may have held and still be used again
_MOST_IDLE = 4  # children that wait for another file
_SECONDS_TO_START = 60  # a child's first file may take this much longer: its libraries are loaded from a cold disk
_SECONDS_TO_END = 2
_ERRORS = {kind.code: kind for kind in (ReadError, UnsupportedFormat, Encrypted, Damaged, Empty, TooLarge)}

LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class _Child:
    """A running worker, the folder that it may write in, and how many files it was given."""

    process: "subprocess.Popen[bytes]"
    folder: Path
    files: int = 0
    memory: int = 0
    ended_late: bool = field(default=False)


_idle: list[_Child] = []
_lock = threading.Lock()
_left_to_parent: list[_Child] = []  # after a fork: theirs, not ours to use or to wait for


def parse(data: bytes, name: str, limits: Limits) -> Document:
    """Read the bytes of a file called ``name`` in a child. Raises ReadError."""
    from ..reports.json_report import read_document

    _, frames = _ask("document", data, name, limits)
    return read_document(frames[0])


def members(data: bytes, name: str, limits: Limits) -> tuple[tuple[str, bytes], ...] | None:
    """The files of a zip archive, as ``archive.members`` gives them; None when it is something else.

    Raises ReadError when it cannot be unpacked.
    """
    header, frames = _ask("members", data, name, limits)
    return None if header["members"] is None else tuple(zip(header["members"], frames, strict=True))


def close() -> None:
    """End the children that wait. A later file starts another."""
    with _lock:
        children = _idle[:]
        _idle.clear()
    for child in children:
        _end(child)


def _ask(want: str, data: bytes, name: str, limits: Limits) -> tuple[dict[str, Any], list[bytes]]:
    request = json.dumps({"want": want, "name": name, "limits": asdict(limits)}).encode()
    while True:
        child = _take()
        used = child.files > 0
        answer = _exchange(child, request, data, limits.seconds)
        if answer is None or answer[0].get("code") == "memory":
            _end(child, at_once=True)
            if child.ended_late:
                raise TooSlow(
                    f"{name} took longer than {limits.seconds} seconds to read, so it was left. "
                    "Split it into parts, or save it in another format, and try those."
                )
            if used:  # an earlier file may be to blame: this one gets a fresh child
                continue
            if answer is None:
                raise Crashed(
                    f"{name} made the reader stop. It may be damaged, or need more memory than it may have: open "
                    "it, save it under a new name, try that."
                )
            raise TooLarge(f"{name} needs more than {limits.megabytes:,} megabytes of memory. Try a part of it.")
        _give_back(child)
        header, frames = answer
        if "code" in header:
            raise _error(header, name)
        return header, frames


def _error(header: dict[str, Any], name: str) -> ReadError:
    if header["code"] == "mistake":
        LOG.info("internal error at %s: %s", name, header["trace"])  # silent unless logging is set up
        return Internal(
            f"{name} could not be checked because of a mistake in this tool ({header['kind']}). "
            "The file itself may be fine. Please report it, with the kind of file."
        )
    return _ERRORS[header["code"]](header["message"])


def _exchange(child: _Child, request: bytes, data: bytes, seconds: int) -> tuple[dict[str, Any], list[bytes]] | None:
    """The answer of a child; None when it ended instead, of itself or because its time was up."""
    requests, answers = _pipes(child)
    first = _SECONDS_TO_START if not child.files else 0
    child.files += 1

    def too_late() -> None:
        child.ended_late = True
        child.process.kill()

    timer = threading.Timer(seconds + first, too_late)
    timer.daemon = True
    timer.start()
    try:
        if first:
            if read_frame(answers) is None:  # it says when it is ready
                return None
            timer.cancel()
            timer = threading.Timer(seconds, too_late)
            timer.daemon = True
            timer.start()
        write_frame(requests, request)
        write_frame(requests, data)
        requests.flush()
        head = read_frame(answers)
        if head is None:
            return None
        header: dict[str, Any] = json.loads(head)
        frames = [read_frame(answers) for _ in range(header.get("frames", 0))]
        child.memory = header["memory"]
        whole = [frame for frame in frames if frame is not None]
        return (header, whole) if len(whole) == len(frames) else None
    except OSError:
        return None
    finally:
        timer.cancel()


def _pipes(child: _Child) -> tuple[BinaryIO, BinaryIO]:
    assert child.process.stdin is not None and child.process.stdout is not None  # as they were asked for
    return child.process.stdin, child.process.stdout  # type: ignore[return-value]  # IO[bytes] is what Popen says


def _take() -> _Child:
    with _lock:
        while _idle:
            child = _idle.pop()
            if child.process.poll() is None:
                return child
            _end(child)
    return _start()


def _give_back(child: _Child) -> None:
    if child.files < MOST_FILES and child.memory < MOST_MEMORY:
        with _lock:
            if len(_idle) < _MOST_IDLE:
                _idle.append(child)
                return
    _end(child)


def _start() -> _Child:
    folder = Path(tempfile.mkdtemp(prefix="bias-audit-"))
    package = Path(__file__).resolve().parents[2]
    path = os.pathsep.join(filter(None, (str(package), os.environ.get("PYTHONPATH"))))
    environment = {
        **os.environ,
        "PYTHONPATH": path,
        "PYTHONDONTWRITEBYTECODE": "1",
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder)),
    }
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "bias_audit.parsers.worker", str(folder)],  # -P: no module from where we are
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # libraries of other languages write there
        env=environment,
        cwd=folder,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return _Child(process, folder)


def _end(child: _Child, *, at_once: bool = False) -> None:
    if at_once:
        child.process.kill()
    for pipe in _pipes(child):
        with suppress(OSError):
            pipe.close()
    try:
        child.process.wait(_SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        child.process.kill()
        child.process.wait()
    shutil.rmtree(child.folder, ignore_errors=True)


def _after_fork() -> None:
    global _lock
    _lock = threading.Lock()
    for child in _idle:
        for pipe in _pipes(child):
            with suppress(OSError):
                pipe.close()
    _left_to_parent.extend(_idle)
    _idle.clear()


atexit.register(close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
