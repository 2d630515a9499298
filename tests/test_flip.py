"""The flip test: genders swapped, grammar kept, names left."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rules import block, document

from bias_audit.flip import flip


def twin(text: str) -> str:
    found = flip(document(text))
    return " ".join(flipped.twin for flipped in found)


@pytest.mark.parametrize(
    ("text", "swapped"),
    [
        ("She gave him her book.", "He gave her his book."),
        ("He asked her to lend him the scales.", "She asked him to lend her the scales."),
        ("The book is hers, not his.", "The book is his, not hers."),
        ("Give it to her.", "Give it to him."),
        ("Her brother told her that the bike was his.", "His sister told him that the bike was hers."),
        ("He hurt himself.", "She hurt herself."),
        ("The girls decorate while the boys build.", "The boys decorate while the girls build."),
        ("GIRLS FIRST", "BOYS FIRST"),
        ("Mrs Okafor thanked Sir Alan.", "Mr Okafor thanked Dame Alan."),
        ("Mr. Khan is a businessman.", "Ms. Khan is a businesswoman."),
        ("The actress won.", "The actor won."),
        ("His mother-in-law is a welder.", "Her father-in-law is a welder."),
        ("Mum’s the boss, said Dad.", "Dad’s the boss, said Mum."),
    ],
)
def test_flip_swaps_genders_and_fits_the_grammar(text: str, swapped: str) -> None:
    assert twin(text) == swapped


@pytest.mark.parametrize(
    "text",
    [
        "The queen bee lays the eggs.",
        "What is your mother tongue?",
        "The fibre is man-made.",
        "You will miss the bus.",
        "We read The Happy Prince and Mother Goose.",
        "They lent Priya their ruler.",
        "The actor won.",
        "The daughter cells are alike.",
    ],
)
def test_flip_leaves_what_has_no_gender(text: str) -> None:
    assert flip(document(text)) == ()


def test_flip_there_and_back_is_the_same_for_pairs() -> None:
    text = "He told his sister that the king gave her a map."
    assert twin(twin(text)) == text


def test_flip_leaves_code_and_other_languages_out() -> None:
    assert flip(document(block("his = her", kind="code"), block("Sie sah her.", language="de"))) == ()


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from(["her", "his", "He", "“", "’s", "man", "-", "made", ".", "Mrs", "Ann", " "]), max_size=12)
)
def test_flip_pieces_join_to_the_sentence(words: list[str]) -> None:
    whole = document(" ".join(words))
    for flipped in flip(whole):
        assert flipped.text in whole.blocks[0].text
