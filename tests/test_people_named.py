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
        (["The girl, Mina, called Ewan."], {"Mina": ("she", ()), "Ewan": ("not stated", ())}),
        (["The welder, Ewan Orr, called Mina Khan."],
         {"Ewan Orr": ("not stated", ("welder",)), "Mina Khan": ("not stated", ())}),
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
