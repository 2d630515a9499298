"""Nouns that are said of somebody further off, and those beside somebody of whom they are not said."""

import pytest
from counts import read, said

from bias_audit.model import People


def _roles(people: People) -> dict[str, tuple[str, ...]]:
    return {p.label: p.roles for p in people.persons if not p.general}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # after what is no noun
        ("Tariq is 41 and a joiner.", {"Tariq": ("joiner",)}),
        ("Tariq is a vegan and a joiner.", {"Tariq": ("joiner",)}),
        ("Tariq is short and a joiner.", {"Tariq": ("joiner",)}),
        ("Sister Agatha is 82 and a nun.", {"Sister Agatha": ("nun",)}),
        ("My aunt is Welsh and a baker.", {"aunt": ("baker",)}),
        ("Ewan, who is blind and a joiner, made it.", {"Ewan": ("joiner",)}),
        ("Tariq is not short or a joiner.", {"Tariq": ()}),
        ("Tariq wants to be famous and a pilot.", {"Tariq": ()}),
        ("Tariq is upset and a nurse came.", {"Tariq": (), "a nurse": ("nurse",)}),
        ("The hall is cold and a nurse arrives.", {}),
        ("Lena is close to Tom and a nurse.", {"Lena": (), "Tom": ()}),
        ("Is Tariq short and a joiner?", {"Tariq": ()}),
        # for a time
        ("Lena joined the firm after nine years as a nurse.", {"Lena": ("nurse",)}),
        ("Lena served for twenty years as a soldier.", {"Lena": ("soldier",)}),
        ("Lena joined us after a career as a baker.", {"Lena": ("baker",)}),
        ("After nine years as a nurse, Lena hired Tom.", {"Lena": ("nurse",), "Tom": ()}),
        ("During her time as a baker, Lena wrote a book.", {"Lena": ("baker",)}),
        ("In my years as a porter I saw a lot.", {"I": ("porter",)}),
        ("Lena hired Tom after nine years as a nurse.", {"Lena": (), "Tom": ()}),
        ("Lena worked with Tom for nine years as a nurse.", {"Lena": (), "Tom": ()}),
        ("Lena wants to work for three years as a nurse.", {"Lena": ()}),
        ("You can join us after two years as a nurse.", {}),
        ("We left after two years as a nurse.", {}),
        ("Life as a nurse is hard.", {}),
        ("After nine years as a nurse, Lena's sister retired.", {"Lena": (), "sister": ()}),
    ],
)
def test_a_job_said_further_off(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert _roles(read(text)) == expected


def test_a_family_word_further_off() -> None:
    assert said(read("Lena is retired and a grandmother.")) == {"Lena": "she"}
    assert said(read("He is kind, funny and a father of two.")) == {"someone called he": "he"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom a letter is to, and of whom it tells
        ("Dear Lena, my son wants to be a cook.", {"Lena": "not stated", "son": "he"}),
        ("Dear Mrs Hay, our teacher is ill. He is at home.", {"Mrs Hay": "she", "teacher": "he"}),
        ("Dear Mrs Hay, my eldest son sings.", {"Mrs Hay": "she", "eldest son": "he"}),
        ("Hello Lena, our joiner is here.", {"Lena": "not stated", "joiner": "not stated"}),
        ("Lena, my son sings.", {"Lena": "not stated", "son": "he"}),
        ("Lena, our joiner, is here.", {"Lena": "not stated"}),
        ("Lena, our joiner from Ayr, is here.", {"Lena": "not stated"}),
        ("We met Lena, our joiner.", {"Lena": "not stated"}),
        ("Thanks to Lena, our joiner, the door shuts.", {"Lena": "not stated"}),
        # who is held
        ("Lena Hay, a boy in her arms, sang.", {"Lena Hay": "she", "a boy": "he"}),
        ("My mother cooked at the stove, a boy on her hip.", {"mother": "she", "a boy": "he"}),
        ("Lena Hay, a woman in her forties, sang.", {"Lena Hay": "she"}),
        ("My mother, a nurse, sang.", {"mother": "she"}),
        # what somebody is called
        ("Agnes Hay was kind. Sailors called her Mother Hay.", {"Agnes Hay": "she"}),
        (
            "Agnes Hay was kind. Her mother was a baker. Sailors called her Mother Hay.",
            {"Agnes Hay": "she", "mother": "she"},
        ),
        ("Lena called her mother.", {"Lena": "she", "mother": "she"}),
        ("Lena called her mother Ann.", {"Lena": "she", "Ann": "she"}),
        # the noun before a name
        ("Many thanks to my boss, Agnes Hay, who drove me.", {"Agnes Hay": "not stated"}),
        ("They have a son, Eòin, and a daughter, Lena.", {"Eòin": "he", "Lena": "she"}),
        ("Ana has a brother, Tariq, and a sister, Lena.", {"Ana": "not stated", "Tariq": "he", "Lena": "she"}),
        # whose friend has a name
        ("Lena's best friend is Tariq.", {"Lena": "not stated", "Tariq": "not stated"}),
        ("Lena's teacher is Mr Hay.", {"Lena": "not stated", "Mr Hay": "he"}),
        ("Lena's friend is not Tariq.", {"Lena": "not stated", "friend": "not stated", "Tariq": "not stated"}),
    ],
)
def test_who_is_one_and_who_is_two(text: str, expected: dict[str, str]) -> None:
    assert said(read(text)) == expected


def test_verbs_are_of_who_does_it() -> None:
    for text in ("Dear Mrs Hay, my son sings.", "Lena Hay, a boy in her arms, sang."):
        acts = {m.text: [a.verb for a in m.acts] for m in read(text).mentions if m.acts}
        assert list(acts) in (["son"], ["Lena Hay"])


def test_what_somebody_is_called_is_no_tie() -> None:
    people = read("Agnes Hay was kind. Sailors called her Mother Hay.")
    assert [dict(p.described) for p in people.persons] == [{}]


def test_a_friend_of_another_heading_is_another() -> None:
    people = read("My friend has a dog", "Lena's best friend is Tariq. He sings.")
    assert said(people)["Tariq"] == "he"


def test_an_age_alone_may_be_of_whom_the_text_tells() -> None:
    text = 'Tariq rang {}friends. "I was glad," says the 17-year-old from Ayr.'
    people = read(text.format("his "))
    assert [p.label for p in people.persons] == ["Tariq"]
    assert [people.persons[q.person].label for q in people.quotations] == ["Tariq"]
    assert "the 17-year-old" in said(read('Tariq met Lee. "I was glad," says the 17-year-old from Ayr.'))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("I liked the dog. It made me smile. I cried too.", "Written by Lena Hay"), ["Lena Hay"]),
        (("I liked the dog. It made me smile. I cried too.", "Reviewed by Lena Hay"), ["Lena Hay"]),
        (("I liked the dog. It made me smile. I cried too.", "Drawn by Lena Hay"), ["I", "Lena Hay"]),
        (("From the diary of Agnes Hay, May 1916", "I lay in the mud. I was cold."), ["Agnes Hay"]),
        (("Agnes Hay has a diary.", "I lay in the mud. I was cold."), ["Agnes Hay", "I"]),
    ],
)
def test_who_wrote_it_tells_it(texts: tuple[str, ...], expected: list[str]) -> None:
    assert [p.label for p in read(*texts).persons] == expected
