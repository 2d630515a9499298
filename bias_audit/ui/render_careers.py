"""The Careers and routes tab as HTML: who has which job, and what is said of ways into work. Pure; all escaped."""

from collections.abc import Sequence

from ..model import Finding, Report
from ..reports import sections
from . import render_counts, texts
from .render import strength_item
from .render_language import links

_COUNTS = ("jobs-gender", "stem-gender", "routes", "levels", "jobs", "contexts")


def careers(report: Report, still: Sequence[tuple[int, Finding]], more: bool = False) -> str:
    """Strengths and open findings about routes, then jobs and routes as counts; ``more`` comes after."""
    found = [index for index, finding in still if finding.dimension == "pathways"]
    well = [strength for strength in report.strengths if strength.dimension == "pathways"]
    beside = []
    if well:
        rules = sections.rules_by_id(report)
        items = "".join(strength_item(s, sections.rule_of(rules, s.entry)) for s in well)
        beside.append((f'<section class="ba-box ba-good"><h2>{texts.WORKING_WELL}</h2><ul>{items}</ul></section>', 1))
    if found:
        beside.append((f'<div class="ba-box ba-key"><h2>{texts.WORTH_A_LOOK}</h2>{links(report, found)}</div>', 1))
    top = render_counts.beside_each_other(beside)
    counts = render_counts.charts(report, _COUNTS)
    if top or counts or more:
        return top + counts
    return f'<div class="ba-box ba-empty"><h2>{texts.NO_CAREERS}</h2><p>{texts.NO_CAREERS_MORE}</p></div>'
