"""The report as one HTML file that needs nothing else: no script, no request, readable in print."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from .. import wording
from ..framework_view import NOTE, Line, framework_view
from ..model import Count, Report, Results
from ..shares import percent
from ..tables import opened
from . import count_tables, people_lines, sections, who
from .picture_rows import picture_rows

FOLDER = "reports"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("bias_audit", FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    environment.filters.update(guard=wording.guard, opening=wording.opening)
    environment.globals.update(
        wording=wording,
        sections=sections,
        people_lines=people_lines,
        who=who,
        sentences=sentences,
        tables=count_tables,
        framework_view=framework_view,
        framework_note=NOTE,
        target=target,
        total=total,
        person_counts=person_counts,
        percent=percent,
        picture_rows=picture_rows,
    )
    return environment


def _shown(value: object) -> object:
    """Every string is cleaned of control characters on its way out; escaping comes after."""
    return wording.plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def write(results: Results) -> str:
    """One self-contained page: a section for each document, and first a table when there are several."""
    environment = _environment()
    loader = environment.loader
    assert loader is not None
    style = loader.get_source(environment, "report.css")[0]
    return environment.get_template("report.html.jinja").render(
        results=results, style=Markup(style), several=len(results.reports) + len(results.failures) > 1
    )


def sentences(report: Report, count: Count) -> list[tuple[str, sections.Quote]]:
    """What a number opens: place and sentence of each mention and place behind it, each sentence once."""
    seen: dict[tuple[str, str], tuple[str, sections.Quote]] = {}
    for occurrence in opened(count, report.people, report.representation):
        key = (occurrence.place.label, occurrence.sentence)
        seen.setdefault(key, (sections.place(occurrence), sections.quote(occurrence)))
    return list(seen.values())


_OWN_SECTION = {"people": "people", "pictures": "pictures", "reading": "reading"}


def target(document: str, line: Line) -> str:
    """Where on the page the counts or the pattern of a line stand: "d1-routes"; ``document`` is "all" or "d1".

    "" where it opens none. What is said of reading stands with each document, and all documents' with none.
    """
    if line.pattern is not None:
        report, index = line.pattern
        where = document if document != "all" or report < 0 else f"d{report + 1}"
        return f"{where}p{index}"
    if not line.table or (document == "all" and line.table == "reading"):
        return ""
    return f"{document}-{line.table if document == 'all' else _OWN_SECTION.get(line.table, line.table)}"


def person_counts(report: Report) -> list[tuple[str, Count]]:
    """The counts of people with the words a reader sees: all of them, then the named ones."""
    words: dict[str, str] = {str(key): text for key, text in wording.GENDER_WORDS.items()}

    def label(count: Count) -> str:
        text = words.get(count.label, count.label)
        return f"described {text}" if text.startswith(("as ", "in ")) else text

    representation = report.representation
    return [
        *((label(c), c) for c in representation.described_as if c.share.count or c.label in ("she", "he")),
        *((label(count), count) for count in representation.named),
    ]


def total(results: Results) -> str:
    """ "3 documents, 2,410 words"."""
    documents = wording.counted(len(results.reports), "document")
    return f"{documents}, {wording.counted(sum(report.words for report in results.reports), 'word')}"
