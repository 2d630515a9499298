"""Who comes up in a credit only is not shown, and is not counted."""

import pytest
from counts import report_of

from bias_audit.reports.people_lines import named_line


def named(*texts: str) -> str:
    """Who is named among those who are counted, without the genders."""
    return named_line(report_of("page.txt", *texts)).removeprefix("Named: ").replace(" (not stated)", "").rstrip(".")


@pytest.mark.parametrize(
    "line",
    [
        "Written by Ana Reid",
        "By Kwame Mensah",
        "Illustrated by Kwame Mensah and Priya Shah",
        "Written and illustrated by Ana Reid",
        "Words and pictures by Ana Reid",
        "Story by: Ana Reid",
        "Translated by Ana Reid, edited by Tom Lamb.",
        "Translated from the Gaelic by Ana Reid",
        "Adapted from ‘The Selfish Giant’ by Ravi Shah for children",
        "Author: Ana Reid Illustration: Catherine Reid Language: English",
        "Author - Ana Reid",
        "Photo: Luke Segar",
        "(Photo: Luke Segar)",
        "Photograph: Luke Segar/Getty",
        "Photos by Ana Reid and Tom Lamb, 2019",
        "A diver looks at a reef. Photo by Ana Reid.",
        "© 2021 Luke Segar",
    ],
)
def test_whoever_comes_up_in_a_credit_only_is_not_counted(line: str) -> None:
    assert named(line) == ""
    assert named("Omar mends the pump.", line) == "Omar"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Written by Ana Reid", "Ana Reid was born in Ayr."), "Ana Reid"),
        (("By Callum Reid", "I was born in Wick. I mended my boat and I sailed it to Orkney."), "Callum Reid"),
        (("Author: Ana Reid was born in Ayr.",), "Ana Reid"),
        (("The book was illustrated by Ana Reid.",), "Ana Reid"),
        (("Designed by Ana Reid, the bridge opened in 1990.",), "Ana Reid"),
        (("Matilda, written by Ana Reid, is about a girl.",), "Matilda, Ana Reid"),
        (("Discovery of radium by Marie Curie",), "Marie Curie (she)"),
        (("Photo: Marie Curie",), "Marie Curie (she)"),
        (("Photo: Priya plants a tree",), "Priya"),
        (("Photo: Ana Reid, welder",), "Ana Reid"),
        (("A picture of Priya by the sea",), "Priya"),
        (("By Priya's house the bus stops.",), "Priya"),
        (("By noon Priya was home.",), "Priya"),
        (("By Tom Lamb stood a dog.",), "Tom Lamb"),
        (("Built by Ana Reid",), "Ana Reid"),
    ],
)
def test_authors_of_whom_the_text_tells_and_people_beside_a_by_are_counted(
    texts: tuple[str, ...], expected: str
) -> None:
    assert named(*texts) == expected
