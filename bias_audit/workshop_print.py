"""What a workshop prints: a summary, discussion cards and bingo cards, each one HTML page of its own.

Styles stand in the page and nothing is fetched; every word that comes from elsewhere is escaped.
"""

from collections.abc import Sequence
from html import escape

from . import wording
from .model import Report
from .reports import sections
from .wording import counted, opening, plain
from .workshop import Card, Comparison, Mark

_STYLE = """
:root{color-scheme:light}*{box-sizing:border-box}
body{font:12pt/1.5 system-ui,"Segoe UI",Arial,sans-serif;color:#1d2433;background:#fff;max-width:46rem;
margin:1.5rem auto;padding:0 1.2rem;overflow-wrap:anywhere}
h1{font-size:20pt;line-height:1.25;margin:0 0 .2rem}h2{font-size:13pt;margin:1.3rem 0 .3rem;break-after:avoid}
p{margin:.2rem 0}ul{margin:.2rem 0;padding-left:1.2rem}li{margin:.25rem 0;break-inside:avoid}.soft{color:#555f70}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #9aa3b2;padding:.4rem .5rem;text-align:left;
vertical-align:top}
.cards{display:grid;grid-template-columns:1fr 1fr;gap:6mm}
.card{border:1.5pt solid #1d2433;border-radius:4mm;padding:6mm;
min-height:82mm;break-inside:avoid;display:flex;flex-direction:column}.card .ask{margin-top:auto;font-weight:600}
.card blockquote{margin:3mm 0;font-size:14pt;line-height:1.4}.card b{border-bottom:2.5pt solid #a84700}
.bingo{break-after:page;break-inside:avoid}.bingo:last-of-type{break-after:auto}
.bingo table{table-layout:fixed;height:215mm;margin-top:4mm}.bingo tr{height:25%}
.bingo td{text-align:center;vertical-align:middle;font-size:12pt;line-height:1.35;padding:2mm}
@media(max-width:40rem){.cards{grid-template-columns:1fr}.bingo td{font-size:8pt;padding:1mm}}
@media print{body{margin:0;padding:0;max-width:none}.screen{display:none}}@page{size:A4;margin:14mm}
"""


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{_safe(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head><body>{body}</body></html>\n"
    )


def _safe(text: str) -> str:
    return escape(plain(text))


def summary(
    report: Report,
    found: Comparison,
    questions: Sequence[str],
    actions: Sequence[str],
    rewrites: Sequence[tuple[str, Sequence[str]]] = (),
    held_on: str = "",
) -> str:
    """One page to take away: what the group and the tool saw, what to talk about, what was agreed and rewritten."""
    seen = [
        ("Written another way", [_rewritten(sentence, versions) for sentence, versions in rewrites]),
        ("You and the tool saw", [_mark(both.mark) for both in found.both]),
        ("Only you saw", [_mark(one.mark) for one in found.only_we]),
        ("Only the tool saw", [_finding(report, index) for index in found.only_tool]),
        ("To talk about", [_safe(question) for question in questions]),
    ]
    agreed = "".join(f"<tr><td>{_safe(action)}</td><td></td><td></td></tr>" for action in actions)
    table = (
        '<table><thead><tr><th scope="col">What</th><th scope="col">Who</th><th scope="col">By when</th></tr></thead>'
        f"<tbody>{agreed}</tbody></table>"
        if agreed
        else '<p class="soft">Nothing was written down.</p>'
    )
    strengths = [_safe(rule.saw) for one in report.strengths for rule in report.rules if rule.id == one.entry]
    when = f" · {_safe(held_on)}" if held_on else ""
    body = (
        f"<h1>{_safe(report.name)}</h1><p class=soft>What we saw when we read it together{when}</p>"
        f"<h2>What we agreed</h2>{table}"
        + (f"<h2>Working well</h2>{_list(strengths[:5], 5)}" if strengths else "")
        + "".join(f"<h2>{title}: {len(items)}</h2>{_list(items)}" for title, items in seen if items)
        + '<p class="soft">Made on this computer with bias-audit. The tool notices and suggests; people decide.</p>'
    )
    return _page(f"Workshop: {report.name}", body)


def _mark(one: Mark) -> str:
    why = f" {_safe(opening(one.why))}." if one.why else ""
    return f"“{_safe(_short(one.text))}” <span class=soft>({_safe(one.place.label)})</span>{why.replace('..', '.')}"


def _rewritten(sentence: str, versions: Sequence[str]) -> str:
    new = dict.fromkeys(version.strip() for version in versions)
    lines = "".join(f"<br>→ {_safe(version)}" for version in new if version not in ("", sentence.strip()))
    return f"<span class=soft>{_safe(_short(sentence))}</span>{lines}"


def _finding(report: Report, index: int) -> str:
    finding = report.findings[index]
    rule = sections.rule_of(sections.rules_by_id(report), finding.entry)
    place = finding.places[0]
    where = f"<span class=soft>({_safe(sections.some_places(finding.places, 2))})</span>"
    return f"“{_safe(_short(place.text))}” {where} {_safe(rule.saw)}"


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _list(items: Sequence[str], most: int = 8) -> str:
    """Items that are HTML already; a page has room for so many."""
    rest = f"<li>and {len(items) - most} more</li>" if len(items) > most else ""
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items[:most])}{rest}</ul>"


def discussion(cards: Sequence[Card]) -> str:
    """Cards to cut out: a sentence with its words underlined, and a question."""
    made = "".join(
        f'<article class="card"><p class="soft">{_safe(wording.DIMENSIONS[card.dimension])}</p>'
        f"<blockquote>{_safe(card.before)}<b>{_safe(card.words)}</b>{_safe(card.after)}</blockquote>"
        f'<p class="soft">{_safe(card.why)}</p><p class="ask">{_safe(card.ask)}</p></article>'
        for card in cards
    )
    intro = (
        f'<div class="screen"><h1>Cards to talk about</h1><p class="soft">{counted(len(cards), "card")}. '
        "Print them and cut them out. Take one, read the sentence, and answer the question together.</p></div>"
    )
    return _page("Cards to talk about", f'{intro}<div class="cards">{made}</div>')


def bingo(cards: Sequence[Sequence[str]]) -> str:
    """Cards of things to spot, one on a page."""
    made = "".join(f'<section class="bingo"><h1>Spot it</h1>{_rules()}{_grid(card)}</section>' for card in cards)
    return _page("Spot it: bingo cards", made)


def _rules() -> str:
    return (
        '<p class="soft">Look through a lesson, a poster or a web page. Tick what you spot, and say where. '
        "Some squares are good news. A full row wins.</p>"
    )


def _grid(card: Sequence[str]) -> str:
    side = max(1, round(len(card) ** 0.5))
    cells = [f"<td>{_safe(square)}</td>" for square in card]
    rows = [f"<tr>{''.join(cells[at : at + side])}</tr>" for at in range(0, len(cells), side)]
    return f"<table>{''.join(rows)}</table>"
