"""What has a name and is nobody: animals, firms, courses, works; and people who are no such thing."""

import pytest
from counts import read


def named(*texts: str) -> list[str]:
    """The people named in these blocks, as written."""
    return [m.text for m in read(*texts).mentions if m.kind in ("name", "title")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They gave Ravi a hamster. Ravi laughed.", ["Ravi", "Ravi"]),
        ("Gran bought Sofia a pony. Sofia laughed.", ["Sofia", "Sofia"]),
        ("The shop sold Ravi the kitten. Ravi laughed.", ["Ravi", "Ravi"]),
        ("They lent Ravi a toy robot. Ravi laughed.", ["Ravi", "Ravi"]),
        ("She called Ravi a rat. Ravi left.", ["Ravi", "Ravi"]),
        ("Ravi was a donkey in the school play. Ravi laughed.", ["Ravi", "Ravi"]),
        ("Ravi gave Fudge, a hamster, some hay. Fudge ate it.", ["Ravi"]),
        ("We saw Bruno the dog. Bruno barked.", []),
        ("Bruno is a dog. Bruno barks.", []),
        ("Bruno is a shark in the sea. Bruno eats fish.", []),
    ],
)
def test_who_is_given_an_animal_is_somebody(text: str, expected: list[str]) -> None:
    assert named(text) == expected
