"""Another's words without marks, in which "I" is not who tells the document."""

import pytest
from counts import read

from bias_audit.audit import analyse
from bias_audit.parsers.html import parse


def teller(*texts: str) -> list[str]:
    """Who says each "I" or "my", "" where that is left open."""
    people = read(*texts)
    labels = {m.start + 10_000 * m.block: m for m in people.mentions if m.kind == "first person"}
    return [people.persons[m.person].label if m.person >= 0 else "" for _, m in sorted(labels.items())]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # whose words the block before brings
        (("In May, Petra Shah wrote,", "I see a street."), ["Petra Shah"]),
        (("Petra Shah once put it this way:", "I see a street."), ["Petra Shah"]),
        (("Petra Shah said:", "I see a street.", "I agree."), ["Petra Shah", "Ola Reid"]),
        (("Petra Shah wrote to the bank,", "and I agree."), ["Ola Reid"]),
        (("For Petra Shah they put it away:", "I see a street."), ["Ola Reid"]),
        (("Petra Shah said:", "“Yes.” I agree."), ["Ola Reid"]),
        # a work that is set off, as far as a credit, or what is said of it
        (("See the following poem by Petra Shah.", "I see.", "I go.", "(© 1990)", "I agree."), ["", "", "Ola Reid"]),
        (("Here is a letter from Petra Shah:", "I see a street.", "The letter shows what I mean."), ["", "Ola Reid"]),
        (("I wrote the following letter in May.", "I see a street."), ["Ola Reid"] * 2),
        (("Here is a poem by me.", "I see a street."), ["Ola Reid"] * 2),
        (("The following poem by Petra Shah is new.", "I see a street."), ["Ola Reid"]),
        (("See a poem by Petra Shah.", "I see a street."), ["Ola Reid"]),
        (("In this class they read a poem by Petra Shah.", "I see a street."), ["Ola Reid"]),
    ],
)  # fmt: skip
def test_find_people_leaves_anothers_words_to_another(texts: tuple[str, ...], expected: list[str]) -> None:
    told = ("By Ola Reid", "I teach art, and I like it.")
    assert teller(*told, *texts) == ["Ola Reid", "Ola Reid", *expected]


def test_a_work_that_is_set_off_ends_at_a_heading() -> None:
    told = "<p>By Ola Reid</p><p>I teach art.</p><p>See this poem by Petra Shah.</p><p>I see a street.</p>"
    people = analyse(parse(f"{told}<h2>Next</h2><p>I agree.</p>".encode(), "a.html")).people
    assert [m.person for m in people.mentions if m.text == "I"] == [0, -1, 0]


def test_find_people_leaves_a_letter_to_whoever_signs_it() -> None:
    assert teller("Read this letter from Petra Shah.", "Dear Tom,", "I see a street.", "Yours,", "Petra Shah") == [
        "Petra Shah"
    ]
