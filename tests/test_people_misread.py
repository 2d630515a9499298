"""Somebody whom the parser reads as part of the next word, and what they then do; each with near misses."""

import pytest
from counts import read


def acts(*texts: str) -> dict[str, list[tuple[str, str]]]:
    return {m.text: [(a.verb, a.grammar) for a in m.acts] for m in read(*texts).mentions}


@pytest.mark.parametrize(
    ("text", "who", "act"),
    [
        ("Nobody leaves until the technician nods.", "the technician", ("nods", "subject")),
        ("A head chef orders beef for 85.", "A head chef", ("orders", "subject")),
        ("The lab technician orders glass.", "The lab technician", ("orders", "subject")),
        ("The narrator enters.", "The narrator", ("enters", "subject")),
        ("Stop when the referee whistles.", "the referee", ("whistles", "subject")),
        ("A runner runs 5 km and a jogger follows.", "A runner", ("runs", "subject")),
        ("A nurse gives a patient 0.5 mg.", "a patient", ("gives", "object")),
        ("He taught a learner three chords.", "a learner", ("taught", "object")),
        ("Show a visitor good manners.", "a visitor", ("Show", "object")),
    ],
)
def test_somebody_before_a_misread_verb_does_it(text: str, who: str, act: tuple[str, str]) -> None:
    assert act in acts(text)[who]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giving a patient bad news is hard.", ["a patient"]),
        ("So may grandparents, carers and sisters.", ["grandparents", "carers", "sisters"]),
        ("Ana was goalkeeper and Ben was referee.", ["Ana", "goalkeeper", "Ben", "referee"]),
        ("He gave a patient reply.", ["He"]),
        ("Petra was patient.", ["Petra"]),
        ("Keep the patient records.", []),
        ("A teacher careers fair for all.", []),
    ],
)
def test_a_noun_beside_another_is_somebody_only_where_it_must_be(text: str, expected: list[str]) -> None:
    assert [m.text for m in read(text).mentions] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A joiner and an apprentice share £300.",
            {"A joiner": [("share", "subject")], "an apprentice": [("share", "subject")]},
        ),
        (
            "The driver and the guard swap seats.",
            {"The driver": [("swap", "subject")], "the guard": [("swap", "subject")]},
        ),
        ("The judge and the clerk nod.", {"The judge": [("nod", "subject")], "the clerk": [("nod", "subject")]}),
        (
            "Neither the coach nor the captain knew.",
            {"the coach": [("knew", "subject")], "the captain": [("knew", "subject")]},
        ),
        ("The teacher and the pupil area", {"The teacher": []}),
        ("The driver and the guard rail", {"The driver": []}),
    ],
)
def test_two_who_do_something_are_both_found(text: str, expected: dict[str, list[tuple[str, str]]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # done to another by the one who sees it
        ("Ewan saw that Ola was ill and gave her a drink.", {"Ewan": ["saw", "gave"], "Ola": []}),
        ("Ewan saw that Ola fell and helped her up.", {"Ewan": ["saw", "helped"], "Ola": ["fell"]}),
        ("Ewan saw that she was ill and gave her half of it.", {"Ewan": ["saw", "gave"], "she": []}),
        # done by either
        ("Ewan knew that Ola was ill and carried his bag.", {"Ewan": ["knew"], "Ola": []}),
        # what both verbs are said of
        ("Ewan saw that Ola was ill and wanted to sleep.", {"Ewan": ["saw"], "Ola": ["wanted"]}),
        ("Ewan knew that Ola came in and closed the door.", {"Ewan": ["knew"], "Ola": ["came", "closed"]}),
        ("Ewan said that Ola was kind and helped a lot.", {"Ewan": ["said"], "Ola": ["helped"]}),
        ("Ewan thinks that Ola is clever and works hard.", {"Ewan": ["thinks"], "Ola": ["works"]}),
        # after somebody who is no subject
        ("The vet who looked after her smiled.", {"The vet": ["looked", "smiled"]}),
        ("The vet who thanked her smiled.", {"The vet": ["thanked", "smiled"]}),
        ("The vet who lost her bag smiled.", {"The vet": ["lost", "smiled"]}),
    ],
)
def test_a_second_verb_goes_to_whoever_does_it(text: str, expected: dict[str, list[str]]) -> None:
    done = {who: [verb for verb, grammar in some if grammar == "subject"] for who, some in acts(text).items()}
    assert {who: done[who] for who in expected} == expected


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("Petra has epilepsy.", "Petra", [("has", "subject")]),
        ("Petra has epilepsy and Omar has asthma.", "Omar", [("has", "subject")]),
        ("Petra Shaw has epilepsy and Omar has diabetes.", "Omar", [("has", "subject")]),
        ("He's lived here for years.", "He", [("lived", "subject")]),
        ("It is the best job he's had.", "he", [("had", "subject")]),
        ("He's paid by a farmer.", "He", [("paid", "passive")]),
        (
            "Ana Reid, a country vet, infects Omar Shah, the son of her cook, with it.",
            "Omar Shah",
            [("infects", "object")],
        ),
        ("To book, see Mrs Shah.", "Mrs Shah", [("see", "object")]),
        ("Petra swam 12, Omar swam 18 and Ben swam 9.", "Omar", [("swam", "subject")]),
        ("Petra is a cook and her brother, Omar, sells cars.", "Petra", []),
        ("Petra is a cook and her brother, Omar, sells cars.", "Omar", [("sells", "subject")]),
        ("Petra met her brother and his wife, Ana, and left.", "Ana", []),
        ("Petra, with her dog and her brother, Omar, walks home.", "Petra", [("walks", "subject")]),
        ("She tapped him round the head.", "him", [("tapped", "object")]),
        ("Since he left home and his aunt, Ines, never wrote a letter, he rang.", "Ines", [("wrote", "subject")]),
        ("Did the joiner ever ring you back?", "the joiner", [("ring", "subject")]),
    ],
)
def test_each_clause_has_its_own_subject(text: str, who: str, expected: list[tuple[str, str]]) -> None:
    assert acts(text)[who] == expected


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Note: pupils Zara and Kofi gave him a scarf.", "gave"),
        ("At his concert, pupils Zara and Kofi handed him a scarf.", "handed"),
        ("Then pupils Zara and Kofi thanked the porter.", "thanked"),
        ("Students Zara and Kofi gave him a scarf.", "gave"),
    ],
)
def test_two_may_be_named_after_what_they_are(text: str, verb: str) -> None:
    people = read(text)
    assert {p.label: p.gender for p in people.persons if p.label in ("Zara", "Kofi")} == dict.fromkeys(
        ("Zara", "Kofi"), "not stated"
    )
    assert acts(text)["Zara"] == acts(text)["Kofi"] == [(verb, "subject")]


@pytest.mark.parametrize("text", ["He teaches pupils Zara and Kofi.", "The tutor coaches Zara and Kofi today."])
def test_two_who_are_named_may_be_the_object(text: str) -> None:
    assert {grammar for who in ("Zara", "Kofi") for _, grammar in acts(text)[who]} == {"object"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My son is a cook and Nadia is a surgeon.", {"son": ("cook",), "Nadia": ("surgeon",)}),
        ("His aunt was a miller and Bilal Aziz was a sailor.", {"aunt": ("miller",), "Bilal Aziz": ("sailor",)}),
        (
            "My niece Ewa is a nursing assistant and Kofi is a porter.",
            {"Ewa": ("nursing assistant",), "Kofi": ("porter",)},
        ),
        ("My uncle is a farmer and a singer.", {"uncle": ("farmer", "singer")}),
        ("Nadia is a cook and Kofi is a porter.", {"Nadia": ("cook",), "Kofi": ("porter",)}),
        ("My son is a cook and drives a taxi.", {"son": ("cook",)}),
    ],
)
def test_the_second_half_is_of_the_second(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert {p.label: p.roles for p in read(text).persons if p.label in expected} == expected


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("Nadia phoned the police and Tariq was found.", "Nadia", [("phoned", "subject")]),
        ("Nadia called the police and Reids was found.", "Nadia", [("called", "subject")]),
        ("Nadia met Tariq and laughed.", "Nadia", [("met", "subject"), ("laughed", "subject")]),
    ],
)
def test_a_verb_after_and_is_of_whoever_stands_before_it(text: str, who: str, expected: list[tuple[str, str]]) -> None:
    assert acts(text)[who] == expected
