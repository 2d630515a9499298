"""Several reports counted as one, repeats left out, and the same patterns looked for in the sum.

Public figures count once and jobs by title, in however many documents. Somebody else of the same name in two
documents counts twice, but such repeats alone reach no threshold.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .document_patterns import patterns_in
from .jobs import load_occupations
from .library_people import by_document, is_of_people, is_of_words_for_people, of_everybody, people_added, someone_of
from .model import Count, Library, PatternFinding, Report, Table
from .representation import load_patterns
from .setting_effects import switched_off
from .several import Same, once, same_reports
from .shares import wilson
from .tables import tables_of

# Tables whose rows mean something inside one document only: its sections, its hero, what is left out.
_OF_ONE = frozenset({"sections", "central", "left-out"})


def library_of(reports: Sequence[Report], groups: Sequence[Same] | None = None) -> Library | None:
    """The counts and patterns over all reports; None where there are fewer than two.

    ``groups``: those that are the same, where it is known; only the first of each is counted.
    """
    if len(reports) < 2:
        return None
    groups = same_reports(reports) if groups is None else groups
    wanted = once(len(reports), groups)
    tables = merged(reports, wanted)
    patterns = _patterns(reports, wanted, tables) if len(wanted) > 1 else ()
    named = {pattern.entry for pattern in patterns}
    rules = tuple(rule for rule in load_patterns() if rule.id in named)
    return Library(tables, patterns, rules, tuple(group.members for group in groups))


def counted_reports(library: Library, number: int) -> tuple[int, ...]:
    """Which of ``number`` reports are counted in a library of them."""
    return once(number, [Same(members, identical=False) for members in library.same])


def _patterns(reports: Sequence[Report], wanted: Sequence[int], tables: Iterable[Table]) -> tuple[PatternFinding, ...]:
    """What holds of all, and would hold if everybody of the same name were one."""
    off = {id for report in reports for id in switched_off(report.settings)}
    judged = patterns_in(_by_id(merged(reports, wanted, same_names=True)), "library")
    holding = {_about(pattern) for pattern in judged}
    found = patterns_in(_by_id(tables), "library")
    return tuple(p for p in found if p.entry not in off and _about(p) in holding)


def _by_id(tables: Iterable[Table]) -> dict[str, Table]:
    return {table.id: table for table in tables}


def _about(pattern: PatternFinding) -> tuple[str, str, str]:
    first = pattern.counts[0]
    return pattern.entry, first.label, first.by


def merged(reports: Sequence[Report], wanted: Sequence[int], *, same_names: bool = False) -> tuple[Table, ...]:
    """The tables of the ``wanted`` reports as one of each. A count opens to the documents that it comes from.

    ``same_names``: people of one name are one.
    """
    every = {number: tables_of(reports[number].representation) for number in wanted}
    who = someone_of(reports, same_names=same_names)
    ids = dict.fromkeys(id for tables in every.values() for id, table in tables.items() if table.counts)
    made: dict[str, Table] = {}
    for id in ids:
        parts = [(number, tables[id]) for number, tables in every.items() if id in tables]
        if is_of_people(id):
            made[id] = people_added(id, parts, reports, who)
        elif id not in _OF_ONE:
            made[id] = added(id, parts)
    if "levels" in made:
        made["levels"] = _levels(made["jobs"])
    everybody = made["people"].total if "people" in made else 0
    made |= {id: of_everybody(table, everybody) for id, table in made.items() if is_of_words_for_people(id)}
    made |= {"sections": where} if (where := by_document(reports, wanted)).counts else {}
    return tuple(made.values())


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
