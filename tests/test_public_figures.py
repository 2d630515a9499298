"""Whom lessons name: the file is sound, names are linked with care, and suggestions are a mix."""

import shutil
from pathlib import Path

import pytest

from bias_audit.errors import LexiconError
from bias_audit.lexicon import lexicon_folder
from bias_audit.public_figures import FILE, Figure, find, load_figures, suggest

EVERYONE = load_figures().everyone
HEAD = "name,also,surname_alone,born,died,country,described,field,topics,scottish,living,source,checked"
ADA = "Ada Lovelace,Ada Byron,yes,1815,1852,England,she,computing,coding,,no,FIG-WEB,a page"


def load(folder: Path, *rows: str, head: str = HEAD) -> tuple[Figure, ...]:
    for path in (lexicon_folder() / "en").iterdir():
        shutil.copy(path, folder)
    (folder / FILE).write_text("\n".join((head, *rows, "")), "utf-8")
    return load_figures(folder).everyone


def test_a_row_is_read_as_written(tmp_path: Path) -> None:
    (ada,) = load(tmp_path, ADA.replace(",she,", ",she;deaf,"))
    assert (ada.name, ada.also, ada.surname_alone) == ("Ada Lovelace", ("Ada Byron",), True)
    assert (ada.born, ada.died) == (1815, 1852)
    assert (ada.gender, ada.tags, ada.living, ada.topics) == ("she", ("deaf",), False, ("coding",))


def test_what_a_source_does_not_say_stays_open(tmp_path: Path) -> None:
    (one,) = load(tmp_path, "Ada Lovelace,,no,,,,,computing,coding,,,FIG-WEB,a page")
    assert (one.gender, one.tags, one.countries) == ("not stated", (), ())
    assert (one.born, one.died, one.living) == (None, None, None)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (ADA.replace("FIG-WEB", "NOPE"), "line 2, Ada Lovelace: source 'NOPE' is not in sources.yaml. Add it."),
        (ADA.replace("FIG-WEB", ""), "source '' is not in sources.yaml"),
        (ADA.replace("a page", ""), "'checked' is empty"),
        (ADA.replace("coding", ""), "'topics' is empty"),
        (ADA.replace(",computing,", ",magic,"), "'field' cannot be 'magic'. Write one of: astronomy"),
        (ADA.replace(",yes,", ",perhaps,"), "'surname_alone' cannot be 'perhaps'. Write one of: no, yes."),
        (ADA.replace("1815", "1915"), "a life from 1915 to 1852 cannot be. Check the years."),
        (ADA.replace("1815", "1615"), "a life from 1615 to 1852 cannot be"),
        (ADA.replace("1815", "c. 1815"), "'c. 1815' is not a year"),
        (ADA.replace(",no,FIG", ",yes,FIG"), "someone who has died is not living"),
        (ADA.replace(",no,FIG", ",,FIG"), "someone who has died is not living"),
        (ADA + ",more", "line 2: give 13 columns; there are 14."),
        (f"{ADA}\n{ADA}", "'Ada Lovelace' is someone else's name too"),
        (
            f"{ADA}\n{ADA.replace('Ada Lovelace', 'Ada King').replace('Ada Byron', 'ada lovelace')}",
            "someone else's name too",
        ),
        (f"{ADA}\n{ADA.replace('Ada', 'Eve')}", "'lovelace' alone cannot mean both Ada Lovelace and Eve Lovelace"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(tmp_path: Path, row: str, problem: str) -> None:
    with pytest.raises(LexiconError) as refused:
        load(tmp_path, row)
    assert str(refused.value).startswith(FILE) and problem in str(refused.value)


def test_wrong_columns_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="line 1: the columns must be name, also"):
        load(tmp_path, ADA, head="name,born")
    load_figures.cache_clear()
    (tmp_path / FILE).unlink()
    with pytest.raises(LexiconError, match="cannot be read"):
        load_figures(tmp_path)


def test_the_file_lists_many_and_not_only_men() -> None:
    she = sum(f.gender == "she" for f in EVERYONE)
    assert len(EVERYONE) >= 500
    assert she >= sum(f.gender == "he" for f in EVERYONE)
    assert sum(bool(f.scottish) for f in EVERYONE) >= 60
    assert sum(f.living is True for f in EVERYONE) >= 100


def test_names_that_need_context_are_in_the_file() -> None:
    figures = load_figures()
    assert figures.eponyms.need_context <= set(figures.by_name)


@pytest.mark.parametrize(
    ("name", "around", "expected"),
    [
        ("Isaac Newton", {}, "Isaac Newton"),
        ("Sir Isaac Newton", {}, "Isaac Newton"),
        ("Newton", {}, "Isaac Newton"),
        ("Lord Kelvin", {}, "Lord Kelvin"),
        ("Dr Einstein", {}, "Albert Einstein"),
        ("Schrodinger", {}, "Erwin Schrödinger"),
        ("van Leeuwenhoek", {}, "Antonie van Leeuwenhoek"),
        ("Darwin", {"after": ["'s", "finches"]}, "Charles Darwin"),
        ("Darwin", {"after": ["'s", "book"]}, "Charles Darwin"),
        ("Robert Bunsen", {"after": ["'s", "burner"]}, "Robert Bunsen"),
        # laws, units, things and places
        ("Newton", {"after": ["'s", "second", "law"]}, None),
        ("Newton", {"after": ["’s", "laws"]}, None),
        ("Ohm", {"after": ["'s", "law"]}, None),
        ("Mendel", {"after": ["'s", "laws"]}, None),
        ("Newton", {"before": "5"}, None),
        ("Kelvin", {"before": "in"}, None),
        ("Kelvin", {"after": ["scale"]}, None),
        ("Celsius", {"before": "degrees"}, None),
        ("Bunsen", {"after": ["burner"]}, None),
        ("Geiger", {"after": ["counter"]}, None),
        ("Halley", {"after": ["'s", "Comet"]}, None),
        ("Hubble", {"after": ["telescope"]}, None),
        ("Morse", {"after": ["code"]}, None),
        ("James Watt", {"after": ["Street"]}, None),
        # a surname that is not one person's
        ("Curie", {}, None),
        ("Curie", {"known": ["Marie Curie"]}, "Marie Curie"),
        ("Curie", {"known": ["Marie Curie", "Pierre Curie"]}, None),
        ("Franklin", {"known": ["Rosalind Franklin"]}, "Rosalind Franklin"),
        ("Gates", {}, None),
        # a name that many bear
        ("Margaret Hamilton", {}, None),
        ("Margaret Hamilton", {"context": ["wrote", "the", "coding", "for", "Apollo"]}, "Margaret Hamilton"),
        ("James Young", {"context": ["has", "five", "apples"]}, None),
        ("Priya Shah", {}, None),
        ("Priya", {}, None),
    ],
)
def test_names_are_linked_with_care(name: str, around: dict[str, str], expected: str | None) -> None:
    found = find(name, **around)
    assert (found and found.name) == expected


TOPICS = sorted({topic for f in EVERYONE for topic in f.topics})


def test_every_suggestion_is_a_mix() -> None:
    for topic in TOPICS:
        people = suggest(topic)
        assert len(people) == 4 and len(set(people)) == 4, topic
        assert any(f.gender == "she" for f in people), topic
        assert sum(f.surname_alone for f in people) <= 1, topic
        assert people == suggest(topic), topic


def test_suggestions_answer_who_is_shown_already() -> None:
    people = suggest("plate tectonics", ["Alfred Wegener"])
    assert "Alfred Wegener" not in {f.name for f in people}
    assert {"she", "he"} <= {f.gender for f in people}
    assert any(f.scottish for f in people) and any("plate tectonics" in f.topics for f in people)
    men = ["Isaac Newton", "Galileo Galilei", "Michael Faraday"]
    assert suggest("gravity", men)[0].gender == "she"


def test_a_topic_is_found_by_its_singular_and_an_unknown_one_has_nobody() -> None:
    assert suggest("bridge") == suggest("Bridges") != ()
    assert suggest("basket weaving") == ()
