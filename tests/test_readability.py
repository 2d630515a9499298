"""Reading load, hard words, many meanings and ways to answer."""

import pytest
from rules import block, document

from bias_audit.model import Block, Document, Profile, Reading
from bias_audit.pipeline import load_model
from bias_audit.readability import load_reading, reading_of
from bias_audit.reading_patterns import reading_patterns
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


def test_one_and_many_of_a_hard_word_are_one_word() -> None:
    said = "The organism moves. The organism grows. These organisms rest. Those organisms sleep. "
    found = [(term.word, term.count) for term in reading(document(EASY * 8 + said)).hard_words]
    assert ("organism", 4) in found and "organisms" not in dict(found)


def test_hard_words_under_a_glossary_are_explained() -> None:
    from bias_audit.model import Place

    entry = block("Organism: a living thing.", place=Place("page 1", section="Key words"))
    text = block(EASY * 8 + "The organism moves. The organism grows.")
    assert "organism" in [term.word for term in reading(document(text)).hard_words]
    assert "organism" not in [term.word for term in reading(document(entry, text)).hard_words]


def meanings(*blocks: str | Block) -> dict[str, str]:
    return {term.word: term.subject for term in reading(document(*blocks)).many_meanings}


def test_many_meanings_need_the_subject() -> None:
    science = reading(document("The force is 5 newtons. Work is done by a force."))
    assert [(t.word, t.count) for t in science.many_meanings] == [("force", 2), ("work", 1)]
    assert reading(document("Set the table for dinner after work.")).many_meanings == ()


@pytest.mark.parametrize(
    ("blocks", "word", "subject"),
    [
        (["One swing of the pendulum takes a period of 2 seconds."], "period", "the time of one whole wave or swing"),
        (["Sodium is in the third period.", "The periodic table"], "period", "a row of the periodic table"),
        (["Each lesson is one period.", "Use visual elements."], "period", ""),
        (["Bell work", "It moves with 5 newtons."], "work", ""),
        (["Learn about brute force.", "The mass is 2 kg."], "force", ""),
        (["The work of 20 joules lifts it."], "work", "energy moved by a force"),
        (["The pump has to work with 20 joules."], "work", ""),
        (["What do you mean by the median?"], "mean", ""),
        (["Give the mean and the median."], "mean", "the total divided by how many there are"),
        (["A poem is a personal expression.", "A variable wind blew."], "expression", ""),
        (["Simplify the expression.", "2x + 3x"], "expression", "numbers and letters without an equals sign"),
        (["The expression is true or false: it is Boolean."], "expression", "code that has a value"),
        (["Use control structures in the experiment."], "control", ""),
        (["A control shows that the experiment is fair."], "control", "the part of a test that is left unchanged"),
        (["A range of people, with a mean age of 40"], "range", ""),
        (["The range and the median of the ages"], "range", "the largest value less the smallest"),
    ],
)
def test_many_meanings_are_those_of_the_words_around(blocks: list[str], word: str, subject: str) -> None:
    assert meanings(*blocks).get(word, "") == subject


def test_many_meanings_need_a_word_nearby_or_a_text_full_of_two() -> None:
    gap = ["We ate our lunch on the hill and went home."] * 3
    assert "force" not in meanings("Do not use force.", *gap, "It has a mass.", *gap)
    assert "force" in meanings("A force acts here.", *gap, "It has a mass.", *gap, "Friction is small.")
    assert "force" not in meanings("A force acts here.", *gap * 20, "It has a mass.", *gap * 20, "Friction is small.")
    assert "crust" not in meanings("He had no crust to eat, poor as the earth of the rock.", "Once upon a time")


def test_many_meanings_have_two_senses_and_subject_words() -> None:
    _, many = load_reading()
    assert len({entry.word for entry in many}) == len(many)
    for entry in many:
        assert entry.everyday and entry.word in entry.forms
        assert not {need for needs in entry.subject.values() for need in needs} & set(entry.forms)


def test_phrases_of_an_everyday_meaning_are_each_needed() -> None:
    for entry in load_reading()[1]:
        need = next(need for needs in entry.subject.values() for need in needs)
        for phrase in entry.unless:
            assert set(phrase.split()) & set(entry.forms), phrase
            assert not any(f" {other} " in f" {phrase} " for other in entry.unless if other != phrase), phrase
            assert entry.word not in meanings(f"So: {phrase} here", need), phrase
        if entry.noun:
            assert entry.word in meanings(f"Much {entry.word} here", need)
            assert entry.word not in meanings(f"They {entry.word} here", need)


@pytest.mark.parametrize(("times", "said"), [(4, "4 sentences for learners: too few"), (5, "4 words each on average")])
def test_averages_are_said_of_five_sentences_or_more(times: int, said: str) -> None:
    from bias_audit.audit import analyse
    from bias_audit.reports.sections import reading_lines

    assert said in reading_lines(analyse(document("We are here now. " * times)))[0]


def test_cells_that_hold_sentences_are_read() -> None:
    cells = [block(text, kind="cell") for text in ("Content area", "We test the bridge. It holds well!", "Maths, art")]
    assert reading(document(*cells)).sentences == 2
    assert reading(document(block('She said, "Stop it now."', kind="cell"))).sentences == 1


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
