"""The tabs about people and sharing as HTML. Pure; everything from a document is escaped."""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from .. import wording
from ..decisions import Decision
from ..model import Count, Person, Report
from ..reports import sections
from ..reports.html import person_counts, sentences
from ..wording import counted, either, opening, plain
from . import texts
from .render import esc, link


def people(report: Report) -> str:
    """Counts first, each opening its sentences; then who is named, and which of a pair comes first."""
    line = f'<p class="ba-lead">{esc(sections.people_line(report))}</p>'
    rows = [(opening(words), count) for words, count in person_counts(report)]
    table = _counts(report, rows, "How people are described") if report.people.persons else ""
    note = f'<p class="ba-small">{texts.PEOPLE_NOTE}</p>'
    named = [person for person in report.people.persons if person.named]
    return f'<div class="ba-box">{line}{table}{note}</div>{_named(named)}{_pairs(report)}'


def _counts(report: Report, rows: Iterable[tuple[str, Count]], caption: str) -> str:
    lines = []
    for words, count in rows:
        found = sentences(report, count)
        quotes = "".join(
            f'<li><span class="ba-soft">{escape(where)}:</span> '
            f"{escape(q.before)}<b>{escape(q.words)}</b>{escape(q.after)}</li>"
            for where, q in found
        )
        name = counted(len(found), "sentence")
        opened = f"<details><summary>{name}</summary><ul>{quotes}</ul></details>" if found else ""
        lines.append(
            f'<tr><th scope="row">{esc(words)}</th><td class="n">{wording.share(count.share)}</td>'
            f"<td>{opened}</td></tr>"
        )
    cols = texts.PEOPLE_HEADS
    heads = "".join(f'<th scope="col">{col}</th>' for col in cols)
    return (
        f'<table class="ba-counts"><caption>{esc(caption)}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(lines)}</tbody></table>"
    )


def _named(named: Sequence[Person]) -> str:
    if not named:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{esc(p.label)}</th><td>{esc(p.gender)}</td>'
        f"<td>{esc(', '.join(p.roles)) or '<span class=ba-soft>not stated</span>'}</td></tr>"
        for p in named
    )
    return (
        f'<div class="ba-box"><h2>{texts.NAMED}</h2><table class="ba-counts"><thead><tr>'
        '<th scope="col">Name</th>'
        '<th scope="col">Described as</th><th scope="col">Role in the text</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _pairs(report: Report) -> str:
    line = sections.pairs_line(report)
    if not line:
        return ""
    items = "".join(
        f"<li>{esc(pair.place.text)}: {link(pair.place.place.label, f'b{pair.place.block}')}</li>"
        for pair in report.representation.pairs
    )
    return (
        f'<div class="ba-box"><h2>{texts.PAIRS}</h2><p>{esc(line)}</p>'
        f"<details><summary>Open the pairs</summary><ul>{items}</ul></details></div>"
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
