"""Whom else a lesson could show: people who fit its topic, as a mix."""

import dataclasses

import pytest
from typer.testing import CliRunner

from bias_audit.cli import app
from bias_audit.people.figures.public_figures import load_figures
from bias_audit.people.figures.who_else import FEWEST, MOST, pages_of, suggest, topics_of

EVERYONE = load_figures().everyone
TOPICS = sorted({topic for f in EVERYONE for topic in f.topics})


def test_every_suggestion_is_a_mix_of_people_who_fit() -> None:
    for topic in TOPICS:
        people = suggest(topic)
        figures = [s.figure for s in people]
        assert 1 < len(people) <= MOST and len({f.name for f in figures}) == len(figures), topic
        assert all(s.topics for s in people), topic
        assert all(set(topics_of(topic)) & set(s.topics) for s in people if not s.near), topic
        assert topic in topics_of(topic)
        assert any(f.gender == "she" for f in figures), topic
        assert sum(f.surname_alone for f in figures) <= 1, topic
        assert people == suggest(topic), topic


def test_nearly_every_suggestion_has_somebody_living_and_somebody_from_scotland() -> None:
    living = sum(any(s.figure.living for s in suggest(topic)) for topic in TOPICS)
    scottish = sum(any(s.figure.scottish for s in suggest(topic)) for topic in TOPICS)
    assert living >= 0.95 * len(TOPICS) and scottish >= 0.85 * len(TOPICS)


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("climate change", "climate"),
        ("the solar system", "planets"),
        ("Solar system", "planets"),
        ("volcanoes", "plate tectonics"),
        ("the water cycle", "weather"),
        ("acids and bases", "acids and alkalis"),
        ("sustainability", "conservation"),
        ("biodiversity", "ecosystems"),
        ("cyber security", "codes"),
        ("fractions", "numbers"),
        ("telling the time", "clocks"),
        ("times tables", "numbers"),
        ("Newton’s laws", "forces"),
        ("Newton's laws of motion", "forces"),
        ("construction", "buildings"),
        ("electricity in the home", "electricity"),
        ("Plate tectonics and earthquakes", "earthquakes"),
        ("bridge", "bridges"),
        ("Bridges", "bridges"),
        ("X-rays", "X-rays"),
        ("penicillin", "antibiotics"),
        ("tectonics", "plate tectonics"),
    ],
)
def test_what_lessons_are_called_is_found(asked: str, topic: str) -> None:
    assert topic in topics_of(asked) and len(suggest(asked)) >= FEWEST - 1


@pytest.mark.parametrize(
    "asked", ["basket weaving", "the Romans", "", "the", "tectonic dance", "time", "life", "systems"]
)
def test_nobody_is_made_up_for_what_the_file_does_not_know(asked: str) -> None:
    assert suggest(asked) == ()


@pytest.mark.parametrize("topic", ["photosynthesis", "dark matter", "relativity", "recycling", "statistics"])
def test_nobody_fills_up_who_does_not_fit(topic: str) -> None:
    near = {*load_figures().topics.related[topic], topic}
    assert all(near & set(s.figure.topics) for s in suggest(topic))


def test_suggestions_answer_who_is_shown_already() -> None:
    people = [s.figure for s in suggest("plate tectonics", ["Alfred Wegener"])]
    assert "Alfred Wegener" not in {f.name for f in people}
    assert any(f.gender == "she" for f in people) and any(f.scottish for f in people)
    men = ["Isaac Newton", "Galileo Galilei", "Michael Faraday"]
    assert suggest("gravity", men)[0].figure.gender == "she"
    assert "Robert Brown" not in {s.figure.name for s in suggest("particles", ["Robert Brown"])}


def test_the_command_says_who_they_are_and_why() -> None:
    shown = CliRunner().invoke(app, ["who", "plate tectonics", "--besides", "Alfred Wegener"])
    assert shown.exit_code == 0 and "Alfred Wegener" not in shown.stdout
    assert "  why: work on it: plate tectonics" in shown.stdout and "  source: " in shown.stdout
    nobody = CliRunner().invoke(app, ["who", "basket weaving"])
    assert nobody.exit_code == 0
    assert nobody.stdout.startswith("The table of people has nobody for “basket weaving” yet.")


def test_a_name_that_the_table_does_not_know_is_said() -> None:
    asked = ["who", "plate tectonics", "--besides", "Alfred Wegener", "--besides", "Nobody Atall"]
    shown = CliRunner().invoke(app, asked)
    assert shown.exit_code == 0 and "The table does not know “Nobody Atall”" in shown.stdout
    known = CliRunner().invoke(app, asked[:4])
    assert "does not know" not in known.stdout


@pytest.mark.parametrize(
    ("checked", "pages"),
    [
        ("WordNet 3.0; enacademic.com: pronoun", ("WordNet 3.0", "enacademic.com")),
        ("nghiatu.com (years; and more); ibtimes.com.au (died 2013): died, country", ("nghiatu.com", "ibtimes.com.au")),
        ("Nobel laureates data to 2016; death: the.co.uk", ("Nobel laureates data to 2016", "the.co.uk")),
        ("Women of physics: a list", ("Women of physics: a list",)),
    ],
)
def test_a_source_is_named_without_notes(checked: str, pages: tuple[str, ...]) -> None:
    assert pages_of(dataclasses.replace(EVERYONE[0], checked=checked)) == pages


def test_every_source_has_a_name() -> None:
    named = [page for figure in EVERYONE for page in pages_of(figure)]
    assert all(pages_of(figure) for figure in EVERYONE) and not any(mark in page for page in named for mark in "():;")
