"""What the commands share: settings, what they read and how far they are, what they write, and their exit codes."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from .errors import BiasAuditError

if TYPE_CHECKING:
    from .library import OnDone, Outcome
    from .model import Document, Results, Settings
    from .ocr import OnPage

DONE, FOUND, USAGE, UNREADABLE = 0, 1, 2, 3  # exit codes
STDIN = "-"
STDIN_NAME = "standard input"


class Format(StrEnum):
    """The outputs of ``check``."""

    text = "text"
    json = "json"
    html = "html"


class Ocr(StrEnum):
    """Which words in pictures are read."""

    auto = "auto"
    always = "always"
    never = "never"


def settings_of(path: Path | None, ocr: Ocr | None = None) -> "Settings":
    """The settings of a file; what the command line says comes before them."""
    from .model import Settings
    from .settings import load_settings

    settings = load_settings(path) if path else Settings()
    return replace(settings, ocr=ocr.value) if ocr else settings


def results_of(paths: list[str], settings: "Settings", jobs: int) -> "Results":
    """Every path's outcome in the order given; standard input comes first."""
    from .library import audit_data, audit_many, items
    from .library_counts import library_of
    from .model import Failure, Report, Results

    files = [path for path in paths if path != STDIN]
    outcomes: list[Outcome] = []
    if STDIN not in paths and not items(files):
        raise BiasAuditError(f"There are no files to check in {', '.join(files)}. Give a file, or a folder with files.")
    with progress() as (on_done, on_page):
        if STDIN in paths:
            outcomes.append(audit_data(_stdin(), STDIN_NAME, settings, on_page))
        outcomes += audit_many(files, settings, jobs=jobs, on_done=on_done, on_page=on_page)
    reports = tuple(outcome for outcome in outcomes if isinstance(outcome, Report))
    failures = tuple(outcome for outcome in outcomes if isinstance(outcome, Failure))
    return Results(reports, failures, library_of(reports))


@contextmanager
def progress() -> "Iterator[tuple[OnDone, OnPage]]":
    """Bars on stderr where somebody may be watching: files, when there are several, and pages to recognise."""
    if not sys.stderr.isatty():
        yield (lambda done, total: None), (lambda done, total: None)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", visible=False)
        pictures = bar.add_task("Recognising words in pictures", visible=False)
        yield (
            lambda done, total: bar.update(task, completed=done, total=total, visible=total > 1),
            lambda done, total: bar.update(pictures, completed=done, total=total, visible=done < total),
        )


def format_of(out: Path | None) -> Format:
    """The format that the name of a file says; text without one."""
    endings = {".json": Format.json, ".html": Format.html, ".htm": Format.html}
    return endings.get(out.suffix.lower(), Format.text) if out else Format.text


def write_out(results: "Results", format: Format, out: Path | None) -> None:
    """Write a report to a file, or to stdout. Raises BiasAuditError where the file cannot be written."""
    from .reports import WRITERS, terminal

    if out is None and format is Format.text and sys.stdout.isatty():
        width = min(110, os.get_terminal_size(sys.stdout.fileno()).columns)
        emit(terminal.write(results, colour="NO_COLOR" not in os.environ, width=max(40, width)))
        return
    text = WRITERS[format.value](results)
    if out is None:
        emit(text)
        return
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise BiasAuditError(f"The report could not be written to {out}: {reason}. Choose another file.") from error


def exit_code(results: "Results", fail_on: int | None) -> int:
    """What the shell is told: files that could not be read come before what was found."""
    if results.failures:
        return UNREADABLE
    levels = [finding.severity for report in results.reports for finding in report.findings]
    levels += [pattern.severity for report in results.reports for pattern in report.patterns]
    return FOUND if fail_on is not None and any(level >= fail_on for level in levels) else DONE


def document_of(file: str, settings: "Settings") -> "Document":
    """A file, or standard input, as read. Raises ReadError."""
    from .audit import read, read_bytes

    limits, ocr = settings.limits, settings.ocr
    with progress() as (_, on_page):
        if file == STDIN:
            return read_bytes(_stdin(), STDIN_NAME, limits=limits, ocr=ocr, on_page=on_page)
        return read(Path(file), limits=limits, ocr=ocr, on_page=on_page)


def _stdin() -> bytes:
    return typer.get_binary_stream("stdin").read()


def emit(text: str) -> None:
    """Write to stdout. Whoever reads may stop early (``| head``): that is no error."""
    try:
        typer.echo(text, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
