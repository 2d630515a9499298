"""The table of pictures: where they stand, their alt text, what can be said of it; equal rows are one."""

from itertools import groupby

from .. import wording
from ..model import Picture, Report
from ..wording import counted, plain
from .people_lines import is_one_word


def picture_rows(report: Report) -> list[tuple[str, str, str]]:
    """Where, alt text and what can be said. Pictures that follow one another without words are one row:
    "page 1 to page 12, 66 pictures"."""
    rows = []
    for (alt, said), group in groupby(report.pictures, key=_said):
        pictures = list(group)
        if pictures[0].alt_text:
            rows += [(picture.place.label, alt, said) for picture in pictures]
        else:
            rows.append((_where(pictures), alt, said))
    return rows


def _said(picture: Picture) -> tuple[str, str]:
    none = "not known" if picture.alt_quality == "not checkable" else "none"
    said = wording.ALT_STATES[picture.alt_quality]
    return picture.alt_text or none, f"{said}, one word only" if is_one_word(picture) else said


def _where(pictures: list[Picture]) -> str:
    first, last = plain(pictures[0].place.label), plain(pictures[-1].place.label)
    if len(pictures) == 1:
        return first
    where = first if first == last else f"{first} to {last}"
    return f"{where}, {counted(len(pictures), 'picture')}"
