"""What a document names and whom it shows, counted."""

import pytest
from counts import counted, report_of

from bias_audit.errors import LexiconError
from bias_audit.lexicon import lexicon_folder
from bias_audit.model import BlockKind
from bias_audit.tables import tables_of
from bias_audit.word_counts import load_count_words


def rows(id: str, *texts: str, kind: BlockKind = "paragraph") -> list[tuple[str, str, int, int]]:
    tables = tables_of(counted(*texts, kind=kind)[1])
    return [(c.label, c.by, c.share.count, c.share.total) for c in tables[id].counts] if id in tables else []


@pytest.mark.parametrize(
    ("id", "text", "expected"),
    [
        ("routes", "She left university for a university course.", [("university", "", 1, 1)]),  # once a sentence
        ("jobs", "An engineer met two engineers. A welder came.", [("engineer", "", 1, 2), ("welder", "", 1, 2)]),
        ("jobs", "Ask your doctor or your teacher.", []),
        ("levels", "A welder and another welder met a surgeon.", [("professional", "", 1, 2), ("trades", "", 1, 2)]),
        ("places", "We went to Fife, Malawi and back to Fife.", [("Africa", "", 1, 2), ("Scotland", "", 1, 2)]),
        ("places", "The turkey ate china from a mull.", []),
        ("place-contexts", "In Malawi there is drought.", [("Africa", "hardship", 1, 1)]),
        ("festivals", "Eid and Easter fall late. The Easter holidays are long.",
         [("Christian", "", 1, 2), ("Muslim", "", 1, 2)]),
        ("families", "Ask your mum or dad, or someone at home.",
         [("mum and dad", "", 1, 2), ("whoever is at home", "", 1, 2)]),
        ("contexts", "A footballer kicks. Two cannons fire.", [("sport", "", 1, 2), ("war and weapons", "", 1, 2)]),
        ("talk", "He was a genius who kept trying.", [("effort", "", 1, 2), ("talent", "", 1, 2)]),
        ("difficulty", "Obviously the hard disk is hard to see.", [("easy", "", 1, 8), ("hard", "", 1, 8)]),
        ("costs", "Ask your parents to buy a kit.", [("money", "no other way said", 1, 1)]),
    ],
)  # fmt: skip
def test_words_are_counted_once_in_a_sentence(id: str, text: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert sorted(rows(id, text)) == expected


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("She lives in Jordan.", {"Asia"}),
        ("Jordan smiled at Chad.", set()),
        ("They flew to Israel and came back from Turkey.", {"Asia"}),
        ("They came back from Turkey.", {"Asia"}),
        ("Ana is from Georgia.", {"Asia"}),
        ("She comes from Chad.", {"Africa"}),
        ("The people of Chad farm.", {"Africa"}),
        ("Ana travelled to Jordan.", {"Asia"}),
        ("She has faith in Jordan.", set()),
        ("She gave it back to Jordan.", set()),
        ("This letter is from Jordan.", set()),
        ("It is from Jordan.", set()),
        ("The idea of Jordan was to walk.", set()),
        ("Ana passed the ball to Chad.", set()),
        ("We saw Egypt, Jordan and Chad.", {"Africa", "Asia"}),
        ("Jordan flew to Egypt.", {"Africa"}),
        ("Turkey is cooked for hours.", set()),
        ("Rivers across Turkey", {"Asia"}),
        ("It is warm in Georgia.", set()),  # the state or the country
        ("Armenia and Georgia meet here.", {"Asia"}),
        ("Guinea pigs eat hay.", set()),
        ("A China cup and a Panama hat", set()),
        ("From Côte d’Ivoire, Togo and Lesotho", {"Africa"}),
        ("The Czech Republic, Laos and the United Arab Emirates", {"Asia", "Europe"}),
        ("Guyana is near Saint Lucia.", {"South and Central America"}),
    ],
)
def test_places_are_countries_and_not_people_or_things(text: str, labels: set[str]) -> None:
    assert {label for label, *_ in rows("places", text)} == labels


def test_a_name_among_names_of_countries_is_one() -> None:
    assert [count for *_, count, _ in rows("places", "Benin (2:3)", "Chad (2:3)", "Togo (1:1)")] == [3]
    assert rows("places", "Ali (2)", "Chad (3)", "Mona (4)") == []


@pytest.mark.parametrize(
    ("id", "text", "labels"),
    [
        ("difficulty", "I trained very hard. She kicked it hard.", set()),
        ("difficulty", "The sum is very hard.", {"hard"}),
        ("difficulty", "Explain AI simply. Put it simply", set()),
        ("difficulty", "You simply add two.", {"easy"}),
        ("difficulty", "This is clearly not the same. Write clearly.", set()),
        ("difficulty", "Clearly, x is 2.", {"easy"}),
        ("difficulty", "Hold it in an obviously incorrect way.", set()),
        ("difficulty", "Obviously this is 3.", {"easy"}),
        ("talk", "What lessons can be learned from this?", set()),
        ("talk", "They learned from their mistakes.", {"effort"}),
        ("talk", "It is a gift for another.", set()),
        ("talk", "Ada has a gift for numbers.", {"talent"}),
        ("contexts", "Use cat to print a file, and grep to search it.", set()),
        ("contexts", "The cat sat on the file.", {"animals"}),
        ("place-contexts", "The University of Malawi. Research how food is grown in Uganda.", set()),
        ("place-contexts", "A university in Malawi", {"Africa"}),
        ("place-contexts", "A research centre in Uganda", {"Africa"}),
    ],
)
def test_words_are_counted_in_the_sense_of_their_table(id: str, text: str, labels: set[str]) -> None:
    assert {label for label, *_ in rows(id, text)} == labels


def test_words_in_code_are_not_counted() -> None:
    assert rows("places", "Glasgow = 'Scotland'", kind="code") == []


def test_jobs_are_held_against_what_is_said_of_people() -> None:
    text = "Amina is an engineer. She built it. Tom is an engineer. Zosia is a nurse and she teaches."
    assert sorted(rows("jobs-gender", text)) == [
        ("engineer", "not stated", 1, 2), ("engineer", "she", 1, 2), ("nurse", "she", 1, 1),
    ]  # fmt: skip


def test_public_figures_are_described_as_sources_describe_them_where_the_words_are_silent() -> None:
    people, representation = counted("Marie Curie found radium. Isaac Newton made a telescope. Priya made tea.")
    described = {c.label: c.share.count for c in representation.described_as}
    assert (described["she"], described["he"], described["not stated"]) == (1, 1, 1)
    assert [p.gender for p in people.persons] == ["not stated"] * 3  # what the words say stays what they say
    assert sorted(rows("figures", "Marie Curie found radium. Isaac Newton made a telescope.")) == [
        ("not living", "he", 1, 1 + 1), ("not living", "she", 1, 2),
    ]  # fmt: skip


def test_who_acts_and_who_watches_is_counted_by_mention() -> None:
    text = "She built a robot and he watched. He helped her."
    assert sorted(rows("acts", text)) == [("he", "looking on", 2, 2), ("she", "acting", 1, 1)]
    assert sorted(rows("grammar", text)) == [("he", "subject", 2, 2), ("she", "object", 1, 2), ("she", "subject", 1, 2)]


def test_what_someone_is_called_counts_once_for_each_way() -> None:
    text = "Amina Yusuf said she won. Amina Yusuf sat. Amina Yusuf ran. Dr Yusuf left."
    assert all(count == 1 for *_, count, _ in rows("designations", text)) and rows("designations", text)


def test_a_quotation_counts_its_speaker_once() -> None:
    text = "“It works,” said Amina. “It holds,” she said. “Good,” said Mr Kerr."
    assert sum(count for *_, count, _ in rows("speech", text)) == 2


def test_sections_hold_groups_of_two_or_more() -> None:
    report = report_of("a.txt", "Mrs Okafor ran. Mrs Kaur won.", "Mr Kerr sat.", sections=("Women", "Men"))
    sections = {(c.label, c.by): c.share.count for c in tables_of(report.representation)["sections"].counts}
    assert ("she", "Women") in sections and ("he", "Men") not in sections and ("everyone", "Men") in sections


def test_count_words_refuse_what_counts_twice(tmp_path) -> None:  # type: ignore[no-untyped-def]
    text = (lexicon_folder() / "en" / "counts.yaml").read_text("utf-8")
    for old, new, told in (
        ("Muslim: [Eid,", "Muslim: [Christmas,", "'Christmas' belongs to 'Christian'"),
        ("unless: [wind farm,", "unless: [windmill,", "holds none of the phrases"),
        ("top_levels: [professional,", "top_levels: [boss,", "'boss' is no level"),
        ("acting:", "actions:", "not a field"),
    ):
        assert old in text
        for name in ("occupations.yaml", "routes.yaml"):
            (tmp_path / name).write_bytes((lexicon_folder() / "en" / name).read_bytes())
        (tmp_path / "counts.yaml").write_text(text.replace(old, new, 1), "utf-8")
        load_count_words.cache_clear()
        with pytest.raises(LexiconError) as error:
            load_count_words(tmp_path)
        assert told in str(error.value)
    load_count_words.cache_clear()
