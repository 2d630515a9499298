"""Counts beside figures: an even split, the nation, the field, who starts out. Information, no pass mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, log

from .frameworks import Figure, Lens, Lenses, Unknown, load_lenses
from .model import Dimension, Representation
from .tables import Tables, counts_of, tables_of

_BY_CHANCE = 0.05  # a group may be missing by pure chance so often
# The tables beside which the figures of a dimension are read; those of people as the words describe them come first.
_OF_PEOPLE: dict[Dimension, str] = {
    "gender": "people",
    "disability": "described-disability",
    "race": "described-race",
    "religion": "described-religion",
    "language": "described-language",
    "intersection": "described-gender",
}
_OF_THINGS: dict[Dimension, tuple[str, ...]] = {
    "poverty": ("costs",),
    "rurality": ("surroundings", "places"),
    "family": ("families", "described-family"),
    "pathways": ("routes", "levels"),
}
LENSED: tuple[Dimension, ...] = (*_OF_PEOPLE, *_OF_THINGS)


@dataclass(frozen=True, slots=True)
class Beside:
    """Figures to read beside a count, in words: the name of their lens, and what to bear in mind.

    ``few`` says that there are too few people to compare with some or all figures; of all, ``needed`` is how many
    it takes. ``unknown``: what nobody has a checked figure for.
    """

    lens: str
    figures: tuple[str, ...]
    note: str
    few: str = ""
    needed: int = 0
    unknown: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def beside(representation: Representation, dimension: Dimension) -> tuple[Beside, ...]:
    """What the counts on a dimension can be held beside; nothing where nothing of the kind was counted."""
    tables = tables_of(representation)
    if dimension in _OF_PEOPLE:
        people = tables["people"].total
        return tuple(_all(dimension, people)) if people and counts_of(tables, _OF_PEOPLE[dimension]) else ()
    return tuple(_all(dimension, None)) if _any(tables, _OF_THINGS.get(dimension, ())) else ()


def _any(tables: Tables, ids: Sequence[str]) -> bool:
    return any(counts_of(tables, id) for id in ids)


def _all(dimension: Dimension, people: int | None) -> Iterator[Beside]:
    if dimension == "gender":
        yield Beside("an even split", ("half and half",), "A choice for made-up people, who can be anybody.")
    lenses = load_lenses()
    for lens in lenses.lenses:
        figures = [f for f in lenses.figures if f.lens == lens.id and f.dimension == dimension]
        unknown = [u for u in lenses.unknown if u.lens == lens.id and u.dimension == dimension]
        if figures or unknown:
            yield _beside(lens, figures, unknown, people, lenses)


def _beside(
    lens: Lens, figures: Sequence[Figure], unknown: Sequence[Unknown], people: int | None, lenses: Lenses
) -> Beside:
    few, needed = _few(figures, people) if people is not None else ("", 0)
    sources = dict.fromkeys(lenses.sources[code].title for figure in figures for code in figure.source)
    return Beside(
        lens.name,
        tuple(map(_said, figures)),
        f"{lens.means} {lens.note}",
        few,
        needed,
        tuple(f"{one.of} ({one.place})" for one in unknown),
        tuple(sources),
    )


def _said(figure: Figure) -> str:
    """ "women among people in STEM work: 27% (UK, 2019). A wider definition …"."""
    where = ", ".join(word for word in (figure.place, figure.year) if word)
    among = "" if figure.among == "everyone" else f" among {figure.among}"
    note = f". {figure.note}" if figure.note else ""
    return f"{figure.of}{among}: {figure.share:g}% ({where}){note}"


def _few(figures: Sequence[Figure], people: int) -> tuple[str, int]:
    """Once for all figures: that it takes more people than there are until a group is seldom missing by chance."""
    short = [figure.share for figure in figures if people < people_needed(figure.share)]
    if not short:
        return "", 0
    needed = people_needed(max(short))
    if len(short) == len(figures):
        return f"Too few people here to compare ({needed:,} needed).", needed
    return f"Too few people here to compare with {max(short):g}% or less ({needed:,} needed).", 0


def people_needed(share: float) -> int:
    """How many people it takes until a group of ``share`` per cent is seldom missing by pure chance."""
    part = share / 100
    return 1 if part in (0, 1) else ceil(log(_BY_CHANCE) / log(1 - part))
