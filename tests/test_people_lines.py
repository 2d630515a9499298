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
