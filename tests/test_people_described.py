"""What is said of somebody besides gender: ages, and what somebody has."""

import pytest
from counts import read


@pytest.mark.parametrize(
    ("texts", "ages"),
    [
        (["Lena retrained as a joiner at the age of 47."], ("at the age of 47",)),
        (["Lena works as a joiner at 47 High Street."], ()),
        (["Lena moved to Oban when she was nineteen to study."], ("was nineteen",)),
        (["Lena left school at thirteen to work in a mill."], ("at thirteen",)),
        (["Lena left school at nineteen to five."], ()),
        (["Lena, who is turning 80, sings."], ("80",)),
        (["Lena turned 18 keys in the lock."], ()),
        (["Lena turned four today."], ("four",)),
        # with a family word before the name
        (["Aunt Lena is nearly 60."], ("60",)),
        (["Aunt Lena turned 75 in May."], ("75",)),
        # beside a name
        (["Yours sincerely,", "Lena Orr (age 8)"], ("8",)),
        (["Yours sincerely,", "Lena Orr (aged 8)"], ("8",)),
        (["We read a card from Lena, age 6."], ("6",)),
        (["We read a card from Lena, age 6 to 8."], ()),
        (["We taught Lena (age group 5)."], ()),
    ],
)
def test_ages(texts: list[str], ages: tuple[str, ...]) -> None:
    said = [dict(p.described).get("age", ()) for p in read(*texts).persons if "Lena" in p.label]
    assert [age for some in said for age in some] == list(ages)


@pytest.mark.parametrize(
    ("text", "who", "described"),
    [
        ("Aunt Lena has type 2 diabetes. She rests.", "Aunt Lena", {"disability": ("type 2 diabetes",)}),
        ("Uncle Tariq came from Ghana.", "Uncle Tariq", {"race": ("from ghana",)}),
        ("Her eldest, Ross, has epilepsy and likes trains.", "Ross", {"disability": ("epilepsy",)}),
        ("The train for her eldest, Ross, has asthma posters.", "Ross", {}),
        ("The town, Ross, has a deaf choir.", "Ross", {}),
    ],
)
def test_what_somebody_has(text: str, who: str, described: dict[str, tuple[str, ...]]) -> None:
    person = next((p for p in read(text).persons if p.label == who), None)
    assert {d: words for d, words in (person.described if person else ()) if d != "family"} == described


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Tariq has type 1 diabetes.", ["has"]),
        ("Tariq has come home.", ["come"]),
        ("Tariq has read the book.", ["read"]),
        ("Tariq has lain too long in bed.", ["lain"]),
        ("Tariq has put books on the shelf.", ["put"]),
        ("Tariq has sickle cell disease.", ["has"]),
        ("Tariq has typed two letters.", ["typed"]),
    ],
)
def test_what_somebody_has_is_nothing_done(text: str, acts: list[str]) -> None:
    assert [a.verb for m in read(text).mentions if m.text == "Tariq" for a in m.acts] == acts
