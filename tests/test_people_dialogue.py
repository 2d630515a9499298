"""Dialogues, paragraph by paragraph: whose turn it is, and of whom the next one speaks."""

import pytest
from counts import read


def genders(*texts: str) -> dict[str, str]:
    """Each person and what the words say of their gender."""
    return {person.label: person.gender for person in read(*texts).persons}


def speakers(*texts: str) -> list[str]:
    """Who says each quotation."""
    people = read(*texts)
    return [people.persons[q.person].label if q.person >= 0 else "" for q in people.quotations]


@pytest.mark.parametrize(
    ("texts", "last"),
    [
        (("“Are you cold?” asked Omar.", "“A bit,” said Petra.", "“So am I,” he said."), "Omar"),
        (("“Are you cold?” asked Omar.", "“A bit,” said Petra.", "“Here.” He gave up a scarf."), "Omar"),
        (("“Are you cold?” asked Omar.", "“A bit,” said Petra.", "He laughed. “So am I.”"), "Omar"),
        (("“I lost it,” said Mr Oduya.", "“Again?” asked Petra.", "“Again,” he said."), "Mr Oduya"),
        (("“It is cold,” said Mr Oduya.", "“It is,” said Petra.", "“Take a scarf,” he said."), "Mr Oduya"),
        (("“Are you cold?” asked Omar.", "“A bit,” said Miss Oduya.", "“So am I,” he said."), "Omar"),
        (
            (
                "Petra was late.",
                "“Is it far?” a girl asked.",
                "“Yes,” said Petra. “Are you cold?”",
                "“A bit.” She sat.",
            ),
            "a girl",
        ),
        (
            ("Petra ran.", "“Is it far?” a girl asked.", "“Yes,” said Petra. “It is.”", "“I know.” She sat."),
            "a girl",
        ),
        # who spoke last goes on, or is the only one who may
        (("“It was cold,” said Petra.", "“We had no scarf,” she said."), "Petra"),
        (("“It was cold,” said Omar.", "“It was,” said Petra.", "“We had no scarf,” she added."), "Petra"),
        (("“It was cold,” said Mr Oduya.", "“It was,” said Petra.", "“We had no scarf,” she said."), "Petra"),
        # either
        (("“It was cold,” said Omar.", "“It was,” said Petra.", "“We had no scarf,” she said."), ""),
    ],
)
def test_he_said_means_whose_turn_it_is(texts: tuple[str, ...], last: str) -> None:
    assert speakers(*texts)[-1] == last


def test_whose_turn_it_is_not_has_no_gender_from_it() -> None:
    assert genders("“Are you cold?” asked Omar.", "“A bit,” said Petra.", "“So am I,” he said.") == {
        "Omar": "he",
        "Petra": "not stated",
    }
    assert genders("“Is it cold?” asked Mr Oduya.", "“Take this,” said Petra. He put it on.") == {
        "Mr Oduya": "he",
        "Petra": "not stated",
    }
    assert genders("“So am I,” said Omar. He laughed.") == {"Omar": "he"}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("“I like it,” said Petra.", "“He likes it too,” said Omar."), {"Petra": "not stated"}),
        (("“I like it,” said Petra. “He likes it too,” said Omar.",), {"Petra": "not stated"}),
        (("“Omar was kind,” said Petra. “She helped me,” said Ines.",), {"Petra": "not stated", "Omar": "not stated"}),
        (("“Our cook Nadia sang. She was fun.” – Petra", "“He made me laugh.” – Ines"), {"Petra": "not stated"}),
        (("“Our cook Omar sang.” – Petra", "“He made me laugh.” – Ines"), {"Omar": "not stated"}),
        # said of the one before by the words around it, or known
        (("“I like it,” said Petra.", "“She is a star,” said her coach."), {"Petra": "she"}),
        (("Petra won. She was glad. “I like it,” she said.", "“She is a star,” said Omar."), {"Petra": "she"}),
        (("“Omar sang. He was fun,” said Petra. “He made me laugh,” said Ines.",), {"Omar": "he"}),
    ],
)
def test_the_next_quotation_does_not_speak_of_who_said_the_one_before(
    texts: tuple[str, ...], expected: dict[str, str]
) -> None:
    said = genders(*texts)
    assert {label: said[label] for label in expected} == expected


@pytest.mark.parametrize(
    ("texts", "gender"),
    [
        (("Teacher: Who knows?", "Omar: It is ten.", "Teacher: Nearly! Petra, can you help him?"), "he"),
        (("Teacher: Who knows?", "Omar: It is ten.", "Teacher: Can anyone tell him?"), "he"),
        # others have come up
        (("Teacher: Who knows?", "Omar: My son does.", "Teacher: Petra, can you help him?"), "not stated"),
        (("Teacher: Who knows?", "Omar: He is outside.", "Teacher: Petra, can you help him?"), "not stated"),
        (("Teacher: Who knows?", "Omar: I do.", "Teacher: Look at the king. Can you help him?"), "not stated"),
        # not of who has spoken
        (("Teacher: Who was Burns?", "Omar: No idea.", "Teacher: Petra, have you read him?"), "not stated"),
        (("Teacher: Who knows?", "Omar: It is ten.", "Teacher: Petra, can you take his book?"), "not stated"),
    ],
)
def test_who_is_to_be_helped_has_just_spoken(texts: tuple[str, ...], gender: str) -> None:
    (omar,) = (p for p in read(*texts).persons if p.label == "Omar")
    assert omar.gender == gender
