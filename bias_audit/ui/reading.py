"""Files on their way in: a thread of the session's own reads them one after another, and can be stopped at any moment.

The thread touches nothing of the session: it takes files from one queue and puts what came of them in another.
"""

import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from weakref import finalize

from ..errors import Stopped
from ..model import Failure, Settings
from ..parsers.children import Stop, stop, stoppable
from ..store import Arrived
from . import intake
from .intake import Outcome

_BASE = 100_000  # bytes that opening and analysing any file is worth, when the time left is guessed
_TOO_SOON = 2.0  # seconds: nothing is said of the time left before


@dataclass(slots=True)
class _Queue:
    """What the thread and the session share."""

    settings: Settings
    files: deque[Arrived] = field(default_factory=deque)
    done: deque[tuple[str, Outcome]] = field(default_factory=deque)
    stop: Stop = field(default_factory=Stop)
    lock: threading.Lock = field(default_factory=threading.Lock)
    began: float = field(default_factory=time.monotonic)
    now: Arrived | None = None
    pages: tuple[int, int] = (0, 0)  # of the file now, recognised and in all
    read: int = 0  # files
    weight: int = 0  # of these files
    ended: bool = False


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Reading:
    """Files that a session has asked for. When it is lost with its session, the reading ends."""

    queue: _Queue
    thread: threading.Thread
    keys: set[str]
    taken: set[str] = field(default_factory=set)  # keys of files that were taken out again
    shown: set[str] = field(default_factory=set)  # the key of the document that was opened by itself


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading is: files read and in all, the name of the one being read, and how much longer."""

    read: int
    total: int
    name: str
    pages: tuple[int, int]  # recognised and in all, of a file with words in pictures; else zeros
    part: float  # of the work, from 0 to 1
    seconds_left: float | None  # None: too soon to say


def begin(files: Sequence[Arrived], settings: Settings) -> Reading:
    """Start to read the files in order."""
    queue = _Queue(settings, deque(files))
    thread = threading.Thread(target=_work, args=(queue,), name="bias-audit reading", daemon=True)
    reading = Reading(queue, thread, {file.key for file in files})
    finalize(reading, stop, queue.stop)
    thread.start()
    return reading


def more(reading: Reading, files: Sequence[Arrived]) -> bool:
    """Read these as well, after the others; False when the reading has ended before it heard of them."""
    with reading.queue.lock:
        if reading.queue.ended or reading.queue.stop.asked:
            return False
        reading.queue.files.extend(files)
    reading.keys.update(file.key for file in files)
    reading.taken.difference_update(file.key for file in files)
    return True


def end(reading: Reading) -> None:
    """Stop at once: the file being read is given up, the rest is dropped; what was read can still be taken over."""
    stop(reading.queue.stop)


def arrived(reading: Reading) -> Iterator[tuple[str, Outcome]]:
    """What was read since the last time, but for files that were taken out again."""
    done = reading.queue.done
    while done:
        key, outcome = done.popleft()
        if key.partition("/")[0] not in reading.taken:
            yield key, outcome


def ended(reading: Reading) -> bool:
    """Whether there is nothing more to read or to take over."""
    return reading.queue.ended and not reading.queue.done


def progress(reading: Reading) -> Progress:
    """Where the reading stands; the time left comes from the pace so far."""
    queue = reading.queue
    with queue.lock:
        waiting, now, (done, of) = tuple(queue.files), queue.now, queue.pages
        read, weight = queue.read, queue.weight
    current = _weight(now) if now else 0
    whole = weight + current + sum(map(_weight, waiting))
    part = (weight + (current * done / of if of else 0)) / whole if whole else 1.0
    spent = time.monotonic() - queue.began
    left = spent * (1 - part) / part if part and spent > _TOO_SOON else None
    return Progress(read, read + bool(now) + len(waiting), now.name if now else "", (done, of), part, left)


def _weight(file: Arrived) -> int:
    return _BASE + len(file.data)


def _work(queue: _Queue) -> None:
    try:
        with stoppable(queue.stop):
            while file := _next(queue):
                inside = intake.unpacked(file, queue.settings)
                if isinstance(inside, Failure):
                    _finish(queue, file, inside)
                elif inside == (file,):
                    _read(queue, file)
                else:
                    with queue.lock:
                        queue.now = None
                        queue.files.extendleft(reversed(inside))
    except Stopped:
        pass
    finally:
        queue.ended = True


def _next(queue: _Queue) -> Arrived | None:
    with queue.lock:
        if queue.files:
            queue.now, queue.pages = queue.files.popleft(), (0, 0)
            return queue.now
        queue.ended = True
        return None


def _read(queue: _Queue, file: Arrived) -> None:
    def on_page(done: int, of: int) -> None:
        queue.pages = (done, of)

    _finish(queue, file, intake.outcome_of(file, queue.settings, on_page))


def _finish(queue: _Queue, file: Arrived, outcome: Outcome) -> None:
    if queue.stop.asked:  # an analysis cannot be broken off: what comes of it is no longer wanted
        raise Stopped
    with queue.lock:
        queue.now, queue.read, queue.weight = None, queue.read + 1, queue.weight + _weight(file)
    queue.done.append((file.key, outcome))
