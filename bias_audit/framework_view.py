"""A framework's elements answered from reports: what was seen, what was not, what software cannot tell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .frameworks import Element, Framework, load_frameworks
from .library_counts import merged
from .model import Count, Finding, PatternFinding, Report, Rule, Table
from .tables import tables_of
from .wording import counted, label

MOST = 6  # lines of a kind for one element
_ROWS = 4  # of a table that are named
# The tables and patterns that each count of frameworks.yaml rests on. What is missing here is not counted.
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
    "M13": ((), ("intersection/in-one-section",)),
    "M14": ((), ("gender/cover-and-body",)),
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
_SHOWN_ELSEWHERE = frozenset({"M23", "M24", "M25", "M26", "M27", "M30"})  # reading, access, strengths: no table


@dataclass(frozen=True, slots=True)
class Answer:
    """An element with the lines that answer it; ``asks`` is in the wording of the setting."""

    element: Element
    framework: Framework
    asks: str
    seen: tuple[str, ...]
    not_seen: tuple[str, ...]


def framework_view(reports: Sequence[Report]) -> tuple[Answer, ...]:
    """Every element, for one report or several together. It answers nothing by itself: people do."""
    file = load_frameworks()
    frameworks = {framework.id: framework for framework in file.frameworks}
    community = any(r.settings.profile.sector == "cld" or r.settings.profile.stage == "adult" for r in reports)
    tables = _tables(reports)
    rules = {rule.id: rule for report in reports for rule in report.rules}
    answers = []
    for element in file.elements:
        asks = element.asks_community if community and element.asks_community else element.asks
        seen, not_seen = _answer(element, reports, tables, rules, file.counts)
        answers.append(Answer(element, frameworks[element.framework], asks, seen, not_seen))
    return tuple(answers)


def _tables(reports: Sequence[Report]) -> dict[str, Table]:
    each = [tables_of(report.representation) for report in reports]
    return each[0] if len(each) == 1 else {table.id: table for table in merged(each)}


def _answer(
    element: Element,
    reports: Sequence[Report],
    tables: dict[str, Table],
    rules: dict[str, Rule],
    names: Mapping[str, str],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    good = _some(_by_rule(_strengths(element, reports), rules), "Working well")
    findings = [f for report in reports for f in report.findings if _speaks_to(f, element)]
    look = _some(_by_rule(((f.entry, len(f.places)) for f in findings), rules), "To look at")
    patterns = [p for report in reports for p in report.patterns if _is_about(p, element)]
    across = _some(dict.fromkeys(p.saw for p in patterns), "Across the document")
    measures = [(id, MEASURES[id][0]) for id in element.patterns if id in MEASURES]
    rows = [(id, [tables[t] for t in ids if t in tables and tables[t].total]) for id, ids in measures if ids]
    counts = [f"Counted, {names[id]}: {table_line(found[0])}." for id, found in rows if found]
    missing = []
    if not good and element.strengths:
        missing.append("None of the strengths that speak to this.")
    if not look and element.dimensions:
        missing.append("No wording that a rule points at here. That is no proof that there is none.")
    if empty := [names[id] for id, found in rows if not found]:
        missing.append(f"Nothing to count: {'; '.join(empty)}.")
    unmeasured = [names[id] for id in element.patterns if id in names and id not in MEASURES]
    if unmeasured := [n for n in unmeasured if n not in {names[i] for i in _SHOWN_ELSEWHERE}]:
        missing.append(f"Not measured by the tool: {'; '.join(unmeasured)}.")
    return (*good, *look, *across, *counts), tuple(missing)


def _strengths(element: Element, reports: Sequence[Report]) -> Iterator[tuple[str, int]]:
    for report in reports:
        for strength in report.strengths:
            if strength.entry in element.strengths or strength.dimension in element.strengths:
                yield strength.entry, len(strength.places)


def _speaks_to(finding: Finding, element: Element) -> bool:
    return finding.severity > 0 and finding.dimension in element.dimensions and finding.form in element.forms


def _is_about(pattern: PatternFinding, element: Element) -> bool:
    measured = {id for measure in element.patterns if measure in MEASURES for id in MEASURES[measure][1]}
    return pattern.entry in element.patterns or pattern.entry in measured


def _by_rule(entries: Iterable[tuple[str, int]], rules: dict[str, Rule]) -> dict[str, None]:
    """ "Everyone is invited (3 places)", each rule once, the commonest first."""
    places: dict[str, int] = {}
    for entry, number in entries:
        places[entry] = places.get(entry, 0) + number
    ordered = sorted(places.items(), key=lambda item: -item[1])
    return {f"{_saw(rules, entry).rstrip('.')} ({counted(number, 'place')})": None for entry, number in ordered}


def _saw(rules: dict[str, Rule], entry: str) -> str:
    return rules[entry].saw if entry in rules else entry


def _some(lines: dict[str, None], title: str) -> list[str]:
    shown = [f"{title}: {line.rstrip('.')}." for line in list(lines)[:MOST]]
    more = len(lines) - len(shown)
    return [*shown, f"{title}: {more:,} more."] if more > 0 else shown


def table_line(table: Table) -> str:
    """ "university 5, college 1"; of a table of two ways, "welder: described as he 2; …"."""
    rows: dict[str, list[Count]] = {}
    for count in table.counts:
        if count.share.count:
            rows.setdefault(count.label, []).append(count)
    if any(count.by for count in table.counts):
        shown = [
            f"{label(row)}: {', '.join(f'{label(c.by)} {c.share.count:,}' for c in counts)}"
            for row, counts in list(rows.items())[:_ROWS]
        ]
        more = len(rows) - len(shown)
        return "; ".join(shown) + (f"; and {more:,} more" if more > 0 else "")
    ordered = sorted((c for counts in rows.values() for c in counts), key=lambda c: -c.share.count)
    parts = [f"{label(c.label)} {c.share.count:,}" for c in ordered[:_ROWS]]
    more = len(ordered) - len(parts)
    return ", ".join(parts) + (f" and {more:,} more" if more > 0 else "")
