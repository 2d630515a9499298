"""Whom "he" and "she" cannot mean: whoever says "I", whoever is spoken to, and those whose things are another's."""

import pytest
from counts import read, said


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # "I" is never "he"
        (["I gave Tom his own key. My name is Ravi."], {"Tom": "he", "Ravi": "not stated"}),
        (["My uncle Tam drove, so I spent a summer in his cab. I am Ravi Orr."],
         {"Uncle Tam": "he", "Ravi Orr": "not stated"}),
        (["When he came in, I was ill. My name is Ravi."], {"Ravi": "not stated"}),
        (["Tom spent a summer in his cab."], {"Tom": "he"}),
        # whom somebody calls "son"
        (["Lena: He trained me, son."], {"Lena": "not stated"}),
        (["“He trained me, son,” said Lena."], {"Lena": "not stated"}),
        (["I am Lena Orr, a son of Fife."], {"Lena Orr": "he"}),
        # the same pronoun has meant another one in the sentence
        (["His guest ate nothing until he had told her."], {"guest": "she"}),
        (["The guest ate nothing until he had paid."], {"The guest": "he"}),
        (["Mina met a friend, who wants it back because she is ill."], {"Mina": "not stated", "a friend": "she"}),
        # things that are another's
        (["Mr Orr sat down.", "A cook mocked his hat."], {"Mr Orr": "he", "A cook": "not stated"}),
        (["Mr Orr sat down.", "A cook laughed at his hat."], {"Mr Orr": "he", "A cook": "not stated"}),
        (["Mr Orr sat down.", "A cook looked at his hat."], {"Mr Orr": "he", "A cook": "he"}),
        (["Mr Orr sat down.", "A cook wore his hat."], {"Mr Orr": "he", "A cook": "he"}),
        (["The house was old.", "A cook laughed at his hat."], {"A cook": "he"}),
        (["Mrs Orr sat. A welder climbed up to mend her kite."], {"Mrs Orr": "she", "A welder": "not stated"}),
        (["Mrs Orr sat. A welder climbed up to find her kite."], {"Mrs Orr": "she", "A welder": "she"}),
        (["The nurse, who has come to change his dressing, sat."], {"The nurse": "not stated"}),
        (["The nurse, who has come to change his shirt, sat."], {"The nurse": "he"}),
        # somebody without a name, of another paragraph
        (["A cook came.", "She sang."], {"A cook": "not stated"}),
        (["Mina came.", "She sang."], {"Mina": "she"}),
        (["Lena: A cook came.", "Omar: Did she sing?"], {"Lena": "not stated", "Omar": "not stated", "A cook": "she"}),
    ],
)  # fmt: skip
def test_whom_a_pronoun_cannot_mean(texts: list[str], expected: dict[str, str]) -> None:
    assert {label: gender for label, gender in said(read(*texts)).items() if "someone" not in label} == expected


@pytest.mark.parametrize(
    ("texts", "called"),
    [
        (["Teacher: Who has it?", "Rory: Omar has!", "Omar: Miss, can I go?"], "Teacher"),
        (["Mrs Orr: Who has it?", "Rory: Omar has!", "Omar: Miss, can I go?"], "Mrs Orr"),
        (["Rory: Omar has it!", "Omar: Miss, can I go?"], ""),
    ],
)
def test_nobody_is_miss_to_those_who_call_them_by_their_first_name(texts: list[str], called: str) -> None:
    people = read(*texts)
    miss = next(m for m in people.mentions if m.text == "Miss")
    assert (people.persons[miss.person].label if miss.person >= 0 else "") == called


@pytest.mark.parametrize(
    ("texts", "whom"),
    [
        # the role on the label says it
        (["Mr Orr came.", "The warden: “I told him that I had gone.”"], "Mr Orr"),
        (["The warden came.", "Then: “I told him that I had gone.”"], "The warden"),
        # whom the words call
        (["“Now say sorry, Jonas, and let him hear it,” said Ana."], "someone called he"),
        (["“I gave it to Jonas, and let him hear it,” said Ana."], "Jonas"),
    ],
)
def test_who_speaks_and_who_is_spoken_to_are_not_him(texts: list[str], whom: str) -> None:
    people = read(*texts)
    him = next(m for m in people.mentions if m.text == "him")
    assert people.persons[him.person].label == whom
