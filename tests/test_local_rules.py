"""Local rules from a form: what is written, what is refused and beside which field, and what a try finds."""

from dataclasses import replace
from pathlib import Path

import pytest

from bias_audit.lexicon import load_lexicon
from bias_audit.local_rules import (
    Draft,
    as_files,
    entries_of,
    id_of,
    joined,
    lines,
    problems,
    raw_entry,
    tried,
    write_files,
)
from bias_audit.model import Settings
from bias_audit.pipeline import load_pipeline

GOOD = Draft(
    dimension="poverty",
    form="term",
    severity=1,
    words=("tuck money = snack fund",),
    harmless=("tuck money box",),
    saw="A word that takes spare cash for granted.",
    why="Some learners have none, and notice.",
    fine_when="You talk about the word itself.",
    ask="Who would have to ask at home?",
    flag=("The [tuck money] is in the box.", "We count the [tuck money] at break."),
    ignore=("The tuck money box is empty.", "Tuck your shirt in.", "Money is counted at break."),
)


@pytest.fixture(scope="module")
def pipeline():
    return load_pipeline()


def fields(draft: Draft, pipeline, others=()) -> dict[str, str]:
    return {problem.field: problem.said for problem in problems(draft, others, pipeline)}


def test_good_draft_has_nothing_to_mend(pipeline) -> None:
    assert problems(GOOD, (), pipeline) == []


def test_empty_draft_names_every_field_that_is_needed(pipeline) -> None:
    assert set(fields(Draft(), pipeline)) == {"words", "saw", "why", "fine_when", "flag", "ignore"}


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"words": ("tuck money =",)}, "words", "both sides"),
        ({"flag": (GOOD.flag[0],)}, "flag", "You have 1"),
        ({"flag": ("Bring your tuck money.", GOOD.flag[1])}, "flag", "Put [ ] round"),
        ({"flag": ("Bring your [cash] now.", GOOD.flag[1])}, "flag", "not what is found in “Bring your [cash] now.”"),
        (
            {"ignore": ("Count the tuck money.", *GOOD.ignore)},
            "ignore",
            "should be left alone: “Count the tuck money.”",
        ),
        ({"harmless": ("tuck money box", "tuck money tin")}, "harmless", "“tuck money tin”"),
        ({"saw": "A word that takes spare cash for granted"}, "saw", "full stop"),
        ({"why": "So " * 80 + "much."}, "why", "Keep it to 200"),
        ({"why": "That is racist."}, "why", "kinder words"),
        ({"words": ("tuck money = tuck money",)}, "words", "still found"),
        (
            {"dimension": "gender", "words": ("fireman",), "flag": ("A [fireman] came.", "The [fireman] ran.")},
            "flag",
            "Another rule",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(pipeline, change: dict, field: str, said: str) -> None:
    assert said in fields(replace(GOOD, **change), pipeline).get(field, "")


def test_lines_leave_out_blank_ones() -> None:
    assert lines(" one \n\n two\r\n") == ("one", "two")


def test_id_is_new_and_made_from_the_first_word() -> None:
    assert id_of(GOOD) == "poverty/our-tuck-money"
    assert id_of(GOOD, ["poverty/our-tuck-money"]) == "poverty/our-tuck-money-2"
    assert id_of(replace(GOOD, words=("…",))) == "poverty/our-rule"


def test_files_hold_one_dimension_each_and_load_as_an_overlay(tmp_path: Path, pipeline) -> None:
    other = replace(GOOD, dimension="age", words=("wee ones",), flag=("Hello [wee ones].", "The [wee ones] sing."))
    raws = [raw_entry(d, id_of(d)) for d in (GOOD, other)]
    assert sorted(as_files(raws)) == ["our-age.yaml", "our-poverty.yaml"]
    write_files(raws, tmp_path / "ours")
    loaded = load_lexicon((str(tmp_path / "ours"),))
    assert loaded.entry("poverty/our-tuck-money").swap == {"tuck money": "snack fund"}
    assert loaded.entry("age/our-wee-ones").try_none
    assert [e.id for e in entries_of(raws, pipeline)] == ["age/our-wee-ones", "poverty/our-tuck-money"]


@pytest.mark.parametrize("odd", ["yes", "no: 1", "{a}", "'", '"', "# x", "- x", "é", "null", "1.5", "\u2028"])
def test_words_that_mean_something_in_yaml_come_through(odd: str, pipeline) -> None:
    draft = replace(GOOD, words=(odd,), saw=f"{odd}.")
    (entry,) = entries_of([raw_entry(draft, "poverty/our-odd")], pipeline)
    assert entry.phrases == [odd] and entry.saw == f"{odd}."


def test_try_says_what_fires_and_what_was_left_alone(pipeline) -> None:
    whole = joined(pipeline, [raw_entry(GOOD, id_of(GOOD))])
    findings, _ = tried("Bring your tuck money.", whole, Settings())
    assert [f.places[0].rewrite for f in findings] == ["Bring your snack fund."]
    findings, silenced = tried("The term “tuck money” is out of date: do not use it.", whole, Settings())
    assert not [f for f in findings if f.severity > 0] and silenced
    assert tried("Bring your tuck money.", whole, Settings(off=("poverty/our-tuck-money",)))[0] == ()


def test_rules_of_the_tool_still_speak_beside_local_ones(pipeline) -> None:
    whole = joined(pipeline, [raw_entry(GOOD, id_of(GOOD))])
    text = "The fireman met a team of boffins. Only the brightest pupils will manage this."
    before, after = (tried(text, p, Settings())[0] for p in (pipeline, whole))
    assert before == after and len(before) > 1
