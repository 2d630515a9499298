"""People whom a lesson could show besides, as HTML: an offer. Pure; all is escaped."""

from collections.abc import Sequence

from ..people.figures.who_else import Suggestion
from ..reports import who
from ..wording import opening
from . import texts
from .render import esc


def intro(topics: Sequence[str]) -> str:
    """What this part of the tab is for; without topics, only that one may be typed."""
    said = texts.WHO_INTRO if topics else texts.WHO_NO_TOPIC
    return f'<div class="ba-who"><h2>{esc(who.TITLE)}</h2><p class="ba-soft">{esc(said)}</p></div>'


def people(topic: str, found: Sequence[Suggestion]) -> str:
    """Everybody with years, country, what they are known for and how described; kind words where nobody is known."""
    if not found:
        return f'<div class="ba-who" role="status"><p>{esc(who.nobody(topic))}</p><p>{esc(who.NOBODY_MORE)}</p></div>'
    items = "".join(f"<li>{_person(suggestion)}</li>" for suggestion in found)
    read = "".join(f"<li>{esc(s.figure.name)}: {esc(who.pages(s))}</li>" for s in found)
    return (
        f'<div class="ba-who" role="status"><h3>{esc(opening(topic))}</h3><ul class="ba-offer">{items}</ul>'
        f'<p class="ba-small">{esc(who.READ_MORE)}</p>'
        f'<details class="ba-small"><summary>{texts.WHO_READ}</summary><ul>{read}</ul></details></div>'
    )


def _person(suggestion: Suggestion) -> str:
    name, years = who.title(suggestion)
    lines = "".join(f"<br>{esc(line)}" for line in who.facts(suggestion))
    return f'<b>{esc(name)}</b> <span class="ba-soft">{esc(years)}</span>{lines}'
