"""The parts of the pages beside Review as HTML. Pure; whatever comes from a document or a person is escaped here."""

from collections.abc import Mapping, Sequence

from .. import wording
from ..entries import marked_spans
from ..flip import Flipped
from ..lexicon import Lexicon
from ..model import Dimension, Failure, Finding, Report, Rule, Severity, SilencedHit, Strength
from ..ordering import Turn
from ..reports import sections
from ..reports.html import sentences
from ..reports.rules import Page
from ..several import Same, Total
from ..wording import counted, listed, opening, plain
from ..workshop import Comparison, Mark
from . import page_texts as texts
from .render import esc, link

_EXAMPLES = frozenset({"It speaks", "It says less", "It stays silent"})
_SENTENCES = 12  # of a number that is opened


def heading(title: str, intro: str = "") -> str:
    """The heading of a part of a page."""
    return f'<h2 class="ba-h2">{esc(title)}</h2>' + (paragraph(intro) if intro else "")


def paragraph(text: str) -> str:
    """A paragraph of our own words."""
    return f'<p class="ba-soft" style="margin:0">{esc(text)}</p>'


def effects(said: Sequence[str], priorities: Sequence[Dimension]) -> str:
    """What a setting changes, one sentence each."""
    lines = list(said)
    if priorities:
        lines.append(f"Shown first: {listed(wording.DIMENSIONS[name] for name in priorities)}.")
    items = "".join(f"<li>{esc(line)}</li>" for line in lines)
    inside = f"<ul>{items}</ul>" if items else f"<p>{esc(texts.CHANGES_NONE)}</p>"
    return f'<section class="ba-box ba-key" aria-live="polite"><h2>{esc(texts.CHANGES)}</h2>{inside}</section>'


def saw_of(lexicon: Lexicon) -> dict[str, str]:
    """What each rule says it saw, by its id."""
    return {entry.id: entry.saw for entry in lexicon.entries} | {one.id: one.saw for one in lexicon.strengths}


# --- rules --------------------------------------------------------------------------------------


def search(pages: Sequence[Page], query: str) -> list[Page]:
    """The pages with all the words of a query; those that have them in their first words or finds come first."""
    wanted = plain(query).casefold().split()

    def rank(page: Page) -> int:
        whole = f"{page.id} {page.saw} {' '.join(line for _, body in page.sections for line in body)}".casefold()
        if not all(word in whole for word in wanted):
            return -1
        first = f"{page.id} {page.saw} {' '.join(line for t, b in page.sections if t == 'What it finds' for line in b)}"
        return 0 if all(word in first.casefold() for word in wanted) else 1

    ranked = [(rank(page), page) for page in pages]
    return [page for wanted_rank in (0, 1) for found, page in ranked if found == wanted_rank]


def rule(page: Page) -> str:
    """All there is to say of one rule."""
    parts = []
    for title, body in page.sections:
        lines = [_example(line) if title in _EXAMPLES else esc(line) for line in body]
        inside = lines[0] if len(lines) == 1 else f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
        parts.append(f"<dt>{esc(title)}</dt><dd>{inside}</dd>")
    return f'<div class="ba-rule"><p class="ba-soft">{esc(page.weight)}</p><dl>{"".join(parts)}</dl></div>'


def _example(text: str) -> str:
    """A sentence with its [ ] as a mark."""
    words, spans = marked_spans(text)
    parts, at = [], 0
    for start, end in spans:
        parts += [esc_inside(words[at:start]), f"<mark>{esc_inside(words[start:end])}</mark>"]
        at = end
    return "".join([*parts, esc_inside(words[at:])])


def esc_inside(text: str) -> str:
    """Escaped, with the spaces at its ends kept."""
    return esc(text) if text.strip() else " " * bool(text)


def tried(findings: Sequence[Finding], silenced: Sequence[SilencedHit], rules: Mapping[str, Rule]) -> str:
    """What the tool says to a sentence, and what it left alone."""
    items = "".join(f"<li>{_said(finding, rules)}</li>" for finding in findings)
    inside = f'<ul class="ba-seen">{items}</ul>' if items else f"<p>{esc(texts.TRY_NOTHING)}</p>"
    return f'<div class="ba-box" aria-live="polite">{inside}{_left_alone(silenced, rules)}</div>'


def _said(finding: Finding, rules: Mapping[str, Rule]) -> str:
    place = finding.places[0]
    said = sections.rule_of(dict(rules), finding.entry)
    lowered = listed(wording.guard(guard) for guard in finding.guards)
    less = f' <span class="ba-soft">Made less of: {esc(lowered)}.</span>' if lowered else ""
    tip = place.rewrite or wording.either(said.try_instead)
    try_ = f'<br><span class="ba-soft">Try:</span> {esc(tip)}' if tip else ""
    return f"{level(finding.severity)} <q>{esc(_short(place.text))}</q> {esc(opening(said.saw))}{less}{try_}"


def _left_alone(silenced: Sequence[SilencedHit], rules: Mapping[str, Rule]) -> str:
    hidden = [hit for hit in silenced if hit.effect == "hidden"]
    if not hidden:
        return ""
    return f"<h2>{esc(texts.LEFT_ALONE)}</h2><ul>{''.join(f'<li>{quiet(hit, rules)}</li>' for hit in hidden)}</ul>"


def quiet(hit: SilencedHit, rules: Mapping[str, Rule]) -> str:
    """Words that the tool left alone, with its reason."""
    looked_for = rules[hit.entry].saw if hit.entry in rules else ""
    more = f' <span class="ba-soft">{esc(looked_for)}</span>' if looked_for else ""
    return f"<q>{esc(_short(hit.place.text))}</q> {esc(opening(wording.guard(hit.guard)))}.{more}"


def level(severity: Severity) -> str:
    """A severity as a shape and a word."""
    return f'<span class="ba-chip s{severity}">{wording.severity(severity)}</span>'


def mend(said: str) -> str:
    """What to mend, beside the field that it speaks of."""
    return f'<p class="ba-mend">{esc(said)}</p>'


def own_rule(saw: str, words: Sequence[str], dimension: str) -> str:
    """One of the local rules in a line."""
    return (
        f'<div class="ba-rule"><p style="margin:0"><b>{esc(", ".join(words))}</b><br>{esc(saw)} '
        f'<span class="ba-soft">{esc(dimension)}</span></p></div>'
    )


def _short(text: str, most: int = 100) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


# --- several files ------------------------------------------------------------------------------


def files(turns: Sequence[Turn], reports: Sequence[Report]) -> str:
    """A table of the files in the order in which to look at them; a name opens its document."""
    heads = "".join(f'<th scope="col">{esc(column)}</th>' for column in texts.COLUMNS)
    rows = []
    for turn in turns:
        report = reports[turn.index]
        levels = "".join(
            f'<span class="s{n}">{wording.SHAPES[n]} {number} {esc(texts.FILES_TYPES[n])}</span>'
            for n, number in turn.levels
            if number
        )
        rows.append(
            f'<tr><th scope="row">{link(report.name, f"d{turn.index}")}'
            f'<span class="ba-soft">{esc(turn.reason)}</span></th>'
            f'<td class="ba-levels">{levels or esc(texts.NONE_FOUND)}</td><td class="n">{report.words:,}</td>'
            f'<td class="n">{_people(report)}</td><td class="n">{len(report.strengths)}</td></tr>'
        )
    return (
        f'<div class="ba-scroll"><table class="ba-table"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _people(report: Report) -> int:
    return max((c.share.total for c in report.representation.described_as), default=0)


def not_checked(failed: Sequence[Failure]) -> str:
    """The files that could not be checked, with the reason of each."""
    items = []
    for one in failed:
        name, said = sections.failure(one)
        items.append(f"<li><b>{esc(name)}</b>{esc(said)}</li>")
    title = f"✕ {esc(texts.NOT_CHECKED)}: {len(items)}"
    return f'<div class="ba-box ba-failed"><h2>{title}</h2><ul>{"".join(items)}</ul></div>'


def repeated(groups: Sequence[Same], names: Sequence[str]) -> str:
    """Files that are the same, by group."""
    items = "".join(
        f"<li>{listed(f'<b>{esc(names[index])}</b>' for index in group.members)}: "
        f"{esc(texts.SAME_FILE if group.identical else texts.SAME_WORDS)}</li>"
        for group in groups
    )
    return f'<div class="ba-box"><h2>{esc(texts.SAME)}</h2><ul>{items}</ul></div>'


def people_in_all(totals: Sequence[Total], reports: Sequence[Report]) -> str:
    """How people are described over all files; each number opens its files and sentences."""
    total = max((one.share.total for one in totals), default=0)
    if not total:
        return f'<div class="ba-box"><h2>{esc(texts.PEOPLE_IN_ALL)}</h2><p>{esc(texts.NOBODY)}</p></div>'
    described = dict(wording.GENDER_WORDS)
    rows = []
    for one in totals:
        if not one.share.count and one.label not in ("she", "he"):
            continue
        words = described.get(one.label, one.label)  # type: ignore[call-overload]
        words = f"described {words}" if words.startswith(("as ", "in ")) else words
        rows.append(
            f'<tr><th scope="row">{esc(opening(words))}</th><td class="n">{wording.share(one.share)}</td>'
            f"<td>{_opened(one, reports)}</td></tr>"
        )
    bar = "".join(
        f'<i class="p{n}" style="flex-grow:{one.share.count}"></i>' for n, one in enumerate(totals) if one.share.count
    )
    few = f"<p>{esc(texts.FEW)}</p>" if total < wording.LEAST_FOR_PERCENTAGE else ""
    return (
        f'<div class="ba-box"><h2>{esc(texts.PEOPLE_IN_ALL)}: {total:,}</h2>'
        f'<div class="ba-bar" aria-hidden="true">{bar}</div>'
        '<table class="ba-counts"><thead><tr><th scope="col">Described</th><th scope="col">How many</th>'
        f'<th scope="col">Where</th></tr></thead><tbody>{"".join(rows)}</tbody></table>{few}'
        f'<p class="ba-small">{esc(texts.PEOPLE_NOTE)}</p></div>'
    )


def _opened(one: Total, reports: Sequence[Report]) -> str:
    """The files of a number, and the sentences of each."""
    if not one.parts:
        return ""
    items = []
    for index, count in one.parts:
        found = sentences(reports[index], count)
        quotes = "".join(
            f'<li><span class="ba-soft">{esc(where)}:</span> {esc_inside(q.before)}<b>{esc(q.words)}</b>'
            f"{esc_inside(q.after)}</li>"
            for where, q in found[:_SENTENCES]
        )
        rest = f"<li>and {len(found) - _SENTENCES} more</li>" if len(found) > _SENTENCES else ""
        items.append(
            f"<li>{link(reports[index].name, f'd{index}')}: {count.share.count:,} of {count.share.total:,}"
            f"<ul>{quotes}{rest}</ul></li>"
        )
    return f"<details><summary>{counted(len(items), 'file')}</summary><ul>{''.join(items)}</ul></details>"


# --- workshop -----------------------------------------------------------------------------------


def marked_list(one: Mark) -> str:
    """A mark of the group in a line."""
    return f'<div class="ba-rule">{_mark(one)}</div>'


def _mark(one: Mark) -> str:
    why = f" {esc(opening(one.why))}" if one.why else ""
    return f'<q>{esc(_short(one.text))}</q>{why} <span class="ba-soft">{esc(one.place.label)}</span>'


def comparison(found: Comparison, report: Report, rules: Mapping[str, Rule]) -> str:
    """What both saw, what only the group saw, what only the tool saw, and where it stayed quiet on purpose."""
    both = [f"{_mark(one.mark)}<br>{_said(report.findings[one.finding], rules)}" for one in found.both]
    we = []
    for one in found.only_we:
        reasons = "".join(f"<br>{esc(texts.QUIET_HERE)} {quiet(hit, rules)}" for hit in one.quiet)
        we.append(f"{_mark(one.mark)}{reasons}")
    tool = [_said(report.findings[index], rules) for index in found.only_tool]
    parts = (
        ("ba-both", texts.BOTH, both, texts.BOTH_NONE, ""),
        ("ba-we", texts.ONLY_WE, we, texts.ONLY_WE_NONE, texts.ONLY_WE_NOTE),
        ("ba-tool", texts.ONLY_TOOL, tool, texts.ONLY_TOOL_NONE, ""),
    )
    boxes = "".join(_seen(*part) for part in parts)
    hidden = [quiet(hit, rules) for hit in found.quiet]
    below = _seen("ba-quiet", texts.QUIET, hidden, "", texts.QUIET_INTRO) if hidden else ""
    return f'<div class="ba-three">{boxes}</div><div style="margin-top:1rem">{below}</div>'


def _seen(css: str, title: str, items: Sequence[str], none: str, note: str) -> str:
    listed_items = "".join(f"<li>{item}</li>" for item in items)
    inside = f'<ul class="ba-seen">{listed_items}</ul>' if items else f"<p>{esc(none)}</p>"
    said = f'<p class="ba-soft">{esc(note)}</p>' if note and items else ""
    return f'<section class="ba-box {css}"><h2>{esc(title)} <span>{len(items)}</span></h2>{said}{inside}</section>'


def questions(asks: Sequence[str]) -> str:
    """The questions to talk about, in letters for a projector."""
    items = "".join(f"<li>{esc(ask)}</li>" for ask in asks)
    inside = f'<ol class="ba-ask">{items}</ol>' if items else f"<p>{esc(texts.TALK_NONE)}</p>"
    return f'<div class="ba-box">{heading(texts.TALK_TITLE)}{inside}</div>'


def twins(flips: Sequence[Flipped]) -> str:
    """Sentences beside their twins, the words that change underlined."""
    rows = []
    for one in flips:
        before = "".join(_piece(old, old != new) for old, new in one.pieces)
        after = "".join(_piece(new, old != new) for old, new in one.pieces)
        where = f'<span class="ba-soft">{esc(one.place.label)}</span>'
        rows.append(f'<div class="ba-twins">{where}<p>{before}</p><p>{after}</p></div>')
    inside = "".join(rows) or f"<p>{esc(texts.FLIP_NONE)}</p>"
    return f'<div class="ba-box">{heading(texts.FLIP_TITLE, texts.FLIP_INTRO if rows else "")}{inside}</div>'


def _piece(text: str, changed: bool) -> str:
    return f"<b>{esc(text)}</b>" if changed else esc_inside(text)


def as_written(
    text: str, findings: Sequence[Finding], silenced: Sequence[SilencedHit], rules: Mapping[str, Rule]
) -> str:
    """A passage in large letters with what the tool says to it."""
    return f'<div class="ba-rule ba-big"><p>{esc(text)}</p></div>{tried(findings, silenced, rules)}'


def strengths(found: Sequence[Strength], rules: Mapping[str, Rule]) -> str:
    """What works well in the document, so that a meeting begins with it."""
    items = "".join(f"<li>{esc(rules[one.entry].saw)}</li>" for one in found[:3] if one.entry in rules)
    return f'<section class="ba-box ba-good"><h2>{esc(texts.STRENGTHS)}</h2><ul>{items}</ul></section>'
