"""Who says what: tags whose verb is none of saying, titles of works, labels, and whom "you" means."""

import pytest
from counts import read


def speakers(*texts: str) -> list[str]:
    """Who says each quotation, "" for nobody."""
    people = read(*texts)
    return [people.persons[q.person].label if q.person >= 0 else "" for q in people.quotations]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Mary ran a bakery with her father. He was a porter. "It never closed," Mary remembers.', "Mary"),
        ('Mary ran a bakery with her father. He was a porter. "It never closed!" remembers Mary.', "Mary"),
        ('Mary lives with Omar. He is a porter. "It never closed," Mary reflects.', "Mary"),
        ('Mary lives with Omar. He is a porter. "It never closed," chuckles Mary, who is 80.', "Mary"),
        ('Omar went first. "It never closed," the old nurse remembered.', "the old nurse"),
        ('"It never closed," Mary Osei remembers.', "Mary Osei"),
        # no tag, or another one
        ('Omar sat with Mary. He said "No," Mary remembers.', "Omar"),
        ('Omar sat with Mary. "It closes." Mary remembers the day.', "Omar"),
        ('Omar sat down. "It never closes," he says, and Mary shivers.', "Omar"),
        ('Omar sat with Mary. "It never closes," and Mary remembers the lamps.', "Omar"),
    ],
)
def test_who_stands_in_a_tag_says_it_whatever_the_verb(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He wrote "Hush My Darling" for Janet Orr, whom he called Lily.', []),
        ('She painted "The Harvest" for Amal, who called her a friend.', []),
        ('She wrote "Dear Moon" and he called it a poem.', []),
        ('Robert Orr called Janet Hay "Sunshine".', []),
        ('Zara wrote "My Street" for Miss Orr, whom she likes.', []),
        # said
        ('Zara wrote, "My street is wet," for Miss Orr, whom she likes.', ["Zara"]),
        ('"Good Morning," called Zara.', ["Zara"]),
        ('"Good Morning!" Zara called.', ["Zara"]),
        ('"Good Morning" said Zara.', ["Zara"]),
        ('Zara said "Happy Birthday" to Amal.', ["Zara"]),
    ],
)
def test_nobody_says_the_name_of_a_song(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_name_alone_in_quotation_marks_may_be_somebodys() -> None:
    people = read("On the list Rev Mina Shah is plain ‘Mina’, because she asked.")
    assert [m.text for m in people.mentions] == ["Rev Mina Shah", "Mina", "she"]


def test_nobody_in_the_name_of_a_poem_is_somebody() -> None:
    people = read('Dr Reid read "Jean o\' Leith" to the class.')
    assert [p.label for p in people.persons] == ["Dr Reid"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Eyewitness: Rahul Sen said: "I saw the fire."', "Rahul Sen"),
        ('Neighbour: Mrs Sen, from Perth, added: "I saw the fire."', "Mrs Sen"),
        ('Teacher: "I saw the fire."', "Teacher"),
        ("Teacher: I saw the fire.", "Teacher"),
        ('Teacher: My son Rahul said: "I saw the fire."', "Teacher"),
        ('Teacher: Rahul said: "I saw the fire." I told him no.', "Teacher"),
        ('Rahul: Mrs Sen said: "I saw the fire."', "Rahul"),
    ],
)
def test_a_label_may_be_a_slot_for_what_somebody_else_said(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_slot_is_nobody() -> None:
    people = read('Witness: Her uncle, Rahul, said: "I saw her."')
    assert {p.label: p.gender for p in people.persons} == {"Rahul": "he", "someone called she": "she"}


def spoken_to(*texts: str) -> list[str]:
    """Whom each "you" and "your" means, "" for nobody."""
    people = read(*texts)
    words = [m for m in people.mentions if m.text.lower() in ("you", "your")]
    return [people.persons[m.person].label if m.person >= 0 else "" for m in words]


@pytest.mark.parametrize(
    "texts",
    [
        ('Tom met Nadia. "You need strong boots," says Nadia.',),
        ('"You have to be quick," says Omar, a porter. His manager, Nadia, nods.',),
        ('Omar works here. "If you drive at night, you get used to it," says Nadia.',),
        ('Miss Orr sat down. Kofi said, "When you cool a gas, it shrinks."',),
        ('"It is loud," says Omar.', '"You learn to sleep anywhere," says Nadia.'),
        # for whoever reads them
        ('Nadia – nurse – "I sing."', 'Bo – joiner – "I mend your doors."'),
        ('"I sing." – Nadia, nurse', '"I mend your doors." – Bo, joiner'),
        # to nobody in particular
        ("Nadia: He was kind.", "Omar: He married me, you know."),
        # two of whom it may be said
        ('"No," laughed Nadia.', 'Mr Orr handed Omar a rope. "Put your foot there," he said.'),
    ],
)
def test_you_may_be_anybody(texts: tuple[str, ...]) -> None:
    assert not any(spoken_to(*texts))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (('"You are kind," Nadia told Omar.',), ["Omar"]),
        (('Omar met Nadia. "I like you," says Nadia.',), ["Omar"]),
        (('"I am so tired," said Nadia.', '"You need a rest," said Omar.'), ["Nadia"]),
        (('Omar saw Nadia. "You are late," said Nadia.',), ["Omar"]),
        (("Nadia: I am tired.", "Omar: You need a rest."), ["Nadia"]),
        (("Nadia: What is that?", "Omar: I mend your doors."), ["Nadia"]),
        (
            ('"Come in," said Mr Orr.', "Nadia sat down by a boy.", '"Is this your bag?" the boy asked.'),
            ["Nadia"],
        ),
        (('"Am I late?" asked Nadia.', 'Mr Orr patted Nadia. "Put your bag there," said Mr Orr.'), ["Nadia"]),
    ],
)
def test_you_is_whom_the_words_are_said_to(texts: tuple[str, ...], expected: list[str]) -> None:
    assert spoken_to(*texts) == expected
