"""Lines of words in a picture, by a recogniser that runs on this computer. It is loaded when first needed.

Results are kept by a hash of the pixels, in memory and in a folder of the user's cache: a second run does not
recognise again. ``BIAS_AUDIT_OCR_CACHE`` names another folder, or is ``off``.
"""

import hashlib
import json
import os
import sys
import tempfile
import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

MAX_PIXELS = 8_000_000  # of what the recogniser is given; larger pictures are scaled down
CACHE = "BIAS_AUDIT_OCR_CACHE"
MAX_SIDE = 4000
_PALEST = 40  # of 255: a picture whose greys differ by less shows nothing
_TILTED = 0.2  # radians: more is no scan that lies askew
_REMEMBERED = 256
_FORM = "1"  # of what is kept; another one makes kept results unused

_memory: OrderedDict[str, tuple["Seen", ...]] = OrderedDict()
_lock = threading.Lock()  # the recogniser works on one picture at a time


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of words, how sure the recogniser is (0 to 1), and its box in pixels, y downwards."""

    text: str
    score: float
    x0: float
    y0: float
    x1: float
    y1: float


def available() -> bool:
    """Whether the recogniser is installed; nothing is loaded."""
    return bool(_version())


def seen_in(image: Image.Image) -> tuple[Seen, ...]:
    """The lines of words in a picture, in no sure order. Raises ImportError where the recogniser cannot load."""
    ready = prepared(image)
    low, high = ready.convert("L").getextrema()
    if high - low < _PALEST:  # type: ignore[operator]
        return ()
    name = hashlib.sha256(f"{_FORM} {_version()} {ready.size} ".encode() + ready.tobytes()).hexdigest()
    with _lock:
        found = _memory.get(name)
        if found is None:
            found = _kept(name)
        if found is None:
            found = _recognised(ready)
            _keep(name, found)
        _memory[name] = found
        while len(_memory) > _REMEMBERED:
            _memory.popitem(last=False)
    return found


def prepared(image: Image.Image) -> Image.Image:
    """Upright, on white, in colours, and small enough for the recogniser."""
    scale = min(1.0, (MAX_PIXELS / (image.width * image.height)) ** 0.5, MAX_SIDE / max(image.size))
    size = max(1, int(image.width * scale)), max(1, int(image.height * scale))
    if scale < 1:
        image.draft("RGB", size)  # lets a JPEG decode at a fraction of its size
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith(("I", "F")):  # 16 bits and more: to the usual 8
        low, high = image.getextrema()
        image = image.point(lambda v: (v - low) * (255 / max(1, high - low))).convert("L")  # type: ignore[operator]
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    image = image.convert("RGB")
    image.thumbnail((max(size), max(size)), Image.Resampling.LANCZOS)
    return image


def _recognised(image: Image.Image) -> tuple[Seen, ...]:
    import numpy

    pixels = numpy.ascontiguousarray(numpy.asarray(image)[:, :, ::-1])  # the recogniser wants blue first
    result: Any = _engine()(pixels)
    if result.txts is None or result.boxes is None:  # that is its way to say "no words"
        return ()
    boxes = numpy.asarray(result.boxes, dtype=float)  # lines, corners from the top left clockwise, x and y
    across = boxes[:, 1] - boxes[:, 0]
    long = across[numpy.hypot(*across.T) >= numpy.median(numpy.hypot(*across.T))]
    tilt = float(numpy.median(numpy.arctan2(long[:, 1], long[:, 0])))
    if abs(tilt) < _TILTED:  # the page lies askew: turned straight, its lines stand below each other
        cos, sin = numpy.cos(tilt), numpy.sin(tilt)
        boxes = boxes @ numpy.array([[cos, -sin], [sin, cos]])
    edges = numpy.concatenate([boxes.min(axis=1), boxes.max(axis=1)], axis=1).round(1).tolist()
    return tuple(
        Seen(str(text), round(float(score), 3), *edge)
        for text, score, edge in zip(result.txts, result.scores, edges, strict=True)
    )


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "error", "Global.use_cls": False})


@cache
def _version() -> str:
    try:
        return f"{version('rapidocr')} {version('onnxruntime')}"
    except PackageNotFoundError:
        return ""


# --- results kept between runs ------------------------------------------------------------------


def cache_folder() -> Path | None:
    """Where results are kept; None when they are not."""
    chosen = os.environ.get(CACHE, "")
    if chosen.lower() in ("off", "0", "no"):
        return None
    if chosen:
        return Path(chosen)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "bias-audit" / "ocr"


def _kept(name: str) -> tuple[Seen, ...] | None:
    folder = cache_folder()
    if folder is None:
        return None
    try:
        rows = json.loads((folder / f"{name}.json").read_text("utf-8"))
        return tuple(Seen(str(text), *map(float, numbers)) for text, *numbers in rows)
    except (OSError, ValueError, TypeError):  # not there, or not ours
        return None


def _keep(name: str, found: tuple[Seen, ...]) -> None:
    folder = cache_folder()
    if folder is None:
        return
    rows = [[s.text, s.score, s.x0, s.y0, s.x1, s.y1] for s in found]
    with suppress(OSError):  # a full disk must not stop an audit
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, written = tempfile.mkstemp(dir=folder, suffix=".part")  # readable by its owner only
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(rows, file, ensure_ascii=False)
        Path(written).replace(folder / f"{name}.json")
