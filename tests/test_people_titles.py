"""Who is somebody by a title, by one name, beside a day, or by what is done to somebody; each with near misses."""

import pytest
from counts import read


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        # a day ends a name
        ("They gave Omar Friday off.", ["Omar"]),
        ("Petra helps Omar Tuesday mornings.", ["Petra", "Omar"]),
        ("Tom gave Petra Easter eggs.", ["Tom", "Petra"]),
        ("Theresa May spoke.", ["Theresa May"]),
        ("Ash Wednesday is in March.", []),
        ("We saw Petra Tower.", []),
        # a title of office brings a surname
        ("Farmer Dalgleish has 12 cows.", ["Farmer Dalgleish"]),
        ("Sheriff Dalgleish listened.", ["Sheriff Dalgleish"]),
        ("Sgt. Dalgleish and Fr Quigg listened.", ["Sgt Dalgleish", "Fr Quigg"]),
        ("Officer Training is on Friday.", []),
        ("Principal Teachers meet in Provost Street.", []),
        ("The sheriff court is shut.", []),
        # a king is no title of a work
        ("The Queen visited Perth.", ["The Queen"]),
        ("The King and Queen waved.", ["The King", "Queen"]),
        ("Petra wrote to the Queen. Omar read it.", ["Petra", "the Queen", "Omar"]),
        ("She wrote The King of the Golden River.", ["someone called she"]),
        ("We saw The King and I.", []),
        # who is known by one name
        ("Hitler became chancellor in 1933.", ["Hitler"]),
        ("Rowling’s books sold well.", ["Rowling"]),
        ("Guru Nanak taught there.", ["Guru Nanak"]),
        ("The Dickens novel is sad.", []),
        ("A Picasso hung there.", []),
        ("Beethoven’s Fifth Symphony is loud.", []),
        ("Wagner Street is shut.", []),
        ("Mr van der Berg and Ms al-Hassan are new.", ["Mr van der Berg", "Ms al-Hassan"]),
        ("Ms al-fresco is no name.", []),
        # a place does nothing to somebody
        ("Jordan saw Tom.", ["Jordan", "Tom"]),
        ("Lewis gave Petra a pen.", ["Lewis", "Petra"]),
        ("Jordan saw changes.", []),
        ("Georgia met Wales in Paris.", []),
        ("Edinburgh gave Tom a prize.", ["Tom"]),
    ],
)
def test_who_is_somebody(text: str, labels: list[str]) -> None:
    assert [person.label for person in read(text).persons] == labels
