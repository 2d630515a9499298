"""Make the screenshots in docs/screenshots/: the app with sample lessons, on a desktop and a phone.

    python docs/make_screenshots.py [light|dark]

Needs the ``dev`` extra and an installed Chromium or Chrome; nothing is downloaded.
"""

import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import FilePayload, Page, sync_playwright

ROOT = Path(__file__).parent.parent
FOLDER = Path(__file__).parent / "screenshots"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_COLOURS = 192
SIZES = {"1280": (1280, 1000), "390": (390, 844)}
LESSON = "S3 engineering careers (PowerPoint)"
TABS = {  # sample lesson -> the tabs to show with it
    LESSON: ("People and roles", "Careers and routes", "Frameworks", "Flip", "Save and share"),
    "P6 bridges (Word)": ("Pictures", "Language and access"),
}
FILES = {  # name -> the sample lesson that it is, or nothing readable
    "s3-engineering-careers.pptx": "s3-engineering-careers.pptx",
    "p5-coding.md": "p5-coding.md",
    "p5-coding (copy).md": "p5-coding.md",
    "p4-money-problems.md": "p4-money-problems.md",
    "last-year.docx": "",
}
PDF = "Higher STEM pathways (PDF)"
MANY = 40  # files, so that there is time to see them being read
MARKS = (("Engineers", "who is pictured?"), ("apprentice", "good: another way in"))


@contextmanager
def app() -> Iterator[str]:
    """The app on a free port, with a store of its own; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code = f"from bias_audit.ui import launch; launch({port})"
    folder = tempfile.TemporaryDirectory()
    store = str(Path(folder.name, "work.sqlite"))
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "STREAMLIT_SERVER_HEADLESS": "true",
        "BIAS_AUDIT_STORE": store,
    }
    with folder, subprocess.Popen([sys.executable, "-c", code], env=environment, start_new_session=True) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait(address)
            yield address
        finally:
            os.killpg(server.pid, 15)


def _wait(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit(f"The app did not start at {address}.")


def open_sample(page: Page, name: str) -> None:
    """Pick a sample lesson and wait for its review."""
    page.get_by_label("Or try a sample lesson").click()
    page.keyboard.type(name)
    page.get_by_role("option", name=name).wait_for()
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_role("button", name="Open the sample").click()
    page.locator(".ba-doc, .ba-page-picture").first.wait_for(timeout=60_000)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the app has drawn what was asked for, and stays so."""
    drawn = page.locator('.stApp[data-test-script-state="notRunning"]')
    quiet = 0
    while quiet < 5:
        drawn.wait_for(timeout=60_000)
        page.wait_for_timeout(150)
        quiet = quiet + 1 if drawn.count() and not page.get_by_test_id("stSkeleton").count() else 0


def pictures_of(page: Page, address: str, name: str) -> None:
    """The empty page, the review with a finding chosen and decided, and the other tabs."""
    page.goto(address)
    page.get_by_role("button", name="Open the sample").wait_for(timeout=60_000)
    page.wait_for_timeout(800)
    shoot(page, "start", name)
    open_sample(page, LESSON)
    shoot(page, "review", name)
    page.locator(".ba-doc mark").nth(1).click()
    settle(page)
    shoot(page, "finding", name)
    page.get_by_role("button", name="Not an issue").click()
    page.get_by_role("button", name="Report a false alarm").wait_for()
    settle(page)
    shoot(page, "decided", name)
    for lesson, tabs in TABS.items():
        if lesson != LESSON:
            start_again(page)
            open_sample(page, lesson)
        for tab in tabs:
            page.get_by_role("tab", name=tab).click()
            settle(page)
            page.evaluate("document.querySelector('[role=tablist]').scrollIntoView()")
            page.wait_for_timeout(300)
            shoot(page, tab.split()[0].lower(), name)


def paper_and_reading(page: Page, name: str) -> None:
    """A page of a PDF with its marks, and files while they are read."""
    start_again(page)
    open_sample(page, PDF)
    page.keyboard.press("Alt+n")
    settle(page)
    page.wait_for_timeout(500)
    shoot(page, "pdf", name)
    start_again(page)
    page.set_input_files("input[type=file]", [as_file(f"lesson-{n}.md", "p5-coding.md") for n in range(MANY)])
    page.locator(".ba-progress").wait_for(timeout=60_000)
    page.locator(".ba-doc").wait_for(timeout=60_000)
    page.wait_for_timeout(600)  # what is on its way out fades meanwhile
    shoot(page, "reading", name)
    page.get_by_role("button", name="Stop reading").click()
    start_again(page)


def start_again(page: Page) -> None:
    """The empty page."""
    settle(page)
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("button", name="Open the sample").wait_for()


def other_pages(page: Page, name: str) -> None:
    """Several files, a workshop from hidden results to what was agreed, the rules, and the setting."""
    page.set_input_files("input[type=file]", [as_file(*one) for one in FILES.items()])
    page.locator(".ba-doc").wait_for(timeout=120_000)
    to(page, "Several files")
    shoot(page, "files", name)
    to(page, "Workshop")
    page.get_by_role("combobox", name="Document").click()
    page.get_by_role("option", name="s3-engineering-careers.pptx").click()
    settle(page)
    for number, (words, why) in enumerate(MARKS, 1):
        page.locator(".ba-doc mark", has_text=words).first.click()
        page.locator(".ba-doc mark.on", has_text=words).wait_for()
        settle(page)
        page.get_by_label("3. Why").fill(why)
        page.get_by_role("button", name="Mark it").click()
        page.get_by_text(f"Marked so far ({number})").wait_for()
        settle(page)
    page.evaluate("document.querySelector('.stMain').scrollTo(0, 0)")
    shoot(page, "workshop-hidden", name)
    page.get_by_role("button", name="Show what the tool saw").click()
    page.locator(".ba-three").wait_for()
    settle(page)
    shoot(page, "workshop-compare", name)
    for step in ("Talk", "Rewrite", "Agree"):
        page.get_by_role("tab", name=step).click()
        settle(page)
        if step != "Agree":
            shoot(page, f"workshop-{step.lower()}", name)
    page.get_by_text("Cards to print").click()
    page.get_by_role("button", name="Save bingo cards").scroll_into_view_if_needed()
    settle(page)
    shoot(page, "workshop-cards", name)
    to(page, "Rules")
    page.get_by_label("Search the rules").fill("chairman")
    page.get_by_label("Search the rules").press("Enter")
    page.get_by_text("1 rule", exact=True).wait_for()
    settle(page)
    page.locator("[data-testid=stExpander] summary").first.click()
    settle(page)
    shoot(page, "rules", name)
    page.get_by_role("tab", name="Your own words").click()
    settle(page)
    shoot(page, "rules-own", name)
    to(page, "Our setting")
    page.get_by_role("combobox", name="Which stage are they at?").click()
    page.get_by_role("option", name="Primary").click()
    settle(page)
    page.get_by_label("One group on each line").fill("girls 48")
    page.get_by_label("One group on each line").blur()
    settle(page)
    page.evaluate("document.querySelector('.stMain').scrollTo(0, 0)")
    shoot(page, "setting", name)


def as_file(name: str, sample: str) -> FilePayload:
    """A file for the uploader."""
    data = (ROOT / "corpus_samples" / sample).read_bytes() if sample else b"PK"
    return {"name": name, "mimeType": "", "buffer": data}


def to(page: Page, name: str) -> None:
    """Another page, by its link in the bar."""
    page.locator(".st-key-pages").get_by_role("link", name=name, exact=True).click()
    page.get_by_role("heading", name=name, level=1).wait_for()
    settle(page)


def shoot(page: Page, what: str, name: str) -> None:
    """The page as it stands."""
    page.mouse.move(5, 500)  # away from marks, so that no tooltip shows
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    small = picture.quantize(_COLOURS, dither=Image.Dither.NONE)  # a third of the size, and no eye tells
    small.save(FOLDER / f"{what}-{name}.png", optimize=True)


def main() -> None:
    """Write all of them."""
    browser_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser_path is None:
        raise SystemExit("No Chromium or Chrome was found. Install one and try again.")
    FOLDER.mkdir(exist_ok=True)
    with app() as address, sync_playwright() as play:
        for theme in sys.argv[1:] or ("light", "dark"):
            for size, (width, height) in SIZES.items():
                with tempfile.TemporaryDirectory() as profile:
                    context = play.chromium.launch_persistent_context(
                        profile,
                        executable_path=browser_path,
                        args=FLAGS,
                        viewport={"width": width, "height": height},
                        color_scheme="dark" if theme == "dark" else "light",
                        reduced_motion="reduce",
                    )
                    page = context.new_page()
                    pictures_of(page, address, f"{size}-{theme}")
                    paper_and_reading(page, f"{size}-{theme}")
                    other_pages(page, f"{size}-{theme}")
                    context.close()


if __name__ == "__main__":
    main()
