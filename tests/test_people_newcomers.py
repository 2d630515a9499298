"""Of whom "his name is …" and "he …" tell, where the sentence before has brought somebody new."""

import pytest
from counts import read


def shown(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Each person's gender and jobs."""
    return {person.label: (person.gender, person.roles) for person in read(text).persons if person.label != "I"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mrs Bain is 80. Her grandson is a roofer. Downstairs there is a cook. His name is Tunde.",
            {"Mrs Bain": ("she", ()), "grandson": ("he", ("roofer",)), "Tunde": ("he", ("cook",))},
        ),
        (
            "I have an aunt. She is a vet. I have a neighbour. Her name is Salma. She likes tea.",
            {"an aunt": ("she", ("vet",)), "Salma": ("she", ())},
        ),
        ("Petra has a new tutor. His name is Mr Sato.", {"Petra": ("not stated", ()), "Mr Sato": ("he", ("tutor",))}),
        (
            "Mr Bain sings. We have a new cook called Ola. He is kind.",
            {"Mr Bain": ("he", ()), "Ola": ("he", ("cook",))},
        ),
        (
            "Mr Bain sings. Upstairs there is a cook named Ola. He is kind.",
            {"Mr Bain": ("he", ()), "Ola": ("he", ("cook",))},
        ),
        # nobody new, or more than to bring somebody
        ("Mr Bain is a cook. His name is Ewan Bain.", {"Ewan Bain": ("he", ("cook",))}),
        ("My son is a cook. His name is Ewan.", {"Ewan": ("he", ("cook",))}),
        (
            "Mr Bain sings. He met a cook called Ola. He is kind.",
            {"Mr Bain": ("he", ()), "Ola": ("not stated", ("cook",))},
        ),
        (
            "Mr Bain sings. We have a new cook called Ola. We like his songs.",
            {"Mr Bain": ("he", ()), "Ola": ("not stated", ("cook",))},
        ),
        (
            "Mrs Bain has a son. There is a waitress called Ola. He sings.",
            {"Mrs Bain": ("she", ()), "a son": ("he", ()), "Ola": ("she", ("waitress",))},
        ),
    ],
)
def test_who_was_brought_just_before_is_told_of(text: str, expected: dict[str, tuple[str, tuple[str, ...]]]) -> None:
    assert shown(text) == expected
