"""Which words are taken for names of people, and which are left alone."""

import re
import shutil
from pathlib import Path

import pytest
import spacy

from bias_audit.errors import LexiconError
from bias_audit.lexicon import lexicon_folder
from bias_audit.model import Block, Place
from bias_audit.people.name_context import is_name_shaped, read_tokens
from bias_audit.people.names.find import find_names
from bias_audit.people.words import fold, load_people_words
from bias_audit.text import tokenise

NLP = spacy.blank("en")
ENGLISH = lexicon_folder() / "en"


def names(*texts: str) -> list[str]:
    words = load_people_words()
    text = tokenise([Block(t, "paragraph", Place(f"paragraph {i}")) for i, t in enumerate(texts, 1)], NLP)
    tokens = [read_tokens(text, b, words) for b in range(len(texts))]
    return [
        text.docs[b][name.first : name.last].text for b, found in enumerate(find_names(tokens, words)) for name in found
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Mhairi",
        "Eilidh",
        "Hamish",
        "Isla",
        "Callum",
        "Priya",
        "Mohammed",
        "Aisha",
        "Chidi",
        "Ngozi",
        "Zainab",
        "Agnieszka",
        "Kasia",
        "Tomasz",
        "Oluwaseun",
        "Siobhan",
        "Siobhán",
        "Ruaridh",
        "Catriona",
        "Amina",
        "Yusuf",
        "Harpreet",
        "Zoë",
        "Łukasz",
        "José",
        "Xiuying",
        "Thandiwe",
        "Wanjiku",
        "Deepika",
        "Svetlana",
        "Mehmet",
        "Kwame",
    ],
)
def test_find_names_knows_names_of_many_origins(name: str) -> None:
    assert names(f"Today {name} timed the trolley three times.") == [name]


@pytest.mark.parametrize("name", ["Wei", "Xiu", "Rose", "Grace", "Mark", "Ali", "Jasmine"])
def test_find_names_takes_a_word_for_a_name_beside_a_sure_one(name: str) -> None:
    assert names(f"Eilidh and {name} built the bridge.") == ["Eilidh", name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # titles, surnames, small words, initials
        ("Mrs Okafor opened the door.", ["Mrs Okafor"]),
        ("Ask Dr. Singh or Professor Higgs.", ["Dr. Singh", "Professor Higgs"]),
        ("Mr and Mrs Kaur came along.", ["Mr", "Mrs Kaur"]),
        ("Here Vincent van Gogh painted stars.", ["Vincent van Gogh"]),
        ("We read about Ada B. Lovelace.", ["Ada B. Lovelace"]),
        ("Siobhán O'Brien and Callum McLeod raced.", ["Siobhán O'Brien", "Callum McLeod"]),
        ("Anne-Marie Imafidon gave a talk.", ["Anne-Marie Imafidon"]),
        ("It was Neil deGrasse Tyson.", ["Neil deGrasse Tyson"]),
        ("Auntie Senga grows leeks.", ["Auntie Senga"]),
        ("Sir Isaac dropped the stone.", ["Sir Isaac"]),
        ("The cook sang as cooks do. Sir E. T. Cook wrote it.", ["Sir E. T. Cook"]),
        ("James and the giant laughed. Adam's lamp fell.", ["James", "Adam"]),
        ("Lend me a book of Priya's or the picture of Tom.", ["Priya", "Tom"]),
        ("Adapted From Joann Moody, Rising Above Errors", ["Joann Moody"]),
        # words that may be names
        ("Rose said that it floats.", ["Rose"]),
        ("Will wants a turn.", ["Will"]),
        ("They asked Grace.", ["Grace"]),
        ("Mark's mum drives a tram.", ["Mark"]),
        ("Jordan thinks that it will sink.", ["Jordan"]),
        ("Then Florence Nightingale drew a chart.", ["Florence Nightingale"]),
        # known from elsewhere in the document
        ("Marie Curie won twice. Then Curie moved on.", ["Marie Curie", "Curie"]),
        ("Grace Hopper wrote a compiler. In 1947 Grace kept the moth.", ["Grace Hopper", "Grace"]),
        # a name that no list knows, by what it does
        ("Zzobi laughed. Then Zzobi asked for more water.", ["Zzobi", "Zzobi"]),
    ],
)
def test_find_names_reads_names_in_context(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # units, laws, instruments
        "State Newton's second law.",
        "A force of 5 newtons, or 5 Newton, acts here.",
        "Heat it to 80 degrees Celsius, not Kelvin.",
        "The pressure is one Pascal.",
        "Use the Doppler effect and Ohm's law.",
        "Maxwell's equations came later.",
        "A Tesla coil sparks.",
        # places
        "The Forth Bridge is red.",
        "We flew to Jordan and Paris.",
        "They live in Victoria.",
        "Java runs on this machine.",
        "Mount Elizabeth and Lake Victoria are far away.",
        "It stands in James Watt Street.",
        "She goes to John Muir Primary.",
        # months, planets, orders, words
        "In May and June it rains.",
        "Jupiter and Venus shine.",
        "Mark the answers. May we begin? Will it float?",
        "Art is on Friday. Summer is warm. Hope helps.",
        "Rose petals float.",
        "Chase the ball. Bill the customer.",
        # sources
        "The graph is steep (Smith, 2011).",
        "Davis et al. timed it.",
        "Patel, R. How to time a ball.",
        "Read the gospel of John, the book of Ruth and the gospels of Matthew, Mark and Luke.",
        "The gospel according to Mark is short.",
        "It was his Aladdin's lamp. Think of Schrödinger's cat.",
        "They read Alice in Wonderland, Anne of Green Gables and James and the Giant Peach.",
        # capitals that are no names
        "MARK and GRACE are acronyms here.",
        "Write alice@example.org or see https://example.org/Alice now.",
        "The Mark II filled a room.",
        "Draw it in MS Paint.",
        "The novel Moby Dick is long, and Super Mario jumps.",
        "He studied at Drew University.",
        "Use Heron's formula.",
        "The Hamish Telescope Fund Report is long. Read the report.",
    ],
)
def test_find_names_leaves_other_words_alone(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("text", ["Will Priya catch it?", "Mark Priya's work.", "Can Priya swim?"])
def test_find_names_keeps_the_first_word_of_a_question_apart(text: str) -> None:
    assert names(text) == ["Priya"]


def test_find_names_takes_no_ordinary_word_into_a_heading() -> None:
    assert names("Eilidh Measures Friction Using Ramps", "She measures friction using ramps.") == ["Eilidh"]


@pytest.mark.parametrize(
    ("word", "shaped"),
    [("Priya", True), ("O'Neill", True), ("McLeod", True), ("NASA", False), ("iPad", False), ("X", False)],
)
def test_is_name_shaped_tells_names_from_acronyms(word: str, shaped: bool) -> None:
    assert is_name_shaped(word) is shaped


def test_fold_takes_accents_and_capitals_away() -> None:
    assert [fold(n) for n in ("Siobhán", "Łukasz", "Øyvind", "Priya")] == [
        "siobhan",
        "lukasz",
        "oyvind",
        "priya",
    ]


def test_names_file_holds_names_and_nothing_else() -> None:
    path = ENGLISH / "names.txt"
    lines = path.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("#")]
    assert path.stat().st_size < 600_000
    assert "MIT" in "".join(lines[:6])
    assert kept == sorted(kept) and len(set(kept)) == len(kept)
    assert all(re.fullmatch(r"[a-z]+( \?)?", line) for line in kept)


def copied(folder: Path) -> Path:
    for name in ("people.yaml", "names.txt"):
        shutil.copy(ENGLISH / name, folder / name)
    return folder


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  she: [she, her,", "  she: [he, her,", "more than one gender"),
        ("kin_as_name:", "kin_as_names: [mum]\nkin_as_name:", "'kin_as_names' is not a field"),
        ("  she: [she, her,", "  she: [2, her,", "pronouns"),
        ("pronouns:", "names: [a]\npronouns:", "names.txt"),
        ("pronouns:", "roles: [pilot]\npronouns:", "given twice"),
    ],
)
def test_load_people_words_says_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = copied(tmp_path) / "people.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(LexiconError, match=said):
        load_people_words(tmp_path)


@pytest.mark.parametrize("line", ["Priya", "o'neill", "siobhán", "mark 2"])
def test_load_people_words_refuses_a_name_that_is_not_plain(tmp_path: Path, line: str) -> None:
    path = copied(tmp_path) / "names.txt"
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(LexiconError, match="not a name in plain lower case"):
        load_people_words(tmp_path)


def test_a_new_name_is_one_only_in_the_document_that_shows_it() -> None:
    assert names("A crofter called Hughina sang.", "Hughina left.") == ["Hughina", "Hughina"]
    assert names("Hughina left.") == []
