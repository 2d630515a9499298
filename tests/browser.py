"""The app in a real browser, for the tests that need one: it is started once a module, and asked through Chromium."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = next(filter(None, map(shutil.which, BROWSERS)), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT = 180_000  # milliseconds: the first file also loads the language model, and the machine may be busy

browser_tests = [
    pytest.mark.browser,
    pytest.mark.skipif(
        BROWSER is None and "BIAS_AUDIT_BROWSER_REQUIRED" not in os.environ,
        reason=f"none of {', '.join(BROWSERS)} is installed",
    ),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app as `bias-audit ui` starts it, from a folder that is not the checkout."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "STREAMLIT_SERVER_HEADLESS": "true"}
    command = [sys.executable, "-c", f"from bias_audit.ui import launch; launch({port})"]
    folder = tmp_path_factory.mktemp("elsewhere")
    log = folder / "log.txt"
    with (
        log.open("wb") as output,
        subprocess.Popen(
            command, env=environment, cwd=folder, start_new_session=True, stdout=output, stderr=output
        ) as server,
    ):
        try:
            _wait_until_up(f"http://127.0.0.1:{port}", log)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(server.pid, signal.SIGTERM)


def _wait_until_up(address: str, log: Path) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()
            return
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"the app did not start: {log.read_text('utf-8', 'replace')[-2000:]}")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    with sync_playwright() as play:
        browser = play.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=BROWSER,
            headless=True,
            args=FLAGS,
            viewport={"width": 1280, "height": 1000},
            reduced_motion="reduce",
        )
        yield browser
        browser.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """A new page of the app. Every test also proves that it asked nothing of any other host."""
    page = context.new_page()
    asked: set[str] = set()
    faults: list[str] = []
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.on("websocket", lambda channel: asked.add(urlsplit(channel.url).netloc))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address)
    expect(page.get_by_role("heading", name="Check a lesson before you teach it")).to_be_visible(timeout=WAIT)
    yield page
    page.close()
    assert asked - {""} == {urlsplit(address).netloc}  # "" is data: and blob:, which stay in the page
    assert faults == []


def upload(page: Page, *files: Path | dict) -> None:
    page.locator("input[type=file]").set_input_files(list(files))
    expect(page.locator(".ba-doc, .ba-page-picture, .ba-failed").first).to_be_visible(timeout=WAIT)


def as_file(name: str, data: bytes) -> dict:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def settled(page: Page) -> None:
    """Wait until the page is drawn and stays so: a click in the middle of it can be lost."""
    drawn = page.locator('.stApp[data-test-script-state="notRunning"]')
    quiet = 0
    while quiet < 4:
        drawn.wait_for(timeout=WAIT)
        page.wait_for_timeout(150)
        quiet = quiet + 1 if drawn.count() else 0


def open_tab(page: Page, name: str) -> None:
    """Open a tab of a page that is at rest."""
    settled(page)
    tab = page.get_by_role("tab", name=name)
    tab.click()
    expect(tab).to_have_attribute("aria-selected", "true")
