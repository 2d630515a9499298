"""Who a text mentions, who is the same person, and what the words say of them."""

import pytest
from counts import read, said
from hypothesis import given
from hypothesis import strategies as st

from bias_audit.model import BlockKind, People


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a name says no gender; words do
        ("Priya timed the ball.", {"Priya": "not stated"}),
        ("Hamish timed the ball.", {"Hamish": "not stated"}),
        ("Mrs Okafor timed the ball.", {"Mrs Okafor": "she"}),
        ("Mr Okafor met Mrs Okafor.", {"Mr Okafor": "he", "Mrs Okafor": "she"}),
        # one surname, two people: one does it to the other, or both do it
        ("Leo Orr met Mrs Orr. Mrs Orr smiled.", {"Leo Orr": "not stated", "Mrs Orr": "she"}),
        ("Mrs Orr thanked Leo Orr.", {"Mrs Orr": "she", "Leo Orr": "not stated"}),
        ("Leo Orr and Mrs Orr walked home.", {"Leo Orr": "not stated", "Mrs Orr": "she"}),
        ("Ana Orr walked home. Mrs Orr smiled. Sam thanked Mrs Orr.", {"Ana Orr": "she", "Sam": "not stated"}),
        ("Ana Orr, or Mrs Orr to the pupils, smiled.", {"Ana Orr": "she"}),
        ("Mx Bailey timed the ball.", {"Mx Bailey": "they"}),
        ("Dr Singh timed the ball.", {"Dr Singh": "not stated"}),
        ("Uncle Tam grows leeks.", {"Uncle Tam": "he"}),
        ("We asked Sam (they/them) and Ana (she/her).", {"Sam": "they", "Ana": "she"}),
        # family and gendered nouns
        ("My gran mends nets.", {"gran": "she"}),
        ("Then Mum laughed.", {"Mum": "she"}),
        ("My cousin mends nets.", {"cousin": "not stated"}),
        ("The woman and a boy waited.", {"The woman": "she", "a boy": "he"}),
        ("A policewoman waved.", {"A policewoman": "she"}),
        # jobs
        ("The engineer drew a plan.", {"The engineer": "not stated"}),
        ("A female engineer drew a plan.", {"A female engineer": "she"}),
        ("A lorry driver stopped.", {"A lorry driver": "not stated"}),
        ("A nurse met another nurse.", {"A nurse": "not stated", "another nurse": "not stated"}),
        ("An engineer came. The engineer drew.", {"An engineer": "not stated"}),
        # what the text says is one person is one person
        ("Priya Shah is a civil engineer.", {"Priya Shah": "not stated"}),
        ("Priya Shah, a civil engineer, came.", {"Priya Shah": "not stated"}),
        ("Isaac Newton (1642-1727) was a mathematician.", {"Isaac Newton": "not stated"}),
        ("Eilidh works as a joiner.", {"Eilidh": "not stated"}),
        ("The physicist Peter Higgs lived here.", {"Peter Higgs": "not stated"}),
        ("Marie Curie won. Then Curie and her team moved.", {"Marie Curie": "she"}),
        ("Priya's mum is a welder.", {"Priya": "not stated", "mum": "she"}),
        # pronouns
        ("Priya timed the ball. She wrote it down.", {"Priya": "she"}),
        ("The engineer checked her plan.", {"The engineer": "she"}),
        ("A nurse came. He smiled.", {"A nurse": "he"}),
        ("She timed the ball.", {"someone called she": "she"}),
        ("She ran. Her shoes were new. She won.", {"someone called she": "she"}),
        ("Mr Kerr met Aisha. He waved.", {"Mr Kerr": "he", "Aisha": "not stated"}),
        ("Priya met Tom. She waved.", {"Priya": "not stated", "Tom": "not stated"}),  # one of them: who is not sure
        ("Priya thanked him.", {"Priya": "not stated", "someone called he": "he"}),
        ("Mr Kerr said that she left.", {"Mr Kerr": "he", "someone called she": "she"}),
        ('Tom said, "She can swim."', {"Tom": "not stated", "someone called she": "she"}),
        ("He told Amina that she was right.", {"someone called he": "he", "Amina": "she"}),
        # words that do not agree are said as they are
        ("Mr Sam Kerr came. Later Ms Sam Kerr left.", {"Sam Kerr": "more than one"}),
        ("The pilot checked his or her seat.", {"The pilot": "more than one"}),
        ("The pilot checks his or her seat.", {}),  # no one in particular
        # people in general count when something is said of one
        ("The learner opens the book.", {}),
        ("The learner opens her book.", {"The learner": "she"}),
        ("Each learner opens his or her book.", {}),
        ("A female student spoke.", {"A female student": "she"}),
        # groups are nobody in particular
        ("The girls raced the boys.", {}),
        # things
        ("The mother cell makes a daughter cell.", {}),
        ("Their mother tongue is Gaelic.", {}),
        ("The queen bee flew.", {}),
        ("It is a man-made lake.", {}),
        ("The engineer badge is new.", {}),
        ("Neon, He and argon are gases.", {}),
        ("He, Ne and Ar are gases.", {}),
        ("HE courses are listed.", {}),
    ],
)  # fmt: skip
def test_find_people_says_what_the_words_say(text: str, expected: dict[str, str]) -> None:
    assert said(read(text)) == expected


def test_find_people_links_all_forms_of_a_name_over_the_document() -> None:
    people = read("Curie worked in a shed.", "Marie Curie won a prize.", "Marie kept notes. She had two.")
    assert said(people) == {"Marie Curie": "she"}
    assert [(m.text, m.kind, m.block) for m in people.mentions] == [
        ("Curie", "name", 0), ("Marie Curie", "name", 1), ("Marie", "name", 2), ("She", "pronoun", 2),
    ]  # fmt: skip


def test_find_people_keeps_people_who_share_a_surname_apart() -> None:
    people = read("Pierre Curie met Irène Curie. Pierre Curie won. Curie smiled.")
    assert list(said(people)) == ["Pierre Curie", "Irène Curie"]
    assert people.mentions[-1].person == 0, "the one mentioned last"


def test_find_people_carries_a_person_into_the_next_block() -> None:
    assert said(read("Katherine Johnson", "She worked on orbits.", "Her sums were right.")) == {
        "Katherine Johnson": "she"
    }


def test_find_people_does_not_carry_over_two_people() -> None:
    people = read("Priya and Tom", "She worked on orbits.")
    assert said(people) == {"Priya": "not stated", "Tom": "not stated", "someone called she": "she"}


def test_find_people_counts_unlinked_pronouns_once_a_block() -> None:
    people = read("She ran. It rained. She won.", "The sun came out.", "She ran. It rained. She won.")
    assert [p.gender for p in people.persons] == ["she", "she"]


def test_find_people_keeps_roles_with_the_person() -> None:
    people = read("Priya Shah is a pilot. She was once a nurse.")
    assert [(p.label, p.roles) for p in people.persons] == [("Priya Shah", ("pilot", "nurse"))]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mrs Kaur saw her brother.", ["title", "pronoun", "kin"]),
        ("Boys and girls met a vet called Isla.", ["group", "group", "role", "name"]),
    ],
)
def test_find_people_names_the_kind_of_each_mention(text: str, kinds: list[str]) -> None:
    assert [m.kind for m in read(text).mentions] == kinds


def test_find_people_gives_groups_no_person() -> None:
    people = read("The girls and the women met Isla.")
    assert [(m.text, m.person) for m in people.mentions] == [("girls", -1), ("women", -1), ("Isla", 0)]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Eilidh pulled on her wellies and ran.", [("Eilidh", "pulled", "subject"), ("Eilidh", "ran", "subject")]),
        ("Isla told him a joke.", [("Isla", "told", "subject"), ("him", "told", "object")]),
        ("The doctor was captured.", [("The doctor", "captured", "passive")]),
        ("My uncle lets me drive.", [("uncle", "lets", "subject"), ("me", "lets", "object")]),
        ("The woman who won was tired.", [("The woman", "won", "subject")]),
        ("Tariq wants to swim.", [("Tariq", "wants", "subject")]),
        ("Ewan is tall.", []),
    ],
)
def test_find_people_says_who_does_what(text: str, acts: list[tuple[str, str, str]]) -> None:
    assert [(m.text, act.verb, act.grammar) for m in read(text).mentions for act in m.acts] == acts


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["‘Nearly there,’ said Isla."], [("Nearly there,", "Isla")]),
        (["Isla said, “Stop!” Then she called, “Go!”"], [("Stop!", "Isla"), ("Go!", "Isla")]),
        (["“One,” Ade said, “and two.” Isla laughed."], [("One,", "Ade"), ("and two.", "Ade")]),
        (["Host: Who won?", "Isla: I did."], [("Who won?", "Host"), ("I did.", "Isla")]),
        (["The word ‘scruff’ was new to Isla."], []),
    ],
)  # fmt: skip
def test_find_people_says_who_is_quoted(texts: list[str], said: list[tuple[str, str]]) -> None:
    people = read(*texts)
    found = [(texts[q.block][q.start : q.end], people.persons[q.person].label) for q in people.quotations]
    assert found == said


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Rowan is dyslexic.", {"disability": ("dyslexic",)}),
        ("The Nigerian engineer smiled.", {"race": ("nigerian",)}),
        ("A Muslim engineer smiled.", {"religion": ("muslim",)}),
        ("A retired joiner smiled.", {"age": ("retired",)}),
        ("Alex Munro, 15, plays in goal.", {"age": ("15",)}),
        ("Yusuf speaks Arabic at home.", {"language": ("arabic",)}),
        ("The chief engineer smiled.", {"level": ("chief engineer",)}),
        ("Isla has multiple sclerosis.", {"disability": ("multiple sclerosis",)}),
        ("Kwame bought Polish bread at 5 o'clock.", {}),
    ],
)
def test_find_people_says_what_else_the_words_say(text: str, described: dict[str, tuple[str, ...]]) -> None:
    assert dict(read(text).persons[0].described) == described


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rowan uses they/them pronouns. They smiled.", {"Rowan": "they"}),
        ("Alex put their coat on. Then they left.", {"Alex": "they"}),
        ("If a client calls, they can wait.", {"a client": "not stated"}),
    ],
)
def test_find_people_respects_they(text: str, expected: dict[str, str]) -> None:
    assert {p.label: p.gender for p in read(text).persons} == expected


def test_find_people_knows_who_tells() -> None:
    people = read("I am blind and I tune pianos.", "My wife Halina found a course.")
    assert [(p.label, p.described) for p in people.persons][:1] == [("I", (("disability", ("blind",)),))]
    assert read("I can add fractions.").persons == ()


@pytest.mark.parametrize("kind", ["code", "reference"])
def test_find_people_skips_code_and_references(kind: BlockKind) -> None:
    assert read("Priya Shah asked her mum.", kind=kind) == People()


def test_find_people_gives_curly_quotes_back_as_written() -> None:
    people = read("Siobhán O’Brien said “no”.")
    assert people.mentions[0].text == "Siobhán O’Brien"
    assert people.mentions[0].sentence == "Siobhán O’Brien said “no”."


def test_find_people_says_the_same_twice() -> None:
    texts = ("Priya met Tom. She waved. Mrs Okafor is a vet.", "Curie won. Marie Curie and her mum left.")
    assert read(*texts) == read(*texts)


_PIECES = st.sampled_from(
    [
        "\n",
        '"',
        "'s",
        "(",
        ")",
        ",",
        "-",
        ".",
        "/",
        "5",
        "?",
        "Curie",
        "Dr",
        "He",
        "J.",
        "Marie",
        "Mark",
        "May",
        "Mrs",
        "Mum",
        "Newton",
        "O'Brien",
        "Okafor",
        "Priya",
        "Will",
        "a",
        "and",
        "another",
        "as",
        "boys",
        "engineer",
        "girls",
        "her",
        "him",
        "his",
        "is",
        "law",
        "mum",
        "or",
        "said",
        "she",
        "the",
        "van",
        "was",
        "x",
        "é",
        "’",
        "“",
        "female",
    ]
)


@given(st.lists(st.one_of(st.lists(_PIECES, max_size=25).map(" ".join), st.text(max_size=60)), max_size=4))
def test_find_people_offsets_hold_in_any_text(texts: list[str]) -> None:
    people = read(*texts)
    for mention in people.mentions:
        assert texts[mention.block][mention.start : mention.end] == mention.text != ""
        assert mention.text in mention.sentence
        assert mention.person == -1 or mention.kind != "group"
    assert [(m.block, m.start) for m in people.mentions] == sorted((m.block, m.start) for m in people.mentions)
    assert {m.person for m in people.mentions} - {-1} == set(range(len(people.persons)))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # a new noun for somebody who is known
        (["Amina Yusuf swims for Fife. The young swimmer trains at six."], {"Amina Yusuf": "not stated"}),
        (["Dr Salma Reid came. The geologist showed her map."], {"Salma Reid": "she"}),
        (["Tom waved. The driver waved back."], {"Tom": "not stated", "The driver": "not stated"}),
        (["My mum sings. The Polish singer left."], {"mum": "she", "The Polish singer": "not stated"}),
        # news tells the name second
        (["A cook from Ayr has won a medal. Sara Lind began in her kitchen."], {"Sara Lind": "she"}),
        # two people said to be women
        (["Jo Hart leads the crew. Sam Reid drives. Both women ski."], {"Jo Hart": "she", "Sam Reid": "she"}),
        (["Sisters Ana and Maria bake bread."], {"Ana": "she", "Maria": "she"}),
        (["Three men, Yusuf, Marek and Kofi, wrote it."], {"Yusuf": "he", "Marek": "he", "Kofi": "he"}),
        (["Ana and Maria are sisters."], {"Ana": "she", "Maria": "she"}),
        (["The boy's name was Kofi."], {"Kofi": "he"}),
        # a pronoun before its person
        (["When she was ten, Amina moved to Leith."], {"Amina": "she"}),
        (["In her first year, Priya built a boat."], {"Priya": "she"}),
        (["Asked about his plans, Rory smiled."], {"Rory": "he"}),
        (["Before he could read, the composer sang."], {"the composer": "he"}),
        (["Mr Orr waved. When he was ten, Finlay moved."], {"Mr Orr": "he", "Finlay": "not stated"}),
        # whose: another person
        (["Wanda, whose brother sings, won."], {"Wanda": "not stated", "brother": "he"}),
        # grammar binds
        (["The referee stopped play when he saw a dog."], {"The referee": "he"}),
        (["The pianist studied law as the only woman."], {"The pianist": "she"}),
        (["She studied law as the only woman in the class."], {"someone called she": "she"}),
        # between two names nothing is sure
        (["Nadia told Petra that she had won."], {"Nadia": "not stated", "Petra": "not stated"}),
        (["Nadia has twice as many as Petra, and she has six."], {"Nadia": "not stated", "Petra": "not stated"}),
        # pronouns that someone goes by
        (["Lee uses she and they."], {"Lee": "more than one"}),
        (["Lee said: “I am a they.”"], {"Lee": "they"}),
        (["Robin is neither a man nor a woman."], {"Robin": "they"}),
        # a role that a script speaks by, and its name
        (["Baker: Come in.", "Mrs Lund, the baker, smiled."], {"Mrs Lund": "she"}),
        # a letter that is signed without "Dear"
        (["Hello!", "I plan a trip.", "Warm wishes,", "Mr Ian Bell"], {"Ian Bell": "he"}),
        # no one in particular
        (["Any plumber may ask."], {}),
        (["An electrician can help."], {}),
        (["Interview a plumber."], {}),
        (["A tenant owes rent. They pay it in May."], {}),
        (["Write ‘a lady doctor’ on the board."], {}),
        (["Ava plays the judge."], {"Ava": "not stated"}),
        # things with names
        (["The egg is called Humphrey. Humphrey broke."], {}),
        (["My dog, Rory, barks. Rory ran."], {}),
        (["The good ship Marigold sank."], {}),
        (["The shuttle Columbia broke up. The hurricane Katrina hit the coast."], {}),
        (["A girl called Humphrey ran."], {"Humphrey": "she"}),
        (["We climbed Ben Nevis and slept at Glen Shee."], {}),
    ],
)  # fmt: skip
def test_find_people_counts_each_person_once(texts: list[str], expected: dict[str, str]) -> None:
    assert said(read(*texts)) == expected


@pytest.mark.parametrize(
    ("texts", "speaker"),
    [
        (["According to Salma, “the sea is warmer.”"], "Salma"),
        (["Amina wrote in her diary:", "“It rained all day.”"], "Amina"),
        (["“Is it cold?” Jonas rubbed his hands."], "Jonas"),
        (["“Is it cold?” asked the nurse."], "the nurse"),
        (["“It was wet,” said Jonas. “We stayed in.”"], "Jonas"),
        (["“It was wet,” said Jonas. Zofia praised him: “He never stops.”"], "Zofia"),
        (["Zofia: It was wet."], "Zofia"),
        (["An old poster in our hall says “Keep the door shut.”"], "nobody"),
    ],
)
def test_find_people_says_who_is_quoted_last(texts: list[str], speaker: str) -> None:
    people = read(*texts)
    last = people.quotations[-1].person if people.quotations else -1
    assert (people.persons[last].label if last >= 0 else "nobody") == speaker


def test_find_people_calls_a_surname_alone_a_surname() -> None:
    people = read("Hana Mokoena wrote a book. Mokoena sings, and Hana dances.")
    assert [m.designation for m in people.mentions] == ["full name", "surname", "first name"]


def test_find_people_hears_no_speech_where_a_line_says_who_somebody_is() -> None:
    assert read("Tutor: Emma Reid, engineer").quotations == ()


@pytest.mark.parametrize(
    "text",
    [
        "The player chose a word. The player wins if he or she is right.",
        "You could be a pilot.",
        "Imagine life as an astronaut.",
        "Ask a parent or guardian.",
    ],
)
def test_find_people_counts_no_one_in_particular(text: str) -> None:
    people = read(text)
    assert [p.label for p in people.persons if not p.general] == []
