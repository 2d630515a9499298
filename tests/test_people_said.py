"""What is said of whom: descriptions in front, a job and a family word together, and what describes a thing."""

import pytest
from counts import read, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in front of whoever it is said of
        ("The daughter of a shepherd, Morven became a vet.", {"Morven": "she", "a shepherd": "not stated"}),
        ("The son of a Dunfermline weaver, he grew rich.", {"someone called he": "he", "a Dunfermline weaver": None}),
        ("A former bricklayer, Tony now teaches at the college.", {"Tony": "not stated"}),
        ("The owner of a bakery, Ana often works at night.", {"Ana": "not stated"}),
        ("A friend, Tony said, was late.", {"Tony": "not stated"}),
        ("The boss of the firm, Ana thinks, was kind.", {"The boss": "not stated", "Ana": "not stated"}),
        ("The son of a weaver met Ana, Tom said.", {"The son": "he", "a weaver": None, "Ana": None, "Tom": None}),
        ("Priya's flatmate, Kwame, is from Ghana.", {"Priya": "not stated", "Kwame": "not stated"}),
        ("My friend, Ana, and I left.", {"I": "not stated", "Ana": "not stated"}),
        ("It is his aunt who is the plumber.", {"someone called he": "he", "aunt": "she"}),
        # without a comma, where the name opens the sentence
        ("Kemi a form three student takes her ruler.", {"Kemi": "she"}),
        ("Juma a farmer wants to sell his maize.", {"Juma": "he"}),
        ("Juma a grade one pupil lost his shoe.", {"Juma": "he"}),
        ("Today Juma a farmer took the bus.", {"Juma": None, "a farmer": None}),
        ("To Juma a farmer on the hill is a hero.", {"Juma": None}),
        # a job and a family word
        ("She is a vet and a mum.", {"someone called she": "she"}),
        ("Nuala is a mum and a plumber.", {"Nuala": "she"}),
        ("She is a wife and mother.", {"someone called she": "she"}),
        ("Kofi, a dad and a plumber, came.", {"Kofi": "he"}),
        ("She met a vet and a mum.", {"someone called she": "she", "a vet": "not stated", "a mum": "she"}),
        ("Ana came with her mum and a nurse.", {"Ana": "she", "mum": "she", "a nurse": "not stated"}),
        ("This is my mum and dad.", {"mum": "she", "dad": "he"}),
    ],
)
def test_who_is_who(text: str, expected: dict[str, str | None]) -> None:
    assert said(read(text)) == {label: gender or "not stated" for label, gender in expected.items()}


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Lewis is a British Sign Language interpreter.", {}),
        ("Sara is a Scottish Water engineer.", {}),
        ("Ola is an American football coach.", {}),
        ("Bo is an English as an additional language teacher.", {}),
        ("Sara is a Scottish engineer.", {"race": ("scottish",)}),
        ("Ola is a Scottish football coach.", {"race": ("scottish",)}),
        ("Read the words of South African playwright Aisha Rahim.", {"race": ("south african",)}),
        ("Aisha is a North Ayrshire playwright.", {}),
        ("Aisha is a Scottish Muslim teacher.", {"race": ("scottish",), "religion": ("muslim",)}),
        ("Priya, a Hindu engineering student, designed a ramp.", {"religion": ("hindu",)}),
        ("Amir is a Nigerian nursing student.", {"race": ("nigerian",)}),
        ("Lena met a Catholic primary school teacher.", {}),
        # what is theirs
        ("Imran's wheelchair got stuck.", {"disability": ("a wheelchair",)}),
        ("Imran's wheelchair ramp got stuck.", {}),
        ("The nurse's crutches stood there.", {}),
        # what is said of each
        ("Ana Gray and Muriel Spark are Scottish writers.", {"race": ("scottish",)}),
        ("Ana and Ben are English teachers.", {}),
        ("Ana and Eve are English graduates.", {}),
        ("Ana and Ben are French horn players.", {}),
        ("Ana and Ben are old friends.", {}),
        # of the first year, and of rank
        ("A senior one student asked for her book.", {}),
        ("A senior engineer asked for her book.", {"level": ("senior engineer",)}),
    ],
)
def test_what_is_said_of_somebody(text: str, described: dict[str, tuple[str, ...]]) -> None:
    assert dict(read(text).persons[0].described) == described


@pytest.mark.parametrize(
    ("text", "nurses"),
    [
        ("A Macmillan nurse and a Marie Curie nurse visited.", 2),
        ("A nurse and a joiner met. A young nurse and an old nurse talked.", 3),
        ("A nurse met a nurse.", 2),
        ("Ana is a nurse and a good nurse too.", 0),
        ("A nurse came. The nurse waved.", 1),
    ],
)
def test_two_nouns_with_a_in_one_sentence_are_two_people(text: str, nurses: int) -> None:
    assert sum("nurse" in p.label for p in read(text).persons) == nurses


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("How much does Jamie have left?", [("left", "have")]),
        ("How much money has Priya left?", [("left", "have")]),
        ("How many pens does he have left over?", [("left", "have")]),
        ("How many times has Ana left?", [("left", "move")]),
        ("Has Ana left?", [("left", "move")]),
        ("Priya saves £5 a week.", [("saves", "have")]),
        ("Priya is saving for a bike.", [("saving", "have")]),
        ("Priya saved the file.", [("saved", "")]),
        ("Priya saved the dog.", [("saved", "help")]),
        ("Priya was saved.", [("saved", "help")]),
        ("Ewan volunteers at the food bank.", [("volunteers", "help")]),
        ("Celtic fans at the match.", []),
        ("Priya, nurse: “It sings.”", []),
        ("Priya – nurse – “Each bridge saves a mile!”", []),
        ("“Stop,” Priya said.", [("said", "say")]),
    ],
)
def test_what_somebody_does(text: str, acts: list[tuple[str, str]]) -> None:
    assert [(act.verb, act.action) for m in read(text).mentions for act in m.acts] == acts


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Telford, a shepherd's son, built it."], {"Telford": ()}),
        (["Ali is the nurse's brother."], {"Ali": ()}),
        (["Ali is the nurse."], {"Ali": ("nurse",)}),
        (["Kenny Orr", "Janitor", "Mina Shah", "Cook"], {"Kenny Orr": ("janitor",), "Mina Shah": ("cook",)}),
        (["Janitor", "Kenny Orr", "Cook", "Mina Shah"], {"Kenny Orr": ("janitor",), "Mina Shah": ("cook",)}),
        (["Mina – porter"], {"Mina": ("porter",)}),
        (["Mina – porter – “I like it.”"], {"Mina": ("porter",)}),
        (["Mina Shah | Porter | Oban"], {"Mina Shah": ("porter",)}),
        (["Meet Mina – Porter"], {"Mina": ("porter",)}),
        (["Ask Mina – porter"], {"Mina": ()}),
        (["Builder – Mina Shah designs bridges."], {"Mina Shah": ("builder",)}),
        (["Vet – Mina Shah takes her cat there."], {"Mina Shah": ()}),
        (["Vet – Mina Shah thanks the vet."], {"Mina Shah": ()}),
    ],
)
def test_a_job_is_given_to_whom_it_stands_beside(texts: list[str], expected: dict[str, tuple[str, ...]]) -> None:
    assert {p.label: p.roles for p in read(*texts).persons if p.named} == expected


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Nadia's sister is a) a cleaner b) a waiter c) a hairdresser", ()),
        ("Nadia's sister is (a) a cleaner, (b) a waiter or (c) a hairdresser.", ()),
        ("Nadia's sister (Ana) is a waiter.", ("waiter",)),
    ],
)
def test_an_answer_to_choose_from_is_said_of_nobody(text: str, roles: tuple[str, ...]) -> None:
    assert [role for person in read(text).persons for role in person.roles] == list(roles)


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("He was crowned when he was one year old.", ("age", ("was one",))),
        ("Ana is one month old.", ("age", ("one month",))),
        ("The parent left.", ("family", ("parent",))),
        ("The Parent Council met.", None),
        ("She is a guide dog puppy.", None),
    ],
)
def test_what_is_said_is_no_part_of_a_name(text: str, described: tuple[str, object] | None) -> None:
    said = [each for person in read(text).persons for each in person.described]
    assert said == ([described] if described else [])
    assert all(not person.roles for person in read(text).persons)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Ravi is a roofer and hopes to travel.", ("roofer",)),
        ("Ravi was a cook but planned to study.", ("cook",)),
        ("Petra became a diver although her gran did not want her to.", ("diver",)),
        ("Petra is a young pilot and wants to race.", ("pilot",)),
        ("Ravi hopes to be a roofer and travel.", ()),
        ("Ravi wants to cook and be a roofer.", ()),
        ("Ravi studies hard and could be a roofer.", ()),
        ("Ravi is not a roofer and wants to study.", ()),
        ("If Ravi is a roofer, call him.", ()),
    ],
)
def test_a_hope_beside_a_job_takes_nothing_from_it(text: str, roles: tuple[str, ...]) -> None:
    assert next(p for p in read(text).persons if p.label in ("Ravi", "Petra")).roles == roles
