"""Two who share a name stay two; and who is the first to be something is that."""

import pytest
from counts import read, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Adair, 80, is ill. His niece, Lena Adair, rang.", {"Mr Adair": "he", "Lena Adair": "she"}),
        ("Mrs Adair sang. Her son, Tam Adair, rang. Mrs Adair smiled.", {"Mrs Adair": "she", "Tam Adair": "he"}),
        ("Mr Adair's sister, Lena Adair, rang. Mr Adair smiled.", {"Mr Adair": "he", "Lena Adair": "she"}),
        ("Mr Adair came. Lena Adair, his wife, rang.", {"Mr Adair": "he", "Lena Adair": "she"}),
        ("Dr Adair sang. Her son, Tam Adair, rang.", {"Dr Adair": "she", "Tam Adair": "he"}),
        # who is brought as somebody else's relative may well be the one with the title
        ("Mrs Kaur sang. Ana thanked her mother, Jo Kaur.", {"Jo Kaur": "she", "Ana": "she"}),
        ("Mrs Kaur sang. His mother, Jo Kaur, smiled.", {"Jo Kaur": "she", "someone called he": "he"}),
        (
            "Victoria Orr, a friend of Queen Victoria, sang. Queen Victoria clapped.",
            {"Victoria Orr": "not stated", "Queen Victoria": "she"},
        ),
        ("Mary Stuart ruled. Queen Mary sang.", {"Mary Stuart": "she"}),
    ],
)
def test_two_who_share_a_name_are_told_apart(text: str, expected: dict[str, str]) -> None:
    assert said(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "label", "roles"),
    [
        ("Ana Gow was the first woman to be a surgeon.", "Ana Gow", ("surgeon",)),
        ("Ana Gow became the first woman to work as a plumber here.", "Ana Gow", ("plumber",)),
        ("Ana Gow, the youngest woman to become a judge, sang.", "Ana Gow", ("judge",)),
        ("Ana Gow hoped to be the first woman to be a surgeon.", "Ana Gow", ()),
        ("Ana Gow dreams of being the first woman to be a surgeon.", "Ana Gow", ()),
        ("Ana Gow dreams of being a surgeon.", "Ana Gow", ()),
        ("Ana Gow likes being a surgeon.", "Ana Gow", ("surgeon",)),
        ("Ana Gow met a woman who hoped to be a surgeon.", "Ana Gow", ()),
    ],
)
def test_who_is_the_first_to_be_something_is_that(text: str, label: str, roles: tuple[str, ...]) -> None:
    assert {p.label: p.roles for p in read(text).persons}[label] == roles


@pytest.mark.parametrize(
    ("lines", "narrator"),
    [
        (("Dear Gran,", "I saw a seal. I waved.", "Love, Priya xx"), "Priya"),
        (("Dear Gran,", "I saw a seal. I waved.", "Lots of love, Priya"), "Priya"),
        (("Dear Gran,", "I saw a seal. I waved.", "Thanks, Priya xxx"), "Priya"),
        (("Dear Priya,", "I saw a seal. I waved.", "Thanks, Priya"), "I"),
        (("Dear Gran,", "I saw a seal. I waved.", "Love, Priya and Tam said"), "I"),
    ],
)
def test_kisses_and_love_sign_a_letter(lines: tuple[str, ...], narrator: str) -> None:
    people = read(*lines)
    i = next(m for m in people.mentions if m.text == "I")
    assert people.persons[i.person].label == narrator


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        (
            ("GH: Was it fun?", "LN: I loved it.", "From an interview with Lena Nunn by Gus Hay."),
            ["Gus Hay", "Lena Nunn"],
        ),
        (("GH: Was it fun?", "LN: I loved it.", "Lena Nunn and Gus Hay sang."), []),
        (("PE: bring a ball.", "Paul Evans has an interview."), []),
    ],
)
def test_initials_in_an_interview_are_those_who_are_named(lines: tuple[str, ...], speakers: list[str]) -> None:
    people = read(*lines)
    assert [people.persons[m.person].label for m in people.mentions if m.text in ("GH", "LN", "PE")] == speakers
