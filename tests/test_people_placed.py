"""What tables, forms and lines of their own say of whom they name."""

import pytest

from bias_audit.audit import analyse, read_bytes
from bias_audit.model import People


def people_of(text: str) -> People:
    """The people of a page in Markdown."""
    return analyse(read_bytes(text.encode(), "page.md")).people


def jobs(text: str) -> dict[str, tuple[str, ...]]:
    """The jobs of everyone who is somebody."""
    return {p.label: p.roles for p in people_of(text).persons if not p.general}


def genders(text: str) -> dict[str, str]:
    """What the words say of the gender of everyone who is somebody."""
    return {p.label: p.gender for p in people_of(text).persons if not p.general}


def ages(text: str) -> dict[str, tuple[str, ...]]:
    """The ages told of everyone."""
    return {p.label: dict(p.described).get("age", ()) for p in people_of(text).persons}


def speakers(text: str) -> list[str]:
    """Who says each quotation."""
    people = people_of(text)
    return [people.persons[q.person].label if q.person >= 0 else "" for q in people.quotations]


def says_i(text: str) -> list[str]:
    """Who each "I" is."""
    people = people_of(text)
    return [people.persons[m.person].label if m.person >= 0 else "" for m in people.mentions if m.text == "I"]


def table(*rows: str) -> str:
    """A table in Markdown of rows such as "Name | Job"."""
    head, *rest = [f"| {row} |" for row in rows]
    return "\n".join([head, "|" + "---|" * (rows[0].count("|") + 1), *rest])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("Name | Town | Job", "Zara Malik | Wick | Welder"), {"Zara Malik": ("welder",)}),
        (("Name | Age | Job title", "Zara Malik | 41 | Welder"), {"Zara Malik": ("welder",)}),
        (
            ("Occupation | Apprentice", "Welder | Zara Malik", "Baker | Ewan Bell"),
            {"Zara Malik": ("welder",), "Ewan Bell": ("baker",)},
        ),
        (
            ("Job | Name", "Baker | Zara Malik", "Baker | Ewan Bell"),
            {"Zara Malik": ("baker",), "Ewan Bell": ("baker",)},
        ),
        (
            ("Name | Town | Job", "Zara Malik | Wick | Welder and youth worker"),
            {"Zara Malik": ("welder", "youth worker")},
        ),
        (("Name | Zara Malik", "Age | 41", "Job title | Bus driver"), {"Zara Malik": ("bus driver",)}),
        # names that are words as well
        (
            ("Name | Job", "Ann Green | Welder", "Li Mo | Joiner", "Kevin Hill | Baker", "Olive Cook | Cook"),
            {"Ann Green": ("welder",), "Li Mo": ("joiner",), "Kevin Hill": ("baker",), "Olive Cook": ("cook",)},
        ),
        (("Name | Job", "Pearl | Welder", "Oak | Joiner", "Head Teacher | Baker"), {"Pearl": ("welder",)}),
        (("Name | Height", "Calton Hill | 103", "Kevin Hill | 90"), {}),
        # nobody's, or not known whose
        (("Name | Age | Wants to be", "Zara Malik | 14 | welder"), {"Zara Malik": ()}),
        (("Name | Town | Job", "Zara Malik | Wick | Works with the baker"), {"Zara Malik": ()}),
        (("Name | Town | Job", "Zara Malik | Wick | Driver training"), {"Zara Malik": ()}),
        (("Job | Example", "Welder | Zara Malik"), {"Zara Malik": ()}),
        (("Role | Group 1", "Reader | Zara", "Scribe | Ewan"), {"Zara": (), "Ewan": ()}),
        (("Job | What they do", "Baker | Bakes bread for Ewan Bell"), {"Ewan Bell": ()}),
    ],
)
def test_a_job_in_a_table_is_that_of_the_name_in_its_row(
    rows: tuple[str, ...], expected: dict[str, tuple[str, ...]]
) -> None:
    assert jobs(table(*rows)) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ("Name | Pronouns", "Zara Malik | she/her", "Ewan Bell | they/them"),
            {"Zara Malik": "she", "Ewan Bell": "they"},
        ),
        (("Name | Gender | Job", "Zara Malik | Female | Welder"), {"Zara Malik": "she"}),
        (("Name | Sex", "Zara Malik | F", "Ewan Bell | M"), {"Zara Malik": "she", "Ewan Bell": "he"}),
        (("Name | Pronouns", "Zara Malik | any"), {"Zara Malik": "not stated"}),
        (("Name | Gender", "Zara Malik | male or female"), {"Zara Malik": "not stated"}),
        (("Name | Team", "Zara Malik | Female"), {"Zara Malik": "not stated"}),
    ],
)
def test_a_column_may_say_the_gender(rows: tuple[str, ...], expected: dict[str, str]) -> None:
    assert genders(table(*rows)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (table("Name | Age", "Zara Malik | 41"), ("41",)),
        (table("Name | Age", "Zara Malik | 41 years"), ("41",)),
        ("Name: Zara Malik\n\nAge: 19\n\nJob: Welder", ("19",)),
        (table("Name | Score", "Zara Malik | 41"), ()),
        (table("Name | Age", "Zara Malik | P4"), ()),
        ("Age: 19", ()),
    ],
)
def test_a_field_may_say_the_age(text: str, expected: tuple[str, ...]) -> None:
    assert ages(text).get("Zara Malik", ()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            table("Name | Job | Quote", 'Zara | Welder | "I make gates."', 'Ewan | Baker | "It is hot."'),
            ["Zara", "Ewan"],
        ),
        (table("Name | Best part", 'Zara | "Mending a boat"'), ["Zara"]),
        (table("Pupil | Teacher comment", 'Zara | "I enjoy her work."'), [""]),
        (table("Name | Favourite quotation", 'Zara | "I have a dream."'), [""]),
        ('**Name:** Zara Malik\n\n**Best thing about my job:** "Mending a boat."', ["Zara Malik"]),
        ('**Name:** Zara Malik\n\n**Feedback:** "A good worker."', [""]),
        ('**Town:** Wick\n\n**Best thing:** "The sea."', [""]),
    ],
)
def test_a_quotation_in_a_row_or_a_form_is_said_by_whom_it_names(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("Name | Why this job", "Zara | I like boats.", "Ewan | I bake."), ["Zara", "Ewan"]),
        (("Name | Aims", "Zara | I can count.", "Ewan | I can add."), []),
    ],
)
def test_i_in_a_row_is_whom_it_names(rows: tuple[str, ...], expected: list[str]) -> None:
    assert says_i(table(*rows)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Name:** Zara Malik\n\n**Age:** 41\n\n**Job:** Welder", {"Zara Malik": ("welder",)}),
        ("Name: Zara Malik\n\nRank: Crew Commander", {"Zara Malik": ("commander",)}),
        ("Name of injured person: Zara Malik\n\nJob title: Welder", {"Zara Malik": ("welder",)}),
        ("Name of firm: Zara Malik\n\nJob title: Welder", {"Zara Malik": ()}),
        ("Winner: Zara Malik\n\nTrade: roofer", {"Zara Malik": ("winner", "roofer")}),
        ("Job: Poet and nurse\n\nName: Zara Malik", {"Zara Malik": ("poet", "nurse")}),
        ("# All about Zara Malik\n\n**Job:** poet and nurse", {"Zara Malik": ("poet", "nurse")}),
        ("Name: Zara Malik\n\nRole: Apprentice marine technician", {"Zara Malik": ("technician",)}),
        ("Name: Zara Malik\n\nName: Ewan Bell\n\nJob: Welder", {"Zara Malik": (), "Ewan Bell": ("welder",)}),
        ("Name: Zara Malik\n\nJob: helps the nurse", {"Zara Malik": ()}),
        ("Name: Zara Malik\n\nJob: hopes to be nurse", {"Zara Malik": ()}),
        ("Name: Zara Malik\n\nJob: a nurse at Wick", {"Zara Malik": ("nurse",)}),
        # the items of a list of facts
        ("# Facts: Zara Malik\n\n- Worked as a welder\n- Became an engineer", {"Zara Malik": ("welder", "engineer")}),
        ("# Facts: Zara Malik\n\n- Was taught by a welder", {"Zara Malik": (), "a welder": ("welder",)}),
        ("# Facts: Zara Malik\n\n- Became rich, Ewan Bell, joiner", {"Zara Malik": (), "Ewan Bell": ("joiner",)}),
        ("# Zara Malik and Ewan Bell\n\n- Became an engineer", {"Zara Malik": (), "Ewan Bell": ()}),
        ("Name: Zara Malik\n\nShe came late.\n\nJob: Welder", {"Zara Malik": ()}),
    ],
)
def test_the_fields_of_a_form_are_said_of_the_name_in_it(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert jobs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Case 1: Zara, 16\n\n- Has epilepsy\n- Likes art", {"disability": ("epilepsy",), "age": ("16",)}),
        ("# Zara Malik\n\n- Uses a wheelchair, but not at home\n- Is deaf", {"disability": ("a wheelchair", "deaf")}),
        ("Zara Malik\n\n- Has Down's syndrome", {"disability": ("down's syndrome",)}),
        ("Zara Malik\n\n- Partially sighted since birth", {"disability": ("partially sighted",)}),
        # somebody else's, a thing, or said of nobody there
        ("Zara Malik\n\n- Has a son with epilepsy\n- Deaf and hearing pupils came", {}),
        ("Zara Malik\n\n- Has asthma inhalers in the hall", {}),
        ("Zara Malik\n\n- Ewan has epilepsy", {}),
        ("The clinic of Zara Malik\n\n- Has epilepsy", {}),
        ("Zara Malik and Ewan Bell\n\n- Has epilepsy", {}),
        ("Zara Malik\n\nThis is a story.\n\n- Has epilepsy", {}),
        ("Zara Malik\n\nHas epilepsy", {}),
    ],
)
def test_a_list_below_a_name_says_what_somebody_has(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    found = next(dict(p.described) for p in people_of(text).persons if p.label.startswith("Zara"))
    assert found == expected


@pytest.mark.parametrize(
    ("items", "gender"),
    [
        ("Non-binary; uses they/them", "they"),
        ("Uses they/them pronouns", "they"),
        ("She/her", "she"),
        ("Wrote he/him on a badge", "not stated"),
        ("Wrote about non-binary artists", "not stated"),
        ("She/he", "not stated"),
    ],
)
def test_a_list_below_a_name_says_its_pronouns(items: str, gender: str) -> None:
    people = people_of(f"Case 2: Zara, 16\n\n- {items}\n- Likes art")
    assert next(p.gender for p in people.persons if p.label == "Zara") == gender


def test_they_are_whom_the_list_is_about_once_it_says_so() -> None:
    people = people_of("Case 2: Zara, 16\n\n- Non-binary\n- Their boss, Mr Bell, is kind")
    assert [people.persons[m.person].label for m in people.mentions if m.text == "Their"] == ["Zara"]


def test_a_job_in_a_form_is_read_with_the_rank_before_it() -> None:
    described = dict(people_of("Name: Zara Malik\n\nRole: Apprentice marine technician").persons[0].described)
    assert described["level"] == ("apprentice marine technician",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Head Cook\n\nZara Malik", {"Zara Malik": ("cook",)}),
        ("Janitor\n\nZara Malik\n\nCook\n\nEwan Bell", {"Zara Malik": ("janitor",), "Ewan Bell": ("cook",)}),
        ("Zara Malik\n\nJanitor\n\nEwan Bell\n\nCook", {"Zara Malik": ("janitor",), "Ewan Bell": ("cook",)}),
        ("# Welder\n\nZara Malik builds ferries.", {"Zara Malik": ("welder",)}),
        ("# Welder\n\nZara Malik is 41 and loves boats.", {"Zara Malik": ("welder",)}),
        ("# Job profile: Dental nurse\n\nZara gives a hand.", {"Zara": ("dental nurse",)}),
        ("# Meet Zara – Welder\n\nZara builds ferries.", {"Zara": ("welder",)}),
        ("Zara Malik\n\nBus driver | Mum | Youth worker", {"Zara Malik": ("bus driver", "youth worker")}),
        # whoever comes to one, or is not one yet
        ("# Dentist\n\nZara Malik goes to the dentist.", {"Zara Malik": ()}),
        ("# Dentist\n\nZara Malik helps the dentist.", {"Zara Malik": ()}),
        ("# Baker\n\nZara buys bread.", {"Zara": ()}),
        ("# Nurse\n\nZara Malik wants to help others.", {"Zara Malik": ()}),
        ("# Nurse\n\nZara Malik is ill.", {"Zara Malik": ()}),
        ("# Nurse\n\nZara Malik fell.", {"Zara Malik": ()}),
        ("# The nurse came\n\nZara Malik works in Wick.", {"Zara Malik": ()}),
        ("Zara Malik\n\nMaths | English | Art", {"Zara Malik": ()}),
    ],
)
def test_a_line_above_or_below_a_name_may_say_the_job(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert {label: roles for label, roles in jobs(text).items() if label in expected} == expected


def test_a_mum_between_bars_is_the_one_named_above() -> None:
    assert genders("Zara Malik\n\nBus driver | Mum | Youth worker") == {"Zara Malik": "she"}


@pytest.mark.parametrize("form", ["{} – {}", "**{}** – {}", "{}, {}", "**{}**, {}", "{} ({})"])
def test_a_list_without_marks_says_the_job_of_each_on_the_line(form: str) -> None:
    people = {"Zara Malik": "welder", "Ewan Bell": "baker", "Jo Tan": "music teacher"}
    assert jobs("\n".join(form.format(*one) for one in people.items())) == {n: (job,) for n, job in people.items()}


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("A day in the life of a welder", "Zara Malik checks her mask.", ("welder",)),
        ("Meet a sound engineer", "Ms Malik tests the speakers.", ("sound engineer",)),
        ("Meet our chef", "Zara Malik peels carrots.", ("chef",)),
        ("Interview: the welder", "**Zara Malik:** My uncle had a garage.", ("welder",)),
        # who comes to see somebody, several, a first name, a title of a story, no job
        ("Meet a welder", "Zara Malik met Ewan Bell in Wick.", ()),
        ("A day with a vet", "Zara Malik visits Ewan Bell.", ()),
        ("A day in the life of a welder", "Zara Malik and Ewan Bell are up at six.", ()),
        ("Meet a welder", "Zara waits at the gate.", ()),
        ("The welder", "Zara Malik waited for a letter.", ()),
        ("Find a mentor", "Zara Malik has been at the school for years.", ()),
        ("Meet a team", "Zara Malik peels carrots.", ()),
    ],
)
def test_a_heading_may_say_the_job_of_whoever_opens_the_text(
    heading: str, text: str, expected: tuple[str, ...]
) -> None:
    found = jobs(f"# {heading}\n\n{text}")
    assert next(roles for label, roles in found.items() if "Zara" in label or "Malik" in label) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Fact file: Zara Malik**\n\n- Born: 1912, Wick\n- Job: welder\n- She sang.", {"Zara Malik": ("welder",)}),
        ("Biography box: Zara Malik\n\nBorn: 1912\n\nJob: welder", {"Zara Malik": ("welder",)}),
        ("Fact file: Zara Malik and her boat\n\nBorn: 1912\n\nJob: welder", {"Zara Malik": ()}),
        ("Homework: Zara Malik\n\nBorn: 1912\n\nJob: welder", {"Zara Malik": ()}),
        ("Name: Zara Malik\n\nNow: head chef", {"Zara Malik": ("head chef",)}),
    ],
)
def test_a_box_is_about_whom_its_label_names(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert {label: found for label, found in jobs(text).items() if label == "Zara Malik"} == expected
