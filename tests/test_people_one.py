"""One person by a description, a post, a relative's word or a name told later; and two who are not made one."""

import pytest
from counts import read


def told(*texts: str) -> dict[str, tuple[str, ...]]:
    """Everyone with their jobs."""
    return {p.label: p.roles for p in read(*texts).persons}


def mentions(label: str, *texts: str) -> list[str]:
    """What is said of somebody."""
    people = read(*texts)
    n = next(n for n, p in enumerate(people.persons) if p.label == label)
    return [m.text for m in people.mentions if m.person == n]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "woman" before a job of several words
        ("Mina Orr became the first woman bus driver in Fife.", {"Mina Orr": ("bus driver",)}),
        ("Mina Orr met a woman bus driver.", {"Mina Orr": (), "a woman bus driver": ("bus driver",)}),
        ("The first woman in the garage was a driver.", {"The first woman": ("driver",)}),
        ("The woman owns a garage.", {"The woman": ()}),
        # a list of what somebody was, with more after it
        ("Omar was a joiner, a cook and a porter before he moved to Fife.", {"Omar": ("joiner", "cook", "porter")}),
        ("Omar was a joiner, a roper and a porter before he moved to Fife.", {"Omar": ("joiner", "porter")}),
        ("Omar met a joiner, a roper and a porter.", {"Omar": (), "a joiner": ("joiner",), "a porter": ("porter",)}),
        # a life in one sentence
        ("Mina Orr, a niece of Lady Gunn, trained in Leith. She became a baker.",
         {"Mina Orr": ("baker",), "Lady Gunn": ()}),
    ],
)  # fmt: skip
def test_what_somebody_is(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Mina Orr, a niece of Lady Gunn, trained in Leith.", "Mina Orr", ["trained"]),
        ("Mina Orr, a niece of Lady Gunn, trained by Ana Reid.", "Mina Orr", []),
        ("Mina Orr, a niece of Lady Gunn, pictured in Leith.", "Mina Orr", []),
        ("Mina Orr, trained in Leith.", "Mina Orr", []),
    ],
)
def test_a_life_is_told_with_a_verb(text: str, label: str, expected: list[str]) -> None:
    people = read(text)
    assert [a.verb for m in people.mentions if m.text == label for a in m.acts] == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # a post that another one holds
        (("Her teacher, Mr Orr, came. A pupil told the head teacher.",), ["teacher", "Mr Orr"]),
        (("His manager, Mr Orr, came. A cook told the area manager.",), ["manager", "Mr Orr"]),
        (("My doctor, Dr Orr, was away, so I saw the junior doctor.",), ["doctor", "Dr Orr"]),
        # the same one by less, by more that is no post, and by the post that was told
        (("Mr Orr is the head teacher. A pupil told the teacher.",), ["Mr Orr", "the head teacher", "the teacher"]),
        (("Mr Orr is a teacher. A pupil told the science teacher.",), ["Mr Orr", "a teacher", "the science teacher"]),
        (("Mr Orr is the head teacher.", "A pupil told the head teacher."),
         ["Mr Orr", "the head teacher", "the head teacher"]),
    ],
)  # fmt: skip
def test_a_higher_post_is_another_ones(texts: tuple[str, ...], expected: list[str]) -> None:
    label = "Dr Orr" if "Dr Orr" in texts[0] else "Mr Orr"
    assert mentions(label, *texts) == expected


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        # each of several is a relative of whoever has them
        ("Mina brought her twins, Omar and Petra. Petra hid behind her mother.", "Mina", ["Mina", "her", "mother"]),
        ("Omar Bell took his daughters, Lena and Ana. Ana ran to her dad.", "Omar Bell", ["Omar Bell", "his", "dad"]),
        ("Mina visited her sisters, Lena and Ana. Ana ran to her mother.", "Mina", ["Mina", "her"]),
        ("Mina taught her pupils, Lena and Ana. Ana ran to her mother.", "Mina", ["Mina", "her"]),
        ("Mina met the twins, Omar and Petra. Petra hid behind her mother.", "Mina", ["Mina"]),
        # "his sister Lena", read as a part of the name
        ("Omar, 16, and his sister Lena, 14, saw a dog. Lena rang while her brother ran.", "Omar",
         ["Omar", "his", "brother"]),
        ("Omar, 16, and a neighbour, Lena, 14, saw a dog. Lena rang while her brother ran.", "Omar", ["Omar"]),
        # whom somebody sees is not who sees it
        ("Omar, 16, and his sister Lena, 14, saw the man lying there. The man is 80.", "the man",
         ["the man", "The man"]),
        ("Omar lost his hat. His tutor saw the boy run.", "Omar", ["Omar", "his", "His", "the boy"]),
        ("Ewan told Mina that the drowned man was a stranger to him.", "the drowned man",
         ["the drowned man", "a stranger"]),
        # a baby of the family
        ("Ewan has a wife and a baby son. Ewan washed the baby.", "baby son", ["a baby son", "the baby"]),
        ("Ewan has a son. Ewan washed the baby.", "son", ["a son"]),
        ("Ewan has a baby son and a baby daughter. Ewan washed the baby.", "baby son", ["a baby son"]),
    ],
)  # fmt: skip
def test_who_a_relative_is(text: str, label: str, expected: list[str]) -> None:
    people = read(text)
    labels = [p.label for p in people.persons]
    n = labels.index(label) if label in labels else labels.index(f"a {label}")
    assert [m.text for m in people.mentions if m.person == n] == expected


def test_both_are_not_one() -> None:
    assert mentions("Mina", "Mina came. Her son thanked them both.") == ["Mina", "Her"]
    assert mentions("Mina", "Mina came. They all sang.") == ["Mina"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ewan Orr was born in Fife. In 1980 he shared a prize with Omar Bell and Idris Reid. A devout Sikh, he sang.",
         ["Ewan Orr", "he", "A devout Sikh", "he"]),
        ("Ewan Orr was born in Fife. In 1980 he sat with Omar Bell and Idris Reid. He sang.",
         ["Ewan Orr", "he", "He"]),
        # with one other, told to both, and about whom nothing was told before
        ("Ewan Orr was born in Fife. In 1980 he shared a prize with Omar Bell. He sang.", ["Ewan Orr", "he"]),
        ("Ewan Orr was born in Fife. In 1980 he spoke to Omar Bell and Idris Reid. He sang.", ["Ewan Orr", "he"]),
        ("In 1980 Ewan Orr sat with Omar Bell and Idris Reid. He sang.", ["Ewan Orr"]),
    ],
)  # fmt: skip
def test_a_tale_goes_on_past_two_named_together(text: str, expected: list[str]) -> None:
    assert mentions("Ewan Orr", text) == expected
