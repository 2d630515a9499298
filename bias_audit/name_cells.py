"""Columns of a table that hold no people, whatever the names in them look like: "Employer", "College"."""

from collections.abc import Iterator, Sequence

from .model import Place
from .name_context import FoundName
from .people_lexicon import PeopleWords
from .text import Tokenised


def outside_firms(
    text: Tokenised, blocks: Sequence[int], names: Sequence[list[FoundName]], lexicon: PeopleWords
) -> list[list[FoundName]]:
    """The names in each block, without those in the cells under "Employer"; "Mrs Bell" there is somebody still."""
    columns = set(_firm_columns(text, lexicon))
    if not columns:
        return list(names)
    return [
        [name for name in found if name.title] if _column(text.blocks[block].place) in columns else found
        for block, found in zip(blocks, names, strict=True)
    ]


def _firm_columns(text: Tokenised, lexicon: PeopleWords) -> Iterator[tuple[int | None, ...]]:
    for block in text.blocks:
        if block.place.row == 1 and block.text.strip(" :").lower() in lexicon.firm_headings:
            yield _column(block.place)


def _column(place: Place) -> tuple[int | None, ...]:
    return (place.page, place.slide, place.table, place.column)
