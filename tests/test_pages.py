"""The pages beside Review without a browser: every state, and what each leaves in the session."""

import re
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from bias_audit import store
from bias_audit.model import Failure, Profile, Settings
from bias_audit.settings import as_toml
from bias_audit.ui import intake
from bias_audit.ui.intake import Review

pytestmark = pytest.mark.usefixtures("reads_at_once")
LESSON = (
    b"# Bridges\n\nThe fireman checked the ladder. Only the brightest pupils will manage this.\n\n"
    b"A team of boffins met the chairman. My aunt said she would come with her tools.\n"
)
EVIL = "<script>window.harmed=1</script><img src=x onerror=window.harmed=1>"


def draw(name: str) -> None:
    import importlib

    importlib.import_module(f"bias_audit.ui.{name}").page()


def opened(name: str, **state: object) -> AppTest:
    app = AppTest.from_function(draw, args=(name,), default_timeout=120)
    begun = {
        "workspace": store.new_workspace(),
        "outcomes": {},
        "decisions": (),
        "tags": {},
        "meetings": {},
        "setting": "",
        "local_rules": (),
    }
    begun |= {"saved": False, "notes": [], "store_trouble": "", "unwritten": [], "in_store": False}
    for key, value in (begun | state).items():
        app.session_state[key] = value
    app.run()
    assert not app.exception
    return app


def markup(app: AppTest) -> str:
    bodies = [element.proto.body for element in app.get("html")]
    return "\n".join(body for body in bodies if not body.startswith("<style>"))


def button(app: AppTest, label: str):
    return next(b for b in app.button if b.label == label)


def review(name: str = "bridges.md", data: bytes = LESSON) -> Review:
    made = intake.review(data, name, Settings())
    assert isinstance(made, Review)
    return made


def held(app: AppTest, name: str, default: object = None):
    return app.session_state[name] if name in app.session_state else default  # noqa: SIM401 - it has no get


# --- our setting --------------------------------------------------------------------------------


def test_setting_asks_in_plain_questions_and_changes_nothing_unasked() -> None:
    app = opened("setting_page")
    assert "Nothing yet" in markup(app)
    assert held(app, "setting", "") == ""
    labels = [box.label for box in app.selectbox]
    assert labels == ["Which stage are they at?", "What kind of place is it?", "Where is it?"]


def test_answer_says_what_it_changes_and_is_kept_as_toml() -> None:
    app = opened("setting_page")
    app.selectbox[0].set_value("early").run()
    assert not app.exception
    assert "young children are still deciding" in markup(app)
    assert 'stage = "early"' in app.session_state.setting
    app.multiselect[0].set_value(["poverty"]).run()
    assert "Shown first: Poverty and social class." in markup(app)


def test_figures_of_our_learners_are_checked_and_said() -> None:
    app = opened("setting_page")
    area(app, "One group").set_value("girls 48\nboys 520").run()
    assert not app.exception
    assert "Line 2: per cent goes from 0 to 100." in markup(app)
    assert held(app, "setting", "") == ""
    area(app, "One group").set_value("girls 48\n<script>x()</script> 12").run()
    assert not app.exception
    page = markup(app)
    assert "ba-mend" not in page and "<script" not in page and "girls 48%" in page
    assert "girls = 48.0" in app.session_state.setting
    again = opened("setting_page", setting=app.session_state.setting)
    assert area(again, "One group").value.startswith("girls 48\n")


def test_contested_words_are_a_choice() -> None:
    app = opened("setting_page")
    years = next(radio for radio in app.radio if radio.label.startswith("Years before"))
    years.set_value("quiet").run()
    assert not app.exception
    assert "nothing is said of them" in markup(app)
    assert 'years = "quiet"' in app.session_state.setting


def test_answers_stand_there_when_the_page_is_opened_again() -> None:
    kept = as_toml(Settings(profile=Profile(place="island", esol=True), ocr="never", off=("gender/guys",)))
    app = opened("setting_page", setting=kept)
    assert app.selectbox[2].value == "island"
    assert next(box for box in app.checkbox if "ESOL" in box.label).value
    assert app.session_state.setting == kept


def test_rule_is_switched_on_again_on_the_setting_page() -> None:
    app = opened("setting_page", setting=as_toml(Settings(off=("gender/he-or-she",))))
    app.multiselect[-1].set_value([]).run()
    assert not app.exception
    assert "he-or-she" not in app.session_state.setting


def upload(app: AppTest, data: bytes) -> AppTest:
    app.file_uploader[0].set_value([("ours.toml", data, "application/toml")]).run()
    assert not app.exception
    return app


def test_saved_setting_is_opened() -> None:
    app = upload(opened("setting_page"), b'overlays = ["ours"]\n[profile]\nstage = "adult"\n')
    assert app.selectbox[0].value == "adult"
    assert [note.value for note in app.success] == ["Your saved setting is in use."]
    assert "local rules" in app.warning[0].value
    assert "overlays" not in app.session_state.setting


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"not toml", "is not valid TOML"),
        (b'[norms]\nyears = "never"', "has no choice"),
        (b'off = ["gender/nothing-such"]', "There is no rule"),
        (b'[profile]\nstage = "nursery"', "profile.stage"),
        (b"\xff\xfe", "is not valid TOML"),
    ],
)
def test_bad_setting_file_says_what_is_wrong_and_changes_nothing(data: bytes, said: str) -> None:
    app = upload(opened("setting_page"), data)
    assert said in app.error[0].value
    assert held(app, "setting", "") == ""


def test_documents_are_checked_again_with_the_new_setting() -> None:
    app = opened("setting_page", outcomes={"file:a": review()}, setting=as_toml(Settings(off=("gender/fireman",))))
    before = {finding.entry for finding in app.session_state.outcomes["file:a"].report.findings}
    entry = next(id for id in sorted(before) if id.startswith("gender/"))
    app = opened("setting_page", outcomes={"file:a": review()}, setting=as_toml(Settings(off=(entry,))))
    assert "1 open document was checked before" in markup(app)
    button(app, "Check them again").click().run()
    assert not app.exception
    report = app.session_state.outcomes["file:a"].report
    assert entry not in {finding.entry for finding in report.findings}
    assert report.settings.off == (entry,)
    assert "was checked before" not in markup(app)


# --- rules --------------------------------------------------------------------------------------


def test_rules_are_found_by_their_words() -> None:
    app = opened("rules_page")
    assert len(app.expander) == 15
    app.text_input[0].set_value("boffin").run()
    assert not app.exception
    assert any("boffin" in escape(body.proto.body).lower() for body in app.get("html"))
    assert 0 < len(app.expander) < 15
    app.text_input[0].set_value("qwertz").run()
    assert "No rule has all of these words" in markup(app)


def test_long_list_of_words_shows_first_what_was_searched_for() -> None:
    app = opened("rules_page")
    app.text_input[0].set_value("chairman").run()
    page = markup(app)
    finds = page[page.index("<dt>What it finds</dt>") :]
    assert "chairman → chair" in finds.partition("<details>")[0]
    assert re.search(r"<summary>and \d+ more</summary>", finds)


def test_topic_and_kind_narrow_the_list() -> None:
    app = opened("rules_page")
    app.selectbox[0].set_value("Age").run()
    app.selectbox[1].set_value("term").run()
    assert not app.exception
    assert "Age: dated or loaded word" in markup(app)


def test_rule_is_switched_off_and_on() -> None:
    app = opened("rules_page")
    app.text_input[0].set_value("boffin").run()
    app.toggle[0].set_value(False).run()
    assert not app.exception
    assert "off = [" in app.session_state.setting
    assert "(off)" in app.expander[0].label
    app.toggle[0].set_value(True).run()
    assert app.session_state.setting == ""


def test_sentence_is_tried_at_once() -> None:
    app = opened("rules_page", rules_tab="Try a sentence")
    app.text_area[0].set_value("The fireman came. It is a stereotype that a nurse finishes her shift tired.").run()
    assert not app.exception
    page = markup(app)
    assert "<q>fireman</q>" in page and "Left alone, and why" in page and "Challenged or corrected" in page
    app.text_area[0].set_value(f"{EVIL}").run()
    assert "<script" not in markup(app) and "<img" not in markup(app)


OWN = {
    "words": "tuck money = snack fund",
    "saw": "A word that takes spare cash for granted.",
    "why": "Some learners have none, and notice.",
    "fine_when": "You talk about the word itself.",
    "flag": "The [tuck money] is in the box.\nWe count the [tuck money] at break.",
    "ignore": "Tuck your shirt in.\nMoney is counted.\nThe box is full.",
}


def fill(app: AppTest, **said: str) -> AppTest:
    for name, text in said.items():
        box = next(b for b in (*app.text_input, *app.text_area) if b.key and b.key.endswith(f":{name}"))
        box.set_value(text)
    app.run()
    assert not app.exception
    return app


def test_own_words_are_checked_tried_and_used() -> None:
    app = opened("rules_page", rules_tab="Your own words")
    assert "You have not added any words yet" in markup(app)
    assert button(app, "Use this rule").disabled
    fill(app, words="tuck money")
    assert "Say why it may matter." in markup(app) and "ba-mend" in markup(app)
    fill(app, **OWN)
    assert "Your rule works as you wrote it" in markup(app)
    fill(app, **{"try": "Bring the tuck money."})
    assert "<q>tuck money</q>" in markup(app)
    button(app, "Use this rule").click().run()
    assert not app.exception
    (rule,) = app.session_state.local_rules
    assert rule["swap"] == {"tuck money": "snack fund"}
    assert "Your rule is in use." in [note.value for note in app.success]
    app.session_state.rules_tab = "Try a sentence"
    app.run()
    app.text_area[0].set_value("Where is the tuck money?").run()
    assert "snack fund" in markup(app)


def test_own_rule_is_taken_out_again() -> None:
    from bias_audit.local_rules import Draft, lines, raw_entry

    draft = Draft(words=("tuck money",), saw=OWN["saw"], why=OWN["why"], fine_when=OWN["fine_when"])
    draft = replace(draft, flag=lines(OWN["flag"]), ignore=lines(OWN["ignore"]))
    rule = raw_entry(draft, "gender/our-tuck-money")
    app = opened("rules_page", rules_tab="Your own words", local_rules=(rule,))
    assert [d.label for d in app.download_button] == ["Save as a file"]
    button(app, "Take out").click().run()
    assert not app.exception
    assert app.session_state.local_rules == ()


def test_own_words_are_found_in_every_file_of_the_session() -> None:
    from bias_audit.local_rules import Draft, lines, raw_entry

    draft = Draft("poverty", "term", 2, ("tuck money",), (), OWN["saw"], OWN["why"], OWN["fine_when"])
    draft = replace(draft, flag=lines(OWN["flag"]), ignore=lines(OWN["ignore"]))
    rule = raw_entry(draft, "poverty/our-tuck-money")
    one = review("a.md", b"Where is the tuck money?")
    app = opened("setting_page", local_rules=(rule,), outcomes={"file:a": one})
    button(app, "Check them again").click().run()
    assert not app.exception
    report = app.session_state.outcomes["file:a"].report
    assert [f.entry for f in report.findings] == ["poverty/our-tuck-money"]
    assert report.settings.overlays[0].startswith("our-rules-")


# --- several files ------------------------------------------------------------------------------


def test_no_files_says_what_to_do() -> None:
    page = markup(opened("files_page"))
    assert "No files yet" in page and "ba-table" not in page


def test_files_stand_in_order_with_reasons_and_failures_in_plain_words() -> None:
    quiet = review("quiet.md", b"The bridge bends when we load it.")
    failed = Failure("broken.docx", "damaged", "broken.docx could not be read. Save it again.")
    outcomes = {"a": quiet, "b": review(), "c": failed, "d": replace_name(review(), "copy.md")}
    page = markup(opened("files_page", outcomes=outcomes))
    assert page.index("bridges.md") < page.index("quiet.md")
    assert "worth changing" in page and "Nothing stood out in the wording." in page
    assert "Not checked: 1" in page and "Save it again." in page
    assert "the same file" in page
    assert "People in all files" in page and "1 of " in page


def replace_name(one: Review, name: str) -> Review:
    return Review(one.document, replace(one.report, name=name))


def test_files_that_were_checked_with_another_setting_can_be_checked_again() -> None:
    app = opened("files_page", outcomes={"a": review()}, setting=as_toml(Settings(profile=Profile(stage="early"))))
    assert "1 open document was checked before this change" in markup(app)
    button(app, "Check them again").click().run()
    assert not app.exception and "checked before" not in markup(app)
    assert app.session_state.outcomes["a"].report.settings.profile.stage == "early"


def test_file_names_are_inert() -> None:
    page = markup(opened("files_page", outcomes={"a": replace_name(review(), EVIL)}))
    assert "<script" not in page and "<img" not in page


# --- workshop -----------------------------------------------------------------------------------


def test_workshop_without_a_document_offers_ways_in() -> None:
    app = opened("workshop_page")
    assert "stays hidden" in markup(app)
    assert len(app.file_uploader) == 1


@pytest.mark.parametrize("name", ["workshop_page", "setting_page"])
def test_trouble_with_the_store_is_said_on_every_page(name: str) -> None:
    app = opened(name, store_trouble="Your work could not be saved: <b>full</b>")
    assert "could not be saved: &lt;b&gt;full&lt;/b&gt;" in markup(app)
    button(app, "Try to save again").click().run()
    assert not app.exception and "could not be saved" not in markup(app)


def test_workshop_hides_what_the_tool_found_until_asked() -> None:
    app = opened("workshop_page", outcomes={"a": review()})
    page = markup(app)
    assert "ba-doc" in page and 'class="s2' not in page and 'class="s3' not in page
    assert "Only the tool" not in page
    for label in ("What we saw", "Worth ten minutes"):
        assert label not in page


def test_group_marks_then_compares_talks_and_agrees() -> None:
    app = opened("workshop_page", outcomes={"a": review()})
    sentence = next(box for box in app.selectbox if box.label.startswith("1."))
    at = next(n for n, text in enumerate(sentence.options) if "fireman" in text)
    sentence.set_value(at).run()
    app.text_input[0].set_value("nobody")
    button(app, "Mark it").click().run()
    assert "not in the sentence" in markup(app)
    app.text_input[0].set_value("Fireman")
    app.text_input[1].set_value("men only")
    button(app, "Mark it").click().run()
    assert not app.exception
    assert "Marked so far (1)" in markup(app) and "<q>fireman</q>" in markup(app)
    button(app, "Show what the tool saw").click().run()
    assert not app.exception
    page = markup(app)
    assert "You and the tool <span>1</span>" in page and "Only the tool" in page and "boffins" in page
    for step, said in (("Talk", "Questions to talk about"), ("Flip", "<b>uncle</b>"), ("Rewrite", "As it is")):
        app.session_state.workshop_tab = step
        app.run()
        assert not app.exception
        assert said in markup(app) or any(said == box.label for box in app.text_area)
    app.session_state.workshop_tab = "Agree"
    app.run()
    box = next(box for box in app.text_area if box.label.startswith("One action"))
    box.set_value("Swap fireman\nAsk who is missing").run()
    assert not app.exception
    assert app.session_state.meetings["a"].actions == "Swap fireman\nAsk who is missing"


def test_rewrite_is_checked_at_once() -> None:
    app = opened("workshop_page", outcomes={"a": review()}, workshop_tab="Rewrite")
    button(app, "Show what the tool saw").click().run()
    version = next(box for box in app.text_area if box.label == "Version A")
    version.set_value("Everyone can manage this with the worked example.").run()
    assert not app.exception
    assert "The tool says nothing about this." in markup(app)


def test_workshop_outlives_a_refresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIAS_AUDIT_STORE", str(tmp_path / "work.sqlite"))
    app = opened("workshop_page")
    app.file_uploader[0].set_value([("bridges.md", LESSON, "text/markdown")]).run()
    app.text_input[1].set_value("men only")
    button(app, "Mark it").click().run()
    button(app, "Show what the tool saw").click().run()
    app.session_state.workshop_tab = "Rewrite"
    app.run()
    area(app, "Version A").set_value("Everyone can manage this.").run()
    app.session_state.workshop_tab = "Agree"
    app.run()
    area(app, "One action").set_value("Swap fireman").run()

    fresh = AppTest.from_function(draw, args=("workshop_page",), default_timeout=120)
    fresh.query_params["work"] = app.session_state.workspace
    fresh.run()
    assert not fresh.exception
    assert "Only the tool" in markup(fresh) and "Men only" in markup(fresh)
    fresh.session_state.workshop_tab = "Rewrite"
    fresh.run()
    assert area(fresh, "Version A").value == "Everyone can manage this."
    fresh.session_state.workshop_tab = "Agree"
    fresh.run()
    assert area(fresh, "One action").value == "Swap fireman"


def area(app: AppTest, label: str):
    return next(box for box in app.text_area if box.label.startswith(label))


def test_mark_is_taken_back_and_the_tool_hides_again() -> None:
    app = opened("workshop_page", outcomes={"a": review()})
    button(app, "Mark it").click().run()
    assert len(app.session_state.meetings["a"].marks) == 1
    button(app, "Take back").click().run()
    assert app.session_state.meetings["a"].marks == ()
    button(app, "Show what the tool saw").click().run()
    button(app, "Hide it again").click().run()
    assert not app.exception
    assert "Only the tool" not in markup(app)


def test_workshop_document_without_words_says_so() -> None:
    from bias_audit.audit import analyse
    from bias_audit.lexicon_examples import document_of

    document = document_of()
    app = opened("workshop_page", outcomes={"a": Review(document, analyse(document))})
    assert "no words in this document" in markup(app)


def test_words_of_a_document_and_a_group_are_inert_in_the_workshop() -> None:
    app = opened("workshop_page", outcomes={"a": review(f"{EVIL}.md", f"The fireman said {EVIL} to us.".encode())})
    app.text_input[1].set_value(EVIL)
    button(app, "Mark it").click().run()
    button(app, "Show what the tool saw").click().run()
    for step in ("Compare", "Talk", "Flip", "Rewrite", "Agree"):
        app.session_state.workshop_tab = step
        app.run()
        assert not app.exception
        assert "<script" not in markup(app) and "<img" not in markup(app)


# --- all files together -------------------------------------------------------------------------

MEN = ("Omar", "Callum", "Ewan", "Rajesh", "Piotr", "Andrew", "Stuart", "Hamish", "Kenneth", "Gordon")


def men(*names: str) -> bytes:
    return "\n\n".join(f"{name} measured the bridge and wrote down what he saw." for name in names).encode()


def test_files_show_what_only_all_of_them_show_and_open_their_files() -> None:
    held_ = {"a": review("a.md", men(*MEN[:5])), "b": review("<b>.md", men(*MEN[5:]))}
    page = markup(opened("files_page", outcomes=held_))
    assert "What all files together show" in page
    assert "most are described as he (10 of 10)" in page
    assert 'data-ba-go="d0">a.md' in page and 'data-ba-go="d1">&lt;b&gt;.md' in page and "<b>.md" not in page
    assert "STEM self-evaluation" in page and "Over all documents: Of the people" in page


def test_files_that_are_the_same_show_nothing_together() -> None:
    held_ = {"a": review("a.md", men(*MEN)), "b": review("b.md", men(*MEN))}
    page = markup(opened("files_page", outcomes=held_))
    assert "All files are the same, so there is nothing to compare." in page
    assert "People in all files: 10" in page


def test_one_file_has_nothing_beside_it() -> None:
    page = markup(opened("files_page", outcomes={"a": review("a.md", men(*MEN))}))
    assert "What all files together show" not in page and "People in all files: 10" in page
