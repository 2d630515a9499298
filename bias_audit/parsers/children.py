"""Child processes of ours that answer requests about files: started, reused, ended, and replaced after a while.

A child answers one request at a time. Nothing is pickled: JSON and bytes go both ways (worker.py).
"""

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Literal

from ..errors import Stopped
from ..model import Limits
from .worker import Answer, read_frame, read_frames, write_frame

MOST_FILES = 200  # parsed by one child
MOST_MEMORY = 600  # megabytes that a child may have held and still be used again
_RECOGNISER_HOLDS = 1500  # megabytes on top of that: what a recogniser holds at its largest picture
_MOST_IDLE = 4  # children that wait for another file
_SECONDS_TO_START = 60  # a child's first file may take this much longer: its libraries are loaded from a cold disk
_SECONDS_TO_END = 2

Kind = Literal["reader", "words"]
Ended = Literal["late", "memory", "crashed"]  # why a child ended where it was asked for an answer


@dataclass(slots=True)
class _Child:
    """A running worker, the folder that it may write in, and how many files it was given."""

    kind: Kind
    process: "subprocess.Popen[bytes]"
    folder: Path
    files: int = 0
    memory: int = 0
    ended_late: bool = field(default=False)


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of each item; the byte strings that they speak of; and the limits that hold for each."""

    want: str
    items: Sequence[Any]
    parts: Sequence[bytes]
    limits: Limits
    kind: Kind = "reader"


@dataclass(slots=True)
class Stop:
    """A way to end from outside what a thread has children do; see ``stoppable`` and ``stop``."""

    asked: bool = False
    child: _Child | None = None  # at work for that thread now


_idle: list[_Child] = []
_lock = threading.Lock()
_left_to_parent: list[_Child] = []  # after a fork: theirs, not ours to use or to wait for
_stop: ContextVar[Stop | None] = ContextVar("stop", default=None)


@contextmanager
def stoppable(by: Stop) -> Iterator[None]:
    """What this thread asks of children inside the block raises Stopped as soon as ``stop(by)`` is called."""
    token = _stop.set(by)
    try:
        yield
    finally:
        _stop.reset(token)


def stop(work: Stop) -> None:
    """End what is being read under ``work`` now, by ending its child; nothing more can be asked for."""
    with _lock:
        work.asked = True
        if work.child:
            work.child.process.kill()


def answers(request: Request) -> Iterator[Answer | Ended]:
    """An answer for each item, in order, or why the child ended there; the next item then gets another child.

    Raises Stopped when that was asked for (``stop``).
    """
    done, by = 0, _stop.get()
    while done < len(request.items):
        child = _take(request.kind)
        used = child.files > 0
        try:
            _lend(child, by)
            waiting = _sent(child, request, done)
            while True:
                answer = _received(child, request.limits.seconds) if waiting else None
                if answer is None or answer[0].get("code") == "memory":
                    break
                used, done = True, done + 1
                if done == len(request.items):
                    _give_back(child, by)
                    yield answer
                    return
                yield answer
        except BaseException:  # nobody waits for the rest
            _end(child, at_once=True)
            raise
        _end(child, at_once=True)
        if by and by.asked:
            raise Stopped
        if child.ended_late or not used:  # else what came before may be to blame: this one gets a fresh child
            done += 1
            yield "late" if child.ended_late else "crashed" if answer is None else "memory"


def _sent(child: _Child, request: Request, start: int) -> bool:
    """Whether a child that is ready took the request, from its item ``start`` on."""
    requests, answers = _pipes(child)
    child.files += 1
    head = {
        "want": request.want,
        "items": list(request.items[start:]),
        "frames": len(request.parts),
        "limits": asdict(request.limits),
    }
    try:
        if child.files == 1:
            with _timed(child, request.limits.seconds + _SECONDS_TO_START):
                if read_frame(answers) is None:  # it says when it is ready
                    return False
        with _timed(child, request.limits.seconds):
            for frame in (json.dumps(head).encode(), *request.parts):
                write_frame(requests, frame)
            requests.flush()
    except OSError:
        return False
    return True


def _received(child: _Child, seconds: int) -> Answer | None:
    """The next answer of a child; None when it ended instead, of itself or because its time was up."""
    _, answers = _pipes(child)
    try:
        with _timed(child, seconds):
            head = read_frame(answers)
            header: dict[str, Any] = json.loads(head) if head is not None else {}
            frames = read_frames(answers, header.get("frames", 0))
            if head is None or frames is None:
                return None
            child.memory = header["memory"]
            return header, frames
    except (OSError, ValueError, LookupError, TypeError, AttributeError):  # it ended, or makes no sense any longer
        return None


@contextmanager
def _timed(child: _Child, seconds: int) -> Iterator[None]:
    """Ends the child when it takes longer."""

    def too_late() -> None:
        child.ended_late = True
        child.process.kill()

    timer = threading.Timer(seconds, too_late)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def close() -> None:
    """End the children that wait. A later file starts another."""
    with _lock:
        children = _idle[:]
        _idle.clear()
    for child in children:
        _end(child)


def _pipes(child: _Child) -> tuple[BinaryIO, BinaryIO]:
    assert child.process.stdin is not None and child.process.stdout is not None  # as they were asked for
    return child.process.stdin, child.process.stdout  # type: ignore[return-value]  # IO[bytes] is what Popen says


def _take(kind: Kind) -> _Child:
    with _lock:
        for child in [child for child in reversed(_idle) if child.kind == kind]:
            _idle.remove(child)
            if child.process.poll() is None:
                return child
            _end(child)
    return _start(kind)


def _lend(child: _Child, by: Stop | None) -> None:
    with _lock:
        if by and by.asked:
            raise Stopped
        if by:
            by.child = child


def _give_back(child: _Child, by: Stop | None) -> None:
    with _lock:
        if by:
            by.child = None  # it may work for another thread from now on
    most = MOST_MEMORY + (_RECOGNISER_HOLDS if child.kind == "words" else 0)
    if child.files < MOST_FILES and child.memory < most:
        with _lock:
            if len(_idle) < _MOST_IDLE:
                _idle.append(child)
                return
    _end(child)


def _start(kind: Kind) -> _Child:
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
        [sys.executable, "-P", "-m", "bias_audit.parsers.worker", str(folder), kind],  # -P: nothing from where we are
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # libraries of other languages write there
        env=environment,
        cwd=folder,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return _Child(kind, process, folder)


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
