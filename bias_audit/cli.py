"""The command line. Each command parses, calls and writes; what is heavy is imported when it is needed."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from .errors import BiasAuditError, ReadError, SettingsError

if TYPE_CHECKING:
    from .library import OnDone, Outcome
    from .model import Document, Results, Settings
    from .ocr import OnPage

DONE, FOUND, USAGE, UNREADABLE = 0, 1, 2, 3  # exit codes
STDIN = "-"
STDIN_NAME = "standard input"


class _Commands(TyperGroup):
    """Turns our own errors into one line on stderr and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BiasAuditError as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(UNREADABLE if isinstance(error, ReadError) else USAGE) from error


app = typer.Typer(
    cls=_Commands,
    help="Shows what learning materials may be telling learners about who belongs, and helps to change it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
lexicons = typer.Typer(help="Check local rules, or print the schema of a rule file.", no_args_is_help=True)
app.add_typer(lexicons, name="lexicons")


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


OCR = typer.Option(
    "--ocr",
    help="Words in pictures: auto reads scanned pages and large pictures, always all of them, never none.",
)
SETTING = typer.Option(
    "--setting",
    metavar="FILE",
    exists=True,
    dir_okay=False,
    help="A TOML file: who the learners are, what comes first.",
)


def _version(wanted: bool) -> None:
    if wanted:
        from . import __version__

        typer.echo(f"bias-audit {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATHS...", help="Files and folders, or - for standard input.")],
    format: Annotated[
        Format | None, typer.Option(help="What to write; by default as the name of --out says, or text.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write to this file, not to standard output.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Files to work on at the same time.")] = 1,
    fail_on: Annotated[
        int | None,
        typer.Option(min=0, max=3, metavar="0..3", help="Exit with 1 when a finding is this weighty or more."),
    ] = None,
    setting: Annotated[Path | None, SETTING] = None,
    ocr: Annotated[Ocr | None, OCR] = None,
) -> None:
    """Check learning materials and write a report that starts with what works well."""
    results = _results(paths, _settings(setting, ocr), jobs)
    _write(results, format or _format_of(out), out)
    raise typer.Exit(_exit_code(results, fail_on))


@app.command()
def read(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")],
    json: Annotated[bool, typer.Option("--json", help="Write JSON, without picture bytes.")] = False,
    ocr: Annotated[Ocr | None, OCR] = None,
) -> None:
    """Show a document as the tool reads it: every block with its kind and place."""
    from .reports import document

    found = _document(file, _settings(None, ocr))
    _emit(document.as_json(found) if json else document.as_text(found))


@app.command()
def rules(
    id: Annotated[str, typer.Argument(metavar="[ID]", help="One rule, such as gender/fireman.")] = "",
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Write Markdown; without an ID the whole reference.")
    ] = False,
    out: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Where to write the whole reference.")] = None,
    setting: Annotated[Path | None, SETTING] = None,
) -> None:
    """List the rules, or show one: what it finds, why, when it is fine, examples, source."""
    from .lexicon import load_lexicon
    from .reports import rules as pages
    from .representation import load_patterns

    lexicon, patterns = load_lexicon(_settings(setting).overlays), load_patterns()
    if id:
        page = pages.find(id, lexicon, patterns)
        _emit(pages.as_markdown(page) if markdown else pages.as_text(page))
    else:
        found = pages.groups(lexicon, patterns)
        _emit("\n".join(pages.reference(found, lexicon).values()) if markdown and not out else pages.as_list(found))
        if markdown and out:
            out.mkdir(parents=True, exist_ok=True)
            for name, text in pages.reference(found, lexicon).items():
                (out / name).write_text(text, encoding="utf-8", newline="\n")


@app.command()
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")],
    setting: Annotated[Path | None, SETTING] = None,
    ocr: Annotated[Ocr | None, OCR] = None,
) -> None:
    """Show what was left alone or made less of, with the reason and the sentence."""
    from .audit import analyse
    from .lexicon import load_lexicon
    from .reports import silenced

    settings = _settings(setting, ocr)
    saw = {entry.id: entry.saw for entry in load_lexicon(settings.overlays).entries}
    _emit(silenced.as_text(analyse(_document(file, settings), settings), saw))


@app.command()
def flip(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")],
) -> None:
    """Show each sentence that names a gender beside its twin with genders swapped. Do both sound right?"""
    from .flip import flip
    from .reports import flipped

    document = _document(file, _settings(None))
    _emit(flipped.as_text(document.name, flip(document)))


@app.command()
def gloss(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")],
    csv: Annotated[bool, typer.Option("--csv", help="Write CSV for a spreadsheet, not a Markdown table.")] = False,
) -> None:
    """Make a gloss box: subject words that mean something else every day, and long words to explain."""
    from .audit import analyse
    from .reports import gloss as box

    report = analyse(_document(file, _settings(None)))
    _emit(box.as_csv(report) if csv else box.as_markdown(report))


@app.command()
def framework(
    paths: Annotated[list[str], typer.Argument(metavar="FILES...", help="Files and folders, or - for standard input.")],
    setting: Annotated[Path | None, SETTING] = None,
    ocr: Annotated[Ocr | None, OCR] = None,
) -> None:
    """Put what was found beside a framework's elements: seen, not seen, and what software cannot tell."""
    from .framework_view import framework_view
    from .reports import framework as page
    from .wording import counted

    results = _results(paths, _settings(setting, ocr), 1)
    for failure in results.failures:
        typer.echo(failure.message, err=True)
    if results.reports:
        reports = results.reports
        name = reports[0].name if len(reports) == 1 else counted(len(reports), "document")
        _emit(page.as_text(name, framework_view(reports, results.library), reports))
    raise typer.Exit(_exit_code(results, None))


@app.command()
def who(
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help='What the lesson is on, such as "plate tectonics".')],
    besides: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Whom the lesson shows already; once for each of them.")
    ] = None,
) -> None:
    """Name people whom a lesson could show as well: years, country, why they fit, and the source."""
    from .people.figures.who_else import not_known, suggest
    from .reports import who as page

    _emit(page.as_text(topic, suggest(topic, besides or ()), not_known(besides or ())))


@lexicons.command("check")
def lexicons_check(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", exists=True, file_okay=False, help="A folder of local rules."),
    ] = None,
) -> None:
    """Load the rules, local ones included, and run the examples that each carries."""
    from .lexicon_examples import check_examples
    from .pipeline import load_pipeline
    from .wording import counted

    pipeline = load_pipeline((str(folder),) if folder else ())
    problems = check_examples(pipeline)
    for problem in problems:
        typer.echo(problem, err=True)
    number = counted(len(pipeline.lexicon.entries), "rule")
    failed = counted(len(problems), "example does", "examples do")
    _emit(f"{number} loaded; {failed} not hold.\n" if problems else f"{number} loaded: the rules hold.\n")
    raise typer.Exit(FOUND if problems else DONE)


@lexicons.command("schema")
def lexicons_schema() -> None:
    """Print the JSON Schema of a rule file, for editors."""
    from .lexicon import schema

    _emit(schema())


@app.command()
def ui(
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, metavar="N", help="The port to use; 8501 by default.")
    ] = None,
    serve: Annotated[
        str, typer.Option(metavar="NAME", help="Let others in, who reach this computer by that name or address.")
    ] = "",
    password_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="With --serve: the first line is the password that is asked for."),
    ] = None,
    behind_proxy: Annotated[
        bool, typer.Option("--behind-proxy", help="With --serve: a reverse proxy on this computer asks who people are.")
    ] = False,
) -> None:
    """Open the app in a browser. It runs on this computer only, unless --serve lets others in."""
    from .ui import Serving, launch
    from .ui.door import LEAST, password

    if not serve:
        if password_file or behind_proxy:
            raise SettingsError("--password-file and --behind-proxy go with --serve NAME.")
        raise typer.Exit(launch(port))
    if (password_file is None) != behind_proxy:
        raise SettingsError(
            "Whoever reaches this computer could open the app. Add --password-file FILE, or --behind-proxy when a "
            "reverse proxy on this computer asks who people are; one of the two."
        )
    if password_file is not None and not password(password_file):
        raise SettingsError(
            f"{password_file} has no password in its first line. Write one of at least {LEAST} characters there."
        )
    raise typer.Exit(launch(port, Serving(serve, password_file)))


def main() -> None:
    """The entry point: ``bias-audit``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows consoles have other ideas
            stream.reconfigure(encoding="utf-8", errors="replace")
    app(prog_name="bias-audit")


# --- what the commands share --------------------------------------------------------------------


def _settings(path: Path | None, ocr: Ocr | None = None) -> "Settings":
    """The settings of a file; what the command line says comes before them."""
    from .model import Settings
    from .settings import load_settings

    settings = load_settings(path) if path else Settings()
    return replace(settings, ocr=ocr.value) if ocr else settings


def _results(paths: list[str], settings: "Settings", jobs: int) -> "Results":
    """Every path's outcome in the order given; standard input comes first."""
    from .library import audit_data, audit_many, items
    from .library_counts import library_of
    from .model import Failure, Report, Results

    files = [path for path in paths if path != STDIN]
    outcomes: list[Outcome] = []
    if STDIN not in paths and not items(files):
        raise BiasAuditError(f"There are no files to check in {', '.join(files)}. Give a file, or a folder with files.")
    with _progress() as (on_done, on_page):
        if STDIN in paths:
            outcomes.append(audit_data(_stdin(), STDIN_NAME, settings, on_page))
        outcomes += audit_many(files, settings, jobs=jobs, on_done=on_done, on_page=on_page)
    reports = tuple(outcome for outcome in outcomes if isinstance(outcome, Report))
    failures = tuple(outcome for outcome in outcomes if isinstance(outcome, Failure))
    return Results(reports, failures, library_of(reports))


@contextmanager
def _progress() -> "Iterator[tuple[OnDone, OnPage]]":
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


def _format_of(out: Path | None) -> Format:
    endings = {".json": Format.json, ".html": Format.html, ".htm": Format.html}
    return endings.get(out.suffix.lower(), Format.text) if out else Format.text


def _write(results: "Results", format: Format, out: Path | None) -> None:
    from .reports import WRITERS, terminal

    if out is None and format is Format.text and sys.stdout.isatty():
        width = min(110, os.get_terminal_size(sys.stdout.fileno()).columns)
        _emit(terminal.write(results, colour="NO_COLOR" not in os.environ, width=max(40, width)))
        return
    text = WRITERS[format.value](results)
    if out is None:
        _emit(text)
        return
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise BiasAuditError(f"The report could not be written to {out}: {reason}. Choose another file.") from error


def _exit_code(results: "Results", fail_on: int | None) -> int:
    if results.failures:
        return UNREADABLE
    levels = [finding.severity for report in results.reports for finding in report.findings]
    levels += [pattern.severity for report in results.reports for pattern in report.patterns]
    return FOUND if fail_on is not None and any(level >= fail_on for level in levels) else DONE


def _document(file: str, settings: "Settings") -> "Document":
    from .audit import read, read_bytes

    limits, ocr = settings.limits, settings.ocr
    with _progress() as (_, on_page):
        if file == STDIN:
            return read_bytes(_stdin(), STDIN_NAME, limits=limits, ocr=ocr, on_page=on_page)
        return read(Path(file), limits=limits, ocr=ocr, on_page=on_page)


def _stdin() -> bytes:
    return typer.get_binary_stream("stdin").read()


def _emit(text: str) -> None:
    """Write to stdout. Whoever reads may stop early (``| head``): that is no error."""
    try:
        typer.echo(text, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
