"""Lines of words in a picture, by a recogniser that runs on this computer, in a child (isolate.py)."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from PIL import Image

from .ocr_lines import Seen
from .ocr_pixels import pixels
from .ocr_targets import Spot

_PALEST = 40  # of 255: a picture whose greys differ by less shows nothing
_TILTED = 0.2  # radians: more is no scan that lies askew


def load() -> bool:
    """Load the recogniser, which takes a second; False where it is not installed or cannot run."""
    return _engine() is not None


@cache
def _engine() -> Any:
    try:
        import numpy  # noqa: F401 - a locked process could not load it any longer
        from rapidocr import RapidOCR
    except ImportError:
        return None
    return RapidOCR(params={"Global.log_level": "error", "Global.use_cls": False})


def look(spot: Spot, parts: Sequence[bytes]) -> tuple[Seen, ...] | None:
    """The lines of words at ``spot``, in no sure order; None where it cannot be decoded."""
    image = pixels(spot, parts)
    return None if image is None else seen_in(image)


def seen_in(image: Image.Image) -> tuple[Seen, ...]:
    """The lines of words in a prepared picture. Needs ``load``."""
    low, high = image.convert("L").getextrema()
    if high - low < _PALEST:  # type: ignore[operator]
        return ()
    import numpy

    colours = numpy.ascontiguousarray(numpy.asarray(image)[:, :, ::-1])  # the recogniser wants blue first
    result: Any = _engine()(colours)
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
