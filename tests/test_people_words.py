"""Words for somebody that mean a thing, a job or a tie by what stands beside them; each with near misses."""

import pytest
from counts import read


def told(*texts: str) -> list[str]:
    return [m.text for m in read(*texts).mentions]


def roles(text: str, label: str) -> tuple[str, ...]:
    return next(p for p in read(text).persons if p.label == label).roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what people ride in, wear and switch on
        ("The coach broke down near Perth.", []),
        ("The coach to Stirling was full.", []),
        ("Petra booked a coach.", ["Petra"]),
        ("We got off the coach.", ["We"]),
        ("The coach asked Petra to run.", ["The coach", "Petra"]),
        ("Petra asked the coach to help.", ["Petra", "the coach"]),
        ("The coach from Stirling picked up the phone.", ["The coach"]),
        ("Omar met the coach.", ["Omar", "the coach"]),
        ("Omar came in his trainers.", ["Omar", "his"]),
        ("The trainers met Omar.", ["trainers", "Omar"]),
        ("Nobody laughs at the jackets and trainers of Omar.", ["Omar"]),
        ("The dishwasher leaks.", []),
        ("Omar works as a dishwasher.", ["Omar", "a dishwasher"]),
        # shops
        ("Petra went to the butcher's.", ["Petra"]),
        ("The florist's was closed.", []),
        ("The florist's van was closed.", ["The florist"]),
        ("The florist's asleep.", ["The florist"]),
        ("Petra sat in her florist's van.", ["Petra", "her", "florist"]),
        # the older one
        ("Petra, the elder, sings.", ["Petra"]),
        ("Omar is an elder of the church.", ["Omar", "an elder"]),
        # what somebody is in a figure of speech, or carries
        ("Omar is a carrier of the virus.", ["Omar"]),
        ("Omar is a carrier.", ["Omar", "a carrier"]),
        ("Petra is a carrier, Omar has the gene.", ["Petra", "Omar"]),
        ("The Provider sank near Wick.", []),
        ("Omar saw Blood Brothers in Wick.", ["Omar"]),
        ("Omar saw his brothers in Wick.", ["Omar", "his", "brothers"]),
        ("Omar was a terror.", ["Omar"]),
        ("Omar was a puppeteer.", ["Omar", "a puppeteer"]),
        # verbs that are plurals as well
        ("Petra works in a bank and volunteers at weekends.", ["Petra"]),
        ("Petra helps a nurse and volunteers on Sundays.", ["Petra", "a nurse", "volunteers"]),
        ("Student volunteers at the fair.", ["volunteers"]),
    ],
)
def test_a_word_for_somebody_may_be_a_thing(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Petra is a ward sister.", "Petra", ("ward sister",)),
        ("Petra is the sister in charge of Ward 9.", "Petra", ("sister",)),
        ("Petra is the sister of Omar.", "Petra", ()),
        ("Petra is a Modern Apprentice at Rolls-Royce.", "Petra", ("modern apprentice",)),
        ("Petra is a health and safety officer.", "Petra", ("health and safety officer",)),
        ("Petra is a painter and decorator.", "Petra", ("painter and decorator",)),
        ("Petra is a painter and a poet.", "Petra", ("painter", "poet")),
        ("Omar was the overlooker.", "Omar", ("overlooker",)),
        ("Omar was a Polish physicist and code-breaker.", "Omar", ("physicist", "code-breaker")),
        ("The First Minister, Petra Reid, resigned.", "Petra Reid", ("first minister",)),
        ("Petra joined the team as learning assistant.", "Petra", ("learning assistant",)),
        # one of several
        ("Omar was one of the best bakers in Fife.", "Omar", ("baker",)),
        ("Omar is one of our bakers.", "Omar", ("baker",)),
        ("Omar became one of the first Black conductors.", "Omar", ("conductor",)),
        ("Omar met one of the bakers.", "Omar", ()),
        ("Omar was not one of the bakers.", "Omar", ()),
    ],
)
def test_jobs_are_told_in_full(text: str, label: str, expected: tuple[str, ...]) -> None:
    assert roles(text, label) == expected


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Petra is a ward sister.", "she"),
        ("Petra is one of the few women pilots.", "she"),
        ("Omar is one of the few male dancers.", "he"),
        ("Omar is one of the few dancers.", "not stated"),
    ],
)
def test_a_job_may_say_a_gender(text: str, gender: str) -> None:
    assert read(text).persons[0].gender == gender


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Petra's business partner is Omar.", ()),
        ("Each pupil counts while their partner claps.", ()),
        ("Petra's partner is Omar.", ("partner",)),
        ("Petra is a ward sister.", ()),
        ("My sister is in charge of the ward.", ("sister",)),
    ],
)
def test_a_tie_of_work_is_no_family(text: str, family: tuple[str, ...]) -> None:
    found = [words for p in read(text).persons for what, words in p.described if what == "family"]
    assert found == ([family] if family else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ages of long before are told in the words that say so
        ("When Petra was nine she kept mice.", {"age": ("was nine",)}),
        ("Petra was fifty-one when she took up chess.", {"age": ("was fifty-one",)}),
        ("Petra has sung since she was nine.", {"age": ("was nine",)}),
        ("Petra sang. At nineteen she wrote a play.", {"age": ("at nineteen",)}),
        ("Petra was nine.", {"age": ("nine",)}),
        ("When Petra was only six weeks old she was ill.", {"age": ("was only six weeks",)}),
        ("Petra was ten months old when it rained.", {"age": ("was ten months",)}),
        ("Petra was ten years old when it rained.", {"age": ("was ten",)}),
        ("“I was about nine,” says Petra.", {"age": ("was about nine",)}),
        ("“I am nine,” says Petra.", {"age": ("nine",)}),
        ("“Petra was nine,” says Omar.", {"age": ("nine",)}),
        ("My name is Petra. I was nine.", {"age": ("nine",)}),
        ("Petra can vote when she is sixteen.", {}),
        ("Petra left before she turned thirty.", {}),
        ("Omar (7), Petra (8) and Mia (8) are here.", {"age": ("8",)}),
        # numbers of something else
        ("Petra was 12 seconds faster.", {}),
        ("Petra is 4 laps behind.", {}),
        ("Petra is 40 years old.", {"age": ("40",)}),
        # "old" of a boss is no age
        ("Omar thanked his old boss, Petra.", {"level": ("boss",)}),
        ("An old friend, Petra, came.", {}),
        ("Old Petra Reid came.", {"age": ("old",)}),
        ("17-year-old Petra Reid won.", {"age": ("17-year-old",)}),
        # conditions
        ("Petra has epilepsy and Omar has asthma.", {"disability": ("epilepsy",)}),
        ("Omar has dyslexia and Petra has autism.", {"disability": ("autism",)}),
        ("Petra has asthma and diabetes.", {"disability": ("asthma",)}),
        ("Petra had an asthma attack in PE.", {"disability": ("an asthma attack",)}),
        ("Petra once had an epileptic fit.", {"disability": ("an epileptic fit",)}),
        ("If Petra has an asthma attack, ring us.", {}),
        ("Petra had a fit of the giggles.", {}),
        ("Petra had a seizure.", {}),
        ("One of the owners, Petra, uses a wheelchair.", {"disability": ("a wheelchair",)}),
        ("One of our two tutors, Petra, is blind.", {"disability": ("blind",)}),
        ("Both of the owners, Petra says, use a wheelchair.", {}),
        ("One of the owners of the shop, Petra thinks, uses a wheelchair.", {}),
        ("What are the odds that Petra is colour blind?", {}),
        ("If Petra is deaf, use a lamp.", {}),
        ("Petra (hard of hearing) came.", {"disability": ("hard of hearing",)}),
        ("Petra was the first African American woman there.", {"race": ("african american",)}),
    ],
)
def test_ages_and_conditions_belong_to_whoever_has_them(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    person = next(p for p in read(text).persons if p.label.startswith("Petra"))
    assert dict(person.described) == expected
