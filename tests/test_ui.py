"""The app without a browser: what a person can do on the Review page, and what the page then holds."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from bias_audit import ui
from bias_audit.errors import LexiconError
from bias_audit.model import Failure
from bias_audit.ui import choose, door, intake, texts
from bias_audit.ui.intake import Review

pytestmark = pytest.mark.usefixtures("reads_at_once")
ROOT = Path(__file__).parents[1]
LESSON = (
    b"# Bridges\n\nThe fireman checked the ladder. Only the brightest pupils will manage this.\n\n"
    b"- A team of boffins met the chairman.\n"
    b"- Obviously the bridge bends.\n- The girls did as well as boys.\n"
)
QUIET = b"The bridge bends when we load it."


def started() -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180).run()
    assert not app.exception
    return app


def markup(app: AppTest) -> str:
    """All our own HTML, without the style sheet."""
    bodies = [element.proto.body for element in app.get("html")]
    return "\n".join(body for body in bodies if not body.startswith("<style>"))


def upload(app: AppTest, *files: tuple[str, bytes, str]) -> AppTest:
    app.file_uploader[0].set_value(list(files)).run()
    assert not app.exception
    return app


def button(app: AppTest, label: str):
    return next(b for b in app.button if b.label == label)


def outcomes(app: AppTest) -> Iterator[Review | Failure]:
    yield from app.session_state.outcomes.values()


def test_empty_page_says_what_to_do_and_what_happens_to_the_file() -> None:
    page = markup(started())
    assert "Check a lesson before you teach it" in page
    assert "stays on this computer" in page
    assert "ba-doc" not in page


def test_pasted_text_is_reviewed_in_place() -> None:
    app = started()
    app.text_area[0].set_value(LESSON.decode())
    button(app, "Check this text").click().run()
    page = markup(app)
    assert not app.exception
    assert "Pasted text.txt" in page
    assert 'title="' in page and ">fireman</mark>" in page
    assert "What we saw" in page and "Why it may matter" in page


def test_blank_pasted_text_changes_nothing() -> None:
    app = started()
    app.text_area[0].set_value("  \n ")
    button(app, "Check this text").click().run()
    assert not app.exception
    assert list(outcomes(app)) == []


def test_uploaded_file_is_reviewed() -> None:
    page = markup(upload(started(), ("bridges.md", LESSON, "text/markdown")))
    assert "<h1>bridges.md</h1>" in page
    assert "read in full, tables and notes included" in page
    assert ">fireman</mark>" in page


def test_several_files_can_be_chosen_between() -> None:
    app = upload(started(), ("one.md", LESSON, "text/markdown"), ("two.md", QUIET, "text/markdown"))
    assert "<h1>one.md</h1>" in markup(app)
    chooser = next(box for box in app.selectbox if box.label.startswith("Show one of 2"))
    assert list(chooser.options) == ["one.md", "two.md"]
    chooser.select_index(1).run()
    assert not app.exception
    assert "<h1>two.md</h1>" in markup(app)


def test_failed_file_says_why_and_the_others_are_shown() -> None:
    files = [("broken.docx", b"PK\x03\x04 not a document", ""), ("good.md", LESSON, "text/markdown")]
    app = upload(started(), *files)
    page = markup(app)
    assert "This file was not checked" in page and "broken.docx" in page
    assert "<h1>good.md</h1>" in page
    failure = next(outcome for outcome in outcomes(app) if isinstance(outcome, Failure))
    assert escape(failure.message.removeprefix("broken.docx")) in page


def test_only_a_failed_file_never_looks_clean() -> None:
    page = markup(upload(started(), ("empty.docx", b"", "")))
    assert "This file was not checked" in page
    for clean in ("Working well", "Nothing stood out", "Worth ten minutes"):
        assert clean not in page


def test_next_and_previous_walk_through_the_findings_in_reading_order() -> None:
    app = upload(started(), ("bridges.md", LESSON, "text/markdown"))
    assert "1 of " in _step(app)
    first = _selected_words(app)
    button(app, "→").click().run()
    assert "2 of " in _step(app)
    assert _selected_words(app) != first
    button(app, "←").click().run()
    assert _selected_words(app) == first


def _step(app: AppTest) -> str:
    box = next(box for box in app.selectbox if box.label == "Go to")
    return box.options[box.index]


def _selected_words(app: AppTest) -> str:
    page = markup(app)
    at = page.index(' on" data-ba-go=')
    return page[at : page.index("</mark>", at)]


def test_filter_shows_the_chosen_topic_only() -> None:
    app = upload(started(), ("bridges.md", LESSON, "text/markdown"))
    topics = next(group for group in app.get("button_group") if group.label == "Topics")
    before = _titles(app)
    topics.set_value(["pathways"]).run()
    assert not app.exception
    assert 0 < len(_titles(app)) < len(before)
    assert all("Careers and routes" in title for title in _titles(app))


def test_filter_stays_while_another_tab_is_open() -> None:
    app = upload(started(), ("bridges.md", LESSON, "text/markdown"))
    topics = next(group for group in app.get("button_group") if group.label == "Topics")
    topics.set_value(["pathways"]).run()
    before = _titles(app)
    for name in ("people", "document"):
        app.session_state.tab = texts.TABS[name]
        app.run()
    assert not app.exception
    assert _titles(app) == before


def test_what_is_only_for_interest_is_shown_when_asked_for() -> None:
    app = upload(started(), ("bridges.md", LESSON, "text/markdown"))
    review = next(outcome for outcome in outcomes(app) if isinstance(outcome, Review))
    small = replace(review.report.findings[0], severity=0)
    report = replace(review.report, findings=(small, *review.report.findings[1:]))
    key = next(iter(app.session_state.outcomes))
    app.session_state.outcomes[key] = Review(review.document, report)
    app.run()
    assert not [title for title in _titles(app) if title.startswith("For interest")]
    app.toggle[0].set_value(True).run()
    assert [title for title in _titles(app) if title.startswith("For interest")]


def _titles(app: AppTest) -> list[str]:
    return re.findall(r'<mark[^>]* title="([^"]*)"', markup(app))


def test_start_again_forgets_every_file() -> None:
    app = upload(started(), ("bridges.md", LESSON, "text/markdown"))
    button(app, "Start again").click().run()
    assert list(outcomes(app)) == []
    assert "bridges.md" not in markup(app)


@pytest.mark.parametrize(
    ("tab", "said"),
    [
        ("People and roles", "We never guess"),
        ("Careers and routes", "Worth a look"),
        ("Pictures", "There are no pictures"),
        ("Language and access", "How hard it is to read"),
        ("Flip", "Its twin"),
        ("Save and share", "one file"),
    ],
)
def test_every_tab_draws(tab: str, said: str) -> None:
    app = upload(started(), ("bridges.md", LESSON, "text/markdown"))
    app.session_state.tab = tab
    app.run()
    assert not app.exception
    assert said in markup(app)


def on_people(app: AppTest) -> AppTest:
    app.session_state.tab = texts.TABS["people"]
    app.run()
    assert not app.exception
    return app


def offered(app: AppTest) -> str:
    """The last part of the page that offers people to show besides."""
    return next((html for html in reversed(re.findall(r'<div class="ba-who".*', markup(app))) if "status" in html), "")


def test_people_tab_offers_whom_else_the_lesson_could_show() -> None:
    lesson = b"# Plate tectonics\n\nAlfred Wegener saw that coasts fit.\n\n## Fossils\n\nThey match, too."
    app = on_people(upload(started(), ("lesson.md", lesson, "text/markdown")))
    topics = next(group for group in app.get("button_group") if group.label == texts.WHO_TOPICS)
    assert list(topics.options) == ["Plate tectonics", "Fossils"]
    first = offered(app)
    assert "<h3>Plate tectonics</h3>" in first and first.count("Known for") == 4 and "Wegener" not in first
    topics.set_value("fossils").run()
    assert not app.exception and "<h3>Fossils</h3>" in offered(app)
    app.text_input[0].set_value("bridges").run()
    assert not app.exception and "<h3>Bridges</h3>" in offered(app)
    app.text_input[0].set_value("<b>basket</b> weaving").run()
    assert "nobody for “&lt;b&gt;basket&lt;/b&gt; weaving” yet" in offered(app)
    app.session_state.tab = texts.TABS["share"]
    app.run()
    assert on_people(app).text_input[0].value == "<b>basket</b> weaving"


def test_document_without_a_topic_has_only_the_field() -> None:
    lesson = b"# A light snack\n\nThe task force gave sound advice."
    app = on_people(upload(started(), ("lesson.md", lesson, "text/markdown")))
    assert [field.label for field in app.text_input] == [texts.WHO_TYPE] and not offered(app)
    assert texts.WHO_NO_TOPIC in markup(app)
    assert texts.WHO_TOPICS not in [group.label for group in app.get("button_group")]


def test_sample_lesson_opens() -> None:
    if not intake.samples():
        pytest.skip("the sample lessons are not beside the package")
    app = started()
    button(app, "Open the sample").click().run()
    assert not app.exception
    assert "ba-doc" in markup(app)


def test_samples_are_lessons_only() -> None:
    names = list(intake.samples())
    assert names, "corpus_samples is part of the checkout"
    assert not {name for name in names if name.startswith(("README", "planted", "build"))}
    assert intake.sample_title("p6-bridges.docx") == "P6 bridges (Word)"


def test_file_names_are_never_read_as_html() -> None:
    name = "<img src=x onerror=alert(1)>.md"
    page = markup(upload(started(), (name, LESSON, "text/markdown")))
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;.md" in page


def test_unknown_fault_becomes_a_failure_and_not_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("inside")

    monkeypatch.setattr(intake, "analyse", fails)
    outcome = intake.review(LESSON, "bridges.md", intake.Settings())
    assert isinstance(outcome, Failure)
    assert "bridges.md" in outcome.message and "report" in outcome.message


def test_fault_in_our_own_rules_is_said_and_nothing_looks_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses() -> None:
        raise LexiconError("gender.yaml, line 3: a <b>rule</b> is not valid. Mend it.")

    monkeypatch.setattr(choose, "_model_ready", refuses)
    page = markup(upload(started(), ("bridges.md", LESSON, "text/markdown")))
    assert "Nothing was checked" in page and "gender.yaml, line 3: a &lt;b&gt;rule" in page
    assert "ba-doc" not in page


def test_config_file_and_launch_agree() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert dict(_flat(config)) == ui.OPTIONS


def _flat(table: dict, before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", str(value).lower() if isinstance(value, bool) else str(value)


def test_launch_keeps_to_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    class Ended:
        returncode = 3

    def run(command: list[str], check: bool, env: dict[str, str]) -> Ended:
        commands.append(command)
        assert door.FILE not in env
        return Ended()

    monkeypatch.setattr(ui.subprocess, "run", run)
    assert ui.launch(8600) == 3
    (command,) = commands
    assert Path(command[3]).is_file()
    wanted = ("server.address=127.0.0.1", "browser.gatherUsageStats=false", "server.maxUploadSize=50")
    assert {f"--{option}" for option in (*wanted, "server.port=8600")} <= set(command)
