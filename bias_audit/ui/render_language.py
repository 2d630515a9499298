"""The Language and access tab, and the Flip tab, as HTML. Pure; everything from a document is escaped."""

from collections.abc import Sequence
from html import escape

from .. import wording
from ..flip import Flipped
from ..model import Finding, Report, Term
from ..reports import sections
from ..wording import counted, plain
from . import texts
from .render import esc, link
from .render_card import choice

_MOST = 40  # long sentences that are listed
_ACCESS = frozenset({"language", "poverty", "disability"})  # dimensions of what may keep a learner out


def reading(report: Report) -> str:
    """How hard the page is to read, its long sentences, and how tasks ask for answers."""
    lines = sections.reading_lines(report)
    if not lines:
        return f'<div class="ba-box ba-empty"><h2>{texts.NO_READING}</h2><p>{texts.NO_READING_MORE}</p></div>'
    said = "".join(f"<li>{esc(line)}</li>" for line in lines[:2] if line)
    asks = [line for line in lines if line.startswith("Tasks ask")]
    said += "".join(f"<li>{esc(line)}</li>" for line in asks)
    note = f'<p class="ba-small">{texts.READING_NOTE}</p>'
    return f'<div class="ba-box"><h2>{texts.READING}</h2><ul>{said}</ul>{note}</div>{_long(report)}'


def _long(report: Report) -> str:
    places = report.reading.long_sentences
    if not places:
        return ""
    items = "".join(
        f"<li>{esc(place.sentence)} {link(sections.place(place), f'b{place.block}')}</li>" for place in places[:_MOST]
    )
    rest = f"<li>{sections.more(len(places) - _MOST)}</li>" if len(places) > _MOST else ""
    title = texts.long_sentences(report.reading.long_sentence)
    summary = f"<summary>{counted(len(places), 'sentence')}</summary>"
    return f'<div class="ba-box"><h2>{title}</h2><details>{summary}<ul>{items}{rest}</ul></details></div>'


def words(report: Report) -> str:
    """Words with a second meaning, then long words that nothing explains; "" when there are none."""
    many, hard = report.reading.many_meanings, report.reading.hard_words
    parts = []
    if many:
        rows = "".join(
            f'<tr><th scope="row">{esc(term.word)}</th><td>{esc(term.everyday)}</td><td>{esc(term.subject)}</td>'
            f"<td>{_where(term)}</td></tr>"
            for term in many
        )
        heads = "".join(f'<th scope="col">{h}</th>' for h in texts.MEANINGS_HEADS)
        parts.append(
            f"<h2>{texts.MEANINGS}</h2><p>{texts.MEANINGS_NOTE}</p>"
            f'<div class="ba-scroll"><table class="ba-counts"><thead><tr>{heads}</tr></thead>'
            f"<tbody>{rows}</tbody></table></div>"
        )
    if hard:
        items = "".join(f'<tr><th scope="row">{esc(term.word)}</th><td>{_where(term)}</td></tr>' for term in hard)
        parts.append(
            f'<h2>{texts.HARD_WORDS}</h2><table class="ba-counts"><thead><tr>'
            f'<th scope="col">{texts.MEANINGS_HEADS[0]}</th><th scope="col">{texts.MEANINGS_HEADS[-1]}</th>'
            f"</tr></thead><tbody>{items}</tbody></table>"
        )
    return f'<div class="ba-box">{"".join(parts)}</div>' if parts else ""


def _where(term: Term) -> str:
    """ "2 times", and under it each place as a link; a term keeps its first places only."""
    places: dict[str, int] = {}
    for place in term.places:
        places.setdefault(sections.place(place), place.block)
    links = "<br>".join(link(label, f"b{block}") for label, block in places.items())
    return f"{counted(term.count, 'time')}<br>{links}" if links else counted(term.count, "time")


def access(report: Report, still: Sequence[tuple[int, Finding]]) -> str:
    """Open findings about language, money and taking part, each a link to its card."""
    groups = []
    for dimension in (d for d in wording.DIMENSIONS if d in _ACCESS):
        found = [index for index, finding in still if finding.dimension == dimension]
        if found:
            groups.append(f"<p><b>{wording.DIMENSIONS[dimension]}</b></p>{links(report, found)}")
    inside = "".join(groups) or f"<p>{texts.NO_BARRIERS}</p>"
    return f'<div class="ba-box"><h2>{texts.BARRIERS}</h2>{inside}</div>'


def links(report: Report, indices: Sequence[int]) -> str:
    """Findings as a list of links."""
    items = (link(choice(report, index), f"f{index}.0") for index in indices)
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


# --- the flip test ------------------------------------------------------------------------------


def flips(flipped: Sequence[Flipped], most: int) -> str:
    """Each sentence beside its twin, the changed words marked, the first ``most`` of them."""
    if not flipped:
        return f'<div class="ba-box ba-empty"><h2>{texts.NO_FLIP}</h2><p>{texts.FLIP_NONE}</p></div>'
    rows = "".join(
        f'<tr><td><span class="ba-tag ba-block">{texts.FLIP_AS_IS}</span>{_pieces(one, 0)}'
        f'<span class="ba-soft ba-block">{esc(one.place.label)}</span></td>'
        f'<td><span class="ba-tag ba-block">{texts.FLIP_TWIN}</span>{_pieces(one, 1)}</td></tr>'
        for one in flipped[:most]
    )
    return (
        f'<div class="ba-box"><p class="ba-lead">{texts.FLIP_NOTE}</p><table class="ba-flips"><thead><tr>'
        f'<th scope="col">{texts.FLIP_AS_IS}</th><th scope="col">{texts.FLIP_TWIN}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
        f'<p class="ba-small">{texts.flips(len(flipped))}</p></div>'
    )


def _pieces(one: Flipped, side: int) -> str:
    return "".join(
        escape(plain_piece(piece[side])) if piece[0] == piece[1] else f"<b>{escape(plain_piece(piece[side]))}</b>"
        for piece in one.pieces
    )


def plain_piece(text: str) -> str:
    """A piece of a sentence without control characters; the spaces at its edges stay."""
    return plain(f".{text}.")[1:-1]
