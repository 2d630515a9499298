"""Who says "I" and tells a name: "I'm Joy", "My name's Duncan", "Her name is Hope"."""

import pytest
from counts import read


def shown(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each person and their jobs."""
    return [(person.label, person.roles) for person in read(*texts).persons if not person.general]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'm Rowena. I'm a vet.", [("Rowena", ("vet",))]),
        ("I'm Malcolm and I'm a vet.", [("Malcolm", ("vet",))]),
        ("I am Malcolm and I am a vet.", [("Malcolm", ("vet",))]),
        ("My name's Malcolm and I'm a vet.", [("Malcolm", ("vet",))]),
        ("Hello, I'm Nadia, a vet.", [("Nadia", ("vet",))]),
        ("I'm Poppy. I'm a vet.", [("Poppy", ("vet",))]),
        ("I'm Hope and I'm a vet.", [("Hope", ("vet",))]),
        ("I'm Iona and I'm a vet.", [("Iona", ("vet",))]),
        ("I'm Poppy.", [("Poppy", ())]),
        ("My full name is Hope Bell. I am a vet.", [("Hope Bell", ("vet",))]),
        ("I have a brother. His name's Omar.", [("Omar", ())]),
        ("The vet's name was Grace. She sang.", [("Grace", ("vet",))]),
        ("I am a vet. My name is Nadia.", [("Nadia", ("vet",))]),
        # said of somebody else, or no name
        ("I'm Rowena's sister. I'm a vet.", [("I", ("vet",)), ("Rowena", ())]),
        ("I am Christian and I go to church.", []),
        ("I'm Scot by birth, and I like it.", []),
        ("The rose's name is Hope.", []),
    ],
)
def test_who_says_a_name_of_oneself_is_one_person(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("I am Nadia, a vet.", "I am Malcolm, a cook."), [("Nadia", ("vet",)), ("Malcolm", ("cook",))]),
        (("My name is Omar. I sing.", "My name is Ines. I am a cook."), [("Omar", ()), ("Ines", ("cook",))]),
        (("I'm Omar. I sing.", "I am a cook.", "I'm Ines. I swim."), [("Omar", ("cook",)), ("Ines", ())]),
        # one person throughout
        (("I'm Omar. I sing.", "I am a cook.", "My name is Omar Shah."), [("Omar Shah", ("cook",))]),
        (("I'm Omar. I sing.", "Ines is a cook.", "I am a vet."), [("Omar", ("vet",)), ("Ines", ("cook",))]),
    ],
)
def test_each_who_introduces_oneself_is_another_i(
    texts: tuple[str, ...], expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert shown(*texts) == expected


@pytest.mark.parametrize(
    ("text", "speaker", "gender"),
    [
        ("“My name is Tariq. I was the first boy to join.”", "Tariq", "he"),
        ("“I'm Poppy. I was the only girl there.”", "Poppy", "she"),
        ("“I'm Grace,” said the woman.", "Grace", "she"),
        ("“My son's name is Tariq. I was proud.”", "", "not stated"),
    ],
)
def test_a_quotation_may_name_who_says_it(text: str, speaker: str, gender: str) -> None:
    people = read(text)
    who = people.quotations[0].person
    assert (people.persons[who].label if who >= 0 else "") == speaker
    if speaker:
        assert people.persons[who].gender == gender


def test_an_item_of_a_list_tells_of_itself_alone() -> None:
    texts = ("I'm Rowena Bell.", "I'm a cook in Ayr.", "I'm Malcolm. I mend nets.")
    assert ("Rowena Bell", ("cook",)) in shown(*texts)
    people = read(*texts, kind="list")
    assert ("Rowena Bell", ()) in [(p.label, p.roles) for p in people.persons]
    assert [people.persons[m.person].label for m in people.mentions if m.block == 2 and m.text == "I"] == [
        "Malcolm"
    ] * 2
