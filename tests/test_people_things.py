""" "They" and "them" for things, which are nobody; each with near misses."""

import pytest
from counts import read


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # a part of several is never one person
        (["Effie has 48 stickers. She gives Hamza a quarter of them."], []),
        (["Tom has 12 marbles. He keeps three of them."], []),
        (["He read the label on every chemical drum and corrected two of them."], []),
        (["Please send your child in wellies and write a name inside them."], []),
        (["Three friends went camping. Two of them forgot a tent."], ["them"]),
        (["Testers found nine bugs, and one of them, a granny of seventy, found five."], ["them"]),
        # who does it is not "them"
        (["Fishermen caught the herring, but it was women who cleaned them."], []),
        (["Women who repaired nets sold them at the pier."], []),
        (["The nurses were tired. The matron sent them home."], ["them"]),
        (["The children ran up to the walls and seated themselves at the fire."], ["themselves"]),
        # animals and counted things of a sentence before
        (["The hens got out. Mr Dunbar, the janny, chased them with a net."], []),
        (["There are 20 eggs in a tray. Ana drops two of them."], []),
        (["The Wilsons moved in. Ana met them at the gate."], ["them"]),
        (["The notes are long. Advise them to skip the first page."], ["them"]),
    ],
)
def test_them_is_nobody_where_things_are_meant(texts: list[str], expected: list[str]) -> None:
    assert [m.text for m in read(*texts).mentions if m.text.startswith("them")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ewan raised the blinds because they were rattling.", None),
        ("Petra scrubbed the pans because they are greasy.", None),
        ("Ewan has two bikes. They are green.", None),
        ("Ewan died. “They should have asked,” his aunt said.", None),
        ("The guest baked as many pies as they could.", "The guest"),
        ("Alex made two bowls. They work in Leith.", "Alex"),
        ("The guest took two pills. They felt better.", "The guest"),
        ("The guest ordered two pies because they wanted both.", "The guest"),
        ("The guest ordered two pies. They paid in cash.", "The guest"),
        ("Robin uses they/them pronouns. Robin has two bikes. They are happy.", "Robin"),
    ],
)
def test_they_is_not_one_person_where_things_may_be_meant(text: str, expected: str | None) -> None:
    people = read(text)
    they = [people.persons[m.person].label for m in people.mentions if m.text.lower() == "they" and m.person >= 0]
    assert they[:1] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["The Alice chatbot", "Eliza, she asked Alice how she works,", "It was mean to trick her."], []),
        (["I had a kitten called Marzipan. We all loved her."], []),
        (["I had a sister called Marzena. We all loved her."], ["Marzena"]),
        (["The Alice chatbot", "Eliza, she asked Alice how it works,", "It was mean to trick her."], ["Eliza"]),
        (["The Alice chatbot", "Eliza, she asked Alice how she works,", "Mrs Ito came. Tom saw her."], ["Mrs Ito"]),
    ],
)
def test_she_is_nobody_where_a_thing_was_last_called_so(texts: list[str], expected: list[str]) -> None:
    people = read(*texts)
    assert [people.persons[m.person].label for m in people.mentions if m.text == "her"] == expected


@pytest.mark.parametrize(
    ("text", "labels", "genders"),
    [
        ("Alan Turing is called the father of computer science.", ["Alan Turing"], ["he"]),
        ("Grace Hopper, the mother of COBOL, led the team.", ["Grace Hopper"], ["she"]),
        ("Video: Dr Ada Ito “mother of robots” 15:45", ["Ada Ito"], ["she"]),
        ("Who was the father of computer science?", [], []),
        ("The father of Priya laughed.", ["The father", "Priya"], ["he", "not stated"]),
        ("The page turned to the heading Mother & Son.", [], []),
        ("Fill in the graphic organiser.", [], []),
        ("The organiser rang at six.", ["The organiser"], ["not stated"]),
        ("It was praised by the tutor, Dr Amina Khan: a fine piece of work.", ["Amina Khan"], ["not stated"]),
    ],
)
def test_nouns_that_are_no_family_or_job_bring_nobody(text: str, labels: list[str], genders: list[str]) -> None:
    people = read(text)
    assert [person.label for person in people.persons] == labels
    assert [person.gender for person in people.persons] == genders
    assert all("family" not in dict(person.described) for person in people.persons if person.named)


def test_finding_oneself_somewhere_is_no_discovery() -> None:
    people = read("Petra found herself at the gate.", "Omar found a door.")
    assert [act.action for m in people.mentions for act in m.acts] == ["", "", "discover"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I train Amina.", ["Amina"]),
        ("Her job is to train Amina.", ["Amina"]),
        ("The train Mallard was fast.", []),
        ("We took the train, Amina.", []),
    ],
)
def test_whom_somebody_trains_is_no_train(text: str, expected: list[str]) -> None:
    assert [p.label for p in read(text).persons if p.label == "Amina" or p.label == "Mallard"] == expected
