"""Names in running text: after days and places, in syllables, among answers; and what only looks like one."""

import pytest
from counts import read


def named(*texts: str) -> list[str]:
    """The people named in these blocks, as written."""
    return [m.text for m in read(*texts).mentions if m.kind in ("name", "title")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Mondays Ana swims.", ["Ana"]),
        ("On Fridays Rhona meets her friends at the pool.", ["Rhona"]),
        ("In May Priya sits her test.", ["Priya"]),
        ("On 3 May Thomas left.", ["Thomas"]),
        ("On Christmas Eve Ludmila sings.", ["Ludmila"]),
        ("During Ramadan Ibtisam helps in the kitchen.", ["Ibtisam"]),
        ("On Thursdays Hope plays the fiddle.", ["Hope"]),
        ("In Glasgow Omar changed trains.", ["Omar"]),
        ("After PE Kayleigh was thirsty.", ["Kayleigh"]),
        ("Eve sings.", ["Eve"]),
        ("“It is a visual job,” Hope signs, “so I like it.”", ["Hope"]),
        ("The sign “Keep out” Hope signs is old.", []),
        ("Theresa May spoke.", ["Theresa May"]),
        ("The trip is on Monday May 5.", []),
        ("Mondays are busy.", []),
        ("In Port Glasgow shops closed.", []),
        ("In London Bridge station she slept.", []),
        ("After Florence Nightingale arrived, they slept.", ["Florence Nightingale"]),
    ],
)
def test_a_name_begins_after_a_day_or_a_place(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-rw-r--r-- 1 user staff 120 Jan 25 16:39 notes.txt", []),
        ("-rw-r--r-- 1 user staff 120 Sep 3 2021 notes.txt", []),
        ("Jan 5, Feb 3, Mar 2", []),
        ("Sales: Jan Feb Mar Apr May Jun", []),
        ("Jan – Mar: sow the seeds.", []),
        ("Jan, Feb and Mar are winter months.", []),
        ("Submitted 25 Jan by post.", []),
        ("Due Jan 14th.", []),
        ("Jan won the race in round 2.", ["Jan"]),
        ("In question 2 Jan has 12 sweets.", ["Jan"]),
        ("By round 2 Jan's turn was over.", ["Jan"]),
        ("He gave Jan 3 apples.", ["Jan"]),
        ("Points: Ravi 7, Jan 5.", ["Ravi", "Jan"]),
        ("Points: Jan 5, Ravi 7.", ["Jan", "Ravi"]),
        ("Jan and Jun laughed.", ["Jan", "Jun"]),
        ("Sep, who is ten, swims.", ["Sep"]),
        ("Jan, 25, mends boats.", ["Jan"]),
    ],
)
def test_a_short_month_beside_a_day_or_another_month_is_nobody(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Precious showed her map to the class.", "Precious gasped."], ["Precious", "Precious"]),
        (["My sister Hope is nine. Hope limps to the door."], ["Hope", "Hope"]),
        (["Grace Adeyemi drives the bus. Grace waves at the children."], ["Grace Adeyemi", "Grace"]),
        (["Hope opened the tin. Hope gasped."], ["Hope", "Hope"]),
        (["It was Violet who found the key. Violet shut the box."], ["Violet", "Violet"]),
        (["Will Ferguson is ten. Will ran home."], ["Will Ferguson", "Will"]),
        (["Lily, Rose and Daisy are sisters."], ["Lily", "Rose", "Daisy"]),
        (["Poppy Reid lives here. Poppy seeds are small."], ["Poppy Reid"]),
        (["Mark Wilson left.", "Mark coloured parts of the map with a tick."], ["Mark Wilson"]),
        (["Hope Campbell has a new bike. Hope for rain!"], ["Hope Campbell"]),
        (["Hope Priya is well."], ["Priya"]),
        (["Hope faded. They hope on."], []),
        (["Iris and Lily are flowers."], []),
    ],
)
def test_a_word_that_is_a_name_is_known_again(texts: list[str], expected: list[str]) -> None:
    assert named(*texts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jin-ho records the demo on his phone.", ["Jin-ho"]),
        ("Seo-yeon and Min-jun share a microscope.", ["Seo-yeon", "Min-jun"]),
        ("Ask Mei-ling for the key.", ["Mei-ling"]),
        ("Park Ji-hoon plays baduk.", ["Ji-hoon"]),
        ("Abdul-Rahman met Mary-Kate.", ["Abdul-Rahman", "Mary-Kate"]),
        ("Al-Khwarizmi wrote a book on algebra.", ["Al-Khwarizmi"]),
        ("J.K. Rowling and R. L. Stevenson are authors.", ["J.K. Rowling", "R. L. Stevenson"]),
        ("Ha-ha, said the clown.", []),
        ("The Ann-made cake was good.", []),
        ("The U.S. Congress met.", []),
        ("Options: A. B. Choose one.", []),
    ],
)
def test_a_name_may_have_a_hyphen_or_initials(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farhan and Isla cycle from Stirling.", ["Farhan", "Isla"]),
        ("Isla waves to him.", ["Isla"]),
        ("Priya books a room.", ["Priya"]),
        ("A girl called Iona found the map.", ["Iona"]),
        ("A boy named Kent ran past.", ["Kent"]),
        ("Florence jogs every day.", ["Florence"]),
        ("A letter from Charlotte Thompson came.", ["Charlotte Thompson"]),
        ("An island called Iona lies in the west.", []),
        ("Florence has many churches.", []),
        ("Women in Govan refused to pay.", []),
        ("A liner sailed for Alberta.", []),
        ("Pakistan agreed.", []),
        ("The people of Georgia said no.", []),
        ("The Harry Potter films were long.", []),
    ],
)
def test_a_place_is_a_person_where_it_does_what_people_do(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They brought a woman with them, known only as Biddy.", ["Biddy"]),
        ("The girl was known to all as Peerie.", ["Peerie"]),
        ("A goalkeeper nicknamed Sparky saved it.", ["Sparky"]),
        ("The hill is known locally as Biddy.", []),
        ("The girl's cat was called Biddy.", []),
        ("This rock is known as Basalt.", []),
    ],
)
def test_what_somebody_is_called_is_a_name(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Who worked it out? a) Maxwell b) Newton c) Einstein"], ["Maxwell", "Newton", "Einstein"]),
        (["Which scientist bent light?", "A. Curie", "B. Faraday", "C. Einstein"], ["Curie", "Faraday", "Einstein"]),
        (["Which inventor made it better?", "Watt", "Bell", "Baird"], ["Watt", "Bell", "Baird"]),
        (["Put these in order of birth: Maxwell, Newton, Einstein."], ["Maxwell", "Newton", "Einstein"]),
        (["Which unit measures force? a) Newton b) Pascal c) Joule"], []),
        (["What is the unit of power?", "a) Watt", "b) Newton"], []),
        (["Who won the cup? a) Celtic b) Rangers c) Chelsea"], []),
    ],
)
def test_answers_to_who_are_people(texts: list[str], expected: list[str]) -> None:
    assert named(*texts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Einstein was born in Ulm.", ["Einstein"]),
        ("Newton lived in Woolsthorpe.", ["Newton"]),
        ("Use a Bunsen burner.", []),
        ("Euler's number is e.", []),
        ("Carry out two Turing Tests.", []),
        ("Musk oxen live there.", []),
    ],
)
def test_a_surname_that_everybody_knows_stands_alone(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A landlady in the Perth Road lent her one.",
        "Perth Road had a flood.",
        "She won two Nobel Prizes.",
        "Irish navvies came to dig the canal.",
        "Saxon farmers and Norman knights fought.",
        "Norman castles stand on hills.",
        "Robin nests are small.",
        "The Clare Act passed.",
        "Dundee United drew.",
        "Mon, Tue, Wed, Thu, Fri",
    ],
)
def test_a_thing_named_after_somebody_is_nobody(text: str) -> None:
    assert named(text) == []


def test_a_verb_that_ends_as_a_plural_does_not_make_a_name_say_which_thing() -> None:
    assert named("Rhona climbs wind turbines for a living.") == ["Rhona"]


def test_a_first_name_that_no_list_has_is_known_by_its_surname() -> None:
    texts = ["Oyinkan Adeleke pulls on a suit.", "Oyinkan ran to the boat."]
    assert named(*texts) == ["Oyinkan Adeleke", "Oyinkan"]
    assert named("Yesterday Tom ran.", "Yesterday ran on.") == ["Tom"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dear Faith, thank you for the card.", ["Faith"]),
        ("Hi Grace, are you coming?", ["Grace"]),
        ("Well done, Patience!", ["Patience"]),
        ("Thanks, Hope", ["Hope"]),
        ("Love, Jun", ["Jun"]),
        ("Dear Scotland,", []),
        ("Thank you, Scotland!", []),
        ("Dear Hope Street residents,", []),
    ],
)
def test_who_is_called_out_to_or_signs_is_somebody(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rose bought 3 pens at 40p each.", ["Rose"]),
        ("Sydney has £5. Orlando has £7.", ["Sydney", "Orlando"]),
        ("Milan's dad drives a tram.", ["Milan"]),
        ("My cousin Carolina lives in Leeds.", ["Carolina"]),
        ("Skye looked at the map. She sighed.", ["Skye"]),
        ("If Florence is 9 and her sister is 5, who is older?", ["Florence"]),
        ("Rose has 3 pens. She buys 2 more.", ["Rose"]),
        ("Blessing is eleven. Blessing plays football.", ["Blessing", "Blessing"]),
        ("Iona and Lewis bake 12 scones. Lewis says so.", ["Iona", "Lewis", "Lewis"]),
        ("Florence and Paris are best friends.", ["Florence", "Paris"]),
        ("The teacher gave Iona a book.", ["Iona"]),
        ("Answers: 5 Newton, Maxwell, Einstein.", ["Newton", "Maxwell", "Einstein"]),
        ("10 Newton, 5 Joule.", []),
        ("Skye and Lewis are islands.", []),
        ("Mark is 9. Ruby is 3.", []),
        ("Iona is 5 km long.", []),
        ("Bess is a grey mare. Bess likes oats.", []),
        ("Florence has 3 bridges.", []),
        ("Paris's sister city is Rome.", []),
        ("Florence had many painters. He was one.", []),
        ("Victoria sank in 1893. She was a ship.", []),
        ("Hope kept her going. Joy filled her heart.", []),
        ("Hope is a feeling. She wrote it.", []),
        ("Iona lost her bus pass.", ["Iona"]),
        ("Lewis opened his mouth, but Priyanka spoke.", ["Lewis", "Priyanka"]),
        ("Grace put down her bucket.", ["Grace"]),
        ("Mark her work in green.", []),
        ("Iona won her over.", []),
    ],
)
def test_what_somebody_has_and_who_is_she_make_a_name_sure(text: str, expected: list[str]) -> None:
    assert named(text) == expected
