"""The tabs about people, pictures and sharing as HTML. Pure; everything from a document is escaped."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from .. import wording
from ..model import AltQuality, Count, Person, Report
from ..reports import sections
from ..reports.html import person_counts, sentences
from ..wording import counted, opening
from .render import esc, link

_DESCRIBED: dict[AltQuality, str] = {
    "written": "Alt text written",
    "decorative": "Marked as decoration, so it needs no alt text",
    "automatic": "Alt text made by a machine: please check",
    "file name": "A file name in place of alt text",
    "missing": "No alt text",
    "not checkable": "This format does not let us check alt text",
}
_USABLE = frozenset({"written", "decorative"})


def people(report: Report) -> str:
    """Counts first, each opening its sentences; then who is named, and which of a pair comes first."""
    line = f'<p class="ba-lead">{esc(sections.people_line(report))}</p>'
    rows = [(opening(words), count) for words, count in person_counts(report)]
    table = _counts(report, rows, "How people are described") if report.people.persons else ""
    note = (
        '<p class="ba-small">We count what the words say: “she”, “he”, “they”, “Mrs”. We never guess from a '
        "first name or a face, so “not stated” is common and is not a fault.</p>"
    )
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
    cols = ("Described", "How many", "Where")
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
        '<div class="ba-box"><h2>Named people</h2><table class="ba-counts"><thead><tr>'
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
        f'<div class="ba-box"><h2>Who comes first in a pair</h2><p>{esc(line)}</p>'
        f"<details><summary>Open the pairs</summary><ul>{items}</ul></details></div>"
    )


def pictures(report: Report, thumbnails: Mapping[int, str]) -> str:
    """Every picture with its place, what its description is like, and its caption."""
    if not report.pictures:
        return '<div class="ba-box"><p>There are no pictures in this document.</p></div>'
    items = []
    for index, picture in enumerate(report.pictures):
        usable = picture.alt_quality in _USABLE
        sign = "✓" if usable else "●"
        quality = _DESCRIBED[picture.alt_quality]
        address = thumbnails.get(index, "")
        shown = f'<img src="{escape(address)}" alt="">' if address else "<span>no preview</span>"
        alt = f"<p>“{esc(picture.alt_text)}”</p>" if picture.alt_text else ""
        caption = f'<p class="ba-soft">Caption: {esc(picture.caption)}</p>' if picture.caption else ""
        items.append(
            f'<li class="ba-box"><div class="ba-thumb">{shown}</div><div>'
            f'<p class="ba-soft">{esc(picture.place.label)}</p>'
            f'<p class="{"ba-ok" if usable else "ba-look"}">{sign} {esc(quality)}</p>'
            f"{alt}{caption}</div></li>"
        )
    more = (sections.faces_line(report), sections.duplicates_line(report))
    return (
        f'<div class="ba-box"><p class="ba-lead">{esc(sections.pictures_line(report))}</p>'
        f"{''.join(f'<p>{esc(line)}</p>' for line in more if line)}"
        '<p class="ba-small">Alt text is what a learner hears when they cannot see the picture. '
        "The tool does not look at who is in a picture: of a face it knows only that there is one.</p></div>"
        f'<ul class="ba-pictures">{"".join(items)}</ul>'
    )


def sharing() -> str:
    """What the downloads are for."""
    return (
        '<div class="ba-box"><h2>Save and share</h2><p>The report is one file that opens in any browser '
        "and prints well. It holds the sentences it speaks about, so share it as you would share the lesson. "
        "Nothing is saved here: when you close this page, it is gone.</p></div>"
    )
