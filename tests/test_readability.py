"""Reading load, hard words, many meanings and ways to answer."""

import pytest
from rules import block, document

from bias_audit.model import Document, Profile, Reading
from bias_audit.pipeline import load_model
from bias_audit.readability import load_reading, reading_of, reading_patterns
from bias_audit.text import tokenise

EASY = "The cat sat on the mat. We put a ball in the tub. It did not sink. "
HARD = (
    "Notwithstanding considerable methodological limitations, contemporary investigations consistently demonstrate"
    " extraordinarily complicated interrelationships between environmental temperature and biological productivity. "
)


NOT_SAID = Profile()


def reading(whole: Document, profile: Profile = NOT_SAID) -> Reading:
    return reading_of(whole, tokenise(whole.blocks, load_model()), profile)


def test_reading_counts_sentences_and_words() -> None:
    found = reading(document("We push the cart. It rolls a long way down. Stop."))
    assert (found.sentences, found.words_a_sentence, found.nine_in_ten) == (2, 5.0, 6)
    assert found.age is None  # too short to say


def test_reading_age_tells_easy_from_hard() -> None:
    easy, hard = reading(document(EASY * 10)).age, reading(document(HARD * 10)).age
    assert easy is not None and hard is not None
    assert easy[1] < hard[0]


@pytest.mark.parametrize(("stage", "long"), [("early", 1), ("primary", 0), ("", 0)])
def test_reading_calls_a_sentence_long_by_stage(stage: str, long: int) -> None:
    text = "Put the wooden ball and the steel ball in the tub and watch them. Stop now please."
    assert len(reading(document(text), Profile(stage=stage)).long_sentences) == long  # type: ignore[arg-type]


def test_reading_takes_a_row_of_words_for_no_sentence() -> None:
    row = ", ".join(["almost", "begins", "bellow", "biopsy", "chilly", "effort"] * 6)
    told = "Sort these six words, and say how many swaps it took you to put all of them into the right order."
    assert reading(document(row, told)).sentences == 1
    assert reading(document(row.replace(",", " or"), told)).sentences == 2


def test_reading_leaves_staff_notes_code_and_other_languages_out() -> None:
    whole = document(
        block(EASY * 10, audience="teacher"), block(EASY * 10, kind="code"), block(EASY * 10, language="gd")
    )
    assert reading(whole) == Reading()


def test_hard_words_are_long_come_twice_and_are_not_explained() -> None:
    text = "Photosynthesis is called for here. " + EASY * 8
    twice = "The organism respires. Another organism respires. A chlorophyll (green stuff) leaf. Chlorophyll again. "
    words = [term.word for term in reading(document(text + twice)).hard_words]
    assert "organism" in words
    assert "chlorophyll" not in words  # explained at first use
    assert "photosynthesis" not in words  # comes once


def test_hard_words_under_a_glossary_are_explained() -> None:
    from bias_audit.model import Place

    entry = block("Organism: a living thing.", place=Place("page 1", section="Key words"))
    text = block(EASY * 8 + "The organism moves. The organism grows.")
    assert "organism" in [term.word for term in reading(document(text)).hard_words]
    assert "organism" not in [term.word for term in reading(document(entry, text)).hard_words]


def test_many_meanings_need_the_subject() -> None:
    science = reading(document("The force is 5 newtons. Work is done by a force."))
    assert [(t.word, t.count) for t in science.many_meanings] == [("force", 2), ("work", 1)]
    assert reading(document("Set the table for dinner after work.")).many_meanings == ()


def test_many_meanings_have_two_senses_and_subject_words() -> None:
    _, many = load_reading()
    assert len({entry.word for entry in many}) == len(many)
    for entry in many:
        assert entry.everyday and entry.subject and entry.needs and entry.word in entry.forms


def test_modes_are_told_by_the_verb_that_begins_the_task() -> None:
    whole = document("1. Write a list.", "Then draw it.", "Tell a partner.", "We draw blood.", "Write it up.")
    assert {mode.name: len(mode.places) for mode in reading(whole).modes} == {"write": 2, "say": 1, "draw": 1}


def test_one_way_to_answer_is_said_only_when_there_is_no_other() -> None:
    writing = [f"Write down answer {n} now." for n in range(5)]
    one, two = document(*writing), document(*writing, "Draw the circuit.")
    entries = [p.entry for p in reading_patterns(reading(one), one, Profile())]
    assert "disability/only-in-writing" in entries
    assert "disability/only-in-writing" not in [p.entry for p in reading_patterns(reading(two), two, Profile())]


@pytest.mark.parametrize(
    ("text", "profile", "entry", "severity"),
    [
        (HARD * 8, Profile(), "language/long-sentences", None),  # 20 words: not over 25
        (HARD.replace(". ", " and ") * 2 + ".", Profile(), "language/long-sentences", None),  # too few sentences
        ((HARD[:-2] + " " + HARD) * 20, Profile(), "language/long-sentences", 0),
        ((HARD[:-2] + " " + HARD) * 20, Profile(stage="primary"), "language/long-sentences", 1),
        (HARD * 8, Profile(stage="primary"), "language/reading-age", 0),
        (EASY * 12, Profile(stage="primary"), "language/reading-age", None),
        (HARD * 8, Profile(), "language/reading-age", None),  # no stage, no age to compare with
        (HARD * 60, Profile(), "disability/no-headings", 0),
        (EASY * 3, Profile(), "disability/no-headings", None),
    ],
)
def test_patterns_of_reading_need_enough_to_go_by(
    text: str, profile: Profile, entry: str, severity: int | None
) -> None:
    whole = document(text)
    found = {p.entry: p.severity for p in reading_patterns(reading(whole, profile), whole, profile)}
    assert found.get(entry) == severity


def test_wall_of_text_is_said_of_several_long_paragraphs() -> None:
    whole = document(*[EASY * 12] * 3)
    assert "language/wall-of-text" in [p.entry for p in reading_patterns(reading(whole), whole, Profile())]


def test_words_of_every_classroom_are_not_called_hard() -> None:
    text = (
        "Discuss the examples on the computer. Considering examples, the computers helped. The enzyme met an enzyme. "
    )
    words = [term.word for term in reading(document(text + EASY * 8)).hard_words]
    assert not {"computer", "computers", "examples", "discuss", "considering"} & set(words)
