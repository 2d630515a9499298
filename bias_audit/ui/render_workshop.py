"""The workshop as HTML, in letters for a projector. Pure; what comes from a document or a person is escaped here."""

from collections.abc import Mapping, Sequence

from ..flip import Flipped
from ..model import Report, Rule, Strength
from ..wording import opening
from ..workshop import Comparison, Mark
from . import page_texts as texts
from .page_html import esc_inside, heading, quiet, said_of, short
from .render import esc


def marked(one: Mark) -> str:
    """A mark of the group in a line."""
    return f'<div class="ba-rule">{_mark(one)}</div>'


def _mark(one: Mark) -> str:
    why = f" {esc(opening(one.why))}" if one.why else ""
    return f'<q>{esc(short(one.text))}</q>{why} <span class="ba-soft">{esc(one.place.label)}</span>'


def comparison(found: Comparison, report: Report, rules: Mapping[str, Rule]) -> str:
    """What both saw, what only the group saw, what only the tool saw, and where it stayed quiet on purpose."""
    both = [f"{_mark(one.mark)}<br>{said_of(report.findings[one.finding], rules)}" for one in found.both]
    we = []
    for one in found.only_we:
        reasons = "".join(f"<br>{esc(texts.QUIET_HERE)} {quiet(hit, rules)}" for hit in one.quiet)
        we.append(f"{_mark(one.mark)}{reasons}")
    tool = [said_of(report.findings[index], rules) for index in found.only_tool]
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


def as_it_is(text: str) -> str:
    """A sentence of the document, beside its new versions."""
    return f'<p class="ba-label">{esc(texts.AS_IT_IS)}</p><blockquote class="ba-asis">{esc(text)}</blockquote>'


def strengths(found: Sequence[Strength], rules: Mapping[str, Rule]) -> str:
    """What works well in the document, so that a meeting begins with it."""
    items = "".join(f"<li>{esc(rules[one.entry].saw)}</li>" for one in found[:3] if one.entry in rules)
    return f'<section class="ba-box ba-good"><h2>{esc(texts.STRENGTHS)}</h2><ul>{items}</ul></section>'
