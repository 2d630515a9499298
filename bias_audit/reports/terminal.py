"""The report as text for a terminal or a plain file: strengths first, then what is worth ten minutes."""

import io
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .. import wording
from ..model import Failure, Finding, Library, Occurrence, PatternFinding, Report, Results, Rule
from ..wording import counted, plain
from . import count_tables, people_lines, sections

STYLES = {3: "bold magenta", 2: "bold yellow", 1: "yellow", 0: "dim"}
MOST_PLACES = 3
MOST_STRENGTHS = 5
MOST_FIGURES = 4


def write(results: Results, *, colour: bool = False, width: int = 100) -> str:
    """All reports one after another, then the failures and, for several files, a table over them."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for index, report in enumerate(results.reports):
        if index:
            console.rule(style="dim")
        _report(console, report, figures=len(results.reports) == 1)
    if results.failures:
        _failures(console, results.failures)
    if len(results.reports) + len(results.failures) > 1:
        _table(console, results)
    if results.library:
        _library(console, results, results.library)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().split("\n")[:-1])


def _line(console: Console, text: str | Text, indent: int = 0) -> None:
    """One paragraph, wrapped under its own indent. Plain strings are never read as markup."""
    console.print(Padding(Text(text) if isinstance(text, str) else text, (0, 0, 0, indent)))


def _heading(console: Console, text: str) -> None:
    console.print()
    console.print(Text(text, style="bold underline"))


def _report(console: Console, report: Report, *, figures: bool) -> None:
    """One report; ``figures`` to read beside its counts only where it stands alone, as they are the same for each."""
    console.print(Text(plain(report.name), style="bold"))
    _line(console, sections.head(report))
    for warning in report.warnings:
        _line(console, Text.assemble(("! ", "bold"), plain(warning.message)), 2)
    _strengths(console, report)
    _key_messages(console, report)
    for group in sections.by_dimension(report):
        _heading(console, group.name)
        for rule_group in group.groups:
            _rule_group(console, rule_group)
    if report.patterns:
        _heading(console, "Across the whole document")
        rules = sections.rules_by_id(report)
        for pattern in report.patterns:
            _pattern(console, pattern, sections.rule_of(rules, pattern.entry))
    if quiet := sections.quiet_line(report):
        console.print()
        _line(console, quiet)
    _people(console, report)
    if figures:
        _lenses(console, report)
    if reading := sections.reading_lines(report):
        _heading(console, "Language and access")
        for line in reading:
            _line(console, line, 2)
    _interest(console, report)
    if alone := sections.left_alone_line(report):
        _heading(console, "Left alone, and why")
        _line(console, alone, 2)
    _heading(console, "Settings")
    for line in sections.settings_lines(report):
        _line(console, plain(line), 2)
    _line(console, Text(f"bias-audit {report.tool_version}, rules {report.lexicon_digest}.", style="dim"), 2)


def _strengths(console: Console, report: Report) -> None:
    if not report.strengths:
        return
    rules = sections.rules_by_id(report)
    _heading(console, "Working well")
    for strength in report.strengths[:MOST_STRENGTHS]:
        saw = sections.rule_of(rules, strength.entry).saw
        where = sections.some_places(strength.places)
        _line(console, f"+ {plain(saw)}{f' ({where})' if where else ''}", 2)
    if (rest := len(report.strengths) - MOST_STRENGTHS) > 0:
        _line(console, f"and {counted(rest, 'more thing')} that {'works' if rest == 1 else 'work'} well", 2)


def _key_messages(console: Console, report: Report) -> None:
    if not report.key_messages:
        return
    _heading(console, "Worth ten minutes")
    for number, message in enumerate(report.key_messages[:3], 1):
        _line(console, f"{number}. {plain(message.text)}", 2)


def _rule_group(console: Console, group: sections.RuleGroup) -> None:
    rule = group.rule
    console.print()
    _line(console, Text(plain(rule.saw), style="bold"), 2)
    for _, finding in group.findings:
        _finding(console, finding)
    _rule_words(console, rule, tips=not sections.has_rewrite(group))


def _rule_words(console: Console, rule: Rule, *, tips: bool = True) -> None:
    _labelled(console, "Why it may matter", rule.why)
    _labelled(console, "When it is fine", rule.fine_when)
    if tips:
        _labelled(console, "Try", wording.either(rule.try_instead))
    _labelled(console, "To talk about", rule.ask)
    if rule.contested:
        _line(console, wording.CONTESTED, 4)
    _line(console, Text(f"Rule {plain(rule.id)}", style="dim"), 4)


def _labelled(console: Console, label: str, text: str) -> None:
    if text:
        _line(console, Text.assemble((f"{label}: ", "bold"), plain(text)), 4)


def _finding(console: Console, finding: Finding) -> None:
    chip = (wording.severity(finding.severity), STYLES[finding.severity])
    facts = [finding.confidence, *(plain(wording.guard(guard)) for guard in finding.guards)]
    if len(finding.places) > 1:
        facts.append(counted(len(finding.places), "place"))
    _line(console, Text.assemble(chip, f" · {' · '.join(facts)}"), 4)
    for occurrence in finding.places[:MOST_PLACES]:
        _line(console, Text.assemble((f"{sections.place(occurrence)}: ", "dim"), _quoted(occurrence)), 6)
        if occurrence.rewrite:
            _line(console, Text.assemble(("Try: ", "bold"), _rewritten(occurrence)), 6)
    if (rest := len(finding.places) - MOST_PLACES) > 0:
        _line(console, sections.more(rest), 6)


def _quoted(occurrence: Occurrence) -> Text:
    quote = sections.quote(occurrence)
    return Text.assemble(quote.before, ("«" + quote.words + "»", "bold"), quote.after)


def _rewritten(occurrence: Occurrence) -> Text:
    text = Text()
    for kind, words in sections.changes(occurrence.sentence, occurrence.rewrite):
        if kind != "gone":
            text.append(" " if text else "").append(words, style="bold" if kind == "new" else "")
    return text


def _pattern(console: Console, pattern: PatternFinding, rule: Rule, among: Sequence[Report] = ()) -> None:
    """``among``: the reports that its counts open to, of a pattern over several documents."""
    console.print()
    _line(console, Text(plain(pattern.saw), style="bold"), 2)
    chip = (wording.severity(pattern.severity), STYLES[pattern.severity])
    _line(console, Text.assemble(chip, f" · {wording.DIMENSIONS[pattern.dimension]}"), 4)
    for count in pattern.counts:
        where = f" – {count_tables.documents(count, among)}" if among and count.reports else ""
        _line(console, f"{count_tables.count_label(count)}: {count_tables.said(pattern.entry, count.share)}{where}", 6)
    for occurrence in pattern.places[:MOST_PLACES]:
        _line(console, Text.assemble((f"{sections.place(occurrence)}: ", "dim"), _quoted(occurrence)), 6)
    if (rest := len(pattern.places) - MOST_PLACES) > 0:
        _line(console, sections.more(rest), 6)
    _rule_words(console, rule)


def _people(console: Console, report: Report) -> None:
    _heading(console, "People and pictures")
    lines = [
        people_lines.people_line(report),
        people_lines.named_line(report),
        people_lines.pairs_line(report),
        *count_tables.lines(report.representation.tables),
        people_lines.pictures_line(report),
        people_lines.faces_line(report),
        people_lines.duplicates_line(report),
    ]
    for line in lines:
        if line:
            _line(console, line, 2)


def _lenses(console: Console, report: Report) -> None:
    """Figures that the counts can bear to be read beside, where anybody is counted; what a lens means is said once."""
    learners = count_tables.learners(report)
    topics = count_tables.lenses(report) if people_lines.people_total(report) else []
    if not (learners or topics):
        return
    _heading(console, "Figures to read beside these counts")
    if learners:
        _line(console, learners, 2)
    every = [(topic, one) for topic, lenses in topics for one in lenses if one.figures]
    shown = [(topic, one) for topic, one in every if not one.needed]
    for topic, one in shown:
        _line(console, Text(f"{topic}, {one.lens}", style="bold"), 2)
        for figure in one.figures[:MOST_FIGURES]:
            _line(console, wording.opening(figure), 4)
        if (rest := len(one.figures) - MOST_FIGURES) > 0:
            _line(console, f"and {counted(rest, 'more figure')}", 4)
        if one.few:
            _line(console, one.few, 4)
    if few := [f"{topic}, {one.lens} ({one.needed:,} needed)" for topic, one in every if one.needed]:
        _line(console, f"Too few people here to compare: {'; '.join(few)}.", 2)
    for lens, note in {one.lens: one.note for _, one in shown}.items():
        _line(console, Text(f"{wording.opening(lens)}: {note}", style="dim"), 2)
    if every:
        _line(console, Text("The HTML report lists all figures, their sources, and what has none yet.", style="dim"), 2)


def _interest(console: Console, report: Report) -> None:
    found = sections.for_interest(report)
    if not found:
        return
    rules = sections.rules_by_id(report)
    _heading(console, f"{wording.severity(0)}")
    for _, finding in found:
        text = Text(plain(sections.rule_of(rules, finding.entry).saw))
        if finding.places:
            text.append(f" «{plain(finding.places[0].text)}»", style="bold")
            text.append(f" ({sections.some_places(finding.places)})", style="dim")
        _line(console, text, 2)


def _library(console: Console, results: Results, library: Library) -> None:
    """What only all documents together show."""
    _heading(console, "All documents together")
    for line in (*count_tables.same_lines(results), *count_tables.library_lines(library)):
        _line(console, line, 2)
    _line(console, Text(wording.SEVERAL_NOTE, style="dim"), 2)
    rules = sections.rules_by_id(library)
    for pattern in library.patterns:
        _pattern(console, pattern, sections.rule_of(rules, pattern.entry), results.reports)
    if not library.patterns:
        _line(console, "Nothing stood out over all documents.", 2)


def _failures(console: Console, failures: Iterable[Failure]) -> None:
    _heading(console, "Could not be read")
    for failure in failures:
        name, said = sections.failure(failure)
        _line(console, Text.assemble((name, "bold"), said), 2)


def _table(console: Console, results: Results) -> None:
    _heading(console, f"{counted(len(results.reports) + len(results.failures), 'file')}")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("File", overflow="fold")
    for title in ("Words", "People", *(wording.SEVERITIES[level] for level in (3, 2, 1)), "Working well"):
        table.add_column(title, justify="right")
    for report in results.reports:
        levels = sections.severity_counts(report)
        people, strengths = people_lines.people_total(report), len(report.strengths)
        numbers = [report.words, people, levels[3], levels[2], levels[1], strengths]
        table.add_row(escape(plain(report.name)), *(f"{number:,}" for number in numbers))
    for failure in results.failures:
        table.add_row(escape(plain(failure.name)), "not read")
    console.print(table)
    if results.failures:
        number = counted(len(results.failures), "file")
        _line(console, f"{number} could not be read; the reasons stand above.")
