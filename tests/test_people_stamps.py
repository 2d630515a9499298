"""Pronouns after the date or time with which a sentence begins."""

import pytest
from counts import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1912 She moves to Leith.", ["She"]),
        ("12 May 1912 He sails home.", ["He"]),
        ("May 1912: Her boat sinks.", ["Her"]),
        ("9.15 He opens the shop.", ["He"]),
        ("10 am She rests.", ["She"]),
        ("1914–1918 His ship lies in the bay.", ["His"]),
        ("Day 3 She climbs on.", ["She"]),
        # numbers of questions, atoms, names of things
        ("3 She goes home.", []),
        ("2 He atoms collide.", []),
        ("The ferry 1912 She Sails leaves at noon.", []),
    ],
)
def test_a_pronoun_may_come_after_a_date_or_a_time(text: str, expected: list[str]) -> None:
    assert [m.text for m in read(text).mentions if m.text in ("She", "He", "Her", "His")] == expected


def test_a_timeline_goes_on_about_whom_it_names() -> None:
    people = read("1905 Leila Hosseini is born in Wick.", "1912 She moves to Leith.", "1930 Her house burns down.")
    assert [(p.label, p.gender) for p in people.persons] == [("Leila Hosseini", "she")]
