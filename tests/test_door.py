"""An app that serves others: only on purpose, and only to those who are let in."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from test_ui import LESSON, ROOT, button, markup, started, upload
from test_ui_work import refreshed
from typer.testing import CliRunner

from bias_audit import ui
from bias_audit.cli import app as commands
from bias_audit.ui import door, texts

pytestmark = pytest.mark.usefixtures("reads_at_once")
WORD = "many quiet otters"


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A server that asks for the password in this file."""
    file = tmp_path / "password.txt"
    file.write_text(f"{WORD}\n", "utf-8")
    monkeypatch.setenv(door.FILE, str(file))
    monkeypatch.setenv("BIAS_AUDIT_STORE", str(tmp_path / "work.sqlite"))
    monkeypatch.setattr(door, "PAUSE", 0.05)
    return file


def at_the_door() -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180).run()
    assert not app.exception
    return app


def say(app: AppTest, word: str) -> AppTest:
    app.text_input[0].set_value(word)
    button(app, texts.COME_IN).click().run()
    assert not app.exception
    return app


@pytest.mark.usefixtures("asked")
def test_nothing_is_shown_before_the_password() -> None:
    app = at_the_door()
    assert texts.ASK_PASSWORD in markup(app)
    assert not app.get("file_uploader") and not app.get("page_link")
    for wrong in ("", WORD[:-1], f"{WORD} "):
        assert texts.WRONG_PASSWORD in markup(say(app, wrong)) and not app.get("file_uploader")
    say(app, WORD)
    assert texts.ASK_PASSWORD not in markup(app) and app.get("file_uploader")


@pytest.mark.usefixtures("asked")
def test_address_of_kept_work_lets_in_and_a_made_up_one_does_not() -> None:
    app = upload(say(at_the_door(), WORD), ("bridges.md", LESSON, "text/markdown"))
    assert "<h1>bridges.md</h1>" in markup(refreshed(app))
    app.query_params["work"] = "A" * 43
    assert texts.ASK_PASSWORD in markup(refreshed(app))


@pytest.mark.parametrize("written", ["", "too short", None])
def test_file_without_a_password_lets_nobody_in(asked: Path, written: str | None) -> None:
    asked.unlink() if written is None else asked.write_text(written, "utf-8")
    app = at_the_door()
    assert texts.WRONG_PASSWORD in markup(say(app, written or "")) and not app.get("file_uploader")


def test_wrong_tries_wait_for_each_other(asked: Path) -> None:
    start = time.monotonic()
    assert not any(door.is_right(str(n)) for n in range(3))
    assert time.monotonic() - start >= 3 * door.PAUSE
    assert door.is_right(WORD)


def test_without_a_password_file_nothing_is_asked() -> None:
    assert texts.ASK_PASSWORD not in markup(started())


# --- the command --------------------------------------------------------------------------------


def served(monkeypatch: pytest.MonkeyPatch, *options: str) -> tuple[list[str], dict[str, str]]:
    """What would be started, and its environment."""
    ran: list[tuple[list[str], dict[str, str]]] = []

    def run(command: list[str], check: bool, env: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
        ran.append((command, env))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(ui.subprocess, "run", run)
    result = CliRunner().invoke(commands, ["ui", *options])
    assert result.exit_code == 0, result.output
    return ran[0]


def test_serving_with_a_password_listens_to_others(monkeypatch: pytest.MonkeyPatch, asked: Path) -> None:
    monkeypatch.delenv(door.FILE)
    command, environment = served(monkeypatch, "--serve", "audit.school.example", "--password-file", str(asked))
    assert {"--server.address=0.0.0.0", "--browser.serverAddress=audit.school.example"} <= set(command)
    assert environment[door.FILE] == str(asked) and WORD not in " ".join(command)


def test_behind_a_proxy_it_keeps_to_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    command, environment = served(monkeypatch, "--serve", "audit.school.example", "--behind-proxy")
    assert {"--server.address=127.0.0.1", "--browser.serverAddress=audit.school.example"} <= set(command)
    assert door.FILE not in environment


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--serve", "here"), "Whoever reaches this computer could open the app"),
        (("--serve", "here", "--behind-proxy", "--password-file", "x"), "one of the two"),
        (("--behind-proxy",), "go with --serve"),
        (("--serve", "here", "--password-file", "no-such-file"), "has no password in its first line"),
    ],
)
def test_serving_needs_someone_who_asks(options: tuple[str, ...], said: str) -> None:
    result = CliRunner().invoke(commands, ["ui", *options])
    assert result.exit_code == 2
    assert said in re.sub(r"\s+", " ", result.output)


def test_server_asks_nothing_of_the_internet() -> None:
    code = (
        "import runpy, sys; from streamlit.web import cli; cli.main = lambda *a, **k: None; "
        "runpy.run_module('bias_audit.ui.server', run_name='__main__'); "
        "from streamlit import net_util; print(net_util.get_external_ip())"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, cwd=ROOT)
    assert ran.stdout.strip() == "None", ran.stderr
