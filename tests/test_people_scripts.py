"""Lines that open with somebody and a colon: scripts of plays and assemblies, dialogues, and fields of forms."""

import pytest
from counts import read

from bias_audit.audit import analyse, read_bytes


def said(*texts: str) -> list[tuple[str, str]]:
    """Each quotation and who says it."""
    people = read(*texts)
    return [
        (texts[q.block][q.start : q.end], people.persons[q.person].label if q.person >= 0 else "")
        for q in people.quotations
    ]


def shown(*texts: str) -> dict[str, tuple[str, ...]]:
    """Everyone by label, with their jobs."""
    return {p.label: p.roles for p in read(*texts).persons}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Teacher: Mrs Okoro (Room 4)", {"Mrs Okoro": ("teacher",)}),
        ("Class teacher: Mr Baxter (mornings), Ms Lal (Thu, Fri)", {"Mr Baxter": ("class teacher",), "Ms Lal": ()}),
        ("Author: Zahra Hussain (P6)", {"Zahra Hussain": ("author",)}),
        ("Coach: Olga Petrova - Level 2", {"Olga Petrova": ("coach",)}),
        ("Teacher: Mr Baxter and Ms Lal", {"Mr Baxter": ("teacher",), "Ms Lal": ()}),
        ("Teacher: Olga Petrova    Date: 9 June", {"Olga Petrova": ("teacher",)}),
        ("Teacher: Olga Petrova Stage: P4", {"Olga Petrova": ("teacher",)}),
        ("Tutor: Ms J. Lal Assessor: Mr F. Baxter (DHT)", {"Ms Lal": ("tutor",), "Mr Baxter": ("assessor",)}),
        ("Manager: Olga Petrova | Driver: Zahra Hussain", {"Olga Petrova": ("manager",), "Zahra Hussain": ("driver",)}),
        # firms
        ("Employer: Highland Ferries", {}),
        ("Client: Forth Homes", {}),
        ("Sponsor: Bank of Fife", {}),
    ],
)
def test_a_field_of_a_form_is_no_speech(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert (said(text), shown(text)) == ([], expected)


@pytest.mark.parametrize(
    "text",
    [
        "Teacher: Olga, sit down.",
        "Teacher: Mrs Okoro, what is the answer: A or B?",
        "Nurse: Mr Baxter? The doctor will see you now.",
        "Teacher: Olga and Zahra, well done!",
        "Olga: Zahra (my sister) is here.",
        "Host: Zahra Hussain - you are our guest",
        "Waiter: Yes Please",
        "Pupil: Photosynthesis, Miss.",
    ],
)
def test_a_line_of_a_script_is_no_field(text: str) -> None:
    assert [what for what, _ in said(text)] == [text.partition(": ")[2]]


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("OLGA: I am late.", "MALIK: Me too."), ["Olga", "Malik"]),
        (("OLGA: Hello.", "NURSE: Hello, Olga. Sit down."), ["Olga", "Nurse"]),
        (("OLGA BELL: What a night!", "MR MALIK: It rained."), ["Olga Bell", "Mr Malik"]),
        (("CHILD 1: It is cold.", "CHILD 2: We need a fire.", "CHILD 1: Yes."), ["Child 1", "Child 2", "Child 1"]),
        (("PILOT: Hold on!", "NURSE: I can't look."), ["Pilot", "Nurse"]),
        (("MOTHER: I am late.", "BOY: Me too."), ["Mother", "Boy"]),
        (("BAKER'S WIFE: I can smell bread.", "BAKER: It is mine!"), ["Wife", "Baker"]),
        # of forms, exams and notes
        (("PILOT: You need good eyes.", "NURSE: You need a degree."), []),
        (("TEACHER: Hand out the cards.", "PUPIL: Sort them."), []),
        (("PILOT: I am late.",), []),
        (("OLGA: 7 marks", "MALIK: 9 marks"), []),
        (("OLGA: tidies up", "MALIK: washes up"), []),
        (("AIM: We learn to add.", "NOTE: You need paper."), []),
        (("MARK: Give one for each.", "GRADE: You need ten."), []),
        (("OLGA: I am late.",), []),
    ],
)
def test_speakers_in_capitals(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert [who for _, who in said(*texts)] == speakers


def test_who_speaks_in_capitals_stands_so_in_stage_directions_as_well() -> None:
    people = read("OLGA, 19, is at her desk. Her uncle, MALIK, comes in.", "MALIK: Are you busy?", "OLGA: I was.")
    assert {p.label: (p.gender, p.described) for p in people.persons} == {
        "Olga": ("she", (("age", ("19",)),)), "Malik": ("he", (("family", ("uncle",)),))
    }  # fmt: skip


def test_a_cast_list_in_capitals() -> None:
    people = read("OLGA, an old woman", "MALIK, the porter", "OLGA: Thanks.", "MALIK: You are welcome.")
    assert {p.label: (p.gender, p.roles) for p in people.persons} == {
        "Olga": ("she", ()), "Malik": ("not stated", ("porter",))
    }  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "says_i"),
    [
        (("OGRE: Who is at my door?", "SMALL HEN: I am here!", "BIG HEN: I am hungry."), []),
        (("OLGA: I am late. Are you?", "OGRE: I am not.", "OLGA: I must go."), ["Olga", "Olga"]),
        # of one who tells
        (("HOBBIES: I play chess.", "FAMILY: I have a twin."), ["I", "I"]),
        (("WHO AM I?", "AGE: 12", "HOBBIES: I play chess.", "FAMILY: I have a twin."), ["I", "I"]),
    ],
)
def test_i_of_a_voice_that_no_list_knows_is_nobodys(texts: tuple[str, ...], says_i: list[str]) -> None:
    people = read(*texts)
    said_by = [people.persons[m.person].label for m in people.mentions if m.person >= 0 and m.text == "I"]
    assert said_by == says_i


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Ogre: (rubbing his belly) What a feast!", False),
        ("Miller: (rubbing his belly) What a feast!", True),
        ("Ogre (rubbing his belly): What a feast!", True),
    ],
)
def test_what_an_unknown_voice_does_is_done_by_nobody_else(text: str, linked: bool) -> None:
    people = read("Malik Bell: What a day!", text)
    assert [m.person >= 0 for m in people.mentions if m.text == "his"] == [linked]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Wife: I told you.", ["Wife"]),
        ("Farmer's wife: Are you there?", ["wife"]),
        ("Mother: Olga Bell", []),
        ("Son: the older of two", []),
        ("Daughter: 12 years", []),
        ("Ex: Do I need it?", []),
    ],
)
def test_a_relative_may_speak(text: str, speaker: list[str]) -> None:
    assert [who for _, who in said(text)] == speaker


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("First witch: I have an eye.", "Second witch: Give it here."), ["First witch", "Second witch"]),
        (("Tired boy: Are we there?",), ["Tired boy"]),
        (("Little Megan (Olga): I want to sail!",), ["Megan"]),
        (("Baker Malik: Hot rolls!",), ["Malik"]),
        (("First aider: Sit down, please.",), ["First aider"]),
        (("Nurse (crossly): Sit down, please.",), ["Nurse"]),
        (("First aider: Olga Bell",), []),
        (("First name: Olga",), []),
        (("First reader: 10 marks",), []),
        (("Young people: We want buses.",), []),
        (("Poor driver: the car stops.",), []),
    ],
)
def test_what_kind_of_speaker_it_is_may_stand_before(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert [who for _, who in said(*texts)] == speakers


def test_who_is_named_in_a_label_does_not_do_what_is_told() -> None:
    people = read("Narrator (Olga): Malik built his first boat.")
    acts = {m.text: [a.verb for a in m.acts] for m in people.mentions}
    assert (acts["Narrator"], acts["Olga"], acts["Malik"]) == ([], [], ["built"])


@pytest.mark.parametrize(
    ("text", "spoken", "expected"),
    [
        ("Olga: You may go. (She sits.)", "You may go.", {"Olga": "she"}),
        ("King: (to himself) I need gold!", "I need gold!", {"King": "he"}),
        ("Olga: I have two (well, I had).", "I have two (well, I had).", {"Olga": "not stated"}),
        ("Olga: (sits down)", "", {"Olga": "not stated"}),
    ],
)
def test_what_a_speaker_does_is_not_said(text: str, spoken: str, expected: dict[str, str]) -> None:
    assert [what.rstrip() for what, _ in said(text)] == ([spoken] if spoken else [])
    assert {p.label: p.gender for p in read(text).persons} == expected


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Olga: Welcome.", "Iona: We made cards.", "Malik: I cut them."), ["Olga", "Iona", "Malik"]),
        (("Narrator (Iona): The ship sank.",), ["Iona"]),
        (("Iona: An island.", "Skye: An island."), []),
        (("Olga: Welcome.", "Iona: an island", "Malik: I cut them."), ["Olga", "Malik"]),
        (("Reporter (Oslo): The ship sank.",), ["Reporter"]),
    ],
)
def test_a_speaker_may_be_called_like_a_place(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert [who for _, who in said(*texts)] == speakers


INTERVIEW = ("OB: Were you there?", "DM: I was six.", "OB: And then?", "DM: We left.")


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Interviewer: Olga Bell", "Interviewee: Mr Dawit Malik", *INTERVIEW), ["Olga Bell", "Dawit Malik"]),
        (("Olga Bell met Dawit Malik.", *INTERVIEW), ["Olga Bell", "Dawit Malik"]),
        (("Interviewee: Dawit Malik", "Q: Were you there?", "DM: I was six.", "DM: We left."), ["Dawit Malik"]),
        (("Dawit Malik, Dana Mair and Olga Bell met.", *INTERVIEW), []),
        (("Pia Evans likes sport.", "PE: Bring kit.", "PE: Bring a ball."), []),
    ],
)
def test_initials_speak_for_a_name(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert list(dict.fromkeys(who for _, who in said(*texts))) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("A: Hello. Can you help me?", "B: I can. What is it?", "A: My bag is gone."), ["A", "B", "A"]),
        (("A: Hi, Olga. You are late.", "B: My bus broke down."), ["A", "Olga"]),
        (("Is it yours?", "A: Yes, I do.", "B: No, I don't."), []),
        (("What is a heart?", "A: A pump.", "B: A lung.", "C: I do not know, do you?"), []),
        (("Q: How old are you?", "A: I am six."), []),
        (("A: I agree.", "B: I disagree."), []),
        (("Which do you ask?", "A: Who are you?", "B: Are you well?"), []),
    ],
)
def test_two_without_names_may_talk_by_letters(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert [who for _, who in said(*texts)] == speakers


def test_each_letter_is_one_person_who_says_i() -> None:
    people = read("A: Hello. Can you help me?", "B: I can. What is it?", "A: My bag is gone.")
    labels = [people.persons[m.person].label for m in people.mentions if m.text in ("I", "My", "me")]
    assert labels == ["A", "B", "A"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chair: Thank you both. Over to Mr Malik.", []),
        ("Chair: I saw you all. Well done, Mr Malik.", []),
        ("Chair: Thank you. Over to Mr Malik.", ["you"]),
    ],
)
def test_several_to_whom_somebody_speaks_are_not_one(text: str, expected: list[str]) -> None:
    assert [m.text for m in read(text).mentions if m.text == "you"] == expected


def test_each_side_of_a_debate_speaks_for_itself() -> None:
    people = read(
        "FOR: Dawit Malik, S4",
        "I think it saves money.",
        "AGAINST: Olga Bell, S6",
        "As head girl I think it is unfair.",
    )
    assert [(p.label, p.gender, p.roles) for p in people.persons] == [
        ("Dawit Malik", "not stated", ()), ("Olga Bell", "she", ("head girl",))
    ]  # fmt: skip


def test_a_thing_is_for_somebody() -> None:
    people = read("For: Dawit Malik.", "I think it saves money. I like it.")
    assert [m.text for m in people.mentions if people.persons[m.person].label == "Dawit Malik"] == ["Dawit Malik"]


def test_a_part_in_a_play_says_nothing_of_the_pupil_who_has_it() -> None:
    people = read("Queen (Olga): I want bread!", "King (Iona): There is none.")
    assert {p.label: p.gender for p in people.persons} == {
        "Queen": "she", "Olga": "not stated", "King": "he", "Iona": "not stated"
    }  # fmt: skip


def test_a_cast_list_in_one_paragraph() -> None:
    people = read("MS HALL, a bus driver, 40s MALIK, a young man in a hat", "MALIK: Is it far?", "MS HALL: No.")
    assert {p.label: (p.gender, p.roles) for p in people.persons} == {
        "Ms Hall": ("she", ("bus driver",)), "Malik": ("he", ())
    }  # fmt: skip


def test_lines_of_a_chatbot_are_nobodys() -> None:
    lines = ("JUDGE: What are you?", "ELIZA: I am hungry.", "ELIZA: Are you?")
    assert "Eliza" in shown(*lines)
    assert "Eliza" not in shown("Talk to a chatbot.", *lines)


@pytest.mark.parametrize(
    ("text", "speaker", "labels"),
    [
        ('Witness: Malik Bell said: "I saw it."', "Malik Bell", ["Malik Bell"]),
        ('Expert: Her uncle, Malik, replied, "It is old."', "Malik", ["someone called she", "Malik"]),
        ('Pilot: Olga, a nurse, said: "I saw it."', "Olga", ["Olga"]),
        # who speaks tells of it
        ('Narrator: Malik said, "I saw it."', "Narrator", ["Narrator", "Malik"]),
        ('Pilot: My uncle said, "I saw it."', "Pilot", ["Pilot", "uncle"]),
        ('Pilot: Malik said, "I saw it." Was it true?', "Pilot", ["Pilot", "Malik"]),
        ("Pilot: I saw it.", "Pilot", ["Pilot"]),
    ],
)
def test_a_label_before_reported_words_does_not_say_them(text: str, speaker: str, labels: list[str]) -> None:
    assert ([who for _, who in said(text)], list(shown(text))) == ([speaker], labels)


def test_of_whom_a_line_speaks_is_not_who_has_spoken() -> None:
    people = read("Reader 1: It is dark.", "Olga: The queen is ill.")
    assert {p.label: (p.gender, p.roles) for p in people.persons} == {
        "Reader 1": ("not stated", ()), "Olga": ("not stated", ()), "The queen": ("she", ("queen",))
    }  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Learner A: You are a tourist. Ask the way.", "Learner B: You are a guide. Help the tourist."), []),
        (("Learner A: You are a genius!", "Learner B: You are a fool, I think."), ["Learner A", "Learner B"]),
        (("Teacher: You are a great class.",), ["Teacher"]),
        (("Olga: You are a good friend.",), ["Olga"]),
    ],
)
def test_a_role_play_card_says_nothing(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert [who for _, who in said(*texts)] == speakers


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Student A: You are Olga. You are 40 and were a baker in Lviv.",), {"Olga": ("baker",)}),
        (
            ("Partner 1: You are Olga. You are a baker. Partner 2: You are a clerk called Ben.",),
            {"Olga": ("baker",), "Ben": ("clerk",)},
        ),
        (("“You are Olga,” said Ben. “You are a baker.”",), {"Olga": ("baker",), "Ben": ()}),
        (("“You are Olga’s friend,” said Ben. “You are a baker.”",), {"Olga": (), "Ben": ()}),
    ],
)
def test_who_is_told_a_name_bears_it(texts: tuple[str, ...], expected: dict[str, tuple[str, ...]]) -> None:
    found = {p.label: p.roles for p in read(*texts).persons if p.named}
    assert found == expected


def test_who_is_told_a_name_has_the_age_as_well() -> None:
    olga = next(p for p in read("Student A: You are Olga. You are 40 and were a baker.").persons if p.named)
    assert ("age", ("40",)) in olga.described


@pytest.mark.parametrize(
    ("text", "you"), [("“You are Olga,” said Ben.", ["Olga"]), ("“If you are Olga, sing,” said Ben.", [])]
)
def test_a_condition_tells_nobody_their_name(text: str, you: list[str]) -> None:
    people = read(text)
    assert [people.persons[m.person].label for m in people.mentions if m.text.lower() == "you"] == you


def test_what_a_role_play_card_asks_for_is_nobody_there() -> None:
    people = read("Learner A: You are a tourist. Ask the way.", "Learner B: You are a guide. Help the tourist.")
    assert all(p.general for p in people.persons)


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        (("A: Hi, Olga. Are you well?", "B: I am.", "A: I am not."), ["A", "Olga"]),
        (("A: Hello Olga! Are you well?", "B: I am. And you?", "A: I am.", "B: Bye, Malik."), ["Malik", "Olga"]),
        # who else may be meant
        (("A: Hi, Olga. This is Malik.", "B: Hi, Malik. I am Olga."), ["A", "Olga", "Malik"]),
        (("A: Hi, Olga. Hi, Malik. Are you well?", "B: I am."), ["A", "Olga", "Malik", "B"]),
        (("A: Do you like Olga?", "B: I do."), ["A", "B", "Olga"]),
    ],
)
def test_whom_one_greets_is_the_other_of_two(texts: tuple[str, ...], labels: list[str]) -> None:
    assert list(shown(*texts)) == labels


def test_a_question_on_the_line_above_is_no_part_of_the_answer() -> None:
    asked = "**Who taught you to climb?**\nTheo: My aunt. She was an arborist and I miss her."
    people = analyse(read_bytes(asked.encode(), "a.md")).people
    assert [(p.label, p.gender, p.roles) for p in people.persons] == [
        ("Theo", "not stated", ()),
        ("aunt", "she", ("arborist",)),
    ]
    assert [people.persons[q.person].label for q in people.quotations] == ["Theo"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Q: What do you do, Dr Shah?", "A: I am a geologist."), {"Dr Shah": ("geologist",)}),
        (("Q: Dr Shah, how did you start?", "A: I am a geologist."), {"Dr Shah": ("geologist",)}),
        (
            (
                "Question: How did you start, Olga?",
                "Answer: I was a baker.",
                "Question: And you, Ben?",
                "Answer: I was a clerk.",
            ),
            {"Olga": ("baker",), "Ben": ("clerk",)},
        ),
        # spoken of, and not asked
        (
            ("Q: Did you know Olga Petrova?", "A: I did. I am a baker.", "Q: Why?", "A: I do not know."),
            {"Olga Petrova": ()},
        ),
        (("Q: Who was the first, Olga?", "A: I am a baker. I was late."), {"Olga": ()}),
        (("Q: Can I ask how you began, Olga? I am a baker.", "A: I swam."), {"Olga": ()}),
    ],
)
def test_who_is_asked_by_name_answers(texts: tuple[str, ...], expected: dict[str, tuple[str, ...]]) -> None:
    found = {p.label: p.roles for p in read(*texts).persons if p.named}
    assert found == expected
