"""Holds a process to the limits of reading: a child of ours that parses one file at a time, never another.

The limits themselves are ``model.Limits``. Time is kept from outside, by isolate.py, which ends the child.
"""

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from ..model import Limits
from . import archive, legacy, ooxml, pdf

_MEGABYTE = 1_000_000
_CONVERSION_SHARE = 0.75  # of the time for a file: the rest is for reading what LibreOffice made
_SPARE_SECONDS = 10  # after the time is up: an orphan, whose parent is not there to end it, ends by itself

# Anything that reaches a network, starts a program, or has another program do something.
_REFUSED = (
    "socket.", "urllib.", "http.client.", "ftplib.", "imaplib.", "poplib.", "smtplib.", "nntplib.", "telnetlib.",
    "subprocess.", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile",
    "pty.", "webbrowser.", "winreg.", "_winapi.CreateProcess", "os.kill", "os.putenv", "ctypes.set_exception",
)  # fmt: skip
_CHANGED = frozenset(
    "os.remove os.rmdir os.mkdir os.rename os.link os.symlink os.truncate os.chmod os.chown os.utime shutil.rmtree "
    "shutil.move shutil.copyfile shutil.unpack_archive shutil.make_archive".split()
)
_LISTED = frozenset({"os.listdir", "os.scandir"})
_DEVICES = frozenset({os.devnull, "/dev/urandom", "/etc/mime.types"})


def hold(limits: Limits) -> None:
    """Hold this process to ``limits`` from now on: memory, time of its own, inflated bytes, pages."""
    pdf.MAX_PAGES = limits.pages
    ooxml.MAX_ARCHIVE = limits.inflated_megabytes * _MEGABYTE
    setattr(archive, "MAX_ARCHIVE", ooxml.MAX_ARCHIVE)  # noqa: B010 - it is archive's own copy of the number
    legacy.SECONDS = limits.seconds * _CONVERSION_SHARE
    if sys.platform != "win32":
        import resource

        _lower(resource.RLIMIT_AS, limits.megabytes * _MEGABYTE)
        used = resource.getrusage(resource.RUSAGE_SELF)
        cores = os.cpu_count() or 1
        spent = int(used.ru_utime + used.ru_stime)
        _lower(resource.RLIMIT_CPU, spent + (limits.seconds + _SPARE_SECONDS) * cores)


def release() -> None:
    """Lift the limit of memory, which a LibreOffice that is started would inherit and cannot live with."""
    if sys.platform != "win32":
        import resource

        _lower(resource.RLIMIT_AS, resource.RLIM_INFINITY)


def _lower(kind: int, value: int) -> None:
    """Set the soft limit, as far as the hard one allows; where the system knows no such limit, nothing."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(kind)
        known = (bound for bound in (value, hard) if bound != resource.RLIM_INFINITY)
        try:
            resource.setrlimit(kind, (min(known, default=resource.RLIM_INFINITY), hard))
        except (ValueError, OSError):
            return


@cache
def _status() -> int:
    """The open status of this process on Linux, kept because a locked down process cannot open it."""
    return os.open("/proc/self/status", os.O_RDONLY)


def memory_used() -> int:
    """The most megabytes that this process ever held; 0 where that cannot be asked."""
    if sys.platform == "win32":
        return 0
    try:  # a child's ru_maxrss starts at its parent's peak on Linux; this figure is its own
        status = os.pread(_status(), 8192, 0).decode("ascii")
        return int(status.split("VmHWM:", 1)[1].split()[0]) // 1024
    except (OSError, IndexError, ValueError):
        pass
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // _MEGABYTE if sys.platform == "darwin" else most * 1024 // _MEGABYTE


def lock_down(folder: Path) -> None:
    """From now on this process has no network, starts only LibreOffice, and touches no file of the user.

    It may read what Python and its packages bring, and write in ``folder``. There is no way back.
    """
    own = (os.path.realpath(folder),)
    roots = {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix, *filter(None, sys.path)}
    readable = (*own, *(os.path.realpath(root) for root in roots))
    sys.addaudithook(_guard(own, readable))


def _guard(own: tuple[str, ...], readable: tuple[str, ...]) -> Callable[[str, tuple[Any, ...]], None]:
    def guard(event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            writes = _writes(args[1], args[2])
            if not _within(args[0], own if writes else readable):
                raise PermissionError(f"a reader may not {'write' if writes else 'open'} this file")
        elif event in _CHANGED:
            paths = [path for path in args[:2] if isinstance(path, str | bytes | os.PathLike)]
            if not all(_within(path, own) for path in paths):
                raise PermissionError("a reader may not change this file")
        elif event in _LISTED:
            if not _within(args[0], readable):
                raise PermissionError("a reader may not look into this folder")
        elif event.startswith(_REFUSED):
            if event == "subprocess.Popen" and args[0] and args[0] == legacy.office_program():
                release()
            elif not _starts_office(event) and not (event == "os.killpg" and args[0] in legacy.STARTED):
                raise PermissionError(f"a reader may not do this: {event}")

    return guard


def _starts_office(event: str) -> bool:
    """Python itself starts a process by these, after ``subprocess.Popen`` was allowed."""
    return event in ("_winapi.CreateProcess",) and sys.platform == "win32"


def _writes(mode: Any, flags: Any) -> bool:
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    changes = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC
    return isinstance(flags, int) and bool(flags & changes)


def _within(path: Any, roots: tuple[str, ...]) -> bool:
    """Whether a path, with its links followed, is under one of ``roots``. Open descriptors are no paths."""
    if path is None or isinstance(path, int):
        return True
    whole = os.path.realpath(os.fsdecode(path))
    return whole in _DEVICES or any(whole == root or whole.startswith(root.rstrip(os.sep) + os.sep) for root in roots)
