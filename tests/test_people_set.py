"""The set of labelled people: the rows are what the marked-up passages say."""

import pytest

from evaluation.data.people.build import PARTS, Part, compile_part, load


@pytest.mark.parametrize("part", PARTS)
def test_people_set_rows_are_what_the_source_says(part: Part) -> None:
    same = load(part) == compile_part(part)  # a bare bool, so that a failure shows nothing of what is held back
    assert same, "run evaluation/data/people/build.py"
