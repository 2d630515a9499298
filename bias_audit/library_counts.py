"""Several reports counted as one, repeats left out, and the same patterns looked for in the sum.

Public figures count once and jobs by title, in however many documents. Somebody else of the same name in two
documents counts twice, but such repeats alone reach no threshold.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .document_patterns import patterns_in
from .jobs import load_occupations
from .model import Count, Library, PatternFinding, Report, Table
from .people.counts.library_people import (
    by_document,
    is_of_people,
    is_of_words_for_people,
    of_everybody,
    people_added,
    someone_of,
)
from .representation import load_patterns
from .setting_effects import switched_off
from .several import Same, once, same_reports
from .shares import wilson
from .tables import tables_of

# Tables whose rows mean something inside one document only: its sections, its hero, what is left out.
_OF_ONE = frozenset({"sections", "central", "left-out"})
_Parts = Mapping[str, Sequence[tuple[int, Table]]]  # by the id of a table, what each report (by number) has of it


def library_of(reports: Sequence[Report], groups: Sequence[Same] | None = None) -> Library | None:
    """The counts and patterns over all reports; None where there are fewer than two.

    ``groups``: those that are the same, where it is known; only the first of each is counted.
    """
    if len(reports) < 2:
        return None
    groups = same_reports(reports) if groups is None else groups
    wanted = once(len(reports), groups)
    parts = _parts(reports, wanted)
    tables = _merged(reports, wanted, parts)
    patterns = _patterns(reports, parts, tables) if len(wanted) > 1 else ()
    named = {pattern.entry for pattern in patterns}
    rules = tuple(rule for rule in load_patterns() if rule.id in named)
    return Library(tables, patterns, rules, tuple(group.members for group in groups))


def counted_reports(library: Library, number: int) -> tuple[int, ...]:
    """Which of ``number`` reports are counted in a library of them."""
    return once(number, [Same(members, identical=False) for members in library.same])


def _patterns(reports: Sequence[Report], parts: _Parts, tables: Iterable[Table]) -> tuple[PatternFinding, ...]:
    """What holds of all, and would hold if everybody of the same name were one."""
    off = {id for report in reports for id in switched_off(report.settings)}
    by_id = {table.id: table for table in tables}
    judged = patterns_in(by_id | _of_people(reports, parts, same_names=True), "library")
    holding = {_about(pattern) for pattern in judged}
    return tuple(p for p in patterns_in(by_id, "library") if p.entry not in off and _about(p) in holding)


def _about(pattern: PatternFinding) -> tuple[str, str, str]:
    first = pattern.counts[0]
    return pattern.entry, first.label, first.by


def merged(reports: Sequence[Report], wanted: Sequence[int]) -> tuple[Table, ...]:
    """The tables of the ``wanted`` reports as one of each. A count opens to the documents that it comes from."""
    return _merged(reports, wanted, _parts(reports, wanted))


def _parts(reports: Sequence[Report], wanted: Sequence[int]) -> _Parts:
    every = {number: tables_of(reports[number].representation) for number in wanted}
    ids = dict.fromkeys(id for tables in every.values() for id, table in tables.items() if table.counts)
    return {id: [(number, tables[id]) for number, tables in every.items() if id in tables] for id in ids}


def _merged(reports: Sequence[Report], wanted: Sequence[int], parts: _Parts) -> tuple[Table, ...]:
    people = _of_people(reports, parts, same_names=False)
    made = {id: people.get(id) or added(id, some) for id, some in parts.items() if id not in _OF_ONE}
    if "levels" in made:
        made["levels"] = _levels(made["jobs"])
    made |= {"sections": where} if (where := by_document(reports, wanted)).counts else {}
    return tuple(made.values())


def _of_people(reports: Sequence[Report], parts: _Parts, *, same_names: bool) -> dict[str, Table]:
    """The tables of people. ``same_names``: people of one name are one."""
    who = someone_of(reports, same_names=same_names)
    made = {id: people_added(id, some, reports, who) for id, some in parts.items() if is_of_people(id)}
    everybody = made["people"].total if "people" in made else 0
    return {id: of_everybody(table, everybody) if is_of_words_for_people(id) else table for id, table in made.items()}


def added(id: str, parts: Iterable[tuple[int, Table]]) -> Table:
    """Tables of mentions, words or pictures, by the number of their report, as one."""
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


def _levels(jobs: Table) -> Table:
    """Jobs by level, each title once in however many documents."""
    titles: Mapping[str, list[Count]] = defaultdict(list)
    for job in jobs.counts:
        titles[load_occupations().by_title[job.label].level].append(job)
    rows = sorted(titles.items(), key=lambda item: (-len(item[1]), item[0]))
    total = len(jobs.counts)
    return Table(
        "levels",
        total,
        tuple(
            Count(level, wilson(len(some), total), reports=tuple(sorted({n for job in some for n in job.reports})))
            for level, some in rows
        ),
    )
