"""Who is somebody that a count may count, and who is no one in particular."""

import pytest
from counts import read


def counted(*texts: str) -> list[str]:
    return [p.label for p in read(*texts).persons if not p.general]


@pytest.mark.parametrize(
    "text",
    [
        "Show a message that says whether the user has won.",
        "If a player goes first, his moves are still random.",
        "In either case the user should see whether he won or lost.",
        "The programmer does not want to run this line.",
        "Interview a carpenter about the work.",
        "To a woman of colour: “You speak so well.”",
        "Choose a word such as “She leads” for the card.",
        "List the eye colour of your mother and father.",
        "The bell has a maker's mark.",
        "Decide what materials I will need. How can I make my design better?",
        "I can add two numbers. I can draw my graph.",
        "Lab 3: Let me check my calendar",
        "I wrote: [what you wrote]..",
        "Our school had never met a blind person before.",
        "Imagine a female student while the quilt made by her own grandmother hangs on a wall.",
        "Pupil: ____________",
        "The tyre went into the coach.",
        "Platform games are known for their relative simplicity.",
    ],
)
def test_find_people_counts_no_one_in_particular(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The user rang us on Monday.", ["The user"]),
        ("A waiter carries 3 plates at a time.", ["A waiter"]),
        ("Her apprentice repeats the reading.", ["someone called she", "apprentice"]),
        ("The learner opens her book.", ["The learner"]),
        ("I was born in Ayr and I worked on the boats.", ["I"]),
        ("I am a plumber. I fix my van at night and I love my job.", ["I"]),
        ("Nurse: Sit down and hold still.", ["Nurse"]),
        ("My aunt taught me that. She sold plums.", ["aunt"]),  # though "I" tells nothing of itself
    ],
)
def test_find_people_counts_somebody(text: str, who: list[str]) -> None:
    assert counted(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "Talk to Eliza the chatbot. She answers at once.",
        "Try a chatbot such as Eliza.",
        "Write a script for the Dino sprite. Dino goes to the top.",
        "Avril 2015",
        "Read “Hans Clodhopper” and “The House That Jack Built” aloud.",
        "In Parley, code was run as you typed it.",
        "Draw the board after a turn of Conway's Crank.",
        "names = [“Priya”, “Samantha”]",
        "Strings are characters, such as \"Lisa\" or '123'.",
    ],
)
def test_find_people_leaves_out_things_with_names(text: str) -> None:
    assert counted(text) == []


def test_find_people_reads_a_surname_before_the_given_name_as_one_person() -> None:
    assert counted("Adapted from Shah, Priya Devi, Everyday Forces, 2010.") == ["Priya Devi Shah"]


def test_find_people_forgets_nouns_in_a_new_chapter() -> None:
    first = ["The king met a witch."] + ["The king rode on."] * 20
    people = read(*first, "The king was young.", sections=("One",) * 21 + ("Two",))
    assert [p.label for p in people.persons].count("The king") == 2


def test_find_people_takes_scare_quotes_for_no_speech() -> None:
    assert not [q for q in read("The baker said the loaf is called “bannock” here.").quotations if q.person >= 0]


def test_find_people_says_that_who_runs_moves_and_who_runs_something_leads() -> None:
    hint = "If he does not jump he runs into the wall and the game ends with a message <HINT: you can use blocks>"
    acts = [act.action for m in read("Priya runs to school.", "Tom runs a shop.", hint).mentions for act in m.acts]
    assert acts[:4] == ["move", "lead", "move", "move"]


def test_find_people_says_how_many_years_old_somebody_is() -> None:
    (person,) = read("Priya is eleven years old and rows.").persons
    assert person.described == (("age", ("eleven",)),)


@pytest.mark.parametrize(
    ("text", "label", "general"),
    [
        ("They have a baby girl.", "a baby girl", False),
        ("Petra had a wee boy.", "a wee boy", False),
        ("Every street has a little girl.", "a little girl", True),
        ("If Petra has a baby boy, she rests.", "a baby boy", True),
        ("If a girl was late she was sent home.", "a girl", True),
        ("A girl was late and she was sent home.", "A girl", False),
        ("Petra's coach says no.", "coach", False),
        ("A pupil's coach says no.", "coach", True),
        ("Mexico's coach says no.", "coach", True),
        ("Ewan says that a family should have a dad.", "a dad", True),
        ("Every child needs an uncle.", "an uncle", True),
        ("Children need a gran.", "a gran", True),
        ("Petra needs an uncle.", "an uncle", False),
        ("Petra's family should have a gran.", "a gran", False),
        ("A family had an uncle who was kind.", "an uncle", False),
    ],
)
def test_somebody_is_told_from_anybody(text: str, label: str, general: bool) -> None:
    assert next(p for p in read(text).persons if p.label == label).general is general
