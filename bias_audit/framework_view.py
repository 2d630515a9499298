"""A framework's elements answered from reports: what was seen, what was not, what software cannot tell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .framework_reading import READING
from .frameworks import Element, Framework, load_frameworks
from .library_counts import counted_reports, library_of
from .model import Count, Finding, Library, Occurrence, PatternFinding, Report, Rule, Table
from .tables import tables_of
from .wording import TABLES, counted, label

MOST = 6  # lines of a kind for one element
_ROWS = 4  # of a table that are named
NOTE = (
    "What the words have to say to each element; the judgement is yours. Where no strength or no wording is listed, "
    "the tool saw none: that is no proof that there is none."
)
# The tables and patterns that counts of frameworks.yaml rest on. What is neither here nor in READING is not counted.
MEASURES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "M01": (("people",), ("gender/people-mostly-one",)),
    "M02": ((), ()),  # shown with M01
    "M03": (("named", "figures"), ("gender/named-mostly-one", "gender/list-of-men")),
    "M04": (("jobs-gender",), ("gender/job-of-one",)),
    "M05": (("levels",), ("pathways/job-levels",)),
    "M06": (("routes",), ("pathways/one-route",)),
    "M07": (("acts",), ("gender/who-acts",)),
    "M08": (("grammar",), ("gender/who-is-subject",)),
    "M09": (("speech",), ("gender/quoted-mostly-one",)),
    "M10": (("designations",), ("gender/how-named",)),
    "M11": (("pairs",), ("gender/pair-order",)),
    "M12": (("figures",), ("pathways/past-only",)),
    "M13": (("sections",), ("intersection/in-one-section",)),
    "M14": (("parts",), ("gender/cover-and-body",)),
    "M15": (("places", "surroundings"), ("rurality/not-here",)),
    "M16": (("place-contexts",), ("race/places-of-hardship",)),
    "M17": (("festivals",), ("religion/one-tradition",)),
    "M18": (("families",), ("family/one-kind-of-family",)),
    "M19": (("costs",), ("poverty/costs-without-another-way",)),
    "M20": (("contexts",), ("pathways/one-context",)),
    "M21": (("talk",), ("ability/talent-talk",)),
    "M22": (("difficulty",), ("ability/easy-and-hard",)),
    "M28": (("disability-mode",), ("disability/seldom-acting",)),
    "M29": (("pictures",), ()),
    "M33": (("described-gender",), ()),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer, and what it opens: places (with the number of their report), a table, or a pattern.

    ``rows``: of a table of two ways, in words. ``table``: the id of a table, or "reading" for what is said of
    language and access. ``pattern``: the number of its report and its own; -1 for the report: over all documents.
    """

    text: str
    rows: tuple[str, ...] = ()
    places: tuple[tuple[int, Occurrence], ...] = ()
    table: str = ""
    pattern: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An element with the lines that answer it; ``asks`` is in the wording of the setting."""

    element: Element
    framework: Framework
    asks: str
    seen: tuple[Line, ...]
    not_seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Material:
    """What answers rest on: the reports that are counted, with their numbers, and what all of them show."""

    reports: tuple[tuple[int, Report], ...]
    library: Library | None
    tables: Mapping[str, Table]
    rules: Mapping[str, Rule]


_Counted = tuple[list[Table], str]


def framework_view(reports: Sequence[Report], library: Library | None = None) -> tuple[Answer, ...]:
    """Every element, for one report or several together. It answers nothing by itself: people do.

    ``library``: of these reports, where it is known. Reports that repeat another are left out.
    """
    file = load_frameworks()
    frameworks = {framework.id: framework for framework in file.frameworks}
    community = any(r.settings.profile.sector == "cld" or r.settings.profile.stage == "adult" for r in reports)
    material = _material(reports, library or library_of(reports))
    answers = []
    for element in file.elements:
        asks = element.asks_community if community and element.asks_community else element.asks
        found = {id: _counted(id, material) for id in element.patterns}
        seen = tuple(_seen(element, material, found, file.counts))
        not_seen = tuple(_not_seen(found, file.counts))
        answers.append(Answer(element, frameworks[element.framework], asks, seen, not_seen))
    return tuple(answers)


def _material(reports: Sequence[Report], library: Library | None) -> _Material:
    wanted = counted_reports(library, len(reports)) if library else range(len(reports))
    if library:
        tables = {table.id: table for table in library.tables}
    else:
        tables = tables_of(reports[0].representation) if reports else {}
    rules = {rule.id: rule for report in reports for rule in report.rules}
    return _Material(tuple((number, reports[number]) for number in wanted), library, tables, rules)


def _seen(
    element: Element, material: _Material, found: Mapping[str, _Counted], names: Mapping[str, str]
) -> Iterator[Line]:
    yield from _some(_by_rule(_strengths(element, material), material.rules, "Working well"), "Working well")
    yield from _some(_by_rule(_findings(element, material), material.rules, "To look at"), "To look at")
    yield from _some(list(_patterns(element, material)), "Patterns")
    for id, (tables, read) in found.items():
        for first, table in enumerate(tables):
            caption = TABLES.get(table.id, "")
            name = names[id] if not first else caption[:1].lower() + caption[1:]
            crossed = any(count.by for count in table.counts)
            text = f"Counted, {name}:" if crossed else f"Counted, {name}: {table_line(table)}."
            yield Line(text, tuple(table_rows(table)) if crossed else (), table=table.id)
        if read:
            yield Line(f"Counted, {names[id]}: {read}.", table="" if id == "M30" else "reading")  # strengths come first


def _not_seen(found: Mapping[str, _Counted], names: Mapping[str, str]) -> Iterator[str]:
    measured = [id for id in found if id in READING or (id in MEASURES and MEASURES[id][0])]
    if empty := [names[id] for id in measured if not any(found[id])]:
        yield f"Nothing to count: {'; '.join(empty)}."
    if unmeasured := [names[id] for id in found if id in names and id not in MEASURES and id not in READING]:
        yield f"Not measured by the tool: {'; '.join(unmeasured)}."


def _counted(measure: str, material: _Material) -> _Counted:
    """The tables of a count that hold anything (groups only, of where people come up), and what reading tells of it."""
    tables = [material.tables[id] for id in MEASURES.get(measure, ((), ()))[0] if id in material.tables]
    kept = (replace(t, counts=tuple(c for c in t.counts if c.share.count and c.label != "everyone")) for t in tables)
    found = [table for table in kept if table.counts and (table.id != "parts" or _has_front(table))]
    read = READING[measure]([report for _, report in material.reports]) if measure in READING else ""
    return found, read


def _has_front(parts: Table) -> bool:
    return any(count.label != "body" for count in parts.counts)


# --- strengths, findings, patterns --------------------------------------------------------------

_Places = Iterator[tuple[str, list[tuple[int, Occurrence]]]]  # ids of rules, each with places


def _strengths(element: Element, material: _Material) -> _Places:
    for number, report in material.reports:
        for strength in report.strengths:
            if strength.entry in element.strengths or strength.dimension in element.strengths:
                yield strength.entry, [(number, place) for place in strength.places]


def _findings(element: Element, material: _Material) -> _Places:
    for number, report in material.reports:
        for finding in report.findings:
            if _speaks_to(finding, element):
                yield finding.entry, [(number, place) for place in finding.places]


def _speaks_to(finding: Finding, element: Element) -> bool:
    return finding.severity > 0 and finding.dimension in element.dimensions and finding.form in element.forms


def _patterns(element: Element, material: _Material) -> Iterator[Line]:
    if material.library:
        for index, pattern in enumerate(material.library.patterns):
            if _is_about(pattern, element):
                yield Line(f"Over all documents: {pattern.saw}", pattern=(-1, index))
    for number, report in material.reports:
        where = f"In {report.name}" if material.library else "Across the document"
        for index, pattern in enumerate(report.patterns):
            if _is_about(pattern, element):
                yield Line(f"{where}: {pattern.saw}", pattern=(number, index))


def _is_about(pattern: PatternFinding, element: Element) -> bool:
    measured = {id for measure in element.patterns if measure in MEASURES for id in MEASURES[measure][1]}
    return pattern.entry in element.patterns or pattern.entry in measured


def _by_rule(
    found: Iterable[tuple[str, list[tuple[int, Occurrence]]]], rules: Mapping[str, Rule], title: str
) -> list[Line]:
    """ "Working well: Everyone is invited (3 places).", each rule once, the commonest first."""
    places: dict[str, list[tuple[int, Occurrence]]] = {}
    for entry, some in found:
        places.setdefault(entry, []).extend(some)
    ordered = sorted(places.items(), key=lambda item: -len(item[1]))
    return [
        Line(f"{title}: {_saw(rules, entry)} ({counted(len(some), 'place')})." if some
             else f"{title}: {_saw(rules, entry)}.", places=tuple(some))
        for entry, some in ordered
    ]  # fmt: skip


def _saw(rules: Mapping[str, Rule], entry: str) -> str:
    return rules[entry].saw.rstrip(".") if entry in rules else entry


def _some(lines: list[Line], title: str) -> list[Line]:
    more = len(lines) - MOST
    return [*lines[:MOST], Line(f"{title}: {more:,} more.")] if more > 0 else lines


# --- tables in words ----------------------------------------------------------------------------


def table_line(table: Table) -> str:
    """ "university 5, college 1"; of a table of two ways, "welder: described as he 2; …"."""
    if any(count.by for count in table.counts):
        return "; ".join(table_rows(table))
    ordered = sorted((c for c in table.counts if c.share.count), key=lambda c: -c.share.count)
    parts = [f"{label(c.label)} {c.share.count:,}" for c in ordered[:_ROWS]]
    more = len(ordered) - len(parts)
    return ", ".join(parts) + (f" and {more:,} more" if more > 0 else "")


def table_rows(table: Table) -> list[str]:
    """The first rows of a table of two ways: "welder: described as he 2, described as she 1"."""
    rows: dict[str, list[Count]] = {}
    for count in table.counts:
        if count.share.count:
            rows.setdefault(count.label, []).append(count)
    shown = [f"{label(row)}: {_cells(counts)}" for row, counts in list(rows.items())[:_ROWS]]
    more = len(rows) - len(shown)
    return [*shown, f"and {more:,} more"] if more > 0 else shown


def _cells(counts: list[Count]) -> str:
    parts = [f"{label(count.by)} {count.share.count:,}" for count in counts[:_ROWS]]
    more = len(counts) - len(parts)
    between = "; " if any("," in part for part in parts) else ", "
    return between.join(parts) + (f" and {more:,} more" if more > 0 else "")
