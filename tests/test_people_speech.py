"""Who says what: tags whose verb is none of saying, titles of works, labels, and whom "you" means."""

import pytest
from counts import read


def speakers(*texts: str) -> list[str]:
    """Who says each quotation, "" for nobody."""
    people = read(*texts)
    return [people.persons[q.person].label if q.person >= 0 else "" for q in people.quotations]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Mary ran a bakery with her father. He was a porter. "It never closed," Mary remembers.', "Mary"),
        ('Mary ran a bakery with her father. He was a porter. "It never closed!" remembers Mary.', "Mary"),
        ('Mary lives with Omar. He is a porter. "It never closed," Mary reflects.', "Mary"),
        ('Mary lives with Omar. He is a porter. "It never closed," chuckles Mary, who is 80.', "Mary"),
        ('Omar went first. "It never closed," the old nurse remembered.', "the old nurse"),
        ('"It never closed," Mary Osei remembers.', "Mary Osei"),
        # no tag, or another one
        ('Omar sat with Mary. He said "No," Mary remembers.', "Omar"),
        ('Omar sat with Mary. "It closes." Mary remembers the day.', "Omar"),
        ('Omar sat down. "It never closes," he says, and Mary shivers.', "Omar"),
        ('Omar sat with Mary. "It never closes," and Mary remembers the lamps.', "Omar"),
    ],
)
def test_who_stands_in_a_tag_says_it_whatever_the_verb(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]
