"""Files on their way in: read by a thread of the session's own, shown as they come, stopped at once."""

import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ooxml_files import archive
from streamlit.testing.v1 import AppTest
from test_ui import LESSON, QUIET, button, markup, started, upload
from test_ui_work import refreshed

from bias_audit.errors import Stopped
from bias_audit.model import Failure, Limits, Settings
from bias_audit.parsers import children, isolate
from bias_audit.store import Arrived
from bias_audit.ui import choose, intake, reading, texts
from bias_audit.ui.intake import Review

ROOT = Path(__file__).parents[1]
MARKDOWN = "text/markdown"
SLEEPING = """
import time
from bias_audit import parsers
from bias_audit.parsers import media

def reader(data, name):
    time.sleep(60)

parsers.PARSERS[media.TEXT] = reader
"""


def until(done: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


def files(*names: str, data: bytes = QUIET) -> list[Arrived]:
    return [Arrived(f"file:{name}", name, data) for name in names]


@pytest.fixture
def sleeping(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Every child takes a minute for a text."""
    (tmp_path / "sitecustomize.py").write_text(SLEEPING, "utf-8")
    children.close()
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(ROOT)]))
    yield
    children.close()


@pytest.mark.usefixtures("sleeping")
def test_what_is_being_read_is_stopped_by_ending_its_child() -> None:
    stop, said = children.Stop(), []

    def read() -> None:
        with children.stoppable(stop):
            try:
                isolate.parse(b"words", "a.txt", Limits())
            except Stopped:
                said.append("stopped")

    thread = threading.Thread(target=read)
    thread.start()
    until(lambda: stop.child is not None and stop.child.files == 1)
    child = stop.child
    assert child is not None
    children.stop(stop)
    thread.join(20)
    assert said == ["stopped"] and child.process.poll() is not None and not child.folder.exists()
    with children.stoppable(stop), pytest.raises(Stopped):
        isolate.parse(b"words", "a.txt", Limits())  # and nothing more can be asked for


def test_a_child_that_was_given_back_is_not_ended() -> None:
    stop = children.Stop()
    with children.stoppable(stop):
        isolate.parse(b"words", "a.txt", Limits())
    (child,) = children._idle[-1:]
    children.stop(stop)
    assert child.process.poll() is None and stop.child is None


def test_files_are_read_in_order_and_one_bad_file_changes_nothing() -> None:
    bundle = archive({"unit/one.md": "The fireman came.", "unit/bad.docx": b"PK\x03\x04 broken"})
    going = reading.begin([*files("a.md"), Arrived("file:z", "b.zip", bundle), *files("c.md")], Settings())
    going.thread.join(120)
    found = dict(reading.arrived(going))
    assert list(found) == ["file:a.md", "file:z/1", "file:z/2", "file:c.md"]
    assert [isinstance(outcome, Failure) for outcome in found.values()] == [False, True, False, False]
    names = [o.name if isinstance(o, Failure) else o.report.name for o in found.values()]
    assert names[1:3] == ["b.zip/unit/bad.docx", "b.zip/unit/one.md"]
    assert reading.ended(going) and reading.progress(going).part == 1


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Semaphore]:
    """A file is read when the semaphore lets it."""
    let, real = threading.Semaphore(0), intake.outcome_of

    def outcome_of(*values: object) -> intake.Outcome:
        let.acquire(timeout=60)
        return real(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(intake, "outcome_of", outcome_of)
    yield let
    let.release(100)


def test_progress_tells_names_numbers_and_the_time_left(
    held: threading.Semaphore, monkeypatch: pytest.MonkeyPatch
) -> None:
    going = reading.begin(files("a.md", "b.md", "c.md", "d.md"), Settings())
    until(lambda: going.queue.now is not None)
    first = reading.progress(going)
    assert (first.read, first.total, first.name, first.seconds_left) == (0, 4, "a.md", None)
    held.release()
    until(lambda: reading.progress(going).name == "b.md")
    monkeypatch.setattr(reading.time, "monotonic", lambda: going.queue.began + 10)
    now = reading.progress(going)
    assert (now.read, now.part) == (1, 0.25) and now.seconds_left == pytest.approx(30)
    reading.end(going)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, "working out how long it takes"),
        (4, "a few seconds left"),
        (12, "about 20 seconds left"),
        (50, "about 50 seconds left"),
        (58, "about 1 minute left"),
        (200, "about 3 minutes left"),
    ],
)
def test_time_left_is_said_in_round_words(seconds: float | None, said: str) -> None:
    assert texts.time_left(seconds) == said


def test_files_that_come_later_are_read_as_well(held: threading.Semaphore) -> None:
    going = reading.begin(files("a.md"), Settings())
    assert reading.more(going, files("b.md"))
    held.release(2)
    going.thread.join(60)
    assert [key for key, _ in reading.arrived(going)] == ["file:a.md", "file:b.md"]
    assert not reading.more(going, files("c.md"))


def test_reading_ends_with_the_session_that_asked_for_it(held: threading.Semaphore) -> None:
    going = reading.begin(files("a.md", "b.md"), Settings())
    thread, queue = going.thread, going.queue
    until(lambda: queue.now is not None)
    del going
    gc.collect()
    held.release(2)
    thread.join(60)
    assert queue.stop.asked and not queue.done


# --- in the app ---------------------------------------------------------------------------------


def names(app: AppTest) -> list[str]:
    found = app.session_state.outcomes.values()
    return [outcome.report.name if isinstance(outcome, Review) else outcome.name for outcome in found]


def looked_again(app: AppTest, done: Callable[[AppTest], bool]) -> AppTest:
    until(lambda: done(app.run()))
    assert not app.exception
    return app


def test_first_document_is_shown_while_others_are_read(
    held: threading.Semaphore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "PATIENCE", 0)
    app = upload(started(), *((f"{name}.md", LESSON, MARKDOWN) for name in ("one", "two", "three")))
    assert "Reading <b>one.md</b>" in markup(app) and "0 of 3 files read" in markup(app)
    held.release()
    looked_again(app, lambda app: names(app) == ["one.md"])
    assert "<h1>one.md</h1>" in markup(app) and "Reading <b>two.md</b>" in markup(app)
    held.release(2)
    looked_again(app, lambda app: app.session_state.reading is None)
    assert names(app) == ["one.md", "two.md", "three.md"] and "<h1>one.md</h1>" in markup(app)
    assert "ba-progress" not in markup(app)


def test_stopping_keeps_what_was_read_and_drops_the_rest(
    held: threading.Semaphore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "PATIENCE", 0)
    app = upload(started(), *((f"{name}.md", LESSON, MARKDOWN) for name in ("one", "two", "three")))
    held.release()
    looked_again(app, lambda app: names(app) == ["one.md"])
    button(app, texts.STOP_READING).click().run()
    assert not app.exception
    held.release(5)
    app.run()
    assert names(app) == ["one.md"] and app.session_state.reading is None
    assert "ba-progress" not in markup(app) and "<h1>one.md</h1>" in markup(app)


def test_refresh_while_files_are_read_goes_on_with_the_rest(
    held: threading.Semaphore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BIAS_AUDIT_STORE", str(tmp_path / "work.sqlite"))
    monkeypatch.setattr(choose, "PATIENCE", 0)
    app = upload(started(), *((f"{name}.md", LESSON, MARKDOWN) for name in ("one", "two", "three")))
    held.release()
    looked_again(app, lambda app: names(app) == ["one.md"])
    reading.end(app.session_state.reading)  # as when its session goes
    fresh = refreshed(app)
    assert "0 of 2 files read" in markup(fresh)
    held.release(5)
    app.session_state.reading.thread.join(60)
    looked_again(fresh, lambda app: app.session_state.reading is None)
    assert names(fresh) == ["one.md", "two.md", "three.md"]
    assert names(refreshed(fresh)) == ["one.md", "two.md", "three.md"]
    assert "ba-progress" not in markup(refreshed(fresh))


def test_file_taken_out_again_is_not_kept(held: threading.Semaphore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "PATIENCE", 0)
    app = upload(started(), ("one.md", LESSON, MARKDOWN), ("two.md", LESSON, MARKDOWN))
    upload(app, ("two.md", LESSON, MARKDOWN))
    held.release(2)
    looked_again(app, lambda app: app.session_state.reading is None)
    assert names(app) == ["two.md"]


@pytest.mark.usefixtures("reads_at_once")
def test_fifty_files_with_a_hostile_one_among_them() -> None:
    bomb = archive({"word/document.xml": b"0" * 301_000_000, "[Content_Types].xml": "<Types/>"})
    lessons = [(f"lesson {n}.md", b"The fireman came %d times.\n" % n, MARKDOWN) for n in range(49)]
    app = upload(started(), *lessons[:20], ("bomb.docx", bomb, ""), *lessons[20:])
    looked_again(app, lambda app: app.session_state.reading is None)
    found = list(app.session_state.outcomes.values())
    (failed,) = [outcome for outcome in found if isinstance(outcome, Failure)]
    assert len(found) == 50 and failed.name == "bomb.docx" and failed.message
    assert all(outcome.report.findings for outcome in found if isinstance(outcome, Review))
    page = markup(app)
    assert "This file was not checked" in page and "bomb.docx" in page and "<h1>lesson 0.md</h1>" in page
    assert sys.getsizeof(page) < 200_000
