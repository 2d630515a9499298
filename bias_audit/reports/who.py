"""Whom else a lesson could show, as text: who they are, why they fit, and where the facts were read."""

from collections.abc import Sequence

from ..public_figures import Figure
from ..who_else import Suggestion, pages_of
from ..wording import plain


def as_text(topic: str, people: Sequence[Suggestion], not_known: Sequence[str] = ()) -> str:
    """Everyone with years, country and field, the topics that fit, and the source; kind words where nobody is known.

    ``not_known``: whom the lesson shows already and the table does not know.
    """
    if not people:
        return (
            f"The table of people has nobody for “{plain(topic)}” yet. That says nothing about who has done great work "
            "in it.\nTry a wider word for the topic, or one of its parts (“rocks”, “electricity”, “bridges”), or ask "
            "the learners whom they know who does such work, in their families and nearby.\n"
        )
    lines = [f"Who else could a lesson on “{plain(topic)}” show? {len(people)} people to choose from:"]
    for suggestion in people:
        figure = suggestion.figure
        fits = "work near to it" if suggestion.near else "work on it"
        lines += [
            "",
            f"{figure.name}{_years(figure)}",
            f"  {figure.field}{', ' + ' and '.join(figure.countries) if figure.countries else ''}{_scottish(figure)}",
            f"  why: {fits}: {', '.join(suggestion.topics)}",
            f"  source: {'; '.join(pages_of(figure))}",
        ]
    if not_known:
        names = " or ".join(f"“{plain(name)}”" for name in not_known)
        lines += ["", f"The table does not know {names}, so nobody was chosen to go with them. A full name may help."]
    lines += ["", "Read more about whoever you choose before you show them: the table holds facts, not stories."]
    return "\n".join(lines) + "\n"


def _years(figure: Figure) -> str:
    if figure.born is not None and figure.died is not None:
        return f" ({_year(figure.born)}–{_year(figure.died)})"
    if figure.died is not None:
        return f" (died {_year(figure.died)})"
    if figure.born is not None:
        return f" (born {_year(figure.born)}{', living' if figure.living else ''})"
    return " (living)" if figure.living else ""


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{-year} BC"


def _scottish(figure: Figure) -> str:
    if not figure.scottish or "Scotland" in figure.countries:
        return ""
    return "; Scottish" if figure.scottish == "yes" else "; worked in Scotland"
