"""What a person does on the Review page: decisions, tags, the flip test; and that a refresh keeps it."""

import sqlite3
import stat
import sys
from pathlib import Path

import pytest
import yaml
from streamlit.testing.v1 import AppTest
from test_ui import LESSON, QUIET, button, markup, outcomes, started, upload

from bias_audit import store_file
from bias_audit.decisions import false_alarm
from bias_audit.model import Report
from bias_audit.ui import page_texts, texts
from bias_audit.ui.intake import Review

pytestmark = pytest.mark.usefixtures("reads_at_once")
MARKDOWN = "text/markdown"
SAMPLES = Path(__file__).parents[1] / "corpus_samples"


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test has a store of its own."""
    file = tmp_path / "work.sqlite"
    monkeypatch.setenv("BIAS_AUDIT_STORE", str(file))
    return file


def reviewed(data: bytes = LESSON, name: str = "bridges.md") -> AppTest:
    return upload(started(), (name, data, MARKDOWN))


def refreshed(app: AppTest) -> AppTest:
    """A new session at the same address, as after a refresh or a restart."""
    fresh = AppTest.from_file(str(Path(__file__).parents[1] / "app.py"), default_timeout=180)
    for name, value in app.query_params.items():
        fresh.query_params[name] = value
    fresh.run()
    assert not fresh.exception
    return fresh


def press(app: AppTest, label: str) -> AppTest:
    button(app, label).click().run()
    assert not app.exception
    return app


def at_tab(app: AppTest, tab: str) -> AppTest:
    app.session_state.tab = texts.TABS[tab]
    app.run()
    assert not app.exception
    return app


def report(app: AppTest) -> Report:
    return next(outcome.report for outcome in outcomes(app) if isinstance(outcome, Review))


def count_line(app: AppTest) -> str:
    page = markup(app)
    return page[page.index('class="ba-count">') :].partition(">")[2].partition("<")[0]


def selected(app: AppTest) -> str:
    page = markup(app)
    at = page.index(' on" data-ba-go=')
    return page[at : page.index("</mark>", at)].rpartition(">")[2]


def test_key_messages_do_not_bring_back_what_was_decided() -> None:
    app = reviewed(b"The fireman came.\n\nThey are non-academic pupils.\n")
    assert "“fireman”" in top(app)
    index = next(n for n, f in enumerate(report(app).findings) if "fireman" in f.places[0].text)
    app.session_state.selected = {app.session_state.document: (index, 0)}
    app.run()
    press(app, texts.NOT_AN_ISSUE)
    assert "“fireman”" not in top(app)


def top(app: AppTest) -> str:
    return next(part for part in markup(app).split("\n") if part.startswith('<div class="ba-top">'))


@pytest.mark.parametrize(
    ("label", "said", "listed"),
    [
        (texts.CHANGE, "you will change this", "To change (1)"),
        (texts.NOT_AN_ISSUE, "not an issue here", "Put aside (1)"),
    ],
)
def test_decided_finding_leaves_and_the_next_is_shown(label: str, said: str, listed: str) -> None:
    app = reviewed()
    first, before = selected(app), int(count_line(app).split()[0])
    press(app, label)
    page = markup(app)
    assert count_line(app).startswith(f"{before - 1} thing")
    assert f"“{first}”: {said}" in page and listed in page
    assert selected(app) != first
    press(app, texts.UNDO)
    assert selected(app) == first
    assert count_line(app).startswith(f"{before} thing") and listed not in markup(app)


def test_kept_finding_holds_its_reason() -> None:
    app = reviewed()
    press(app, texts.KEEP_IT)  # no reason given: nothing happens
    assert app.session_state.decisions == ()
    app.text_input[0].set_value("We compare <b>old</b> words")
    press(app, texts.KEEP_IT)
    assert [d.reason for d in app.session_state.decisions] == ["We compare <b>old</b> words"]
    index = next(n for n, f in enumerate(report(app).findings) if f.key == app.session_state.decisions[0].key)
    app.session_state.selected = {app.session_state.document: (index, 0)}
    app.run()
    assert "You keep this: We compare &lt;b&gt;old&lt;/b&gt; words" in markup(app)
    press(app, texts.OPEN_AGAIN)
    assert app.session_state.decisions == ()


def test_ready_made_reason_is_enough() -> None:
    app = reviewed()
    app.radio[0].set_value(texts.REASONS[0])
    press(app, texts.KEEP_IT)
    assert [(d.choice, d.reason) for d in app.session_state.decisions] == [("kept", texts.REASONS[0])]


def test_everything_decided_says_so_and_marks_nothing() -> None:
    app = reviewed(b"The fireman came.\n")
    press(app, texts.NOT_AN_ISSUE)
    page = markup(app)
    assert texts.ALL_DECIDED in page and "<mark" not in page and "Put aside (1)" in page


def test_decision_holds_in_the_next_version_and_not_in_another_document() -> None:
    app = reviewed(b"The fireman came.\n", "one.md")
    press(app, texts.NOT_AN_ISSUE)
    upload(app, ("one.md", b"# New\n\nMore words.\n\nThe fireman came.\n", MARKDOWN))
    assert "<h1>one.md</h1>" in markup(app) and "<mark" not in markup(app)
    upload(app, ("two.md", b"The fireman came.\n", MARKDOWN))
    assert "<h1>two.md</h1>" in markup(app) and "<mark" in markup(app)


def test_decision_holds_everywhere_when_asked() -> None:
    app = reviewed(b"The fireman came.\n", "one.md")
    press(app, texts.NOT_AN_ISSUE)
    press(app, texts.EVERYWHERE)
    upload(app, ("two.md", b"The fireman came.\n", MARKDOWN))
    assert "<h1>two.md</h1>" in markup(app) and "<mark" not in markup(app)


def test_false_alarm_is_offered_after_not_an_issue_only() -> None:
    def offered(app: AppTest) -> list[str]:
        return [b.proto.label for b in app.get("download_button")]

    app = press(reviewed(), texts.CHANGE)
    assert texts.FALSE_ALARM not in offered(app) and texts.EVERYWHERE not in [b.label for b in app.button]
    assert texts.FALSE_ALARM in offered(press(app, texts.NOT_AN_ISSUE))
    assert yaml.safe_load(false_alarm(report(app), report(app).findings[0]))


def test_filter_by_how_sure_the_tool_is() -> None:
    app = reviewed()
    trust = next(group for group in app.get("button_group") if group.label == texts.FILTER_SURE)
    sure = sum(f.confidence == "sure" and f.severity > 0 for f in report(app).findings)
    assert 0 < sure < len(report(app).findings)
    trust.set_value(["sure"]).run()
    assert not app.exception
    assert count_line(app).startswith(f"{sure} of ")


def test_list_of_changes_is_offered_when_there_is_one() -> None:
    app = at_tab(reviewed(), "share")
    labels = [b.proto.label for b in app.get("download_button")]
    assert texts.SAVE_CHANGES not in labels
    app = at_tab(press(reviewed(), texts.CHANGE), "share")
    assert texts.SAVE_CHANGES in [b.proto.label for b in app.get("download_button")]


# --- pictures, language, flip -------------------------------------------------------------------


def with_pictures() -> AppTest:
    name = "p6-bridges.docx"
    return at_tab(upload(started(), (name, (SAMPLES / name).read_bytes(), "")), "pictures")


def test_picture_is_tagged_and_the_next_one_comes() -> None:
    app = with_pictures()
    assert [radio.value for radio in app.radio[:4]] == ["can't tell"] * 4  # always first, and chosen
    assert all(radio.options[0] == "Can’t tell" for radio in app.radio)
    assert "Picture 1 of 3" in markup(app)
    app.radio[0].set_value("2")
    press(app, texts.TAG_SAVE)
    page = markup(app)
    assert "Picture 2 of 3" in page and "1 of 1" in page and "✓ You said what it shows" in page
    assert [tag.how_many for tag in app.session_state.tags.values()] == ["2"]
    assert texts.TALLIES in markup(at_tab(app, "people"))  # beside what the words say
    again = at_tab(refreshed(app), "pictures")
    assert "✓ You said what it shows" in markup(again)
    assert again.radio[0].value == "2"


def test_our_learners_stand_beside_people_once_a_document_is_checked_again() -> None:
    app = reviewed(b"Isla is a welder. She went to college.\n")
    assert "Welder" in markup(at_tab(app, "careers")) and "College" in markup(app)
    app.session_state.setting = "[profile.learners]\ngirls = 48.0\n"
    assert "girls: 48%" not in markup(at_tab(app, "people"))
    press(app, page_texts.CHECK_AGAIN)
    page = markup(app)
    assert "girls: 48%" in page and "checked before" not in page
    assert "Described as she" in page and "1 of 1" in page


def test_words_with_two_meanings_can_be_saved() -> None:
    app = at_tab(upload(started(), ("p6-bridges.docx", (SAMPLES / "p6-bridges.docx").read_bytes(), "")), "language")
    assert "a push or a pull" in markup(app)
    labels = [b.proto.label for b in app.get("download_button")]
    assert labels == [texts.GLOSS_CSV, texts.GLOSS_MARKDOWN]


def test_flip_shows_twins_and_swaps_a_sentence_of_ones_own() -> None:
    app = at_tab(reviewed(), "flip")
    assert "<b>girls</b>" in markup(app)
    own = next(area for area in app.text_area if area.label == texts.FLIP_OWN)
    own.set_value("She met his mother in <i>Crieff</i>.")
    press(app, texts.FLIP_IT)
    page = markup(app)
    assert "<b>He</b> met <b>her</b> <b>father</b> in &lt;i&gt;Crieff&lt;/i&gt;." in page


def test_flip_without_anything_to_swap_says_so() -> None:
    assert "Nothing to swap" in markup(at_tab(reviewed(QUIET), "flip"))


def test_flip_shows_more_when_asked() -> None:
    app = at_tab(reviewed(b"".join(b"She came %d times.\n\n" % n for n in range(40))), "flip")
    assert markup(app).count("<b>She</b>") == 30
    press(app, texts.FLIP_MORE)
    assert markup(app).count("<b>She</b>") == 40


# --- the store ----------------------------------------------------------------------------------


def test_refresh_keeps_documents_decisions_and_the_rest(path: Path) -> None:
    app = reviewed()
    press(app, texts.NOT_AN_ISSUE)
    left = count_line(app)
    fresh = refreshed(app)
    assert "<h1>bridges.md</h1>" in markup(fresh)
    assert count_line(fresh) == left and "Put aside (1)" in markup(fresh)
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_failed_file_is_still_named_after_a_refresh() -> None:
    app = refreshed(upload(started(), ("broken.docx", b"PK\x03\x04 not a document", "")))
    assert "This file was not checked" in markup(app) and "broken.docx" in markup(app)


def test_nothing_is_kept_and_no_link_made_before_there_is_work(path: Path) -> None:
    app = started()
    assert not app.query_params and not path.exists()


def test_another_session_sees_nothing() -> None:
    reviewed()
    assert "bridges.md" not in markup(started())


@pytest.mark.parametrize("id", ["x", "A" * 43, "<script>"])
def test_unknown_link_says_so_and_is_not_used(id: str) -> None:
    app = AppTest.from_file(str(Path(__file__).parents[1] / "app.py"), default_timeout=180)
    app.query_params["work"] = id
    app.run()
    assert not app.exception
    assert "no longer here" in markup(app) and "<script>" not in markup(app)
    upload(app, ("bridges.md", LESSON, MARKDOWN))
    assert app.query_params["work"] != [id]  # a link that somebody else made up must not become one's own


def test_forgotten_document_is_gone_from_page_and_store(path: Path) -> None:
    app = press(reviewed(name="quagmire.md"), texts.NOT_AN_ISSUE)
    assert b"quagmire" in path.read_bytes()
    press(at_tab(app, "share"), texts.FORGET)
    assert "quagmire" not in markup(app) and app.session_state.decisions == ()
    assert b"quagmire" not in path.read_bytes()
    assert "quagmire" not in markup(refreshed(app))


def test_forgetting_one_document_leaves_the_others() -> None:
    app = upload(started(), ("one.md", LESSON, MARKDOWN), ("two.md", QUIET, MARKDOWN))
    press(at_tab(app, "share"), texts.FORGET)
    assert "<h1>two.md</h1>" in markup(app) and "one.md" not in markup(app)
    assert "<h1>two.md</h1>" in markup(refreshed(app))


def test_start_again_forgets_the_workspace(path: Path) -> None:
    app = press(reviewed(name="quagmire.md"), texts.NOT_AN_ISSUE)
    old = refreshed(app)
    press(app, texts.START_AGAIN)
    assert texts.TITLE in markup(app) and not app.query_params
    assert b"quagmire" not in path.read_bytes()
    assert "no longer here" in markup(refreshed(old))


def test_setting_outlives_a_refresh_and_starting_again() -> None:
    app = reviewed()
    app.session_state.setting = "[profile]\n"
    app.session_state.local_rules = ({"id": "ours/x"},)
    press(app, texts.START_AGAIN)
    fresh = refreshed(app)
    assert fresh.session_state.setting == "[profile]\n" and fresh.session_state.local_rules == ({"id": "ours/x"},)
    assert texts.TITLE in markup(fresh)


def test_work_is_kept_for_good_when_asked() -> None:
    app = at_tab(reviewed(), "share")
    app.toggle(key="keep").set_value(True).run()
    assert not app.exception and "until you forget it" in markup(app)
    assert refreshed(app).session_state.saved is True


def test_locked_store_says_so_and_loses_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_file, "PATIENCE", 0.05)
    app = reviewed()
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        press(app, texts.NOT_AN_ISSUE)
        upload(app, ("two.md", QUIET, MARKDOWN))
        assert "another program is using it" in markup(app)
        assert "<h1>two.md</h1>" in markup(app)
        press(app, texts.TRY_AGAIN)
        assert "another program is using it" in markup(app)
        other.execute("ROLLBACK")
    finally:
        other.close()
    press(app, texts.TRY_AGAIN)
    assert "another program" not in markup(app)
    fresh = refreshed(app)
    assert "<h1>two.md</h1>" in markup(fresh) and len(fresh.session_state.decisions) == 1


def test_damaged_store_says_so_and_the_work_goes_on(path: Path) -> None:
    path.write_bytes(b"this is not a database at all " * 50)
    app = reviewed()
    assert "the file is damaged" in markup(app) and "<h1>bridges.md</h1>" in markup(app)
    press(app, texts.NOT_AN_ISSUE)
    assert "Put aside (1)" in markup(app)
