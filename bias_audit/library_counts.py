"""Several reports counted as one: tables are added, and the same patterns are looked for in the sum."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .document_patterns import patterns_in
from .model import Count, Library, Report, Table
from .representation import load_patterns
from .setting_effects import switched_off
from .shares import wilson
from .tables import tables_of

# Tables whose rows mean something inside one document only: its sections, its cover, its hero, what is left out.
_OF_ONE = frozenset({"sections", "parts", "central", "left-out"})


def library_of(reports: Sequence[Report]) -> Library | None:
    """The counts and patterns over all reports; None where there are fewer than two."""
    if len(reports) < 2:
        return None
    tables = merged([tables_of(report.representation) for report in reports])
    off = {id for report in reports for id in switched_off(report.settings)}
    patterns = tuple(p for p in patterns_in({t.id: t for t in tables}, "library") if p.entry not in off)
    named = {pattern.entry for pattern in patterns}
    return Library(tables, patterns, tuple(rule for rule in load_patterns() if rule.id in named))


def merged(documents: Sequence[Mapping[str, Table]]) -> tuple[Table, ...]:
    """The tables of many documents as one of each. A count opens to the documents that it comes from."""
    ids = dict.fromkeys(id for tables in documents for id, table in tables.items() if table.counts)
    return tuple(
        _added(id, [(number, tables[id]) for number, tables in enumerate(documents) if id in tables])
        for id in ids
        if id not in _OF_ONE
    )


def _added(id: str, parts: Iterable[tuple[int, Table]]) -> Table:
    total = 0
    cells: dict[tuple[str, str], int] = defaultdict(int)
    rows: dict[str, int] = defaultdict(int)
    reports: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, table in parts:
        total += table.total
        for count in table.counts:
            key = count.label, count.by
            cells[key] += count.share.count
            rows[count.label] += count.share.count
            if count.share.count:
                reports[key].append(number)
    counts = tuple(
        Count(label, wilson(number, rows[label] if by else total), by=by, reports=tuple(reports[label, by]))
        for (label, by), number in cells.items()
    )
    return Table(id, total, counts)
