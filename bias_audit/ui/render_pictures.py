"""The Pictures tab as HTML: the contact sheet, and the counts of what people said they see. Pure; all is escaped."""

from collections.abc import Iterable, Mapping, Set
from html import escape
from itertools import groupby

from .. import wording
from ..model import Count, Picture, Report
from ..picture_tags import PictureTag, tally
from ..reports import people_lines
from ..wording import opening
from . import texts
from .render import esc, link

_USABLE = frozenset({"written", "decorative"})


def summary(report: Report) -> str:
    """How many pictures there are, and what is known of them."""
    if not report.pictures:
        return f'<div class="ba-box ba-empty"><h2>{texts.NO_PICTURES}</h2><p>{texts.NO_PICTURES_MORE}</p></div>'
    more = (people_lines.faces_line(report), people_lines.duplicates_line(report))
    return (
        f'<div class="ba-box"><p class="ba-lead">{esc(people_lines.pictures_line(report))}</p>'
        f"{''.join(f'<p>{esc(line)}</p>' for line in more if line)}"
        f'<p class="ba-small">{texts.ALT_NOTE}</p></div>'
    )


def sheet(report: Report, thumbnails: Mapping[int, str], tagged: Set[str] = frozenset(), chosen: int = -1) -> str:
    """Every picture with its place, what its description is like, and its caption; ``tagged`` are hashes."""
    items = (
        _picture(index, picture, thumbnails.get(index, ""), picture.sha256 in tagged, index == chosen)
        for index, picture in enumerate(report.pictures)
    )
    return f'<ul class="ba-pictures">{"".join(items)}</ul>'


def _picture(index: int, picture: Picture, address: str, tagged: bool, chosen: bool) -> str:
    usable = picture.alt_quality in _USABLE
    shown = f'<img src="{escape(address)}" alt="">' if address else f"<span>{texts.NO_PREVIEW}</span>"
    lines = [f'<p class="ba-soft">{index + 1} · {esc(picture.place.label)}</p>']
    lines.append(f'<p class="{"ba-ok" if usable else "ba-look"}">{"✓" if usable else "●"} '
                 f"{texts.DESCRIBED[picture.alt_quality]}</p>")  # fmt: skip
    lines += [f"<p>“{esc(picture.alt_text)}”</p>"] if picture.alt_text else []
    lines += [f'<p class="ba-soft">{esc(texts.caption(picture.caption))}</p>'] if picture.caption else []
    if picture.faces is not None:
        lines.append(f'<p class="ba-soft">{texts.faces(picture.faces)}</p>')
    if picture.sha256:
        said = texts.TAG_CHANGE if tagged else texts.TAG_THIS
        lines.append(f"<p>{link(said, f'i{index}')}</p>")
    on = " on" if chosen else ""
    return (
        f'<li class="ba-box{on}" id="ba-i{index}"><div class="ba-thumb">{shown}</div><div>{"".join(lines)}</div></li>'
    )


def preview(report: Report, index: int, address: str) -> str:
    """The picture that is being talked about, above the questions."""
    picture = report.pictures[index]
    words = picture.alt_text or picture.caption
    shown = f'<img src="{escape(address)}" alt="{esc(words)}">' if address else f"<span>{texts.NO_PREVIEW}</span>"
    said = f"Picture {index + 1} of {len(report.pictures)} · {esc(picture.place.label)}"
    return f'<div class="ba-preview"><div class="ba-thumb">{shown}</div><p class="ba-soft">{said}</p></div>'


def tallies(report: Report, tags: Iterable[PictureTag]) -> str:
    """The counts of what was said, question by question; "" when nothing was said yet."""
    counts = tally(tags, report.pictures)
    if not counts:
        return ""
    parts = []
    for question, group in groupby(counts, key=lambda count: count.label.partition(": ")[0]):
        rows = "".join(_row(count) for count in group)
        name = texts.QUESTIONS.get(question, opening(question))
        parts.append(f'<table class="ba-counts ba-bars"><caption>{esc(name)}</caption><tbody>{rows}</tbody></table>')
    note = f'<p class="ba-small">{texts.TALLY_NOTE}</p>'
    return f'<div class="ba-box"><h2>{texts.TALLIES}</h2>{"".join(parts)}{note}</div>'


def _row(count: Count) -> str:
    answer = opening(count.label.partition(": ")[2])
    opens = ", ".join(link(str(index + 1), f"i{index}") for index in count.pictures)
    return (
        f'<tr><th scope="row">{esc(answer)}</th><td>{bar(count.share.count, count.share.total)}</td>'
        f'<td class="n">{wording.share(count.share)}</td><td>{opens and f"picture {opens}"}</td></tr>'
    )


def bar(count: int, total: int) -> str:
    """A plain bar; the number stands beside it."""
    width = round(100 * count / total) if total else 0
    return f'<span class="ba-one" aria-hidden="true"><i style="width:{width}%"></i></span>'
