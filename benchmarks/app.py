"""``python -m benchmarks.app``: how long the app takes to answer, as its server works, without a browser's drawing."""

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import docx
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate
from streamlit.testing.v1 import AppTest

from bias_audit.ui import choose, texts

from .__main__ import HERE, paragraphs

ROUNDS = 5
PLANTED = ("The fireman checked the ladder.", "A team of boffins met the chairman.", "Girls find physics hard.")
WORDS_A_PAGE = 350


def main() -> int:
    """Print the best of several rounds: seconds on the clock, and seconds of this process alone."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BIAS_AUDIT_STORE"] = str(Path(folder, "work.sqlite"))
        choose.PATIENCE = 120  # without a browser nobody looks again: the run waits for the whole of the file
        opened("warm up.docx", as_docx(1))
        report("first result, 10 pages, Word", lambda n: opened(f"{n}.docx", as_docx(10)))
        report("first result, 10 pages, PDF", lambda n: opened(f"{n}.pdf", as_pdf(10)))
        app = opened("lesson.docx", as_docx(10))
        for tab in texts.TABS.values():
            report(f"to the tab {tab}", partial(turned, app, tab))
        app.session_state.tab = texts.TABS["document"]
        app.run()
        topic = f"topic:{app.session_state.document}"
        report("filter", lambda n: filtered(app, topic, ["gender"] if n % 2 else []))
        report("next thing", lambda n: pressed(app, (texts.NEXT, texts.PREVIOUS)[n % 2]))
        long = opened("long.pdf", as_pdf(300))
        report("another page of 300", lambda _: pressed(long, texts.PAGE_ON))
        report("a page that was shown before", lambda n: pressed(long, (texts.PAGE_BACK, texts.PAGE_ON)[n % 2]))
    return 0


def report(what: str, do: Callable[[int], object]) -> None:
    """Time something, and print the best."""
    took = []
    for number in range(ROUNDS):
        clock, own = time.perf_counter(), time.process_time()
        do(number)
        took.append((time.perf_counter() - clock, time.process_time() - own))
    print(
        f"{what}: {min(one for one, _ in took):.2f} s, of this process {min(own for _, own in took):.2f} s", flush=True
    )


def opened(name: str, data: bytes) -> AppTest:
    """The app with a file that was just read."""
    app = AppTest.from_file(str(HERE.parent / "app.py"), default_timeout=300).run()
    app.file_uploader[0].set_value([(name, data, "")]).run()
    if app.exception or not app.session_state.outcomes:
        raise SystemExit(f"{name} was not read: {app.exception}")
    return app


def turned(app: AppTest, tab: str, _: int) -> None:
    """Draw the page with that tab open."""
    app.session_state.tab = tab
    app.run()


def filtered(app: AppTest, topic: str, chosen: list[str]) -> None:
    """Show these topics only, or all."""
    app.session_state[topic] = chosen
    app.run()


def pressed(app: AppTest, label: str) -> None:
    """Press the button of that name."""
    next(button for button in app.button if button.label == label).click().run()


def pages(number: int) -> list[list[str]]:
    """That many pages of our own texts, each with something to look at."""
    source = paragraphs(HERE / "texts" / "story.txt") + paragraphs(HERE / "texts" / "stem.txt")
    made: list[list[str]] = []
    at = 0
    while len(made) < number:
        page, words = [PLANTED[len(made) % len(PLANTED)]], 0
        while words < WORDS_A_PAGE:
            page.append(source[at % len(source)])
            words += len(page[-1].split())
            at += 1
        made.append(page)
    return made


def as_docx(number: int) -> bytes:
    """These pages as a Word file."""
    document, written = docx.Document(), io.BytesIO()
    for count, page in enumerate(pages(number), 1):
        document.add_heading(f"Part {count}", 1)
        for text in page:
            document.add_paragraph(text)
        document.add_page_break()  # type: ignore[no-untyped-call]
    document.save(written)
    return written.getvalue()


def as_pdf(number: int) -> bytes:
    """These pages as a PDF, one text page on each of its pages."""
    written, styles = io.BytesIO(), getSampleStyleSheet()
    story = []
    for count, page in enumerate(pages(number), 1):
        story += [
            Paragraph(f"Part {count}", styles["Heading1"]),
            *(Paragraph(text, styles["BodyText"]) for text in page),
        ]
        story.append(PageBreak())
    SimpleDocTemplate(written, topMargin=40, bottomMargin=40).build(story)
    return written.getvalue()


if __name__ == "__main__":
    sys.exit(main())
