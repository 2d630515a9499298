"""Recognised lines as data, and the cache that keeps them, so that a second run does not recognise again.

Lines are kept by a hash of the bytes that hold the picture, which the program itself takes: what a file makes the
recogniser say is kept for that file alone. ``BIAS_AUDIT_OCR_CACHE`` names another folder, or is ``off``.
"""

import hashlib
import json
import math
import os
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from .cache_folder import cache_folder
from .ocr_targets import Spot

CACHE = "BIAS_AUDIT_OCR_CACHE"
_REMEMBERED = 256
_FORM = "2"  # of what is kept, and of how pages are drawn; another one makes kept lines unused

_memory: OrderedDict[str, tuple["Seen", ...]] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of words, how sure the recogniser is (0 to 1), and its box in pixels, y downwards."""

    text: str
    score: float
    x0: float
    y0: float
    x1: float
    y1: float


@cache
def recogniser() -> str:
    """The versions of the recogniser, "" where it is not installed; nothing is loaded."""
    try:
        return f"{version('rapidocr')} {version('onnxruntime')}"
    except PackageNotFoundError:
        return ""


def rows(lines: Sequence[Seen]) -> list[list[Any]]:
    """Lines as JSON holds them."""
    return [list(astuple(line)) for line in lines]


def from_rows(found: Any) -> tuple[Seen, ...]:
    """The lines of ``rows``. Raises ValueError or TypeError when it is something else."""
    lines = tuple(Seen(text, *map(float, numbers)) for text, *numbers in found)
    for line in lines:
        if not isinstance(line.text, str) or not all(map(math.isfinite, astuple(line)[1:])):
            raise ValueError("no recognised line")
    return lines


# --- what is kept between runs ------------------------------------------------------------------


def name_of(spot: Spot, digest: str) -> str:
    """The name under which the lines of ``spot`` are kept; ``digest``: the hash of the bytes that hold it."""
    return hashlib.sha256(f"{_FORM} {recogniser()} {digest} {astuple(replace(spot, data=0))}".encode()).hexdigest()


def kept(name: str) -> tuple[Seen, ...] | None:
    """The lines that an earlier look found; None when there was none."""
    with _lock:
        found = _memory.get(name)
    if found is not None:
        return found
    folder = cache_folder("ocr")
    if folder is None:
        return None
    try:
        found = from_rows(json.loads((folder / f"{name}.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError):  # not there, or not ours
        return None
    _remember(name, found)
    return found


def keep(name: str, lines: tuple[Seen, ...]) -> None:
    """Keep lines for the next run, readable by their owner only."""
    _remember(name, lines)
    folder = cache_folder("ocr")
    if folder is None:
        return
    with suppress(OSError):  # a full disk must not stop an audit
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, written = tempfile.mkstemp(dir=folder, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(rows(lines), file, ensure_ascii=False)
        Path(written).replace(folder / f"{name}.json")


def _remember(name: str, lines: tuple[Seen, ...]) -> None:
    with _lock:
        _memory[name] = lines
        while len(_memory) > _REMEMBERED:
            _memory.popitem(last=False)
