"""Whom else a lesson could show: who they are, why they fit, and where the facts were read, in words."""

from collections.abc import Sequence

from .. import wording
from ..model import Report
from ..people.figures.public_figures import Figure
from ..people.figures.who_else import Suggestion, offer, pages_of
from ..wording import listed, opening, plain

TITLE = "Who else could this lesson show?"
READ_MORE = "Read more about whoever you choose before you show them: the table holds facts, not stories."
NOTE = f"An offer, not a judgement: take whom you like, or nobody. {READ_MORE}"
NOBODY_MORE = (
    "Try a wider word for the topic, or one of its parts (“rocks”, “electricity”, “bridges”), or ask the learners whom "
    "they know who does such work, in their families and nearby."
)
_LIVING = {True: "living", False: "no longer living", None: ""}


def nobody(topic: str) -> str:
    """Kind words where the table has nobody for a topic."""
    return (
        f"The table of people has nobody for “{plain(topic)}” yet. "
        "That says nothing about who has done great work in it."
    )


def offers(report: Report) -> list[tuple[str, tuple[Suggestion, ...]]]:
    """For each topic of the lesson, people whom it does not show yet; nobody twice."""
    found = []
    named = shown(report)
    for topic in report.topics:
        if people := offer(topic, named):
            found.append((topic, people))
            named += [s.figure.name for s in people]
    return found


def shown(report: Report) -> list[str]:
    """The names of those whom the document shows already."""
    return [person.label for person in report.people.persons if person.named]


def title(suggestion: Suggestion) -> tuple[str, str]:
    """Name and years: ("Ada Lovelace", " (1815–1852)")."""
    return suggestion.figure.name, _years(suggestion.figure)


def facts(suggestion: Suggestion) -> tuple[str, ...]:
    """A line each: field and country, what they are known for, and how sources describe them."""
    figure = suggestion.figure
    described = opening(", ".join((wording.label(figure.gender), *figure.tags)))
    if figure.gender == "not stated":
        described = f"How described: {', '.join(figure.tags) or 'not stated'}"
    near = "; near to this topic" if suggestion.near else ""
    return (
        f"{opening(_field_and_country(figure))}{_scottish(figure)}",
        f"Known for: {', '.join(figure.topics)}{near}",
        described,
    )


def pages(suggestion: Suggestion) -> str:
    """Where the facts of somebody were read."""
    return "; ".join(pages_of(suggestion.figure))


def as_text(topic: str, people: Sequence[Suggestion], not_known: Sequence[str] = ()) -> str:
    """Everyone with years, country and field, the topics that fit, and the source; kind words where nobody is known.

    ``not_known``: whom the lesson shows already and the table does not know.
    """
    if not people:
        return f"{nobody(topic)}\n{NOBODY_MORE}\n"
    lines = [f"Who else could a lesson on “{plain(topic)}” show? {len(people)} people to choose from:"]
    for suggestion in people:
        figure = suggestion.figure
        fits = "work near to it" if suggestion.near else "work on it"
        lines += [
            "",
            f"{figure.name}{_years(figure)}",
            f"  {_field_and_country(figure)}{_scottish(figure)}",
            f"  why: {fits}: {', '.join(suggestion.topics)}",
            f"  source: {pages(suggestion)}",
        ]
    if not_known:
        names = " or ".join(f"“{plain(name)}”" for name in not_known)
        lines += ["", f"The table does not know {names}, so nobody was chosen to go with them. A full name may help."]
    lines += ["", READ_MORE]
    return "\n".join(lines) + "\n"


def _field_and_country(figure: Figure) -> str:
    return f"{figure.field}{', ' + listed(figure.countries) if figure.countries else ''}"


def _years(figure: Figure) -> str:
    if figure.born is not None and figure.died is not None:
        return f" ({_year(figure.born)}–{_year(figure.died)})"
    if figure.died is not None:
        return f" (died {_year(figure.died)})"
    if figure.born is not None:
        return f" (born {_year(figure.born)}{_LIVING[figure.living] and ', ' + _LIVING[figure.living]})"
    return f" ({_LIVING[figure.living]})" if _LIVING[figure.living] else ""


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{-year} BC"


def _scottish(figure: Figure) -> str:
    if not figure.scottish or "Scotland" in figure.countries:
        return ""
    return "; Scottish" if figure.scottish == "yes" else "; worked in Scotland"
