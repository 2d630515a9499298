"""The command line: what it writes where, and with which exit code."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from bias_audit import __version__, cli_files, lexicon_examples, library
from bias_audit.cli import app
from bias_audit.cli_files import STDIN_NAME
from bias_audit.errors import Damaged, SettingsError
from bias_audit.lexicon import load_lexicon
from bias_audit.model import Finding, Occurrence, People, Place, Reading, Report, Representation, Rule, Settings
from bias_audit.reports import json_report
from bias_audit.reports import rules as rule_pages
from bias_audit.representation import load_patterns

ROOT = Path(__file__).parents[1]
run = CliRunner().invoke


def report_of(name: str, text: str, settings: Settings) -> Report:
    """A report by hand: the file says "severity 2", and so does its only finding."""
    if "damaged" in text:
        raise Damaged(f"{name} is damaged. Open it and save it again.")
    found = re.search(r"severity (\d)", text)
    place = Occurrence(0, 0, len(text), text, text, 0, Place("paragraph 1"))
    findings = (Finding("k", "gender/x", "gender", "term", int(found[1]), "sure", (place,)),) if found else ()  # type: ignore[arg-type]
    rules = (Rule("gender/x", "A word.", "Why."),) if found else ()
    nobody = (People(), Representation(), Reading())
    return Report(name, "text/plain", "", 0, 2, "0", "0", settings, (), (), (), findings, (), (), *nobody, (), rules)


@pytest.fixture(autouse=True)
def by_hand(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports made by hand, unless a test is marked as slow: those take the real way."""
    if "slow" not in request.keywords:
        monkeypatch.setattr(
            library, "audit", lambda path, settings, **_: report_of(path.name, path.read_text("utf-8"), settings)
        )
        monkeypatch.setattr(
            library, "audit_bytes", lambda data, name, settings, **_: report_of(name, data.decode(), settings)
        )


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder of files whose names say what is in them."""
    for name, text in (
        ("clean.txt", "two words"),
        ("mild.txt", "severity 1"),
        ("weighty.txt", "severity 3"),
        ("broken.txt", "damaged"),
    ):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("names", "options", "code"),
    [
        (["clean.txt"], [], 0),
        (["weighty.txt"], [], 0),
        (["clean.txt"], ["--fail-on", "0"], 0),
        (["mild.txt"], ["--fail-on", "1"], 1),
        (["mild.txt"], ["--fail-on", "2"], 0),
        (["clean.txt", "weighty.txt"], ["--fail-on", "3"], 1),
        (["broken.txt"], [], 3),
        (["broken.txt", "weighty.txt"], ["--fail-on", "1"], 3),
        (["gone.txt"], [], 3),
        (["clean.txt"], ["--fail-on", "4"], 2),
        (["clean.txt"], ["--jobs", "0"], 2),
        (["clean.txt"], ["--format", "xml"], 2),
        (["clean.txt"], ["--setting", "gone.toml"], 2),
        (["clean.txt"], ["--no-such-option"], 2),
        ([], [], 2),
    ],
)
def test_check_ends_with_the_documented_exit_code(files: Path, names: list[str], options: list[str], code: int) -> None:
    result = run(app, ["check", *(str(files / name) for name in names), *options])
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output


def test_check_writes_the_report_to_stdout_and_nothing_to_stderr(files: Path) -> None:
    result = run(app, ["check", str(files / "mild.txt")])
    assert result.stdout.startswith("mild.txt\n2 words\n")
    assert "● Have a look · sure" in result.stdout and "«severity 1»" in result.stdout
    assert result.stderr == ""


def test_check_reads_a_folder_and_names_what_it_could_not_read(files: Path) -> None:
    result = run(app, ["check", str(files), "--format", "json"])
    results = json_report.read_results(result.stdout)
    assert [report.name for report in results.reports] == ["clean.txt", "mild.txt", "weighty.txt"]
    assert [failure.name for failure in results.failures] == ["broken.txt"]
    assert str(files) not in result.stdout
    assert result.exit_code == 3


@pytest.mark.parametrize(
    ("out", "options", "start"),
    [
        ("report.html", [], "<!doctype html>"),
        ("report.json", [], "{\n"),
        ("report.txt", [], "mild.txt\n"),
        ("report.dat", ["--format", "html"], "<!doctype html>"),
        ("report.html", ["--format", "json"], "{\n"),
    ],
)
def test_check_writes_to_a_file_in_the_format_that_its_name_says(
    files: Path, out: str, options: list[str], start: str
) -> None:
    result = run(app, ["check", str(files / "mild.txt"), "--out", str(files / out), *options])
    assert (result.exit_code, result.stdout) == (0, "")
    assert (files / out).read_text("utf-8").startswith(start)


def test_check_says_so_when_the_report_cannot_be_written(files: Path) -> None:
    result = run(app, ["check", str(files / "mild.txt"), "--out", str(files / "no" / "folder.html")])
    assert result.exit_code == 2
    assert "Choose another file" in result.stderr and "Traceback" not in result.stderr


def test_check_says_so_when_a_folder_holds_no_files(tmp_path: Path) -> None:
    result = run(app, ["check", str(tmp_path)])
    assert result.exit_code == 2 and "no files to check" in result.stderr


def test_check_reads_standard_input(files: Path) -> None:
    result = run(app, ["check", "-", str(files / "mild.txt"), "--format", "json"], input="severity 2")
    reports = json_report.read_results(result.stdout).reports
    assert [report.name for report in reports] == [STDIN_NAME, "mild.txt"]
    assert reports[0].findings[0].severity == 2


def test_check_uses_the_settings_file_and_prints_it(files: Path) -> None:
    (files / "ours.toml").write_text('off = ["gender/x"]\n[profile]\nstage = "primary"\n', "utf-8")
    result = run(app, ["check", str(files / "mild.txt"), "--setting", str(files / "ours.toml")])
    assert result.exit_code == 0, result.output
    assert "Learners: primary." in result.stdout and "Rules switched off: gender/x." in result.stdout


@pytest.mark.parametrize(("options", "mode"), [([], "always"), (["--ocr", "never"], "never")])
def test_check_takes_the_mode_of_recognition_as_a_setting(files: Path, options: list[str], mode: str) -> None:
    (files / "ours.toml").write_text('ocr = "always"\n', "utf-8")
    command = ["check", str(files / "mild.txt"), "--format", "json", "--setting", str(files / "ours.toml")]
    [report] = json_report.read_results(run(app, [*command, *options]).stdout).reports
    assert report.settings.ocr == mode


def test_progress_says_how_many_pages_are_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", Terminal())
    with cli_files.progress() as (_, on_page):
        on_page(1, 4)
    assert "Recognising words in pictures" in sys.stderr.getvalue() and "25%" in sys.stderr.getvalue()  # type: ignore[attr-defined]


def test_check_refuses_settings_that_it_does_not_know(files: Path) -> None:
    (files / "ours.toml").write_text('mood = "kind"\n', "utf-8")
    result = run(app, ["check", str(files / "mild.txt"), "--setting", str(files / "ours.toml")])
    assert result.exit_code == 2 and "mood" in result.stderr and "Traceback" not in result.stderr


def test_settings_errors_that_turn_up_in_the_middle_end_the_run(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, settings: Settings, **_: object) -> Report:
        raise SettingsError("The folder of local rules 'ours' was not found.")

    monkeypatch.setattr(library, "audit", refuse)
    result = run(app, ["check", str(files / "mild.txt")])
    assert (result.exit_code, result.stderr) == (2, "The folder of local rules 'ours' was not found.\n")


# --- the other commands -------------------------------------------------------------------------


def test_read_shows_blocks_with_kind_and_place(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Bridges\n\nBuild \x1b[31ma\x1b[0m pier.\n\n![A pier](pier.png)\n", "utf-8")
    result = run(app, ["read", str(tmp_path / "a.md")])
    assert result.exit_code == 0
    assert "heading] Bridges" in result.stdout and "paragraph] Build " in result.stdout
    assert "\x1b" not in result.stdout


def test_read_json_reads_back_as_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One line.\n\nAnother.\n", "utf-8")
    from_file = run(app, ["read", str(tmp_path / "a.txt"), "--json"])
    assert [block.text for block in json_report.read_document(from_file.stdout).blocks] == [
        "One line.",
        "Another.",
    ]
    piped = run(app, ["read", "-", "--json"], input="One line.")
    assert json_report.read_document(piped.stdout).name == STDIN_NAME


@pytest.mark.parametrize("command", ["read", "explain"])
def test_a_file_that_cannot_be_read_is_named_on_stderr(tmp_path: Path, command: str) -> None:
    result = run(app, [command, str(tmp_path / "gone.docx")])
    assert (result.exit_code, result.stdout) == (3, "")
    assert "gone.docx" in result.stderr and "Traceback" not in result.stderr


def all_rules() -> set[str]:
    lexicon = load_lexicon()
    return {rule.id for rule in (*lexicon.entries, *lexicon.strengths, *load_patterns())}


def test_rules_lists_every_rule_under_its_dimension() -> None:
    result = run(app, ["rules"])
    assert result.exit_code == 0
    listed = re.findall(r"^  . (\S+)  ", result.stdout, re.M)
    assert sorted(listed) == sorted(all_rules())
    assert result.stdout.startswith("Gender\n")


def test_rules_shows_one_rule_with_its_reasons_and_examples() -> None:
    entry = load_lexicon().entries[0]
    titles = [
        "What it finds",
        "Why it may matter",
        "When it is fine",
        "It speaks",
        "It stays silent",
        "Source",
    ]
    for options in ([], ["--markdown"]):
        result = run(app, ["rules", entry.id, *options])
        assert result.exit_code == 0
        assert [title for title in titles if title not in result.stdout] == []
    assert entry.why in run(app, ["rules", entry.id]).stdout


def test_rules_shows_what_only_counting_finds_and_what_works_well() -> None:
    for rule in (*load_patterns()[:1], *load_lexicon().strengths[:1]):
        result = run(app, ["rules", rule.id])
        assert result.exit_code == 0
        assert rule.saw in result.stdout and rule.why in result.stdout


def test_rules_says_what_is_near_when_there_is_no_such_rule() -> None:
    result = run(app, ["rules", "gender/no-such-rule"])
    assert result.exit_code == 2
    assert "There is no rule" in result.stderr and "Traceback" not in result.stderr


def test_rules_markdown_is_the_whole_reference() -> None:
    text = run(app, ["rules", "--markdown"]).stdout
    assert sorted(re.findall(r"^## ([a-z]+/\S+)$", text, re.M)) == sorted(all_rules())
    assert all(f"**{guard} " in text for guard in load_lexicon().guards)


def test_rules_markdown_keeps_marks_as_text() -> None:
    assert rule_pages._escaped("[he] *is* <b>") == r"\[he\] \*is\* \<b\>"


def test_lexicons_schema_is_json() -> None:
    result = run(app, ["lexicons", "schema"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["title"] == "bias-audit lexicon file"


@pytest.mark.parametrize(("options", "port"), [([], None), (["--port", "8600"], 8600)])
def test_ui_starts_the_app_and_ends_with_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, options: list[str], port: int | None
) -> None:
    asked: list[int | None] = []
    monkeypatch.setattr("bias_audit.ui.launch", lambda port: asked.append(port) or 0)
    assert run(app, ["ui", *options]).exit_code == 0
    assert asked == [port]


def test_version_is_said() -> None:
    result = run(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"bias-audit {__version__}\n")


# --- help and documentation ---------------------------------------------------------------------


def commands() -> dict[str, Any]:
    found: dict[str, Any] = {}

    def collect(command: Any, name: str) -> None:
        for sub, inner in getattr(command, "commands", {}).items():
            collect(inner, f"{name} {sub}".strip())
        if not hasattr(command, "commands"):
            found[name] = command

    collect(typer.main.get_command(app), "")
    return found


def test_commands_are_the_agreed_ones() -> None:
    assert sorted(commands()) == [
        "check",
        "explain",
        "flip",
        "framework",
        "gloss",
        "lexicons check",
        "lexicons schema",
        "read",
        "rules",
        "ui",
        "who",
    ]


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_has_help_and_is_documented_with_its_options(name: str) -> None:
    command = commands()[name]
    assert command.help
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    part = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert part, f"docs/cli.md has no section ## {name}"
    for parameter in command.params:
        if parameter.param_type_name == "option":
            assert getattr(parameter, "help", None), parameter.name
            assert f"`{parameter.opts[-1]}" in part[1], parameter.opts
    assert run(app, [*name.split(), "--help"]).exit_code == 0


def test_documentation_names_no_command_that_does_not_exist() -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert set(re.findall(r"^## ([a-z ]+)$", text, re.M)) == set(commands())


def python(*arguments: str, **options) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, *arguments], capture_output=True, env=environment, timeout=120, **options)


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom bias_audit.cli import main\n"
        "sys.argv = ['bias-audit', 'check', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = ('spacy', 'streamlit', 'docx', 'pdfplumber', 'jinja2')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = python("-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(b"[]" + os.linesep.encode())


def test_output_is_utf8_whatever_the_console_prefers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Cèilidh ← Gàidhlig 🌱", "utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "bias_audit", "read", str(tmp_path / "a.txt")],
        capture_output=True,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    assert "Cèilidh ← Gàidhlig 🌱" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="pipes end in another way on Windows")
def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A long line of words.\n\n" * 20000, "utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "bias_audit", "read", str(tmp_path / "a.txt")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
    ) as process:  # fmt: skip
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, errors) == (0, b"")


# --- the real way -------------------------------------------------------------------------------


@pytest.mark.slow
def test_check_gives_the_same_bytes_each_time_and_for_any_number_of_jobs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The fireman showed the boys and girls his hose.\n", "utf-8")
    (tmp_path / "b.md").write_text("# Pier\n\nEvery engineer tests his bridge.\n", "utf-8")
    command = ["-m", "bias_audit", "check", str(tmp_path), "--format", "json"]
    first, second = python(*command), python(*command, "--jobs", "2")
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    assert first.stdout == second.stdout
    results = json_report.read_results(first.stdout.decode("utf-8"))
    assert [report.name for report in results.reports] == ["a.txt", "b.md"]
    assert any(place.text == "fireman" for finding in results.reports[0].findings for place in finding.places)


@pytest.mark.slow
def test_explain_shows_why_it_said_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The word “fireman” is an old job title for a firefighter.\n", "utf-8")
    result = run(app, ["explain", str(tmp_path / "a.txt")])
    assert result.exit_code == 0
    assert "«fireman»" in result.stdout and "GG0" in result.stdout


@pytest.mark.parametrize(
    ("problems", "code", "says"),
    [([], 0, "rules hold"), (["gender/x: not found: 'A [word].'"], 1, "1 example does not hold")],
)
def test_lexicons_check_says_which_examples_do_not_hold(
    monkeypatch: pytest.MonkeyPatch, problems: list[str], code: int, says: str
) -> None:
    monkeypatch.setattr(lexicon_examples, "check_examples", lambda pipeline: problems)
    result = run(app, ["lexicons", "check"])
    assert (result.exit_code, result.stderr) == (code, "".join(f"{problem}\n" for problem in problems))
    assert says in result.stdout


def test_lexicons_check_names_file_and_line_of_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text("dimension: gender\nentries:\n- id: gender/x\n", "utf-8")
    result = run(app, ["lexicons", "check", str(tmp_path)])
    assert result.exit_code == 2 and "ours.yaml, line 3" in result.stderr


@pytest.mark.slow
def test_flip_shows_a_sentence_above_its_twin(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("She lent him her ruler. It broke.\n", "utf-8")
    result = run(app, ["flip", str(tmp_path / "a.txt")])
    assert result.exit_code == 0
    assert "  She lent him her ruler.\n  He lent her his ruler.\n" in result.stdout and "It broke" not in result.stdout


@pytest.mark.slow
def test_gloss_makes_a_box_of_words_with_two_meanings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The force is 5 newtons. A force does work.\n", "utf-8")
    table = run(app, ["gloss", str(tmp_path / "a.txt")])
    assert table.exit_code == 0 and "| force | to make someone do something | a push or a pull | 2 |" in table.stdout
    sheet = run(app, ["gloss", "--csv", str(tmp_path / "a.txt")])
    assert sheet.stdout.splitlines()[:2] == [
        "Word,Every day,In this subject,Times",
        "force,to make someone do something,a push or a pull,2",
    ]
