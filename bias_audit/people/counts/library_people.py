"""People of several reports counted together: public figures once, everybody else in each document that they are in."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from ...model import Count, Report, Table
from ...shares import wilson
from ...tables import counts_of, tables_of
from ..figures.public_figures import find
from ..words import fold
from .counted import SAID
from .described_counts import DESCRIBED

_ONE_WAY = frozenset({"people", "speech", "disability-mode"})  # somebody stands in one row of these
_TWO_WAYS = frozenset({"named", "jobs-gender", "stem-gender", "figures", "parts"})  # and in one column of a row
_DESCRIBED = "described-"  # several words may describe somebody
_BY_GENDER = "described-gender"  # of two ways: its rows stand for themselves
Someone = tuple[object, ...]  # equal for those who are counted as one


def is_of_people(id: str) -> bool:
    """Whether a table counts people, not mentions or words."""
    return id in _ONE_WAY or id in _TWO_WAYS or id.startswith(_DESCRIBED)


def is_of_words_for_people(id: str) -> bool:
    """Whether a table holds one kind of what words say of people, against everybody."""
    return id.startswith(_DESCRIBED) and id != _BY_GENDER


def someone_of(reports: Sequence[Report], *, same_names: bool) -> list[Callable[[int], Someone]]:
    """For each report, who a person of it is among all: a public figure is the same everywhere.

    ``same_names``: so is everybody of the same name. It may be somebody else, so only thresholds are judged by it.
    """
    return [_in_one(number, report, same_names) for number, report in enumerate(reports)]


def _in_one(number: int, report: Report, same_names: bool) -> Callable[[int], Someone]:
    figures = _persons(report, counts_of(tables_of(report.representation), "figures"))

    def who(person: int) -> Someone:
        label = report.people.persons[person].label
        if person in figures:
            return ("figure", _figure(label))
        if same_names and report.people.persons[person].named:
            return ("name", fold(label))
        return (number, person)

    return who


def _figure(label: str) -> str:
    """The full name by which "Newton" is known; what stands there, where ordinary people bear that name too."""
    known = find(label)
    return known.name if known else fold(label)


def _persons(report: Report, counts: Iterable[Count]) -> set[int]:
    return {report.people.mentions[index].person for count in counts for index in count.mentions}


def people_added(
    id: str, parts: Iterable[tuple[int, Table]], reports: Sequence[Report], who: Sequence[Callable[[int], Someone]]
) -> Table:
    """A table of people over several reports (by number). Whoever is counted as one stands where first met."""
    cells: dict[tuple[str, str], set[Someone]] = {}
    where: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    stands: dict[tuple[str, Someone], tuple[str, str]] = {}
    for number, table in parts:
        for count in table.counts:
            cell = count.label, count.by
            cells.setdefault(cell, set())
            for person in _persons(reports[number], [count]):
                one = who[number](person)
                if stands.setdefault(("" if id in _ONE_WAY else count.label, one), cell) == cell:
                    cells[cell].add(one)
                    where[cell][number] = None
    rows: Counter[str] = Counter()
    for (label, _), inside in cells.items():
        rows[label] += len(inside)
    total = sum(rows.values())
    return Table(
        id,
        total,
        tuple(
            Count(label, wilson(len(inside), rows[label] if by else total), by=by, reports=tuple(where[label, by]))
            for (label, by), inside in cells.items()
        ),
    )


def of_everybody(described: Table, total: int) -> Table:
    """What words say of people, held against everybody who is counted."""
    counts = (Count(c.label, wilson(c.share.count, total), reports=c.reports) for c in described.counts)
    return Table(described.id, total, tuple(counts))


def by_document(reports: Sequence[Report], wanted: Sequence[int]) -> Table:
    """How many people of a group are in each document: the document is to a library what its parts are to it."""
    names = _names(reports)
    cells: dict[tuple[str, int], int] = {}
    rows: Counter[str] = Counter()
    for number in wanted:
        tables = tables_of(reports[number].representation)
        people = {count.label: [count] for count in counts_of(tables, "people")}
        groups = {"everyone": [count for some in people.values() for count in some]}
        groups |= {gender: people.get(gender, []) for gender in SAID}
        groups |= {group: list(counts_of(tables, _DESCRIBED + group)) for group in DESCRIBED}
        for group, counts in groups.items():
            if size := len(_persons(reports[number], counts)):
                cells[group, number] = size
                rows[group] += size
    found = tuple(
        Count(group, wilson(size, rows[group]), by=names[number], reports=(number,))
        for (group, number), size in cells.items()
        if rows[group] > 1
    )
    return Table("sections", rows["everyone"], found)


def _names(reports: Sequence[Report]) -> list[str]:
    """The names of the reports, with a number where several have the same."""
    seen: Counter[str] = Counter()
    names = []
    for report in reports:
        seen[report.name] += 1
        names.append(report.name if seen[report.name] == 1 else f"{report.name} ({seen[report.name]})")
    return names
