"""Nouns and names by which somebody is brought: words of other kinds, labels and scripts; each with near misses."""

import pytest
from counts import read


def told(*texts: str) -> list[str]:
    return [m.text for m in read(*texts).mentions]


def roles(*texts: str) -> dict[str, tuple[str, ...]]:
    return {p.label: p.roles for p in read(*texts).persons if not p.general}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # nouns with a capital
        (["Petra is a Quaker."], ["Petra", "a Quaker"]),
        (["A Muslim in the class explained the fast."], ["A Muslim"]),
        (["Petra went to a Quaker school in a German car."], ["Petra"]),
        # offices are written with one
        (["The President signed the bill. The Governor of Bombay rode."], ["The President", "The Governor"]),
        (["The President Hotel opened. We read The Mayor of Casterbridge."], ["We"]),
        # after several owners
        (["The twins’ mother works at night."], ["twins", "mother"]),
        (["They shouted ‘yes’ mother heard."], ["They"]),
        # in a question a verb may follow
        (["How long did the sculptor work?"], ["the sculptor"]),
        (["Look at the sculptor work on page 4."], []),
        # what has an owner or an inventor is a thing
        (["Its owner may claim the hat."], ["owner"]),
        (["Its mother licked the calf. Its driver is out of date."], []),
        # family words of other languages
        (["My nani sings. Auntie laughed."], ["My", "nani", "Auntie"]),
        (["He ate nan bread and baba ganoush."], ["He"]),
        # people as a crowd
        (["Folk called him lazy."], ["Folk", "him"]),
        (["They like folk music."], ["They"]),
        (["Ask a grown-up to help."], ["a grown-up"]),
        (["The plant is fully grown up there."], []),
        (["It was the conductor himself."], ["the conductor", "himself"]),
        (["It was the conductor."], []),
        (["The conductor winced."], ["The conductor"]),
        (["The conductor heats up."], []),
        # by what is given to them
        (["Would a fitter be given leave?"], ["a fitter"]),
        (["The second model is a fitter shape."], []),
        # nobody in particular
        (["She sews gloves for anybody who forgets."], ["She"]),
        # "them": whom somebody pays, and whose nurse it is
        (["They had no coal. The minister lent them some boots."], ["They", "The minister", "them"]),
        (["The pots are full. Their nurse came."], ["Their", "nurse"]),
        (["Petra filled the pots and moved them."], ["Petra"]),
    ],
)  # fmt: skip
def test_nouns_bring_somebody(texts: list[str], expected: list[str]) -> None:
    assert told(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Leader – Omar"], {"Omar": ("leader",)}),
        (["Buddy: Petra."], {"Petra": ("buddy",)}),
        (["Notes of table 4 (scribe: Petra)"], {"Petra": ("scribe",)}),
        (["Scorer this week is Petra."], {"Petra": ("scorer",)}),
        (["Sorter: Petra", "Timer: Omar"], {"Petra": ("sorter",), "Omar": ("timer",)}),
        (["Helper on Mondays: Grace."], {"Grace": ("helper",)}),
        (["Chapter: Petra", "Number: Omar"], {"Petra": (), "Omar": ()}),
        (["Kicker: Petra’s plan"], {"Petra": ()}),
        (["Teacher: Petra, what is a mole?", "Petra: An animal."], {"Teacher": ("teacher",), "Petra": ()}),
        (["Scribe is a hard word. Petra spelt it."], {"Petra": ()}),
    ],
)
def test_labels_say_who_has_a_part(texts: list[str], expected: dict[str, tuple[str, ...]]) -> None:
    assert roles(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Wee Davie slept. Old Tam woke."], ["Davie", "Tam"]),
        (["Big Ben struck nine."], []),
        (["Sit Kai beside Ella."], ["Kai", "Ella"]),
        (["The lola plant grows. Lola plants are tall."], []),
        (["Priya K. reads well."], ["Priya K."]),
        (["Blessing, the night nurse, came."], ["Blessing", "the night nurse"]),
        (["Hope, the ferry, came."], []),
        (["The shepherd Angus Moir sang."], ["The shepherd", "Angus Moir"]),
        (["The road to Angus was shut."], []),
        (["Angus-John drew a cat."], ["Angus-John"]),
        (["The Angus-Fife border is near."], []),
        (["Petra works with Zaphrin, who mends oars."], ["Petra", "Zaphrin"]),
        (["Petra works with Zaphrin, who make oars."], ["Petra"]),
        (["Omar rang Zaphrin's mum."], ["Omar", "Zaphrin", "mum"]),
        (["Omar rang Zaphrin's office."], ["Omar"]),
        (["Grace: Is it hot?", "Petra: No.", "Grace: Good."], ["Grace", "Petra", "Grace"]),
        (["Precious: Is it hot?", "Petra: No.", "Precious: Good."], ["Precious", "Petra", "Precious"]),
        (["Mark: two of three", "Answer: four", "Mark: none"], []),
    ],
)
def test_names_are_told_by_what_stands_beside_them(texts: list[str], expected: list[str]) -> None:
    assert told(*texts) == expected


def test_scripts_in_capitals_have_speakers() -> None:
    people = read("PETRA: Is it hot?", "OMAR: You tell me.", "PETRA: It is not.")
    assert [people.persons[q.person].label for q in people.quotations] == ["Petra", "Omar", "Petra"]
    assert [m.text for m in people.mentions] == ["PETRA", "OMAR", "You", "me", "PETRA"]


def test_script_lines_may_say_how_they_are_said() -> None:
    assert told("PETRA (in a whisper): Is it?", "OMAR: It is.", "PETRA: Oh.") == ["PETRA", "OMAR", "PETRA"]
    assert told("AIM (one): Boil it.", "AIM (two): Cool it.", "NOTE: Mind the steam.") == []


def test_script_lines_name_a_job_in_capitals() -> None:
    people = read("BAKER: Is it hot?", "FITTER: You tell me.", "BAKER: It is not.", "STEP ONE: Cut it.")
    assert [(m.text, m.kind) for m in people.mentions if m.kind == "role"] == [
        ("BAKER", "role"), ("FITTER", "role"), ("BAKER", "role"),
    ]  # fmt: skip
    assert [q.person for q in people.quotations] == [0, 1, 0]


def test_scripts_speak_to_you() -> None:
    assert told("Nurse: May I see your card?") == ["Nurse", "I", "your"]
    assert told("May I see your card?") == ["I"]


def test_headings_in_capitals_are_no_speakers() -> None:
    assert told("AIM: To boil water.", "NOTE: Mind the steam.", "AIM: To cool it.") == []
    assert told("PETRA: Is it hot?", "Mix the paint.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Petra, deaf from birth, paints.", {"disability": ("deaf",)}),
        ("Petra – deaf in one ear", {"disability": ("deaf",)}),
        ("We met Petra (hard of hearing).", {"disability": ("hard of hearing",)}),
        ("We met Petra (visually impaired).", {"disability": ("visually impaired",)}),
        ("We met Petra (visually striking).", {}),
        ("We met Petra (8).", {"age": ("8",)}),
        ("We met Petra 8).", {}),
        ("Petra, blind dates are no fun.", {}),
        ("Petra left when she was only nine.", {"age": ("was only nine",)}),
        ("Petra flies. At 31 she is a pilot.", {"age": ("31",)}),
        ("Petra flies. At nine she is in bed.", {}),
        ("Petra drives. At 30 she stopped the car.", {}),
        ("Petra speaks Dari, Pashto and English.", {"language": ("dari", "pashto", "english")}),
        ("Petra speaks Dari, and English is hard.", {"language": ("dari",)}),
        ("Petra was a quiet baby.", {}),
    ],
)
def test_described_says_more_of_a_name(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    person = next(p for p in read(text).persons if p.label == "Petra")
    assert dict(person.described) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A girl of four ran home.", {"age": ("four",)}),
        ("A boy of two minds sat down.", {}),
        ("A parent signs the form.", {"family": ("parent",)}),
    ],
)
def test_described_says_more_of_a_noun(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert dict(read(text).persons[0].described) == expected
    assert told("A parent organisation helps.") == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # kin in several words
        (["My mother-in-law had a shop."], ["My", "mother-in-law"]),
        (["Omar met his brothers-in-law."], ["Omar", "his", "brothers-in-law"]),
        (["His brother in law school rang."], ["His", "brother"]),
        (["Petra, a mother of two, paints."], ["Petra", "a mother"]),
        (["Who is the father of physics?"], []),
        (["The father of the bride cried."], ["The father", "the bride"]),
        (["His ex paints. See ex. 5."], ["His", "ex"]),
        # words with hyphens before the noun
        (["The on-call plumber is late."], ["The on-call plumber"]),
        (["A stay-at-home dad bakes."], ["A stay-at-home dad"]),
        (["The bus on call plumber street"], []),
        # where somebody comes from
        (["Petra is a New Zealander."], ["Petra", "a New Zealander"]),
        (["Is Petra a Londoner?"], ["Petra", "a Londoner"]),
        (["The Italian on the ground floor sells ices."], []),
        (["Which Kenyan planted the trees?"], ["Kenyan"]),
        (["The Italian waved."], ["The Italian"]),
        (["The Italian for bread is pane. An Alsatian barked."], []),
        # a word that is as often a thing, and what only people are, own and have done to them
        (["We wrote to a constituent whose landlord kept the money."], ["We", "a constituent", "landlord"]),
        (["A chair whose legs wobble is no use."], []),
        (["The smith’s wife sang."], ["The smith", "wife"]),
        (["The smith’s tools rust."], []),
        (["A retired miller on the bridge"], ["A retired miller"]),
        (["A wooden miller on the bridge"], []),
        (["Dear learner,", "Thank you."], ["learner"]),
        (["Dear me, what a day."], ["me"]),
        (["Our conductor is blind."], ["Our", "conductor"]),
        (["Our guide is about ninety."], ["Our", "guide"]),
        (["Our guide is two pages long."], ["Our"]),
        (["Tell the operator your name."], ["the operator"]),
        (["Petra married a miller."], ["Petra", "a miller"]),
        (["The chief spoke. The sergeant saluted."], ["The chief", "The sergeant"]),
        (["Petra oiled the conductor."], ["Petra"]),
        (["The operator was promoted."], ["The operator"]),
        (["The operator was moved."], []),
        (["The firm employed a fitter."], ["a fitter"]),
        (["A temp has worked here. Which rights has the temp gained?"], ["A temp", "the temp"]),
        (["The temp rose to 30. The room temp was low."], []),
        (["The admin has not replied. There is a lot of admin."], ["The admin"]),
        (["The roofer and his mate share it. The mate went home."], ["The roofer", "his", "mate", "The mate"]),
        (["A bird finds a mate."], []),
        # parts in brackets and lists
        (["Petra (scrum master this week) is late."], ["Petra", "scrum master"]),
        (["Omar (goalie for now) saved it."], ["Omar", "goalie"]),
        (["Omar (coach trip) is out."], ["Omar"]),
        (["Petra = chair"], ["Petra", "chair"]),
        (["Scribe = Omar"], ["Scribe", "Omar"]),
        (["Length = ruler"], []),
        # a job on a line of its own
        (["Name: Petra Reid", "Job: wind turbine technician, offshore"], ["Petra Reid", "wind turbine technician"]),
        (["Petra Reid", "sign language interpreter, 34"], ["Petra Reid", "sign language interpreter"]),
        (["Petra Reid", "senior practitioner"], ["Petra Reid", "practitioner"]),
        (["Petra Reid", "User guide"], ["Petra Reid"]),
        (["Job: load the printer"], []),
        # the job, not the rank before it
        (["Now I'm a trainee driving examiner."], ["I", "a trainee driving examiner"]),
        # the first year, and one of many
        (["A grade one pupil came. In a year one pupil may leave."], ["A grade one pupil", "one pupil"]),
        (["The form one student filled in was long."], ["one student"]),
        (["Tom is one of the kind of knights who like to rest."], ["Tom", "knights"]),
        # animals, chessmen and what is for people
        (["My granny keeps bees and told us about the queen."], ["My", "granny", "us"]),
        (["The queen opened the bridge."], ["The queen"]),
        (["You asked at parents’ night. The parents’ car broke down."], ["parents"]),
    ],
)
def test_nouns_for_one_person_are_told_from_things(texts: list[str], expected: list[str]) -> None:
    assert told(*texts) == expected


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("“The Princess and the Pea” is a tale.", []),
        ("“The Baker’s Wife” was sung by Petra.", ["Petra"]),
        ("“The princess and the baker came,” said Petra.", ["The princess", "the baker", "Petra"]),
    ],
)
def test_find_people_finds_nobody_in_the_title_of_a_work(text: str, labels: list[str]) -> None:
    assert sorted(p.label for p in read(text).persons) == sorted(labels)


@pytest.mark.parametrize(
    ("text", "ages"),
    [("A man came. He was about four-feet-six.", []), ("Petra was six feet tall.", []), ("Petra was six.", ["six"])],
)
def test_find_people_takes_no_height_for_an_age(text: str, ages: list[str]) -> None:
    assert [word for p in read(text).persons for what, words in p.described for word in words if what == "age"] == ages


@pytest.mark.parametrize(
    ("texts", "people"),
    [
        (["Our neighbour sang.", "Tom waved.", "Your female neighbour shouted."], 2),
        (["Our neighbour sang.", "Tom waved.", "Your kind neighbour shouted."], 1),
        (["Our neighbour sang. She waved.", "Your female neighbour shouted."], 1),
        (["A neighbour sang.", "The female neighbour shouted."], 1),
    ],
)
def test_a_word_for_a_gender_singles_one_out(texts: list[str], people: int) -> None:
    found = read(*texts)
    assert len({m.person for m in found.mentions if m.text.lower().endswith("neighbour")}) == people


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["A blind student asked for help.", "Tom sang.", "A student asked if she could leave."], 2),
        (["A blind student asked for help.", "Tom sang.", "The student sang too."], 1),
    ],
)
def test_a_noun_that_comes_anew_far_off_is_somebody_else(texts: list[str], expected: int) -> None:
    assert len({m.person for m in read(*texts).mentions if m.text.lower().endswith("student")}) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Kofi lives with Sam. Sam has two sisters."], {"Kofi": "not stated", "Sam": "not stated"}),
        (["Ewan and Ravi watched the two girls."], {"Ewan": "not stated", "Ravi": "not stated"}),
        (["Amina met Zoe. The two girls ran in."], {"Amina": "she", "Zoe": "she"}),
        (["Read Katie Morag and the Two Grandmothers."], {"Katie Morag": "not stated"}),
        (["Lucy Shaw was thanked by the Queen."], {"Lucy Shaw": "not stated", "the Queen": "she"}),
        (["Isla was bitten by the man's dog."], {"Isla": "not stated", "the man": "he"}),
        (["Omar bumped into the boy. The boy cried."], {"Omar": "not stated", "the boy": "he"}),
        (["Ali got into the girl's coach."], {"Ali": "not stated", "the girl": "she"}),
        (["Fiona is a deaf engineer.", "The Polish nurse came in."],
         {"Fiona": "not stated", "The Polish nurse": "not stated"}),
        (["Fiona is a deaf musician.", "The Scottish musician came in."], {"Fiona": "not stated"}),
        (["A Muslim engineer drew it. The Nigerian physicist agreed."],
         {"A Muslim engineer": "not stated", "The Nigerian physicist": "not stated"}),
    ],
)  # fmt: skip
def test_a_noun_for_somebody_else_says_nothing_of_who_is_near(texts: list[str], expected: dict[str, str]) -> None:
    assert {who.label: who.gender for who in read(*texts).persons} == expected


def test_a_list_of_three_shares_what_is_said_of_it() -> None:
    people = read("Ana, Eve and Mia are plumbers.")
    assert [(who.label, who.roles) for who in people.persons] == [(n, ("plumber",)) for n in ("Ana", "Eve", "Mia")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My dad was a joiner's mate.", {"dad": ()}),
        ("Nadia is an optician's receptionist.", {"Nadia": ("receptionist",)}),
        ("Nadia is a retired surgeon and a member of the choir.", {"Nadia": ("surgeon",)}),
        ("Nadia is a crew member.", {"Nadia": ("crew member",)}),
    ],
)
def test_a_job_is_all_that_is_said_of_it(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadia was a joiner's mate.", ["Nadia", "mate"]),
        ("Nadia thanked the joiner's mate.", ["Nadia", "the joiner", "mate"]),
        ("Nadia thanked a joiner's sister.", ["Nadia", "a joiner", "sister"]),
    ],
)
def test_whose_helper_somebody_is_shows_nobody_else(text: str, expected: list[str]) -> None:
    assert [m.text for m in read(text).mentions] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The head cook, Mr Orr, was kind.", ["The head cook", "Mr Orr"]),
        ("The head, Mr Orr, was kind.", ["The head", "Mr Orr"]),
        ("In the end Granny won.", ["Granny"]),
        ("The lovely Granny won.", ["The lovely Granny"]),
    ],
)
def test_a_noun_begins_where_its_own_words_do(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Petra is an apprentice. Her boss, Mr Orr, took on his first apprentice in 2012.", 3),
        ("Petra is an apprentice. Her boss, Mr Orr, praised his apprentice in 2012.", 2),
    ],
)
def test_the_first_whom_somebody_took_on_is_another_one(text: str, people: int) -> None:
    assert len(read(text).persons) == people
