"""Jobs said in a roundabout way, and nouns that look like a job and say none."""

import pytest
from counts import read


def roles(*texts: str) -> dict[str, tuple[str, ...]]:
    """The jobs of everyone who is somebody."""
    return {p.label: p.roles for p in read(*texts).persons if not p.general}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one of several, whose they are or where
        ("Morag Blair became one of Leith's finest boat builders.", {"Morag Blair": ("builder",)}),
        ("Amir Khan later became one of Europe's first civil engineers.", {"Amir Khan": ("civil engineer",)}),
        ("Rona Blair was one of the world's best-known pilots.", {"Rona Blair": ("pilot",)}),
        ("Tariq is one of Lena's nurses.", {"Tariq": ("nurse",), "Lena": ()}),
        ("Tariq hopes to become one of Fife's best chefs.", {"Tariq": ()}),
        ("Lena was never one of the town's bakers.", {"Lena": ()}),
        ("One of Fife's bakers waved to Lena.", {"Lena": ()}),
        # what a relative is too
        ("Tariq wants to be a joiner like his mother.", {"Tariq": (), "mother": ("joiner",)}),
        ("Lena is a nurse, like her aunt, Petra Reid.", {"Lena": ("nurse",), "Petra Reid": ("nurse",)}),
        ("Tariq is a tall boy like his father.", {"Tariq": (), "father": ()}),
        ("Lena wants to be a pilot like her mother wanted.", {"Lena": (), "mother": ()}),
        ("Tariq sings like a joiner, like his dad.", {"Tariq": (), "dad": ()}),
        ("Lena wants to be a vet like her sister.", {"Lena": (), "sister": ()}),
        ("Lena's dad is a roofer and her uncle is one too.", {"Lena": (), "dad": ("roofer",), "uncle": ("roofer",)}),
        ("Tariq wants to be a pilot. His gran was one.", {"Tariq": (), "gran": ("pilot",)}),
        ("Tariq wants to be a nurse. His cousin is one and she loves it.", {"Tariq": (), "cousin": ("nurse",)}),
        ("“I want to be a vet,” says Lena, 9. “My gran is one.”", {"Lena": (), "gran": ("vet",)}),
        ("Dad is a nurse. His sister is one.", {"Dad": ("nurse",), "sister": ()}),
        ("Tariq wants to be a nurse. His gran is not one.", {"Tariq": (), "gran": ()}),
        ("Tariq wants to be a nurse. He is late. His gran is one.", {"Tariq": (), "gran": ()}),
        ("Tariq saw a nurse. His gran was one.", {"Tariq": (), "a nurse": ("nurse",), "gran": ()}),
        # "who" after a country is of whoever is from there
        ("Tariq met Omar, a man from Ghana, who had been a tailor.", {"Tariq": (), "Omar": ("tailor",)}),
        ("Tariq met Omar, a man in Ghana, who had been a tailor.", {"Tariq": (), "Omar": ("tailor",)}),
        ("They read a letter from Ghana, who had been a tailor.", {}),
        # whoever is shown something to come
        ("Lena says that she is going to be a pilot.", {"Lena": ()}),
        ("Miss Bell is going to be our teacher in May.", {"Miss Bell": ("teacher",)}),
        ("Lena is no cook.", {"Lena": ()}),
    ],
)
def test_a_job_in_a_roundabout_way(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena is a good listener and the best timekeeper in the group.", {"Lena": ()}),
        ("Tariq, a nurse, is a slow walker.", {"Tariq": ("nurse",)}),
        ("Tariq is our timekeeper.", {"Tariq": ("timekeeper",)}),
        ("Lena is a Scottish swimmer.", {"Lena": ("swimmer",)}),
        ("Mr Hay was a real tyrant.", {"Mr Hay": ()}),
        ("Mrs Hay is a diabetic.", {"Mrs Hay": ()}),
        ("Lena is a vegetarian and Tariq is a librarian.", {"Lena": (), "Tariq": ("librarian",)}),
        # an animal is nobody, whatever it is called
        ("Lena has a parrot, Chico. Chico is her harshest critic.", {"Lena": ()}),
        ("Tariq feeds a cat called Mog. Mog was his biggest critic.", {"Tariq": ()}),
        ("Tariq's dog is a bad listener and his harshest critic.", {"Tariq": ()}),
        ("Lena has a parrot. Ewan is her harshest critic.", {"Lena": (), "Ewan": ()}),
        ("Ewan with the horse is a critic.", {"Ewan": ("critic",)}),
        ("Lena met her dog, Ewan, in May. Ewan Bell is a critic.", {"Lena": (), "Ewan Bell": ("critic",)}),
    ],
)
def test_what_is_no_job(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("9.30 – joiner, to mend the door", ["joiner"]),
        ("2:15pm - electrician to check the lights", ["electrician"]),
        ("10.00 – doctor", []),
        ("10.00 – doctor, then home", []),
        ("Stage – joiner, to mend the door", []),
        ("9.30 – joiner to Oban", []),
    ],
)
def test_a_diary_says_who_comes_to_do_something(text: str, found: list[str]) -> None:
    assert [role for person in read(text).persons for role in person.roles] == found
