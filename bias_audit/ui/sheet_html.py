"""A page of a PDF as HTML: its picture, and over it the marks. Pure: what comes from a document is escaped here."""

import base64
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Block, Document, Finding, Severity
from ..parsers.isolate import PagePicture
from ..parsers.pdf_picture import Box, Stretch
from ..wording import DIMENSIONS, SEVERITIES
from . import texts
from .render import esc

Token = str  # as in document_html: "f3.0" is place 0 of finding 3


@dataclass(frozen=True, slots=True)
class Marked:
    """One place of a finding on a page: the words, where its characters are, and what is said of it."""

    token: Token
    severity: Severity
    words: str
    about: str
    stretch: Stretch


def characters(block: Block, start: int, end: int) -> Stretch:
    """The characters of the page that hold ``start:end`` of a block; none for words that were recognised."""
    parts = ((max(start, run.start), min(end, run.end), run) for run in block.origin.runs if run.path == "char")
    return [(run.offset + low - run.start, high - low) for low, high, run in parts if low < high]


def marked_on(document: Document, page: int, findings: Iterable[tuple[int, Finding]]) -> tuple[Marked, ...]:
    """The places of findings, given with their index in the report, that stand on a page, in reading order."""
    return tuple(found for _, found in sorted(_places(document, page, findings), key=lambda item: item[0]))


def _places(
    document: Document, page: int, findings: Iterable[tuple[int, Finding]]
) -> Iterator[tuple[tuple[int, int, str], Marked]]:
    for index, finding in findings:
        about = f"{SEVERITIES[finding.severity]}, {DIMENSIONS[finding.dimension]}"
        for number, place in enumerate(finding.places):
            block, token = document.blocks[place.block], f"f{index}.{number}"
            if block.place.page == page:
                stretch = characters(block, place.start, place.end)
                yield (place.block, place.start, token), Marked(token, finding.severity, place.text, about, stretch)


def picture(page: PagePicture, number: int, of: int) -> str:
    """The page as it looks. Its words are what the plain text is for."""
    data = base64.b64encode(page.data).decode("ascii")
    said = texts.page_alt(number, of)
    size = f'width="{page.width}" height="{page.height}"'
    return f'<div class="ba-page-picture"><img src="data:image/webp;base64,{data}" alt="{esc(said)}" {size}></div>'


def marks(
    found: Sequence[tuple[Marked, Sequence[Box]]],
    number: int,
    selected: Token = "",
    spot: tuple[int, Sequence[Box]] | None = None,
) -> str:
    """The marks of a page, each a button over its words; ``spot``: a block that a link points at, with its boxes."""
    parts = [line for one, boxes in found if boxes for line in _mark(one, boxes, one.token == selected)]
    if spot:
        index, boxes = spot
        named = (f' id="ba-b{index}"' if not at else "" for at in range(len(boxes)))
        parts += [f'<i class="ba-spot"{id} style="{_at(box)}"></i>' for id, box in zip(named, boxes, strict=True)]
    return f'<div class="ba-marks" role="group" aria-label="{esc(texts.page_marks(number))}">{"".join(parts)}</div>'


def _mark(one: Marked, boxes: Sequence[Box], on: bool) -> Iterator[str]:
    """A button over the first line of the words; over further lines, what a pointer can click."""
    kind = f'class="ba-mark s{one.severity}{" on" if on else ""}" data-ba-go="{esc(one.token)}"'
    label = esc(f"{one.words}: {one.about}")
    said = f'title="{label}" aria-label="{label}"' + (' aria-current="true"' if on else "")
    yield f'<button type="button" {kind} style="{_at(boxes[0])}" {said}></button>'
    for box in boxes[1:]:
        yield f'<i {kind} style="{_at(box)}" title="{label}" aria-hidden="true"></i>'


def _at(box: Box) -> str:
    left, top, right, bottom = (round(100 * side, 3) for side in box)
    return f"left:{left}%;top:{top}%;width:{round(right - left, 3)}%;height:{round(bottom - top, 3)}%"
