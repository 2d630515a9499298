"""Whom a name belongs to: "called", "whose name is", a name after a comma; each rule with words that look like it."""

import pytest
from counts import read


def everyone(*texts: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {p.label: (p.gender, p.roles) for p in read(*texts).persons if not p.general}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # whom somebody rings is another person
        (["The baker, Petra Orr, called the plumber."],
         {"Petra Orr": ("not stated", ("baker",)), "the plumber": ("not stated", ("plumber",))}),
        (["Chiara Bianchi called the vet in."],
         {"Chiara Bianchi": ("not stated", ()), "the vet": ("not stated", ("vet",))}),
        # what somebody is called
        (["The joiner, called Petra, sang."], {"Petra": ("not stated", ("joiner",))}),
        (["They called him the baker."], {"someone called he": ("he", ())}),
        (["The smith, whom they called the boss, left."], {"The smith": ("not stated", ("smith",))}),
        (["The papers called Mina Orr the queen of chess."], {"Mina Orr": ("not stated", ())}),
        # a verb that looks like a noun after the name
        (["A girl called Mina phones Ewan. She is 14."], {"Mina": ("she", ()), "Ewan": ("not stated", ())}),
        (["A lad called Ewan rings her."], {"Ewan": ("he", ()), "someone called she": ("she", ())}),
        (["A man called Ewan Giggs."], {"Ewan Giggs": ("he", ())}),
        (["A girl called Mina keeps phoning Ewan."], {"Mina": ("she", ()), "Ewan": ("not stated", ())}),
        # one who is called so, and another one beside them
        (["I work with a baker called Omar and a joiner, Petra Orr."],
         {"Omar": ("not stated", ("baker",)), "Petra Orr": ("not stated", ("joiner",))}),
        (["I met a girl called Mina and a boy, who sang."], {"Mina": ("she", ()), "a boy": ("he", ())}),
    ],
)  # fmt: skip
def test_calling_somebody_is_not_being_called(
    texts: list[str], expected: dict[str, tuple[str, tuple[str, ...]]]
) -> None:
    assert everyone(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # "who is called", "whose name is", "they called her"
        (["The joiner, who is called Petra, sang."], {"Petra": ("not stated", ("joiner",))}),
        (["A joiner whose name was Petra came in. She sang."], {"Petra": ("she", ("joiner",))}),
        (["Our guest was a Dane called Ewan. He sang."], {"Ewan": ("he", ("guest",))}),
        (["They called him Tam."], {"Tam": ("he", ())}),
        (["A king sang. They called him Tam."], {"A king": ("he", ("king",)), "Tam": ("not stated", ())}),
        (["A king sang. His son waved. They called him Tam."], {"A king": ("he", ("king",)), "Tam": ("he", ())}),
        (["Mary Ward was born in Ayr. She sang. Her friends called her Peggy."], {"Mary Ward": ("she", ())}),
        (["Petra Low came. They called her Petra."], {"Petra Low": ("she", ())}),
        (["A joiner whose brother is Ewan came."],
         {"A joiner": ("not stated", ("joiner",)), "brother": ("he", ()), "Ewan": ("not stated", ())}),
        # a name after what says more of the noun
        (["A joiner from Leith, Petra Orr, visited us."], {"Petra Orr": ("not stated", ("joiner",))}),
        (["A man Liam saw at the game, Omar, waved."], {"Omar": ("he", ()), "Liam": ("not stated", ())}),
        (["A woman he works with, Mina, waved."], {"Mina": ("she", ()), "someone called he": ("he", ())}),
        (["A joiner from Perth, Victoria, came."], {"A joiner": ("not stated", ("joiner",))}),
        (["We met a joiner from Leith, Petra Orr, and a cook."],
         {"a joiner": ("not stated", ("joiner",)), "Petra Orr": ("not stated", ()),
          "a cook": ("not stated", ("cook",))}),
        (["A joiner came from the shop, Petra Orr said."],
         {"A joiner": ("not stated", ("joiner",)), "Petra Orr": ("not stated", ())}),
        (["We met a woman she works with."], {"a woman": ("she", ()), "someone called she": ("she", ())}),
        # two nouns and a name, and a king's number
        (["She likes her neighbour, the joiner Ewan Orr. He sang."],
         {"someone called she": ("she", ()), "Ewan Orr": ("he", ("joiner",))}),
        (["She likes her neighbour, the joiner. Ewan Orr sang."],
         {"someone called she": ("she", ()), "neighbour": ("not stated", ()),
          "Ewan Orr": ("not stated", ())}),
        (["His uncle, George IV, died."], {"someone called he": ("he", ()), "George": ("he", ())}),
        (["His uncle met George IV."],
         {"someone called he": ("he", ()), "uncle": ("he", ()), "George": ("not stated", ())}),
    ],
)  # fmt: skip
def test_a_name_belongs_to_the_noun_that_it_is_said_of(
    texts: list[str], expected: dict[str, tuple[str, tuple[str, ...]]]
) -> None:
    assert everyone(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # a relative who has no name until the next sentence
        (["Ravi lives with his mum. His mum, Petra, sang."], {"Ravi": ("he", ()), "Petra": ("she", ())}),
        (["# Mina cares for her wife", "Mina's wife, Petra, sang."], {"Mina": ("she", ()), "Petra": ("she", ())}),
        (["Ravi lives with his mum. Petra sang."],
         {"Ravi": ("he", ()), "mum": ("she", ()), "Petra": ("not stated", ())}),
        (["Ravi lives with his mum. Mina's mum, Petra, sang."],
         {"Ravi": ("he", ()), "mum": ("she", ()), "Mina": ("not stated", ()), "Petra": ("she", ())}),
        (["Mina lives with her son. Her son, Omar, sang."], {"Mina": ("she", ()), "Omar": ("he", ())}),
        (["Mina lives with her son. Her son Omar sang."],
         {"Mina": ("she", ()), "son": ("he", ()), "Omar": ("he", ())}),
        # by age, or by children
        (["Omar Khan came in 2020. The 31-year-old joiner is happy."], {"Omar Khan": ("not stated", ("joiner",))}),
        (["Omar Khan came in 2020. The 31-year-old student from Mali is happy."],
         {"Omar Khan": ("not stated", ("student",))}),
        (["Petra Orr came in 2020. The mother of four bakes bread."], {"Petra Orr": ("she", ())}),
        (["Petra Orr came in 2020. The mother of the bride sang."],
         {"Petra Orr": ("not stated", ()), "The mother": ("she", ()), "the bride": ("she", ())}),
        (["Petra Orr is a cook. The 31-year-old joiner fell."],
         {"Petra Orr": ("not stated", ("cook",)), "The 31-year-old joiner": ("not stated", ("joiner",))}),
        (["Mr Khan smiled. The 14-year-old joiner waved."],
         {"Mr Khan": ("he", ()), "The 14-year-old joiner": ("not stated", ("joiner",))}),
        (["Ewan Orr met Omar Khan. The father of four sang."],
         {"Ewan Orr": ("not stated", ()), "Omar Khan": ("not stated", ()), "The father": ("he", ())}),
        # of the royal house
        (["Petra Orr led the march. The prince sent a card."],
         {"Petra Orr": ("not stated", ()), "The prince": ("he", ("prince",))}),
        (["Mina sang. In 1980 the Queen gave her a cup."], {"Mina": ("she", ()), "the Queen": ("she", ("queen",))}),
        (["Dr Ewan Orr spoke, and the Queen waved."],
         {"Ewan Orr": ("not stated", ()), "the Queen": ("she", ("queen",))}),
        (["Elizabeth was crowned in 1838. The Queen was young."], {"Elizabeth": ("she", ("queen",))}),
        # a soldier is often somebody new
        (["Petra Orr was beside me. Why did Ewan wave to the German soldier?"],
         {"Petra Orr": ("not stated", ()), "Ewan": ("not stated", ()),
          "the German soldier": ("not stated", ("soldier",))}),
        (["Petra Orr sang. The Scottish cellist plays well."], {"Petra Orr": ("not stated", ("cellist",))}),
        # two of one surname who rank differently
        (["Dr Orr sang. Nurse Orr waved. Dr Orr left."],
         {"Dr Orr": ("not stated", ()), "Nurse Orr": ("not stated", ("nurse",))}),
        (["Constable Orr sang. Inspector Orr waved."],
         {"Constable Orr": ("not stated", ("constable",)), "Inspector Orr": ("not stated", ("inspector",))}),
        (["Dr Orr sang. Professor Orr waved."], {"Dr Orr": ("not stated", ("professor",))}),
    ],
)  # fmt: skip
def test_whom_a_noun_means_again(texts: list[str], expected: dict[str, tuple[str, tuple[str, ...]]]) -> None:
    assert everyone(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # a sister by job, a partner at work
        (["Petra is a ward sister."], [("Petra", "she", ("ward sister",), {})]),
        (["The night sister sang."], [("The night sister", "she", ("night sister",), {})]),
        (["His business partner is Petra."],
         [("someone called he", "he", (), {}), ("Petra", "not stated", (), {})]),
        (["Her sister sang on the ward."],
         [("someone called she", "she", (), {}), ("sister", "she", (), {"family": ("sister",)})]),
        (["His partner, Petra Orr, sang."],
         [("someone called he", "he", (), {}), ("Petra Orr", "not stated", (), {"family": ("partner",)})]),
        (["Swap with your lab partner."], []),
    ],
)  # fmt: skip
def test_a_job_is_no_family_tie(
    texts: list[str], expected: list[tuple[str, str, tuple[str, ...], dict[str, tuple[str, ...]]]]
) -> None:
    people = read(*texts).persons
    assert [(p.label, p.gender, p.roles, dict(p.described)) for p in people if not p.general] == expected
