"""Who speaks where no verb of saying tells: signatures and labels of quotations, chats and numbered speakers."""

import pytest
from counts import read


def said(*texts: str) -> list[tuple[str, str]]:
    """Each quotation and who says it."""
    people = read(*texts)
    return [
        (texts[q.block][q.start : q.end], people.persons[q.person].label if q.person >= 0 else "")
        for q in people.quotations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # signed with a dash
        ('"My teacher believed in me." – Aidan, apprentice stonemason', [("My teacher believed in me.", "Aidan")]),
        ("“My teacher believed in me.” — Aidan", [("My teacher believed in me.", "Aidan")]),
        ('"I like it!" - Aidan Reid (23), from Wick', [("I like it!", "Aidan Reid")]),
        # signed with an age or a job
        ('"I love being outdoors." Fatima, 22, forester', [("I love being outdoors.", "Fatima")]),
        ("“I love it.” Fatima, forester", [("I love it.", "Fatima")]),
        ("“I love it.” – Fatima, 22 “It is fun.” – Aidan", [("I love it.", "Fatima"), ("It is fun.", "Aidan")]),
        ("“I love it.” Blessing Adeyemi, electrician", [("I love it.", "Blessing Adeyemi")]),
        ("“I love it.” Hope Street, electrician", [("I love it.", "")]),
        # named in brackets
        ('"I drive the van!" (Shona)', [("I drive the van!", "Shona")]),
        ("“I am a joiner.” (Shona Reid, 31, Wick)", [("I am a joiner.", "Shona Reid")]),
        ("“I am a joiner.” [Shona, trainee joiner].", [("I am a joiner.", "Shona")]),
        ("“I bake.” (Shona, S3) “I paint.” (Mr Orr, janitor)", [("I bake.", "Shona"), ("I paint.", "Mr Orr")]),
        ("Craig is a cook. “I like his soup.” (Shona)", [("I like his soup.", "Shona")]),
        ("“I am a joiner.” (Shona laughs)", [("I am a joiner.", "")]),
        ("“I am a joiner.” (Shona and Craig)", [("I am a joiner.", "")]),
        ("“I am a joiner.” (Reid, 2014)", [("I am a joiner.", "")]),
        ("“I am a joiner.” (points to Shona)", [("I am a joiner.", "")]),
        ("“I am a joiner,” said Craig. (Shona)", [("I am a joiner,", "Craig")]),
        ("Craig said, “I am a joiner.” (Shona)", [("I am a joiner.", "Craig")]),
        # labelled
        ('Emma, 14: "I want to be a mechanic."', [("I want to be a mechanic.", "Emma")]),
        ('Emma (14), from Wishaw: "I want to go."', [("I want to go.", "Emma")]),
        ("Emma Boyd, plumber: “I want to teach.”", [("I want to teach.", "Emma Boyd")]),
        ("Emma (14): “I want to teach.”", [("I want to teach.", "Emma")]),
        ('Emma: "I want to teach."', [("I want to teach.", "Emma")]),
        ('Emma: "Yes," she said, "and no."', [('"Yes," she said, "and no."', "Emma")]),
        ("Emma – plumber – “I want to teach.”", [("I want to teach.", "Emma")]),
        ("Emma Boyd - paediatric nurse: “I want to teach.”", [("I want to teach.", "Emma Boyd")]),
        ("Emma Boyd | Plumber | “I want to teach.”", [("I want to teach.", "Emma Boyd")]),
        ("Emma – “I want to teach.”", [("I want to teach.", "Emma")]),
        ("Emma – “The House That Jack Built!”", [("The House That Jack Built!", "")]),
        ("Emma – “Is there a teacher?”", [("Is there a teacher?", "")]),
        # told, not signed
        ('"It is hard." Fatima, forester', [("It is hard.", "Fatima")]),
        ("“Grow Up” – Aidan, apprentice", []),
    ],
)
def test_a_quotation_is_said_by_whom_the_words_beside_it_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("after", "speaker"),
    [
        ("– Aidan, apprentice stonemason", "Aidan"),
        ("Aidan, 19, apprentice stonemason", "Aidan"),
        ("– Aidan laughed and went home.", ""),
        ("Aidan went home.", ""),
        ("Aidan, Leeds", ""),
    ],
)
def test_the_next_block_may_sign_a_quotation(after: str, speaker: str) -> None:
    people = read("“My teacher believed in me.”", after)
    who = people.quotations[0].person
    assert (people.persons[who].label if who >= 0 else "") == speaker
    if speaker:
        assert [m.person for m in people.mentions if m.text in ("My", "me")] == [who, who]


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Jess: hiya, is Mr Fraser in today?", "Theo: no, he's off."), ["Jess", "Theo"]),
        (("Jess: can you come?", "Theo: ok, see you", "Jess: Great, thanks!"), ["Jess", "Theo", "Jess"]),
        (("Reporter: asks the questions", "Tom: plays the guitar"), []),
        (("Tom: plays the guitar", "Ana: sings"), []),
        (("Tom: plays the guitar", "Ana: sings", "Ben: is happy to help you"), []),
        (("Jess: hiya, is it today?",), []),
    ],
)
def test_a_chat_needs_no_capitals(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert [who for _, who in said(*texts)] == speakers


def test_he_of_whom_a_chat_speaks_is_not_who_speaks() -> None:
    people = read("Jess: hiya, is Mr Fraser in today?", "Theo: no, he's off.")
    assert {p.label: p.gender for p in people.persons} == {
        "Jess": "not stated", "Mr Fraser": "he", "Theo": "not stated"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Student 1: Sorry I'm late.", "Student 2: That is fine by me."), ["Student 1", "Student 2"]),
        (("Student A: Can I borrow it?", "Student B: Yes, here you are."), ["Student A", "Student B"]),
        (("Speaker 1 says she is from Iraq.",), ["Speaker 1"]),
        (("We met two. Speaker 2 says she is from Iraq.",), ["Speaker 2"]),
        (("Learner A (Abdi) is a farmer from Somalia.",), ["Abdi"]),
        (("Nurse 1: How are you?",), ["Nurse 1"]),
        (("Client B, a retired cook, was ill.",), ["Client B"]),
        (("Client B, cook and clean.",), []),
        (("Student 1", "Student 2"), []),  # of a form
        (("Player 1 rolls the dice.",), []),
        (("Question 1 asks about rules. Section A is about trees.",), []),
        (("Teacher 4 all.",), []),
    ],
)
def test_a_number_or_a_letter_may_be_all_that_names_a_person(texts: tuple[str, ...], expected: list[str]) -> None:
    assert [p.label for p in read(*texts).persons if not p.general] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ryan: Is it seven, Miss?", ()),
        ("Ryan: Are they deaf?", ()),
        ("Ryan is seven.", (("age", ("seven",)),)),
        ("Ryan: is deaf and plays the drums.", (("disability", ("deaf",)),)),
    ],
)
def test_what_is_said_after_a_colon_is_not_said_of_the_speaker(
    text: str, expected: tuple[tuple[str, tuple[str, ...]], ...]
) -> None:
    ryan = next(p for p in read(text).persons if p.label == "Ryan")
    assert ryan.described == expected


def test_a_numbered_speaker_is_no_level() -> None:
    assert [p.described for p in read("Student 1: Sorry I'm late.").persons] == [()]


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Ewan, 15: I play football.", "Zainab, S4: I like chess."), ["Ewan", "Zainab"]),
        (("Mr Boyle, janitor: I eat soup.",), ["Mr Boyle"]),
        (("10:02 Kirsty: I lost it.", "[10:03] Abdul: my sister has it."), ["Kirsty", "Abdul"]),
        (("Ewan, 15: plays football.",), []),
        (("Dan, joiner: Doors and windows.",), []),
        (("Ewan, Tam, Ana: I like you.",), []),
        (("10:15 Break: I can use the slide.",), []),
        (("Page 12 Ewan: I can use the slide.",), []),
    ],
)
def test_a_label_may_hold_an_age_a_job_or_the_time(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert [who for _, who in said(*texts)] == speakers


def test_the_job_in_a_label_is_that_of_who_speaks() -> None:
    assert [(p.label, p.roles) for p in read("Mr Boyle, janitor: I eat soup.").persons] == [("Mr Boyle", ("janitor",))]
    assert [p.described for p in read("Ewan, 15: I play football.").persons] == [(("age", ("15",)),)]


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("I like it. (Leah, S3)", "No, I cook at home! - Craig, S4"), ["Leah", "Craig"]),
        (("I like it. – Leah", "I love it. – Craig, 15"), ["Leah", "Craig"]),
        (("I like it.", "I love it. – Craig"), []),  # who may sign the whole
        (("I went with my friend (Leah).", "I went with my friend (Craig)."), []),
        (("I went home. (Leah was ill.)", "I went home. (Craig was ill.)"), []),
        (("Plants need light. (Leah)", "Plants need water. (Craig)"), []),
        (("I saw it. (Leah Smith, 2003)", "I saw it. (Craig Bell, 2004)"), []),
    ],
)
def test_a_name_at_the_end_signs_an_answer(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert [who for _, who in said(*texts)] == speakers


def test_whoever_is_in_brackets_after_a_quotation_has_the_job_that_it_names() -> None:
    people = read("“I am the joiner here.” (Shona, 31)")
    assert [(p.label, p.roles, p.general) for p in people.persons] == [("Shona", ("joiner",), False)]


def test_a_name_signs_one_answer_that_is_set_apart() -> None:
    people = read("I am a joiner. (Shona, 31)", kind="quote")
    assert [(p.label, p.roles) for p in people.persons] == [("Shona", ("joiner",))]
    assert not read("I am a joiner. (Shona, 31)").quotations
    assert not read("Craig is a joiner. (Shona, 31)", kind="quote").quotations


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Omar says the best advice he had was from his coach, Mrs Dunn: “Keep calm.”", "Mrs Dunn"),
        ("The best tip I got was from our coach, Mrs Dunn: “Keep calm.”", "Mrs Dunn"),
        ("Omar had a tip from Mrs Dunn: “Keep calm.”", "Mrs Dunn"),
        ("His coach, Mrs Dunn, told him: “Keep calm.”", "Mrs Dunn"),
        ("Omar gave advice to Mrs Dunn: “Keep calm.”", "Omar"),
        ("Omar, who had advice from Mrs Dunn, said: “Keep calm.”", "Omar"),
        ("Omar took advice from friends and told Mrs Dunn: “Keep calm.”", "Omar"),
        ("Omar says the advice came from Petra: “Keep calm.”", "Petra"),
        ("Omar told a friend from Perth: “Keep calm.”", "Omar"),
    ],
)
def test_advice_is_said_by_whom_it_is_from(text: str, speaker: str) -> None:
    assert said(text) == [("Keep calm.", speaker)]
