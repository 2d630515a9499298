"""First names that are words, months or places as well, by what stands around them; and what is no name there."""

import pytest
from counts import read


def named(*texts: str) -> list[str]:
    """The people named in these blocks, as written."""
    return [m.text for m in read(*texts).mentions if m.kind in ("name", "title")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("June Calder, who is now 80, drove a bus.", ["June Calder"]),
        ("It is an interview with April Nesbitt, aged 71.", ["April Nesbitt"]),
        ("May Calder was born in Leith.", ["May Calder"]),
        ("His aunt, June Calder, was a cook.", ["June Calder"]),
        ("We met April Hussain in Wick.", ["April Hussain"]),
        ("This is my sister, April.", ["April"]),
        ("In June Calder opened a shop.", []),
        ("Last May Calder, who was ill, moved.", []),
        ("We met May Day crowds.", []),
        ("The ferry sailed with April Showers.", []),
        ("I saw my sister Sunday.", []),
    ],
)
def test_a_month_before_a_surname_is_a_name_where_somebody_is_told_of(text: str, expected: list[str]) -> None:
    assert [name for name in named(text) if name != "Calder"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her buddy will be Harris in 4C.", ["Harris"]),
        ("Our new helper is Skye.", ["Skye"]),
        ("Our sponsor is Jordan.", []),
        ("Her favourite is Ruby.", []),
        ("The winner is Chelsea.", []),
        ("Another waiter, Art, serves the soup.", ["Art"]),
        ("A rival, Chelsea, won.", []),
        ("My shift supervisor, Hazel, sings.", ["Hazel"]),
        ("Her new line manager, Dawn, phoned.", ["Dawn"]),
        ("Our main sponsor, Amber, paid.", []),
        ("Our local supplier, Jersey, sells milk.", []),
        ("In my old classroom, Hope, a poster, hung.", []),
        ("Iris is a vegan.", ["Iris"]),
        ("Iris is a Quaker.", ["Iris"]),
        ("Iris is a Quaker school.", []),
        ("Carol to lock up her desk.", ["Carol"]),
        ("Carol to them is his gift.", []),
        ("Rose to meet her guests.", []),
        ("Piper to play his pipes.", []),
        ("Carol to the tune of his song.", []),
        ("Skye the joiner laughed.", ["Skye"]),
        ("They asked Rose the vet.", ["Rose"]),
        ("In Lewis the joiner laughed.", []),
        ("Hope the vet is well.", []),
        ("He left Lewis the island.", []),
        ("Iris joined us as a cook.", ["Iris"]),
        ("Skye joined as a trainee joiner.", ["Skye"]),
        ("Georgia joined as a full member.", []),
        ("Lewis joined us in the rain.", []),
        ("She said hello to Grace.", ["Grace"]),
        ("They said goodbye to Paris.", []),
        ("Faith waved. We waved at Hope.", ["Faith", "Hope"]),
        ("Daisy walked home.", ["Daisy"]),
        ("Daisy ran out.", []),
        ("Chelsea went home.", []),
        ("Hazel was raised by her aunt.", ["Hazel"]),
        ("Hazel was planted by her aunt.", []),
        ("When Skye was six weeks old, it rained.", ["Skye"]),
        ("When Skye was six miles away, it rained.", []),
        ("Tam brought a cake, and Faith came with bread.", ["Tam", "Faith"]),
        ("Tam brought a cake, and Faith is a word.", ["Tam"]),
        ("The rain stopped, and Faith came with bread.", []),
        ("“No,” said Teddy.", ["Teddy"]),
        ("“No,” said Nissan.", []),
        ("Teddy needs a plaster.", []),
        ("Jock and Rabbie sang.", ["Jock", "Rabbie"]),
        ("Our postman, Wee Boab, sang.", ["Boab"]),
        ("Sky laughed.", ["Sky"]),
        ("Sky is blue. Sky News has it. We watch Sky Sports.", []),
    ],
)
def test_a_word_or_a_place_is_a_name_where_the_text_shows_a_person(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Hope, 17", "Wants to fix her own bike"), ["Hope"]),
        (("Hope, 17", "Uses they/them"), ["Hope"]),
        (("Hope, 17", "Works in a shop"), []),
        (("Hope, 17", "Love, 23"), []),
    ],
)
def test_a_word_and_an_age_head_a_card_that_tells_of_somebody(texts: tuple[str, ...], expected: list[str]) -> None:
    assert named(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "gender"),
    [
        (("Dear Nana,", "I saw a seal.", "Love, Tam xx"), "she"),
        (("Nana and Grandpa sang.",), "she"),
        (("My Nana sings.",), "she"),
        (("Dear Nana,", "The meeting is on Monday.", "Yours sincerely,", "Jo Reid"), "not stated"),
        (("Nana has 12 sweets. He eats 2.",), "he"),
        (("Amma Owusu rang. Amma and Grandpa sang.",), "not stated"),
    ],
)
def test_a_word_for_a_relative_that_is_a_name_too_says_what_it_means(texts: tuple[str, ...], gender: str) -> None:
    assert read(*texts).persons[0].gender == gender


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom saw Rose.", ["Tom", "Rose"]),
        ("Is Poppy right?", ["Poppy"]),
        ("Where is Poppy?", ["Poppy"]),
        ("What does Poppy mean?", []),
        ("Explain why Max is wrong.", ["Max"]),
        ("Tom cuts; Henna paints.", ["Tom", "Henna"]),
        ("They met Rose Tuesday.", ["Rose"]),
        ("We watched Wheel of Fortune.", []),
        ("He gave a talk on Joy of Work.", []),
        ("We saw the Rose.", []),
        ("They joined Hope Street choir.", []),
        ("Rose is red.", []),
        ("Poppies and poppy seeds: we drew Poppy.", []),
        ("Daisy is late. She runs.", ["Daisy"]),
        ("Poppy is allergic to nuts, so she sits there.", ["Poppy"]),
        ("Lewis is less sure. He sighs.", ["Lewis"]),
        ("Daisy is late. The nurse runs. She sings.", []),
        ("Hope is near, Tom says. He sings.", ["Tom"]),
        ("Lewis is 8.", ["Lewis"]),
        ("Ruby is 3.", []),
    ],
)
def test_a_word_is_a_name_where_nothing_else_gives_it_a_capital(text: str, expected: list[str]) -> None:
    assert named(text) == expected
