"""Lines that open with somebody and a colon: scripts of plays and assemblies, dialogues, and fields of forms."""

import pytest
from counts import read


def said(*texts: str) -> list[tuple[str, str]]:
    """Each quotation and who says it."""
    people = read(*texts)
    return [
        (texts[q.block][q.start : q.end], people.persons[q.person].label if q.person >= 0 else "")
        for q in people.quotations
    ]


def shown(*texts: str) -> dict[str, tuple[str, ...]]:
    """Everyone by label, with their jobs."""
    return {p.label: p.roles for p in read(*texts).persons}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Teacher: Mrs Okoro (Room 4)", {"Mrs Okoro": ("teacher",)}),
        ("Class teacher: Mr Baxter (mornings), Ms Lal (Thu, Fri)", {"Mr Baxter": ("class teacher",), "Ms Lal": ()}),
        ("Author: Zahra Hussain (P6)", {"Zahra Hussain": ("author",)}),
        ("Coach: Olga Petrova - Level 2", {"Olga Petrova": ("coach",)}),
        ("Teacher: Mr Baxter and Ms Lal", {"Mr Baxter": ("teacher",), "Ms Lal": ()}),
        ("Teacher: Olga Petrova    Date: 9 June", {"Olga Petrova": ("teacher",)}),
        ("Teacher: Olga Petrova Stage: P4", {"Olga Petrova": ("teacher",)}),
        ("Tutor: Ms J. Lal Assessor: Mr F. Baxter (DHT)", {"Ms Lal": ("tutor",), "Mr Baxter": ("assessor",)}),
        ("Manager: Olga Petrova | Driver: Zahra Hussain", {"Olga Petrova": ("manager",), "Zahra Hussain": ("driver",)}),
        # firms
        ("Employer: Highland Ferries", {}),
        ("Client: Forth Homes", {}),
        ("Sponsor: Bank of Fife", {}),
    ],
)
def test_a_field_of_a_form_is_no_speech(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert (said(text), shown(text)) == ([], expected)


@pytest.mark.parametrize(
    "text",
    [
        "Teacher: Olga, sit down.",
        "Teacher: Mrs Okoro, what is the answer: A or B?",
        "Nurse: Mr Baxter? The doctor will see you now.",
        "Teacher: Olga and Zahra, well done!",
        "Olga: Zahra (my sister) is here.",
        "Host: Zahra Hussain - you are our guest",
        "Waiter: Yes Please",
        "Pupil: Photosynthesis, Miss.",
    ],
)
def test_a_line_of_a_script_is_no_field(text: str) -> None:
    assert [what for what, _ in said(text)] == [text.partition(": ")[2]]


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("OLGA: I am late.", "MALIK: Me too."), ["Olga", "Malik"]),
        (("OLGA: Hello.", "NURSE: Hello, Olga. Sit down."), ["Olga", "Nurse"]),
        (("OLGA BELL: What a night!", "MR MALIK: It rained."), ["Olga Bell", "Mr Malik"]),
        (("CHILD 1: It is cold.", "CHILD 2: We need a fire.", "CHILD 1: Yes."), ["Child 1", "Child 2", "Child 1"]),
        # of forms, exams and notes
        (("OLGA: 7 marks", "MALIK: 9 marks"), []),
        (("OLGA: tidies up", "MALIK: washes up"), []),
        (("AIM: We learn to add.", "NOTE: You need paper."), []),
        (("MARK: Give one for each.", "GRADE: You need ten."), []),
        (("OLGA: I am late.",), []),
    ],
)
def test_speakers_in_capitals(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert [who for _, who in said(*texts)] == speakers


def test_who_speaks_in_capitals_stands_so_in_stage_directions_as_well() -> None:
    people = read("OLGA, 19, is at her desk. Her uncle, MALIK, comes in.", "MALIK: Are you busy?", "OLGA: I was.")
    assert {p.label: (p.gender, p.described) for p in people.persons} == {
        "Olga": ("she", (("age", ("19",)),)), "Malik": ("he", (("family", ("uncle",)),))
    }  # fmt: skip


def test_a_cast_list_in_capitals() -> None:
    people = read("OLGA, an old woman", "MALIK, the porter", "OLGA: Thanks.", "MALIK: You are welcome.")
    assert {p.label: (p.gender, p.roles) for p in people.persons} == {
        "Olga": ("she", ()), "Malik": ("not stated", ("porter",))
    }  # fmt: skip
