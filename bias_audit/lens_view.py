"""Counts beside figures: an even split, our own learners, the nation, the field today. Information, no pass mark."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, log

from .frameworks import Figure, load_lenses
from .model import Dimension, Profile, Representation
from .tables import counts_of, tables_of

_BY_CHANCE = 0.05  # a group may be missing by pure chance so often


@dataclass(frozen=True, slots=True)
class Beside:
    """Figures to read beside a count, in words: the name of their lens, and what to bear in mind."""

    lens: str
    figures: tuple[str, ...]
    note: str


def beside(representation: Representation, dimension: Dimension, profile: Profile) -> tuple[Beside, ...]:
    """What the counts of people on a dimension can be held beside; nothing where nobody was counted.

    For a dimension other than gender, only where the words describe somebody by it.
    """
    tables = tables_of(representation)
    people = tables["people"].total
    described = counts_of(tables, "people" if dimension == "gender" else f"described-{dimension}")
    if not people or not described:
        return ()
    return tuple(_all(dimension, people, profile))


def _all(dimension: Dimension, people: int, profile: Profile) -> Iterator[Beside]:
    if dimension == "gender":
        yield Beside("an even split", ("half and half",), "A choice for made-up people, who can be anybody.")
    if profile.learners:
        said = tuple(f"{name} {share:g}%" for name, share in profile.learners)
        yield Beside("our learners", said, "As typed in for this setting.")
    lenses = load_lenses()
    for lens in lenses.lenses:
        figures = [f for f in lenses.figures if f.lens == lens.id and f.dimension == dimension]
        if figures:
            note = f"{lens.means} {lens.note}"
            needed = sorted(people_needed(figure.share) for figure in figures)
            once = len(figures) > 1 and people < needed[0]  # too few for any: not said beside each
            if once:
                note += f" It takes {needed[0]:,} to {needed[-1]:,} people to tell, and there {_are(people)}."
            yield Beside(lens.name, tuple(_said(figure, None if once else people) for figure in figures), note)


def _said(figure: Figure, people: int | None) -> str:
    """A figure in words, and whether it takes more than these ``people``, where a number is given."""
    where = ", ".join(word for word in (figure.place, figure.year) if word)
    among = "" if figure.among == "everyone" else f" among {figure.among}"
    text = f"{figure.of}{among} {figure.share:g}% ({where})"
    if people is not None and people < (needed := people_needed(figure.share)):
        text += f"; it takes {needed:,} people to tell, and there {_are(people)}"
    return text


def _are(people: int) -> str:
    return f"is {people:,}" if people == 1 else f"are {people:,}"


def people_needed(share: float) -> int:
    """How many people it takes until a group of ``share`` per cent is seldom missing by pure chance."""
    part = share / 100
    return 1 if part in (0, 1) else ceil(log(_BY_CHANCE) / log(1 - part))
