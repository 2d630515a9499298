"""Of whom an order, an answer and what somebody finds out tell."""

import pytest
from counts import read, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is at each one's, in general
        ("Omar gave each child his own pen.", {"Omar": "he"}),
        # whom one is told to turn to, if it says their job
        ("Mrs Orr has a son. Ring Petra to book. She has been a joiner for years.",
         {"Mrs Orr": "she", "a son": "he", "Petra": "she"}),
        ("Mrs Orr has a son. Ring Petra to book. She has been ill for years.",
         {"Mrs Orr": "she", "a son": "he", "Petra": "not stated"}),
        # of whom a sentence tells how they are, and then what is theirs
        ("Mr Orr ran. Omar has asthma; his inhaler is here.", {"Mr Orr": "he", "Omar": "he"}),
        ("Mr Orr is old. Omar visits; his house is cold.", {"Mr Orr": "he", "Omar": "not stated"}),
        # what somebody finds out may be of another, and so may what comes next
        ("Omar met Petra Gow, a tutor. Petra found out that he was deaf. Now he signs.",
         {"Omar": "not stated", "Petra Gow": "not stated"}),
        ("Petra Gow found out that she was deaf. Now she signs.", {"Petra Gow": "she"}),
        ("Omar met Petra. Petra found out that she had won.", {"Omar": "not stated", "Petra": "she"}),
        # who asks, and says why
        ("A vet came. Omar asked her a lot because he likes snakes.", {"A vet": "she", "Omar": "he"}),
        ("A vet came. Omar asked Tam a lot because he likes snakes.",
         {"A vet": "not stated", "Omar": "not stated", "Tam": "not stated"}),
        # who is dead by then, said by the way
        ("Petra was a joiner. Petra's mum drowned when she was two.", {"Petra": "she", "mum": "she"}),
        ("Mr Orr was a joiner. His mum raised him after his father died. A poet, Petra Gow, praised him.",
         {"Mr Orr": "he", "mum": "she", "father": "he", "Petra Gow": "not stated"}),
    ],
)  # fmt: skip
def test_whose_it_is(text: str, expected: dict[str, str]) -> None:
    assert said(read(text)) == expected


def _meant(*texts: str) -> list[tuple[str, str]]:
    """The mentions of everybody, and whom they mean."""
    people = read(*texts)
    return [(m.text, people.persons[m.person].label if m.person >= 0 else "") for m in people.mentions]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        # an answer is of the one who is asked after
        (["“Where is my aunt?” asked Petra. “She has a cold,” said the cook."], ("She", "aunt")),
        (["“Where is my aunt?” asked Petra. “She has a cold,” said the woman."], ("the woman", "the woman")),
        (["“Is Mina with Petra?” asked Tam. “She left,” said the cook."], ("She", "someone called she")),
        # whoever speaks is there, and has not only been talked of
        (["Omar sat. “My tutor fell,” said Miss Orr. “Really?” he asked."], ("he", "Omar")),
        (["“My boss is here,” said Miss Orr. “Good day,” he said."], ("he", "boss")),
        (["Petra had a bag. She sat.", "“My gaffer tied it,” said Mr Orr.", "“Did it help?” she asked."],
         ("she", "Petra")),
        # a child by another word
        (["Mrs Orr’s daughter Mina is ill. Mrs Orr says that her girl can swim."], ("girl", "Mina")),
        (["Omar sang. Petra says that her boy cries because there is no Omar."], ("boy", "boy")),
        # whom somebody finds, sees or hears is another one
        (["Mr Orr and his son saw the man lying there."], ("the man", "the man")),
        # one of several is asked for
        (["A plumber left. Another plumber, Petra, sang. Which plumber worked longer?"], ("plumber", "plumber")),
        # several
        (["Petra Gow met a boy. His son thanked them both."], ("them", "")),
    ],
)  # fmt: skip
def test_whom_they_mean(texts: list[str], found: tuple[str, str]) -> None:
    assert found in _meant(*texts)


def test_whom_a_question_asks_for_is_nobody_yet() -> None:
    people = read("A plumber came on Monday. Mr Orr paid a different plumber. Which plumber worked longer?")
    assert [p.label for p in people.persons if p.general] == ["plumber"]
    people = read("Mr Orr paid a plumber. Which plumber was it? Which Leith man found radium?")
    assert [p.label for p in people.persons if not p.general] == ["Mr Orr", "a plumber", "Leith man"]


@pytest.mark.parametrize(
    ("text", "them"),
    [
        ("Dr Petra Gow, dentist: checks our teeth and tells us how to look after them", []),
        ("Mina drew two circles and the cook cut them out.", []),
        ("Hand the cards to the pupil and ask them to cut one.", ["the pupil"]),
        ("If any pupil has allergies that put them at risk, ask.", ["any pupil"]),
        ("Petra Gow met a boy. His son thanked them both.", [""]),
    ],
)
def test_teeth_are_no_dentist(text: str, them: list[str]) -> None:
    assert [who for said, who in _meant(text) if said == "them"] == them


def test_who_only_comes_later_is_not_who_the_sentence_before_is_about() -> None:
    found = _meant("Petra plays with Mina. On Monday Petra sees Tam with Mina. She is sad. Mina rings her mum.")
    assert ("She", "Mina") not in found


def test_of_whom_a_parent_speaks_may_be_the_child() -> None:
    people = read("Petra is a baker. Her eldest, Tam, has asthma. The guard, a student called Omar, came. "
                  "“It was the first time he sang,” Petra says.")  # fmt: skip
    assert said(people)["Tam"] == "not stated"
    assert ("he", "Omar") not in [(m.text, people.persons[m.person].label) for m in people.mentions if m.person >= 0]
