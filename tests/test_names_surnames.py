"""First names and surnames that are words as well, by what the sentence says of somebody."""

import pytest
from counts import read

from tests.test_names_in_text import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zara Wood is a vet.", ["Zara Wood"]),
        ("Sue Park is a vet.", ["Sue Park"]),
        ("Mark Hill is a plumber.", ["Mark Hill"]),
        ("Dan Hill came home. He was tired.", ["Dan Hill"]),
        ("Anna Field, a nurse, came in.", ["Anna Field"]),
        ("Priya Castle was born in 1972.", ["Priya Castle"]),
        ("Anna Banks, who sings, is here.", ["Anna Banks"]),
        ("Hampden Park is big.", []),
        ("Calton Hill is a volcano.", []),
        ("Craig Park is in Leith. He likes it.", []),
        ("Victoria Park is a beauty.", []),
        ("Craig House is a host.", []),
        ("Sue Park is a vet. Hampden Park is big. Calton Hill is high. We like the Park.", ["Sue Park"]),
    ],
)
def test_a_word_for_a_thing_is_a_surname_where_somebody_is_told_of(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fraser is a nurse.", ["Fraser"]),
        ("Fraser Reid is a cook.", ["Fraser Reid"]),
        ("Fraser River is long.", []),
        ("We stayed in Fraser.", []),
        ("Fraser has a museum.", []),
    ],
)
def test_fraser_is_a_first_name_where_somebody_is_told_of(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("April Dunn is a vet.", ["April Dunn"]),
        ("Summer Reid is a pilot.", ["Summer Reid"]),
        ("April Dunn said hello.", ["April Dunn"]),
        ("Miss April Dunn is a vet. It rained in April. April is wet.", ["Miss April Dunn"]),
        ("Mrs June Lawson sang. In June we plant. June is warm. We went in May, June and July.", ["Mrs June Lawson"]),
        ("In April Priya said hello.", ["Priya"]),
        ("Summer School is a winner.", []),
        ("Friday Club is a hit.", []),
        ("Temple Grandin is a scientist. The Temple is big.", ["Temple Grandin"]),
        ("On Tuesday PC Singh came in.", ["PC Singh"]),
        ("We went to PC World on Tuesday.", []),
    ],
)
def test_a_month_or_a_thing_is_a_first_name_before_a_surname(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Max and Ivy share £15. Ivy gets twice as much as Max.", ["Max", "Ivy", "Ivy", "Max"]),
        ("Will goes to the shop with Grace. Grace lends him 20p.", ["Will", "Grace", "Grace"]),
        ("Will scored 7, Grace scored 9 and Mark scored 4.", ["Will", "Grace", "Mark"]),
        ("Holly slipped and hurt her knee.", ["Holly"]),
        ("Will works of art be sold?", []),
        ("Max and Ivy shared a wall.", []),
        ("Chelsea scored 3, Paris scored 2.", []),
        ("Holly slipped her mind.", []),
    ],
)
def test_sums_show_who_is_somebody(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smith, Taylor and Cooper are common surnames.", []),
        ("Reid is a Scottish surname.", []),
        ("Tom, Priya and Ravi are in my class.", ["Tom", "Priya", "Ravi"]),
        ("Priya and Tom know their names.", ["Priya", "Tom"]),
        ("Dolly was cloned at Roslin.", []),
        ("We laughed at Priya.", ["Priya"]),
        ("We got an ice cream from Mr Whippy.", []),
        ("We boiled our Kelly Kettle.", []),
    ],
)
def test_a_name_spoken_of_a_place_or_a_product_is_nobody(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dear Sam, we had a lovely time. Love, Auntie Rose xx", ["Sam"]),
        ("Dear Sam, we had a lovely time. Love, Priya", ["Sam", "Priya"]),
    ],
)
def test_love_at_the_end_of_a_letter_is_nobody(text: str, expected: list[str]) -> None:
    assert [n for n in named(text) if n != "Auntie Rose"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Hill, dental nurse", ["Ann Hill"]),
        ("Ann Park – cook", ["Ann Park"]),
        ("Kevin Wood (bus driver)", ["Kevin Wood"]),
        ("Amina Field: Pharmacist", ["Amina Field"]),
        ("Violet Green, cook", ["Violet Green"]),
        ("Sarah Hall feeds the hens.", ["Sarah Hall"]),
        ("Sarah Park drives a lorry.", ["Sarah Park"]),
        ("Calton Hill – volcano", []),
        ("Holyrood Park, ranger", []),
        ("Alexandra Park (guide)", []),
        ("Alexandra Park: toilets", []),
    ],
)
def test_a_line_with_a_name_and_a_job_has_a_person_whatever_the_surname(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flora Reid dressed the child. Flora laughed.", ["Flora Reid", "Flora"]),
        ("Pearl Wilson opens a letter.", ["Pearl Wilson"]),
        ("Will Amina come?", ["Amina"]),
        ("Hope Amina is well.", ["Amina"]),
        ("Mark Amina's work.", ["Amina"]),
    ],
)
def test_a_word_before_a_surname_is_a_first_name_where_both_do_something(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Source A Samira works in a shop.", ["Samira"]),
        ("Person A Samira Aziz works in a shop.", ["Samira Aziz"]),
        ("It was a Samira kind of day.", []),
        ("Use A Newton meter.", []),
    ],
)
def test_the_letter_of_a_label_is_no_article(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heather has a cat.", ["Heather"]),
        ("Grace had a twin sister called Ada.", ["Grace", "Ada"]),
        ("Jersey has a dog show.", []),
        ("Hope has a cost.", []),
        ("Who should Daisy talk to?", ["Daisy"]),
        ("What does Hope mean?", []),
        ("Willow gets a letter. She is pleased.", ["Willow"]),
        ("Poppy lives on Skye. She keeps bees.", ["Poppy"]),
        ("Joy lives in us all. She sings.", []),
        ("Daisy and Amber share a pizza.", ["Daisy", "Amber"]),
        ("Faith and Hope share a root.", []),
        ("She gives 3 to Iona.", ["Iona"]),
        ("He sent a letter to Iona.", []),
        ("Meet Dod, a fisherman. Dod mends nets.", ["Dod", "Dod"]),
        ("Meet Spot, a robot.", []),
        ("He works with a nurse, Heather.", ["Heather"]),
        ("They saw a plant, heather.", []),
        ('He read "Tam o\' Shanter" to us.', []),
    ],
)
def test_a_cat_a_letter_or_a_question_shows_somebody(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zara Orr MBE is a vet. She sings.", {"Zara Orr": "she"}),
        ("Mrs Orr OBE is a vet.", {"Mrs Orr": "she"}),
        ("Omar Roy Jr. is a vet. He sings.", {"Omar Roy": "he"}),
        ("Zara Orr BSc MSc is a vet. She sings.", {"Zara Orr": "she"}),
        ("Zara Orr, MBE, is a vet. She sings.", {"Zara Orr": "she"}),
        ("Omar Roy Ma is a vet.", {"Omar Roy Ma": "not stated"}),
        ("Omar Roy Jr. High School is big.", {}),
    ],
)
def test_letters_after_a_name_end_it(text: str, expected: dict[str, str]) -> None:
    assert {p.label: p.gender for p in read(text).persons} == expected
