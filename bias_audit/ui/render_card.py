"""What stands beside the document: the card of a finding, and what was decided or left alone. Pure; all is escaped."""

from collections.abc import Sequence
from html import escape

from .. import wording
from ..decisions import Decision
from ..model import Count, Finding, Occurrence, PatternFinding, Report, Rule, Severity
from ..reports import people_lines, sections
from ..wording import counted, opening, plain
from . import render_counts, texts
from .render import esc, link

_MORE_PLACES = 12  # places of a finding that the card links to


def card(report: Report, index: int, at: int = 0, decision: Decision | None = None) -> str:
    """What was seen at one place of a finding, why it may matter and what to try, and what was decided about it."""
    finding = report.findings[index]
    rule = sections.rule_of(sections.rules_by_id(report), finding.entry)
    place = finding.places[at]
    saw = f"“{esc(_short(place.text))}”. {esc(opening(rule.saw))}"
    changed = _changed(place) if place.rewrite else _tips(rule)
    chips = _chips(finding.severity, wording.DIMENSIONS[finding.dimension], finding.confidence)
    lowered = wording.listed(wording.guard(guard) for guard in finding.guards)
    notes = [esc(texts.less_weighty(lowered))] if lowered else []
    notes += [wording.CONTESTED] if rule.contested else []
    small = "".join(f'<p class="ba-small">{note}</p>' for note in notes)
    where = link(sections.place(place), f"f{index}.{at}")
    if place.place.section and not (place.place.page or place.place.slide):
        where += f' <span class="ba-soft">{esc(texts.under(_short(place.place.section, 60)))}</span>'
    return (
        f'<div class="ba-card" aria-live="polite">{_decided(decision)}{chips}<p class="ba-where">{where}</p>'
        f"{_said(saw, changed, rule)}{small}{_others(finding, index, at)}</div>"
    )


def card_more(report: Report, index: int) -> str:
    """The question to talk about and the source of a finding's rule, folded away under the choices."""
    rule = sections.rule_of(sections.rules_by_id(report), report.findings[index].entry)
    return f'<div class="ba-more">{_more(rule)}</div>'


def _decided(decision: Decision | None) -> str:
    if decision is None:
        return ""
    reach = "" if decision.document else texts.IN_ALL
    why = f": {esc(decision.reason)}" if decision.reason else ""
    return f'<p class="ba-ok">✓ {texts.DECIDED[decision.choice]}{reach}{why}</p>'


def just_decided(finding: Finding, decision: Decision) -> str:
    """What was decided a moment ago."""
    words = esc(_short(finding.places[0].text, 40))
    return f'<p class="ba-ok" role="status">✓ “{words}”: {texts.DECIDED[decision.choice].lower()}</p>'


def decided_list(report: Report, indices: Sequence[int], title: str) -> str:
    """Findings that were decided, folded away; "" when there are none."""
    if not indices:
        return ""
    items = "".join(f"<li>{link(choice(report, index), f'f{index}.0')}</li>" for index in indices)
    return f'<div class="ba-box ba-side"><details><summary>{title}</summary><ul>{items}</ul></details></div>'


def _said(saw: str, try_: str, rule: Rule) -> str:
    """A rule's words in the order in which people ask; ``saw`` and ``try_`` are HTML already."""
    parts = [
        (texts.SAW, saw),
        (texts.WHY, esc(rule.why)),
        (texts.FINE, esc(rule.fine_when)),
        (texts.TRY, try_),
    ]
    return f"<dl>{''.join(f'<dt>{title}</dt><dd>{body}</dd>' for title, body in parts if body)}</dl>"


def pattern(report: Report, index: int) -> str:
    """What only counting shows, as a card of its own."""
    found = report.patterns[index]
    rule = sections.rule_of(sections.rules_by_id(report), found.entry)
    places = f"<details><summary>{counted(len(found.places), 'place')}</summary>{render_counts.places(found.places)}"
    return pattern_card(found, rule, f"{places}</details>" if found.places else "")


def pattern_card(found: PatternFinding, rule: Rule, more: str = "") -> str:
    """The card of a pattern; ``more``: what it rests on, as HTML already."""
    said = _said(f"{esc(found.saw)}{more}", _tips(rule), rule)
    chips = _chips(found.severity, wording.DIMENSIONS[found.dimension])
    return f'<div class="ba-box ba-card ba-pattern">{chips}{said}{_more(rule)}</div>'


def _chips(level: Severity, *facts: str) -> str:
    chips = "".join(f'<span class="ba-chip">{esc(fact)}</span>' for fact in facts)
    return f'<p class="ba-chips"><span class="ba-chip s{level}">{wording.severity(level)}</span>{chips}</p>'


def _changed(place: Occurrence) -> str:
    """The sentence with its change: what goes struck out, what comes in bold."""
    tags = {"gone": "del", "new": "ins"}
    parts = []
    for change, words in sections.changes(place.sentence, place.rewrite):
        tag = tags.get(change)
        parts.append(f"<{tag}>{escape(words)}</{tag}>" if tag else escape(words))
    return f'<div class="ba-try">{" ".join(parts)}</div>'


def _tips(rule: Rule) -> str:
    if len(rule.try_instead) == 1:
        return f'<div class="ba-try">{esc(rule.try_instead[0])}</div>'
    tips = "".join(f"<li>{esc(tip)}</li>" for tip in rule.try_instead)
    return f'<div class="ba-try"><ul>{tips}</ul></div>' if tips else ""


def _others(finding: Finding, index: int, at: int) -> str:
    others = [(n, place) for n, place in enumerate(finding.places) if n != at]
    if not others:
        return ""
    links = ", ".join(link(sections.place(p), f"f{index}.{n}") for n, p in others[:_MORE_PLACES])
    rest = f" {sections.more(len(others) - _MORE_PLACES)}" if len(others) > _MORE_PLACES else ""
    return f'<p class="ba-small">{texts.SAME_WORDS} {links}{rest}</p>'


def _more(rule: Rule) -> str:
    ask = f"<p><b>{texts.TALK}</b><br>{esc(rule.ask)}</p>" if rule.ask else ""
    sources = "; ".join(esc(source.title) for source in rule.sources)
    said = f"<p><b>{texts.COMES_FROM}</b><br>{sources}</p>" if sources else ""
    summary = f"<summary>{texts.MORE}</summary>"
    return f'<details class="ba-small">{summary}{ask}{said}<p>{esc(texts.rule(rule.id))}</p></details>'


def _short(text: str, most: int = 80) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def choice(report: Report, index: int) -> str:
    """A finding as one line of a list, as plain text: "▲ his (page 1)"."""
    finding = report.findings[index]
    places = len(finding.places)
    where = plain(finding.places[0].place.label) if places == 1 else counted(places, "place")
    return f"{wording.SHAPES[finding.severity]} {plain(_short(finding.places[0].text, 40))} ({where})"


def shown(number: int, total: int) -> str:
    """How many findings are shown."""
    return f'<p class="ba-count">{texts.to_look_at(number, total)}</p>'


def nothing_shown(report: Report, hidden: int, all_decided: bool = False) -> str:
    """In place of a card, when there is none to show."""
    if all_decided:
        return f'<div class="ba-card"><h2>✓ {texts.ALL_DECIDED}</h2><p>{texts.ALL_DECIDED_MORE}</p></div>'
    said = texts.filtered(hidden) if hidden else sections.quiet_line(report) or texts.NOTHING_STOOD_OUT
    return f'<div class="ba-card"><h2>{texts.NOTHING_SHOWN}</h2><p>{esc(said)}</p></div>'


def left_alone(report: Report) -> str:
    """The words that a reason kept quiet, so that the tool can say why it said nothing. "" without any."""
    groups = []
    for reason, hits in sections.left_alone(report):
        quotes = [sections.quote(hit.place, 120) for hit in hits[:_MORE_PLACES]]
        items = "".join(
            f"<li>{escape(q.before)}<b>{escape(q.words)}</b>{escape(q.after)} "
            f"{link(hit.place.place.label, f'b{hit.place.block}')}</li>"
            for q, hit in zip(quotes, hits, strict=False)
        )
        rest = len(hits) - len(quotes)
        more = f"<li>{sections.more(rest)}</li>" if rest else ""
        name = f"{opening(reason)}: {counted(len(hits), 'place')}"
        groups.append(f"<p><b>{esc(name)}</b></p><ul>{items}{more}</ul>")
    if not groups:
        return ""
    summary = f"<summary>{texts.LEFT_ALONE}</summary>"
    return f'<div class="ba-box ba-side"><details>{summary}{"".join(groups)}</details></div>'


def people_small(report: Report) -> str:
    """The people of the document in one line and a bar, beside the document."""
    counts = report.representation.described_as
    if not any(count.share.total for count in counts):
        return ""
    return (
        f'<div class="ba-box ba-side"><h2>{texts.PEOPLE_SMALL}</h2>'
        f"<p>{esc(people_lines.people_line(report))}</p>"
        f"{_bar(counts)}<p>{link(texts.OPEN_SENTENCES, 'people')}</p></div>"
    )


def _bar(counts: Sequence[Count]) -> str:
    """How people are described, as one bar in parts; the words beside it say the same."""
    total = max((count.share.total for count in counts), default=0)
    parts = "".join(
        f'<i class="p{number}" style="flex-grow:{count.share.count}"></i>'
        for number, count in enumerate(counts)
        if total and count.share.count
    )
    return f'<div class="ba-bar" aria-hidden="true">{parts}</div>'
