"""Outputs, one file each. ``WRITERS`` maps a format to its ``write(results) -> str``."""

from collections.abc import Callable

from ..model import Results
from . import html, json_report, terminal

Writer = Callable[[Results], str]

WRITERS: dict[str, Writer] = {"text": terminal.write, "json": json_report.write, "html": html.write}
