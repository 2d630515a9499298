"""A name that is a word, a place or a unit as well is somebody where a sentence says what only a person is or has."""

import pytest
from counts import read


def named(*texts: str) -> list[str]:
    """The people named in these blocks, as written."""
    return [m.text for m in read(*texts).mentions if m.kind in ("name", "title")]


@pytest.mark.parametrize(
    "name",
    ["Ivy", "Rose", "Will", "Mark", "Art", "Skye", "Georgia", "Paris", "Summer", "Ash", "River", "Sky", "Kepler"],
)
def test_who_has_a_job_is_somebody(name: str) -> None:
    assert named(f"{name} is a baker.") == [name]
    assert named(f"{name} works as a vet in Oban.") == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ash is a non-binary software developer who works from home.", ["Ash"]),
        ("Amber is a plumber. Amber lives in Oban.", ["Amber", "Amber"]),
        ("Geiger was a German physicist.", ["Geiger"]),
        ("Grace is also a nurse.", ["Grace"]),
        ("Curie was the first woman to win a Nobel Prize.", ["Curie"]),
        ("Crick was a biologist. Then Crick moved.", ["Crick", "Crick"]),
        ("Jordan uses they/them pronouns.", ["Jordan"]),
        ("Rose is a colour.", []),
        ("Iona is a nurse shark.", []),
        ("Skye is an island that a nurse loves.", []),
        ("Ruby is a language.", []),
        ("May is a busy month for the farmer.", []),
        ("Mercury was a messenger.", []),
        ("Ivy is a climber.", []),
        ("Georgia is a member of the club.", []),
        ("Amber is a poor conductor.", []),
        ("Grace is a must for a baker.", []),
        ("Luna was a Roman goddess.", []),
        ("Everyone is a writer. Another was a nurse.", []),
        ("Jordan uses buses.", []),
    ],
)
def test_what_somebody_is_said_to_be_makes_a_name_sure(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chelsea has 12 sweets. Paris has 9. Georgia has 4.", ["Chelsea", "Paris", "Georgia"]),
        ("Bill has 5 red marbles.", ["Bill"]),
        ("Bill has 6 pens and Sue has 8.", ["Bill", "Sue"]),
        ("Rob runs 5 km in 30 minutes. Pat walks 4 km in 20 minutes.", ["Rob", "Pat"]),
        ("Ruby is 7 years old.", ["Ruby"]),
        ("Florence has 3 bridges. Paris has 37.", []),
        ("Rose has 5 petals.", []),
        ("Iona has 120 people.", []),
        ("Shannon runs 360 km to the sea.", []),
        ("Priya has 3 friends in Leeds and Florence has 12 bridges.", ["Priya"]),
    ],
)
def test_who_has_so_many_of_a_sum_is_somebody(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rowan peels the carrots, Skye chops them and Ivy stirs the pot.", ["Rowan", "Skye", "Ivy"]),
        ("Skye, Ivy, Heather and Daisy are in the same netball team.", ["Skye", "Ivy", "Heather", "Daisy"]),
        ("Lily and Rose are in the same class.", ["Lily", "Rose"]),
        ("Rowan, Skye and Ash are baking.", ["Rowan", "Skye", "Ash"]),
        ("Watt, Kelvin and Maxwell all worked in Scotland.", ["Watt", "Kelvin", "Maxwell"]),
        ("Priya, Tom, and Grace laughed.", ["Priya", "Tom", "Grace"]),
        ("Skye, Lewis and Iona are islands.", []),
        ("Rose, Lily and Daisy are flowers.", []),
        ("Newton, Joule and Watt are all units.", []),
        ("Fly to Paris, Rome and Florence.", []),
        ("Tam sails home and Florence hosts the games.", ["Tam"]),
    ],
)
def test_a_row_of_names_says_that_they_are_people(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Newton was born in Lincolnshire in 1642.", ["Newton"]),
        ("Diesel was born in Paris.", ["Diesel"]),
        ("Hertz died in 1894.", ["Hertz"]),
        ("Bell invented the telephone.", ["Bell"]),
        ("Darwin sailed on the Beagle.", ["Darwin"]),
        ("Fahrenheit made thermometers with mercury.", ["Fahrenheit"]),
        ("Galileo was put on trial.", ["Galileo"]),
        ("Scientist Rutherford split the atom.", ["Rutherford"]),
        ("According to Galileo, all objects fall.", ["Galileo"]),
        ("Who was Darwin?", ["Darwin"]),
        ("Measure it in Newton used in physics.", []),
        ("Hubble found new stars.", []),
        ("Galileo entered the clouds as the probe fell.", []),
        ("Jazz was born in New Orleans.", []),
        ("Hope died in the night.", []),
        ("Iona was awarded a prize.", []),
        ("According to Paris, all is well.", []),
        ("Who is Siri?", []),
    ],
)
def test_a_surname_that_is_a_unit_too_is_somebody_who_lived(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tesla was born in Smiljan in 1856.", ["Tesla"]),
        ("She grew up in Milton Keynes.", []),
        ("He lived in Priya's house.", ["Priya"]),
        ("The Rosalind Franklin will drill into Mars.", []),
        ("The James Webb took this picture.", []),
        ("A trip to the Robert Louis Stevenson garden.", []),
        ("Ask the engineer Priya Sharma.", ["Priya Sharma"]),
        ("The Darwin Initiative pays.", []),
        ("The Marie Curie Hospice is open.", []),
        ("The Sir William Wallace pub is old.", []),
        ("Pupils at Kelvin Hall sang.", []),
        ("Edinburgh Napier opened its library.", []),
        ("We saw Ailsa Craig and Iona Abbey.", []),
        ("Shop at Marks & Spencer.", []),
        ("Simpson's rule gives the area.", []),
        ("Use Fleming's left-hand rule.", []),
        ("Use Pythagoras to find the side.", []),
        ("Priya's rule is simple.", ["Priya"]),
        ("Priya Hall sang.", ["Priya Hall"]),
        ("The Tom Smith who lives here sang.", ["Tom Smith"]),
    ],
)
def test_a_place_a_craft_or_a_rule_named_after_somebody_is_nobody(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prof. van der Berg spoke.", ["Prof. van der Berg"]),
        ("Ms de Souza and Dr von Braun sang.", ["Ms de Souza", "Dr von Braun"]),
        ("Commander Yang spoke.", ["Commander Yang"]),
        ("Robert the Bruce watched a spider.", ["Robert the Bruce"]),
        ("She won Young Engineer of the Year.", []),
        ("Show your Young Scot card.", []),
        ("Young Priya sang.", ["Priya"]),
        ("Miss Bell teaches Zara French on Tuesdays.", ["Miss Bell", "Zara"]),
        ("They gave Ravi Lego.", ["Ravi"]),
        ("Zara French sang.", ["Zara French"]),
        ("Dr de rigueur.", []),
    ],
)
def test_a_name_is_as_long_as_it_is(text: str, expected: list[str]) -> None:
    assert named(text) == expected
