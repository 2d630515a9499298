"""Tables of people made of cells: which person or mention stands in which row and column, and what each opens."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ...model import Count, Table
from ...shares import wilson


def two_ways(id: str, cells: Mapping[tuple[str, str], Iterable[int]], opens: Callable[[int], Sequence[int]]) -> Table:
    """A table of rows and columns; ``cells`` hold things (persons, mentions), ``opens`` gives a thing's mentions."""
    inside = {key: tuple(dict.fromkeys(things)) for key, things in cells.items()}
    rows: dict[str, int] = defaultdict(int)
    for (row, _), things in inside.items():
        rows[row] += len(things)
    counts = tuple(
        Count(row, wilson(len(things), rows[row]), mentions=opened_by(things, opens), by=column)
        for (row, column), things in inside.items()
        if things
    )
    return Table(id, sum(rows.values()), counts)


def opened_by(things: Iterable[int], opens: Callable[[int], Sequence[int]]) -> tuple[int, ...]:
    """The mentions of several things."""
    return tuple(sorted({mention for thing in things for mention in opens(thing)}))


def one_way(id: str, total: int, cells: Mapping[str, Sequence[int]], opens: Callable[[int], Sequence[int]]) -> Table:
    """A table of rows, each a part of ``total``."""
    counts = (Count(row, wilson(len(some), total), mentions=opened_by(some, opens)) for row, some in cells.items())
    return Table(id, total, tuple(counts))
