"""What a setting changes, and that its data names only what exists."""

from typing import get_args

import pytest
from rules import profile_with

from bias_audit import SettingsError, analyse, read_bytes
from bias_audit.entries import ProfileFlag
from bias_audit.model import Profile, Report, Rule, Settings, Severity
from bias_audit.pipeline import Pipeline
from bias_audit.reports.sections import settings_lines
from bias_audit.setting_effects import Raise, called, flags, load_effects, reworded, said, switched_off, tuned

YEARS = "Write down three things that happened before 200 BC and one after AD 300. Share them with your table."


def report(text: str, settings: Settings) -> Report:
    return analyse(read_bytes(text.encode(), "lesson.txt", isolated=False), settings)


def weights(text: str, settings: Settings) -> dict[str, int]:
    return {finding.entry: finding.severity for finding in report(text, settings).findings}


@pytest.mark.parametrize(
    ("profile", "names"),
    [
        (Profile(), set()),
        (Profile(stage="early", sector="elc", place="island"), {"early", "elc", "island"}),
        (Profile(esol=True, exam_text=True, priorities=("race",)), {"esol", "exam_text"}),
        (Profile(esol=True, learners=(("girls", 48.0),)), {"esol"}),
    ],
)
def test_flags_are_what_the_profile_says(profile: Profile, names: set[str]) -> None:
    assert flags(profile) == names
    assert names <= set(get_args(ProfileFlag))


def test_no_setting_changes_no_entry(pipeline: Pipeline) -> None:
    assert tuned(pipeline.lexicon.entries, Settings()) == pipeline.lexicon.entries
    assert switched_off(Settings()) == frozenset()
    assert said(Settings()) == []


@pytest.mark.parametrize("raised", load_effects().raised, ids=lambda raised: raised.says)
def test_every_raise_has_entries_and_never_goes_past_worth_changing(raised: Raise, pipeline: Pipeline) -> None:
    assert any(raised.holds(entry) and entry.severity < 2 for entry in pipeline.lexicon.entries)
    profile = profile_with(raised.when[0])
    for before, after in zip(pipeline.lexicon.entries, tuned(pipeline.lexicon.entries, Settings(profile)), strict=True):
        assert after.severity in (before.severity, min(2, before.severity + 1))
        assert after.severity > before.severity or not raised.holds(before) or before.severity >= 2


def test_every_norm_names_rules_that_exist(pipeline: Pipeline) -> None:
    ids = {entry.id for entry in pipeline.lexicon.entries}
    for norm in load_effects().norms:
        for choice in norm.choices.values():
            assert {*choice.off, *choice.severity} <= ids
        unasked = next(iter(norm.choices.values()))
        assert not unasked.off and not unasked.severity


def test_every_contested_entry_can_be_chosen(pipeline: Pipeline) -> None:
    chosen = {
        id
        for norm in load_effects().norms
        for choice in norm.choices.values()
        for id in (*choice.off, *choice.severity)
    }
    assert {entry.id for entry in pipeline.lexicon.entries if entry.contested} <= chosen


@pytest.mark.parametrize(("choice", "weight"), [("note", 0), ("quiet", None), ("firm", 1)])
def test_norm_decides_what_a_contested_wording_weighs(choice: str, weight: Severity | None) -> None:
    assert weights(YEARS, Settings(norms=(("years", choice),))).get("religion/bc-ad") == weight


def test_setting_weighs_a_single_rule_last() -> None:
    setting = Settings(norms=(("years", "firm"),), severity=(("religion/bc-ad", 2),))
    assert weights(YEARS, setting)["religion/bc-ad"] == 2


def test_rural_setting_gives_place_more_weight() -> None:
    text = "Take the underground to the science centre on Saturday and draw what you see there."
    plain, rural = weights(text, Settings()), weights(text, Settings(Profile(place="rural")))
    assert [id for id in plain if id.startswith("rurality/")]
    for id, weight in plain.items():
        assert rural[id] == (min(2, weight + 1) if id.startswith("rurality/") else weight)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (Settings(norms=(("weather", "dry"),)), "no contested norm 'weather'"),
        (Settings(norms=(("years", "dry"),)), "Choose from: note, quiet, firm"),
        (Settings(off=("gender/nothing",)), "no rule 'gender/nothing'"),
        (Settings(severity=(("gender/nothing", 1),)), "no rule 'gender/nothing'"),
    ],
)
def test_setting_that_names_what_does_not_exist_is_refused(settings: Settings, says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        report("A line.", settings)


RULE = Rule("a/b", "Learners are ranked.", "A learner may stop trying.", ask="What do learners of English hear?")


@pytest.mark.parametrize(
    ("profile", "saw", "why"),
    [
        (Profile(), "Learners are ranked.", "A learner may stop trying."),
        (Profile(stage="early"), "Children are ranked.", "A child may stop trying."),
        (Profile(sector="primary"), "Pupils are ranked.", "A pupil may stop trying."),
        (Profile(sector="cld"), "Learners are ranked.", "A learner may stop trying."),
    ],
)
def test_report_speaks_of_its_learners_in_the_words_of_the_setting(profile: Profile, saw: str, why: str) -> None:
    changed = reworded(RULE, profile)
    assert (changed.saw, changed.why, changed.ask) == (saw, why, RULE.ask)


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        (Profile(), ""),
        (Profile(stage="primary"), "pupils"),
        (Profile(sector="elc"), "children"),
        (Profile(stage="adult"), "learners"),
    ],
)
def test_learners_are_called_as_the_setting_calls_them(profile: Profile, name: str) -> None:
    assert called(profile) == name


def test_report_says_what_the_setting_changed() -> None:
    profile = Profile(sector="elc", place="island")
    setting = Settings(profile, severity=(("gender/guys", 0),), norms=(("years", "quiet"),))
    lines = settings_lines(report("A line.", setting))
    assert lines[0] == "Learners: early learning and childcare, island."
    assert "BC and AD are used here; nothing is said of them." in lines
    assert "Taking a city for granted weighs more here." in lines
    assert "Weights chosen here: gender/guys is “for interest”." in lines
