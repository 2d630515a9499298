"""One person by a name and by a job or a family word: who is meant again, and who is somebody else."""

import pytest
from counts import read, said

Told = dict[str, tuple[str, tuple[str, ...]]]  # label: what the words say of the gender, and the jobs


def told(*texts: str) -> Told:
    return {p.label: (p.gender, p.roles) for p in read(*texts).persons if not p.general}


def people_of(*texts: str) -> list[list[str]]:
    """The mentions of each person, nobody in general left out."""
    people = read(*texts)
    return [[m.text for m in people.mentions if m.person == n] for n in range(len(people.persons))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of whom a life story tells
        ("Ewan Muir grew up in Fife. In 1960 the virologist opened a laboratory.",
         {"Ewan Muir": ("not stated", ("virologist",))}),
        ("Ewan Muir grew up in Fife. In 1960 the dentist opened a surgery.",
         {"Ewan Muir": ("not stated", ()), "the dentist": ("not stated", ("dentist",))}),
        # who is named under the verb is somebody else, and the clause in front tells who
        ("Lena Orr was a chemist. She lived in Fife. The pianist wrote to Orr in 1950.",
         {"Lena Orr": ("she", ("chemist",)), "The pianist": ("not stated", ("pianist",))}),
        ("Lena Orr was a chemist. She knew Mina Reid. When Omar Khan sailed, the explorer asked for Orr.",
         {"Lena Orr": ("she", ("chemist",)), "Mina Reid": ("not stated", ()),
          "Omar Khan": ("not stated", ("explorer",))}),
        ("Lena Orr was a chemist. She liked Mina. In 1950 the novelist met Orr.",
         {"Lena Orr": ("she", ("chemist",)), "Mina": ("not stated", ()),
          "the novelist": ("not stated", ("novelist",))}),
        # kings and queens
        ("Zenobia lived in Syria. The queen had two ships.", {"Zenobia": ("she", ("queen",))}),
        ("Petra liked trees. One day the queen sent for a coat.",
         {"Petra": ("not stated", ()), "the queen": ("she", ("queen",))}),
        ("Omar said that he sewed. Petra sang. The queen sent for a coat.",
         {"Omar": ("he", ()), "Petra": ("not stated", ()), "The queen": ("she", ("queen",))}),
        ("An old man came. The young prince waved.",
         {"An old man": ("he", ()), "The young prince": ("he", ("prince",))}),
        ("Petra sewed. Lena sang. The queen sent for a coat.",
         {"Petra": ("not stated", ()), "Lena": ("not stated", ()), "The queen": ("she", ("queen",))}),
    ],
)  # fmt: skip
def test_a_new_noun_for_somebody_known(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Otter the baker sold rolls.", {"Mr Otter": ("he", ("baker",))}),
        ("Lena the cook and Tom the joiner live in Fife.",
         {"Lena": ("not stated", ("cook",)), "Tom": ("not stated", ("joiner",))}),
        ("Lena the cook lives in Fife.", {"Lena": ("not stated", ("cook",))}),
        ("On Monday the driver met Lena the cook.",
         {"the driver": ("not stated", ("driver",)), "Lena": ("not stated", ("cook",))}),
        ("With Lena the cook was kinder.", {"Lena": ("not stated", ()), "the cook": ("not stated", ("cook",))}),
        ("After Tom the cook saw Lena.",
         {"Tom": ("not stated", ()), "the cook": ("not stated", ("cook",)), "Lena": ("not stated", ())}),
        ("Ewan told Tom the cook was ill.",
         {"Ewan": ("not stated", ()), "Tom": ("not stated", ()), "the cook": ("not stated", ("cook",))}),
        ("Did Lena the cook feed the dog?", {"Lena": ("not stated", ("cook",))}),
        ("Lena the dog was old.", {}),
    ],
)  # fmt: skip
def test_the_job_straight_after_a_name(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A cook earns £12 and a trainee cook earns £9. The cook fed her trainee.",
         [["A cook", "The cook", "her"], ["a trainee cook", "trainee"]]),
        ("A roofer and an apprentice roofer came. The roofer sang. The apprentice left.",
         [["A roofer", "The roofer"], ["an apprentice roofer", "The apprentice"]]),
        ("An apprentice roofer came. The roofer sang.", [["An apprentice roofer", "The roofer"]]),
    ],
)  # fmt: skip
def test_an_apprentice_is_not_the_one_who_has_learned_the_trade(text: str, expected: list[list[str]]) -> None:
    assert people_of(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Kofi was seen by the school nurse. Nurse Hay smiled."], [["Kofi"], ["the school nurse", "Nurse Hay"]]),
        (["Kofi was seen by the school nurse.", "Mr Orr was told.", "Next: Nurse Hay to train staff."],
         [["Kofi"], ["the school nurse", "Nurse Hay"], ["Mr Orr"]]),
        (["Kofi rang the dentist.", "Dr Hay was free."], [["Kofi"], ["the dentist", "Dr Hay"]]),
        (["Kofi rang the dentist.", "Mr Orr was told.", "Dr Hay was free."],
         [["Kofi"], ["the dentist"], ["Mr Orr"], ["Dr Hay"]]),
        (["Kofi saw the vet. Vet: Mrs Hay."], [["Kofi"], ["the vet", "Vet", "Mrs Hay"]]),
        (["The nurse left. Nurse Hay came."], [["The nurse"], ["Nurse Hay"]]),
        (["Kofi rang a doctor. Dr Hay was free."], [["Kofi"], ["a doctor"], ["Dr Hay"]]),
        (["Kofi rang the doctor and the vet. Dr Hay was free."], [["Kofi"], ["the doctor"], ["the vet"], ["Dr Hay"]]),
        (["Kofi rang the dentist. Dr Hay, a neighbour, was free."],
         [["Kofi"], ["the dentist"], ["Dr Hay", "a neighbour"]]),
        (["Kofi rang the dentist. Kofi lives near Dr Hay."], [["Kofi", "Kofi"], ["the dentist"], ["Dr Hay"]]),
        (["Kofi told the doctor about Dr Hay."], [["Kofi"], ["the doctor"], ["Dr Hay"]]),
        (["The cook likes his work. Cook: Lena Hay."], [["The cook", "his"], ["Cook", "Lena Hay"]]),
    ],
)  # fmt: skip
def test_whom_a_title_names_later(texts: list[str], expected: list[list[str]]) -> None:
    assert people_of(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # somebody's grandparent
        (["Grandad Wilf sings. “My grandpa is loud,” says Ayo."],
         {"Grandad Wilf": ("he", ()), "Ayo": ("not stated", ())}),
        (["Grandmother Lena sings. “My gran is loud,” says Ayo."], {"Lena": ("she", ()), "Ayo": ("not stated", ())}),
        (["Grandad Wilf sings. “My grandpa sings too,” says Ayo."],
         {"Grandad Wilf": ("he", ()), "Ayo": ("not stated", ()), "grandpa": ("he", ())}),
        (["Grandad Wilf and Grandad Tom sing. “My grandpa is loud,” says Ayo."],
         {"Grandad Wilf": ("he", ()), "Grandad Tom": ("he", ()), "Ayo": ("not stated", ()), "grandpa": ("he", ())}),
        (["Kim's gran, Granny Lena, sings. “My gran is loud,” says Ayo."],
         {"Kim": ("not stated", ()), "Granny Lena": ("she", ()), "Ayo": ("not stated", ()), "gran": ("she", ())}),
        (["Kim's mum is a vet. “My mum sings,” said Kim."], {"Kim": ("not stated", ()), "mum": ("she", ("vet",))}),
    ],
)  # fmt: skip
def test_a_grandparent_by_another_word(texts: list[str], expected: Told) -> None:
    assert told(*texts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The king paid Lena £50 as Kofi's guide.",
         {"The king": ("he", ("king",)), "Lena": ("not stated", ("guide",)), "Kofi": ("not stated", ())}),
        ("Ewan gave Lena a post as a guide.", {"Ewan": ("not stated", ()), "Lena": ("not stated", ("guide",))}),
        ("Ewan sent Lena a card as her guide.", {"Ewan": ("not stated", ("guide",)), "Lena": ("she", ())}),
        ("Ewan paid the bill as head chef.", {"Ewan": ("not stated", ("head chef",))}),
        ("Lena has been promoted to site manager.", {"Lena": ("not stated", ("site manager",))}),
        ("They promoted Lena Orr to foreman.", {"Lena Orr": ("not stated", ("foreman",))}),
        ("Lena joined in May and was promoted to foreman.", {"Lena": ("not stated", ("foreman",))}),
        ("Lena rose to chief engineer.", {"Lena": ("not stated", ("chief engineer",))}),
        ("Lena may be promoted to site manager. She was not promoted to foreman.", {"Lena": ("she", ())}),
        ("Lena hopes to be promoted to site manager.", {"Lena": ("not stated", ())}),
        ("Staff are promoted to site manager in time.", {}),
    ],
)  # fmt: skip
def test_whose_job_it_is(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Orr runs a busy dentist's surgery. She sings.", {"Lena Orr": "she"}),
        ("Lena saw the dentist's surgery.", {"Lena": "not stated", "the dentist": "not stated"}),
        ("Yesterday Lena brought Tom the cook.", {"Lena": "not stated", "Tom": "not stated", "the cook": "not stated"}),
        # babies
        ("Lena has made a cot for her baby.", {"Lena": "she", "baby": "not stated"}),
        ("Lena will bring her child.", {"Lena": "she", "child": "not stated"}),
        ("Lena left to have her baby.", {"Lena": "she"}),
        ("Each parent brings their baby.", {}),
        ("She carries her child.", {"someone called she": "she"}),
    ],
)
def test_who_is_somebody(text: str, expected: dict[str, str]) -> None:
    assert said(read(text)) == expected


def test_whose_surgery_it_is() -> None:
    assert people_of("Lena runs a dentist's surgery.") == [["Lena"]]
    assert people_of("Lena saw a dentist's sister.") == [["Lena"], ["a dentist"], ["sister"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim's brother Tom sang. Lena's brother ran. “My brother drives a bus,” said Kim.",
         [["Kim", "My", "Kim"], ["brother", "Tom", "brother"], ["Lena"], ["brother"]]),
        ("Kim's sister sang. “My sister drives a bus,” said Lena.", [["Kim"], ["sister"], ["My", "Lena"], ["sister"]]),
        ("“Take my brother,” said Kim. “Stop, my dear brother!” said Lena.",
         [["my", "Kim"], ["brother", "dear brother"], ["my", "Lena"]]),
    ],
)  # fmt: skip
def test_whose_relative_my_brother_is(text: str, expected: list[list[str]]) -> None:
    assert people_of(text) == expected


def test_whom_somebody_calls_brother_may_be_another_one_than_long_ago() -> None:
    first = ["Kim's brother Tom sang.", *["Kim ran."] * 20]
    people = read(*first, "“My dear brother,” said Kim, “it rained!”", sections=("One",) * 21 + ("Two",))
    assert [p.label for p in people.persons] == ["Kim", "Tom", "dear brother"]
