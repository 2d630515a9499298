"""The framework view as text: per element what was seen, what was not, and what no software can tell."""

import textwrap
from collections.abc import Sequence

from ..framework_view import NOTE, Answer, Line
from ..model import Report
from ..wording import plain
from . import sections

_WIDTH = 100
_PLACES = 3  # that are named


def as_text(name: str, answers: Sequence[Answer], reports: Sequence[Report]) -> str:
    """All elements, framework by framework. Control characters are taken out."""
    lines = [plain(name), *_wrapped(NOTE, "")]
    framework = ""
    for answer in answers:
        if answer.framework.id != framework:
            framework = answer.framework.id
            title = f"{answer.framework.name} ({answer.framework.by})"
            lines += ["", title, "=" * len(title)]
        lines += ["", answer.element.title, *_wrapped(answer.asks, "  ")]
        lines += ["  Seen"] if answer.seen else []
        for line in answer.seen:
            lines += _wrapped(f"- {plain(line.text)}", "    ", "      ")
            for more in (*line.rows, *_where(line, reports)):
                lines += _wrapped(plain(more), "        ", "          ")
        lines += ["  Not seen"] if answer.not_seen else []
        for said in answer.not_seen:
            lines += _wrapped(f"- {plain(said)}", "    ", "      ")
        lines += ["  What software cannot tell", *_wrapped(answer.element.human, "    ")]
    return "\n".join(lines) + "\n"


def _where(line: Line, reports: Sequence[Report]) -> list[str]:
    """The first places behind a line, in one."""
    names = [where(number, sections.place(place), reports) for number, place in line.places]
    more = [sections.more(len(names) - _PLACES)] if len(names) > _PLACES else []
    return ["; ".join([*names[:_PLACES], *more])] if names else []


def where(number: int, place: str, reports: Sequence[Report]) -> str:
    """ "lesson.docx, page 2", and "page 2" where there is but one document."""
    return place if len(reports) == 1 else f"{reports[number].name}, {place}"


def _wrapped(text: str, first: str, rest: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest or first)
