"""Tables of counts as the reports show them: rows and columns, and what each number opens."""

from collections.abc import Sequence
from dataclasses import dataclass

from .. import lens_view, wording
from ..framework_view import table_line
from ..model import Count, Dimension, Report, Table

_MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """A table for readers: its columns ("" where it has but one) and rows of counts, None where there is nothing."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Count | None, ...]], ...]
    more: int = 0  # rows that are left out


def shown(tables: tuple[Table, ...]) -> list[Shown]:
    """The tables that readers see, in their order."""
    by_id = {table.id: table for table in tables if any(count.share.count for count in table.counts)}
    return [_shown(by_id[id], caption) for id, caption in wording.TABLES.items() if id in by_id]


def _shown(table: Table, caption: str) -> Shown:
    turned = table.id == "sections"  # parts of the document read better as rows
    columns: dict[str, None] = {}
    rows: dict[str, dict[str, Count]] = {}
    for count in table.counts:
        row, column = (count.by, count.label) if turned else (count.label, count.by)
        columns[column] = None
        rows.setdefault(row, {})[column] = count
    made = tuple((wording.label(row), tuple(cells.get(column) for column in columns)) for row, cells in rows.items())
    names = tuple(wording.label(column) for column in columns)
    return Shown(table.id, caption, names, made[:_MOST_ROWS], max(0, len(made) - _MOST_ROWS))


def count_label(count: Count) -> str:
    """The row and column of a count: "welder, described as he"."""
    parts = (wording.label(count.label), wording.label(count.by) if count.by else "")
    return ", ".join(wording.plain(part) for part in parts if part)


def lines(tables: Sequence[Table]) -> list[str]:
    """The few counts that a terminal shows: jobs, ways into work, public figures."""
    by_id = {table.id: table for table in tables}
    said = [("jobs", "Jobs named"), ("levels", "Levels"), ("routes", "Ways into work"), ("figures", "Public figures")]
    return [f"{title}: {wording.plain(table_line(by_id[id]))}." for id, title in said if id in by_id]


_LENSED: tuple[Dimension, ...] = ("gender", "disability", "race", "religion", "language")


def lenses(report: Report) -> list[tuple[str, tuple[lens_view.Beside, ...]]]:
    """Figures to read beside the counts of people, by dimension; empty where nobody was counted."""
    profile = report.settings.profile
    found = [(wording.DIMENSIONS[d], lens_view.beside(report.representation, d, profile)) for d in _LENSED]
    return [(name, figures) for name, figures in found if figures]
