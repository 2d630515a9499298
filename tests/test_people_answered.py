"""What an answer says of a question in the block before: who "you" are, and who has been asked after."""

import pytest
from counts import read


def told(*texts: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Everyone, with gender and jobs."""
    return {p.label: (p.gender, p.roles) for p in read(*texts).persons}


def whose(word: str, *texts: str) -> list[str]:
    """Who is meant by each mention of a word."""
    people = read(*texts)
    return [people.persons[m.person].label if m.person >= 0 else "" for m in people.mentions if m.text == word]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("“Are you the new joiner?” asked Petra.", "“I am,” said Omar."), ("joiner",)),
        (("“Are you a joiner?” asked Petra.", "“Yes,” said Omar. “Who else?”"), ("joiner",)),
        (("“Are you the joiner?” asked Petra.", "“I am,” said the man in blue. “My name is Omar.”"), ("joiner",)),
        (("Petra: Are you a joiner?", "Omar: Yes, I am."), ("joiner",)),
        (("Petra: When did you become a joiner?", "Omar: I left school and I liked wood."), ("joiner",)),
        # denied, hoped for, asked of another, or answered by nobody
        (("“Are you the joiner?” asked Petra.", "“I am not,” said Omar."), ()),
        (("“Are you the joiner?” asked Petra.", "“No, I cook,” said Omar."), ()),
        (("“Are you the joiner?” asked Petra.", "“He is,” said Omar."), ()),
        (("“Are you the joiner?” asked Petra.", "Rain fell.", "“I am,” said Omar."), ()),
        (("Ewan is a joiner and Ana is a cook.", "“Are you the joiner?” asked Petra.", "“I am,” said Omar."), ()),
        (("“Are you the joiner?” asked Petra.", "Nobody spoke. “I am,” said Omar."), ()),
        (("“Are you the joiner?” asked Petra.", "“I am his son,” said Omar."), ()),
        (("Ewan is a joiner.", "“Are you the joiner?” asked Petra.", "“I am,” said Omar."), ()),
        (("“Is he the joiner?” asked Petra.", "“Yes,” said Omar."), ()),
        (("Petra: When will you be a joiner?", "Omar: When I am done."), ()),
        (("Petra: When did you first want to be a joiner?", "Omar: I was six."), ()),
        (("Petra: Do you know a joiner?", "Omar: Yes, I do."), ()),
    ],
)
def test_who_answers_may_be_what_is_asked(texts: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert {p.label: p.roles for p in read(*texts).persons}["Omar"] == expected


def test_whoever_answers_is_one_person_by_job_noun_and_name() -> None:
    texts = "“Are you the new joiner?” asked Petra.", "“I am,” said the man in blue. “My name is Omar.”"
    assert told(*texts) == {"Petra": ("not stated", ()), "Omar": ("he", ("joiner",))}


def test_who_answers_may_be_the_relative_who_is_asked_for() -> None:
    assert told("“Are you my aunt?” asked Petra.", "“Yes,” said Mina.")["Mina"] == ("she", ())


def test_who_asks_does_not_answer() -> None:
    people = read("“Are you the joiner?” asked Petra.", "“I am,” said Petra. “Are you?” Omar sat.")
    assert {p.label: p.roles for p in people.persons if p.named} == {"Petra": (), "Omar": ()}


@pytest.mark.parametrize(
    ("texts", "you"),
    [
        (("Petra: When did you leave?", "Omar: When I was ten."), ["Omar"]),
        (("Petra: Did you sleep?", "Omar: No. It was hot."), ["Omar"]),
        (("Petra: Did you sleep?", "Omar: She slept."), [""]),
        (("Petra: What do you do if you fall?", "Omar: It hurts."), ["", ""]),
        (("Petra: Now you are late.", "Omar: I know."), [""]),
    ],
)
def test_you_in_a_question_is_whoever_answers(texts: tuple[str, ...], you: list[str]) -> None:
    assert whose("you", *texts) == you


_NONE = ("not stated", ())
_BAKER = ("not stated", ("baker",))
_ASKED = "“What does your aunt do?” asked Omar."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Petra: I ran.", "Omar: And your brother?", "Petra: Kofi? He hid."), {"Kofi": ("he", ())}),
        ((_ASKED, "“Mina is a baker,” said Petra."), {"Mina": ("she", ("baker",))}),
        (
            ("Petra: I met my wife in Oslo.", "Omar: What does she do?", "Petra: Well, Mina is a baker."),
            {"Mina": ("she", ("baker",))},
        ),
        (  # the one of whom was told last
            ("Petra: Dad cooks. I met my husband here.", "Omar: What does he do?", "Petra: Kofi is a baker."),
            {"Dad": ("he", ()), "Kofi": ("he", ("baker",))},
        ),
        # somebody else
        (
            ("“Where is your brother?” asked Omar.", "“Kofi took the car,” said Petra."),
            {"brother": ("he", ()), "Kofi": _NONE},
        ),
        (
            ("“Does your aunt sing?” asked Omar.", "“Mina is a baker,” said Petra."),
            {"aunt": ("she", ()), "Mina": _BAKER},
        ),
        (
            (_ASKED, "“Mina’s mum is a baker,” said Petra."),
            {"aunt": ("she", ()), "Mina": _NONE, "mum": ("she", ("baker",))},
        ),
        ((_ASKED, "“Mina knows,” said Petra."), {"aunt": ("she", ()), "Mina": _NONE}),
        ((_ASKED, "“Mr Bell is a baker,” said Petra."), {"aunt": ("she", ()), "Mr Bell": ("he", ("baker",))}),
        (
            ("Mina sang.", _ASKED, "“Mina is a baker,” said Petra."),
            {"aunt": ("she", ()), "Mina": _BAKER},
        ),
        (
            ("Petra: My son and my brother swim.", "Omar: What does he do?", "Petra: Kofi is a baker."),
            {"son": ("he", ()), "brother": ("he", ()), "Kofi": ("he", ("baker",))},
        ),
        (
            ("“What did Ravi and your aunt do?” asked Omar.", "“Mina is a baker,” said Petra."),
            {"aunt": ("she", ()), "Ravi": _NONE, "Mina": _BAKER},
        ),
    ],
)
def test_an_answer_may_name_who_is_asked_after(
    texts: tuple[str, ...], expected: dict[str, tuple[str, tuple[str, ...]]]
) -> None:
    assert told(*texts) == {"Petra": _NONE, "Omar": _NONE, **expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Where did you meet your wife, Mr Bell?” asked Petra.", {"wife": "she", "Mr Bell": "he"}),
        ("“Did you see your brother, Mr Bell?” asked Petra.", {"brother": "he", "Mr Bell": "he"}),
        ("“I met your wife, Mr Bell,” said Petra.", {"wife": "she", "Mr Bell": "he"}),
        ("“Did you ring my wife, Mrs Bell?” asked Petra.", {"Mrs Bell": "she"}),
        ("“I rang your wife, Mrs Bell, and waited,” said Petra.", {"Mrs Bell": "she"}),
        ("“I met your wife, Mrs Bell,” said Petra.", {"Mrs Bell": "she"}),
    ],
)
def test_who_is_asked_is_not_whom_the_question_names(text: str, expected: dict[str, str]) -> None:
    found = {p.label: p.gender for p in read(text).persons}
    assert {label: gender for label, gender in found.items() if label != "Petra"} == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("“What is the new cook called?” asked Petra.", "“Omar,” said Lena."), ["the new cook", "Omar"]),
        (("Lena saw a baby.", "Petra: What is the baby called?", "Lena: Omar, after my dad."),
         ["a baby", "the baby", "Omar"]),
        (("- My son had a baby.", "- What is the baby called?", "- Omar, because we like it."),
         ["a baby", "the baby", "Omar"]),
        (("Petra: Who is the new cook?", "Lena: That's Omar. He starts today."), ["the new cook", "Omar", "He"]),
        (("Petra: Is that the tall man with the hat?", "Lena: Yes, that's Omar."), ["the tall man", "Omar"]),
        # a dog, no, said to somebody, and somebody who knows him
        (("Petra: What is her dog called?", "Lena: Omar."), ["Omar"]),
        (("Petra: Is that the cook?", "Lena: No, that's Omar."), ["Omar"]),
        (("Petra: What is the cook called?", "Lena: Omar, stop it!"), ["Omar"]),
        (("Petra: Who is the tall man?", "Lena: Omar knows him."), ["Omar"]),
        (("- Who is the cook?", "Rain fell.", "- That's Omar."), ["Omar"]),
    ],
)  # fmt: skip
def test_who_is_named_as_an_answer(texts: tuple[str, ...], expected: list[str]) -> None:
    people = read(*texts)
    n = next(n for n, p in enumerate(people.persons) if p.label == "Omar")
    assert [m.text for m in people.mentions if m.person == n] == expected
