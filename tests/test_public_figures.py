"""Whom lessons name: the file is sound, names are linked with care, and suggestions are a mix."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bias_audit import representation
from bias_audit.audit import analyse, read_bytes
from bias_audit.errors import LexiconError
from bias_audit.lexicon import lexicon_folder
from bias_audit.model import People
from bias_audit.people.counts.counted import Counted, counted_people
from bias_audit.people.figures.figure_words import Around, is_alive, load_eponyms, singular_words
from bias_audit.people.figures.public_figures import FILE, Figure, find, load_figures
from bias_audit.people.words import fold
from bias_audit.text import Tokenised

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
    he = sum(f.gender == "he" for f in EVERYONE)
    assert len(EVERYONE) >= 500
    assert she >= 0.7 * he and she + he >= 0.95 * len(EVERYONE)
    assert sum(bool(f.scottish) for f in EVERYONE) >= 60
    assert sum(f.living is True for f in EVERYONE) >= 100


def test_names_that_need_context_are_in_the_file() -> None:
    figures = load_figures()
    assert set(map(fold, figures.eponyms.need_context)) <= figures.needing <= set(figures.by_name)


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
        ("Margaret Hamilton", {"around": Around(singular_words(["the coding for Apollo"]))}, "Margaret Hamilton"),
        ("James Young", {"around": Around(singular_words(["has", "five", "apples"]))}, None),
        ("Priya Shah", {}, None),
        ("Priya", {}, None),
    ],
)
def test_names_are_linked_with_care(name: str, around: dict[str, Any], expected: str | None) -> None:
    found = find(name, **around)
    assert (found and found.name) == expected


@pytest.fixture
def figures_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], dict[str, str]]:
    """The public figures of a text, by the names that it gives them."""
    seen: list[tuple[People, Counted]] = []

    def noted(people: People, text: Tokenised) -> Counted:
        found = counted_people(people, text)
        seen.append((people, found))
        return found

    def look(text: str) -> dict[str, str]:
        monkeypatch.setattr(representation, "counted_people", noted)
        analyse(read_bytes(text.encode(), "lesson.md"))
        people, found = seen[-1]
        return {people.persons[index].label: figure.name for index, figure in found.figures.items()}

    return look


@pytest.mark.parametrize(
    "text",
    [
        "Sophie Wilson, aged 12, is in P7 and plays the drums.",
        "Katherine Johnson missed the bus to school.",
        "Kathy Sullivan has 5 sweets.",
        "Linda Bauld spoke.",
        "Robert Brown watered the plants.",
        # a job that many have is no sign, and who is dead does nothing now
        "Robert Brown is a nurse in Fife.",
        "James Young, an engineer, lives in Oban.",
        "Mary Jackson is a computer programmer in Dundee.",
        "James Black is an engineer with a bridge firm.",
        "Thomas Young is 9 and in space club.",
        "Hugh Miller (7) has a box of fossils.",
        # one everyday word says little
        "Sarah Gilbert went to Oxford with her mum.",
        "Sarah Gilbert had her vaccine at school.",
        "Margaret Hamilton watched the moon with her dad.",
        "Audrey Cameron is in our deaf club.",
        "Richard Owen saw a dinosaur at the museum.",
        "Hugh Miller found a fossil on the beach.",
        "Linda Buck, the cleaner, smelled an odour.",
        "Robert Stevenson walked to the lighthouse.",
        "Robert Edwards broke a test tube.",
        "Mary Anderson broke one of the wipers.",
        "Kathleen Booth spoke at assembly.",
        # an age speaks of somebody today
        "James Watt, 9, sat beside Ivy.",
        "Isaac Newton (aged 11) has a dog.",
        "Ada Lovelace, aged ten, has two cats.",
        # a year of today says nothing of somebody who lived then
        "Mary Jackson moved to Ayr in 2003.",
    ],
)
def test_ordinary_names_are_anybodys(text: str, figures_in: Callable[[str], dict[str, str]]) -> None:
    assert figures_in(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Robert Brown (1773–1858) looked at pollen.", "Robert Brown"),
        ("Robert Brown was a Scottish botanist who studied plants.", "Robert Brown"),
        ("Alexander Fleming found that a mould stops germs.", "Alexander Fleming"),
        ("Katherine Johnson did sums. She worked at NASA.", "Katherine Johnson"),
        ("Mary Anderson invented the windscreen wiper.", "Mary Anderson"),
        ("John Muir is remembered for his work for conservation and trees.", "John Muir"),
        ("A walk to Siccar Point.\n\nDo not say that James Hutton worked alone.\n\nA geologist leads.", "James Hutton"),
        ("Scientists: Marie Curie, Isaac Newton, Mary Jackson.", "Mary Jackson"),
        ("Sue Black is a forensic anthropologist and a professor.", "Dame Sue Black"),
        ("Sue Black is a computer scientist who wrote about Bletchley Park.", "Sue Black"),
        ("Sarah Gilbert made a vaccine against Covid in Oxford.", "Sarah Gilbert"),
        ("Margaret Hamilton wrote code for Apollo.", "Margaret Hamilton"),
        ("Richard Owen, a scientist, named the dinosaurs.", "Richard Owen"),
        ("Frank Whittle invented the jet.", "Frank Whittle"),
        ("James Chalmers made an adhesive postage stamp.", "James Chalmers"),
        ("James Watt, 20, came to Glasgow in 1756.", "James Watt"),
        ("Isaac Newton, 3 laws and an apple.", "Isaac Newton"),
        ("Marie Curie (2 Nobel prizes) found radium.", "Marie Curie"),
        ("- Marie Curie\n- Albert Einstein\n- Anne Glover\n", "Anne Glover"),
    ],
)
def test_the_words_around_an_ordinary_name_say_who_is_meant(
    text: str, name: str, figures_in: Callable[[str], dict[str, str]]
) -> None:
    assert name in figures_in(text).values()


@pytest.mark.parametrize(
    ("after", "alive"),
    [
        (" is a nurse", True),
        (", an engineer, lives in Oban", True),
        (" (9) has a dog", True),
        (" is remembered for his walks", False),
        (" was a botanist", False),
        (", a botanist, saw pollen", False),
        (".", False),
        ("", False),
    ],
)
def test_the_present_tense_speaks_of_the_living(after: str, alive: bool) -> None:
    assert is_alive(after, load_eponyms()) is alive


def test_lists_of_words_speak_of_the_file() -> None:
    figures = load_figures()
    topics = {topic for f in EVERYONE for topic in (*f.topics, f.field)}
    words = figures.topics
    said = {*words.everyday, *words.words, *words.related}
    said |= {topic for means in (*words.asked.values(), *words.related.values()) for topic in means}
    assert said <= topics
    assert figures.eponyms.ordinary <= set().union(*figures.eponyms.known_for.values())
    assert set(figures.eponyms.known_for) <= {f.name for f in EVERYONE}
    assert figures.eponyms.known_for.keys() <= {f.name for name in figures.needing for f in figures.by_name[name]}


def test_a_name_of_two_rows_needs_context(tmp_path: Path) -> None:
    sue = "Sue Black,,no,,,England,she,computing,coding,,yes,FIG-WEB,a page"
    other = sue.replace("Sue Black,", "Dame Sue Black,Sue Black")
    assert len(load(tmp_path, sue, other)) == 2
    with pytest.raises(LexiconError, match="someone else's name too"):
        load_figures.cache_clear()
        load(tmp_path, sue, sue)
