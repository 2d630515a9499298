"""Jobs in capitals, jobs and names in short lines, names with "al-", and what a line says of a disability."""

import pytest
from counts import read


def told(*texts: str) -> dict[str, tuple[str, ...]]:
    return {p.label: p.roles for p in read(*texts).persons}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our SENCo, Moira Dunn, runs a club.", {"Moira Dunn": ("senco",)}),
        ("Ms Petrie is an ELSA.", {"Ms Petrie": ("elsa",)}),
        ("Mr Lee was our DSL.", {"Mr Lee": ("dsl",)}),
        ("Agnes Lowe – HCA", {"Agnes Lowe": ("hca",)}),
        ("HLTA: Mrs Orr", {"Mrs Orr": ("hlta",)}),
        ("Speak to Mr Lee (TA).", {"Mr Lee": ("ta",)}),
        # names, words and things
        ("Elsa, Tom and Farid shared the plums.", {"Elsa": (), "Tom": (), "Farid": ()}),
        ("Ta, said Farid.", {"Farid": ()}),
        ("The DSL is slow, so Farid moved the router.", {"Farid": ()}),
        ("As a soldier of the TA, Farid marched.", {"Farid": ("soldier",)}),
        ("Farid ran. NURSE WANTED", {"Farid": ()}),
    ],
)
def test_a_job_may_be_written_in_capitals(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Runner-up was Samira Khan.", {"Samira Khan": ("runner-up",)}),
        ("Guest of honour was Tom Reid.", {"Tom Reid": ("guest",)}),
        ("Referee is Samira Khan.", {"Samira Khan": ("referee",)}),
        # two, or said not to be
        ("Winner and runner-up were Samira Khan and Tom Reid.", {"Samira Khan": (), "Tom Reid": ()}),
        ("Referee was not Samira Khan.", {"Samira Khan": ()}),
        ("A winner was Samira Khan's hope.", {"Samira Khan": ()}),
    ],
)
def test_who_is_named_after_a_noun_without_an_article(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert {label: roles for label, roles in told(text).items() if label in expected} == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("• Porter: Farid moves beds", "• Cook: Samira takes orders."), {"Farid": ("porter",), "Samira": ("cook",)}),
        (("• Nurse: Samira looks after babies.",), {"Samira": ("nurse",)}),
        (("Nurse: Samira weighs babies. Cook: Farid bakes pies.",), {"Samira": ("nurse",), "Farid": ("cook",)}),
        # what is said in a script or to a class, and of whom a nurse speaks
        (("Nurse: Samira weighs babies.", "Cook: Farid bakes pies."), {"Samira": (), "Farid": ()}),
        (("• Nurse: Samira weighs babies, does she?",), {"Samira": ()}),
        (("• Nurse: Samira looks ill.",), {"Samira": ()}),
        (("• Nurse: Samira needs rest.",), {"Samira": ()}),
        (("• Nurse: Samira sees the nurse.",), {"Samira": ()}),
        (("• Teacher: Samira draws a circle.",), {"Samira": ()}),
        (("• Mother: Samira draws a circle.",), {"Samira": ()}),
        (("Nurse: Samira weighs ten stone. Doctor: Samira eats well.",), {"Samira": ()}),
        (("The nurse: Samira weighs babies. Cook: Farid bakes pies.",), {"Samira": (), "Farid": ()}),
    ],
)
def test_a_label_may_say_the_job_of_whoever_does_it(
    texts: tuple[str, ...], expected: dict[str, tuple[str, ...]]
) -> None:
    assert {label: roles for label, roles in told(*texts).items() if label in expected} == expected


def test_an_item_of_a_list_with_a_job_and_what_is_done_says_nothing_aloud() -> None:
    people = read("Porter: Farid moves beds.", kind="list")
    assert [(p.label, p.roles) for p in people.persons] == [("Farid", ("porter",))]
    assert not people.quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farid says that Firefighter Samira Khan is here.", {"Farid": (), "Samira Khan": ("firefighter",)}),
        ("We know that Plumber Farid came.", {"Farid": ("plumber",)}),
        ("Farid liked that Firefighter Sam book.", {"Farid": ()}),
        ("Farid says that Senior Nurse Samira Khan is here.", {"Farid": (), "Samira Khan": ("nurse",)}),
        ("Farid met that welder.", {"Farid": (), "that welder": ("welder",)}),
    ],
)
def test_a_job_stands_before_a_name_after_that(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert {label: roles for label, roles in told(text).items() if label in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“What made me a baker? Bread,” says Farid.", ("baker",)),
        ("“What makes me a good baker? I wait,” says Farid.", ("baker",)),
        ("“That does not make me a thief,” says Farid.", ()),
        ("“It never made me a thief,” says Farid.", ()),
        ("“What would make me a baker?” asks Farid.", ()),
        ("“Mum made me a baker’s hat,” says Farid.", ()),
    ],
)
def test_what_somebody_is_made_is_said_of_that_one(text: str, expected: tuple[str, ...]) -> None:
    assert told(text)["Farid"] == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("My name is Farid. In Kenya I was a welder.", ["My", "I"]),
        ("My name is Farid. On Monday I became a welder.", ["My", "I"]),
        ("My name is Farid. The ship was named after Mary of England I wrote of.", ["My"]),
        ("My name is Farid. They sat at Elizabeth I statues.", ["My"]),
        ("My name is Farid. George I was a king.", ["My"]),
    ],
)
def test_i_after_a_place_or_a_day_is_no_number_of_a_king(text: str, said: list[str]) -> None:
    assert [m.text for m in read(text).mentions if m.kind == "first person"] == said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Samir al-Rashid is a cook.", {"Samir al-Rashid": ("cook",)}),
        ("Hala el-Masry – vet", {"Hala el-Masry": ("vet",)}),
        ("Ibn al-Nafis was a doctor.", {"Ibn al-Nafis": ("doctor",)}),
        ("Abu al-Hasan was a surgeon.", {"Abu al-Hasan": ("surgeon",)}),
        # places, things and what is said before a name
        ("Abu Dhabi is hot.", {}),
        ("Farid ate al-fresco.", {"Farid": ()}),
        ("Radio Clyde – presenter", {}),
    ],
)
def test_where_a_name_begins_and_ends(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Ola Kerr – deaf drummer", ("deaf",)),
        ("Samira Khan – blind joiner", ("blind",)),
        ("Samira is asthmatic.", ("asthmatic",)),
        ("Samira is a diabetic drummer.", ("diabetic",)),
        ("Samira was diagnosed with epilepsy.", ("epilepsy",)),
        ("Samira, who was diagnosed with dyslexia at nine, sings.", ("dyslexia",)),
        # the work, somebody else, or not so
        ("Samira is a diabetic nurse.", ()),
        ("Samira was not diagnosed with autism.", ()),
        ("If Samira is diagnosed with asthma, tell the school.", ()),
        ("Samira diagnosed her cat with diabetes.", ()),
    ],
)
def test_what_is_said_of_a_disability(text: str, described: tuple[str, ...]) -> None:
    found = dict(read(text).persons[0].described)
    assert found.get("disability", ()) == described
