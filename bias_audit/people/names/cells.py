"""Columns of a table by their headings: no people under "Employer", and whole cells that are names under "Name"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from ...model import Block, Place
from ...text import Tokenised
from ..figures.figure_words import load_common
from ..name_context import FULL, FoundName, Tokens, is_name_shaped, kind_of
from ..words import PeopleWords

_LONGEST = 4  # words of a name that fills a cell
_TELLING = ("job", "age", "gender")  # headings of columns that say more of the people whom a table lists

Table = tuple[int | None, ...]
Column = tuple[int | None, ...]


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


def _firm_columns(text: Tokenised, lexicon: PeopleWords) -> Iterator[Column]:
    for block in text.blocks:
        if block.place.row == 1 and _heading(block) in lexicon.firm_headings:
            yield _column(block.place)


def with_cells(
    text: Tokenised,
    blocks: Sequence[int],
    tokens: Sequence[Tokens],
    names: Sequence[list[FoundName]],
    lexicon: PeopleWords,
) -> list[list[FoundName]]:
    """The names in each block, with the cells that are nothing but one: "Tom Hill" and "Li Na" under "Name".

    So that no name is left out of a list because its words are those of a wood, a stone or a syllable too.
    """
    headings: dict[Table, dict[Column, str]] = defaultdict(dict)
    for block in text.blocks:
        if block.place.row == 1 and block.place.table is not None:
            headings[_table(block.place)][_column(block.place)] = _heading(block)
    columns = {column for row in headings.values() for column in _name_columns(row, lexicon)}
    if not columns:
        return list(names)
    jobs = {column for row in headings.values() for column, heading in row.items() if heading in lexicon.fields["job"]}
    kept = list(names)
    for i, (n, words, found) in enumerate(zip(blocks, tokens, names, strict=True)):
        place = text.blocks[n].place
        if place.row == 1:
            continue
        if not found and _column(place) in columns and _is_whole_name(words, lexicon):
            kept[i] = [FoundName(0, len(words.words), words.words)]
        elif found and _column(place) in jobs:
            kept[i] = [name for name in found if name.kind != "family"]  # the "Cook" beside "Ali Cook"
    return kept


def _name_columns(row: Mapping[Column, str], lexicon: PeopleWords) -> Set[Column]:
    """The columns of names in a table that says something of people: "Name | Job", not "Name | Height"."""
    told = any(heading in lexicon.fields[what] for heading in row.values() for what in _TELLING)
    return {column for column, heading in row.items() if told and heading in lexicon.fields["name"]}


def _is_whole_name(tokens: Tokens, lexicon: PeopleWords) -> bool:
    """ "Tom Hill", "Li Na Zhou", "Flora"; not "Glasgow College", "Head Teacher", "Oak"."""
    words, lower = tokens.words, tokens.lower
    if not 0 < len(words) <= _LONGEST or not all(is_name_shaped(word) for word in words):
        return False
    kind = kind_of(words[0], lexicon)
    surname = bool(kind) and lower[-1] in load_common().surnames  # "Ali Cook", not "Head Cook"
    inner = lower[1:-1] if surname else lower[1:]
    if any(word in lexicon.not_in_name or word in lexicon.cue_words or word in lexicon.law_words for word in inner):
        return False
    if lower[-1] in lexicon.never_surnames or " ".join(lower) in lexicon.not_names or lower[0] in lexicon.thing_before:
        return False
    return kind not in ("", "hardly") if len(words) < FULL else True


def _heading(block: Block) -> str:
    return block.text.strip(" :").lower()


def _column(place: Place) -> Column:
    return (place.page, place.slide, place.table, place.column)


def _table(place: Place) -> Table:
    return (place.page, place.slide, place.table)
