"""The tabs about people and sharing as HTML. Pure; everything from a document is escaped."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ..decisions import Decision
from ..model import Person, Report
from ..picture_tags import PictureTag
from ..reports import people_lines, sections
from ..wording import either, opening, plain
from . import render_counts, render_pictures, texts
from .render import esc, link

_FIRST = ("speech", "acts", "named", "figures")
_MORE = (
    "grammar", "designations", "figure-lists", "described-gender", "described-disability", "disability-mode",
    "described-race", "described-religion", "described-age", "described-language", "described-family",
    "described-level", "families", "festivals", "places", "surroundings", "place-contexts", "parts", "sections",
    "left-out", "talk", "difficulty",
)  # fmt: skip


def people(report: Report) -> str:
    """Counts first, each opening its sentences; then who is named, and which of a pair comes first."""
    line = f'<p class="ba-lead">{esc(people_lines.people_line(report))}</p>'
    rows = render_counts.people(report) if report.people.persons else ""
    first = f'<div class="ba-box ba-chart">{line}{rows}<p class="ba-small">{texts.PEOPLE_NOTE}</p></div>'
    named = [person for person in report.people.persons if person.named]
    both = render_counts.beside_each_other((box, 1) for box in (_named(named), _pairs(report)) if box)
    return f"{first}{render_counts.charts(report, _FIRST)}{both}"


def more_counts(report: Report, tags: Iterable[PictureTag] = ()) -> str:
    """What is folded away, what was said of pictures, and figures to read beside the counts; "" without any."""
    return f"{render_counts.folded(report, _MORE)}{render_pictures.tallies(report, tags)}{render_counts.beside(report)}"


def _named(named: Sequence[Person]) -> str:
    if not named:
        return ""
    nothing = f'<span class="ba-soft">{texts.NOT_STATED}</span>'
    rows = "".join(
        f'<tr><th scope="row">{esc(p.label)}</th><td>{esc(p.gender)}</td>'
        f"<td>{esc(opening(', '.join(p.roles))) or nothing}</td></tr>"
        for p in named
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in texts.NAMED_HEADS)
    return (
        f'<section class="ba-box"><h2>{texts.NAMED}</h2><table class="ba-counts"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></section>"
    )


def _pairs(report: Report) -> str:
    line = people_lines.pairs_line(report)
    if not line:
        return ""
    items = "".join(
        f"<li>{esc(pair.place.text)}: {link(pair.place.place.label, f'b{pair.place.block}')}</li>"
        for pair in report.representation.pairs
    )
    return (
        f'<div class="ba-box"><h2>{texts.PAIRS}</h2><p>{esc(line)}</p>'
        f"<details><summary>{texts.OPEN_PAIRS}</summary><ul>{items}</ul></details></div>"
    )


def sharing(saved: bool) -> str:
    """What the downloads are for, and how long the work stays."""
    stays = texts.STAYS_SAVED if saved else texts.STAYS
    return (
        f'<div class="ba-box"><h2>{texts.TABS["share"]}</h2><p>{texts.SHARE_NOTE}</p>'
        f"<p>{stays} {texts.COME_BACK}</p></div>"
    )


def changes(report: Report, held: Mapping[str, Decision]) -> str:
    """What was decided to change, as a list in Markdown to work through; "" when there is nothing."""
    lines = []
    for finding in report.findings:
        decision = held.get(finding.key)
        if decision is None or decision.choice != "changed":
            continue
        rule = sections.rule_of(sections.rules_by_id(report), finding.entry)
        for place in finding.places:
            lines.append(f"- [ ] {markdown(sections.place(place))}: {markdown(place.sentence)}")
            tip = place.rewrite or either(rule.try_instead)
            lines += [f"  - Try: {markdown(tip)}"] if tip else []
    return f"# {markdown(report.name)}: what to change\n\n" + "\n".join(lines) + "\n" if lines else ""


def markdown(text: str) -> str:
    """Text that Markdown shows as it is, HTML and links included."""
    return re.sub(r"([\\`*_{}\[\]<>()#|!&~$])", r"\\\1", plain(text))
