"""What has a name and is nobody: animals, firms, courses, places, works; and people who are no such thing."""

import pytest
from counts import read

from bias_audit.audit import analyse, read_bytes


def named(*texts: str) -> list[str]:
    """The people named in these blocks, as written."""
    return [m.text for m in read(*texts).mentions if m.kind in ("name", "title")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They gave Ravi a hamster. Ravi laughed.", ["Ravi", "Ravi"]),
        ("Gran bought Sofia a pony. Sofia laughed.", ["Sofia", "Sofia"]),
        ("The shop sold Ravi the kitten. Ravi laughed.", ["Ravi", "Ravi"]),
        ("They lent Ravi a toy robot. Ravi laughed.", ["Ravi", "Ravi"]),
        ("She called Ravi a rat. Ravi left.", ["Ravi", "Ravi"]),
        ("Ravi was a donkey in the school play. Ravi laughed.", ["Ravi", "Ravi"]),
        ("Ravi gave Fudge, a hamster, some hay. Fudge ate it.", ["Ravi"]),
        ("We saw Bruno the dog. Bruno barked.", []),
        ("Bruno is a dog. Bruno barks.", []),
        ("Bruno is a shark in the sea. Bruno eats fish.", []),
    ],
)
def test_who_is_given_an_animal_is_somebody(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sofia is a trainee at Duncan Marine. She likes it.", ["Sofia"]),
        ("Sofia works at Gordon Blair.", ["Sofia"]),
        ("Sofia is a welder at Gordon Blair and trains others.", ["Sofia"]),
        ("Sofia works for Gordon Blair.", ["Sofia"]),
        ("Sofia works for Murdo Roofing and likes it.", ["Sofia"]),
        ("Sofia Reid, welder, Gordon Blair", ["Sofia Reid"]),
        ("– Sofia Reid, welder, Gordon Blair", ["Sofia Reid"]),
        ("Sofia took a course in dance at Duncan of Lochside before moving.", ["Sofia"]),
        ("HNC Beauty Clark", []),
        ("Sofia celebrates the Olive Anniversary.", ["Sofia"]),
        ("She has been named Brazil's Welder of the Year.", []),
        ("Sofia works for Mrs Blair.", ["Sofia", "Mrs Blair"]),
        ("Sofia works for Gordon Blair, a lawyer.", ["Sofia", "Gordon Blair"]),
        ("Sofia worked for Marie Curie.", ["Sofia", "Marie Curie"]),
        ("Sofia smiled at Gordon Blair.", ["Sofia", "Gordon Blair"]),
        ("Sofia works at Gordon's shop.", ["Sofia", "Gordon"]),
        ("Present: Sofia Reid, welder, Gordon Blair", ["Sofia Reid", "Gordon Blair"]),
        ("The youngest, a girl named Gudrun, sings.", ["Gudrun"]),
    ],
)
def test_a_firm_a_course_or_a_feast_is_nobody(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_names_under_employer_in_a_table_are_nobody() -> None:
    rows = ["Name | Job | Employer", "---|---|---", "Sofia Reid | Welder | Gordon Blair", "Ravi Sen | Cook | Mrs Bell"]
    text = "\n".join(f"| {row} |" for row in rows)
    people = analyse(read_bytes(text.encode(), "jobs.md")).people
    assert [person.label for person in people.persons] == ["Sofia Reid", "Ravi Sen", "Mrs Bell"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The nurse from Leeds, who is deaf, smiled.", ["The nurse"]),
        ("The nurse from Harris, who is deaf, smiled.", ["The nurse"]),
        ("A card from Harris, who is ill, came.", ["Harris"]),
        ("She moved to Gretna.", ["someone called she"]),
        ("They have taken Amrit.", []),
        ("The Woman in the Window tells the story of Ravi.", ["Ravi"]),
        ("The woman in the window laughed.", ["The woman"]),
        ("The Queen at the Castle laughed.", ["The Queen"]),
        ("The Countess of Moray was kind. She sang.", ["The Countess"]),
        ("The Duke of Edinburgh award is hard.", []),
    ],
)
def test_a_place_or_a_title_is_nobody_and_a_countess_is_somebody(text: str, expected: list[str]) -> None:
    assert [person.label for person in read(text).persons] == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("We spoke to Sofia Reid of Reid Blinds.",), ["Sofia Reid"]),
        (("We spoke to Sofia Reid at Reid Blinds.",), ["Sofia Reid"]),
        (("Plumbing and Heating!", "We spoke to Sofia of Dutt Heating."), ["Sofia"]),
        (("We spoke to Sofia Reid of Reid.",), ["Sofia Reid", "Reid"]),
        (("We spoke of Sofia Reid and Sofia Blair.",), ["Sofia Reid", "Sofia Blair"]),
    ],
)
def test_a_firm_is_called_after_its_owner(texts: tuple[str, ...], expected: list[str]) -> None:
    assert named(*texts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thank you for the cakes. Love, Sofia (age 8)", ["Sofia"]),
        ("Thank you for the cakes. Love, Sofia (age 9, P4)", ["Sofia"]),
        ("We thanked Joy, Sofia (age 8) and Ravi.", ["Joy", "Sofia", "Ravi"]),
    ],
)
def test_what_closes_a_letter_is_nobody(text: str, expected: list[str]) -> None:
    assert named(text) == expected
