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
        ("Any Mac or PC Docherty owns is old.", [], []),
        ("A great-tasting pie is on the table.", [], []),
    ],
)
def test_a_rank_or_a_great_relative_stands_before_a_name(text: str, labels: list[str], genders: list[str]) -> None:
    persons = read(text).persons
    assert [p.label for p in persons] == labels
    assert [p.gender for p in persons] == genders


def test_a_constable_has_the_job_of_the_rank() -> None:
    assert read("PC Rennie came in.").persons[0].roles == ("police constable",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My name is Imhotep and I build tombs.", ["Imhotep"]),
        ("I'm Daisy. I'm a nurse.", ["Daisy"]),
        ("I am Grace, a joiner.", ["Grace"]),
        ("I'm Irish and proud. I am Muslim.", []),
        ("My cousin Imhotep cannot swim.", ["Imhotep"]),
        ("His sister, Imhotep Kamau, died.", ["Imhotep Kamau"]),
        ("Her youngest son, Lewis, is two.", ["Lewis"]),
        ("The capital, Lewis, is wet.", []),
        ("Well done to Iona and Daisy.", ["Iona", "Daisy"]),
        ("Thanks to Sue.", ["Sue"]),
        ("Thank you, Daisy, for the cake.", ["Daisy"]),
        ("The prize for the best hat went to Harris.", ["Harris"]),
        ("The ferry goes to Harris.", []),
        ("He is two years younger than Iona.", ["Iona"]),
        ("The bridge is older than Florence.", []),
        ("He let Grace ring the bell.", ["Grace"]),
        ("Lily and Pearl like chess.", ["Lily", "Pearl"]),
        ("Lily and Rose grow well.", []),
        ("Rose sat.", ["Rose"]),
        ("Rose grew.", []),
        ("Ruby joined the team.", ["Ruby"]),
        ("Ruby joined the list of languages.", []),
        ("Patience goes to school.", ["Patience"]),
        ("Paris became a dancer.", ["Paris"]),
        ("Paris became a capital.", []),
        ("Harris Docherty is a nurse.", ["Harris Docherty"]),
        ("Lewis Docherty was born in 1990.", ["Lewis Docherty"]),
        ("Paris Basin is a depression.", []),
        ("“I like my job.” — Shannon", ["Shannon"]),
        ("Ruby left Kenya when she was ten.", ["Ruby"]),
        ("Ruby left Ravi when she was ten.", ["Ruby", "Ravi"]),
        ("Florence is from Kenya.", ["Florence"]),
        ("Florence is from a poem.", []),
        ("Daisy is older than him.", ["Daisy"]),
        ("Ivy is older than the house.", []),
        ("“I like my job.” — Shannon, 18", ["Shannon"]),
    ],
)
def test_what_the_text_shows_to_be_a_name_is_one(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_who_says_i_in_a_script_is_somebody_with_any_name() -> None:
    assert named("Daisy: I had a cat.", "Ravi: I had a dog.") == ["Daisy", "Ravi"]
    assert named("Hope: the theme of the poem.", "Ravi: I had a dog.") == ["Ravi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("K. Docherty said no.", ["K. Docherty"]),
        ("Signed: K. Docherty", ["K. Docherty"]),
        ("K. Docherty (deputy head teacher) came in.", ["K. Docherty"]),
        ("Teacher: K. Docherty", ["K. Docherty"]),
        ("Docherty, K. (2011) Fields.", []),
        ("K. Docherty (2011) Fields.", []),
        ("A. Nucleus", []),
        ("A. Nucleus (centre) B. Membrane", []),
        ("Recorded by G. Wardrop.", ["G. Wardrop"]),
        ("The room is kept by G. Wardrop, playworker.", ["G. Wardrop"]),
        ("It is caused by G. Wardrop.", []),
        ("Choose C. Nucleus, part of a cell.", []),
        ("Choose A. Wardrop, B. Plumber, C. Nurse.", []),
        ("Caption: Fir Wardrop, plumber, with her wrench", ["Fir Wardrop"]),
        ("Caption: Fir Wardrop, plumber, with a wrench", []),
        ("Caption: Fir Council, employer, and her staff", []),
    ],
)
def test_one_initial_stands_before_a_surname_where_somebody_is_shown(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_a_job_at_the_end_is_that_of_who_is_named_before() -> None:
    (one,) = read("Observed by G. Wardrop, early years practitioner.").persons
    assert one.roles == ("early years practitioner",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Row!” shouted Captain Mo. Everyone rowed.", ["Captain Mo"]),
        ("“Row!” shouted Captain Del. Everyone rowed.", ["Captain Del"]),
        ("We flew to Kansas City, Mo. It was hot.", []),
    ],
)
def test_a_short_name_may_end_a_sentence(text: str, expected: list[str]) -> None:
    assert [m.text for m in read(text).mentions if m.kind in ("name", "title")] == expected
