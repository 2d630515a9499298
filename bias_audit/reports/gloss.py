"""The gloss box: subject words of a document that mean something else every day, to hand out or to edit."""

import csv
import io

from ..model import Report
from ..wording import plain

COLUMNS = ("Word", "Every day", "In this subject", "Times")


def rows(report: Report) -> list[tuple[str, str, str, str]]:
    """A row for each word, the commonest first; then the long words that wait for an explanation of their own."""
    reading = report.reading
    return [(plain(t.word), t.everyday, t.subject, str(t.count)) for t in (*reading.many_meanings, *reading.hard_words)]


def as_markdown(report: Report) -> str:
    """A table for a worksheet; empty cells are for the author to fill."""
    lines = [f"| {' | '.join(cells)} |" for cells in (COLUMNS, ("---",) * len(COLUMNS), *rows(report))]
    return "\n".join(lines) + "\n"


def as_csv(report: Report) -> str:
    """The same for a spreadsheet."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([COLUMNS, *rows(report)])
    return out.getvalue()
