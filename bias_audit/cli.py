"""The command line. Each command parses, calls and writes; what is heavy is imported when it is needed."""

import io
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from .cli_files import (
    DONE,
    FOUND,
    UNREADABLE,
    USAGE,
    Format,
    Ocr,
    document_of,
    emit,
    exit_code,
    format_of,
    results_of,
    settings_of,
    write_out,
)
from .errors import BiasAuditError, ReadError, SettingsError
from .lost_objects import look_seldom


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
    results = results_of(paths, settings_of(setting, ocr), jobs)
    write_out(results, format or format_of(out), out)
    raise typer.Exit(exit_code(results, fail_on))


@app.command()
def read(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")],
    json: Annotated[bool, typer.Option("--json", help="Write JSON, without picture bytes.")] = False,
    ocr: Annotated[Ocr | None, OCR] = None,
) -> None:
    """Show a document as the tool reads it: every block with its kind and place."""
    from .reports import document

    found = document_of(file, settings_of(None, ocr))
    emit(document.as_json(found) if json else document.as_text(found))


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

    lexicon, patterns = load_lexicon(settings_of(setting).overlays), load_patterns()
    if id:
        page = pages.find(id, lexicon, patterns)
        emit(pages.as_markdown(page) if markdown else pages.as_text(page))
    else:
        found = pages.groups(lexicon, patterns)
        emit("\n".join(pages.reference(found, lexicon).values()) if markdown and not out else pages.as_list(found))
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

    settings = settings_of(setting, ocr)
    saw = {entry.id: entry.saw for entry in load_lexicon(settings.overlays).entries}
    emit(silenced.as_text(analyse(document_of(file, settings), settings), saw))


@app.command()
def flip(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")],
) -> None:
    """Show each sentence that names a gender beside its twin with genders swapped. Do both sound right?"""
    from .flip import flip
    from .reports import flipped

    document = document_of(file, settings_of(None))
    emit(flipped.as_text(document.name, flip(document)))


@app.command()
def gloss(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")],
    csv: Annotated[bool, typer.Option("--csv", help="Write CSV for a spreadsheet, not a Markdown table.")] = False,
) -> None:
    """Make a gloss box: subject words that mean something else every day, and long words to explain."""
    from .audit import analyse
    from .reports import gloss as box

    report = analyse(document_of(file, settings_of(None)))
    emit(box.as_csv(report) if csv else box.as_markdown(report))


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

    results = results_of(paths, settings_of(setting, ocr), 1)
    for failure in results.failures:
        typer.echo(failure.message, err=True)
    if results.reports:
        reports = results.reports
        name = reports[0].name if len(reports) == 1 else counted(len(reports), "document")
        emit(page.as_text(name, framework_view(reports, results.library), reports))
    raise typer.Exit(exit_code(results, None))


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

    emit(page.as_text(topic, suggest(topic, besides or ()), not_known(besides or ())))


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
    emit(f"{number} loaded; {failed} not hold.\n" if problems else f"{number} loaded: the rules hold.\n")
    raise typer.Exit(FOUND if problems else DONE)


@lexicons.command("schema")
def lexicons_schema() -> None:
    """Print the JSON Schema of a rule file, for editors."""
    from .lexicon import schema

    emit(schema())


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
    look_seldom()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows consoles have other ideas
            stream.reconfigure(encoding="utf-8", errors="replace")
    app(prog_name="bias-audit")
