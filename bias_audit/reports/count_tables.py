"""Tables of counts as the reports show them: rows and columns, and what each number opens."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .. import lens_view, wording
from ..framework_view import table_line
from ..library_counts import counted_reports
from ..model import Count, Library, Report, Results, Share, Table
from ..shares import JUDGE_FROM, PERCENT_FROM, say
from ..tables import holding
from . import people_lines

_MOST_ROWS = 60
_NAMES = 3  # of documents that a line names
# Counts of a library that a document shows in other ways. They come first.
_OVER_ALL = {
    "people": "People, as described",
    "pairs": wording.TABLES["pairs"],
    "pictures": "Pictures and their alt text",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A table for readers: its columns ("" where it has but one) and rows of counts, None where there is nothing."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Count | None, ...]], ...]
    more: int = 0  # rows that are left out
    main: bool = False  # of a library: comes before its patterns


def shown(tables: tuple[Table, ...]) -> list[Shown]:
    """The tables that readers see, in their order."""
    by_id = holding(tables)
    return [_shown(by_id[id], caption) for id, caption in wording.TABLES.items() if id in by_id]


def over_all(library: Library) -> list[Shown]:
    """The tables of all documents together, the main ones first."""
    by_id = holding(library.tables)
    captions = _OVER_ALL | wording.TABLES
    return [replace(_shown(by_id[id], c), main=id in _OVER_ALL) for id, c in captions.items() if id in by_id]


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
    by_id = holding(tables)
    said = [("jobs", "Jobs named"), ("levels", "Levels"), ("routes", "Ways into work"), ("figures", "Public figures")]
    return [f"{title}: {wording.plain(table_line(by_id[id]))}." for id, title in said if id in by_id]


def number(id: str, share: Share) -> str:
    """A number of the table or pattern ``id`` in a cell: "3 of 7", "12 of 40, 30%", "11 in 2,300 words"."""
    return wording.rate(share) if id in wording.OF_WORDS else say(share)


def said(id: str, share: Share) -> str:
    """The same with the range of a percentage."""
    return wording.rate(share) if id in wording.OF_WORDS else wording.share(share)


def few(shown: Shown) -> str:
    """What to say under a table of which a row, or the whole, holds too few; "" where all hold enough."""
    totals = [count.share.total for _, cells in shown.rows for count in cells if count]
    return wording.TOO_FEW_TO_JUDGE if min(totals, default=JUDGE_FROM) < JUDGE_FROM else ""


def learners(report: Report) -> str:
    """ "Our learners, as typed in: girls 48.5%."; "" where nothing was typed in."""
    groups = ", ".join(f"{wording.plain(name)} {share:g}%" for name, share in report.settings.profile.learners)
    return f"{wording.OUR_LEARNERS}: {groups}." if groups else ""


def library_lines(library: Library) -> list[str]:
    """The same of all documents, with what is said of people, pairs and pictures first."""
    by_id = holding(library.tables)
    said = []
    if people := by_id.get("people"):
        parts = people_lines.described(tuple((count.label, count.share) for count in people.counts))
        few = f" {wording.TOO_FEW}" if people.total < PERCENT_FROM else ""
        said.append(f"{wording.counted(people.total, 'person', 'people')}: {', '.join(parts)}.{few}")
    if named := by_id.get("named"):
        said.append(f"{wording.opening(wording.plain(table_line(named)))}.")
    titles = {"pairs": "Pairs", "pictures": "Pictures"}
    said += [f"{title}: {wording.plain(table_line(by_id[id]))}." for id, title in titles.items() if id in by_id]
    return said + lines(library.tables)


def same_lines(results: Results) -> list[str]:
    """Which documents repeat one another, and that only the first of them is counted."""
    if not results.library:
        return []
    names = [report.name for report in results.reports]
    found = [wording.listed(wording.plain(names[index]) for index in group) for group in results.library.same]
    left = len(counted_reports(results.library, len(names)))
    only = " So there is one document only, and nothing to compare." if left == 1 else ""
    return [f"{one} hold the same, or nearly the same words: only the first is counted.{only}" for one in found]


def documents(count: Count, reports: Sequence[Report]) -> str:
    """ "a.docx, b.docx and 4 more documents": where a count of a library comes from."""
    names = [wording.plain(reports[index].name) for index in count.reports]
    if len(names) <= _NAMES + 1:
        return wording.listed(names)
    return f"{', '.join(names[:_NAMES])} and {wording.counted(len(names) - _NAMES, 'more document')}"


def lenses(report: Report) -> list[tuple[str, tuple[lens_view.Beside, ...]]]:
    """Figures to read beside the counts, by dimension; empty where nothing was counted."""
    found = [(wording.DIMENSIONS[d], lens_view.beside(report.representation, d)) for d in lens_view.LENSED]
    return [(name, figures) for name, figures in found if figures]


def lens_notes(topics: Sequence[tuple[str, Sequence[lens_view.Beside]]]) -> dict[str, str]:
    """What each lens means, said once for all dimensions."""
    return {one.lens: one.note for _, figures in topics for one in figures}


def besides(one: lens_view.Beside) -> list[str]:
    """What is said under the figures of a lens."""
    unknown = f"{wording.NO_FIGURE}: {'; '.join(one.unknown)}." if one.unknown else ""
    titles = f"{'Source' if len(one.sources) == 1 else 'Sources'}: {'; '.join(one.sources)}." if one.sources else ""
    return [line for line in (one.few, unknown, titles) if line]
