"""Names that the text itself shows to be names: after a rank, a relative, "my name is"; in thanks and rows."""

import pytest
from counts import read


def named(*texts: str) -> list[str]:
    """The people named in these blocks, as written."""
    return [m.text for m in read(*texts).mentions if m.kind in ("name", "title")]


@pytest.mark.parametrize(
    ("text", "labels", "genders"),
    [
        ("PC Rennie told us to stop.", ["PC Rennie"], ["not stated"]),
        ("Ravi fell. WPC Rennie came. She helped him.", ["Ravi", "WPC Rennie"], ["he", "she"]),
        ("PC Lena Rennie came in. PC Rennie sat down.", ["Lena Rennie"], ["not stated"]),
        ("Great-granny Isla was born in 1940.", ["Great-granny Isla"], ["she"]),
        ("We saw Great-Uncle Murdo.", ["Great-uncle Murdo"], ["he"]),
        ("Great-gran laughed. She is old.", ["gran"], ["she"]),
        ("The PC Lena built is fast.", ["Lena"], ["not stated"]),
        ("She reads PC World magazine.", ["someone called she"], ["she"]),
        ("Any Mac or PC Rennie owns is old.", [], []),
        ("A great-tasting pie is on the table.", [], []),
    ],
)
def test_a_rank_or_a_great_relative_stands_before_a_name(text: str, labels: list[str], genders: list[str]) -> None:
    persons = read(text).persons
    assert [p.label for p in persons] == labels
    assert [p.gender for p in persons] == genders


def test_a_constable_has_the_job_of_the_rank() -> None:
    assert read("PC Rennie came in.").persons[0].roles == ("police constable",)
