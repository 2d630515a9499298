"""The page of several files as HTML. Pure; whatever comes from a document is escaped here."""

from collections.abc import Sequence

from .. import wording
from ..framework_view import Line, table_line
from ..library_counts import counted_reports
from ..model import Count, Failure, Library, PatternFinding, Report
from ..ordering import Turn
from ..reports import count_tables, sections
from ..reports.count_tables import Shown
from ..reports.html import sentences
from ..several import Same, Total
from ..shares import PERCENT_FROM
from ..wording import counted, listed, opening
from . import page_texts as texts
from .page_html import esc_inside
from .render import esc, link
from .render_card import pattern_card

_SENTENCES = 12  # of a number that is opened


def files(turns: Sequence[Turn], reports: Sequence[Report]) -> str:
    """A table of the files in the order in which to look at them; a name opens its document."""
    heads = "".join(f'<th scope="col">{esc(column)}</th>' for column in texts.COLUMNS)
    rows = []
    for turn in turns:
        report = reports[turn.index]
        levels = "".join(
            f'<span class="s{n}">{wording.SHAPES[n]} {number} {esc(texts.FILES_TYPES[n])}</span>'
            for n, number in turn.levels
            if number
        )
        rows.append(
            f'<tr><th scope="row">{link(report.name, f"d{turn.index}")}'
            f'<span class="ba-soft">{esc(turn.reason)}</span></th>'
            f'<td class="ba-levels">{levels or esc(texts.NONE_FOUND)}</td>{_number(report.words, 2)}'
            f"{_number(_people(report), 3)}{_number(len(report.strengths), 4)}</tr>"
        )
    return (
        f'<div class="ba-scroll"><table class="ba-table"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _number(number: int, column: int) -> str:
    """A number; on a phone, where the table has no head, with the name of its column."""
    return f'<td class="n">{number:,}<span class="ba-phone"> {esc(texts.COLUMNS[column].lower())}</span></td>'


def _people(report: Report) -> int:
    return max((c.share.total for c in report.representation.described_as), default=0)


def not_checked(failed: Sequence[Failure]) -> str:
    """The files that could not be checked, with the reason of each."""
    items = []
    for one in failed:
        name, said = sections.failure(one)
        items.append(f"<li><b>{esc(name)}</b>{esc(said)}</li>")
    title = f"✕ {esc(texts.NOT_CHECKED)}: {len(items)}"
    return f'<div class="ba-box ba-failed"><h2>{title}</h2><ul>{"".join(items)}</ul></div>'


def repeated(groups: Sequence[Same], names: Sequence[str]) -> str:
    """Files that are the same, by group."""
    items = "".join(
        f"<li>{listed(f'<b>{esc(names[index])}</b>' for index in group.members)}: "
        f"{esc(texts.SAME_FILE if group.identical else texts.SAME_WORDS)}</li>"
        for group in groups
    )
    return f'<div class="ba-box"><h2>{esc(texts.SAME)}</h2><ul>{items}</ul></div>'


def people_in_all(totals: Sequence[Total], reports: Sequence[Report]) -> str:
    """How people are described over all files; each number opens its files and sentences."""
    total = max((one.share.total for one in totals), default=0)
    if not total:
        return f'<div class="ba-box"><h2>{esc(texts.PEOPLE_IN_ALL)}</h2><p>{esc(texts.NOBODY)}</p></div>'
    described = dict(wording.GENDER_WORDS)
    rows = []
    for one in totals:
        if not one.share.count and one.label not in ("she", "he"):
            continue
        words = described.get(one.label, one.label)  # type: ignore[call-overload]
        words = f"described {words}" if words.startswith(("as ", "in ")) else words
        rows.append(
            f'<tr><th scope="row">{esc(opening(words))}</th><td class="n">{wording.share(one.share)}</td>'
            f"<td>{_opened(one, reports)}</td></tr>"
        )
    bar = "".join(
        f'<i class="p{n}" style="flex-grow:{one.share.count}"></i>' for n, one in enumerate(totals) if one.share.count
    )
    heads = "".join(f'<th scope="col">{esc(head)}</th>' for head in texts.PEOPLE_HEADS)
    few = f"<p>{esc(wording.TOO_FEW)}</p>" if total < PERCENT_FROM else ""
    return (
        f'<div class="ba-box"><h2>{esc(texts.PEOPLE_IN_ALL)}: {total:,}</h2>'
        f'<div class="ba-bar" aria-hidden="true">{bar}</div>'
        f'<table class="ba-counts"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>{few}'
        f'<p class="ba-small">{esc(wording.SEVERAL_NOTE)}</p></div>'
    )


def _opened(one: Total, reports: Sequence[Report]) -> str:
    """The files of a number, and the sentences of each."""
    if not one.parts:
        return ""
    items = []
    for index, count in one.parts:
        found = sentences(reports[index], count)
        quotes = "".join(
            f'<li><span class="ba-soft">{esc(where)}:</span> {esc_inside(q.before)}<b>{esc(q.words)}</b>'
            f"{esc_inside(q.after)}</li>"
            for where, q in found[:_SENTENCES]
        )
        rest = f"<li>{sections.more(len(found) - _SENTENCES)}</li>" if len(found) > _SENTENCES else ""
        items.append(
            f"<li>{link(reports[index].name, f'd{index}')}: {count.share.count:,} of {count.share.total:,}"
            f"<ul>{quotes}{rest}</ul></li>"
        )
    return f"<details><summary>{counted(len(items), 'file')}</summary><ul>{''.join(items)}</ul></details>"


# --- all files together -------------------------------------------------------------------------


def patterns(library: Library, reports: Sequence[Report]) -> str:
    """What only all files together show, each pattern with its counts and the files of each."""
    rules = sections.rules_by_id(library)
    cards = "".join(
        pattern_card(one, sections.rule_of(rules, one.entry), _counts(one, reports)) for one in library.patterns
    )
    if not cards:
        said = texts.NO_PATTERN if len(counted_reports(library, len(reports))) > 1 else texts.ONE_FILE
        cards = f"<p>{esc(said)}</p>"
    return f'<div class="ba-box"><h2>{esc(texts.OVER_ALL)}</h2>{cards}</div>'


def _counts(pattern: PatternFinding, reports: Sequence[Report]) -> str:
    """The counts of a pattern over all files, each with its files."""
    return _rows(pattern.entry, [(count_tables.count_label(count), count) for count in pattern.counts], reports)


def _rows(id: str, named: Sequence[tuple[str, Count]], reports: Sequence[Report]) -> str:
    """Counts of the table or pattern ``id`` by name, each with its files."""
    rows = "".join(
        f'<tr><th scope="row">{esc(opening(name))}</th><td class="n">{count_tables.said(id, count.share)}</td>'
        f"<td>{_files(count, reports)}</td></tr>"
        for name, count in named
    )
    heads = "".join(f'<th scope="col">{esc(head)}</th>' for head in texts.COUNT_HEADS)
    return f'<table class="ba-counts"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _files(count: Count, reports: Sequence[Report]) -> str:
    """Links to the files of a count, folded away where there are several."""
    names = [link(reports[index].name, f"d{index}") for index in count.reports]
    if len(names) < 2:
        return "".join(names)
    items = "".join(f"<li>{name}</li>" for name in names)
    return f"<details><summary>{counted(len(names), 'file')}</summary><ul>{items}</ul></details>"


def more_counts(library: Library, reports: Sequence[Report]) -> str:
    """Every other table over all files, folded away to a line each; its numbers open their files."""
    tables = {table.id: table for table in library.tables}
    folds = "".join(
        f'<details class="ba-fold"><summary>{esc(one.caption)} <span class="ba-soft">'
        f"{esc(table_line(tables[one.id]) if one.columns == ('',) else '')}</span></summary>{_table(one, reports)}"
        "</details>"
        for one in count_tables.over_all(library)
        if one.id != "people"
    )
    return f'<section class="ba-box"><h2>{esc(texts.MORE_COUNTS)}</h2>{folds}</section>' if folds else ""


def _table(shown: Shown, reports: Sequence[Report]) -> str:
    named = [
        (label if not column else f"{column}, {label}" if shown.id == "sections" else f"{label}, {column}", count)
        for label, cells in shown.rows
        for column, count in zip(shown.columns, cells, strict=True)
        if count and count.share.count
    ]
    return _rows(shown.id, named, reports)


def opened(line: Line, library: Library, reports: Sequence[Report]) -> str:
    """The counts that a line of a framework rests on, each with its files; "" where there are none."""
    if line.pattern is not None:
        report, index = line.pattern
        if report >= 0:
            return f"<p>{link(reports[report].name, f'd{report}')}</p>"
        return _counts(library.patterns[index], reports)
    return "".join(_table(one, reports) for one in count_tables.over_all(library) if one.id == line.table)
