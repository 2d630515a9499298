"""What was found beside the elements of frameworks as HTML: numbers open what they counted. Pure; all is escaped."""

from collections.abc import Callable, Sequence

from ..framework_view import NOTE, Answer, Line
from ..model import Report
from ..reports import sections
from . import render_counts, texts
from .page_html import esc_inside
from .render import esc, link

_PLACES = 12  # behind a line that are shown
Opens = Callable[[Line], str]  # the counts or the pattern that a line opens, as HTML; "" where there is none


def of_document(report: Report, answers: Sequence[Answer]) -> str:
    """The elements beside one document: places link into it, counts and patterns open their sentences."""
    return _frameworks(answers, (report,), lambda line: _opened(report, line))


def _opened(report: Report, line: Line) -> str:
    if line.pattern is not None:
        return render_counts.opened_pattern(report, line.pattern[1])
    if line.table == "reading":
        return f"<p>{link(texts.TABS['language'], 'language')}</p>"
    return render_counts.opened_table(report, line.table)


def of_all(reports: Sequence[Report], answers: Sequence[Answer], opens: Opens) -> str:
    """The elements beside several documents; names open their document."""
    return _frameworks(answers, reports, opens)


def _frameworks(answers: Sequence[Answer], reports: Sequence[Report], opens: Opens) -> str:
    parts = []
    for framework in dict.fromkeys(answer.framework.id for answer in answers):
        own = [answer for answer in answers if answer.framework.id == framework]
        title = f"{own[0].framework.name} ({own[0].framework.by})"
        folds = "".join(_element(answer, reports, opens) for answer in own)
        parts.append(f'<section class="ba-box"><h2>{esc(title)}</h2>{folds}</section>')
    return f'<p class="ba-small ba-note">{esc(NOTE)}</p>{"".join(parts)}'


def _element(answer: Answer, reports: Sequence[Report], opens: Opens) -> str:
    seen = "".join(f"<li>{_line(line, reports, opens)}</li>" for line in answer.seen)
    not_seen = "".join(f"<li>{esc(line)}</li>" for line in answer.not_seen)
    said = [
        (texts.SEEN, f"<ul>{seen}</ul>" if seen else ""),
        (texts.NOT_SEEN, f"<ul>{not_seen}</ul>" if not_seen else ""),
        (texts.SOFTWARE_CANNOT, esc(answer.element.human)),
    ]
    inside = "".join(f"<dt>{esc(title)}</dt><dd>{body}</dd>" for title, body in said if body)
    return (
        f'<details class="ba-fold"><summary>{esc(answer.element.title)} '
        f'<span class="ba-soft">{esc(texts.seen(len(answer.seen)))}</span></summary>'
        f"<p>{esc(answer.asks)}</p><dl>{inside}</dl></details>"
    )


def _line(line: Line, reports: Sequence[Report], opens: Opens) -> str:
    rows = "".join(f"<li>{esc(row)}</li>" for row in line.rows)
    inside = _places(line, reports) or opens(line)
    head = f"{esc(line.text)}{f'<ul>{rows}</ul>' if rows else ''}"
    if not inside:
        return head
    return f"{head}<details><summary>{esc(texts.OPEN_LINE)}</summary>{inside}</details>"


def _places(line: Line, reports: Sequence[Report]) -> str:
    items = []
    for number, place in line.places[:_PLACES]:
        quote, where = sections.quote(place), sections.place(place) or texts.SHOW_PLACE
        if len(reports) == 1:
            shown = link(where, f"b{place.block}")
        else:
            shown = f"{link(reports[number].name, f'd{number}')}, {esc(where)}"
        items.append(f"<li>{esc_inside(quote.before)}<b>{esc(quote.words)}</b>{esc_inside(quote.after)} {shown}</li>")
    more = len(line.places) - _PLACES
    items += [f"<li>{sections.more(more)}</li>"] if more > 0 else []
    return f"<ul>{''.join(items)}</ul>" if items else ""
