"""Which sentences are parsed for people: those whose grammar can tell something of somebody, and no others."""

import pytest

from bias_audit.model import Block, Place
from bias_audit.people import find_people, look_for_people, sentences_with_people
from bias_audit.pipeline import load_model
from bias_audit.text import Tokenised, parse, tokenise


def of(*blocks: str) -> Tokenised:
    return tokenise([Block(t, "paragraph", Place(f"paragraph {i}")) for i, t in enumerate(blocks, 1)], load_model())


def wanted(*blocks: str) -> list[str]:
    text = of(*blocks)
    return [text.blocks[s.block].text[s.start : s.end] for s in sentences_with_people(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Review Newton's second law.",  # no name
        "Santa Clara County has six high schools.",
        "Use these questions to assess student achievement after the unit.",  # nothing leads it
        "Many accidents are caused by driver error at night.",
        "Use the right-hand rule to find the direction of the field.",  # a hand is nobody
        "The data are listed as ordered pairs in a table.",
        "The planetary model of the atom pictures electrons on rings.",  # a thing, whatever it does
        "In general, this is not desirable.",
        "A confidence interval has the general form shown here.",
        "Ask students if the same amount of energy is absorbed.",  # several people of no stated gender
        "By the early 1930s, scientists believed in three particles.",
        "Type I errors come from (i) chance.",
        "A He-Ne laser has a wavelength of 633 nm.",
    ],
)
def test_sentences_leave_out_one_that_tells_nothing_of_anybody(sentence: str) -> None:
    assert wanted(f"Energy is conserved. {sentence} Heat flows.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Layla drove due east.",
        "What do you tell her?",
        "I counted 42 fleas.",
        "A young Scottish engineer built the bridge.",
        "The model laughed at the camera.",
        "They gave the model a coat.",
        "What a good model you are!",
        "Women were kept out of the laboratory.",
        "Students move the magnets and say how they attract.",  # "they" may be the magnets
        "Before they arrive, students read the sheet.",
        "Ask students and anyone who can help.",
        "The company hosts a website.",  # a verb
        "The student goes to the library.",
    ],
)
def test_sentences_have_those_whose_grammar_tells_something(sentence: str) -> None:
    assert wanted(f"Energy is conserved. {sentence} Heat flows.") == [sentence]


def test_sentences_have_a_label_and_a_job_below_a_name() -> None:
    assert wanted("Teacher: What is heat?", "Morag Ross", "Electrician") == [
        "Teacher: What is heat?",
        "Morag Ross",
        "Electrician",
    ]


def test_sentences_have_names_that_no_list_knows() -> None:
    text = of("Gluck thought of the river. Then Gluck said yes. Gluck laughed.")
    people = find_people(text, parse(text, sentences_with_people(text), load_model()))
    assert [act.verb for mention in people.mentions for act in mention.acts] == ["thought", "said", "laughed"]


def test_people_a_group_is_a_mention_without_a_parse() -> None:
    text = of("Ask students whether the charge moves. The company hosts a website.")
    people = find_people(text, parse(text, sentences_with_people(text), load_model()))
    assert [(m.text, m.kind) for m in people.mentions] == [("students", "group")]


def test_people_are_the_same_with_what_was_read_before() -> None:
    text = of("Amina saw her brother.", "He waved. The doctor smiled at them.")
    looked = look_for_people(text)
    parses = parse(text, sentences_with_people(text, looked=looked), load_model())
    assert find_people(text, parses, looked=looked) == find_people(text, parses)
