"""What groups, lists and labels say of the people in them, and words that are no jobs."""

import pytest
from counts import read


def roles(text: str) -> dict[str, tuple[str, ...]]:
    """The jobs of everyone who is somebody."""
    return {p.label: p.roles for p in read(text).persons if not p.general}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Welders such as Zara Malik built the ships.", {"Zara Malik": ("welder",)}),
        (
            "Chemists, including Zara Malik and Ewan Bell, met in Leith.",
            {"Zara Malik": ("chemist",), "Ewan Bell": ("chemist",)},
        ),
        ("Zara and Ewan act as umpires.", {"Zara": ("umpire",), "Ewan": ("umpire",)}),
        ("Zara and Ewan worked as welders in Leith.", {"Zara": ("welder",), "Ewan": ("welder",)}),
        # nobody of the group
        ("Welders met Zara Malik.", {"Zara Malik": ()}),
        ("Welders had toys such as Zara made.", {"Zara": ()}),
        ("Zara and Ewan dress as welders.", {"Zara": (), "Ewan": ()}),
        ("Zara and Ewan could work as welders.", {"Zara": (), "Ewan": ()}),
        ("Zara and Ewan work with welders.", {"Zara": (), "Ewan": ()}),
        # two jobs on a line
        ("Zara Malik – welder and former youth worker.", {"Zara Malik": ("welder", "youth worker")}),
        ("Zara Malik – Student Adviser", {"Zara Malik": ("student adviser",)}),
        ("Zara Malik – Pupil Mentor", {"Zara Malik": ("mentor",)}),
        # a rank
        ("Private Zara Malik wrote home.", {"Zara Malik": ("private",)}),
        ("They took a private Zara Malik tour.", {"Zara Malik": ()}),
        # what somebody is that is no job
        ("Zara Malik is a keen gardener.", {"Zara Malik": ()}),
        ("Zara Malik is an avid reader and a welder.", {"Zara Malik": ("welder",)}),
        ("Zara Malik is a gardener.", {"Zara Malik": ("gardener",)}),
        ("Zara Malik came as a refugee.", {"Zara Malik": ()}),
        ("Zara Malik is a refugee support worker.", {"Zara Malik": ("refugee support worker",)}),
    ],
)
def test_whose_job_it_is(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pupils work in pairs.", ["Pupils"]),
        ("Women work together.", ["Women"]),
        ("Pupil work is on the wall.", []),
        ("Teachers work on display.", []),
    ],
)
def test_a_group_may_work(text: str, expected: list[str]) -> None:
    assert [m.text for m in read(text).mentions] == expected
