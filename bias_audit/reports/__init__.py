"""Outputs, one file each. ``WRITERS`` maps a format to its ``write(results) -> str``."""

from collections.abc import Callable

from ..model import Results
from . import json_report

Writer = Callable[[Results], str]


# The process that reads files needs JSON alone: the language model comes with the other two.
def _text(results: Results) -> str:
    from . import terminal

    return terminal.write(results)


def _html(results: Results) -> str:
    from . import html

    return html.write(results)


WRITERS: dict[str, Writer] = {"text": _text, "json": json_report.write, "html": _html}
