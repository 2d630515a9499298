"""The framework view as text: per element what was seen, what was not, and what no software can tell."""

import textwrap
from collections.abc import Sequence

from ..framework_view import Answer
from ..wording import plain

_WIDTH = 100


def as_text(name: str, answers: Sequence[Answer]) -> str:
    """All elements, framework by framework. Control characters are taken out."""
    lines = [plain(name)]
    framework = ""
    for answer in answers:
        if answer.framework.id != framework:
            framework = answer.framework.id
            title = f"{answer.framework.name} ({answer.framework.by})"
            lines += ["", title, "=" * len(title)]
        lines += ["", answer.element.title, *_wrapped(answer.asks, "  ")]
        for title, said in (("Seen", answer.seen), ("Not seen", answer.not_seen)):
            lines += [f"  {title}"] if said else []
            for line in said:
                lines += _wrapped(f"- {plain(line)}", "    ", "      ")
        lines += ["  What software cannot tell", *_wrapped(answer.element.human, "    ")]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, first: str, rest: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest or first)
