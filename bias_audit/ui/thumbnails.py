"""A picture's thumbnail in the form that a page can hold."""

import base64

from ..model import Picture
from ..picture_looks import MOST_PIXELS
from ..pictures import SIDE
from ..pictures import thumbnail as png

__all__ = ["MOST_PIXELS", "SIDE", "thumbnail"]


def thumbnail(picture: Picture) -> str:
    """A ``data:`` address of a small PNG, or "" when there are no bytes, too many, or not of a picture."""
    made = png(picture.data)
    return "data:image/png;base64," + base64.b64encode(made).decode("ascii") if made else ""
