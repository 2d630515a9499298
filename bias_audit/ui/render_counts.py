"""Counts as plain charts whose numbers are words, too, and open what they counted. Pure; all is escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from .. import wording
from ..framework_view import table_line
from ..model import Count, GenderWords, Occurrence, Report
from ..reports import count_tables, sections
from ..reports.count_tables import Shown
from ..shares import PERCENT_FROM, bounds, percent
from ..tables import opened
from ..wording import opening
from . import texts
from .render import esc, link

_SENTENCES = 20  # of a number that is opened, at once
_MOST_SENTENCES = 400  # behind it, so that the page of a whole book stays light; a report has them all
_COLOURS = 5  # parts of a bar that a reader can tell apart
_GENDERS: tuple[GenderWords, ...] = ("she", "he", "they", "more than one", "not stated")
_ORDER = {wording.label(gender): place for place, gender in enumerate(_GENDERS)}
_BY_ITSELF = "people"  # the id of how people are described, which is no table of the report


def people(report: Report) -> str:
    """How people are described: a bar for each way, its interval, its sentences."""
    counts = [c for c in report.representation.described_as if c.share.count or c.label in ("she", "he")]
    rows = tuple((wording.label(count.label), (count,)) for count in counts)
    return _rows(report, Shown(_BY_ITSELF, "", ("",), rows))


def charts(report: Report, ids: Sequence[str]) -> str:
    """The tables of these ids that hold anything, each in a box of its own, in this order."""
    return beside_each_other(
        (
            f'<section class="ba-box ba-chart"><h2>{esc(one.caption)}</h2>{_rows(report, one)}</section>',
            len(one.rows) + 2,
        )
        for one in _shown(report, ids)
    )


def beside_each_other(boxes: Iterable[tuple[str, int]]) -> str:
    """Boxes, each with its height in lines, in two columns of much the same height; "" without any."""
    columns: tuple[list[str], list[str]] = ([], [])
    heights = [0, 0]
    for html, lines in boxes:
        shorter = heights.index(min(heights))
        columns[shorter].append(html)
        heights[shorter] += lines
    inside = "".join(f"<div>{''.join(column)}</div>" for column in columns if column)
    return f'<div class="ba-charts">{inside}</div>' if inside else ""


def _shown(report: Report, ids: Sequence[str]) -> list[Shown]:
    found = {one.id: one for one in count_tables.shown(report.representation.tables)}
    return [found[id] for id in ids if id in found]


def folded(report: Report, ids: Sequence[str]) -> str:
    """The same, folded away to a line each; "" without any."""
    tables = {table.id: table for table in report.representation.tables}
    parts = [
        f'<details class="ba-fold"><summary>{esc(one.caption)} <span class="ba-soft">'
        f"{esc('' if _crossed(one) else table_line(tables[one.id]))}</span></summary>{_rows(report, one)}</details>"
        for one in _shown(report, ids)
    ]
    return f'<section class="ba-box ba-chart"><h2>{texts.MORE_COUNTS}</h2>{"".join(parts)}</section>' if parts else ""


def _rows(report: Report, shown: Shown) -> str:
    counts = [count for _, cells in shown.rows for count in cells if count]
    totals = {count.share.total for count in counts}
    few = max(totals, default=0) < PERCENT_FROM
    most = max((sum(c.share.count for c in cells if c) for _, cells in shown.rows), default=0)
    items = []
    for label, cells in _in_order(shown):
        here = sorted(
            ((name, count) for name, count in zip(shown.columns, cells, strict=True) if count and count.share.count),
            key=lambda item: _ORDER.get(item[0], len(_ORDER)),
        )
        crossed = _crossed(shown)
        bar, said = (_parts(shown, here, most), _numbers(shown, here)) if crossed else _alone(shown.id, cells[0])
        items.append(_row(report, label, bar, said, here))
    notes = [texts.COUNTED[shown.id]] if shown.id in texts.COUNTED else []
    fewest = count_tables.few(shown) or (wording.TOO_FEW if few else "")
    notes += [fewest] if fewest and shown.id != _BY_ITSELF else []  # there, the line above says it
    notes += [texts.more_rows(shown.more)] if shown.more else []
    said = f'<p class="ba-small">{esc(" ".join(notes))}</p>' if notes else ""
    short = "" if _crossed(shown) or not few else " ba-short"
    return f'<ul class="ba-rows{short}">{"".join(items)}</ul>{said}'


def opened_table(report: Report, id: str) -> str:
    """The rows of one table of a report, each of which opens; "" where it has no such table."""
    if id == _BY_ITSELF:
        return people(report)
    if id == "pairs":
        return f"<ul>{''.join(f'<li>{_quote(pair.place)}</li>' for pair in report.representation.pairs)}</ul>"
    if id == "pictures":
        counts = [count for count in report.representation.pictures if count.share.count]
        return _rows(report, Shown(id, "", ("",), tuple((count.label, (count,)) for count in counts)))
    return "".join(_rows(report, one) for one in _shown(report, [id]))


def opened_pattern(report: Report, index: int) -> str:
    """The places of a pattern; its counts, each of which opens, where it has no places of its own."""
    found = report.patterns[index]
    if found.places:
        return places(found.places)
    rows = tuple((count_tables.count_label(count), (count,)) for count in found.counts)
    return _rows(report, Shown(found.entry, "", ("",), rows)) if rows else ""


def _crossed(shown: Shown) -> bool:
    return shown.columns != ("",)


def _in_order(shown: Shown) -> Sequence[tuple[str, tuple[Count | None, ...]]]:
    """The rows as they come; ways of describing people always in the same order."""
    if all(label in _ORDER for label, _ in shown.rows):
        return sorted(shown.rows, key=lambda row: _ORDER[row[0]])
    return shown.rows


def _row(report: Report, label: str, bar: str, said: str, cells: Sequence[tuple[str, Count]]) -> str:
    line = (
        f'<span class="ba-name">{esc(opening(label))}</span> '
        f'<span class="ba-track" aria-hidden="true">{bar}</span> <span class="ba-said">{said}</span>'
    )
    inside = "".join(_sentences(report, name, count) for name, count in cells)
    if not inside:
        return f"<li><div>{line}</div></li>"
    return f'<li><details><summary>{line}</summary><div class="ba-opened">{inside}</div></details></li>'


def _alone(id: str, count: Count | None) -> tuple[str, str]:
    """A bar with its interval as a thin line where there are enough to bear one, and its number in words."""
    if count is None:
        return "", ""
    share = count.share
    line = ""
    if share.total >= PERCENT_FROM:
        low, high = bounds(share)
        line = f'<s style="left:{low}%;width:{high - low}%"></s>'
    return f'<i class="p0" style="width:{percent(share)}%"></i>{line}', count_tables.said(id, share)


def _parts(shown: Shown, cells: Sequence[tuple[str, Count]], most: int) -> str:
    """A bar in parts, as long as the row is against the longest; groups that overlap are no parts of a whole."""
    whole = sum(count.share.count for _, count in cells)
    parts = "".join(
        f'<i class="{_colour(shown, name)}" style="width:{100 * count.share.count / most:.1f}%"></i>'
        for name, count in cells
    )
    return parts if all(count.share.total == whole for _, count in cells) else ""


def _numbers(shown: Shown, cells: Sequence[tuple[str, Count]]) -> str:
    """Every part as a number and its words, with the colour of its part of the bar."""
    dot = '<i class="{}" aria-hidden="true"></i>'
    return " ".join(
        f"<span>{dot.format(_colour(shown, name))}<b>{count.share.count:,}</b> {esc(name)}</span>"
        for name, count in cells
    )


def _colour(shown: Shown, column: str) -> str:
    place = _ORDER.get(column, shown.columns.index(column))
    return f"p{place}" if place < _COLOURS else f"p{_COLOURS - 1}"


def _sentences(report: Report, name: str, count: Count) -> str:
    """What a number counted: its share, and every sentence with a link to its place; or its pictures."""
    found = list(opened(count, report.people, report.representation))
    items = [f"<li>{link(texts.picture(index + 1), f'i{index}')}</li>" for index in count.pictures]
    if not (found or items):
        return ""
    title = f"<p><b>{esc(opening(name))}</b>: {wording.share(count.share)}</p>" if name else ""
    return f"{title}<ul>{''.join(items)}</ul>" if items else f"{title}{places(found)}"


def places(found: Sequence[Occurrence]) -> str:
    """Sentences with a link to each: the first at once, the rest behind a line of their own."""
    shown = [f"<li>{_quote(one)}</li>" for one in found[:_MOST_SENTENCES]]
    rest = shown[_SENTENCES:]
    if len(found) > _MOST_SENTENCES:
        rest.append(f"<li>{texts.more_in_report(len(found) - _MOST_SENTENCES)}</li>")
    more = f"<details><summary>{sections.more(len(found) - _SENTENCES)}</summary><ul>{''.join(rest)}</ul></details>"
    return f"<ul>{''.join(shown[:_SENTENCES])}</ul>{more if rest else ''}"


def _quote(one: Occurrence) -> str:
    quote = sections.quote(one)
    where = link(sections.place(one) or texts.SHOW_PLACE, f"b{one.block}")
    return f"{escape(quote.before)}<b>{escape(quote.words)}</b>{escape(quote.after)} {where}"


def _list(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{esc(opening(line))}</li>' for line in lines)}</ul>" if lines else ""


def beside(report: Report) -> str:
    """Figures to read beside the counts: our learners' as typed in, and by topic the nation's and the field's."""
    learners = report.settings.profile.learners
    groups = "".join(f"<li>{esc(name)}: {share:g}%</li>" for name, share in learners)
    ours = f"<p><b>{wording.OUR_LEARNERS}</b></p><ul>{groups}</ul>" if learners else ""
    topics = []
    for topic, lenses in count_tables.lenses(report):
        said = "".join(
            f"<dt>{esc(opening(one.lens))}</dt><dd>{esc(one.note)}"
            f"{_list(one.figures)}{''.join(f'<p>{esc(line)}</p>' for line in count_tables.besides(one))}</dd>"
            for one in lenses
        )
        topics += [f'<details class="ba-fold"><summary>{esc(topic)}</summary><dl>{said}</dl></details>'] if said else []
    if not ours and not topics:
        return ""
    note = f'<p class="ba-small">{texts.FIGURES_NOTE}</p>'
    return f'<section class="ba-box"><h2>{texts.FIGURES_BESIDE}</h2>{ours}{"".join(topics)}{note}</section>'
